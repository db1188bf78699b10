"""A camera that lies, as the kernel's test camera does: what it says is never taken for granted."""

import threading
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.recording.camera import (
    BUFFERS,
    CameraSource,
    FullBuffers,
    Grabber,
    Stamps,
    overwritten,
)
from desktop.recording.errors import DeviceAbsent, DeviceLost
from desktop.recording.model import CaptureRequest
from desktop.recording.sources import Pixels
from holdfast.clock import SystemClock

CLOCK = SystemClock()
JPEG = cv2.imencode(".jpg", np.zeros((48, 64, 3), np.uint8))[1].reshape(1, -1)
PIXELS = np.zeros((47, 64, 3), np.uint8)
MS = 1_000_000


class Lying:
    """Opens always; gives what it was told to, whatever was asked for."""

    def __init__(self, pictures: list[Pixels | None], stamps_ms: list[float] | None = None) -> None:
        self.pictures = pictures
        self.stamps_ms = stamps_ms or []
        self.released = False

    def isOpened(self) -> bool:
        return True

    def read(self) -> tuple[bool, Pixels | None]:
        picture = self.pictures.pop(0) if self.pictures else None
        return picture is not None, picture

    def get(self, prop: int) -> float:
        if prop == cv2.CAP_PROP_POS_MSEC:
            return self.stamps_ms.pop(0) if self.stamps_ms else 0.0
        return 25.0

    def release(self) -> None:
        self.released = True


class Opener:
    """Hands out grabbers in turn and remembers what they were asked for."""

    def __init__(self, *grabbers: Lying) -> None:
        self.grabbers = list(grabbers)
        self.asked: list[dict[int, int]] = []

    def __call__(self, path: str, settings: Sequence[int]) -> Grabber:
        self.asked.append(dict(zip(settings[::2], settings[1::2], strict=True)))
        return self.grabbers[len(self.asked) - 1]


@pytest.fixture
def node(tmp_path: Path) -> str:
    path = tmp_path / "video9"
    path.touch()
    return str(path)


def test_a_cameras_own_jpegs_are_taken_undecoded(node: str) -> None:
    opener = Opener(Lying([JPEG, JPEG]))
    camera = CameraSource(CaptureRequest(node), CLOCK, opener)

    video = camera.open()
    frame = camera.read(threading.Event())

    assert (video.width, video.height, video.nominal_fps, video.padded) == (64, 48, 25.0, False)
    assert frame is not None
    assert frame.jpeg == JPEG.tobytes()
    (asked,) = opener.asked
    assert asked[cv2.CAP_PROP_FOURCC] == cv2.VideoWriter.fourcc(*"MJPG")
    assert asked[cv2.CAP_PROP_CONVERT_RGB] == 0
    # The format first: it decides which sizes there are.
    assert next(iter(asked)) == cv2.CAP_PROP_FOURCC


def test_a_camera_that_only_says_it_gives_jpeg_is_opened_for_pixels(node: str) -> None:
    first, second = Lying([PIXELS]), Lying([PIXELS])
    opener = Opener(first, second)
    camera = CameraSource(CaptureRequest(node), CLOCK, opener)

    video = camera.open()
    frame = camera.read(threading.Event())

    assert first.released
    assert frame is not None
    assert frame.pixels is not None
    assert (video.width, video.height, video.padded) == (64, 48, True)
    assert opener.asked[1][cv2.CAP_PROP_FOURCC] == cv2.VideoWriter.fourcc(*"YUYV")


def test_a_camera_that_opens_and_gives_nothing_is_not_open(node: str) -> None:
    grabbers = Lying([]), Lying([])

    with pytest.raises(DeviceLost, match="gave no picture"):
        CameraSource(CaptureRequest(node), CLOCK, Opener(*grabbers)).open()

    assert all(each.released for each in grabbers)


def test_no_picture_any_more_is_a_loss(node: str) -> None:
    camera = CameraSource(CaptureRequest(node), CLOCK, Opener(Lying([JPEG, JPEG])))
    camera.open()
    camera.read(threading.Event())
    camera.read(threading.Event())

    with pytest.raises(DeviceLost, match="unplugged"):
        camera.read(threading.Event())


def test_a_camera_that_is_not_there_is_named() -> None:
    with pytest.raises(DeviceAbsent, match="/dev/video99"):
        CameraSource(CaptureRequest("99"), CLOCK).open()


def test_the_drivers_stamp_is_believed_while_it_makes_sense() -> None:
    stamps = Stamps()
    now = 1_000_000 * MS

    assert stamps.time_ns(now - 30 * MS, now) == now - 30 * MS
    # It stands still, then belongs to another clock, then goes on.
    assert stamps.time_ns(now - 30 * MS, now + 33 * MS) == now + 33 * MS
    assert stamps.time_ns(5 * MS, now + 66 * MS) == now + 66 * MS
    assert stamps.time_ns(now + 70 * MS, now + 100 * MS) == now + 70 * MS


