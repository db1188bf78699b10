"""Whether a worker may send now, and what people are told while it may not.

A rule or a person (`gate.py`) comes before a recorder that needs the computer, and that before the
network. It sends nothing.
"""

import threading
from collections.abc import Callable, Sequence

from holdfast.clock import Clock
from uploader.gate import Gate
from uploader.items import Network, NetworkStatus, UploadEvent
from uploader.queue import Queue
from uploader.reachability import Reachability
from uploader.rules import Held, Kind
from uploader.snapshots import Progress


class Permission:
    """All senders' question before they take something. Methods may be called from any thread."""

    def __init__(
        self,
        queue: Queue,
        clock: Clock,
        gate: Gate,
        reachability: Reachability,
        on_event: Callable[[UploadEvent], None],
        wake: Callable[[], None],
    ) -> None:
        self._queue = queue
        self._clock = clock
        self._gate = gate
        self._reachability = reachability
        self._on_event = on_event
        self._wake = wake
        self._lock = threading.Lock()
        self._busy: NetworkStatus | None = None
        self._told: NetworkStatus | None = None
        self._is_pause = False

    def hold(self, sentence: str) -> None:
        """Allow nothing new until `release`."""
        self._busy = NetworkStatus(Network.PAUSED, self._clock.now(), sentence)
        self._queue.note_network(self.status())

    def release(self) -> None:
        """Go on after `hold`; without one it does nothing."""
        if self._busy is not None:
            self._busy = None
            self._queue.note_network(self.status())
            self._wake()

    def status(self) -> NetworkStatus:
        """What people are told, but for a person's pause: that is in the queue already."""
        if self._told is not None and not self._is_pause:
            return self._told
        return self._busy or self._reachability.status

    def held_by(self) -> str | None:
        """Why nothing, or nothing large, is sent by this computer's own wish; None where it is."""
        held = self._gate.verdict().held
        if held is not None:
            return held.sentence
        return None if self._busy is None else self._busy.sentence

    def may_send(self) -> bool:
        """Whether something may be sent at all, and the receiver is there."""
        return self._is_allowed() and self._reachability.may_send()

    def is_probe_due(self) -> bool:
        """Whether the receiver should and may be asked now whether it is there."""
        return self._reachability.is_probe_due() and self._is_allowed()

    def may_deliver(self, is_first: bool) -> bool:
        """Whether a sender may take a segment; while it is to be gentle, only the first may."""
        verdict = self._gate.verdict()
        return verdict.held is None and (is_first or not verdict.gentle)

    def is_held_for_long(self, left: Sequence[Progress]) -> bool:
        """Whether whoever waits for the rest to be sent waits for a rule, and not for us."""
        held = self._gate.verdict().held
        if held is None or held.ends_by_itself:
            return False
        # What is on its way, or has arrived and wants its receipt, may pass a spent budget.
        return not held.only_segments or (
            all(each.has_waiting for each in left) and not self._queue.snapshot().totals.uploading
        )

    def _is_allowed(self) -> bool:
        held = self._gate.verdict().held
        self._tell(held)
        return self._busy is None and (held is None or held.only_segments)

    def _tell(self, held: Held | None) -> None:
        with self._lock:
            told, now = self._told, self._clock.now()
            if held is None and told is None:
                return
            if held is None:
                self._told = None
            elif told is None or (told.sentence, told.next_try_at) != (held.sentence, held.until):
                self._told = NetworkStatus(Network.PAUSED, now, held.sentence, held.until, True)
            if self._told == told:
                return
            self._is_pause = held is not None and held.kind is Kind.PAUSE
        self._queue.note_network(self.status())
        if held is not None:
            self._on_event(UploadEvent(now, "paused", why=held.sentence))
        self._wake()
