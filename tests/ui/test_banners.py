"""One banner at a time, the most urgent, with what to do about it."""

from dataclasses import replace

import pytest

from desktop.recording.disk import Space
from desktop.recording.model import Overload, PictureAlarm, Ready, SoundAlarm
from desktop.supervisor import RecorderBack
from desktop.supervisor_events import DeviceAsExpected, DeviceChanged
from desktop.ui import texts
from desktop.ui.asked import RecordAsked, RecordRefused
from desktop.ui.facts import Notice
from tests.ui.presented import BEGAN, FAILED, LOST, RECORDING, REFUSED, WAITING, view
from tests.ui.station_script import READY, VIDEO, queue_of
from uploader.items import Network


def test_failed_recordings_have_one_banner_one_reason_and_a_button() -> None:
    shown = view(READY, queue=queue_of(WAITING, FAILED))

    assert shown.banner is not None
    assert shown.banner.title == "1 recording needs you."
    assert shown.banner.sentence == f"{REFUSED} {texts.SAFE}"
    assert shown.banner.action == "retry"
    assert shown.failed == (FAILED.id,)
    assert shown.tray.retry_label == "Retry failed (1)"


BANNERS = {
    "nothing": ((READY,), {}, None),
    "no sound": ((Ready(VIDEO, None, "No microphone was found."),), {}, texts.NO_SOUND_TITLE),
    "paused": (
        (READY,),
        {"queue": queue_of(WAITING, network=Network.PAUSED, why="Not allowed.")},
        f"{texts.PILL_PAUSED}.",
    ),
    "failed before paused": (
        (READY,),
        {"queue": queue_of(FAILED, network=Network.PAUSED, why="Not allowed.")},
        "1 recording needs you.",
    ),
    "a defect before failed": (
        (READY,),
        {"queue": queue_of(FAILED), "notice": Notice("Oh.", "It is noted.")},
        "Oh.",
    ),
    "the queue cannot be read": (
        (READY,),
        {"queue_problem": "database is locked"},
        texts.QUEUE_FAILED_TITLE,
    ),
    "the disk before that": (
        RECORDING,
        {"space": Space(600_000_000, 10**12), "notice": Notice("Oh.", "It is noted.")},
        texts.SPACE_LOW_TITLE,
    ),
    "the recording before all": (
        (*RECORDING, LOST),
        {"space": Space(600_000_000, 10**12), "notice": Notice("Oh.", "It is noted.")},
        texts.PART_LOST_TITLE,
    ),
    "refused": ((READY, RecordAsked(), RecordRefused("No.")), {}, texts.REFUSED_TITLE),
}


@pytest.mark.parametrize(("events", "more", "title"), BANNERS.values(), ids=BANNERS)
def test_one_banner_the_most_urgent(
    events: tuple[object, ...], more: dict[str, object], title: str | None
) -> None:
    banner = view(*events, **more).banner  # type: ignore[arg-type]  # fields of Facts

    assert (banner.title if banner else None) == title


def test_what_was_recovered_is_said_with_a_button_behind_all_that_is_urgent() -> None:
    recovered = Notice("1 recording recovered, 2 min 10 s.", "It is safe.", "info")
    banner = view(READY, recovered=recovered).banner

    assert banner is not None
    assert (banner.title, banner.tone, banner.action) == (recovered.title, "info", "dismiss")
    urgent = view(READY, recovered=recovered, queue=queue_of(FAILED)).banner
    assert urgent is not None
    assert urgent.action == "retry"


ALARM = SoundAlarm("zero", "We cannot hear anything. Is the microphone switched on?")


def test_sound_that_cannot_be_meant_is_said_in_the_window_and_the_tray() -> None:
    shown = view(*RECORDING, ALARM)

    assert shown.banner is not None
    assert shown.banner.sentence == ALARM.sentence
    assert shown.tray.state == "attention"
    assert ALARM.sentence is not None
    assert ALARM.sentence in shown.tray.sentence


def test_nothing_is_said_once_the_sound_is_well_or_the_recorder_is_away() -> None:
    assert view(*RECORDING, ALARM, SoundAlarm(None, None)).banner is None
    lost = view(*RECORDING, ALARM, LOST)
    assert lost.banner is not None
    assert lost.banner.sentence == LOST.sentence
    assert view(*RECORDING, ALARM, LOST, RecorderBack()).banner is None


FROZEN = PictureAlarm("frozen", "The camera sends the same picture again and again.")
BLACK = PictureAlarm("black", "The picture is black. Take off the lens cap.")


@pytest.mark.parametrize(("alarm", "tone"), [(FROZEN, "danger"), (BLACK, "warn")])
def test_a_picture_that_cannot_be_meant_is_said_before_the_sound(
    alarm: PictureAlarm, tone: str
) -> None:
    shown = view(*RECORDING, ALARM, alarm)

    assert shown.banner is not None
    assert (shown.banner.tone, shown.banner.sentence) == (tone, alarm.sentence)
    assert shown.tray.state == "attention"
    assert alarm.sentence is not None
    assert alarm.sentence in shown.tray.sentence


CHANGED = DeviceChanged("camera", "A", "B", "Another camera came back.", "another camera")


def test_another_device_is_asked_about_until_it_is_confirmed() -> None:
    shown = view(*RECORDING, CHANGED)

    assert shown.banner is not None
    assert (shown.banner.action, shown.banner.label) == ("confirm", "Use “B”")
    assert shown.banner.sentence == CHANGED.sentence
    assert shown.tray.state == "attention"
    assert view(*RECORDING, CHANGED, DeviceAsExpected("microphone")).banner == shown.banner
    assert view(*RECORDING, CHANGED, DeviceAsExpected("camera")).banner is None


def test_a_picture_that_is_well_again_or_lost_is_not_complained_about() -> None:
    assert view(*RECORDING, BLACK, PictureAlarm(None, None)).banner is None
    lost = view(*RECORDING, FROZEN, LOST).banner
    assert lost is not None
    assert lost.sentence == LOST.sentence
    assert view(*RECORDING, FROZEN, LOST, BEGAN).banner is None


SLOW = Overload("r", True, "The computer is too slow. Nothing is lost: sending waits.")


def test_a_computer_at_its_limit_is_said_calmly_and_only_while_it_is() -> None:
    shown = view(*RECORDING, SLOW)

    assert shown.banner is not None
    assert (shown.banner.tone, shown.banner.sentence) == ("info", SLOW.sentence)
    assert view(*RECORDING, SLOW, Overload("r", False, None)).banner is None
    assert view(*RECORDING, SLOW, LOST, RecorderBack()).banner is None


def test_a_computer_at_its_limit_that_loses_pictures_is_a_warning() -> None:
    loses = replace(SLOW, sentence="Pictures are lost.", loses_frames=True)
    shown = view(*RECORDING, SLOW, loses).banner

    assert shown is not None
    assert (shown.tone, shown.sentence) == ("warn", "Pictures are lost.")