@given(st.lists(st.tuples(st.integers(0, 10**13), st.integers(0, 10**8)), max_size=50))
def test_times_always_increase_and_stay_near_arrival(readings: list[tuple[int, int]]) -> None:
    stamps = Stamps()
    now_ns, last_ns = 10**12, 0
    for stamp_ns, step_ns in readings:
        now_ns += step_ns
        time_ns = stamps.time_ns(stamp_ns, now_ns)
        assert time_ns > last_ns
        assert abs(time_ns - now_ns) <= 3_501 * MS
        last_ns = time_ns


def test_pictures_from_the_buffers_keep_their_distance_where_stamps_are_ahead() -> None:
    stamps = Stamps()
    start, ahead = 1_000_000 * MS, 89 * MS
    taken = [start + number * 100 * MS for number in range(12)]
    # Nobody reads while the driver fills its buffers with the pictures 5 to 8.
    arrived = [*taken[:5], *[taken[8] + 350 * MS] * 4, *taken[9:]]
    arrived[9:] = [max(each, arrived[8]) for each in arrived[9:]]

    times = [stamps.time_ns(each + ahead, at) for each, at in zip(taken, arrived, strict=True)]

    assert times == taken


def test_a_stamp_of_another_clock_moves_nothing() -> None:
    stamps = Stamps()
    now = 1_000_000 * MS

    assert stamps.time_ns(now + 900 * MS, now) == now
    assert stamps.time_ns(now + 950 * MS, now + 33 * MS) == now + 33 * MS


@pytest.mark.parametrize(
    ("away_ms", "between_ms", "lost"),
    [
        (5, 33, 0),
        # In the dark the camera is slow, and we were there all the time.
        (5, 133, 0),
        (90, 33, 0),
        (400, 300, 8),
        (400, 33, 0),
    ],
)
def test_only_a_late_reader_has_lost_pictures(away_ms: int, between_ms: int, lost: int) -> None:
    assert overwritten(away_ms * MS, between_ms * MS, 33 * MS) == lost


class Driver:
    """A driver with four buffers: pictures that find none free are lost, as V4L2 does it."""

    def __init__(self, interval_ms: int, arrival_ms: int = 20) -> None:
        self.interval_ms = interval_ms
        self.arrival_ms = arrival_ms
        self.full: list[int] = []
        self.dropped = 0
        self._next_ms = 0

    def read(self, now_ms: int) -> tuple[int, int]:
        """When the next picture was taken, and when a reader has it who asks at `now_ms`."""
        self._take_until(now_ms)
        if not self.full:
            now_ms = self._next_ms + self.arrival_ms
            self._take_until(now_ms)
        return self.full.pop(0), now_ms

    def _take_until(self, now_ms: int) -> None:
        while self._next_ms + self.arrival_ms <= now_ms:
            if len(self.full) < BUFFERS:
                self.full.append(self._next_ms)
            else:
                self.dropped += 1
            self._next_ms += self.interval_ms


@pytest.mark.parametrize("arrival_ms", [5, 100])
@pytest.mark.parametrize("still_ms", [[0], [90], [1000], [500, 2500], [180], [140] * 40])
def test_pictures_that_found_no_buffer_are_counted(still_ms: list[int], arrival_ms: int) -> None:
    driver, buffers = Driver(33, arrival_ms), FullBuffers()
    pauses = {20 + 15 * place: pause for place, pause in enumerate(still_ms)}
    now_ms, last_ms, counted = 0, -33, 0
    for number in range(20 + 15 * (len(still_ms) + 1)):
        taken_ms, now_ms = driver.read(now_ms + pauses.get(number, 2))
        counted += buffers.lost((now_ms - taken_ms) * MS, (taken_ms - last_ms) * MS, 33 * MS)
        last_ms = taken_ms

    assert counted == driver.dropped
    assert (driver.dropped > 0) == (max(still_ms) > 170)


def test_a_reader_who_is_always_too_slow_loses_and_knows_it() -> None:
    driver, buffers = Driver(33), FullBuffers()
    now_ms, last_ms, counted = 0, -33, 0
    for _ in range(200):
        taken_ms, now_ms = driver.read(now_ms + 50)
        counted += buffers.lost((now_ms - taken_ms) * MS, (taken_ms - last_ms) * MS, 33 * MS)
        last_ms = taken_ms

    assert driver.dropped > 60
    # What was dropped last shows once the buffers are read.
    assert counted == pytest.approx(driver.dropped, abs=BUFFERS)


def test_a_camera_that_takes_fewer_pictures_in_the_dark_has_lost_none() -> None:
    buffers = FullBuffers()

    in_the_light = [buffers.lost(40 * MS, 33 * MS, 33 * MS) for _ in range(50)]
    in_the_dark = [buffers.lost(100 * MS, 100 * MS, 33 * MS) for _ in range(50)]

    assert (sum(in_the_light), sum(in_the_dark)) == (0, 0)
