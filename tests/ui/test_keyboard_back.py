"""Once a window is closed another of ours has the keyboard, and never in place of a program's.

The screen of these tests is like one without a window manager: who is closed gives to nobody.
"""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.keyboard_back import KeyboardBack


def come_up(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def dialog_over(qtbot: QtBot, parent: QWidget | None) -> QDialog:
    dialog = QDialog(parent)
    QVBoxLayout(dialog).addWidget(QLineEdit())
    come_up(qtbot, dialog)
    return dialog


@pytest.fixture
def home(qapp: QApplication, qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.setCentralWidget(QLineEdit())
    come_up(qtbot, window)
    KeyboardBack(qapp, window)
    return window


def test_the_window_under_a_dialog_gets_the_keyboard_back(qtbot: QtBot, home: QMainWindow) -> None:
    dialog_over(qtbot, home).close()

    qtbot.waitUntil(lambda: QApplication.activeWindow() is home)
    assert QApplication.focusWidget() is home.centralWidget()


def test_a_dialog_over_a_dialog_gives_it_to_the_one_under_it(
    qtbot: QtBot, home: QMainWindow
) -> None:
    lower = dialog_over(qtbot, home)

    dialog_over(qtbot, lower).close()

    qtbot.waitUntil(lambda: QApplication.activeWindow() is lower)


def test_a_window_of_its_own_gives_it_to_the_main_window(qtbot: QtBot, home: QMainWindow) -> None:
    dialog_over(qtbot, None).close()

    qtbot.waitUntil(lambda: QApplication.activeWindow() is home)


def test_a_dialog_that_is_gone_at_once_gives_it_back_too(qtbot: QtBot, home: QMainWindow) -> None:
    dialog = QDialog(home)
    QVBoxLayout(dialog).addWidget(QLineEdit())
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)

    dialog.hide()
    dialog.deleteLater()

    qtbot.waitUntil(lambda: QApplication.activeWindow() is home)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """The windows that ask for the keyboard from now on, in vain."""
    found: list[QWidget] = []
    monkeypatch.setattr(QWidget, "activateWindow", found.append)
    return found


def test_another_program_keeps_the_keyboard(
    qapp: QApplication,
    qtbot: QtBot,
    home: QMainWindow,
    asked: list[QWidget],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A person went to another program: our windows are all there, and none of them has it."""
    monkeypatch.setattr(QGuiApplication, "focusWindow", lambda: None)

    qapp.focusChanged.emit(home.centralWidget(), None)
    qtbot.wait(50)

    assert asked == []


def test_a_window_that_hides_in_the_tray_does_not_ask_for_it(
    qtbot: QtBot, home: QMainWindow, asked: list[QWidget]
) -> None:
    home.hide()
    qtbot.wait(50)

    assert asked == []
