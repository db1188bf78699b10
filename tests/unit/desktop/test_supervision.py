"""What a supervisor decides, with a clock set by hand and recorders that do as the test says."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.course import STOP_LIMIT_S
from desktop.recording.model import (
    Close,
    Failed,
    PartLost,
    PauseRecording,
    PictureAlarm,
    RecordingEnded,
    RecordingRequest,
    Reopen,
    ResumeRecording,
    StartRecording,
    StopRecording,
)
from desktop.recording.states import State
from desktop.supervisor_events import (
    Ended,
    RecorderBack,
    RecorderLost,
    SupervisorEvent,
)
from desktop.supervisor_wishes import CloseBy
from tests.support.puppet_recorder import (
    GONE,
    READY,
    Stage,
    progress,
    request,
)


def test_a_recording_waits_for_the_source_and_begins_when_it_is_ready(tmp_path: Path) -> None:
    stage = Stage()
    stage.supervision.grant(request(tmp_path))
    stage.supervision.step()
    assert stage.recorder.heard() == []
    assert stage.state() is State.PREPARING

    stage.recorder.say(READY)
    stage.supervision.step()

    assert stage.recorder.heard() == [StartRecording(request(tmp_path))]
    assert stage.state() is State.RECORDING


def test_a_source_that_cannot_be_opened_is_told_once_and_not_tried_again(tmp_path: Path) -> None:
    stage = Stage()
    stage.supervision.grant(request(tmp_path))
    stage.recorder.say(GONE)
    stage.recorder.die()
    stage.pass_time(60)

    assert stage.events == [GONE, Ended("r")]
    assert stage.state() is State.FAILED
    assert len(stage.recorders) == 1


def test_recorders_that_die_before_their_first_picture_are_given_up(tmp_path: Path) -> None:
    stage = Stage()
    stage.supervision.grant(request(tmp_path))
    for _ in range(120):
        stage.recorder.die()
        stage.pass_time(0.5)

    (failed,) = stage.of(Failed)
    assert isinstance(failed, Failed)
    assert failed.code == "recorder_died"
    assert len(stage.recorders) == 3
    assert stage.of(Ended) == [Ended("r")]


def test_while_a_camera_stays_away_the_waits_grow_and_never_end(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.pass_time(10, alive=True)
    stage.recorder.say(PartLost("r", "device_lost", "The camera was unplugged."))
    began_s = []
    for _ in range(240):
        before = len(stage.recorders)
        stage.pass_time(0.25)
        if len(stage.recorders) > before:
            began_s.append(stage.clock.ns / 1e9)
            stage.recorder.say(GONE)

    waits = [round(b - a, 2) for a, b in itertools.pairwise(began_s)]
    assert waits[:5] == [0.75, 1.25, 2.25, 4.25, 5.25]
    assert set(waits[5:]) == {5.25}
    assert stage.of(RecorderLost) == [RecorderLost("The camera was unplugged.")]
    assert stage.state() is State.RECORDING


def test_a_frozen_camera_is_asked_to_end_and_its_successor_knows_it(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.recorder.say(PictureAlarm("frozen", "It hangs."))
    stage.pass_time(9.75, alive=True)
    assert Reopen not in [type(each) for each in stage.recorder.heard()]

    stage.pass_time(0.5, alive=True)
    (asked,) = [each for each in stage.recorder.heard() if isinstance(each, Reopen)]
    stage.recorder.say(PartLost("r", "picture_frozen", asked.sentence))
    stage.pass_time(1)
    stage.recorder.say(READY)
    stage.supervision.step()

    assert isinstance(stage.recorder.heard()[0], StartRecording)
    assert stage.requests[-1].picture_always_changes
    assert not stage.requests[0].picture_always_changes
    assert stage.of(RecorderLost) == [RecorderLost(asked.sentence)]


def test_a_frozen_recorder_that_does_not_end_is_killed(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.recorder.say(PictureAlarm("frozen", "It hangs."))
    stage.pass_time(15, alive=True)
    assert not stage.recorders[0].killed

    stage.pass_time(0.75, alive=True)

    assert stage.recorders[0].killed


def test_a_source_that_is_lost_between_recordings_is_waited_for() -> None:
    stage = Stage()
    stage.recorder.say(READY)
    stage.supervision.step()
    assert stage.state() is State.IDLE
    stage.recorder.say(GONE)
    stage.supervision.step()
    assert stage.state() is State.PREPARING

    stage.pass_time(1)
    stage.recorder.say(READY)
    stage.supervision.step()

    assert stage.state() is State.IDLE
    assert stage.events == [READY, RecorderLost("There is no camera."), READY, RecorderBack()]


def test_a_camera_that_another_program_took_meanwhile_is_said_once(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.recorder.say(PartLost("r", "device_lost", "The camera was unplugged."))
    stage.supervision.step()
    for _ in range(3):
        stage.pass_time(6)
        stage.recorder.say(Failed("device_busy", "Busy", "It is busy; nothing is recorded."))
        stage.supervision.step()

    unplugged, busy = stage.of(RecorderLost)
    assert isinstance(unplugged, RecorderLost)
    assert isinstance(busy, RecorderLost)
    assert unplugged.sentence == "The camera was unplugged."
    assert "Another program" in busy.sentence
    assert "safe" in busy.sentence


def test_a_recorder_that_still_encodes_what_waited_is_not_killed_after_a_stop(
    tmp_path: Path,
) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.supervision.grant(StopRecording())
    for frames in range(31, 91):
        stage.recorder.say(replace(progress(stage.clock.ns), frames=frames))
        stage.pass_time(0.5)
        assert not stage.recorders[0].killed, f"killed after {frames} frames"

    # And now it hangs.
    stage.pass_time(STOP_LIMIT_S + 0.5, alive=True)

    assert stage.recorders[0].killed


def test_a_recorder_that_does_not_answer_a_stop_is_killed_in_time(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.supervision.grant(StopRecording())
    assert stage.state() is State.FINALIZING

    stage.pass_time(3.25, alive=True)
    assert stage.of(Ended) == []
    stage.pass_time(0.5, alive=True)

    assert stage.of(Ended) == [Ended("r")]
    assert stage.recorders[0].killed
    assert stage.of(RecorderLost) == []


def test_a_full_disk_is_not_tried_again(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.recorder.say(PartLost("r", "disk_full", "The disk is full."))
    stage.supervision.step()

    assert stage.of(Ended) == [Ended("r")]
    assert stage.of(RecorderLost) == []
    stage.pass_time(1)
    stage.recorder.say(READY)
    stage.supervision.step()
    assert stage.recorder.heard() == []


def test_a_paused_recording_owes_no_frames(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    recorder, frozen_ns = stage.recorder, stage.clock.ns
    recorder.heard()
    stage.supervision.grant(PauseRecording())
    for _ in range(80):
        recorder.say(progress(frozen_ns))
        stage.pass_time(0.25)
    assert stage.state() is State.PAUSED
    assert recorder.heard() == [PauseRecording()]

    stage.supervision.grant(ResumeRecording())
    assert recorder.heard() == [ResumeRecording()]
    assert stage.state() is State.RECORDING
    for _ in range(14):
        if recorder.alive:
            recorder.say(progress(frozen_ns))
        stage.pass_time(0.25)

    assert recorder.killed, "from the resume on it owes frames again"


def test_a_camera_lost_while_paused_comes_back_to_a_paused_recording(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.supervision.grant(PauseRecording())
    stage.recorder.say(PartLost("r", "device_lost", "The camera was unplugged."))
    stage.pass_time(2)
    stage.recorder.say(READY)
    stage.supervision.step()

    assert stage.state() is State.PAUSED
    assert stage.of(RecorderBack) == [RecorderBack()]
    assert stage.recorder.heard() == []
    stage.supervision.grant(ResumeRecording())
    (told,) = stage.recorder.heard()
    assert isinstance(told, StartRecording)


def test_a_pause_outlives_a_silent_recorder_and_a_stop_ends_it(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.supervision.grant(PauseRecording())
    stage.pass_time(1, alive=True)
    stage.pass_time(4)
    assert stage.recorders[0].killed
    stage.supervision.grant(StopRecording())
    stage.supervision.step()

    assert stage.of(Ended) == [Ended("r")]


def test_a_second_recording_at_the_same_time_is_refused(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    second = RecordingRequest(tmp_path, "r2", "s", "P-001", None, None, 1, "d", "0")

    stage.supervision.grant(second)

    assert stage.of(Ended) == [Ended("r2")]
    assert stage.state() is State.RECORDING


def test_what_a_recorder_said_before_it_died_counts(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.recorder.say(RecordingEnded("r", "complete", "time limit", 4.0))
    stage.recorder.die()
    stage.supervision.step()

    ended = stage.events.index(RecordingEnded("r", "complete", "time limit", 4.0))
    assert stage.events[ended + 1] == Ended("r")
    assert stage.of(RecordingEnded) == [stage.events[ended]]


def test_a_listener_with_a_fault_stops_nothing(tmp_path: Path) -> None:
    heard: list[SupervisorEvent] = []

    def hear(event: SupervisorEvent) -> None:
        heard.append(event)
        raise ValueError("the window has a fault")

    stage = Stage()
    stage.supervision._on_event = hear
    stage.record(tmp_path)

    assert len(heard) == 2


@pytest.mark.parametrize("ready", [True, False])
def test_closing_asks_first_and_kills_later(ready: bool) -> None:
    stage = Stage()
    if ready:
        stage.recorder.say(READY)
        stage.supervision.step()
    stage.supervision.grant(CloseBy(stage.clock.ns + 5_000_000_000))
    assert stage.recorder.heard() == [Close()]

    stage.pass_time(4.5, alive=True)
    assert stage.recorder.is_alive()
    stage.pass_time(1.0, alive=True)

    assert stage.recorder.killed
    assert stage.supervision.is_over()
