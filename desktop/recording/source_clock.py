"""Which instant of a source's own time was shown at an instant of the computer's clock. Pure.

A camera's time is the computer's. A source that waits for whoever records, a file or the paced
scene, falls behind on a slow computer: its picture of second 6 may come when 30 seconds have
passed. What people do while they see it belongs to second 6.
"""

import threading
from collections import deque
from typing import Final

REMEMBERED: Final = 600
"""Pictures; what people did is rarely written down more than a few seconds later."""


class SourceClock:
    """The time of one source. May be used by several threads."""

    def __init__(self, *, live: bool) -> None:
        self._live = live
        self._lock = threading.Lock()
        self._came: deque[tuple[int, int]] = deque(maxlen=1 if live else REMEMBERED)
        """When a picture came, and its own time."""
        self._step_ns = 0
        """Between the last two pictures that followed each other."""
        self._waits = False

    @property
    def newest_ns(self) -> int | None:
        """When the newest picture came, on the computer's clock; None before one."""
        with self._lock:
            return self._came[-1][0] if self._came else None

    def age_s(self, now_ns: int) -> float | None:
        """How long no picture has come, from a source that owes them; None before one."""
        newest_ns = self.newest_ns
        return None if newest_ns is None or not self._live else (now_ns - newest_ns) / 1e9

    def add(self, came_ns: int, time_ns: int) -> None:
        """A picture of this time has come."""
        with self._lock:
            if self._came and not self._waits:
                self._step_ns = time_ns - self._came[-1][1]
            self._came.append((came_ns, time_ns))
            self._waits = False

    def wait(self) -> None:
        """The source is made to wait, and its next picture will be later by as long as it did."""
        with self._lock:
            self._waits = True

    def at(self, instant_ns: int) -> int:
        """The source's time at an instant: that of the picture shown then, and what passed since.

        Never more than the next picture's time, so that time stands still where pictures do.
        """
        if self._live:
            return instant_ns
        with self._lock:
            came, step_ns, waits = list(self._came), self._step_ns, self._waits
        if not came:
            return instant_ns
        shown = max(1, sum(came_ns <= instant_ns for came_ns, _ in came))
        came_ns, time_ns = came[shown - 1]
        at_ns = time_ns + instant_ns - came_ns
        if shown < len(came):
            return min(at_ns, came[shown][1])
        return at_ns if waits else min(at_ns, time_ns + step_ns)
