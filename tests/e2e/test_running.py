"""What an admin does in a browser with devices, jobs and sessions, on a receiver that works."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
import requests
from av.packet import Packet
from playwright.sync_api import Browser, Page

from holdfast.protocol import API
from server.auth.policy import Role
from tests.integration.server.test_crashes import until_settled
from tests.support.chromium import Visit, visit
from tests.support.received import make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.support.serving import Serving, admin

pytestmark = pytest.mark.browser

MADE = {"HOLDFAST_JOBS__BY_THEMSELVES": "transcode"}
SIZE = (960, 540)
FILM_PICTURES = 3000
SETTLED_MS = 2000
"""Within which a job that is cancelled must have ended."""


@dataclass
class Lab:
    """A receiver, and an admin who is signed in."""

    serving: Serving
    visit: Visit
    admin: Client

    @property
    def page(self) -> Page:
        return self.visit.page

    def open(self, path: str) -> None:
        assert self.visit.open(f"{self.serving.url}{path}") == 200


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Lab]:
    data = tmp_path_factory.mktemp("running") / "data"
    with Serving(data, MADE) as serving, visit(browser) as person:
        person.open(str(admin(data, "user", "add", "ann", "--role", "admin")["link"]))
        yield Lab(serving, person, serving.user(Role.ADMIN))
        assert person.complaints == []


@pytest.fixture(scope="module")
def device(lab: Lab) -> EnrolledDevice:
    """A device that came in with the code on the invitation's page."""
    lab.open("/web/devices")
    lab.page.fill("#name", "Kiosk 7")
    with lab.page.expect_navigation():
        lab.page.locator("form[action='/web/devices/invite'] button[type=submit]").click()
    code = lab.page.locator("dt:text-is('Code') + dd code").inner_text()
    assert lab.page.locator("main svg").count() == 1
    return EnrolledDevice.enrol(lab.serving.url, code)


def test_a_device_comes_in_with_an_invitation(lab: Lab, device: EnrolledDevice) -> None:
    lab.open("/web/devices")
    lab.page.get_by_role("link", name="Kiosk 7").click()

    assert device.id in lab.page.inner_text("main")


def long_film(path: Path) -> Path:
    """A camera's pictures that no browser plays and that take long to encode anew."""
    noise = np.random.default_rng(7).integers(96, 160, (8, SIZE[1], SIZE[0], 3), np.uint8)
    pictures = [cv2.imencode(".jpg", each, [cv2.IMWRITE_JPEG_QUALITY, 10])[1] for each in noise]
    with av.open(str(path), "w", format="matroska") as container:
        stream = container.add_stream("mjpeg", rate=30)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuvj420p"
        for number in range(FILM_PICTURES):
            packet = Packet(pictures[number % len(pictures)].tobytes())
            packet.stream, packet.pts, packet.dts = stream, number * 33, number * 33
            packet.is_keyframe = True
            container.mux_one(packet)
    return path


def upload(lab: Lab, path: Path) -> str:
    lab.open("/web/upload")
    lab.page.set_input_files("#files", str(path))
    lab.page.get_by_role("button", name="Upload", exact=True).click()
    link = lab.page.locator("[data-link]")
    link.wait_for()
    return str(link.get_attribute("href")).rpartition("/")[2]


def state(lab: Lab, recording: str, kind: str) -> str:
    jobs = lab.admin.get(f"{API}/jobs?recording={recording}&kind={kind}")["jobs"]
    return str(jobs[0]["state"]) if jobs else "none"


def until_state(lab: Lab, recording: str, kind: str, wanted: str) -> None:
    while state(lab, recording, kind) != wanted:
        lab.page.wait_for_timeout(50)


def test_a_running_transcode_is_cancelled_and_tried_again(lab: Lab, tmp_path: Path) -> None:
    recording = upload(lab, long_film(tmp_path / "long.mkv"))
    until_settled(lab.admin, recording)
    until_state(lab, recording, "transcode", "running")
    lab.open(f"/web/recordings/{recording}")

    lab.page.get_by_role("button", name="Cancel transcode").click()

    lab.page.get_by_text("The job transcode was cancelled").wait_for()
    assert state(lab, recording, "transcode") == "cancelled"
    lab.page.get_by_role("button", name="Retry transcode").click()
    until_state(lab, recording, "transcode", "running")
    # Whatever else is to be done is not held up by it.
    lab.open(f"/web/recordings/{recording}")
    lab.page.get_by_role("button", name="Cancel transcode").click()
    until_state(lab, recording, "transcode", "cancelled")


def test_a_job_that_failed_says_why_and_is_tried_again(lab: Lab, tmp_path: Path) -> None:
    broken = tmp_path / "no-film.mp4"
    broken.write_bytes(b"\0\0\0\x18ftypisom" + bytes(range(256)) * 40)
    recording = upload(lab, broken)
    until_state(lab, recording, "probe", "failed")
    lab.open(f"/web/recordings/{recording}")
    why = lab.admin.get(f"{API}/jobs?recording={recording}&kind=probe")["jobs"][0]["error"]
    row = lab.page.locator("#recording-jobs tbody tr", has_text="probe")
    assert why in row.inner_text()

    row.get_by_role("button", name="Retry probe").click()

    lab.page.get_by_text("The job probe is tried again").wait_for()
    until_state(lab, recording, "probe", "failed")
    stored = lab.admin.call("GET", f"{API}/recordings/{recording}/segments/0/video")
    assert stored.content == broken.read_bytes()


def test_a_session_is_withdrawn(lab: Lab, device: EnrolledDevice) -> None:
    take = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(take)
    lab.open(f"/web/sessions/{take.session_id}/withdraw")
    assert "1" in lab.page.locator("main tbody").inner_text()

    lab.page.get_by_role("button", name="Withdraw").click()
    # It asks first: nothing goes before somebody said that it shall.
    assert device.client.get(f"{API}/recordings/{take.id}")["state"] == "stored"
    lab.page.get_by_label("Delete all of this for good").check()
    with lab.page.expect_navigation():
        lab.page.get_by_role("button", name="Withdraw").click()

    gone = requests.get(
        f"{lab.serving.url}{API}/recordings/{take.id}",
        headers={"Authorization": f"Bearer {lab.admin.token}"},
        timeout=30,
    )
    assert gone.status_code == 410
    assert not (lab.serving.data / "sessions" / take.session_id).exists()
