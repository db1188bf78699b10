"""Pause and resume by real recorder processes: what is closed, what is noted, what survives."""

import itertools
from pathlib import Path

import pytest

from desktop.recording.model import (
    MarkerSet,
    PartBegan,
    Paused,
    Progress,
    Ready,
    RecordingEnded,
    Resumed,
    SegmentClosed,
)
from desktop.recording.states import State
from desktop.supervisor import RecorderBack
from holdfast import salvage
from holdfast.journal import Paused as JournalPaused
from holdfast.manifest import Manifest
from tests.integration.recorder.conftest import CLOCK, Bench, Open
from tests.integration.recorder.test_files import make_video, uneven

FRAME_S = 1 / 30


def assert_one_gap(manifest: Manifest, paused: Paused, resumed: Resumed) -> None:
    (gap,) = manifest.gaps
    assert gap.reason == "paused"
    assert gap.from_s == pytest.approx(paused.t_s, abs=1e-3)
    assert gap.to_s == pytest.approx(resumed.t_s, abs=1e-6)


def reasons(manifest: Manifest) -> list[str]:
    """Why its parts began, but those that a computer which is too slow needed besides."""
    return [each.reason for each in manifest.parts if "faster encoding" not in each.reason]


def last_counts(bench: Bench) -> Progress:
    return [each for each in bench.of(Progress) if each.recording is not None][-1]


def pause(bench: Bench, count: int = 1) -> Paused:
    bench.supervisor.pause_recording()
    return bench.wait_for(Paused, count=count)


def resume(bench: Bench, count: int = 1) -> Resumed:
    bench.supervisor.resume_recording()
    return bench.wait_for(Resumed, count=count)


def wait_for_frames(bench: Bench, frames: int) -> None:
    bench.wait_for(Progress, lambda each: each.frames >= frames)


@pytest.mark.parametrize("source", ["test", "test:live"])
def test_a_pause_is_a_gap_in_one_recording(open_bench: Open, source: str) -> None:
    bench = open_bench(source)
    bench.record()
    bench.wait_until_recorded(1.0)
    paused = pause(bench)

    assert bench.state() is State.PAUSED
    assert bench.folder.open_parts() == {}
    assert {each.segment for each in bench.of(SegmentClosed)} == set(bench.folder.segments())
    held = bench.of(Progress)[-1]
    # On a busy computer the pause itself takes its time to be told.
    bench.wait_for(Progress, lambda each: each.elapsed_s > held.elapsed_s + 1.0)
    assert bench.of(Progress)[-1].frames == held.frames
    assert bench.of(Progress)[-1].recorded_s == pytest.approx(paused.t_s, abs=0.05)
    assert bench.of(Progress)[-1].last_frame_ns != held.last_frame_ns, "the preview goes on"
    bench.supervisor.mark("while paused", "test")
    marker = bench.wait_for(MarkerSet, lambda each: each.source == "test")
    resumed = resume(bench)
    assert bench.state() is State.RECORDING
    wait_for_frames(bench, held.frames + 30)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert manifest.state == "complete"
    assert reasons(manifest) == ["start", "resumed"]
    assert_one_gap(manifest, paused, resumed)
    # The picture that a mark belongs to may be the first one after the pause.
    assert paused.t_s + 0.9 < marker.t_s < resumed.t_s + FRAME_S / 2
    jumps = [
        (before, after)
        for before, after in itertools.pairwise(bench.pictures())
        if after.code != before.code + 1
    ]
    # A computer that is too slow may lose pictures as well, and counts them.
    ((before, after),) = [each for each in jumps if each[1].t_s == pytest.approx(resumed.t_s)]
    missing_s = (after.code - before.code - 1) * FRAME_S
    assert resumed.t_s - paused.t_s == pytest.approx(missing_s, abs=2e-3)
    assert after.part == before.part + 1
    lost = sum(after.code - before.code - 1 for before, after in jumps) - round(missing_s * 30)
    assert lost == manifest.lost_frames
    if not lost:
        assert [each.frames * 1600 for each in bench.sidecars()] == pytest.approx(
            [each.samples for each in bench.sidecars()], abs=1600
        )
    assert last_counts(bench).frames == manifest.frames


def test_a_stop_while_paused_ends_it_complete(open_bench: Open) -> None:
    bench = open_bench("test:live")
    bench.record()
    bench.wait_until_recorded(1.0)
    paused = pause(bench)
    bench.wait_for(Progress, lambda each: each.elapsed_s > paused.t_s + 0.3)
    bench.supervisor.stop_recording()
    ended = bench.wait_for(RecordingEnded)
    manifest = bench.end()

    assert (ended.state, ended.reason) == ("complete", "stopped")
    assert ended.end_s > paused.t_s + 0.3
    assert [each.reason for each in manifest.gaps] == ["paused"]
    assert manifest.gaps[-1].to_s == pytest.approx(ended.end_s, abs=1e-5)
    assert bench.state() is State.IDLE


