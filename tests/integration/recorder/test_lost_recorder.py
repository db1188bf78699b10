"""Recorders that are killed, hang or lose their parent: the recording goes on, the gap is noted."""

import itertools
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from desktop.recording.model import (
    MarkerSet,
    PartBegan,
    Progress,
    RecordingEnded,
    SegmentClosed,
)
from desktop.recording.states import State
from desktop.supervisor import Ended, RecorderBack, RecorderLost
from holdfast import salvage
from holdfast.ids import new_id
from holdfast.journal import Ended as JournalEnded
from holdfast.journal import PartLost
from holdfast.layout import Home
from holdfast.locks import is_held
from holdfast.manifest import Manifest
from tests.integration.recorder.conftest import CLOCK, Bench, Open, Seen

FRAME_S = 1 / 30


def assert_only_the_gap_is_missing(bench: Bench, manifest: Manifest) -> Seen:
    """No picture twice, none missing but those of the gap and those that were counted as lost where
    they are missing; returns the last one before the gap."""
    (gap,) = manifest.gaps
    counted = {round(t_s, 3): lost for each in bench.sidecars() for t_s, lost in each.losses}
    ((before, after),) = [
        (before, after)
        for before, after in itertools.pairwise(bench.pictures())
        if after.code != before.code + 1
        and after.code - before.code - 1 != counted.get(round(after.t_s, 3))
    ]
    # A computer that is too slow has begun other parts as well.
    assert after.part == before.part + 1
    assert manifest.parts[after.part].reason == gap.reason
    assert after.code > before.code
    # The scene's own time says how long nothing was recorded, and the manifest says the same.
    missing_s = (after.code - before.code - 1) * FRAME_S
    assert gap.to_s - gap.from_s == pytest.approx(missing_s, abs=2e-3)
    assert after.t_s - before.t_s == pytest.approx(missing_s + FRAME_S, abs=1e-3)
    return before


@pytest.mark.parametrize("source", ["test", "test:live"])
def test_a_killed_recorder_is_replaced_and_costs_at_most_a_second(
    open_bench: Open, source: str
) -> None:
    bench = open_bench(source)
    bench.record()
    bench.wait_until_recorded(5.5)

    killed_ns = CLOCK.monotonic_ns()
    bench.recorder.kill()
    encoded_s, waited_s = bench.of(Progress)[-1].encoded_s, bench.waited_s(killed_ns)
    bench.wait_for(RecorderBack)
    assert bench.supervisor.state is State.RECORDING
    bench.wait_for(Progress, lambda each: each.elapsed_s > 9.0)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    last = assert_only_the_gap_is_missing(bench, manifest)
    zero_ns = bench.of(PartBegan)[0].zero_ns
    assert encoded_s - last.t_s <= 1.0
    if source == "test:live":
        # What waits in memory on a computer that is too slow is lost besides.
        assert (killed_ns - zero_ns) / 1e9 - last.t_s <= 1.0 + waited_s
    assert manifest.state == "complete"
    assert [each.part for each in manifest.parts] == list(range(len(manifest.parts)))
    restarts = [each for each in manifest.parts if each.reason == "recorder restarted"]
    assert len(restarts) == 1
    assert manifest.gaps[0].reason == "recorder restarted"
    assert [each.segment for each in manifest.segments] == list(range(len(manifest.segments)))
    assert any(each.salvaged for each in bench.sidecars())
    told = {each.segment for each in bench.of(SegmentClosed)}
    assert told == {each.segment for each in manifest.segments}
    assert len(bench.processes) == 2
    counted = [each for each in bench.of(Progress) if each.recording is not None]
    assert counted[-1].frames == manifest.frames


