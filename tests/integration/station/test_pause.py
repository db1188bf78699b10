"""A station that pauses: what was recorded is queued at once, and one recording comes of it."""

from desktop.recording.model import Paused, Progress, Resumed
from desktop.station import RecordingSaved
from tests.integration.station.conftest import Running
from tests.support.chain import wait_for


def test_what_was_recorded_before_a_pause_is_queued_during_it(running: Running) -> None:
    running.prepare(640, 360)
    recording = running.station.start_recording("P-1", "smile")
    running.wait_for(Progress, lambda each: each.elapsed_s > 0.5)
    running.station.pause_recording()
    paused = running.wait_for(Paused)

    def queued() -> bool:
        return running.station.recording_snapshot(recording).segments == 1

    wait_for(queued, "the first part's segment is queued")
    running.station.mark("while paused", "key")
    running.station.resume_recording()
    resumed = running.wait_for(Resumed)
    running.station.stop_recording()
    saved = running.wait_for(RecordingSaved)

    assert saved.manifest is not None
    assert saved.manifest.state == "complete"
    assert [each.reason for each in saved.manifest.parts] == ["start", "resumed"]
    (marker,) = saved.manifest.markers
    # The last picture lasts for a frame, which is a little later than the pause was asked for.
    assert paused.t_s - 0.05 <= marker.t_s <= resumed.t_s


def test_without_a_recording_a_pause_means_nothing(running: Running) -> None:
    running.prepare(640, 360)
    running.station.pause_recording()
    running.station.resume_recording()
    running.record("P-1")

    assert running.of(Paused) == []
