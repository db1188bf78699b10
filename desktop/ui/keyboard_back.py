"""Gives the keyboard back to a window of ours when one that lay over it is closed.

A window manager does that by itself. Where there is none, as on a kiosk's bare screen, X takes the
keyboard from the closed window and gives it to nobody, and Qt does not ask for it: no key would be
heard until somebody clicks. It must not take the keyboard from another program.
"""

from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class KeyboardBack(QObject):
    """Watches the whole `app`; a window that lay over no other gives back to `home`."""

    def __init__(self, app: QApplication, home: QWidget) -> None:
        super().__init__(home)
        self._home = home
        app.focusChanged.connect(self._look)

    def _look(self, before: QWidget | None, now: QWidget | None) -> None:
        # One that is just being deleted cannot be asked where it stood.
        if before is None or now is not None or not isValid(before):
            return
        left = before.window()
        under = left.parentWidget()
        heir = self._home if under is None else under.window()
        # Only then is it known whether it was closed.
        QTimer.singleShot(0, heir, partial(_give, left, heir))


def _give(left: QWidget, heir: QWidget) -> None:
    # A window that can still be seen was left for another program's.
    is_closed = not isValid(left) or not left.isVisible()
    if is_closed and heir.isVisible() and _nobody_has_it():
        heir.activateWindow()


def _nobody_has_it() -> bool:
    # PySide's types do not know that there may be none.
    having = cast("QWindow | None", QGuiApplication.focusWindow())
    # Qt may not have heard yet that a window which it hid has lost it.
    return having is None or not having.isVisible()
