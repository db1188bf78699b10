"""Whatever people and recorders do, a supervisor ends each recording once."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.recording.model import (
    Event,
    PartBegan,
    PartLost,
    PauseRecording,
    RecordingEnded,
    ResumeRecording,
    StartRecording,
    StopRecording,
)
from desktop.supervisor_events import (
    Ended,
)
from desktop.supervisor_wishes import CloseBy
from tests.support.puppet_recorder import GONE, READY, PuppetRecorder, Stage, progress, request

ACTIONS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "start",
                "stop",
                "pause",
                "resume",
                "ready",
                "began",
                "ended",
                "lost",
                "full",
                "failed",
                "die",
                "sign",
            ]
        ),
        st.floats(0.25, 8.0),
    ),
    max_size=40,
)


@given(ACTIONS)
def test_whatever_happens_each_recording_ends_once_and_nothing_is_left_running(
    actions: list[str | float],
) -> None:
    stage = Stage()
    asked = 0
    with tempfile.TemporaryDirectory() as folder:
        for action in actions:
            if action == "start":
                asked += 1
            act(stage, action, Path(folder))
            assert len(stage.of(Ended)) in (asked - 1, asked)
        stage.supervision.grant(CloseBy(stage.clock.ns + 5_000_000_000))
        stage.pass_time(6)

    assert stage.supervision.is_over()
    assert len(stage.of(Ended)) == asked
    assert not any(each.alive for each in stage.recorders)


def act(stage: Stage, action: str | float, folder: Path) -> None:
    recorder = stage.recorder
    if isinstance(action, float):
        stage.pass_time(action)
        return
    if action == "start":
        stage.supervision.grant(request(folder))
    elif action == "stop":
        stage.supervision.grant(StopRecording())
    elif action == "pause":
        stage.supervision.grant(PauseRecording())
    elif action == "resume":
        stage.supervision.grant(ResumeRecording())
    elif action == "die":
        recorder.die()
    elif recorder.alive:
        speak(stage, recorder, action)
    stage.supervision.step()


def speak(stage: Stage, recorder: PuppetRecorder, action: str) -> None:
    """Say what a recorder could say now: it ends and loses only what it was told to record."""
    if any(isinstance(each, StartRecording) for each in recorder.heard()):
        recorder.told = True
    says: dict[str, Event] = {
        "ready": READY,
        "failed": GONE,
        "sign": progress(stage.clock.ns),
    }
    if recorder.told:
        says["began"] = PartBegan("r", 0, 0.0, stage.clock.ns)
        says["ended"] = RecordingEnded("r", "complete", "stopped", 1.0)
        says["lost"] = PartLost("r", "device_lost", "The camera was unplugged.")
        says["full"] = PartLost("r", "disk_full", "The disk is full.")
    if action in says:
        recorder.say(says[action])
        if action == "ended":
            recorder.told = False
