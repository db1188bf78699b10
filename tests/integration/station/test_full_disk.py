"""A disk that fills under a real station: everything is closed, written down and queued."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest

from desktop.recorder_process import RecorderProcess, spawn_recorder
from desktop.recording import disk
from desktop.recording.disk import Usage
from desktop.recording.errors import NotEnoughSpace
from desktop.recording.model import CaptureRequest, PartLost, Progress
from desktop.station import Computer, RecordingSaved, StationEvent
from desktop.station_events import EndedForSpace, SpaceLow
from holdfast import durable, salvage
from holdfast.durable import is_no_space
from holdfast.journal import Ended
from holdfast.layout import Home, RecordingFolder
from holdfast.locks import is_held
from holdfast.manifest import Manifest
from tests.integration.station.conftest import Running
from tests.support.bad_disk import fill, small_disk
from uploader.entries import Entries
from uploader.errors import QueueFull

MIB = 1 << 20
TOTAL = 10**12
ROOMY = Usage(TOTAL, TOTAL)


class Machine:
    """A computer whose disk says what the test wants; it remembers its recorders."""

    def __init__(self) -> None:
        self.left = ROOMY
        self.processes: list[int] = []
        self.awake = [0, 0]

    def usage(self, _folder: Path) -> Usage:
        return self.left

    def leave(self, minutes: float, running: Running) -> None:
        """Leave so many minutes at the rate that the station knows best."""
        rate = running.station.space().rate
        assert rate is not None
        self.left = Usage(int(minutes * 60 * rate.bytes_s), TOTAL)

    def spawn(self, request: CaptureRequest) -> RecorderProcess:
        process = spawn_recorder(request)
        self.processes.append(process.pid)
        return process

    @contextmanager
    def keep_awake(self) -> Iterator[None]:
        self.awake[0] += 1
        yield
        self.awake[1] += 1

    def computer(self) -> Computer:
        return Computer(spawn=self.spawn, usage=self.usage, keep_awake=self.keep_awake)


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def opened(tmp_path: Path, machine: Machine) -> Iterator[Running]:
    running = Running(tmp_path / "home", computer=machine.computer())
    running.prepare(640, 360)
    yield running
    running.station.close()


def assert_closed_and_queued(running: Running, saved: RecordingSaved) -> Manifest:
    folder = RecordingFolder(saved.folder)
    manifest = salvage.read_manifest(folder)
    assert manifest is not None
    assert saved.manifest == manifest
    assert folder.open_parts() == {}
    assert not is_held(folder.lock)
    for each in manifest.segments:
        path = folder.segment(each.segment)
        assert durable.sha256_file(path) == each.sha256
    snapshot = running.station.recording_snapshot(saved.recording)
    assert snapshot.custody.saved
    assert snapshot.segments == len(manifest.segments) > 0
    return manifest


def ended_reason(saved: RecordingSaved) -> str:
    journal = salvage.read_journal(RecordingFolder(saved.folder))
    (ended,) = (each for each in journal if isinstance(each, Ended))
    return ended.reason


def test_a_disk_that_is_nearly_full_ends_the_recording_complete(
    opened: Running, machine: Machine
) -> None:
    recording = opened.station.start_recording("P-1")
    opened.wait_for(Progress, lambda each: each.elapsed_s > 1)

    machine.leave(14, opened)
    low = opened.wait_for(SpaceLow)
    machine.leave(1.5, opened)
    ended = opened.wait_for(EndedForSpace)
    saved = opened.wait_for(RecordingSaved)

    assert low.sentence in (disk.left_sentence(14 * 60), disk.left_sentence(13 * 60))
    assert "safe" in ended.sentence
    assert ended.recording == saved.recording == recording
    manifest = assert_closed_and_queued(opened, saved)
    assert manifest.state == "complete"
    assert ended_reason(saved) == disk.ENDED_REASON == "disk nearly full"
    assert len(opened.of(EndedForSpace)) == 1


def test_what_cannot_fit_is_refused_and_leaves_no_trace(opened: Running, machine: Machine) -> None:
    machine.leave(4, opened)

    with pytest.raises(NotEnoughSpace, match=r"\([34] min left, 12 needed\)"):
        opened.station.start_recording("P-1", seconds=600.0)

    assert opened.station.active_recording is None
    assert list(opened.home.recording_folders()) == []
    assert machine.awake == [0, 0]
    machine.left = ROOMY
    opened.record("P-1")


def test_the_computer_is_awake_as_long_as_the_recording_lasts(
    opened: Running, machine: Machine
) -> None:
    assert machine.awake == [0, 0]
    opened.station.start_recording("P-1")
    opened.wait_for(Progress, lambda each: each.elapsed_s > 0.2)
    assert machine.awake == [1, 0]

    opened.station.stop_recording()
    opened.wait_for(RecordingSaved)
    assert machine.awake == [1, 1]

    opened.record("P-1")
    assert machine.awake == [2, 2]


def test_closing_the_station_lets_the_computer_sleep(opened: Running, machine: Machine) -> None:
    opened.station.start_recording("P-1")
    opened.wait_for(Progress, lambda each: each.elapsed_s > 0.2)

    opened.station.close()

    assert machine.awake == [1, 1]


# A disk that is full all of a sudden: somebody else has filled it. ------------------------------


@pytest.fixture
def reserve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOLDFAST_DISK__BALLAST_MIB", "4")


def _full_while_there_is(
    ballast: Path, real: Callable[..., Any], error: Exception, refused: list[str]
) -> Callable[..., Any]:
    def write(*arguments: Any) -> Any:
        if ballast.exists():
            refused.append(real.__name__)
            raise error
        return real(*arguments)

    return write


def test_the_reserve_is_there_from_the_start(reserve: None, opened: Running) -> None:
    assert opened.home.ballast.stat().st_blocks * 512 >= 4 * MIB


def test_a_recorder_without_room_is_given_the_reserve(
    reserve: None, opened: Running, machine: Machine
) -> None:
    opened.station.start_recording("P-1")
    opened.wait_for(Progress, lambda each: each.elapsed_s > 1.5)
    ballast = opened.home.ballast
    there_was = ballast.exists()
    when_told: list[bool] = []

    def hear(event: StationEvent) -> None:
        if isinstance(event, PartLost):
            when_told.append(ballast.exists())

    opened.on_event = hear
    # As a full disk would: no file of the recorder may grow any more.
    machine.left = Usage(MIB, TOTAL)
    psutil.Process(machine.processes[-1]).rlimit(psutil.RLIMIT_FSIZE, (50_000, 50_000))
    lost = opened.wait_for(PartLost)
    saved = opened.wait_for(RecordingSaved)

    assert lost.code == "disk_full"
    assert there_was
    assert when_told == [False], "given back before anything is written in the recorder's place"
    assert_closed_and_queued(opened, saved)


@pytest.mark.parametrize("writer", ["write_replacing", "write_new"])
def test_a_manifest_without_room_is_given_the_reserve(
    reserve: None, opened: Running, monkeypatch: pytest.MonkeyPatch, writer: str
) -> None:
    ballast, refused = opened.home.ballast, list[str]()
    full = OSError(28, "No space left on device")
    assert is_no_space(full)
    write = _full_while_there_is(ballast, getattr(durable, writer), full, refused)
    opened.station.start_recording("P-1")
    opened.wait_for(Progress, lambda each: each.elapsed_s > 0.5)

    monkeypatch.setattr(durable, writer, write)
    # The ones who took it by its name.
    if writer == "write_new":
        monkeypatch.setattr("desktop.handoff.write_new", write)
    opened.station.stop_recording()
    saved = opened.wait_for(RecordingSaved)

    assert refused == [writer]
    assert saved.trouble is None
    assert assert_closed_and_queued(opened, saved).state == "complete"


@pytest.mark.parametrize("change", ["enqueue_recording", "enqueue_segment", "manifest_ready"])
def test_a_queue_without_room_is_given_the_reserve(
    reserve: None, opened: Running, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    refused = list[str]()
    real = getattr(Entries, change)
    full = QueueFull("The disk is full.")
    write = _full_while_there_is(opened.home.ballast, real, full, refused)
    monkeypatch.setattr(Entries, change, write)

    opened.station.start_recording("P-1", seconds=0.5)
    saved = opened.wait_for(RecordingSaved)

    assert refused == [change]
    assert_closed_and_queued(opened, saved)


def test_after_a_full_disk_the_reserve_is_made_again(reserve: None, opened: Running) -> None:
    opened.home.ballast.unlink()
    opened.station.start_recording("P-1")
    assert opened.home.ballast.exists(), "no recording without its reserve"
    opened.home.ballast.unlink()

    opened.wait_for(Progress, lambda each: each.elapsed_s > 0.2)
    opened.station.stop_recording()
    opened.wait_for(RecordingSaved)
    opened.station.close()

    assert opened.home.ballast.stat().st_blocks * 512 >= 4 * MIB


def test_without_a_reserve_a_full_disk_is_told_as_it_is(
    opened: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not opened.home.ballast.exists()

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    opened.station.start_recording("P-1")
    opened.wait_for(Progress, lambda each: each.elapsed_s > 0.5)
    with monkeypatch.context() as patched:
        patched.setattr(durable, "write_new", full)
        opened.station.stop_recording()
        saved = opened.wait_for(RecordingSaved)

    assert saved.manifest is None
    assert saved.trouble is not None
    assert "is safe" in saved.trouble


# A real disk that is full. ----------------------------------------------------------------------


@pytest.mark.mount
def test_a_real_disk_that_is_filled_to_the_last_byte(
    tmp_path: Path, reserve: None, machine: Machine
) -> None:
    root = tmp_path / "home"
    with small_disk(root, 64 * MIB) as is_small:
        assert is_small
        # Nobody sees it coming: the disk says that there is room, until there is none.
        running = Running(root, computer=machine.computer())
        try:
            running.prepare(640, 360)
            assert running.home.ballast.stat().st_blocks * 512 >= 4 * MIB
            running.station.start_recording("P-1")
            running.wait_for(Progress, lambda each: each.elapsed_s > 5)
            filler = fill(root)
            lost = running.wait_for(PartLost)
            saved = running.wait_for(RecordingSaved)

            assert lost.code == "disk_full"
            manifest = assert_closed_and_queued(running, saved)
            assert manifest.state == "interrupted"
            assert manifest.duration_s > 4
            filler.unlink()
        finally:
            running.station.close()
        again = Running(root)
        assert (again.adoption.recovered, again.adoption.troubles) == ([], [])
        again.station.close()


@pytest.mark.mount
def test_a_real_disk_that_becomes_small_ends_the_recording_complete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOLDFAST_DISK__STOP_MINUTES", "1")
    root = tmp_path / "home"
    with small_disk(root, 64 * MIB) as is_small:
        assert is_small
        running = Running(root)
        try:
            running.prepare(640, 360)
            running.station.start_recording("P-1")
            running.wait_for(Progress, lambda each: each.elapsed_s > 1)
            left_bytes = running.station.space().free_bytes - 2 * MIB
            (root / "filler").write_bytes(bytes(left_bytes))
            running.wait_for(EndedForSpace)
            saved = running.wait_for(RecordingSaved)

            assert assert_closed_and_queued(running, saved).state == "complete"
            assert ended_reason(saved) == disk.ENDED_REASON
        finally:
            running.station.close()


@pytest.mark.mount
def test_a_start_on_a_disk_without_a_byte_left_works(tmp_path: Path, reserve: None) -> None:
    root = tmp_path / "home"
    with small_disk(root, 64 * MIB) as is_small:
        assert is_small
        Running(root).station.close()
        assert Home(root).ballast.exists()
        fill(root)

        again = Running(root)
        again.prepare(640, 360)
        with pytest.raises(NotEnoughSpace):
            again.station.start_recording("P-1")
        again.station.close()
