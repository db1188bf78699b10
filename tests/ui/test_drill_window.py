"""The fire drill's window: whose turn it is, what was seen, and what came of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.ui import drill_texts as texts
from desktop.ui.drill_desk import DrillDesk
from desktop.ui.drill_view import NOTHING_YET, DrillView, answered, begun, ended
from desktop.ui.drill_window import DrillWindow
from desktop.ui.main_window import MainWindow
from desktop.ui.scrolled import SMALLEST_SIZE
from desktop.ui.theme import Tokens
from holdfast.layout import Home
from tests.support.drill_said import CAMERA, NETWORK, drilled, drilling, report, told
from tests.support.words_seen import settle

LIMIT_MS = 60_000


@pytest.fixture
def window(qtbot: QtBot, tokens: Tokens) -> DrillWindow:
    made = DrillWindow(tokens)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def desk(qtbot: QtBot, tokens: Tokens, tmp_path: Path) -> Iterator[DrillDesk]:
    owner = MainWindow(tokens, lambda _camera: None, mirrored=[False])
    qtbot.addWidget(owner)
    made = DrillDesk(Home(tmp_path / "home"), owner)
    yield made
    made.close()


def press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_one_accident_after_the_other_is_a_persons_turn() -> None:
    first = told(*NETWORK[:2])
    assert first.asked == "network"
    assert answered(first).asked is None
    assert answered(first).states["network"] == "runs"

    second = drilling()
    assert second.asked == "camera"
    assert second.states["network"] == "held"
    assert second.states["kill"] == "waits"
    assert second.last_of("network").startswith("It is home")


def test_the_report_judges_and_not_the_window() -> None:
    over = told(*NETWORK, *CAMERA, report(held=False, disk=None))

    assert over.held is False
    assert over.states == {
        "network": "held",
        "camera": "broke",
        "kill": "held",
        "disk": "left_out",
    }


def test_a_drill_that_breaks_off_claims_nothing() -> None:
    broken = ended(drilling(), "The receiver did not start.", was_stopped=False)

    assert broken.held is None
    assert broken.asked is None
    assert broken.states["camera"] == "waits"
    assert broken.trouble == "The receiver did not start."


def test_only_the_accident_whose_turn_it_is_can_happen(qtbot: QtBot, window: DrillWindow) -> None:
    window.show_view(drilling())

    buttons = {name: row.button for name, row in window.rows.items()}
    assert [name for name, each in buttons.items() if each.isEnabled()] == ["camera"]
    assert buttons["network"].isHidden()
    assert window.rows["camera"].accessibleName() == "The camera is unplugged: Your turn"
    with qtbot.waitSignal(window.happen_pressed):
        press(buttons["camera"])


def test_on_the_smallest_screen_it_is_scrolled_to_whose_turn_it_is(window: DrillWindow) -> None:
    window.resize(*SMALLEST_SIZE)
    window.show_view(told(*NETWORK, {"event": "ask", "accident": "disk"}))
    settle()

    assert (window.width(), window.height()) == SMALLEST_SIZE
    assert window.close_button.visibleRegion().boundingRect() == window.close_button.rect()
    asked = window.rows["disk"].button
    assert asked.visibleRegion().boundingRect() == asked.rect()


def test_what_was_seen_is_listed_once_and_anew_for_a_new_drill(window: DrillWindow) -> None:
    window.show_view(told(*NETWORK[:3]))
    window.show_view(drilling())
    assert window.seen.count() == 4

    window.show_view(begun())
    assert window.seen.count() == 0


@pytest.mark.parametrize(
    ("view", "words", "can_report"),
    [
        (NOTHING_YET, texts.READY, False),
        (begun(), texts.PREPARING, False),
        (drilling(), texts.YOUR_TURN, False),
        (drilled(), texts.NOT_HELD, True),
        (told(*NETWORK, report()), texts.ALL_HELD, True),
        (ended(drilling(), "", was_stopped=True), texts.STOPPED, False),
    ],
)
def test_one_sentence_says_how_it_stands(
    window: DrillWindow, view: DrillView, words: str, can_report: bool
) -> None:
    window.show_view(view)

    assert window.verdict.text() == words
    assert window.report_button.isVisible() is can_report


def test_every_control_has_a_name_and_fits(window: DrillWindow) -> None:
    window.show_view(drilling())
    window.resize(window.minimumSizeHint())

    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
    assert [each for each in buttons if not each.accessibleName()] == []
    assert [each for each in buttons if each.width() < each.minimumSizeHint().width()] == []
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 740


def test_a_real_drill_can_be_begun_and_stopped(qtbot: QtBot, desk: DrillDesk) -> None:
    desk.ask()
    window = desk.window
    assert window is not None

    press(window.start_button)
    assert window.verdict.text() == texts.PREPARING
    press(window.stop_button)

    qtbot.waitUntil(lambda: not desk.view.is_running, timeout=LIMIT_MS)
    assert window.verdict.text() == texts.STOPPED
    assert window.start_button.isVisible()
