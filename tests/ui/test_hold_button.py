"""A stop by accident: the button that has to be held, or pressed twice, and its window."""

from collections.abc import Iterator
from functools import reduce

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui import texts
from desktop.ui.facts import Facts
from desktop.ui.hold_button import HoldButton
from desktop.ui.main_window import MainWindow
from desktop.ui.presenter import present
from desktop.ui.recorder_state import RecorderState, after
from desktop.ui.theme import DARK
from desktop.ui.views import PausedView
from tests.ui.station_script import READY
from tests.ui.test_window import NOW, RECORDING

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def button(qtbot: QtBot) -> HoldButton:
    made = HoldButton("Stop")
    made.set_guarded(True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_click_alone_says_how_and_stops_nothing(qtbot: QtBot, button: HoldButton) -> None:
    with qtbot.assertNotEmitted(button.meant):
        QTest.mouseClick(button, LEFT)
        QTest.mouseClick(button, LEFT)

    assert button.text() == texts.STOP_HOLD
    assert not button.isDown()
    qtbot.waitUntil(lambda: button.text() == "Stop")


def test_a_mouse_that_stays_for_a_second_stops_once(qtbot: QtBot, button: HoldButton) -> None:
    stops: list[bool] = []
    button.meant.connect(lambda: stops.append(button.is_held))
    QTest.mousePress(button, LEFT)
    assert button.is_held
    assert stops == []

    qtbot.waitUntil(lambda: bool(stops))
    QTest.mouseRelease(button, LEFT)

    assert stops == [False]
    assert button.text() == "Stop"


def test_a_mouse_that_slips_off_stops_nothing(qtbot: QtBot, button: HoldButton) -> None:
    with qtbot.assertNotEmitted(button.meant):
        QTest.mousePress(button, LEFT)
        QTest.mouseMove(button, button.rect().bottomRight() + button.rect().bottomRight())
        qtbot.waitUntil(lambda: not button.is_held)
        QTest.mouseRelease(button, LEFT, pos=button.rect().bottomRight() * 2)


def test_a_key_has_to_be_pressed_twice(qtbot: QtBot, button: HoldButton) -> None:
    button.setFocus()
    with qtbot.assertNotEmitted(button.meant):
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.text() == texts.STOP_AGAIN
    with qtbot.waitSignal(button.meant):
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.text() == "Stop"


def test_a_second_key_that_comes_late_is_a_first_one(qtbot: QtBot, button: HoldButton) -> None:
    button.click()
    button.again_limit.timeout.emit()

    assert button.text() == "Stop"
    with qtbot.assertNotEmitted(button.meant):
        button.click()


def test_a_slip_of_the_mouse_is_no_first_press_of_a_key(qtbot: QtBot, button: HoldButton) -> None:
    with qtbot.assertNotEmitted(button.meant):
        QTest.mouseClick(button, LEFT)
        button.click()


def test_it_does_not_jump_when_it_says_how(button: HoldButton) -> None:
    before = button.sizeHint().expandedTo(button.minimumSize()).width()
    button.click()

    assert button.sizeHint().expandedTo(button.minimumSize()).width() == before


def test_unguarded_it_is_a_button(qtbot: QtBot, button: HoldButton) -> None:
    button.set_guarded(False)
    with qtbot.waitSignal(button.meant):
        QTest.mouseClick(button, LEFT)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(DARK, lambda _camera: None, [True])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.let_close()


def show(window: MainWindow, *events: object) -> None:
    recorder = reduce(after, events, RecorderState())
    facts = Facts(source="0", now=NOW, recorder=recorder, stop_guard=True)
    window.show_view(present(facts))


def test_one_key_records_and_two_stop(qtbot: QtBot, window: MainWindow) -> None:
    show(window, READY)
    with qtbot.waitSignal(window.record_toggled):
        QTest.keyClick(window, Qt.Key.Key_F9)

    show(window, *RECORDING)
    with qtbot.assertNotEmitted(window.record_toggled):
        QTest.keyClick(window, Qt.Key.Key_F9)
    show(window, *RECORDING)
    assert window.record_button.text() == texts.STOP_AGAIN
    with qtbot.waitSignal(window.record_toggled):
        QTest.keyClick(window, Qt.Key.Key_F9)


def test_what_is_paused_is_guarded_too(qtbot: QtBot, window: MainWindow) -> None:
    view = present(Facts(source="0", now=NOW, stop_guard=True))
    window.show_view(view._replace(paused=PausedView("00:01:00", "", "", False, True)))

    with qtbot.assertNotEmitted(window.record_toggled):
        QTest.mouseClick(window.paused.stop_button, LEFT)
