"""The About box: reached from the menu, and honest about licences."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.ui import texts
from desktop.ui.header import Header
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Tokens
from holdfast.version import VERSION


@pytest.fixture
def window(qtbot: QtBot, tokens: Tokens) -> MainWindow:
    made = MainWindow(tokens, lambda _camera: None, mirrored=[False])
    qtbot.addWidget(made)
    made.let_close()
    made.show()
    return made


def about_action(header: Header) -> QAction:
    menu = header.menu_button.menu()
    assert menu is not None
    [action] = [each for each in menu.actions() if each.text() == texts.ABOUT]
    return action


def test_the_menu_opens_a_box_that_names_version_and_licences(
    qtbot: QtBot, window: MainWindow
) -> None:
    about_action(window.header).trigger()

    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert VERSION in box.text()
    assert "GPL-3.0-or-later" in box.informativeText()
    assert "MIT" in box.informativeText()
    box.close()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
