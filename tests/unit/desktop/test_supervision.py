"""What a supervisor decides, with a clock set by hand and recorders that do as the test says."""

import itertools
import multiprocessing
import tempfile
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.choosing import Choose
from desktop.expected import KnownCamera
from desktop.last_devices import NOTHING_REMEMBERED, DeviceMemory, LastDevices
from desktop.recorder_process import RecorderProcess
from desktop.recording.model import (
    CaptureRequest,
    Close,
    Command,
    Event,
    Failed,
    LetGo,
    MicrophoneOpened,
    PartBegan,
    PartLost,
    PauseRecording,
    PictureAlarm,
    Progress,
    Ready,
    RecordingEnded,
    RecordingRequest,
    Reopen,
    ResumeRecording,
    SetMarker,
    StartRecording,
    StopRecording,
)
from desktop.recording.states import State
from desktop.supervision import Supervision
from desktop.supervisor_events import (
    DeviceAsExpected,
    DeviceChanged,
    DeviceChosen,
    Ended,
    RecorderBack,
    RecorderLost,
    SupervisorEvent,
)
from desktop.supervisor_wishes import CloseBy, ConfirmDevices
from holdfast.announcement import Audio, Video

CAMERA = Video("h264", 640, 480, 30.0, "/dev/v4l/by-id/usb-Webcam", "Webcam")
Told = TypeVar("Told")
READY = Ready(CAMERA, None)
SOUND = Audio("aac", 48_000, 1, "Headset")
GONE = Failed("device_absent", "The device is not there", "There is no camera.")


class HandClock:
    """Time stands still until somebody moves it."""

    def __init__(self) -> None:
        self.ns = 1_000_000_000_000
        self.slept_ns = 0

    def now(self) -> datetime:
        return datetime(2026, 11, 21, tzinfo=UTC)

    def monotonic_ns(self) -> int:
        return self.ns

    def asleep_ns(self) -> int:
        return self.slept_ns

    def boot_id(self) -> str:
        return "boot"


class PuppetRecorder(RecorderProcess):
    """A recorder process without a process: speaks, listens and dies on command."""

    def __init__(self) -> None:
        self.connection, self._theirs = multiprocessing.Pipe()
        self._life, self._end_of_life = multiprocessing.Pipe(duplex=False)
        self._ending = threading.Lock()
        self.alive = True
        self.killed = False
        self.told = False

    @property
    def sentinel(self) -> int:
        return self._life.fileno()

    def is_alive(self) -> bool:
        return self.alive

    def kill(self) -> None:
        self.alive = False
        self.killed = True
        self.connection.close()
        self._theirs.close()
        self._end()

    def _end(self) -> None:
        # A supervisor in a thread of its own may kill what is dying.
        with self._ending:
            self._end_of_life.close()

    def say(self, *events: Event) -> None:
        for event in events:
            self._theirs.send(event)

    def wait_for(self, kind: type[Told]) -> Told:
        """The next command of this kind; it may still be on its way."""
        while self._theirs.poll(30):
            command = self._theirs.recv()
            if isinstance(command, kind):
                return command
        raise AssertionError(f"no {kind.__name__} came")

    def heard(self) -> list[Command]:
        commands = []
        while self._theirs.poll():
            commands.append(self._theirs.recv())
        return commands

    def die(self) -> None:
        self.alive = False
        self._end()