def test_a_recorder_that_hangs_is_replaced(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record()
    bench.wait_until_recorded(2.5)

    hung_ns = CLOCK.monotonic_ns()
    os.kill(bench.processes[0], signal.SIGSTOP)
    lost = bench.wait_for(RecorderLost)
    bench.wait_for(RecorderBack)
    lost_after_s = (bench.heard_at_ns(RecorderLost) - hung_ns) / 1e9
    bench.wait_for(Progress, lambda each: each.elapsed_s > 8.0)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert 2.5 < lost_after_s < 6.0
    assert "did not answer" in lost.sentence
    assert_only_the_gap_is_missing(bench, manifest)
    assert not psutil.pid_exists(bench.processes[0])


def test_a_stop_is_answered_although_the_recorder_hangs(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record()
    bench.wait_until_recorded(1.5)
    os.kill(bench.processes[0], signal.SIGSTOP)

    asked_ns = CLOCK.monotonic_ns()
    bench.supervisor.stop_recording()
    bench.wait_for(Ended)

    assert (bench.heard_at_ns(Ended) - asked_ns) / 1e9 < 5.0
    manifest = bench.end()
    assert manifest.state == "complete"
    assert manifest.frames >= 30
    entries = salvage.read_journal(bench.folder)
    assert isinstance(entries[-1], JournalEnded)
    assert entries[-1].reason == "stopped"
    assert len(bench.of(RecordingEnded)) == len(bench.of(Ended)) == 1


def test_a_recorder_killed_before_its_first_frame_costs_nothing(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record(seconds=1.0)
    bench.wait_for_process(1)
    bench.recorder.kill()

    manifest = bench.end()

    assert manifest.frames == 30
    assert [each.part for each in manifest.parts] == [0]
    assert manifest.gaps == ()


def test_a_marker_set_while_there_is_no_recorder_is_kept(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record()
    bench.wait_until_recorded(1.0)
    os.kill(bench.processes[0], signal.SIGSTOP)
    bench.supervisor.mark("door slams", "keyboard")
    bench.wait_for(RecorderBack)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert [each.name for each in manifest.markers] == ["door slams"]
    assert [each.name for each in bench.of(MarkerSet)] == ["door slams"]
    assert manifest.gaps[0].from_s - 1.0 < manifest.markers[0].t_s < manifest.gaps[0].to_s


def test_a_closed_terminal_is_the_parents_business(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record()
    bench.wait_until_recorded(0.5)

    for number in (signal.SIGINT, signal.SIGHUP):
        bench.recorder.send_signal(number)
    bench.wait_until_recorded(2.0)
    bench.supervisor.stop_recording()

    assert bench.end().gaps == ()
    assert len(bench.processes) == 1


def test_a_recorder_that_is_asked_to_end_closes_what_it_has(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record()
    bench.wait_until_recorded(1.0)

    bench.recorder.terminate()
    manifest = bench.end()

    assert manifest.state == "interrupted"
    assert not any(each.salvaged for each in bench.sidecars())


def test_closing_ends_a_running_recording_as_interrupted(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record()
    bench.wait_until_recorded(1.0)

    bench.supervisor.close()
    manifest = bench.end()

    assert manifest.state == "interrupted"
    assert bench.of(RecordingEnded)[0].reason == "the app ended"


PARENT = """
import sys
from pathlib import Path
from desktop.recording.model import CaptureRequest, RecordingRequest, Progress
from desktop.supervisor import Supervisor
from holdfast.clock import SystemClock
from holdfast.ids import new_id

def main():
    clock = SystemClock()
    folder = Path(sys.argv[1])
    def hear(event):
        if isinstance(event, Progress) and event.elapsed_s > 2.0:
            print("recording", flush=True)
    supervisor = Supervisor(CaptureRequest("test", width=640, height=360), hear, clock)
    supervisor.start()
    supervisor.start_recording(RecordingRequest(
        folder, folder.name, folder.parent.name, "P-001", None, None, 1, new_id(clock.now()), "0"))
    # Whoever is killed never reads a line.
    sys.stdin.readline()

if __name__ == "__main__":
    main()
"""


@pytest.mark.parametrize("how", ["kill", "leave"])
def test_the_recorder_closes_its_segment_when_the_app_dies(tmp_path: Path, how: str) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    folder = Home(tmp_path).recording(new_id(CLOCK.now()), new_id(CLOCK.now()))
    folder.path.mkdir(parents=True)
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, script, folder.path],
        env={**os.environ, "PYTHONPATH": str(root)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdin is not None
        assert parent.stdout is not None
        parent.stdout.readline()
        recorders = [
            child
            for child in psutil.Process(parent.pid).children()
            if "spawn_main" in " ".join(child.cmdline())
        ]
        if how == "kill":
            parent.kill()
        else:
            print(file=parent.stdin, flush=True)
        parent.wait(20)
    gone, alive = psutil.wait_procs(recorders, timeout=10)

    assert gone
    assert not alive
    assert not is_held(folder.lock)
    assert folder.open_parts() == {}
    entries = salvage.read_journal(folder)
    assert isinstance(entries[-1], JournalEnded)
    assert (entries[-1].state, entries[-1].reason) == ("interrupted", "the app ended")
    assert not [each for each in entries if isinstance(each, PartLost)]
