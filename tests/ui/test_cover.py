"""What covers the window has its glyph and its colours whenever it is seen, in whichever scheme."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.alarm_screen import AlarmScreen
from desktop.ui.cover import Cover
from desktop.ui.paused import PausedScreen
from desktop.ui.theme import DARK, LIGHT
from desktop.ui.views import AlarmView, PausedView

Appear = Callable[[], None]
SIZE = (800, 600)


def alarm(parent: QWidget) -> tuple[Cover, Appear]:
    screen = AlarmScreen(LIGHT, parent)
    return screen, lambda: screen.show_view(AlarmView("Nothing is saved", "Stop now."))


def paused(parent: QWidget) -> tuple[Cover, Appear]:
    screen = PausedScreen(LIGHT, parent)
    view = PausedView("00:00:06", "The clock goes on.", "Nothing is recorded.", is_long=False)
    return screen, lambda: screen.show_view(view)


def glyph(screen: Cover) -> QImage:
    """The one picture on it."""
    (shown,) = (each for each in screen.findChildren(QLabel) if not each.pixmap().isNull())
    return shown.pixmap().toImage()


@pytest.mark.parametrize("made", [alarm, paused])
def test_it_appears_with_its_glyph_in_the_scheme_of_then(
    qtbot: QtBot, made: Callable[[QWidget], tuple[Cover, Appear]]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*SIZE)
    window.show()
    screen, appear = made(window)
    other, other_appears = made(window)

    other.set_tokens(DARK)
    appear()
    other_appears()
    light, dark = glyph(screen), glyph(other)
    screen.set_tokens(DARK)

    assert light != dark
    assert glyph(screen) == dark, "changed while it is seen"
