"""A recording that meets the end of its disk goes on in the overflow folder, without a person."""

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from desktop.passport import passport_of
from desktop.recorder_process import RecorderProcess, spawn_recorder
from desktop.recording import disk
from desktop.recording.disk import Usage
from desktop.recording.model import (
    CaptureRequest,
    PartLost,
    Paused,
    Progress,
    RecordingEnded,
    Resumed,
)
from desktop.station import Computer, RecordingSaved
from desktop.station_events import EndedForSpace, InOverflow
from holdfast import durable, salvage
from holdfast.clock import SystemClock
from holdfast.journal import Ended
from holdfast.layout import Home, RecordingFolder
from holdfast.locks import is_held
from holdfast.manifest import Manifest
from holdfast.overflow import with_remembered
from tests.integration.station.conftest import Running
from tests.support.bad_disk import fill, small_disk
from tests.support.other_disk import other_disk, pulled_out
from uploader.items import Step

TOTAL = 10**12


class TwoDisks:
    """A computer with two disks, each with as much room as the test wants."""

    def __init__(self, overflow: Path) -> None:
        self.overflow = overflow
        self.first_free = TOTAL
        self.overflow_free = TOTAL
        self.processes: list[int] = []

    def usage(self, folder: Path) -> Usage:
        on_second = folder.is_relative_to(self.overflow)
        return Usage(self.overflow_free if on_second else self.first_free, TOTAL)

    def leave(self, minutes: float, running: Running) -> None:
        """Leave so many minutes on the first disk, at the rate that the station knows best."""
        rate = running.station.space().rate
        assert rate is not None
        self.first_free = int(minutes * 60 * rate.bytes_s)

    def spawn(self, request: CaptureRequest) -> RecorderProcess:
        process = spawn_recorder(request)
        self.processes.append(process.pid)
        return process


@pytest.fixture
def disks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TwoDisks]:
    with other_disk(tmp_path) as folder:
        monkeypatch.setenv("HOLDFAST_DISK__OVERFLOW_FOLDER", str(folder / "overflow"))
        yield TwoDisks(folder / "overflow")


@pytest.fixture
def opened(tmp_path: Path, disks: TwoDisks) -> Iterator[Running]:
    computer = Computer(spawn=disks.spawn, usage=disks.usage)
    running = Running(tmp_path / "home", computer=computer)
    running.prepare(640, 360)
    yield running
    running.station.close()


def whole_home(running: Running) -> Home:
    return with_remembered(running.home)


def assert_whole(running: Running, saved: RecordingSaved) -> Manifest:
    """Closed, written down and queued, with nobody left in its folder."""
    folder = RecordingFolder(saved.folder)
    manifest = salvage.read_manifest(folder)
    assert manifest is not None
    assert saved.manifest == manifest
    assert folder.open_parts() == {}
    assert not is_held(folder.lock)
    for each in manifest.segments:
        assert durable.sha256_file(folder.segment(each.segment)) == each.sha256
    snapshot = running.station.recording_snapshot(saved.recording)
    assert (snapshot.custody.saved, snapshot.folder) == (True, str(saved.folder))
    assert snapshot.segments == len(manifest.segments) > 0
    return manifest


def ended_reason(saved: RecordingSaved) -> str:
    (ended,) = (
        each
        for each in salvage.read_journal(RecordingFolder(saved.folder))
        if isinstance(each, Ended)
    )
    return ended.reason


def test_an_unattended_recording_goes_on_in_the_overflow_folder(
    opened: Running, disks: TwoDisks
) -> None:
    recording = opened.station.start_recording("P-1", "story", seconds=6.0)
    opened.wait_for(Progress, lambda each: each.elapsed_s > 1)

    disks.leave(1.5, opened)
    first = opened.wait_for(RecordingSaved)
    told = opened.wait_for(InOverflow)
    second = opened.wait_for(RecordingSaved)

    assert (first.recording, first.goes_on_as) == (recording, second.recording)
    assert second.goes_on_as is None
    assert told.recording == second.recording
    assert told.sentence == disk.moved_on_sentence(str(disks.overflow))
    before, after = assert_whole(opened, first), assert_whole(opened, second)
    assert (before.state, after.state) == ("complete", "complete")
    assert ended_reason(first) == disk.MOVES_ON_REASON
    assert second.folder.is_relative_to(disks.overflow)
    assert before.duration_s + after.duration_s == pytest.approx(6.0, abs=0.2)
    said_before, said_after = before.announcement, after.announcement
    assert (said_after.session, said_after.participant, said_after.prompt, said_after.take) == (
        said_before.session,
        "P-1",
        "story",
        said_before.take + 1,
    )
    assert after.parts[0].reason == f"continues {recording}"
    assert after.prev_session_manifest_sha256 == before.digest()
    files = [RecordingFolder(each.folder).session_file.read_bytes() for each in (first, second)]
    assert files[0] == files[1]
    assert opened.of(EndedForSpace) == []
    passport = passport_of(whole_home(opened), said_before.session, SystemClock())
    assert [each["recording"] for each in passport["recordings"]] == [
        first.recording,
        second.recording,
    ]


