"""Calls staff by sound while something is red, until somebody acknowledges it or it is over.

It owns the thread that does so. What is red is `reds.py`'s; playing is `alarm_sound.py`'s.
"""

import threading
from collections.abc import Callable

from desktop.alarm_sound import ALARM, Pattern
from desktop.reds import Beat
from desktop.station_events import StaffCalled
from holdfast.clock import Clock

LOOK_EVERY_S = 0.25
SOUNDED = "alarm sounded"
MARKED_BY = "recorder"

Play = Callable[[Pattern], bool]
Mark = Callable[[str, str], None]
"""Notes a marker, by name and source, in what is being recorded."""


class StaffAlarm:
    """The alarm of one station. Methods may be called from any thread and return at once."""

    def __init__(
        self, clock: Clock, play: Play, mark: Mark, tell: Callable[[StaffCalled], None]
    ) -> None:
        """`tell` is called from the alarm's own thread."""
        self._beat = Beat(clock)
        self._play = play
        self._mark = mark
        self._tell = tell
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="staff alarm", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def hear(self, event: object) -> None:
        """Take in an event of the station."""
        with self._lock:
            self._beat.hear(event)

    def acknowledge(self) -> None:
        """Be quiet about what is red now; what becomes red later is heard again."""
        with self._lock:
            self._beat.acknowledge()

    def close(self) -> None:
        """Never sound again."""
        self._stop.set()

    def _run(self) -> None:
        called = False
        while not self._stop.wait(LOOK_EVERY_S):
            with self._lock:
                sounding, is_due = bool(self._beat.sounding()), self._beat.is_due()
            if sounding != called:
                called = sounding
                self._tell(StaffCalled(sounding))
            if is_due and self._play(ALARM):
                self._mark(SOUNDED, MARKED_BY)
