"""A disk that fills, a folder that cannot be written, a recorder that gets no processor time."""

import itertools
import os
import signal
import time

import psutil
import pytest

from desktop.recording.model import (
    MarkerSet,
    PartBegan,
    PartLost,
    Progress,
    Ready,
    RecordingEnded,
    SegmentClosed,
)
from desktop.recording.states import State
from desktop.supervisor import Ended
from desktop.supervisor_events import GrowsAgain, NotGrowing
from holdfast import salvage
from holdfast.locks import is_held, try_lock
from tests.integration.recorder.conftest import Open
from tests.support.bad_disk import hanging_calls
from tests.support.nothing_lost import lost_s

KILL_LOSS_S = 1.0


def test_a_full_disk_ends_the_recording_cleanly(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record()
    bench.wait_until_recorded(1.5)

    # As a full disk would: no file of the recorder may grow beyond this.
    limit = max(path.stat().st_size for path in bench.folder.open_parts().values()) + 100_000
    bench.recorder.rlimit(psutil.RLIMIT_FSIZE, (limit, limit))
    bench.wait_for(Ended)

    lost = bench.of(PartLost)[0]
    assert lost.code == "disk_full"
    assert "safe" in lost.sentence
    ended = bench.wait_for(RecordingEnded)
    assert (ended.state, ended.reason) == ("interrupted", lost.sentence)
    manifest = bench.end()
    assert manifest.state == "interrupted"
    assert manifest.frames >= 30
    numbers = [each.code for each in bench.pictures()]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert len(bench.of(SegmentClosed)) == len(manifest.segments)
    assert len(manifest.parts) == 1
    assert len(bench.of(Ended)) == 1
    assert not is_held(bench.folder.lock)


def test_after_a_full_disk_the_source_is_ready_again(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record()
    bench.wait_until_recorded(0.5)
    bench.recorder.rlimit(psutil.RLIMIT_FSIZE, (100_000, 100_000))
    bench.wait_for(Ended)

    bench.wait_for(Ready, count=2)
    bench.wait_for(Progress, count=len(bench.of(Progress)) + 2)

    assert bench.state() is State.IDLE


def test_a_disk_that_hangs_is_said_and_noted_and_costs_nothing(open_bench: Open) -> None:
    bench = open_bench("test:live")
    bench.record()
    bench.wait_until_recorded(2.0)

    with hanging_calls(bench.recorder, "fdatasync", 7.0):
        alarm = bench.wait_for(NotGrowing)
        hung_s = (bench.heard_at_ns(NotGrowing) - bench.of(PartBegan)[0].zero_ns) / 1e9
        waited_s = bench.waited_s(bench.heard_at_ns(NotGrowing))
        bench.wait_for(GrowsAgain)
    bench.wait_for(MarkerSet, count=2)
    bench.wait_until_recorded(hung_s + 6.0)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert "safe" in alarm.sentence
    # A computer that is too slow may be the reason as well, and is given the time that it needs.
    assert 3.0 <= hung_s - alarm.since_s < 4.5 + 2 * waited_s
    told = ["nothing is written", "written again"]
    # A computer that is too slow notes besides what gave way, and begins other parts.
    assert [each.name for each in manifest.markers if each.name in told] == told
    assert manifest.gaps == ()
    # What waited in memory was written afterwards: 7 s would be 210 pictures. A busy computer
    # may lose some of the live scene's at any time, and counts them; one that notes that it is
    # too slow may lose more, and not because of the disk.
    assert manifest.lost_frames < 60 or len(manifest.markers) > len(told)
    numbers = [each.code for each in bench.pictures()]
    assert numbers == sorted(set(numbers))
    assert numbers[-1] - numbers[0] + 1 - len(numbers) == manifest.lost_frames


def test_a_folder_that_somebody_else_closes_is_not_written_to(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.wait_for(Ready)
    salvager = try_lock(bench.folder.lock)
    assert salvager is not None

    with salvager:
        bench.record()
        lost = bench.wait_for(PartLost)
        bench.wait_for(Ended)

    assert lost.code == "folder_unwritable"
    assert sorted(each.name for each in bench.folder.path.iterdir()) == ["recording.lock"]


def test_a_folder_that_is_not_there_is_an_error_and_no_loop(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.wait_for(Ready)
    bench.folder.path.rmdir()

    bench.record()
    lost = bench.wait_for(PartLost)
    bench.wait_for(Ended)

    assert lost.code == "folder_unwritable"
    assert salvage.read_announcement(bench.folder) is None


@pytest.mark.parametrize("source", ["test", "test:live"])
def test_frames_that_nobody_could_take_are_counted_with_their_time(
    open_bench: Open, source: str
) -> None:
    bench = open_bench(source)
    bench.record()
    bench.wait_until_recorded(1.0)
    os.kill(bench.processes[0], signal.SIGSTOP)
    time.sleep(1.2)
    os.kill(bench.processes[0], signal.SIGCONT)
    bench.wait_until_recorded(4.0)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    pictures = bench.pictures()
    missing = {
        round(after.t_s, 3): after.code - before.code - 1
        for before, after in itertools.pairwise(pictures)
        if after.code != before.code + 1
    }
    losses = {round(at_s, 3): count for each in manifest.segments for at_s, count in each.losses}
    assert losses == missing
    assert manifest.lost_frames == sum(missing.values())
    # A camera does not wait; the paced scene does.
    assert bool(missing) is (source == "test:live")
    assert len(bench.processes) == 1
    assert manifest.gaps == ()


def test_a_kill_while_the_disk_takes_its_time_loses_no_whole_fragment(open_bench: Open) -> None:
    bench = open_bench("test:live")
    bench.record()
    bench.wait_until_recorded(2.0)

    # Written, but not synced: a kill does not take that away, a power cut would.
    with hanging_calls(bench.recorder, "fdatasync", 8.0):
        bench.wait_for(NotGrowing)
        killed_ns = time.monotonic_ns()
        bench.recorder.kill()
        waited_s = bench.waited_s(killed_ns)
    bench.wait_for(PartBegan, count=2)
    bench.supervisor.stop_recording()
    bench.end()

    # At most one fragment, and what had not come through the encoder.
    assert lost_s(bench.folder, killed_ns) <= KILL_LOSS_S + waited_s