class Stage:
    """A supervision with its puppets."""

    def __init__(self, source: str = "0", memory: DeviceMemory = NOTHING_REMEMBERED) -> None:
        self.clock = HandClock()
        self.events: list[SupervisorEvent] = []
        self.recorders: list[PuppetRecorder] = []
        self.requests: list[CaptureRequest] = []
        self.supervision = Supervision(
            CaptureRequest(source), self.events.append, self.clock, self._spawn, memory
        )
        self.supervision.begin(None)

    def _spawn(self, request: CaptureRequest) -> PuppetRecorder:
        assert not any(each.alive for each in self.recorders), "two recorders at once"
        self.requests.append(request)
        self.recorders.append(PuppetRecorder())
        return self.recorders[-1]

    @property
    def recorder(self) -> PuppetRecorder:
        return self.recorders[-1]

    def pass_time(self, seconds: float, *, alive: bool = False) -> None:
        """Let time pass, looking four times a second; `alive`: with signs of life and frames."""
        for _ in range(round(seconds * 4)):
            self.clock.ns += 250_000_000
            if alive and self.recorder.alive:
                self.recorder.say(progress(self.clock.ns))
            self.supervision.step()

    def of(self, kind: type[SupervisorEvent]) -> list[SupervisorEvent]:
        return [each for each in self.events if isinstance(each, kind)]

    def record(self, folder: Path) -> None:
        self.supervision.grant(request(folder))
        self.recorder.say(READY)
        self.supervision.step()
        self.recorder.say(PartBegan("r", 0, 0.0, self.clock.ns))
        self.supervision.step()
        assert self.state() is State.RECORDING

    def state(self) -> State:
        return self.supervision.state


def progress(frame_ns: int | None) -> Progress:
    return Progress("r", 1.0, 30, 0, 30.0, 1000, None, None, frame_ns)


def request(folder: Path) -> RecordingRequest:
    return RecordingRequest(folder, "r", "s", "P-001", None, None, 1, "d", "0")


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


def test_a_camera_that_comes_back_under_another_number_is_found_by_its_name() -> None:
    stage = Stage("0")
    stage.recorder.say(READY)
    stage.supervision.step()
    stage.recorder.die()
    stage.pass_time(1)

    assert [each.source for each in stage.requests] == ["0", "/dev/v4l/by-id/usb-Webcam"]


