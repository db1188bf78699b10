"""Every picture of a real camera by the number that its driver wrote into it, and its time."""

import itertools
import signal
import threading
from collections.abc import Callable

import numpy as np
import pytest

from desktop.recording.model import Progress
from holdfast.manifest import Manifest
from tests.hardware.vivid import FPS, SIZE, Letters, Written, needs_vivid
from tests.integration.recorder.conftest import Bench, Open, decode

pytestmark = [pytest.mark.hardware, pytest.mark.timeout(180), needs_vivid]

NATIVE = {"width": SIZE[0], "height": SIZE[1], "fps": FPS, "audio": "none"}
INTERVAL_S = 1 / FPS
FEW = 2
TICK_S = 0.012
"""The driver wakes with the kernel's tick of 10 ms, and a little late."""


Note = Callable[[str, object], None]


class Filmed:
    """A finished recording: what each picture says, and when the recorder says it was taken."""

    def __init__(self, bench: Bench, letters: Letters) -> None:
        self.manifest: Manifest = bench.end()
        self.written: list[Written] = []
        self.times_s: list[float] = []
        for sidecar in bench.sidecars():
            frames = decode(bench.folder.segment(sidecar.segment))
            assert len(frames) == sidecar.frames
            self.written += [letters.read(each) for each in frames]
            base_s = sidecar.base_monotonic_ns / 1e9
            self.times_s += [base_s + each / 1e6 for each in sidecar.frame_times_us]

    @property
    def numbers(self) -> list[int]:
        return [each.number for each in self.written]

    @property
    def left_out(self) -> int:
        """How many numbers between the first and the last picture are missing."""
        return self.numbers[-1] - self.numbers[0] + 1 - len(self.numbers)

    def note(self, note: Note) -> None:
        """Write down the figures."""
        note("pictures", len(self.numbers))
        note("left_out", self.left_out)
        note("counted_lost", self.manifest.lost_frames)
        late_ms = sorted(abs(each) * 1000 for each in self.late_s())
        note("off_by_ms", [round(late_ms[len(late_ms) // 2], 1), round(late_ms[-1], 1)])

    def late_s(self) -> list[float]:
        """How each picture's time differs from what its number says, against the median."""
        late = np.array(self.times_s) - np.array(self.numbers) * INTERVAL_S
        return [float(each) for each in late - np.median(late)]


def assert_each_once_in_order(filmed: Filmed) -> None:
    assert all(before < after for before, after in itertools.pairwise(filmed.numbers))


def stand_still(bench: Bench, seconds: float) -> None:
    """Nobody reads from the camera for a while, as on a computer that is busy elsewhere."""
    bench.recorder.send_signal(signal.SIGSTOP)
    threading.Event().wait(seconds)
    bench.recorder.send_signal(signal.SIGCONT)


def test_no_picture_is_lost_and_none_comes_twice(
    open_bench: Open, letters: Letters, record_property: Note
) -> None:
    bench = open_bench("0", **NATIVE)
    bench.record(seconds=10.0)

    filmed = Filmed(bench, letters)

    filmed.note(record_property)
    assert_each_once_in_order(filmed)
    # On a machine without a free processor the driver's own thread misses one now and then.
    assert 0 <= filmed.left_out - filmed.manifest.lost_frames <= FEW
    assert len(filmed.numbers) + filmed.left_out == pytest.approx(10 * FPS, abs=3)


def test_a_picture_has_the_time_at_which_the_driver_took_it(
    open_bench: Open, letters: Letters, record_property: Note
) -> None:
    """Pictures that lay in the driver's buffers come in a burst; their times must not."""
    bench = open_bench("0", **NATIVE)
    bench.record()
    for at_s in (1.5, 3.0, 4.5):
        bench.wait_until_recorded(at_s)
        stand_still(bench, 2.5 * INTERVAL_S)
    bench.wait_until_recorded(6.0)
    bench.supervisor.stop_recording()

    filmed = Filmed(bench, letters)

    filmed.note(record_property)
    assert_each_once_in_order(filmed)
    assert filmed.left_out <= FEW
    assert sorted(map(abs, filmed.late_s()))[-1 - FEW] < TICK_S
    first, written = filmed.times_s[0], filmed.written
    drift_s = [
        (time_s - first) - (each.time_ms - written[0].time_ms) / 1000
        for time_s, each in zip(filmed.times_s, written, strict=True)
    ]
    assert max(map(abs, drift_s)) < TICK_S + 0.01


def test_what_nobody_read_in_time_is_counted(
    open_bench: Open, letters: Letters, record_property: Note
) -> None:
    bench = open_bench("0", **NATIVE)
    bench.record()
    bench.wait_until_recorded(2.0)
    stand_still(bench, 1.5)
    bench.wait_until_recorded(5.5)
    bench.supervisor.stop_recording()

    filmed = Filmed(bench, letters)

    filmed.note(record_property)
    assert_each_once_in_order(filmed)
    assert filmed.left_out >= 8
    assert filmed.manifest.lost_frames == pytest.approx(filmed.left_out, abs=FEW)
    assert sorted(map(abs, filmed.late_s()))[-1 - FEW] < TICK_S
    assert max(each.lost_frames for each in bench.of(Progress)) == filmed.manifest.lost_frames
    assert filmed.manifest.gaps == ()