def test_a_disk_that_is_full_all_of_a_sudden_does_not_end_it_either(
    opened: Running, disks: TwoDisks
) -> None:
    opened.station.start_recording("P-1")
    opened.wait_for(Progress, lambda each: each.elapsed_s > 1.5)
    # As a full disk would: no file of the recorder may grow any more.
    disks.first_free = 0
    psutil.Process(disks.processes[-1]).rlimit(psutil.RLIMIT_FSIZE, (50_000, 50_000))

    lost = opened.wait_for(PartLost)
    first = opened.wait_for(RecordingSaved)
    opened.wait_for(InOverflow)
    opened.wait_for(Progress, lambda each: each.elapsed_s > 1)
    opened.station.stop_recording()
    second = opened.wait_for(RecordingSaved)

    assert lost.code == "disk_full"
    assert assert_whole(opened, first).state == "interrupted"
    assert assert_whole(opened, second).state == "complete"
    assert second.folder.is_relative_to(disks.overflow)


def test_a_new_recording_begins_where_there_is_room(opened: Running, disks: TwoDisks) -> None:
    assert not opened.record("P-1").path.is_relative_to(disks.overflow)
    disks.first_free = 0

    in_overflow = opened.record("P-1")

    assert in_overflow.path.is_relative_to(disks.overflow)
    (told,) = opened.of(InOverflow)
    assert told.sentence == f"The first disk is nearly full; recordings go to {disks.overflow}."
    announced = salvage.read_announcement(in_overflow)
    assert announced is not None
    assert announced.take == 2


def test_a_person_who_stops_is_obeyed(opened: Running, disks: TwoDisks) -> None:
    """Even one who stops what the full disk is ending already."""
    opened.station.start_recording("P-1")
    opened.wait_for(Progress, lambda each: each.elapsed_s > 1)

    def stop_once_it_ended(event: object) -> None:
        if isinstance(event, RecordingEnded):
            opened.station.stop_recording()

    opened.on_event = stop_once_it_ended
    disks.leave(1.5, opened)
    saved = opened.wait_for(RecordingSaved)

    assert ended_reason(saved) == disk.MOVES_ON_REASON
    assert saved.goes_on_as is None
    assert opened.station.active_recording is None
    assert opened.of(InOverflow) == []


def test_what_is_paused_is_not_ended_for_what_others_write(
    opened: Running, disks: TwoDisks
) -> None:
    opened.station.start_recording("P-1")
    opened.wait_for(Progress, lambda each: each.elapsed_s > 1)
    opened.station.pause_recording()
    paused = opened.wait_for(Paused)

    disks.leave(1.5, opened)
    # Longer than the watch takes from one look to the next.
    opened.wait_for(Progress, lambda each: each.elapsed_s > paused.t_s + 2)
    assert opened.of(RecordingSaved) == []
    opened.station.resume_recording()
    opened.wait_for(Resumed)

    assert ended_reason(opened.wait_for(RecordingSaved)) == disk.MOVES_ON_REASON


def test_who_pauses_while_it_moves_is_not_recorded_on_the_other_disk(
    opened: Running, disks: TwoDisks
) -> None:
    opened.station.start_recording("P-1")
    opened.wait_for(Progress, lambda each: each.elapsed_s > 1)

    def pause_once_it_ended(event: object) -> None:
        if isinstance(event, RecordingEnded):
            opened.station.pause_recording()

    opened.on_event = pause_once_it_ended
    disks.leave(1.5, opened)
    first = opened.wait_for(RecordingSaved)
    paused = opened.wait_for(Paused)
    assert paused.recording == first.goes_on_as
    opened.wait_for(Progress, lambda each: each.elapsed_s > paused.t_s + 1)
    opened.station.stop_recording()
    second = opened.wait_for(RecordingSaved)

    assert second.manifest is None or second.manifest.recorded_s < 0.2


