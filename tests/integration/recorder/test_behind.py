"""Recorders on computers that are behind: the clock that people see, their marks and the pictures
agree, and nothing is said to stand still that does not."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.recording.inbox import FRAMES_MAX
from desktop.recording.model import MarkerSet, PartBegan, Paused, Progress, Resumed
from desktop.recording.part import Medium, Part
from desktop.recording.parts import PartsRecorder
from desktop.recording.scene_picture import ScenePainter
from desktop.recording.sources import Frame
from desktop.supervisor_events import NotGrowing
from tests.integration.recorder.conftest import CLOCK, Bench, Open
from tests.integration.recorder.test_overload import request_in
from tests.support.chain import wait_for
from tests.support.manual_clock import ManualClock
from tests.support.scene_media import FPS, START_NS, scene_frame, scene_video

AT_WORK_S, HELD_S = 0.01, 0.19
"""How long a computer that is too slow lets a recorder work, and how long it does not."""
BEHIND_S = 3.0


@contextmanager
def far_behind(open_bench: Open) -> Iterator[Bench]:
    """A recording whose clock is BEHIND_S behind the computer's, and stays so for as long.

    The recorder is let work in short turns only, as a busy computer does, until it is far enough
    behind: not more than that, however busy this computer is besides.
    """
    bench = open_bench("test")
    bench.record()
    bench.wait_until_recorded(0.5)
    is_over = threading.Event()
    recorder = bench.recorder

    def hold() -> None:
        while not is_over.wait(AT_WORK_S):
            if behind_s(bench) > BEHIND_S + 1.0:
                continue
            os.kill(recorder.pid, signal.SIGSTOP)
            time.sleep(HELD_S)
            os.kill(recorder.pid, signal.SIGCONT)

    holder = threading.Thread(target=hold)
    holder.start()
    try:
        wait_for(lambda: behind_s(bench) > BEHIND_S, "the scene is behind")
        yield bench
    finally:
        is_over.set()
        holder.join()


def behind_s(bench: Bench) -> float:
    """How much the recording's clock is behind the computer's."""
    zero_ns = bench.of(PartBegan)[0].zero_ns
    return (CLOCK.monotonic_ns() - zero_ns) / 1e9 - shown_s(bench)


def shown_s(bench: Bench) -> float:
    """The recording's clock as people see it now."""
    return [each for each in bench.of(Progress) if each.recording is not None][-1].elapsed_s


def test_marks_and_the_clock_agree_where_the_scene_is_far_behind(open_bench: Open) -> None:
    with far_behind(open_bench) as bench:
        earliest_s, marked_ns = shown_s(bench), CLOCK.monotonic_ns()
        bench.supervisor.mark("seen now", "test")
        marker = bench.wait_for(MarkerSet, lambda each: each.source == "test")
        bench.wait_for(Progress, lambda each: each.elapsed_s > marker.t_s)
    computers_s = (marked_ns - bench.of(PartBegan)[0].zero_ns) / 1e9
    bench.supervisor.stop_recording()
    manifest = bench.end()

    # What was told last is a moment old, so it is behind by less than it seemed.
    assert computers_s - marker.t_s > 0.5, "else this test says nothing"
    assert earliest_s - 0.1 <= marker.t_s <= earliest_s + 1.0
    assert marker.t_s < manifest.duration_s
    assert manifest.gaps == ()
    # It is the computer, and not the disk: nothing else is wrong.
    assert [each.name for each in manifest.markers] == ["seen now"]
    assert bench.of(NotGrowing) == []
    # The scene waits: whatever stood still, its pictures did not.
    assert {each.picture_age_s for each in bench.of(Progress)} == {None}


def test_a_pause_goes_on_from_where_the_scene_is(open_bench: Open) -> None:
    with far_behind(open_bench) as bench:
        bench.supervisor.pause_recording()
        paused = bench.wait_for(Paused)
    bench.wait_for(Progress, lambda each: each.elapsed_s > paused.t_s + BEHIND_S)
    bench.supervisor.resume_recording()
    resumed = bench.wait_for(Resumed)
    bench.wait_for(Progress, lambda each: each.elapsed_s > resumed.t_s + 0.5)
    bench.supervisor.stop_recording()
    bench.end()

    clock_s = [each.elapsed_s for each in bench.of(Progress) if each.recording is not None]
    assert clock_s == sorted(clock_s), "the clock never goes back"
    last = [each for each in bench.of(Progress) if each.recording is not None][-1]
    assert last.recorded_s == pytest.approx(last.frames / FPS, abs=0.3)


class Held:
    """A recorder of a camera whose encoder stands still until it is let go."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, first_held: int) -> None:
        self._may_go_on = threading.Event()
        self._painter = ScenePainter(320, 180, FPS)
        encode = Part.video

        def encode_later(part: Part, frame: Frame) -> None:
            if frame.time_ns >= self.time_ns(first_held):
                self._may_go_on.wait(30)
            encode(part, frame)

        monkeypatch.setattr(Part, "video", encode_later)
        self.recorder = PartsRecorder(
            request_in(folder),
            Medium(scene_video(320, 180), None, live=True),
            ManualClock(START_NS),
            lambda _event: None,
            lambda: None,
        )
        self.recorder.start()

    @staticmethod
    def time_ns(number: int) -> int:
        return START_NS + number * 1_000_000_000 // FPS

    def give(self, first: int, end: int) -> None:
        for number in range(first, end):
            self.recorder.offer_frame(scene_frame(self._painter, number))

    def let_go(self) -> None:
        self._may_go_on.set()


def test_the_clock_shows_the_newest_picture_and_what_waits_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(tmp_path, monkeypatch, 30)
    recorder = held.recorder
    held.give(0, 30)
    wait_for(lambda: recorder.totals.frames == 30, "a second is encoded")
    keeping_up = (recorder.elapsed_s, recorder.behind_s)
    held.give(30, 75)
    behind = (recorder.elapsed_s, recorder.behind_s)
    held.let_go()
    recorder.finish()

    assert keeping_up == pytest.approx((29 / FPS, 0.0), abs=1e-6)
    assert behind == pytest.approx((74 / FPS, 1.5), abs=1e-6)
    assert (recorder.elapsed_s, recorder.behind_s) == pytest.approx((74 / FPS, 0.0), abs=1e-6)
    assert recorder.totals.frames == 75


def test_time_that_nothing_could_be_kept_of_passes_on_the_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(tmp_path, monkeypatch, 0)
    recorder = held.recorder
    held.give(0, 1)
    wait_for(lambda: recorder.begun, "the part has begun")
    held.give(1, 1 + FRAMES_MAX + 30)
    elapsed_s = recorder.elapsed_s
    held.let_go()
    recorder.finish()

    assert elapsed_s == pytest.approx((FRAMES_MAX + 30) / FPS, abs=1e-6)
    assert recorder.totals.lost_frames >= 29
