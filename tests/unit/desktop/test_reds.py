"""Staff are called for what is red, again and again, until somebody comes or it is over."""

import pytest

from desktop.recording.disk import Level
from desktop.recording.model import MarkerSet, PartBegan, Paused, PictureAlarm, Ready, SoundAlarm
from desktop.reds import CAMERA_S, CHOSEN_S, Beat
from desktop.station_events import FromCamera, SpaceLow
from desktop.supervisor_events import Ended, GrowsAgain, NotGrowing, RecorderBack, RecorderLost
from holdfast.announcement import Audio, Video
from tests.support.manual_clock import ManualClock

VIDEO = Video("h264", 1280, 720, 30.0, "cam-1", "HD Webcam")
READY = Ready(VIDEO, Audio("aac", 48_000, 1, "Headset"))
SILENT = Ready(VIDEO, None, "There is no microphone.")
BEGAN = PartBegan("r", 0, 0.0, 1)
LOST, BACK = RecorderLost("It was unplugged."), RecorderBack()
STILL, GROWS = NotGrowing("r", 1.0, "Nothing reaches the disk."), GrowsAgain("r")
FROZEN, MOVES = PictureAlarm("frozen", "It hangs."), PictureAlarm(None, None)
NO_SOUND = MarkerSet("r", 1.0, "sound lost", "recorder")
SOUND = MarkerSet("r", 2.0, "sound back", "recorder")
FULL = SpaceLow("r", "Space for 10 minutes.", Level.RED)


class Room:
    """A beat with a clock set by hand."""

    def __init__(self, *events: object) -> None:
        self.clock = ManualClock()
        self.beat = Beat(self.clock)
        self.hear(READY, BEGAN, *events)

    def hear(self, *events: object) -> None:
        for event in events:
            self.beat.hear(event)

    def beats(self, seconds: float) -> list[float]:
        """At which seconds from now it sounds, looking four times a second."""
        sounded = []
        for quarter in range(round(seconds * 4)):
            if self.beat.is_due():
                sounded.append(quarter / 4)
            self.clock.advance(0.25)
        return sounded


@pytest.mark.parametrize(
    ("red", "over"), [(STILL, GROWS), (FROZEN, MOVES), (NO_SOUND, SOUND), (SILENT, READY)]
)
def test_what_is_red_sounds_at_once_and_again_until_it_is_over(red: object, over: object) -> None:
    room = Room(red)
    assert room.beats(21) == [0.0, 10.0, 20.0]

    room.hear(over)
    assert room.beats(60) == []


def test_a_camera_is_waited_for_before_staff_are_called() -> None:
    assert Room(LOST).beats(5) == [CAMERA_S]
    loose = Room(LOST)
    assert loose.beats(2) == []
    loose.hear(BACK)
    assert loose.beats(60) == []


def test_only_a_disk_that_is_red_calls() -> None:
    assert Room(FULL).beats(1) == [0.0]
    assert Room(SpaceLow("r", "Space for 50 minutes.", Level.AMBER)).beats(60) == []


def test_other_alarms_and_marks_do_not_call() -> None:
    amber = (
        SoundAlarm("zero", "Is it on?"),
        PictureAlarm("black", "Lens cap."),
        MarkerSet("r", 1.0, "sound lost", "key"),
    )

    assert Room(*amber).beats(60) == []


def test_a_recording_that_never_had_sound_does_not_call_for_it() -> None:
    clock = ManualClock()
    beat = Beat(clock)
    for event in (SILENT, BEGAN, SILENT):
        beat.hear(event)

    assert not beat.is_due()


def test_nobody_is_called_without_a_recording() -> None:
    room = Room(Ended("r"), LOST, FROZEN, NO_SOUND)

    assert room.beats(60) == []


def test_the_end_of_the_recording_ends_the_alarm() -> None:
    room = Room(STILL)
    assert room.beats(1) == [0.0]
    room.hear(Ended("r"))

    assert room.beats(60) == []


def test_a_pause_is_quiet_and_what_is_wrong_afterwards_is_heard() -> None:
    room = Room(STILL, Paused("r", 1.0), LOST, FROZEN)
    assert room.beats(60) == []

    room.hear(BEGAN, STILL)
    assert room.beats(1) == [0.0]


def test_once_acknowledged_it_is_quiet_until_something_else_is_red() -> None:
    room = Room(NO_SOUND)
    assert room.beats(1) == [0.0]
    room.beat.acknowledge()
    room.hear(NO_SOUND)
    assert room.beats(60) == []

    room.hear(STILL)
    assert room.beats(1) == [0.0]
    assert [red for _, red in room.beat.sounding()] == ["disk still"]


def test_something_more_that_is_red_does_not_wait_for_its_turn() -> None:
    room = Room(NO_SOUND)
    assert room.beats(4) == [0.0]
    room.hear(STILL)

    assert room.beats(4) == [0.0]


def test_a_second_camera_calls_for_itself() -> None:
    room = Room(FromCamera(1, "1", BEGAN), FromCamera(1, "1", STILL), GROWS)

    assert room.beats(1) == [0.0]
    assert room.beat.sounding() == ((1, "disk still"),)


def test_nobody_is_called_while_a_chosen_device_opens() -> None:
    changing = RecorderLost("Changing to the camera.", by_choice=True)
    room = Room(LOST)
    assert room.beats(CAMERA_S + 1), "the lost camera is red"
    room.hear(changing)

    assert room.beats(CHOSEN_S - 1) == []
    room.hear(SILENT, BEGAN)
    assert room.beats(30.0) == [], "the sound is left out because somebody wants it so"


def test_a_chosen_device_that_does_not_open_is_red_in_the_end() -> None:
    room = Room(RecorderLost("Changing to the camera.", by_choice=True))

    assert room.beats(CHOSEN_S + 1) != []
