"""The pages in a real browser: signing in, the four lights, playing the whole and its pieces."""

import io
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import av
import numpy as np
import pytest
import requests

from desktop.recording.encoding import CAMERA_JPEG, DEFAULT, SUPERFAST, ULTRAFAST
from desktop.recording.scene_code import read_code
from tests.integration.server.test_crashes import until_settled
from tests.support.chromium import chromium, visit
from tests.support.received import STARTED, Take, encoded_part, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.support.serving import Serving, admin

PLAY = """
(async () => {
  const video = document.querySelector('video');
  if (video.readyState < 2) await new Promise((done, failed) => {
    video.addEventListener('loadeddata', done);
    video.addEventListener('error', () => failed(video.error.message));
  });
  const started_s = video.currentTime;
  video.playbackRate = 4;
  await video.play();
  await new Promise(done => video.addEventListener('ended', done));
  const quality = video.getVideoPlaybackQuality();
  return {started_s, ended_s: video.currentTime, duration_s: video.duration,
          width: video.videoWidth, frames: quality.totalVideoFrames};
})()
"""
DATA = 'type="application/json" id="player-facts"'
LIGHTS = "[...document.querySelectorAll('.lights .light')].map(each => each.innerText.trim())"


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    with Serving(tmp_path / "data") as running:
        yield running


@pytest.fixture
def device(serving: Serving) -> EnrolledDevice:
    return serving.enrolled()


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [scene_part(150), scene_part(30, 6.0)]).signed(device.key)
    device.client.send(made)
    until_settled(device.client, made.id)
    return made


def sign_in_link(serving: Serving) -> str:
    return str(admin(serving.data, "user", "add", "ann", "--role", "viewer")["link"])


@pytest.mark.browser
def test_a_researcher_signs_in_and_plays(
    serving: Serving, device: EnrolledDevice, take: Take
) -> None:
    later = STARTED + timedelta(minutes=1)
    late = make_take(device.id, [scene_part(300)], started=later).signed(device.key)
    device.client.announce(late)
    device.client.put_chunk(late.id, 4, late.pieces[4].data)

    with chromium() as program, visit(program) as browser:
        browser.open(sign_in_link(serving))
        assert browser.run("document.title") == "Overview – Holdfast"
        lights = browser.run(LIGHTS)
        browser.open(f"{serving.url}/web/recordings/{take.id}")
        whole = browser.run(PLAY)
        browser.open(f"{serving.url}/web/recordings/{take.id}/segments/2")
        piece = browser.run(PLAY)
        browser.open(f"{serving.url}/web/recordings/{late.id}/segments/4")
        arriving = browser.run("document.body.innerText")
        browser.page.emulate_media(color_scheme="dark")
        dark = browser.run("getComputedStyle(document.body).backgroundColor")
        requested, complaints = browser.requested, browser.complaints

    # Both began in the same millisecond, so either may come first.
    shown = [each.partition("\n")[0].split(":")[0] for each in lights]
    assert sorted([shown[:4], shown[4:]]) == [
        ["● Saved", "● Received", "● Verified", "● Playable"],
        ["◐ Saved", "◐ Received", "○ Verified", "○ Playable"],
    ]
    assert whole["ended_s"] == pytest.approx(7.0, abs=0.1)
    assert (whole["started_s"], whole["width"]) == (0, 320)
    # A segment keeps the recording's clock: the third begins at 4 s.
    assert piece["started_s"] == pytest.approx(4.0, abs=0.1)
    assert piece["ended_s"] == pytest.approx(5.0, abs=0.1)
    assert "once it is kept" in arriving
    assert dark == "rgb(17, 22, 27)"
    # The browser's own buttons are `data:`; everything else comes from the receiver.
    foreign = [url for url in requested if not url.startswith((f"{serving.url}/web/", "data:"))]
    assert foreign == []
    assert complaints == []


def test_signing_in_and_out(serving: Serving, take: Take) -> None:
    link = sign_in_link(serving)
    with requests.Session() as browser:
        assert browser.head(link, timeout=10).status_code == 200
        entered = browser.get(link, timeout=10)
        assert entered.url == f"{serving.url}/web/"
        assert take.announcement["participant"] in entered.text
        (cookie,) = iter(browser.cookies)
        assert (cookie.path, cookie.has_nonstandard_attr("HttpOnly")) == ("/web", True)
        assert entered.history[0].headers["Set-Cookie"].endswith("SameSite=Lax")

        # The cookie opens pages and nothing else.
        everything = {"Cookie": f"{cookie.name}={cookie.value}"}
        api = requests.get(f"{serving.url}/api/v1/recordings", headers=everything, timeout=10)
        assert api.status_code == 401

        page = browser.get(f"{serving.url}/web/", timeout=10).text
        secret = {"csrf": page.split('name="csrf-token" content="')[1].split('"')[0]}
        assert browser.post(f"{serving.url}/web/leave", timeout=10).status_code == 403
        left = browser.post(f"{serving.url}/web/leave", data=secret, timeout=10)
        assert left.url.endswith("/sign-in")
        again = requests.get(f"{serving.url}/web/", headers=everything, timeout=10)
        assert again.url.endswith("/web/sign-in")
    assert requests.get(link, timeout=10).status_code == 403