def test_without_room_in_the_overflow_it_ends_as_ever(opened: Running, disks: TwoDisks) -> None:
    opened.station.start_recording("P-1")
    opened.wait_for(Progress, lambda each: each.elapsed_s > 1)

    disks.overflow_free = 0
    disks.leave(1.5, opened)
    opened.wait_for(EndedForSpace)
    saved = opened.wait_for(RecordingSaved)

    assert saved.goes_on_as is None
    assert ended_reason(saved) == disk.ENDED_REASON
    assert list(disks.overflow.iterdir()) == [whole_home(opened).overflows[0].marker]


def test_a_disk_that_is_away_is_not_written_into(opened: Running, disks: TwoDisks) -> None:
    opened.station.start_recording("P-1")
    opened.wait_for(Progress, lambda each: each.elapsed_s > 1)

    with pulled_out(disks.overflow):
        disks.leave(1.5, opened)
        opened.wait_for(EndedForSpace)
        opened.wait_for(RecordingSaved)


def test_a_session_that_began_on_a_disk_that_is_away_goes_on_as_the_same_one(
    opened: Running, disks: TwoDisks
) -> None:
    disks.first_free = 0
    away = opened.record("P-1")
    said = away.session_file.read_bytes()

    with pulled_out(disks.overflow):
        disks.first_free = TOTAL
        here = opened.record("P-1")

        assert here.session == away.session
        assert here.session_file.read_bytes() == said
        space = opened.station.space()
        assert space.overflow is None
        assert "does not carry this Holdfast's mark" in (space.overflow_trouble or "")
    space = opened.station.space()
    assert space.overflow == Usage(TOTAL, TOTAL)
    assert space.overflow_trouble is None


def test_what_our_recordings_take_is_told(opened: Running) -> None:
    assert opened.station.space().ours_bytes == 0
    folder = opened.record("P-1")
    opened.station.close()

    again = Running(opened.home.root)
    took = sum(path.stat().st_size for path in folder.segments().values())
    assert again.station.space().ours_bytes == took > 0
    again.station.close()


def test_a_disk_that_is_pulled_out_loses_nothing_of_what_is_there(
    opened: Running, disks: TwoDisks
) -> None:
    disks.first_free = 0
    folder = opened.record("P-1")
    opened.station.close()

    with pulled_out(disks.overflow):
        again = Running(opened.home.root)
        waiting = again.station.recording_snapshot(folder.recording)
        assert waiting.step is Step.ANNOUNCE
        assert "is not connected. Nothing is lost" in waiting.why
        again.station.close()
    back = Running(opened.home.root)
    assert back.station.recording_snapshot(folder.recording).custody.saved
    assert (back.adoption.recordings, back.adoption.troubles) == ([], [])
    back.station.close()


# Two real disks. --------------------------------------------------------------------------------

MIB = 1 << 20


@pytest.mark.mount
def test_a_real_disk_that_is_filled_to_the_last_byte_and_a_second_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "home", tmp_path / "usb"
    monkeypatch.setenv("HOLDFAST_DISK__OVERFLOW_FOLDER", str(second / "overflow"))
    monkeypatch.setenv("HOLDFAST_DISK__BALLAST_MIB", "4")
    # Nobody sees it coming: it is the disk itself that says so.
    monkeypatch.setenv("HOLDFAST_DISK__STOP_MINUTES", "0")
    with small_disk(first, 64 * MIB) as is_small, small_disk(second, 256 * MIB):
        assert is_small
        running = Running(first)
        try:
            running.prepare(640, 360)
            running.station.start_recording("P-1")
            running.wait_for(Progress, lambda each: each.elapsed_s > 2)
            assert (second / "overflow" / "ballast.bin").stat().st_blocks * 512 >= 4 * MIB
            filler = fill(first)
            before = running.wait_for(RecordingSaved)
            running.wait_for(
                Progress, lambda each: each.recording == before.goes_on_as and each.elapsed_s > 1
            )
            running.station.stop_recording()
            after = running.wait_for(RecordingSaved)

            assert assert_whole(running, before).duration_s > 1
            assert assert_whole(running, after).state == "complete"
            assert after.folder.is_relative_to(second)
            filler.unlink()
        finally:
            running.station.close()
        again = Running(first)
        assert (again.adoption.recovered, again.adoption.troubles) == ([], [])
        again.station.close()
