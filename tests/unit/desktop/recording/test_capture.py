"""The threads between sources and recorder, with sources that do as the test says."""

import queue
import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from desktop.recording.capture import (
    Capture,
    FrameArrived,
    Notice,
    SoundSettled,
    SourceBroke,
    SourceEnded,
)
from desktop.recording.errors import DeviceAbsent, DeviceBusy, DeviceLost, RecordingError
from desktop.recording.microphone import NoMicrophone
from desktop.recording.sources import AudioSource, Block, Frame
from holdfast.announcement import Video
from holdfast.clock import SystemClock

CLOCK = SystemClock()
VIDEO = Video("h264", 640, 480, 30.0, "x", "X")
WAIT_S = 20.0


class Film:
    """Gives the frames that the test puts in; an exception is raised, None is the end."""

    live = False

    def __init__(self) -> None:
        self.frames: queue.SimpleQueue[Frame | BaseException | None] = queue.SimpleQueue()
        self.closed = threading.Event()

    def open(self) -> Video:
        return VIDEO

    def read(self, stop: threading.Event) -> Frame | None:
        item = self.frames.get(timeout=WAIT_S)
        if isinstance(item, BaseException):
            raise item
        return item

    def close(self) -> None:
        self.closed.set()


class Tape:
    """A sound source that delivers what the test gives it."""

    name = "Tape"

    def __init__(self, error: RecordingError | None = None) -> None:
        self.error = error
        self.deliver: Callable[[Block], None] = lambda block: None
        self.opened = threading.Event()
        self.closed = threading.Event()

    def open(self, deliver: Callable[[Block], None]) -> None:
        if self.error is not None:
            raise self.error
        self.deliver = deliver
        self.opened.set()

    def close(self) -> None:
        self.closed.set()


class Basket:
    """Takes everything."""

    def __init__(self) -> None:
        self.frames: queue.SimpleQueue[Frame] = queue.SimpleQueue()
        self.blocks: list[int] = []

    def offer_frame(self, frame: Frame) -> None:
        self.frames.put(frame)

    def offer_block(self, block: Block) -> None:
        self.blocks.append(block.time_ns)


class Rig:
    """A capture between a film, a tape and the test."""

    def __init__(self, tape: Tape | None = None, **options: bool) -> None:
        self.film = Film()
        self.notices: queue.SimpleQueue[Notice] = queue.SimpleQueue()

        def open_sound() -> AudioSource | None:
            return tape

        self.capture = Capture(self.film, open_sound, CLOCK, self.notices.put, None, **options)
        self.capture.start()

    def notice(self) -> Notice:
        return self.notices.get(timeout=WAIT_S)


@pytest.fixture
def rigs() -> Iterator[Callable[..., Rig]]:
    made: list[Rig] = []

    def make(tape: Tape | None = None, **options: bool) -> Rig:
        made.append(Rig(tape, **options))
        return made[-1]

    yield make
    for rig in made:
        rig.film.frames.put(None)
        rig.capture.close()


def frame(time_ns: int) -> Frame:
    return Frame(time_ns, jpeg=b"x")


def block(time_ns: int) -> Block:
    return Block(time_ns, np.full(480, 16_384, np.int16))


def test_frames_go_to_whoever_records_and_to_nobody_else(rigs: Callable[..., Rig]) -> None:
    rig = rigs()
    assert rig.notice() == SoundSettled(None)
    rig.film.frames.put(frame(1))
    assert rig.notice() == FrameArrived(VIDEO)

    basket = Basket()
    rig.capture.attach(basket)
    rig.film.frames.put(frame(2))
    seen = basket.frames.get(timeout=WAIT_S)

    assert seen.time_ns in (1, 2)
    rig.capture.detach()
    rig.film.frames.put(frame(3))
    rig.film.frames.put(None)
    assert rig.notice() == SourceEnded()
    assert rig.film.closed.wait(WAIT_S)


def test_a_file_stands_still_at_its_first_frame_until_a_recording_starts(
    rigs: Callable[..., Rig],
) -> None:
    rig = rigs(holds=True)
    rig.film.frames.put(frame(1_000))
    rig.film.frames.put(frame(2_000))
    assert {type(rig.notice()), type(rig.notice())} == {SoundSettled, FrameArrived}

    before_ns = CLOCK.monotonic_ns()
    basket = Basket()
    rig.capture.attach(basket)
    first, second = (basket.frames.get(timeout=WAIT_S) for _ in range(2))

    assert before_ns <= first.time_ns <= CLOCK.monotonic_ns()
    assert second.time_ns - first.time_ns == 1_000


def test_a_file_that_is_resumed_keeps_the_recordings_clock(rigs: Callable[..., Rig]) -> None:
    rig = rigs(holds=True, resumes=True)
    rig.film.frames.put(frame(1_000))
    basket = Basket()
    rig.capture.attach(basket)

    assert basket.frames.get(timeout=WAIT_S).time_ns == 1_000


def test_the_sound_of_just_before_belongs_to_the_recording(rigs: Callable[..., Rig]) -> None:
    tape = Tape()
    rig = rigs(tape)
    assert tape.opened.wait(WAIT_S)
    for number in range(100):
        tape.deliver(block(number))
    settled = rig.notice()

    basket = Basket()
    rig.capture.attach(basket)
    tape.deliver(block(100))

    assert isinstance(settled, SoundSettled)
    assert settled.audio is not None
    assert settled.audio.microphone == "Tape"
    # 0.3 s in blocks of 10 ms, without a seam to what follows.
    assert basket.blocks == list(range(100 - 30, 101))
    level_db, peak_db = rig.capture.level_db()
    assert level_db == pytest.approx(-6.0, abs=0.1)
    assert peak_db == pytest.approx(-6.0, abs=0.1)


@pytest.mark.parametrize("error", [NoMicrophone("There is none."), DeviceBusy("It is in use.")])
def test_sound_that_fails_is_noted(rigs: Callable[..., Rig], error: RecordingError) -> None:
    rig = rigs(Tape(error))

    assert rig.notice() == SoundSettled(None, error.sentence)


def test_a_microphone_that_was_named_and_is_absent_breaks_the_source(
    rigs: Callable[..., Rig],
) -> None:
    absent = DeviceAbsent("There is no such microphone.")

    assert rigs(Tape(absent)).notice() == SourceBroke(absent)


def test_a_lost_source_is_told_and_released(rigs: Callable[..., Rig]) -> None:
    rig = rigs()
    lost = DeviceLost("Unplugged.")
    assert rig.notice() == SoundSettled(None)
    rig.film.frames.put(frame(1))
    rig.film.frames.put(lost)

    assert rig.notice() == FrameArrived(VIDEO)
    assert rig.notice() == SourceBroke(lost)
    assert rig.film.closed.wait(WAIT_S)


def test_a_fault_of_our_own_is_never_silent(
    rigs: Callable[..., Rig], caplog: pytest.LogCaptureFixture
) -> None:
    rig = rigs()
    assert rig.notice() == SoundSettled(None)
    rig.film.frames.put(ZeroDivisionError("ours"))

    broke = rig.notice()

    assert isinstance(broke, SourceBroke)
    assert "ZeroDivisionError" in broke.error.sentence
    assert "fault of our own" in caplog.text or "reason of our own" in caplog.text
