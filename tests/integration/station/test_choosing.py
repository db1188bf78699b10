"""The station's sources can be changed while they are recorded, each for itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.choosing import Choose
from desktop.recording.model import CaptureRequest, PartBegan, Ready
from desktop.station import RecordingRunning, RecordingSaved
from desktop.station_events import FromCamera
from desktop.supervisor_events import DeviceChosen
from tests.integration.station.conftest import Running
from tests.mjpeg_server import MjpegServer


@pytest.fixture
def camera() -> Iterator[MjpegServer]:
    server = MjpegServer(320, 180)
    yield server
    server.stop()


def wait_for_the_other(running: Running, kind: type) -> None:
    """Until the second camera tells so, which may have been before the first one did."""
    if not any(isinstance(told.event, kind) for told in running.of(FromCamera)):
        running.wait_for(FromCamera, lambda told: isinstance(told.event, kind))


def test_the_camera_of_a_running_recording_is_changed_and_the_other_goes_on(
    running: Running, camera: MjpegServer
) -> None:
    captures = [
        CaptureRequest(each, with_preview=False, audio="none") for each in ("test:live", "test")
    ]
    running.station.prepare(*captures)
    running.wait_for(Ready)
    wait_for_the_other(running, Ready)
    running.station.start_recording("P-1")
    running.wait_for(PartBegan)

    running.station.choose(Choose(source=camera.url))
    chosen = running.wait_for(DeviceChosen)
    running.wait_for(PartBegan, lambda began: began.part == 1)
    running.station.stop_recording()

    first = running.wait_for(RecordingSaved).manifest
    assert first is not None
    assert first.state == "complete"
    assert [each.part for each in first.parts] == [0, 1]
    assert chosen.marker in [each.name for each in first.markers]
    others = [each.event for each in running.of(FromCamera)]
    assert not [each for each in others if isinstance(each, DeviceChosen)]
    wait_for_the_other(running, RecordingSaved)
    # The next recording is made with it from its beginning.
    running.station.start_recording("P-1", seconds=0.5)
    saved = running.wait_for(RecordingSaved)
    assert saved.manifest is not None
    assert saved.manifest.announcement.video is not None
    assert saved.manifest.announcement.video.camera_name == chosen.now


def test_a_running_recording_of_a_file_keeps_its_source(running: Running, tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"not looked at")
    running.prepare()
    running.station.start_recording("P-1")
    running.wait_for(PartBegan)

    with pytest.raises(RecordingRunning, match="from its beginning to its end"):
        running.station.choose(Choose(source=str(film)))

    running.station.stop_recording()
    saved = running.wait_for(RecordingSaved)
    assert saved.manifest is not None
    assert len(saved.manifest.parts) == 1


def test_nothing_can_be_chosen_where_nothing_is_open(running: Running) -> None:
    with pytest.raises(RecordingRunning, match="No source is open"):
        running.station.choose(Choose(source="test"))
