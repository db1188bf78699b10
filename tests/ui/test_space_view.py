"""How long the disk lasts, what fills it, and what is said when it ends a recording."""

from functools import reduce

import pytest

from desktop.recording import disk
from desktop.recording.disk import Limits, Rate, Space, Usage
from desktop.recording.model import PartBegan, RecordingEnded
from desktop.station_events import EndedForSpace, InOverflow
from desktop.supervisor import Ended
from desktop.ui import texts
from desktop.ui.asked import RecordAsked, RecordingKept
from desktop.ui.recorder_state import Phase, RecorderState, after
from tests.ui.presented import BEGAN, RECORDING, view
from tests.ui.station_script import READY

SPACES = [
    (None, (), "…", "muted"),
    (Space(0, 0), (), texts.SPACE_UNKNOWN, "muted"),
    (Space(62_400_000_000, 250_000_000_000), (READY,), "62 GB", "muted"),
    (Space(62_400_000_000, 250_000_000_000), RECORDING, "14 h 26 min", "muted"),
    (Space(3_600_000_000, 250_000_000_000), RECORDING, "50 min", "warn"),
    (Space(600_000_000, 250_000_000_000), RECORDING, "8 min", "danger"),
    (Space(14_400_000_000, 10**12, Rate(400_000.0, "last")), (READY,), "10 h 0 min", "muted"),
    (Space(1_200_000_000, 10**12, Rate(400_000.0, "assumed")), (READY,), "50 min", "warn"),
    (Space(240_000_000, 10**12, Rate(400_000.0, "last")), (READY,), "10 min", "danger"),
    (Space(6_000_000, 10**12, Rate(400_000.0, "last")), (READY,), "less than 1 min", "danger"),
    (
        Space(3_600_000_000, 10**12, Rate(1.0, "assumed"), Limits(amber_s=45 * 60.0)),
        RECORDING,
        "50 min",
        "muted",
    ),
]


@pytest.mark.parametrize(("space", "events", "headline", "tone"), SPACES)
def test_space_is_hours_where_a_rate_was_measured(
    space: Space | None, events: tuple[object, ...], headline: str, tone: str
) -> None:
    shown = view(*events, space=space).space

    assert (shown.headline.replace("\N{NO-BREAK SPACE}", " "), shown.tone) == (headline, tone)


GB = 1_000_000_000


def said_of(space: Space) -> list[str]:
    sentence = view(READY, space=space).space.sentence
    return sentence.replace("\N{NO-BREAK SPACE}", " ").splitlines()


def test_our_recordings_other_files_and_free_space_are_told_apart() -> None:
    space = Space(62 * GB, 250 * GB, ours_bytes=100 * GB)

    shown = view(READY, space=space).space
    plain = [each.label.replace("\N{NO-BREAK SPACE}", " ") for each in shown.parts]
    assert plain == ["Recordings 100 GB", "Other files 88 GB", "Free 62 GB"]
    assert [each.share for each in shown.parts] == [400, 352, 248]
    assert "Other files" in shown.spoken
    assert view(READY, space=Space(62 * GB, 250 * GB)).space.parts == ()


def test_the_overflow_folder_adds_its_hours() -> None:
    rate = Rate(1_000_000.0, "last")
    space = Space(12 * GB, 250 * GB, rate, overflow=Usage(36 * GB, 500 * GB))
    shown = view(READY, space=space).space

    # 200 minutes less the last 2, and 600 in the overflow folder.
    assert shown.headline.replace("\N{NO-BREAK SPACE}", " ") == "13 h 18 min"
    assert said_of(space)[-1] == "Overflow folder: 36 GB free"
    assert shown.tone == "muted"


def test_an_overflow_folder_that_cannot_be_used_says_why() -> None:
    why = "The disk with the overflow folder /media/usb is not connected."

    assert said_of(Space(12 * GB, 250 * GB, overflow_trouble=why))[-1] == why


def test_a_recording_in_the_overflow_folder_says_so() -> None:
    sentence = "The first disk is nearly full; recordings go to /media/usb."
    shown = view(READY, RecordAsked(), InOverflow("recording", sentence), BEGAN)

    assert shown.banner is not None
    assert (shown.banner.title, shown.banner.sentence) == (texts.IN_OVERFLOW_TITLE, sentence)
    on_second = Space(12 * GB, 250 * GB, in_overflow=True)
    assert texts.SPACE_OF_OVERFLOW in said_of(on_second)


def test_a_recording_that_moved_on_is_shown_as_recording_until_the_next_one_is_asked_for() -> None:
    moved = (
        *RECORDING,
        RecordingEnded("recording", "complete", disk.MOVES_ON_REASON, 462.0),
        Ended("recording"),
        RecordingKept("recording"),
        InOverflow("next", "It goes on in /media/usb."),
    )
    began = PartBegan("next", 0, 0.0, 1)
    states = [
        reduce(after, moved, RecorderState()),
        reduce(after, (*moved, began), RecorderState()),
    ]

    assert [each.phase for each in states] == [Phase.BEGINNING, Phase.RECORDING]
    assert [each.recording for each in states] == [None, "next"]
    assert view(*moved, began).banner is not None
    assert reduce(after, (*moved, began, RecordAsked()), RecorderState()).in_overflow is None


@pytest.mark.parametrize(
    ("rate", "events", "words"),
    [
        (Rate(400_000.0, "assumed"), (READY,), "1.2 GB free, at an assumed 400 kB/s"),
        (Rate(400_000.0, "last"), (READY,), "1.2 GB free, at the last recordings' 400 kB/s"),
        (Rate(1.0, "last"), RECORDING, "1.2 GB free, at this recording's 1.2 MB/s"),
        (None, (READY,), "Free of 1.0 TB. Hours appear once the camera is open."),
    ],
)
def test_space_says_where_its_hours_are_from(
    rate: Rate | None, events: tuple[object, ...], words: str
) -> None:
    shown = view(*events, space=Space(1_200_000_000, 10**12, rate)).space

    assert shown.sentence.replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_disk_that_is_nearly_full_is_said_in_minutes_before_anything_is_recorded() -> None:
    banner = view(READY, space=Space(240_000_000, 10**12, Rate(400_000.0, "last"))).banner

    assert banner is not None
    assert (banner.title, banner.tone) == (texts.SPACE_LOW_TITLE, "danger")
    assert banner.sentence == "Space for 10 minutes left at this quality."


def test_a_recording_that_the_disk_ended_says_so_until_the_next() -> None:
    ended = EndedForSpace("recording", disk.ended_sentence(110.0))
    events = (*RECORDING, ended)
    assert view(*events).record.spoken == texts.STOPPING
    after_it = (*events, Ended("recording"), RecordingKept("recording"))

    for shown in (view(*events), view(*after_it)):
        assert shown.banner is not None
        assert shown.banner.title == texts.ENDED_FOR_SPACE_TITLE
        assert shown.banner.sentence == ended.sentence
    assert view(*after_it).record.spoken == texts.RECORD
    again = view(*after_it, RecordAsked()).banner
    assert again is None
