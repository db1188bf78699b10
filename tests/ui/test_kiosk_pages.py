"""Every page of the kiosk: what it shows, what it asks for, and that nothing on it is cut."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.kiosk import steps
from desktop.ui.kiosk import texts, views, wishes
from desktop.ui.kiosk.facts import Staff
from desktop.ui.kiosk.parts import BUTTON_PX
from desktop.ui.kiosk.presenter import present
from desktop.ui.kiosk.views import KioskView
from desktop.ui.kiosk.window import KioskWindow
from desktop.ui.theme import DARK, Tokens
from desktop.ui.words import tr
from tests.support.gallery import speaking
from tests.ui.kiosk_facts import facts_of, three
from tests.ui.kiosk_script import ScriptedPlayer, every_page
from tests.ui.kiosk_visits import every_state, visit, whole_visit
from tests.ui.station_script import ScriptedPreview, painted_picture

PAGES = every_page()
SIZES = [(1280, 800), (1024, 768)]
LEAST_FINGER_PX = 60
"""A target of 60 px is 16 mm at 96 dpi; the main ones have 72."""


@pytest.fixture
def window(qtbot: QtBot, tokens: Tokens) -> Iterator[KioskWindow]:
    preview = ScriptedPreview(painted_picture())
    made = KioskWindow(tokens, lambda: preview, ScriptedPlayer, mirrored=True)
    qtbot.addWidget(made, before_close_func=lambda each: each.let_close())
    made.resize(1280, 800)
    made.show()
    yield made
    made.let_close()


def shown(window: KioskWindow, view: KioskView, qtbot: QtBot) -> list[object]:
    """Show it; what is asked for is in the list from then on."""
    asked: list[object] = []
    window.asked.connect(asked.append)
    window.show_view(view)
    qtbot.waitUntil(window.isVisible)
    for _ in range(4):
        # Words, then sizes, then places: each posts events for the next.
        qtbot.wait(0)
        QApplication.processEvents()
    return asked


def visible(window: KioskWindow, kind: type[QWidget]) -> list[QWidget]:
    """What a person sees: over a page, only what lies over it."""
    top: QWidget = window.overlay if window.overlay.isVisible() else window
    return [each for each in top.findChildren(kind) if each.isVisible()]


def click(qtbot: QtBot, button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut(window: KioskWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    cut: list[str] = []
    window.resize(*size)
    for name, view in PAGES.items():
        shown(window, view, qtbot)
        assert (window.width(), window.height()) == size, f"{name} is larger than the screen"
        shown_now = (*visible(window, QLabel), *visible(window, QAbstractButton))
        cut += [
            f"{name}: {_words_of(each)!r} {each.size()}"
            for each in shown_now
            if not _scrolls(each) and _is_cut(each, window)
        ]

    assert cut == []


def _words_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel) else widget.accessibleName()


def _is_cut(widget: QWidget, window: KioskWindow) -> bool:
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    if not window.rect().contains(area):
        return True
    if not isinstance(widget, QLabel) or not widget.text():
        return widget.width() < widget.minimumSizeHint().width()
    if not widget.wordWrap():
        return widget.width() < widget.sizeHint().width()
    return widget.height() < widget.heightForWidth(widget.width())


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if parent.objectName() == "qt_scrollarea_viewport":
            return True
        parent = parent.parentWidget()
    return False


def test_everything_that_can_be_pressed_is_large_and_has_a_name(
    window: KioskWindow, qtbot: QtBot
) -> None:
    for name, view in PAGES.items():
        shown(window, view, qtbot)
        buttons = visible(window, QAbstractButton)
        assert buttons, name
        for button in buttons:
            assert button.accessibleName(), name
            assert button.height() >= LEAST_FINGER_PX, button.accessibleName()
        for line in visible(window, QLineEdit):
            assert line.accessibleName()
            assert line.height() >= BUTTON_PX


ASKS: list[tuple[str, str, object]] = [
    ("welcome", texts.START, steps.GoOn()),
    ("consent", texts.NO_THANK_YOU, steps.Decline()),
    ("consent", texts.CONTINUE, steps.GoOn()),
    ("number", texts.BACK, steps.GoBack()),
    ("number", texts.CONTINUE, steps.GoOn()),
    ("instructions", texts.START, steps.GoOn()),
    ("instructions", texts.BACK, steps.GoBack()),
    ("instructions", texts.STOP_HERE, steps.AskToLeave()),
    ("countdown", texts.CANCEL, steps.GoBack()),
    ("recording", texts.STOP_NOW, steps.StopNow()),
    ("review", texts.KEEP, steps.KeepTake()),
    ("review", texts.REDO, steps.RedoTake()),
    ("closing-failed", texts.RETRY_FAILED, wishes.SendAgain()),
    ("closing-failed", texts.FINISH, steps.Finish()),
    ("still-there", texts.STILL_HERE, steps.Stay()),
    ("leave", texts.GO_ON, steps.Stay()),
    ("leave", texts.LEAVE_KEEP, steps.Leave(deletes=False)),
    ("leave", texts.LEAVE_DELETE, steps.Leave(deletes=True)),
    ("pin", texts.CANCEL, wishes.CloseOverlay()),
    ("staff", texts.LEAVE_KIOSK, wishes.LeaveKiosk()),
    ("staff", texts.UNDO_DISCARD, steps.UndoDecision("1", keeps=True)),
]


def test_a_button_asks_for_what_it_says(window: KioskWindow, qtbot: QtBot) -> None:
    for name, words, wish in ASKS:
        asked = shown(window, PAGES[name], qtbot)
        buttons = [
            each for each in visible(window, QAbstractButton) if each.accessibleName() == words
        ]
        assert len(buttons) == 1, (name, words)
        asked.clear()
        click(qtbot, buttons[0])
        assert [each for each in asked if each != steps.ReadToEnd()] == [wish], (name, words)


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_no_answer_looks_weightier_than_another(
    qapp: QApplication, window: KioskWindow, qtbot: QtBot, language: str
) -> None:
    with speaking(qapp, language):
        shown(window, present(facts_of(dict(every_state())["leaving"])), qtbot)
        choice = window.overlay.choice
        buttons = (choice.main, choice.other, choice.third)

        assert {each.isVisible() for each in buttons} == {True}
        assert len({each.width() for each in buttons}) == 1


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_staff_read_the_whole_word_that_discards_on_a_small_screen(
    qapp: QApplication, window: KioskWindow, qtbot: QtBot, language: str
) -> None:
    with speaking(qapp, language):
        window.resize(1024, 768)
        shown(
            window,
            present(facts_of(visit(*whole_visit()), queue=three(), staff=Staff("open"))),
            qtbot,
        )
        discard = [
            each
            for each in window.overlay.staff.findChildren(QPushButton)
            if each.accessibleName() == tr(texts.UNDO_KEEP)
        ]

        assert discard
        assert {each.text() for each in discard} == {tr(texts.UNDO_KEEP)}


def test_consent_can_be_ticked_only_once_its_end_was_on_the_screen(
    window: KioskWindow, qtbot: QtBot
) -> None:
    page = window.page(views.ConsentView)
    asked = shown(window, PAGES["consent-unread"], qtbot)
    qtbot.wait(20)
    assert asked == []
    assert not page.tick.isEnabled()
    assert not page.go_on.isEnabled()

    bar = page.reading.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert asked == [steps.ReadToEnd()]


def test_a_short_consent_is_read_as_soon_as_it_is_seen(window: KioskWindow, qtbot: QtBot) -> None:
    page = window.page(views.ConsentView)
    asked = shown(window, PAGES["consent"], qtbot)
    qtbot.waitUntil(lambda: steps.ReadToEnd() in asked)

    click(qtbot, page.tick)
    assert asked[-1] == steps.Agree(agreed=False)


def test_the_number_is_typed_with_fingers_and_with_keys(window: KioskWindow, qtbot: QtBot) -> None:
    page = window.page(views.NumberView)
    asked = shown(window, PAGES["number"], qtbot)

    click(qtbot, page.keypad.buttons["A"])
    QTest.keyClicks(page.line, "10")
    click(qtbot, page.keypad.erase)

    assert asked[-1] == steps.EnterNumber("A1")
    assert page.line.text() == "A1"


def test_a_new_participant_finds_an_empty_number(window: KioskWindow, qtbot: QtBot) -> None:
    page = window.page(views.NumberView)
    shown(window, PAGES["number"], qtbot)
    QTest.keyClicks(page.line, "A-1042")

    window.show_view(PAGES["welcome"])
    window.show_view(PAGES["number"])

    assert page.line.text() == ""


def test_the_review_plays_at_once_and_lets_go_when_it_is_over(
    window: KioskWindow, qtbot: QtBot
) -> None:
    page = window.page(views.ReviewView)
    asked = shown(window, PAGES["review"], qtbot)
    view = PAGES["review"].page
    assert isinstance(view, views.ReviewView)
    assert page.widget.calls == [("open", view.files), ("play",)]

    page.widget.first_frame.emit()
    assert asked == [wishes.PlaybackBegan()]
    click(qtbot, page.pause)
    assert page.widget.calls[-1] == ("pause",)
    assert page.pause.accessibleName() == texts.PLAY
    page.widget.ended.emit()
    assert page.pause.accessibleName() == texts.PLAY_AGAIN
    click(qtbot, page.pause)
    assert page.widget.calls[-2:] == [("seek", 0.0), ("play",)]

    window.show_view(PAGES["countdown"])
    assert page.widget.calls[-1] == ("close_media",)


def test_enter_in_the_review_neither_keeps_nor_discards(window: KioskWindow, qtbot: QtBot) -> None:
    asked = shown(window, PAGES["review"], qtbot)

    focused = window.focusWidget()
    assert focused is window.page(views.ReviewView).pause
    QTest.keyClick(focused, Qt.Key.Key_Return)

    assert asked == []


def test_alt_f4_asks_for_staff_and_closes_nothing(window: KioskWindow, qtbot: QtBot) -> None:
    asked = shown(window, PAGES["recording"], qtbot)

    assert not window.close()

    assert window.isVisible()
    assert asked == [wishes.AskForStaff()]


def test_staff_keys_ask_for_staff(window: KioskWindow, qtbot: QtBot) -> None:
    asked = shown(window, PAGES["welcome"], qtbot)
    window.activateWindow()

    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_Q, modifiers)

    assert asked == [wishes.AskForStaff()]


def test_the_pin_is_never_shown_and_enter_sends_it(window: KioskWindow, qtbot: QtBot) -> None:
    panel = window.overlay.pin
    asked = shown(window, PAGES["pin"], qtbot)

    for digit in "246":
        click(qtbot, panel.keypad.buttons[digit])
    assert not panel.enter.isEnabled()
    QTest.keyClick(panel, Qt.Key.Key_8)
    written = " ".join(each.text() for each in visible(window, QLabel) if isinstance(each, QLabel))
    assert "2468" not in written
    click(qtbot, panel.enter)

    assert asked == [wishes.EnterPin("2468")]


def test_what_lies_over_a_page_keeps_the_keys(window: KioskWindow, qtbot: QtBot) -> None:
    asked = shown(window, PAGES["still-there"], qtbot)

    for _ in range(4):
        focused = window.focusWidget()
        assert focused is not None
        assert window.overlay.isAncestorOf(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert asked == []

    window.show_view(PAGES["instructions"])
    assert window.overlay.isHidden()
    assert window.focusWidget() is window.page(views.PromptView).go_on


def test_every_touch_is_noticed(window: KioskWindow, qtbot: QtBot, qapp: QApplication) -> None:
    shown(window, PAGES["welcome"], qtbot)
    window.watch_input(qapp)

    with qtbot.waitSignal(window.touched):
        QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    qapp.removeEventFilter(window)


def test_a_new_scheme_repaints_every_page(window: KioskWindow, tokens: Tokens) -> None:
    for view in PAGES.values():
        window.show_view(view)
        window.set_tokens(DARK)
        window.grab()
        window.set_tokens(tokens)


def test_the_main_button_has_the_keys_as_soon_as_it_can_be_pressed(
    window: KioskWindow, qtbot: QtBot
) -> None:
    ready = next(each for each in PAGES.values() if isinstance(each.page, views.PromptView))
    assert isinstance(ready.page, views.PromptView)
    waiting = replace(ready, page=replace(ready.page, can_go_on=False))
    asked = shown(window, waiting, qtbot)
    window.show_view(replace(ready, page=replace(ready.page, can_go_on=True)))

    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)

    assert asked == [steps.GoOn()]


def test_the_quiet_line_breathes_while_it_sends_and_never_while_it_records(
    window: KioskWindow, qtbot: QtBot
) -> None:
    breathes = {}
    for name in ("welcome", "instructions", "recording", "closing-sending", "closing-done"):
        shown(window, PAGES[name], qtbot)
        breathes[name] = window.pill.is_pulsing

    assert breathes == {
        "welcome": False,
        "instructions": True,
        "recording": False,
        "closing-sending": True,
        "closing-done": False,
    }
