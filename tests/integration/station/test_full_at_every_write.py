"""The disk is full at one write after the other: all is closed, written down and queued."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.recorder_process import RecorderProcess, spawn_recorder
from desktop.recording.model import CaptureRequest, PartLost, Progress
from desktop.station import Computer, RecordingSaved
from holdfast import durable, salvage
from holdfast.layout import Home, RecordingFolder
from holdfast.locks import is_held
from tests.integration.station.conftest import Running
from tests.support.full_at import FullAt, full_at, spawn_on_full_disk

Opened = Callable[..., Running]


@pytest.fixture(autouse=True)
def reserve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOLDFAST_DISK__BALLAST_MIB", "4")


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A file that is there once the disk was full."""
    return tmp_path / "told"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    stations: list[Running] = []

    def open_with(
        spawn: Callable[[CaptureRequest], RecorderProcess] = spawn_recorder,
    ) -> Running:
        running = Running(tmp_path / "home", computer=Computer(spawn=spawn))
        stations.append(running)
        running.prepare(640, 360)
        return running

    yield open_with
    for each in stations:
        each.station.close()


def assert_in_good_order(running: Running, home: Home) -> list[RecordingFolder]:
    """Nobody is left in any folder, nothing is open, and what there is is whole and queued."""
    running.station.close()
    again = Running(home.root)
    try:
        assert (again.adoption.recovered, again.adoption.troubles) == ([], [])
        assert again.adoption.segments == 0, "everything was queued already"
        ended = []
        for folder in home.recording_folders():
            assert folder.open_parts() == {}
            assert not is_held(folder.lock)
            manifest = salvage.read_manifest(folder)
            if manifest is None:
                assert not folder.announce.exists()
                continue
            for each in manifest.segments:
                assert durable.sha256_file(folder.segment(each.segment)) == each.sha256
            snapshot = again.station.recording_snapshot(folder.recording)
            assert snapshot.segments == len(manifest.segments)
            ended.append(folder)
        return ended
    finally:
        again.station.close()


@pytest.mark.parametrize(
    ("at", "has_recorded"),
    [
        pytest.param(FullAt("open", "announce.json"), False, id="announcement"),
        pytest.param(FullAt("open", "journal.jsonl"), False, id="first line of the journal"),
        pytest.param(FullAt("open", "000000.part"), False, id="first segment begins"),
        pytest.param(FullAt("open", "000001.part"), True, id="second segment begins"),
        pytest.param(FullAt("write", "000000.part", 4), True, id="a segment grows"),
        pytest.param(FullAt("fdatasync", "000000.part", 4), True, id="a segment is synced"),
        pytest.param(FullAt("fsync", "000000.part"), True, id="a segment is closed"),
        pytest.param(FullAt("open", "000000.json"), True, id="sidecar"),
        pytest.param(FullAt("fsync", "000000.json"), True, id="sidecar is synced"),
        pytest.param(FullAt("link", "000000.part"), True, id="a segment gets its name"),
        pytest.param(FullAt("open", "journal.jsonl", 2), True, id="last line of the journal"),
    ],
)
def test_a_recorder_that_meets_it(
    opened: Opened, tmp_path: Path, told: Path, at: FullAt, has_recorded: bool
) -> None:
    home = Home(tmp_path / "home")
    running = opened(spawn_on_full_disk(at, home.ballast, told))
    running.station.start_recording("P-1", seconds=5.0)
    saved = running.wait_for(RecordingSaved)

    assert told.exists(), "the disk was never full"
    (lost,) = running.of(PartLost)
    assert lost.code == "disk_full"
    assert saved.trouble is None
    assert (saved.manifest is not None and saved.manifest.frames > 0) is has_recorded
    ended = assert_in_good_order(running, home)
    assert bool(ended) == (saved.manifest is not None)


@pytest.mark.parametrize(
    "at",
    [
        pytest.param(FullAt("open", "decision.json"), id="decision"),
        pytest.param(FullAt("fsync", "decision.json"), id="decision is synced"),
        pytest.param(FullAt("open", "manifest.json"), id="manifest"),
        pytest.param(FullAt("write", "manifest.json"), id="manifest is written"),
        pytest.param(FullAt("fsync", "manifest.json"), id="manifest is synced"),
        pytest.param(FullAt("link", "manifest.json"), id="manifest gets its name"),
    ],
)
def test_an_end_that_meets_it(opened: Opened, tmp_path: Path, told: Path, at: FullAt) -> None:
    home = Home(tmp_path / "home")
    running = opened()
    with full_at(at, home.ballast, told):
        running.station.start_recording("P-1", seconds=1.0)
        saved = running.wait_for(RecordingSaved)

    assert told.exists(), "the disk was never full"
    assert saved.trouble is None
    assert saved.manifest is not None
    assert saved.manifest.state == "complete"
    assert len(assert_in_good_order(running, home)) == 1


@pytest.mark.parametrize(
    "at",
    [
        pytest.param(FullAt("open", "session.json"), id="session"),
        pytest.param(FullAt("open", "recording.lock"), id="lock"),
    ],
)
def test_a_start_that_meets_it_begins_nothing(
    opened: Opened, tmp_path: Path, told: Path, at: FullAt
) -> None:
    home = Home(tmp_path / "home")
    running = opened()
    with (
        full_at(at, home.ballast, told),
        pytest.raises(OSError, match="No space left on device"),
    ):
        running.station.start_recording("P-1")

    assert running.station.active_recording is None
    running.station.start_recording("P-1", seconds=0.5)
    running.wait_for(RecordingSaved)
    assert len(assert_in_good_order(running, home)) == 1


def test_the_next_recording_begins_once_there_is_room(
    opened: Opened, tmp_path: Path, told: Path
) -> None:
    home = Home(tmp_path / "home")
    at = FullAt("write", "000000.part", 4)
    running = opened(spawn_on_full_disk(at, home.ballast, told))
    running.station.start_recording("P-1")
    running.wait_for(RecordingSaved)

    running.station.start_recording("P-1")
    running.wait_for(Progress, lambda each: each.recording is not None and each.elapsed_s > 1)
    running.station.stop_recording()
    saved = running.wait_for(RecordingSaved)

    assert saved.manifest is not None
    assert len(assert_in_good_order(running, home)) == 2