def test_pages_allow_nothing_from_elsewhere(serving: Serving, take: Take) -> None:
    with requests.Session() as browser:
        browser.get(sign_in_link(serving), timeout=10)
        page = browser.get(f"{serving.url}/web/recordings/{take.id}", timeout=10)
        lost = browser.get(f"{serving.url}/web/nowhere", timeout=10)

    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", page.text, re.DOTALL)
    assert scripts
    running = [each for each in scripts if each[0].strip() != DATA]
    assert len(running) < len(scripts)
    assert all('src="/web/static/' in said and inside == "" for said, inside in running)
    assert " style=" not in page.text
    assert (lost.status_code, lost.headers["Content-Type"]) == (404, "text/html; charset=utf-8")


def test_what_a_device_says_is_text_on_the_page(serving: Serving, device: EnrolledDevice) -> None:
    made = make_take(device.id, [])
    evil = "<script>alert(1)</script>"
    session = {**made.session, "participant": evil}
    announcement = {**made.announcement, "participant": evil, "prompt": evil}
    device.client.announce(Take(session, announcement, (), made.manifest))

    with requests.Session() as browser:
        listed = browser.get(sign_in_link(serving), timeout=10).text
        page = browser.get(f"{serving.url}/web/recordings/{made.id}", timeout=10).text

    assert "<script>" not in listed + page
    assert "&lt;script&gt;alert(1)" in listed


RANGES = (
    (None, 200, (None, None)),
    ("bytes=10-19", 206, (10, 20)),
    ("bytes=-5", 206, (-5, None)),
    ("bytes=100-", 206, (100, None)),
    ("bytes=999999999-", 416, None),
)


def test_videos_are_sent_in_ranges(serving: Serving, take: Take) -> None:
    user = serving.user()
    folder = serving.data / "sessions" / take.session_id / take.id
    for path, file in (("video", "recording.mp4"), ("segments/1/video", "segments/000001.mp4")):
        kept = (folder / file).read_bytes()
        for asked, status, content in RANGES:
            headers = {} if asked is None else {"Range": asked}
            answer = user.call("GET", f"/api/v1/recordings/{take.id}/{path}", headers=headers)

            assert answer.status_code == status, asked
            if content is None:
                assert answer.json()["code"] == "range_unsatisfiable"
                continue
            assert answer.content == kept[slice(*content)], asked
            assert answer.headers["Content-Type"] == "video/mp4"
            assert answer.headers["Accept-Ranges"] == "bytes"


LOOK_AT = """
async time_s => {
  const video = document.querySelector('video');
  // "seeked" may come before the picture: it is the presented frame's own time that counts.
  const shown = new Promise(done => {
    const look = (_, frame) => Math.abs(frame.mediaTime - time_s) < 1 / 40
      ? done() : video.requestVideoFrameCallback(look);
    video.requestVideoFrameCallback(look);
  });
  video.currentTime = time_s;
  await shown;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
  const context = canvas.getContext('2d');
  context.drawImage(video, 0, 0);
  const colours = context.getImageData(0, 0, canvas.width, canvas.height).data;
  return Array.from(colours.filter((_, index) => index % 4 === 1));
}
"""


@pytest.mark.slow
@pytest.mark.browser
def test_parts_of_faster_presets_play_as_one_and_the_cameras_jpegs_are_for_download(
    serving: Serving, device: EnrolledDevice
) -> None:
    parts = [encoded_part(60, 0.0, DEFAULT), encoded_part(60, 2.0, SUPERFAST)]
    parts += [encoded_part(60, 4.0, ULTRAFAST), encoded_part(30, 6.0, CAMERA_JPEG)]
    take = make_take(device.id, parts).signed(device.key)
    device.client.send(take)
    until_settled(device.client, take.id)

    seams = [frame for seam in (60, 120) for frame in range(seam - 3, seam + 3)]
    with chromium() as program, visit(program) as browser:
        browser.open(sign_in_link(serving))
        browser.open(f"{serving.url}/web/recordings/{take.id}")
        played = browser.run(PLAY)
        shown = [
            read_code(np.array(grey, np.uint8).reshape(240, 320))
            for grey in (browser.page.evaluate(LOOK_AT, (frame + 0.5) / 30) for frame in seams)
        ]
        with browser.page.expect_download() as download:
            browser.page.get_by_role("link", name="Download it").click()
        kept = download.value.path().read_bytes()

    assert played["ended_s"] == pytest.approx(6.0, abs=0.1)
    assert played["frames"] == 180
    assert [code.frame for code in shown if code] == [frame % 60 for frame in seams]
    with av.open(io.BytesIO(kept), "r") as container:
        assert container.streams.video[0].codec_context.name == "mjpeg"
        assert len(list(container.decode(video=0))) == 30
