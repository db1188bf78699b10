"""Keeps at most one recorder process: starts it when one is due, drops it, spaces out failures.

It passes words on and watches for signs of life; what the words mean for a recording is the
supervisor's.
"""

import logging
from collections.abc import Iterator
from typing import Any

from desktop.recorder_process import RecorderProcess, Spawn
from desktop.recording.model import CaptureRequest, Command, Event, Progress, Ready
from desktop.watchdog import Watchdog
from holdfast.clock import Clock

_log = logging.getLogger(__name__)

PAUSES_S = (0.0, 0.5, 1.0, 2.0, 4.0, 5.0)
"""Waits before the next recorder, while one after the other fails."""
HEALTHY_S = 2.0
"""A recorder that recorded for so long was a good one: the waits begin anew."""


class Keeper:
    """One recorder process, or none. Used by one thread."""

    def __init__(self, spawn: Spawn, live: bool, clock: Clock) -> None:
        self._spawn = spawn
        self._live = live
        self._clock = clock
        self._process: RecorderProcess | None = None
        self._watchdog = Watchdog(live, clock.monotonic_ns())
        self._due_ns = 0
        self._began_ns: int | None = None
        self.failures = 0
        """How many recorders failed since the last one that worked."""
        self.ready = False
        """Whether the present recorder has real frames."""

    @property
    def has_process(self) -> bool:
        return self._process is not None

    def waitables(self) -> list[Any]:
        """What becomes readable when the recorder speaks or dies."""
        process = self._process
        return [] if process is None else [process.connection, process.sentinel]

    def start_if_due(self, request: CaptureRequest) -> None:
        """Start a recorder, unless there is one or the pause is not over."""
        now_ns = self._clock.monotonic_ns()
        if self._process is not None or now_ns < self._due_ns:
            return
        try:
            self._process = self._spawn(request)
        except OSError:
            _log.exception("the recorder process could not be started; trying again")
            self.failed()
            return
        self._watchdog = Watchdog(self._live, now_ns)

    def send(self, command: Command) -> None:
        """Send a command; one to a process that just died is lost with it."""
        if self._process is not None:
            self._process.send(command)

    def events(self) -> Iterator[Event]:
        """What the recorder has said and nobody has heard yet."""
        process = self._process
        try:
            while process is not None and process is self._process and process.connection.poll():
                event: Event = process.connection.recv()
                self._note(event)
                yield event
        except (EOFError, OSError):
            return

    def _note(self, event: Event) -> None:
        if isinstance(event, Progress):
            self._watchdog.progress(event, self._clock.monotonic_ns())
        elif isinstance(event, Ready):
            self.ready = True
            self._watchdog.ready()

    def is_dead(self) -> bool:
        """Whether the process has ended. Ask before reading events: its last words count."""
        return self._process is not None and not self._process.is_alive()

    def verdict(self) -> str | None:
        """Why the recorder must be replaced; None while it works or there is none."""
        if self._process is None:
            return None
        return self._watchdog.verdict(self._clock.monotonic_ns())

    def recording(self) -> None:
        """The recorder was told to record."""
        self._watchdog.recording(self._clock.monotonic_ns())

    def paused(self) -> None:
        """The recorder was told to record nothing for a while: it owes no frames."""
        self._watchdog.ended()

    def recorded(self) -> None:
        """The first frame of a part is in."""
        self._began_ns = self._clock.monotonic_ns()

    def ended(self) -> None:
        """The recording is over; the recorder may go on showing its picture."""
        self._watchdog.ended()
        self._began_ns = None

    def failed(self) -> None:
        """The recorder failed: drop it and wait before the next, longer each time."""
        now_ns = self._clock.monotonic_ns()
        healthy = self._began_ns is not None and now_ns - self._began_ns > HEALTHY_S * 1e9
        self.failures = 0 if healthy else self.failures + 1
        pause_s = PAUSES_S[min(self.failures, len(PAUSES_S) - 1)]
        self._due_ns = now_ns + int(pause_s * 1e9)
        self.drop()

    def begin_anew(self, live: bool) -> None:
        """The next recorder is of another source: start it at once, whatever failed before."""
        self.drop()
        self._live = live
        self.failures = 0
        self._due_ns = self._clock.monotonic_ns()

    def drop(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process = None
        self.ready = False
        self._began_ns = None
