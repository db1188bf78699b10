"""SIGTERM and SIGINT reach the thread of Qt: the app ends in order, with its recording kept.

Python runs its handlers between bytecodes only, and Qt's loop has none while nothing happens; so
the signal writes to a pipe that Qt watches.
"""

import os
import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier


class QuitSignals(QObject):
    """Calls `on_quit` on the thread of Qt when the process is asked to end."""

    def __init__(self, on_quit: Callable[[], None]) -> None:
        super().__init__()
        self._on_quit = on_quit
        self._reader, self._writer = os.pipe()
        for end in (self._reader, self._writer):
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._reader, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)

    def install(self) -> None:
        """Take over both signals. Only on the main thread."""
        signal.set_wakeup_fd(self._writer, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _ignored)

    def close(self) -> None:
        """Give the signals back."""
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        os.close(self._reader)
        os.close(self._writer)

    def _arrived(self) -> None:
        try:
            received = os.read(self._reader, 64)
        except BlockingIOError:
            return
        if received:
            self._on_quit()


def _ignored(_number: int, _frame: FrameType | None) -> None:
    """The byte in the pipe is what counts; a handler must exist for it to be written."""
