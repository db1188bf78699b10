"""Staff are called by a real station when camera, microphone or disk fail while recording."""

import queue
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from desktop.alarm_sound import ALARM, Pattern
from desktop.recording.model import CaptureRequest, MarkerSet, PartBegan, Progress, Ready
from desktop.reds import CAMERA_S
from desktop.station import THIS_COMPUTER, RecordingSaved
from desktop.station_events import StaffCalled
from desktop.supervisor import RecorderBack, RecorderLost
from desktop.supervisor_events import GrowsAgain, NotGrowing
from tests.integration.station.conftest import Running
from tests.mjpeg_server import mjpeg_server
from tests.pulse import Pulse, pulse
from tests.support.bad_disk import hanging_calls

__all__ = ["pulse"]


class Hall:
    """A station whose alarm is listened to."""

    def __init__(self, home: Path) -> None:
        self.heard: queue.SimpleQueue[Pattern] = queue.SimpleQueue()
        self.running = Running(home, computer=replace(THIS_COMPUTER, play=self._hear))

    def _hear(self, pattern: Pattern) -> bool:
        self.heard.put(pattern)
        return True

    def record(self, source: str, audio: str) -> None:
        self.running.station.prepare(
            CaptureRequest(source, audio=audio, with_preview=False, width=640, height=360)
        )
        self.running.wait_for(Ready)
        self.running.station.start_recording("P-001")
        self.running.wait_for(PartBegan)
        self.running.wait_for(Progress, lambda each: each.elapsed_s > 1.0)

    def saved(self) -> RecordingSaved:
        self.running.station.stop_recording()
        return self.running.wait_for(RecordingSaved)


@pytest.fixture
def open_hall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Hall]]:
    opened: list[Hall] = []

    def make() -> Hall:
        opened.append(Hall(tmp_path / "home"))
        return opened[-1]

    monkeypatch.setenv("HOLDFAST_ALARMS__SOUND", "true")
    yield make
    for hall in opened:
        hall.running.station.close()


def recorder_of_ours() -> psutil.Process:
    """The recorder process: others of ours watch it, or keep count of shared memory."""
    found = psutil.Process().children()
    (recorder,) = [each for each in found if "spawn_main" in " ".join(each.cmdline())]
    return recorder


def names(saved: RecordingSaved) -> list[str]:
    assert saved.manifest is not None
    return [each.name for each in saved.manifest.markers]


def test_a_camera_that_stays_away_calls_until_it_is_back_and_that_is_noted(
    open_hall: Callable[[], Hall],
) -> None:
    hall = open_hall()
    with mjpeg_server() as camera:
        hall.record(camera.url, "none")
        camera.close_connections(refuse=True)
        hall.running.wait_for(RecorderLost)
        assert hall.heard.empty()
        hall.running.wait_for(StaffCalled, lambda each: each.sounding)
        assert hall.heard.get(timeout=CAMERA_S) == ALARM
        camera.resume()
        hall.running.wait_for(RecorderBack)
        hall.running.wait_for(StaffCalled, lambda each: not each.sounding)
        saved = hall.saved()

    assert "alarm sounded" in names(saved)
    assert saved.manifest is not None
    assert len(saved.manifest.parts) == 2


def test_a_disk_that_hangs_calls_and_acknowledged_it_is_quiet(
    open_hall: Callable[[], Hall],
) -> None:
    hall = open_hall()
    hall.record("test:live", "none")

    with hanging_calls(recorder_of_ours(), "fdatasync", 8.0):
        hall.running.wait_for(NotGrowing)
        hall.heard.get(timeout=10)
        hall.running.station.acknowledge_alarm()
        hall.running.wait_for(StaffCalled, lambda each: not each.sounding)
    saved = hall.saved()

    assert hall.heard.empty()
    assert {"nothing is written", "alarm sounded"} <= set(names(saved))


@pytest.mark.audio
def test_a_microphone_that_vanishes_calls(open_hall: Callable[[], Hall], pulse: Pulse) -> None:
    hall = open_hall()
    with pulse.playing(1000.0):
        hall.record("test:live", "default")
        pulse.stop()
    hall.running.wait_for(MarkerSet, lambda each: each.name == "sound lost")

    assert hall.heard.get(timeout=10) == ALARM
    hall.running.wait_for(MarkerSet, lambda each: each.name == "alarm sounded")
    # The picture goes on, and the part as well.
    saved = hall.saved()
    assert saved.manifest is not None
    assert len(saved.manifest.parts) == 1
    assert names(saved)[:2] == ["sound lost", "alarm sounded"]


def test_switched_off_nobody_is_called(
    open_hall: Callable[[], Hall], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOLDFAST_ALARMS__SOUND", "false")
    hall = open_hall()
    hall.record("test:live", "none")

    with hanging_calls(recorder_of_ours(), "fdatasync", 6.0):
        hall.running.wait_for(NotGrowing)
        hall.running.station.acknowledge_alarm()
        hall.running.wait_for(GrowsAgain)
    saved = hall.saved()

    assert hall.heard.empty()
    assert hall.running.of(StaffCalled) == []
    assert names(saved) == ["nothing is written", "written again"]
