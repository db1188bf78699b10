"""What an operator does in a browser: watches a recording arrive, plays it, sees whom it found.

A real receiver with its worker, a device that sends, a film of a real face, and nothing else: every
page stays at the receiver and complains of nothing.
"""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from holdfast.protocol import API
from server.auth.policy import Role
from tests.integration.server.test_crashes import until_settled
from tests.support.axe import violations
from tests.support.chromium import LIMIT_MS, Visit, visit
from tests.support.moving_face import Walk, face_film, swaying
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.support.serving import Serving, admin

pytestmark = pytest.mark.browser

MADE = {"HOLDFAST_JOBS__BY_THEMSELVES": "sprite, waveform, track"}
HIDDEN = (1.6, 2.6)
CHUNK_BYTES = 16 * 1024
_SEEK = """async ([to, box]) => {
    const video = document.querySelector("video");
    const there = new Promise(done => video.addEventListener("seeked", done, {once: true}));
    video.currentTime = to;
    await there;
    const canvas = document.querySelector("[data-overlay]");
    // Looked at in a copy: the page's own canvas is for drawing.
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const pen = copy.getContext("2d", {willReadFrequently: true});
    pen.drawImage(canvas, 0, 0);
    const isDrawn = (x, y) => {
        const at = [Math.floor(x * canvas.width), Math.floor(y * canvas.height)];
        return pen.getImageData(...at, 1, 1).data[3] > 200;
    };
    const all = pen.getImageData(0, 0, canvas.width, canvas.height).data;
    const [x, y, w, h] = box;
    return {
        state: canvas.dataset.state,
        box: canvas.dataset.box.split(" ").filter(Boolean).map(Number),
        corners: [isDrawn(x, y), isDrawn(x + w, y), isDrawn(x, y + h), isDrawn(x + w, y + h)],
        above: isDrawn(x + w / 2, y - 0.05),
        isEmpty: all.every((value, at) => at % 4 !== 3 || value === 0),
    };
}"""


