"""Somebody who scrolls through 100,000 recordings in the window's process, all the time.

It shows the real queue's window beside the window that records; changes arrive meanwhile, as while
a recording is being sent. It must not judge: it counts what it did.
"""

import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, Protocol

from PySide6.QtCore import QTimer

from benchmarks.long_queue import queue_of, recording
from desktop.ui import theme
from desktop.ui.queue_window import QueueWindow
from uploader.standing import Standings

ROWS: Final = 100_000
STEP_MS: Final = 16
"""As often as a screen shows a picture."""
STEPS_A_PASS: Final = 300
CHANGE_EVERY: Final = 60
"""Steps: about a second."""


class Counts(Protocol):
    """What has been done so far."""

    scrolled_rows: int
    scroll_steps: int


class Scroller:
    """Up and down through the whole queue until it is stopped. Lives on the window's thread."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._recordings = [recording(number) for number in range(ROWS)]
        self._standings = Standings(self._recordings)
        self._window: QueueWindow | None = None
        self._timer = QTimer()
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Open the queue's window and begin to scroll."""
        window = QueueWindow(theme.LIGHT, lambda: datetime.now(UTC))
        window.show_queue(queue_of(self._recordings, self._standings), time.monotonic())
        window.show()
        self._window = window
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        if self._window is not None:
            self._window.close()

    def _step(self) -> None:
        assert self._window is not None
        bar = self._window.table.verticalScrollBar()
        self._counts.scroll_steps += 1
        turn, at = divmod(self._counts.scroll_steps, STEPS_A_PASS)
        before = self._window.table.rowAt(0)
        bar.setValue(bar.maximum() * (STEPS_A_PASS - at if turn % 2 else at) // STEPS_A_PASS)
        self._counts.scrolled_rows += abs(self._window.table.rowAt(0) - before)
        if self._counts.scroll_steps % CHANGE_EVERY == 0:
            self._change(self._window)

    def _change(self, window: QueueWindow) -> None:
        before = self._recordings[-10]
        after = replace(before, attempts=before.attempts + 1)
        self._recordings[-10] = after
        self._standings.put(after, before)
        window.show_queue(queue_of(self._recordings, self._standings), time.monotonic())
