"""Calls back once the window has been painted for the first time.

What takes long to load is loaded then: a person who sees a window waits more patiently.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.ui.main_window import MainWindow

UNSEEN_MS = 1_000
"""A window that nobody sees, minimised or behind others, is never painted; it goes on all the
same."""


class FirstPaint(QObject):
    """Watches `window`, which is about to be shown; `then` runs once, from the event loop."""

    def __init__(self, window: MainWindow, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        self._is_over = False
        window.painted.connect(self._go_on)
        QTimer.singleShot(UNSEEN_MS, self, self._go_on)

    def _go_on(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._then()