@dataclass
class Lab:
    """A receiver, and somebody who is signed in."""

    serving: Serving
    visit: Visit
    device: EnrolledDevice
    operator: Client

    @property
    def page(self) -> Page:
        return self.visit.page

    def open(self, path: str) -> None:
        assert self.visit.open(f"{self.serving.url}{path}") == 200


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Lab]:
    data = tmp_path_factory.mktemp("watching") / "data"
    with Serving(data, MADE) as serving, visit(browser) as person:
        person.open(str(admin(data, "user", "add", "ann", "--role", "admin")["link"]))
        yield Lab(serving, person, serving.enrolled(), serving.user(Role.OPERATOR))
        assert person.complaints == []
        assert person.hosts == {urlsplit(serving.url).netloc}


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds of somebody who is hidden for one of them."""
    path = tmp_path_factory.mktemp("film") / "walk.mp4"
    return face_film(path, [Walk(swaying, hidden=[HIDDEN])], 4.0, fps=15)


@pytest.fixture(scope="module")
def uploaded(lab: Lab, film: Path) -> str:
    """That film, sent from the upload page, cut off on the way, and gone on with."""
    cut_off(lab, film)
    methods: list[tuple[str, str | None]] = []
    lab.page.on(
        "request",
        lambda request: (
            methods.append((request.method, request.headers.get("upload-offset")))
            if "/web/uploads" in request.url
            else None
        ),
    )
    assert "walk.mp4" in lab.page.inner_text("[data-unfinished]")
    choose(lab.page, film)
    link = lab.page.locator("[data-link]")
    link.wait_for()
    # It went on where it was: nothing was begun anew, and nothing was sent twice.
    assert methods[0][0] == "HEAD"
    assert int(methods[1][1] or 0) == CHUNK_BYTES
    assert "POST" not in [method for method, _ in methods]
    return str(link.get_attribute("href")).rpartition("/")[2]


def until(page: Page, is_so: str) -> None:
    """Wait until an expression is true. It is asked from outside: the page may not `eval`."""
    deadline_ns = time.monotonic_ns() + LIMIT_MS * 1_000_000
    while not page.evaluate(is_so):
        assert time.monotonic_ns() < deadline_ns, f"never: {is_so}"
        page.wait_for_timeout(50)


def choose(page: Page, film: Path) -> None:
    page.evaluate(f"document.querySelector('[data-upload]').dataset.chunkBytes = {CHUNK_BYTES}")
    page.set_input_files("#files", str(film))
    page.get_by_role("button", name="Upload", exact=True).click()


def cut_off(lab: Lab, film: Path) -> None:
    """Send a first piece, and let no other through."""
    sent: list[str] = []

    def cutting(route: Route) -> None:
        if route.request.method == "PATCH" and sent:
            route.abort()
            return
        sent.extend([route.request.url] if route.request.method == "PATCH" else [])
        route.continue_()

    lab.open("/web/upload")
    lab.page.fill("#participant", "P-031")
    lab.page.route("**/web/uploads/**", cutting)
    choose(lab.page, film)
    until(lab.page, "document.querySelector('.files progress').value > 0")
    lab.page.on("dialog", lambda dialog: dialog.accept())
    lab.open("/web/upload")
    lab.page.unroute("**/web/uploads/**")
    # A browser says of every request that it could not send that it could not.
    lab.visit.complaints[:] = [each for each in lab.visit.complaints if "ERR_FAILED" not in each]


def test_an_upload_that_was_cut_off_becomes_a_recording(
    lab: Lab, uploaded: str, film: Path
) -> None:
    until_settled(lab.operator, uploaded)

    view = lab.operator.get(f"{API}/recordings/{uploaded}")
    stored = lab.operator.call("GET", f"{API}/recordings/{uploaded}/segments/0/video")

    assert view["participant"] == "P-031"
    assert stored.content == film.read_bytes()


def until_done(operator: Client, recording: str, page: Page) -> None:
    while operator.get(f"{API}/jobs?recording={recording}&active=true")["jobs"]:
        page.wait_for_timeout(200)


def watched(lab: Lab, recording: str) -> Page:
    """The page of a recording of which everything is made."""
    until_settled(lab.operator, recording)
    until_done(lab.operator, recording, lab.page)
    lab.open(f"/web/recordings/{recording}")
    lab.page.wait_for_selector('[data-player][data-ready="yes"]')
    return lab.page


def test_the_box_lies_on_the_face_that_was_found(lab: Lab, uploaded: str) -> None:
    page = watched(lab, uploaded)
    payload = lab.operator.get(f"{API}/recordings/{uploaded}/tracking")
    found = payload["frameDetections"]
    assert len(found) > 5
    for each in found[2], found[-2]:
        shown = page.evaluate(_SEEK, [each["t"], each["box"]])
        x, y, width, height = each["box"]
        at_x, at_y = swaying(each["t"])

        assert shown["state"] == "detected"
        assert shown["box"] == pytest.approx(each["box"], abs=1e-6)
        # It is drawn there and nowhere above, and the face is in it.
        assert shown["corners"] == [True] * 4
        assert not shown["above"]
        assert x < at_x < x + width
        assert y < at_y < y + height


def test_what_was_only_predicted_is_shown_as_such(lab: Lab, uploaded: str) -> None:
    page = watched(lab, uploaded)
    hidden = page.evaluate(_SEEK, [sum(HIDDEN) / 2, [0, 0, 1, 1]])
    page.get_by_label("Show the tracking").uncheck()
    off = page.evaluate(_SEEK, [0.4, [0, 0, 1, 1]])
    gap = page.locator("rect.stretch.nobody")

    assert hidden["state"] == "predicted"
    assert hidden["box"] == []
    assert not hidden["isEmpty"]
    assert (off["state"], off["isEmpty"]) == ("off", True)
    assert "nobody found" in gap.locator("title").inner_html()


def test_the_numbers_are_the_payloads_and_stand_in_tables(lab: Lab, uploaded: str) -> None:
    page = watched(lab, uploaded)
    metrics = lab.operator.get(f"{API}/recordings/{uploaded}/tracking")["derivedMetrics"]

    cards = page.locator(".metrics b").all_inner_texts()
    page.locator("section[aria-labelledby=plot-position] summary").click()
    table = page.locator(
        "section[aria-labelledby=plot-position] .scroll tbody tr"
    ).all_inner_texts()

    assert cards[:2] == [f"{metrics['coveragePercent']:.1f} %", str(metrics["gapsCount"])]
    assert page.locator("[data-plot]:visible").evaluate_all(
        "plots => plots.map((each) => each.dataset.plot)"
    ) == ["position", "coverage", "gaps", "distance", "movement", "jitter"]
    assert page.locator(".uplot").count() == 6
    way = page.locator("section[aria-labelledby=plot-distance] tbody td").all_text_contents()
    assert float(way[-1]) == pytest.approx(metrics["totalDistance"], abs=0.001)
    assert [row.split("\t")[0] for row in table] == ["0:00.0", "0:01.0", "0:02.0", "0:03.0"]


def test_keys_move_the_film_only_within_the_player(lab: Lab, uploaded: str) -> None:
    page = watched(lab, uploaded)
    now = "document.querySelector('video').currentTime"
    page.keyboard.press("End")
    assert page.evaluate(now) == 0
    page.locator("[data-slider]").focus()
    page.keyboard.press("End")
    until(page, f"{now} > 3.9")
    page.keyboard.press("Home")
    until(page, f"{now} === 0")
    page.keyboard.press(".")
    until(page, f"Math.abs({now} - 1 / 15) < 0.005")

    words = "document.querySelector('[data-slider]').getAttribute('aria-valuetext')"
    until(page, f"{words} === '0 seconds of 4 seconds'")


def announce(lab: Lab) -> Take:
    """A recording of a study whose participants know that somebody watches."""
    study = {"format_version": 1, "study": "faces", "version": 1, "title": "Faces"}
    put = lab.serving.user(Role.ADMIN).call(
        "PUT", f"{API}/studies/faces", json={**study, "live_view": True, "prompts": []}
    )
    assert put.status_code == 201, put.text
    made = make_take(lab.device.id, [scene_part(180), scene_part(30, 7.0)])
    marker = {"t_s": 1.5, "name": "looks away", "source": "key"}
    gap = {"from_s": 6.0, "to_s": 7.0, "reason": "camera lost"}
    take = Take(
        {**made.session, "study": "faces"},
        {**made.announcement, "study": "faces"},
        made.pieces,
        {**made.manifest, "study": "faces", "markers": [marker], "gaps": [gap]},
    ).signed(lab.device.key)
    lab.device.client.announce(take)
    return take


def put(lab: Lab, take: Take, number: int) -> None:
    answer = lab.device.client.put_chunk(take.id, number, take.pieces[number].data)
    assert answer.status_code == 201, answer.text


def appended(page: Page, number: int) -> dict[str, Any]:
    until(page, f"Number(document.querySelector('[data-arriving]').dataset.appended) >= {number}")
    state: dict[str, Any] = page.evaluate("""(() => {
        const ranges = document.querySelector("[data-live] video").buffered;
        return {
            ends: [...Array(ranges.length).keys()].map(each => ranges.end(each)),
            says: document.querySelector("[data-live-says]").textContent,
        };
    })()""")
    return state


def test_a_recording_plays_while_it_arrives_and_then_whole(lab: Lab) -> None:
    take = announce(lab)
    page = lab.page
    lab.open(f"/web/recordings/{take.id}")
    assert "Announced" in page.inner_text("[data-status]")

    put(lab, take, 0)
    first = appended(page, 1)
    page.evaluate("void document.querySelector('[data-live] video').play()")
    # It waits at the end of what is here, and goes on when something comes after a hole.
    until(page, "document.querySelector('[data-live] video').currentTime > 1.9")
    until(page, "document.querySelector('[data-live] video').readyState < 3")
    put(lab, take, 2)
    put(lab, take, 3)
    later = appended(page, 3)
    until(page, "document.querySelector('[data-tells=missing]').textContent === '1'")

    assert first["ends"] == pytest.approx([2.0], abs=0.1)
    # The hole is left out, and the second part goes on where the first one ended.
    assert later["ends"] == pytest.approx([2.0, 7.0], abs=0.1)
    assert later["says"] == "Segment 1 has not come; it is left out."
    until(page, "document.querySelector('[data-live] video').currentTime > 4")

    put(lab, take, 1)
    lab.device.client.finalise(take)
    # The page finds out by itself.
    page.wait_for_selector('[data-player][data-ready="yes"]')
    assert page.locator("rect.stretch.gap title").inner_html() == (
        "gap (camera lost) from 0:06.0 to 0:07.0"
    )
    page.get_by_role("link", name="0:01.5").click()
    until(page, "document.querySelector('video').currentTime === 1.5")
    assert "The receiver signed for it on" in page.inner_text(".evidence")
    receipt = lab.device.client.get(f"{API}/recordings/{take.id}/receipt")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the receipt").click()
    assert json.loads(Path(download.value.path()).read_text()) == receipt


def test_axe_finds_nothing_on_a_phone_and_in_the_dark(lab: Lab, uploaded: str) -> None:
    page = watched(lab, uploaded)
    found = {}
    for name, path, scheme in (
        ("recording", f"/web/recordings/{uploaded}", "light"),
        ("recording in the dark", f"/web/recordings/{uploaded}", "dark"),
        ("upload", "/web/upload", "dark"),
    ):
        page.set_viewport_size({"width": 390, "height": 844})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        lab.open(path)
        lab.visit.run("document.querySelectorAll('details').forEach(each => each.open = true)")
        if "recording" in name:
            page.wait_for_selector('[data-player][data-ready="yes"]')
        broken = violations(page)
        width = lab.visit.run("document.documentElement.scrollWidth")
        found[name] = broken + ([f"{width} wide"] if width > 390 else [])
    page.set_viewport_size({"width": 1400, "height": 900})

    assert found == {name: [] for name in found}
