"""What a supervisor makes of other devices: those that people chose, and those that came."""

from dataclasses import replace
from pathlib import Path

from desktop.choosing import Choose
from desktop.expected import KnownCamera
from desktop.last_devices import LastDevices
from desktop.recording.model import (
    CaptureRequest,
    LetGo,
    MicrophoneOpened,
    PartBegan,
    PartLost,
    Ready,
    RecordingEnded,
    SetMarker,
    StartRecording,
    StopRecording,
)
from desktop.recording.states import State
from desktop.supervisor_events import (
    DeviceAsExpected,
    DeviceChanged,
    DeviceChosen,
    Ended,
    RecorderLost,
)
from desktop.supervisor_wishes import ConfirmDevices
from tests.support.puppet_recorder import CAMERA, GONE, READY, SOUND, Stage, request


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
