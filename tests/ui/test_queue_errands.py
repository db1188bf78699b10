"""The queue's errands: shown before they are done, followed while they are, told afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.errands import Candidate, Freed, FreePlan, KnownReceiver, Stays, Travelling
from desktop.ui.queue_errand_dialog import ErrandDialog
from desktop.ui.queue_errands import MOST_ROWS, ErrandDesk
from desktop.ui.theme import Tokens
from tests.ui.station_script import ScriptedErrands

NOW = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
FIRST = Candidate("a", "P-001 · smile #1", NOW - timedelta(days=9), 10_000_000, "/a")
SECOND = Candidate("b", "P-002 · smile #1", NOW - timedelta(days=8), 20_000_000, "/b")
YOUNG = Stays("c", "P-003 · smile #1", "Its receipt is not 7 days old yet; 2 days to go.")
PLAN = FreePlan((FIRST, SECOND), (YOUNG,), timedelta(days=7))
KNOWN = KnownReceiver("https://r", "019a", "aaaa-bbbb", "2026-11-01T08:00:00Z", True, "", None)
DISK = Path("/media/disk")


@pytest.fixture
def desk(qtbot: QtBot, tokens: Tokens) -> Iterator[ErrandDesk]:
    made = ErrandDesk(lambda: NOW, lambda _parent, _title: DISK)
    yield made
    made.close()


def shown(desk: ErrandDesk) -> ErrandDialog:
    assert desk.dialog is not None
    return desk.dialog


def rows(desk: ErrandDesk) -> list[tuple[str, str]]:
    table = shown(desk).rows
    return [
        (first.text(), second.text())
        for row in range(table.rowCount())
        for first, second in [(table.item(row, 0), table.item(row, 1))]
        if first is not None and second is not None
    ]


def words(desk: ErrandDesk) -> str:
    view = desk._view
    return " ".join((view.intro, view.report, view.trouble, view.doing))


def press(desk: ErrandDesk) -> None:
    shown(desk).action_button.click()


def test_freeing_shows_what_goes_before_anything_goes(qtbot: QtBot, desk: ErrandDesk) -> None:
    errands = ScriptedErrands(plan=PLAN)
    errands.outcomes = [Freed("a", 10_000_000, ""), Freed("b", 0, "The receiver has it no more.")]
    desk.free(errands, None, ["a", "b"])
    qtbot.waitUntil(lambda: len(rows(desk)) == 3)

    button = shown(desk).action_button
    assert button.text().replace("\N{NO-BREAK SPACE}", " ") == "&Delete 2 copies here (30 MB)"
    assert button.property("role") == "danger"
    assert not button.isDefault()
    assert rows(desk)[2] == (YOUNG.title, f"Stays: {YOUNG.why}")
    assert errands.calls == [("plan_freeing", ("a", "b"))]

    press(desk)
    qtbot.waitUntil(lambda: "1 copy deleted here" in words(desk))

    assert "1 stayed." in words(desk)
    assert rows(desk)[0] == (SECOND.title, "Stays: The receiver has it no more.")
    assert not shown(desk)._bar.isVisible()


def test_where_nothing_may_go_there_is_nothing_to_press(qtbot: QtBot, desk: ErrandDesk) -> None:
    desk.free(ScriptedErrands(plan=FreePlan((), (YOUNG,), timedelta())), None, [])
    qtbot.waitUntil(lambda: "Nothing can be freed now." in words(desk))

    assert shown(desk).action_button.isHidden()


def test_an_errand_that_fails_says_why_and_what_was_done_before(
    qtbot: QtBot, desk: ErrandDesk
) -> None:
    errands = ScriptedErrands(plan=PLAN, outcomes=[Freed("a", 10_000_000, "")])
    desk.free(errands, None, [])
    qtbot.waitUntil(lambda: len(rows(desk)) == 3)
    errands.refusal = ValueError("The receiver does not answer.")

    press(desk)
    qtbot.waitUntil(lambda: "That did not work. The receiver does not answer." in words(desk))

    assert "1 copy deleted here" in words(desk)


def test_packing_asks_whether_to_encrypt_and_lists_what_is_on_the_disk(
    qtbot: QtBot, desk: ErrandDesk
) -> None:
    left = Stays("d", "P-009 #1", "It is still being recorded; pack again when it has ended.")
    errands = ScriptedErrands(packed=["P-001 #1", "P-002 #1"])
    errands.travelled = Travelling(2, 0, 5_000_000, (left,), (), is_full=True)
    desk.pack(errands, None)
    assert str(DISK) in words(desk)
    assert shown(desk).option.isChecked()
    assert errands.calls == []

    press(desk)
    qtbot.waitUntil(lambda: "2 recordings are on the disk now" in words(desk))

    assert errands.calls == [("pack", DISK, True)]
    assert "The disk is full" in words(desk)
    assert rows(desk)[0] == (left.title, f"Stays: {left.why}")
    assert len(rows(desk)) == 3


def test_receipts_are_taken_and_the_disk_is_cleared_only_if_asked(
    qtbot: QtBot, desk: ErrandDesk
) -> None:
    errands = ScriptedErrands(travelled=Travelling(3, 1, 0, (), (), cleared=4))
    desk.unpack(errands, None)
    assert not shown(desk).option.isChecked()
    shown(desk).option.setChecked(True)

    press(desk)
    qtbot.waitUntil(lambda: "3 recordings are verified now." in words(desk))

    assert errands.calls == [("unpack", DISK, True)]
    assert "1 was before. 4 were deleted from the disk." in words(desk)


def test_no_folder_no_errand(tokens: Tokens) -> None:
    desk = ErrandDesk(lambda: NOW, lambda _parent, _title: None)

    desk.pack(ScriptedErrands(), None)
    desk.unpack(ScriptedErrands(), None)

    assert desk.dialog is None


def test_a_known_receiver_is_shown_and_nothing_is_to_be_pressed(
    qtbot: QtBot, desk: ErrandDesk
) -> None:
    desk.receiver(ScriptedErrands(known=KNOWN), None)
    qtbot.waitUntil(lambda: "the one that this computer knows" in words(desk))

    assert ("Key", "aaaa-bbbb") in rows(desk)
    assert shown(desk).action_button.isHidden()


def test_a_new_key_is_compared_before_it_is_trusted(qtbot: QtBot, desk: ErrandDesk) -> None:
    errands = ScriptedErrands(known=replace(KNOWN, doubt="Another key.", other_key="cccc-dddd"))
    desk.receiver(errands, None)
    qtbot.waitUntil(lambda: ("Its key now", "cccc-dddd") in rows(desk))
    assert "compare it letter by letter" in words(desk)
    assert not shown(desk).action_button.isDefault()

    press(desk)
    qtbot.waitUntil(lambda: "is trusted from now on" in words(desk))

    assert errands.calls[-1] == ("accept", "cccc-dddd")


def test_closing_asks_an_errand_to_stop(qtbot: QtBot, desk: ErrandDesk) -> None:
    desk.free(ScriptedErrands(plan=PLAN), None, [])
    qtbot.waitUntil(lambda: len(rows(desk)) == 3)

    shown(desk).close()

    assert desk._stop.is_set()


def test_long_lists_are_cut_with_their_number(qtbot: QtBot, desk: ErrandDesk) -> None:
    plan = FreePlan((), (YOUNG,) * (MOST_ROWS + 7), timedelta())
    desk.free(ScriptedErrands(plan=plan), None, [])
    qtbot.waitUntil(lambda: len(rows(desk)) == MOST_ROWS + 1)

    assert rows(desk)[-1][0] == "and 7 more"


def test_another_errand_takes_the_place_of_the_one_before(qtbot: QtBot, desk: ErrandDesk) -> None:
    desk.free(ScriptedErrands(plan=PLAN), None, [])
    desk.receiver(ScriptedErrands(known=KNOWN), None)
    qtbot.waitUntil(lambda: ("Key", "aaaa-bbbb") in rows(desk))

    assert shown(desk).windowTitle() == "Receiver and its key"
