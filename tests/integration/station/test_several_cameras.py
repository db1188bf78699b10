"""Two cameras at once: two recordings of one session on one clock, and neither needs the other."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.recorder_process import RecorderProcess, spawn_recorder
from desktop.recording.model import CaptureRequest, PartBegan, Ready, SegmentClosed
from desktop.station import Computer, RecordingSaved
from desktop.station_events import FromCamera
from desktop.supervisor import RecorderLost
from holdfast import salvage
from holdfast.manifest import Manifest
from tests.integration.station.conftest import Running


class Spawned:
    """Starts real recorders and keeps hold of the last one of each source."""

    def __init__(self) -> None:
        self.of: dict[str, RecorderProcess] = {}

    def __call__(self, request: CaptureRequest) -> RecorderProcess:
        self.of[request.source] = spawn_recorder(request)
        return self.of[request.source]


@pytest.fixture
def spawned() -> Spawned:
    return Spawned()


@pytest.fixture
def two(tmp_path: Path, spawned: Spawned) -> Iterator[Running]:
    """A station whose two cameras are open."""
    running = Running(tmp_path, computer=Computer(spawn=spawned))
    small = {"with_preview": False, "width": 320, "height": 180}
    running.station.prepare(
        CaptureRequest("test:live", **small),  # type: ignore[arg-type]  # its fields
        CaptureRequest("test", audio="none", **small),  # type: ignore[arg-type]  # its fields
    )
    running.wait_for(Ready)
    if not from_second(running, Ready):
        running.wait_for(FromCamera, lambda told: isinstance(told.event, Ready))
    yield running
    running.station.close()


def from_second(running: Running, kind: type) -> list[object]:
    told = [each.event for each in running.of(FromCamera)]
    return [event for event in told if isinstance(event, kind)]


def wait_for_both_to_begin(running: Running) -> None:
    if not running.of(PartBegan):
        running.wait_for(PartBegan)
    if not from_second(running, PartBegan):
        running.wait_for(FromCamera, lambda told: isinstance(told.event, PartBegan))


def manifests(running: Running) -> list[Manifest]:
    """Of the first camera and of the second, once both are saved."""
    if not running.of(RecordingSaved):
        running.wait_for(RecordingSaved)
    if not from_second(running, RecordingSaved):
        running.wait_for(FromCamera, lambda told: isinstance(told.event, RecordingSaved))
    saved = [*running.of(RecordingSaved), *from_second(running, RecordingSaved)]
    found = [each.manifest for each in saved if isinstance(each, RecordingSaved)]
    assert None not in found
    return [each for each in found if each is not None]


def test_two_cameras_give_two_recordings_of_one_take_on_one_clock(two: Running) -> None:
    recording = two.station.start_recording("P-1", "smile", seconds=1.0)
    wait_for_both_to_begin(two)
    two.station.mark("look", "key")

    first, second = manifests(two)

    assert first.recording == recording != second.recording
    assert first.announcement.session == second.announcement.session
    assert (first.announcement.take, second.announcement.take) == (1, 1)
    cameras = {each.id: each.camera for each in two.station.queue_snapshot().recordings}
    for each in (first, second):
        assert each.announcement.video is not None
        assert cameras[each.recording] == each.announcement.video.camera_name != ""
    assert (first.frames, second.frames) == (30, 30)
    assert first.announcement.boot_id == second.announcement.boot_id
    zeros = [each.announcement.started_monotonic_ns for each in (first, second)]
    instants = [
        zero + each.markers[0].t_s * 1e9 for zero, each in zip(zeros, (first, second), strict=True)
    ]
    # The second camera waits for us: its time is known by its pictures, thirty a second.
    assert abs(instants[0] - instants[1]) < 1e9 / 30
    assert first.announcement.audio is not None
    assert second.announcement.audio is None
    two.station.start_recording("P-1", "smile", seconds=0.5)
    two.wait_for(RecordingSaved, lambda saved: saved.recording != recording)
    two.station.close()
    announced = [salvage.read_announcement(each) for each in two.home.recording_folders()]
    assert sorted(each.take for each in announced if each is not None) == [1, 1, 2, 2]


def test_a_camera_that_dies_leaves_the_other_alone(two: Running, spawned: Spawned) -> None:
    two.station.start_recording("P-1")
    two.wait_for(SegmentClosed)

    # Not `kill()`, which is its supervisor's: it also closes the pipe.
    os.kill(spawned.of["test"].pid, signal.SIGKILL)
    two.wait_for(FromCamera, lambda told: isinstance(told.event, RecorderLost))
    two.wait_for(
        FromCamera, lambda told: isinstance(told.event, PartBegan) and told.event.part == 1
    )
    two.station.stop_recording()

    first, second = manifests(two)
    assert [each.reason for each in first.parts] == ["start"]
    assert first.gaps == ()
    assert [each.part for each in second.parts] == [0, 1]
    assert len(second.gaps) == 1
    assert not two.of(RecorderLost)


def test_closing_the_station_ends_both(two: Running) -> None:
    two.station.start_recording("P-1")
    wait_for_both_to_begin(two)

    two.station.close()

    assert [each.state for each in manifests(two)] == ["interrupted", "interrupted"]


def test_the_disk_has_to_last_for_both(two: Running) -> None:
    both = two.station.space().rate
    assert both is not None
    two.station.prepare(CaptureRequest("test", with_preview=False, width=320, height=180))
    two.wait_for(Ready)

    alone = two.station.space().rate

    assert alone is not None
    assert both.bytes_s > 1.5 * alone.bytes_s
