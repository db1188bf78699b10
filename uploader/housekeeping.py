"""What an uploader does once a minute: look into the folders, and tell the receiver how it is here.

It returns what the dead had claimed, adopts what came, follows a new enrolment and sends the
heartbeat. It sends nothing of a recording.
"""

import threading
from collections.abc import Callable
from typing import Final

from holdfast.clock import Clock
from uploader.adopt import Adoption
from uploader.heartbeat import send_heartbeat
from uploader.line import Line
from uploader.lines import Lines
from uploader.new_key import OwnKeys
from uploader.permission import Permission
from uploader.queue import Queue
from uploader.reachability import Reachability
from uploader.stocktaking import Stocktaking
from uploader.studies import GivenStudies

HOUSEKEEPING_S: Final = 60.0
HELD_HEARTBEAT_S: Final = 600.0
"""Between heartbeats while sending is held: about 150 kB a day."""


class Housekeeping:
    """Called by whoever coordinates; `soon` may be called from any thread."""

    def __init__(
        self,
        queue: Queue,
        clock: Clock,
        rescan: Callable[[], Adoption],
        lines: Lines,
        permission: Permission,
        reachability: Reachability,
        wake: Callable[[], None],
        studies: GivenStudies | None,
        own_keys: OwnKeys | None,
    ) -> None:
        self._queue = queue
        self._clock = clock
        self._rescan = rescan
        self._lines = lines
        self._permission = permission
        self._reachability = reachability
        self._stocktaking = Stocktaking(queue.holdings, clock)
        self._wake = wake
        self._studies = studies
        self._own_keys = own_keys
        self._due_ns = 0
        self._held_due_ns = 0

    def soon(self) -> None:
        """Do all of it at the next look."""
        self._due_ns = 0

    def look(self, stopped: threading.Event) -> None:
        """Do what is due. `stopped` ends what a new line is sending."""
        now_ns = self._clock.monotonic_ns()
        if now_ns >= self._due_ns:
            self._due_ns = now_ns + int(HOUSEKEEPING_S * 1e9)
            self._queue.claims.release_dead()
            self._rescan()
            self._follow_enrolment(stopped)
            line = self._lines.current
            if line is not None:
                self._tell_of_this_computer(line, now_ns)
        elif self._lines.current is None or self._reachability.is_paused:
            self._follow_enrolment(stopped)

    def _tell_of_this_computer(self, line: Line, now_ns: int) -> None:
        held = self._permission.held_by()
        if self._permission.may_send():
            send_heartbeat(line, self._stocktaking, self._studies, held, self._own_keys)
        elif held is not None and now_ns >= self._held_due_ns and not self._reachability.is_paused:
            # Whoever is paused for days must not be taken for silent, and what was withdrawn goes.
            self._held_due_ns = now_ns + int(HELD_HEARTBEAT_S * 1e9)
            send_heartbeat(line, None, held=held)

    def _follow_enrolment(self, stopped: threading.Event) -> None:
        if self._lines.follow(stopped):
            self._wake()
