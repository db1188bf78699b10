"""Whoever hears the alarm finds in the window what is wrong, and a button to turn it off."""

from datetime import UTC, datetime
from functools import reduce

import pytest

from desktop.recording.model import MarkerSet, PartBegan, PartLost, PictureAlarm, Ready
from desktop.supervisor import Ended
from desktop.supervisor_events import DeviceChanged, NotGrowing
from desktop.ui import texts
from desktop.ui.asked import RecordAsked
from desktop.ui.facts import Beside, Facts
from desktop.ui.presenter import present
from desktop.ui.recorder_state import RecorderState, after
from desktop.ui.views import WindowView
from tests.ui.station_script import NO_QUEUE, READY, VIDEO, progress

NOW = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)
BEGAN = PartBegan("recording", 0, 0.0, 1)
RECORDING = (READY, RecordAsked(), BEGAN, progress(elapsed_s=60))
STILL = NotGrowing("recording", 57.4, "Nothing has reached the disk. What was written is safe.")
CHANGED = DeviceChanged("camera", "A", "B", "Another camera came back.", "another camera")
SOUND_LOST = MarkerSet("recording", 5.0, "sound lost", "recorder")
SOUND_BACK = MarkerSet("recording", 9.0, "sound back", "recorder")


def state(*events: object) -> RecorderState:
    return reduce(after, events, RecorderState())


def view(*events: object, calling: bool = False) -> WindowView:
    return present(
        Facts("0", NOW, recorder=state(*events), queue=NO_QUEUE, zone=UTC, staff_called=calling)
    )


def test_a_microphone_that_stops_is_named_until_it_is_back() -> None:
    shown = view(*RECORDING, SOUND_LOST)

    assert shown.banner is not None
    assert (shown.banner.tone, shown.banner.title) == ("danger", texts.SOUND_LOST_TITLE)
    assert "“USB Microphone” stopped" in shown.banner.sentence
    assert shown.tray.state == "attention"
    assert view(*RECORDING, SOUND_LOST, SOUND_BACK).banner is None
    assert view(*RECORDING, SOUND_LOST, Ended("recording")).banner is None
    back = view(*RECORDING, SOUND_LOST, PartLost("recording", "x", "Gone."), READY, BEGAN)
    assert back.banner is None
    by_a_person = MarkerSet("recording", 5.0, "sound lost", "key")
    assert view(*RECORDING, by_a_person).banner is None


def test_a_microphone_without_a_name_is_still_said() -> None:
    banner = view(Ready(VIDEO, None), RecordAsked(), BEGAN, SOUND_LOST).banner

    assert banner is not None
    assert banner.sentence.startswith("It stopped.")


def test_what_the_recorder_notes_of_itself_is_no_mark_of_a_person() -> None:
    alarm = MarkerSet("recording", 5.0, "alarm sounded", "recorder")

    assert view(*RECORDING, alarm, SOUND_LOST).marks.last == ()


def test_the_tray_says_that_nothing_is_written_of_any_camera() -> None:
    beside = (Beside("1", state(*RECORDING, STILL)),)
    shown = present(
        Facts("0", NOW, recorder=state(*RECORDING), queue=NO_QUEUE, zone=UTC, beside=beside)
    )

    for each in (shown, view(*RECORDING, STILL)):
        assert each.tray.state == "attention"
        assert STILL.sentence in each.tray.sentence


@pytest.mark.parametrize(
    ("events", "title"),
    [
        ((STILL,), f"{texts.NOT_GROWING_TITLE}."),
        ((PartLost("recording", "device_lost", "Unplugged."),), texts.PART_LOST_TITLE),
        ((PictureAlarm("frozen", "It hangs."),), texts.PICTURE_FROZEN_TITLE),
        ((SOUND_LOST,), texts.SOUND_LOST_TITLE),
        ((), texts.CALLING_TITLE),
        ((CHANGED,), texts.CALLING_TITLE),
    ],
)
def test_while_an_alarm_is_heard_the_banner_turns_it_off(
    events: tuple[object, ...], title: str
) -> None:
    banner = view(*RECORDING, *events, calling=True).banner

    assert banner is not None
    assert (banner.title, banner.action, banner.label) == (title, "quiet", texts.ALARM_OFF)
