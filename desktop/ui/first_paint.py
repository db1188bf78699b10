"""Calls back once a window has been painted for the first time.

What takes long to load is loaded then: a person who sees a window waits more patiently.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

UNSEEN_MS = 1_000
"""A window that nobody sees, minimised or behind others, is never painted; it goes on all the
same."""


class FirstPaint(QObject):
    """Watches `window`, which is about to be shown; `then` runs once, from the event loop."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        self._is_over = False
        window.installEventFilter(self)
        QTimer.singleShot(UNSEEN_MS, self, self._go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._window:
            # Behind this paint, and the paints of what stands on the window.
            QTimer.singleShot(0, self, self._go_on)
        return False

    def _go_on(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._window.removeEventFilter(self)
            self._then()
