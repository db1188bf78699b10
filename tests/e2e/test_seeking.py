"""The joined file in a browser: wherever one seeks to, the picture of that instant is shown.

The camera of the recording was unplugged in the middle, so the file has a hole in it, and its
frames come at odd times. What the browser shows is read back from a canvas.
"""

import base64
import bisect
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from desktop.recording.scene_code import SceneCode, read_code
from tests.support.chromium import Visit, chromium, visit
from tests.support.recorded_truth import assert_true
from tests.support.simulated_devices import CameraTraits, MicrophoneTraits
from tests.support.simulated_recording import Recorded, Scenario, record

pytestmark = pytest.mark.browser

TRIES = 20
_LOAD = """async data => {
    const bytes = Uint8Array.from(atob(data), each => each.charCodeAt(0));
    const video = document.createElement("video");
    document.body.append(video);
    const loaded = new Promise((done, failed) => {
        video.addEventListener("loadeddata", done);
        video.addEventListener("error", () => failed(video.error.message));
    });
    video.src = URL.createObjectURL(new Blob([bytes], {type: "video/mp4"}));
    await loaded;
    return video.duration;
}"""
_SEEK = """async to => {
    const video = document.querySelector("video");
    const there = new Promise(done => video.addEventListener("seeked", done, {once: true}));
    video.currentTime = to;
    await there;
    const canvas = document.createElement("canvas");
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d").drawImage(video, 0, 0);
    return canvas.toDataURL("image/png").split(",")[1];
}"""


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorded:
    camera = CameraTraits(delivered_fps=24.0, jitter=0.2, trouble="untold drops")
    scenario = Scenario((camera, camera), MicrophoneTraits(), seconds=6.0, seed=5)
    recorded = record(scenario, tmp_path / "device", monkeypatch)
    assert_true(recorded, tmp_path / "receiver")
    return recorded


@pytest.fixture
def browser_page() -> Iterator[Visit]:
    with chromium() as running, visit(running) as person:
        person.page.set_content("<title>Seeking</title>")
        yield person


def test_every_place_shows_its_own_picture(recorded: Recorded, browser_page: Visit) -> None:
    zero_s = (recorded.zero_ns - recorded.clock.zero_ns) / 1e9
    truth = [each for given in recorded.given for each in given]
    starts_s = [each.stamp_s - zero_s for each in truth]
    first_after_gap = len(recorded.given[0])
    (file,) = recorded.joined
    duration_s = browser_page.page.evaluate(_LOAD, base64.b64encode(file.read_bytes()).decode())
    assert duration_s == pytest.approx(starts_s[-1] + 1 / 24, abs=0.1)
    places_s = [starts_s[number] + 0.004 for number in _numbers(len(truth), first_after_gap)]
    in_the_gap_s = starts_s[first_after_gap] - 1.0

    for place_s in [*places_s, in_the_gap_s]:
        expected = truth[bisect.bisect_right(starts_s, place_s) - 1]
        time_us = round(expected.captured_s * 1e6)
        # On a busy machine it says that it is there before it has drawn the picture.
        for _ in range(TRIES):
            shown = _shown(browser_page, place_s)
            if shown is not None and shown.time_us == time_us:
                break
        assert shown is not None, f"no code can be read at {place_s} s"
        assert shown.time_us == time_us, place_s
    assert browser_page.complaints == []


def _numbers(count: int, first_after_gap: int) -> list[int]:
    """Pictures to look for, forth and back: near cuts, around the gap, at both ends."""
    found = [0, 1, 97, 60, first_after_gap - 1, first_after_gap, first_after_gap + 1]
    return [*found, 110, count - 1, count - 2, first_after_gap + 100, 5, count - 1]


def _shown(person: Visit, place_s: float) -> SceneCode | None:
    png = base64.b64decode(person.page.evaluate(_SEEK, place_s))
    picture = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return read_code(np.asarray(picture, np.uint8))
