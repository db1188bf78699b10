"""What makers of example pages share: waiting for what a page shows only after a moment."""

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

_STEP_MS = 20


def until(is_so: Callable[[], bool], limit_ms: int = 30_000) -> None:
    """Let Qt work until this is so."""
    deadline = QDeadlineTimer(limit_ms)
    while not is_so():
        assert not deadline.hasExpired(), "the page never got so far"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _STEP_MS)
