"""When a run of the uploader ends: stopped, out of time, or with nothing left to send.

It looks and waits; what is sent meanwhile is none of its business.
"""

import logging
import threading
from collections.abc import Callable
from enum import Enum
from typing import Final

from holdfast.clock import Clock
from uploader.errors import QueueFull
from uploader.items import AT_HOME, LEFT_ALONE, UploadEvent
from uploader.permission import Permission
from uploader.queue import Queue
from uploader.reachability import Reachability

FULL_WAIT_S: Final = 5.0
"""Between two looks at whether the queue's disk has room again."""
_log = logging.getLogger(__name__)


class Outcome(Enum):
    """How a run until the queue is empty ended."""

    EMPTY = "empty"
    FAILED = "failed"
    """Something needs a person; all the rest is at home."""
    REMAINS = "remains"


class Term:
    """How long a run may last: until `stop` is set, or for `timeout_s` seconds."""

    def __init__(
        self,
        clock: Clock,
        stop: threading.Event,
        timeout_s: float | None = None,
        *,
        until_empty: bool = False,
    ) -> None:
        """`until_empty`: whether the run ends by itself once nothing is left to send."""
        self._clock = clock
        self._stop = stop
        self._deadline_ns = None
        if timeout_s is not None:
            self._deadline_ns = clock.monotonic_ns() + int(timeout_s * 1e9)
        self.until_empty = until_empty
        self.outcome: Outcome | None = None
        """How it ended by itself."""

    def is_over(self) -> bool:
        """Whether it was stopped, or its time is up."""
        is_late = self._deadline_ns is not None and self._clock.monotonic_ns() >= self._deadline_ns
        return is_late or self._stop.is_set()

    def wait(self, wait_s: float) -> bool:
        """Wait so long, or until it is stopped; true where it was."""
        return self._stop.wait(max(0.0, wait_s))

    def wait_within(self, wait_s: float) -> None:
        """Wait so long, or until the time is up, or it is stopped."""
        if self._deadline_ns is not None:
            wait_s = min(wait_s, (self._deadline_ns - self._clock.monotonic_ns()) / 1e9)
        self.wait(wait_s)


class QueueRoom:
    """The room that the queue's disk has, or has not."""

    def __init__(
        self,
        clock: Clock,
        on_event: Callable[[UploadEvent], None],
        make_room: Callable[[], bool],
    ) -> None:
        """`make_room` is asked when the disk is full; false where there is nothing to give."""
        self._clock = clock
        self._on_event = on_event
        self._make_room = make_room
        self._said_full = False

    def wait(self, error: QueueFull, term: Term) -> None:
        """Make room, or wait a while for somebody else to, and say so once."""
        if self._make_room():
            _log.warning("the reserve was given back for the queue (%s)", error)
            return
        if not self._said_full:
            self._said_full = True
            _log.warning("%s", error)
            self._on_event(UploadEvent(self._clock.now(), "full", why=str(error)))
        term.wait_within(FULL_WAIT_S)


def outcome_of(queue: Queue, reachability: Reachability, permission: Permission) -> Outcome | None:
    """How a run would end now; None while there is something that it can still do."""
    progress = list(queue.progress().values())
    left = [each for each in progress if each.step not in AT_HOME | LEFT_ALONE]
    if not left:
        return Outcome.EMPTY
    if reachability.is_paused:
        return Outcome.FAILED
    if permission.is_held_for_long(left):
        return Outcome.REMAINS
    # Nobody can say when a disk is connected again, or when a person decides.
    here = [each for each in left if not (each.is_away or each.is_undecided)]
    if not here:
        return Outcome.REMAINS
    if all(each.only_failed_left for each in here):
        return Outcome.FAILED
    return None
