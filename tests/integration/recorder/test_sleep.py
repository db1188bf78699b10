"""A real recorder on a computer that seems to have slept: its recording's clock goes on."""

import threading
from pathlib import Path

import pytest

from desktop.recording.assembly import make_recorder
from desktop.recording.model import (
    CaptureRequest,
    Close,
    Event,
    PauseRecording,
    Ready,
    RecordingEnded,
    ResumeRecording,
    SetMarker,
    StartRecording,
    StopRecording,
)
from desktop.recording.states import State
from holdfast import salvage
from holdfast.clock import SystemClock
from holdfast.layout import RecordingFolder
from tests.integration.recorder.test_overload import request_in
from tests.support.chain import wait_for


class SleepyClock(SystemClock):
    """The system's clock, on a computer that has slept for as long as a test says."""

    def __init__(self) -> None:
        self.slept_s = 0.0

    def asleep_ns(self) -> int:
        return super().asleep_ns() + round(self.slept_s * 1e9)


@pytest.mark.parametrize("while_paused", [False, True])
def test_the_time_asleep_is_a_gap(tmp_path: Path, while_paused: bool) -> None:
    clock, events = SleepyClock(), list[Event]()
    capture = CaptureRequest("test:live", width=320, height=180, with_preview=False)
    recorder = make_recorder(capture, events.append, clock)
    threading.Thread(target=recorder.run, daemon=True).start()
    wait_for(lambda: any(isinstance(each, Ready) for each in events), "the scene is ready")
    request = request_in(tmp_path)
    recorder.post(StartRecording(request))
    wait_for(lambda: recorder.progress().frames >= 30, "pictures are encoded")
    if while_paused:
        recorder.post(PauseRecording())
        wait_for(lambda: recorder.state is State.PAUSED, "it is paused")
    clock.slept_s = 3600.0
    if while_paused:
        assert recorder.progress().elapsed_s > 3600.0
        recorder.post(SetMarker("awake", "test", clock.monotonic_ns()))
        recorder.post(ResumeRecording())
    wait_for(lambda: recorder.progress().frames >= 60, "more pictures are encoded")
    wait_for(lambda: recorder.progress().elapsed_s > 3601.0, "the recording's clock went on")
    if not while_paused:
        recorder.post(SetMarker("awake", "test", clock.monotonic_ns()))
    recorder.post(StopRecording())
    wait_for(lambda: any(isinstance(each, RecordingEnded) for each in events), "it has ended")
    recorder.post(Close())

    closed = salvage.close_recording(RecordingFolder(request.folder), lambda data: "unsigned")
    assert closed is not None
    (gap,) = closed.manifest.gaps
    reason = "paused" if while_paused else "computer slept"
    assert gap.reason == reason
    assert 3600.0 <= gap.to_s - gap.from_s < 3605.0
    assert [each.reason for each in closed.manifest.parts] == [
        "start",
        "resumed" if while_paused else "computer slept",
    ]
    # A busy computer may have noted something of its own.
    (marker,) = (each for each in closed.manifest.markers if each.source == "test")
    assert 3600.9 < marker.t_s <= closed.manifest.duration_s
