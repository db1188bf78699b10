"""The note whether a recording is kept: what it says, and when a discard takes effect."""

from pathlib import Path

import pytest

from holdfast.decision import UNDO_S, DecisionNote, decided, read_decision
from holdfast.jsonform import FormatError, canonical
from holdfast.layout import RecordingFolder
from tests.support.manual_clock import ManualClock
from tests.support.queues import LeapingClock


class Rebooted(ManualClock):
    """The clock of a computer that was started anew, so many seconds ago."""

    def __init__(self, up_s: float) -> None:
        super().__init__(round(up_s * 1e9))

    def boot_id(self) -> str:
        return "another boot"


@pytest.fixture
def clock() -> LeapingClock:
    return LeapingClock()


@pytest.mark.parametrize("note_is", ["pending", "kept", "discarded"])
def test_what_is_written_is_read_back(note_is: str, clock: LeapingClock) -> None:
    note = decided(note_is, "staff", clock, after_accept=True).finally_discarded()  # type: ignore[arg-type]  # one of the three

    assert DecisionNote.from_json(note.to_json()) == note


def test_keys_of_others_survive_another_decision(clock: LeapingClock) -> None:
    value = {**decided("pending", "staff", clock).to_json(), "screen": "review"}

    after = DecisionNote.from_json(value).following("kept", "participant", clock)

    assert after.to_json()["screen"] == "review"


@pytest.mark.parametrize(
    "change",
    [{"decision": "maybe"}, {"at": "yesterday"}, {"by": 3}, {"final": "yes"}, {"upload": "never"}],
    ids=str,
)
def test_nonsense_is_refused(change: dict[str, object], clock: LeapingClock) -> None:
    with pytest.raises(FormatError):
        DecisionNote.from_json({**decided("kept", "staff", clock).to_json(), **change})


def test_a_file_with_only_what_is_needed_is_understood(tmp_path: Path) -> None:
    folder = RecordingFolder(tmp_path)
    assert read_decision(folder) is None
    folder.decision.write_bytes(
        canonical(
            {
                "format_version": 1,
                "decision": "discarded",
                "at": "2026-11-20T14:00:00.000Z",
                "by": "kiosk",
            }
        )
    )

    note = read_decision(folder)

    assert note is not None
    assert (note.decision, note.after_accept, note.is_final) == ("discarded", False, False)


@pytest.mark.parametrize(
    ("decision", "after_accept", "may_leave"),
    [
        ("pending", False, True),
        ("kept", False, True),
        ("discarded", False, False),
        ("pending", True, False),
        ("discarded", True, False),
    ],
)
def test_what_may_leave_this_computer(
    decision: str, after_accept: bool, may_leave: bool, clock: LeapingClock
) -> None:
    note = decided(decision, "staff", clock, after_accept=after_accept)  # type: ignore[arg-type]  # one of the three

    assert note.may_leave is may_leave


def test_whoever_keeps_a_recording_accepts_it(clock: LeapingClock) -> None:
    waiting = decided("pending", "staff", clock, after_accept=True)

    assert not waiting.following("discarded", "staff", clock).may_leave
    assert waiting.following("discarded", "staff", clock).after_accept
    assert waiting.following("kept", "participant", clock).may_leave


def test_a_discard_takes_effect_after_the_time_to_undo(clock: LeapingClock) -> None:
    note = decided("discarded", "staff", clock)

    clock.advance(UNDO_S - 1)
    assert not note.is_over(clock)
    clock.advance(1)
    assert note.is_over(clock)
    assert not decided("kept", "staff", clock).is_over(clock)


@pytest.mark.parametrize("leap_s", [-1e9, 1e9])
def test_a_leap_of_the_wall_clock_changes_nothing(leap_s: float, clock: LeapingClock) -> None:
    note = decided("discarded", "staff", clock)

    clock.leap(leap_s)

    assert not note.is_over(clock)
    clock.advance(UNDO_S)
    assert note.is_over(clock)


def test_after_a_restart_the_computer_must_have_been_up_for_so_long(clock: LeapingClock) -> None:
    note = decided("discarded", "staff", clock)

    assert not note.is_over(Rebooted(UNDO_S - 1))
    assert note.is_over(Rebooted(UNDO_S))


def test_a_clock_that_began_anew_under_the_same_name_brings_nothing_forward() -> None:
    note = decided("discarded", "staff", ManualClock(5_000_000_000_000))

    assert not note.is_over(ManualClock(round((UNDO_S - 1) * 1e9)))


def test_what_is_final_stays_so_over_a_restart(clock: LeapingClock) -> None:
    note = decided("discarded", "staff", clock).finally_discarded()

    assert note.is_over(Rebooted(1))


def test_a_note_without_a_clock_waits_for_both_clocks(clock: LeapingClock) -> None:
    value = decided("discarded", "kiosk", clock).to_json()
    note = DecisionNote.from_json(
        {key: value[key] for key in ("format_version", "decision", "at", "by")}
    )

    assert not note.is_over(clock)
    clock.advance(UNDO_S)
    assert note.is_over(clock)
    assert not note.is_over(Rebooted(UNDO_S - 1))
