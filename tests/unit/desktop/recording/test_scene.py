"""The built-in scene keeps its own time to the nanosecond, paced and live."""

import threading

import numpy as np
import pytest

from desktop.recording.errors import RecordingError
from desktop.recording.sources import RATE_HZ, Block, Frame
from desktop.recording.test_scene import (
    FLASH_AT_S,
    RING_FRAMES,
    SceneTone,
    TestScene,
    is_flash,
    read_code,
)
from holdfast.clock import SystemClock
from tests.support.manual_clock import ClockedStop, ManualClock


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def stop(clock: ManualClock) -> ClockedStop:
    return ClockedStop(clock)


def opened(clock: ManualClock, *, live: bool, origin_ns: int | None = None) -> TestScene:
    scene = TestScene(live, clock, width=320, height=240, origin_ns=origin_ns)
    scene.open()
    return scene


def taken(scene: TestScene, stop: threading.Event) -> Frame:
    frame = scene.read(stop)
    assert frame is not None
    return frame


def number_in(frame: Frame) -> int:
    assert frame.pixels is not None
    code = read_code(frame.pixels)
    assert code is not None
    return code.frame


def test_it_says_what_it_gives(clock: ManualClock) -> None:
    video = TestScene(False, clock).open()

    assert (video.width, video.height, video.nominal_fps) == (1280, 720, 30.0)


def test_frames_come_thirty_a_second_with_their_exact_times(
    clock: ManualClock, stop: ClockedStop
) -> None:
    scene = opened(clock, live=False)
    began_ns = clock.monotonic_ns()

    frames = [taken(scene, stop) for _ in range(31)]

    assert [number_in(frame) for frame in frames] == list(range(31))
    assert [frame.time_ns - began_ns for frame in frames] == [
        number * 1_000_000_000 // 30 for number in range(31)
    ]
    assert clock.monotonic_ns() - began_ns == pytest.approx(1e9, abs=1000)
    assert len(stop.waits_s) == 30


def test_the_code_tells_the_scene_time(clock: ManualClock, stop: ClockedStop) -> None:
    scene = opened(clock, live=False)
    for _ in range(4):
        frame = taken(scene, stop)

    assert frame.pixels is not None
    code = read_code(frame.pixels)
    assert code is not None
    assert code.time_us == 100_000


def test_the_paced_scene_drops_nothing_and_catches_up(
    clock: ManualClock, stop: ClockedStop
) -> None:
    scene = opened(clock, live=False)
    taken(scene, stop)
    clock.advance(2.0)

    late = [taken(scene, stop) for _ in range(60)]

    assert [number_in(frame) for frame in late] == list(range(1, 61))
    assert not any(frame.lost_before for frame in late)
    assert stop.waits_s == []


def test_the_live_scene_keeps_a_ring_and_counts_what_fell_out(
    clock: ManualClock, stop: ClockedStop
) -> None:
    scene = opened(clock, live=True)
    taken(scene, stop)
    clock.advance(1.0 + 1e-6)

    after = [taken(scene, stop) for _ in range(RING_FRAMES + 1)]

    assert [number_in(frame) for frame in after] == [27, 28, 29, 30, 31]
    assert [frame.lost_before for frame in after] == [26, 0, 0, 0, 0]


def test_a_reader_up_to_the_ring_late_loses_nothing(clock: ManualClock, stop: ClockedStop) -> None:
    scene = opened(clock, live=True)
    taken(scene, stop)
    clock.advance(RING_FRAMES / 30 + 1e-6)

    after = [taken(scene, stop) for _ in range(RING_FRAMES)]

    assert [number_in(frame) for frame in after] == [1, 2, 3, 4]
    assert not any(frame.lost_before for frame in after)


@pytest.mark.parametrize("live", [False, True])
def test_with_an_origin_it_goes_on_where_the_scene_is_now(
    clock: ManualClock, stop: ClockedStop, live: bool
) -> None:
    origin_ns = clock.monotonic_ns() - 10_010_000_000
    scene = opened(clock, live=live, origin_ns=origin_ns)

    frame = taken(scene, stop)

    assert number_in(frame) == 301
    assert frame.time_ns == origin_ns + 301 * 1_000_000_000 // 30
    assert frame.lost_before == 0


def test_the_stop_event_ends_a_wait(clock: ManualClock) -> None:
    scene = opened(clock, live=False)
    stop = threading.Event()
    assert scene.read(stop) is not None
    stop.set()

    assert scene.read(stop) is None


def test_a_closed_scene_has_ended(clock: ManualClock, stop: ClockedStop) -> None:
    scene = opened(clock, live=False)
    scene.close()
    scene.close()

    assert scene.read(stop) is None


def test_it_must_be_opened_first(clock: ManualClock, stop: ClockedStop) -> None:
    with pytest.raises(RecordingError, match="before it was opened"):
        TestScene(False, clock).read(stop)


def test_it_flashes_once_a_second(clock: ManualClock, stop: ClockedStop) -> None:
    scene = opened(clock, live=False)
    frames = [taken(scene, stop) for _ in range(90)]

    bright = [
        number
        for number, frame in enumerate(frames)
        if frame.pixels is not None and frame.pixels[40:200].mean() > 250
    ]

    assert bright == [15, 16, 17, 45, 46, 47, 75, 76, 77]


def test_the_paced_tone_gives_each_frame_its_sound(clock: ManualClock, stop: ClockedStop) -> None:
    scene = opened(clock, live=False)
    tone = SceneTone(clock, scene)
    blocks: list[Block] = []
    tone.open(blocks.append)

    frames = [taken(scene, stop) for _ in range(60)]
    tone.close()
    taken(scene, stop)

    assert [block.time_ns for block in blocks] == [frame.time_ns for frame in frames]
    assert sum(len(block.samples) for block in blocks) == 2 * RATE_HZ


def test_the_tone_beeps_on_the_flash_and_is_quiet_otherwise(clock: ManualClock) -> None:
    second = SceneTone(clock).block(3 * RATE_HZ, 4 * RATE_HZ, 0).samples.astype(float) / 32768
    loud = np.flatnonzero(np.abs(second) > 0.1)

    assert loud[0] / RATE_HZ == pytest.approx(FLASH_AT_S, abs=0.001)
    assert loud[-1] / RATE_HZ == pytest.approx(FLASH_AT_S + 0.1, abs=0.001)
    assert is_flash(int(loud[0] * 1e6 / RATE_HZ) + 100)
    assert np.argmax(np.abs(np.fft.rfft(second))) == 1000


def test_the_tone_goes_on_without_a_seam(clock: ManualClock) -> None:
    tone = SceneTone(clock)
    whole = np.concatenate([tone.block(0, RATE_HZ, 0).samples] * 3)

    pieces = [tone.block(first, first + 1600, 0).samples for first in range(0, 3 * RATE_HZ, 1600)]

    assert np.array_equal(np.concatenate(pieces), whole)


def test_a_tone_of_its_own_runs_by_the_clock() -> None:
    tone = SceneTone(SystemClock())
    blocks: list[Block] = []
    enough = threading.Event()

    def deliver(block: Block) -> None:
        blocks.append(block)
        if len(blocks) >= 5:
            enough.set()

    tone.open(deliver)
    assert enough.wait(10)
    tone.close()
    count = len(blocks)

    assert [block.time_ns - blocks[0].time_ns for block in blocks[:5]] == [
        number * 20_000_000 for number in range(5)
    ]
    assert len(blocks) == count
