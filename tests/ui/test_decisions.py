"""Keeping and discarding in the window: which recording is asked about, and what is asked for."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from desktop.ui import texts
from desktop.ui.decision_view import can_discard, can_keep, decision
from desktop.ui.facts import Facts
from desktop.ui.main_window import MainWindow
from desktop.ui.presenter import present
from desktop.ui.theme import Tokens
from tests.ui.station_script import queue_of, recording
from tests.ui.window_script import Desk, desk
from uploader.items import RecordingSnapshot, Step
from uploader.why import TO_ACCEPT

__all__ = ["desk"]
NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 20, 14, 10, tzinfo=UTC)
UNDO = "It was discarded and is deleted after 14:10, here and at the receiver, unless you keep it."


def pending(number: int) -> RecordingSnapshot:
    return replace(recording(number), decision="pending", why=TO_ACCEPT)


def discarded(number: int) -> RecordingSnapshot:
    return replace(recording(number), decision="discarded", undo_until=LATER, why=UNDO)


def test_nothing_is_asked_where_everything_is_kept() -> None:
    assert decision(None) is None
    assert decision(queue_of(recording(1), recording(2, step=Step.PLAYABLE))) is None


def test_the_newest_recording_that_waits_is_asked_about_first() -> None:
    shown = decision(queue_of(pending(1), pending(2), discarded(3)))

    assert shown is not None
    assert shown.recording == pending(2).id
    assert "nothing of it leaves this computer" in shown.sentence
    assert shown.sentence.endswith("1 more recording waits.")
    assert (shown.keep_label, shown.can_discard) == (texts.KEEP_MNEMONIC, True)


def test_what_was_discarded_can_be_kept_after_all() -> None:
    shown = decision(queue_of(recording(1), discarded(2)))

    assert shown is not None
    assert (shown.recording, shown.can_discard) == (discarded(2).id, False)
    assert "deleted after 14:10" in shown.sentence
    assert shown.keep_label == texts.KEEP_AFTER_ALL_MNEMONIC


@pytest.mark.parametrize(
    ("item", "keep", "discard"),
    [
        (recording(1), False, True),
        (pending(1), True, True),
        (discarded(1), True, False),
        (replace(discarded(1), undo_until=None), False, False),
        (recording(1, step=Step.VERIFIED), False, False),
        (recording(1, step=Step.DISCARDED), False, False),
        (replace(pending(1), state="recording"), False, False),
    ],
)
def test_what_can_be_done_with_a_recording(
    item: RecordingSnapshot, keep: bool, discard: bool
) -> None:
    assert (can_keep(item), can_discard(item)) == (keep, discard)


def test_what_is_discarded_waits_no_more() -> None:
    shown = present(Facts("0", NOW, queue=queue_of(discarded(1)), zone=UTC))

    assert shown.pill.text == texts.PILL_EMPTY
    assert not shown.to_send.can_try


def test_the_buttons_and_the_menu_ask_the_station(desk: Desk) -> None:
    desk.station.queue = queue_of(recording(1), pending(2))
    desk.open()
    desk.until(desk.window.decision.isVisible)

    desk.window.decision.keep_button.click()
    desk.until(lambda: bool(desk.asked("keep")))
    desk.window.decision.discard_button.click()
    desk.until(lambda: bool(desk.asked("discard")))

    assert desk.asked("keep") == [("keep", pending(2).id, "window")]
    assert desk.asked("discard") == [("discard", pending(2).id, "window")]


def test_the_menu_offers_what_can_be_done(qtbot: QtBot, tokens: Tokens) -> None:
    window = MainWindow(tokens, lambda _camera: None, mirrored=[True])
    qtbot.addWidget(window)
    window.let_close()
    shown = present(Facts("0", NOW, queue=queue_of(recording(1), discarded(2)), zone=UTC))
    window.show_view(shown)

    def entries(position: int) -> dict[str, QAction]:
        menu = window.table.menu_of(shown.rows[position])
        return {each.text(): each for each in menu.actions()}

    undo, kept = entries(0), entries(1)
    assert (undo[texts.KEEP].isEnabled(), undo[texts.DISCARD].isEnabled()) == (True, False)
    assert (kept[texts.KEEP].isEnabled(), kept[texts.DISCARD].isEnabled()) == (False, True)
    with qtbot.waitSignal(window.discard_pressed) as asked:
        kept[texts.DISCARD].trigger()
    assert asked.args == [recording(1).id]