def test_another_camera_is_recorded_from_and_asked_about(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.recorder.say(PartLost("r", "device_lost", "The camera was unplugged."))
    stage.pass_time(1)
    stage.recorder.say(Ready(replace(CAMERA, camera_name="Other"), None))
    stage.supervision.step()

    assert isinstance(stage.recorder.heard()[0], StartRecording)
    (changed,) = stage.of(DeviceChanged)
    assert isinstance(changed, DeviceChanged)
    assert (changed.was, changed.now) == ("Webcam", "Other")

    stage.supervision.grant(ConfirmDevices())

    assert stage.of(DeviceAsExpected) == [DeviceAsExpected("camera")]


def test_another_microphone_in_the_running_part_is_noted(tmp_path: Path) -> None:
    stage = Stage()
    stage.supervision.grant(request(tmp_path))
    stage.recorder.say(Ready(CAMERA, SOUND), PartBegan("r", 0, 0.0, stage.clock.ns))
    stage.supervision.step()
    stage.recorder.heard()
    stage.recorder.say(MicrophoneOpened("Laptop"))
    stage.supervision.step()

    (marker,) = stage.recorder.heard()
    assert isinstance(marker, SetMarker)
    assert marker.name == "microphone changed: Headset -> Laptop"
    assert len(stage.of(DeviceChanged)) == 1


def test_a_chosen_camera_is_opened_once_the_other_is_let_go(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.recorder.heard()
    stage.supervision.grant(Choose(source="/dev/video4"))
    stage.supervision.step()
    (asked,) = stage.recorder.heard()
    assert isinstance(asked, LetGo)
    assert len(stage.recorders) == 1
    stage.recorder.say(PartLost("r", "device_let_go", asked.sentence))
    stage.supervision.step()

    assert stage.requests[-1].source == "/dev/video4"
    assert len(stage.recorders) == 2, "at once, however young the other was"
    stage.recorder.say(Ready(replace(CAMERA, camera_name="Other"), None))
    stage.supervision.step()
    assert stage.of(DeviceChosen) == [DeviceChosen("camera", "Webcam", "Other")]
    assert stage.of(DeviceChanged) == []
    assert stage.of(RecorderLost) == [RecorderLost(asked.sentence, by_choice=True)]


def test_a_recorder_that_does_not_let_go_is_killed(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.supervision.grant(Choose(source="/dev/video4"))
    stage.pass_time(4.75, alive=True)
    assert [each.killed for each in stage.recorders] == [False]

    stage.pass_time(0.5, alive=True)

    assert [each.killed for each in stage.recorders] == [True, False]
    assert stage.requests[-1].source == "/dev/video4"


def test_a_choice_waits_for_a_recording_that_is_ending(tmp_path: Path) -> None:
    stage = Stage()
    stage.record(tmp_path)
    stage.recorder.heard()
    stage.supervision.grant(StopRecording())
    stage.supervision.grant(Choose(source="/dev/video4"))
    stage.supervision.step()
    assert stage.recorder.heard() == [StopRecording()]

    stage.recorder.say(RecordingEnded("r", "complete", "stopped", 1.0))
    stage.pass_time(0.5)

    assert stage.of(Ended) == [Ended("r")]
    assert stage.requests[-1].source == "/dev/video4"


def test_a_chosen_camera_that_fails_before_a_recording_is_given_up_and_may_be_replaced() -> None:
    stage = Stage()
    stage.recorder.say(READY)
    stage.supervision.step()
    stage.supervision.grant(Choose(source="/dev/video4"))
    stage.supervision.step()
    stage.recorder.say(GONE)
    stage.supervision.step()
    assert stage.state() is State.FAILED

    stage.supervision.grant(Choose(source="0", audio="none"))
    stage.supervision.step()

    assert (stage.requests[-1].source, stage.requests[-1].audio) == ("0", "none")
    stage.recorder.say(READY)
    stage.supervision.step()
    assert stage.state() is State.IDLE


def test_another_camera_than_last_time_is_asked_about_until_somebody_confirms(
    tmp_path: Path,
) -> None:
    file = tmp_path / "devices.json"

    def day(name: str) -> Stage:
        stage = Stage(memory=LastDevices(file))
        stage.recorder.say(Ready(replace(CAMERA, camera_id="/dev/video0", camera_name=name), SOUND))
        stage.supervision.step()
        return stage

    assert day("Webcam").of(DeviceChanged) == []
    assert day("Webcam").of(DeviceChanged) == []
    (asked,) = day("Other").of(DeviceChanged)
    assert isinstance(asked, DeviceChanged)
    assert asked.sentence.startswith("Another camera than last time: “Other” instead of “Webcam”.")
    again = day("Other")
    assert again.of(DeviceChanged) == [asked]
    again.supervision.grant(ConfirmDevices())
    assert day("Other").of(DeviceChanged) == []
    assert len(day("Webcam").of(DeviceChanged)) == 1


def test_what_was_chosen_is_remembered_under_its_own_name(tmp_path: Path) -> None:
    memory = LastDevices(tmp_path / "devices.json")
    stage = Stage(memory=memory)
    stage.recorder.say(READY)
    stage.supervision.step()
    stage.supervision.grant(Choose(source="/dev/video4"))
    stage.supervision.step()
    stage.recorder.say(Ready(replace(CAMERA, camera_id="/dev/video4", camera_name="Other"), None))
    stage.supervision.step()

    other = LastDevices(tmp_path / "devices.json")
    assert other.camera(CaptureRequest("0")) == KnownCamera(CAMERA.camera_id, "Webcam")
    assert other.camera(CaptureRequest("/dev/video4")) == KnownCamera("/dev/video4", "Other")


def test_a_stream_is_not_remembered(tmp_path: Path) -> None:
    stage = Stage("http://camera/", memory=LastDevices(tmp_path / "devices.json"))
    stage.recorder.say(READY)
    stage.supervision.step()

    assert not (tmp_path / "devices.json").exists()


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