def test_a_time_limit_that_passes_while_paused_ends_it(open_bench: Open) -> None:
    bench = open_bench("test:live")
    bench.record(seconds=2.0)
    bench.wait_until_recorded(0.5)
    pause(bench)
    ended = bench.wait_for(RecordingEnded)

    assert (ended.state, ended.reason, ended.end_s) == ("complete", "time limit", 2.0)
    assert bench.end().gaps[-1].to_s == 2.0


def test_a_recorder_that_dies_while_paused_is_replaced_and_stays_paused(open_bench: Open) -> None:
    bench = open_bench("test:live")
    bench.record()
    bench.wait_until_recorded(1.0)
    paused = pause(bench)
    frames, parts = bench.of(Progress)[-1].frames, len(bench.of(PartBegan))
    bench.recorder.kill()
    bench.wait_for_process(2)
    bench.supervisor.mark("nobody records", "test")
    marker = bench.wait_for(MarkerSet, lambda each: each.source == "test")
    bench.wait_for(RecorderBack)
    assert bench.state() is State.PAUSED
    bench.wait_for(Ready, count=2)
    bench.wait_for(Progress, lambda each: each.elapsed_s > marker.t_s + 0.5)
    assert len(bench.of(PartBegan)) == parts
    resumed = resume(bench)
    wait_for_frames(bench, frames + 20)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert manifest.state == "complete"
    assert reasons(manifest) == ["start", "resumed"]
    assert_one_gap(manifest, paused, resumed)
    assert [each.name for each in manifest.markers if each.source == "test"] == ["nobody records"]
    assert last_counts(bench).frames == manifest.frames
    assert last_counts(bench).recorded_s == pytest.approx(manifest.frames * FRAME_S, abs=0.3)


def test_an_app_that_dies_while_paused_leaves_what_the_next_start_completes(
    open_bench: Open,
) -> None:
    bench = open_bench("test:live")
    bench.record()
    bench.wait_until_recorded(1.0)
    paused = pause(bench)
    journal = salvage.read_journal(bench.folder)
    closed = salvage.close_recording(bench.folder, lambda data: "unsigned")

    assert journal[-1] == JournalPaused(bench.of(PartBegan)[-1].part, round(paused.t_s, 6))
    assert closed is not None
    assert closed.manifest.state == "interrupted"
    assert closed.manifest.gaps == ()
    assert closed.manifest.duration_s == pytest.approx(paused.t_s, abs=1e-3)
    assert closed.segments == (), "nothing was left open"


def test_pausing_twice_and_before_the_first_picture_is_harmless(open_bench: Open) -> None:
    bench = open_bench("test:live")
    bench.record()
    bench.supervisor.pause_recording()
    bench.supervisor.pause_recording()
    bench.wait_for(Paused)
    resume(bench)
    bench.wait_until_recorded(1.0)
    for count in (2, 3):
        paused = pause(bench, count)
        resume(bench, count)
        bench.wait_until_recorded(paused.t_s + 0.5)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    # Resumed within a frame's time, a pause leaves no gap.
    assert {each.reason for each in manifest.gaps} <= {"paused"}
    assert reasons(manifest) == ["start", "resumed", "resumed"]
    assert last_counts(bench).frames == manifest.frames


@pytest.mark.parametrize("killed", [False, True])
def test_a_file_stands_still_while_paused(open_bench: Open, tmp_path: Path, killed: bool) -> None:
    times = make_video(tmp_path / "uneven.mkv", uneven(90))
    bench = open_bench(str(tmp_path / "uneven.mkv"))
    bench.record()
    wait_for_frames(bench, 20)
    pause(bench)
    asked_ns = CLOCK.monotonic_ns()
    bench.wait_for(Progress, lambda each: each.elapsed_s > 2.0)
    paused_s = (CLOCK.monotonic_ns() - asked_ns) / 1e9
    resume(bench)
    if killed:
        wait_for_frames(bench, 50)
        bench.recorder.kill()
    manifest = bench.end()

    codes = [each.code for each in bench.pictures()]
    assert codes == list(range(90))
    found = [each.t_s for each in bench.pictures()]
    shifts = [t - (time - times[0]) / 90_000 for t, time in zip(found, times, strict=True)]
    assert shifts[0] == pytest.approx(0, abs=2e-5)
    assert shifts[-1] == pytest.approx(paused_s, abs=0.3)
    # A pause moves all that follows by the same; a lost recorder of a file moves nothing.
    moves = [b - a for a, b in itertools.pairwise(shifts) if abs(b - a) > 0.005]
    assert len(moves) == 1
    assert [each.reason for each in manifest.gaps][:1] == ["paused"]
