"""Whether anything can be sent at all: one state for all senders, with one sentence.

Being offline costs no attempt: while the receiver cannot be reached, nothing is claimed, and the
receiver alone is asked at growing intervals whether it is there. It sends nothing itself.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from holdfast.clock import Clock
from uploader.items import Network, NetworkStatus
from uploader.policy import Action, Decision, Uniform, probe_wait_s

_ONLINE = NetworkStatus()
ALIKE_MOST = 3
"""So many different items that fail alike are enough to suspect the way, and not them."""


@dataclass(frozen=True, slots=True)
class _Hold:
    network: Network
    since: datetime
    sentence: str
    until_ns: int
    next_try_at: datetime
    needs_probe: bool
    calls: bool = False
    """Whether it has lasted so long that a person should look."""


class Reachability:
    """The senders' common gate. Its methods may be called from any thread.

    `on_change` is called, from the thread that found out, with every new status.
    """

    def __init__(
        self, clock: Clock, uniform: Uniform, on_change: Callable[[NetworkStatus], None]
    ) -> None:
        self._clock = clock
        self._uniform = uniform
        self._on_change = on_change
        self._lock = threading.RLock()
        self._hold: _Hold | None = None
        self._tries = 0
        self._refusals = 0
        self._looks = 0
        self._asking = threading.Lock()
        self._answers = 0
        self.waiting = 0
        """How many wait for the answer that another one asks for."""
        self._alike_reason = ""
        self._alike: set[str] = set()
        self._refused_ns: int | None = None
        """Since when the receiver takes nothing for a reason that has a patience."""

    def may_send(self) -> bool:
        """Whether something may be claimed and sent now."""
        with self._lock:
            if self._hold is None:
                return True
            return not self._hold.needs_probe and self._wait_ns(self._hold) <= 0

    def is_probe_due(self) -> bool:
        """Whether the receiver should be asked now whether it is there."""
        with self._lock:
            return (
                self._hold is not None and self._hold.needs_probe and self._wait_ns(self._hold) <= 0
            )

    def wait_s(self) -> float:
        """Seconds until `may_send` or `is_probe_due`; 0 when one of them holds."""
        with self._lock:
            return 0.0 if self._hold is None else max(0.0, self._wait_ns(self._hold) / 1e9)

    @property
    def is_paused(self) -> bool:
        """Whether a person has to act before anything is accepted."""
        with self._lock:
            return self._hold is not None and self._hold.network is Network.PAUSED

    @property
    def status(self) -> NetworkStatus:
        """The state for people."""
        with self._lock:
            if self._hold is None:
                return _ONLINE
            return NetworkStatus(
                self._hold.network,
                self._hold.since,
                self._hold.sentence,
                self._hold.next_try_at,
                calls=self._hold.calls,
                answers=not self._hold.needs_probe,
            )

    @property
    def looks(self) -> int:
        """How often somebody asked to look now; to be remembered before a look, for `hold`."""
        with self._lock:
            return self._looks

    def hold(self, decision: Decision, looks: int | None = None) -> None:
        """Stop sending, for the reason in `decision`, and look again after a growing wait.

        A look that had begun before somebody asked for one says nothing about now: with the
        `looks` of its beginning, it is followed by another one at once.
        """
        network = Network.PAUSED if decision.action is Action.PAUSE else decision.network
        with self._lock:
            same = self._hold if self._hold is not None and self._hold.network is network else None
            tries = self._count(decision)
            wait_s = probe_wait_s(network, tries, self._uniform, decision.retry_after_s)
            if looks is not None and looks != self._looks:
                wait_s = 0.0
            now = self._clock.now()
            self._hold = _Hold(
                network=network,
                since=same.since if same is not None else now,
                sentence=_with_tries(decision, tries),
                until_ns=self._clock.monotonic_ns() + int(wait_s * 1e9),
                next_try_at=now + timedelta(seconds=wait_s),
                needs_probe=decision.action is not Action.HOLD,
                calls=self._has_lasted(decision),
            )
            status = self.status
        self._on_change(status)

    def _has_lasted(self, decision: Decision) -> bool:
        """Whether a person should hear of it. Only what the receiver takes ends this time."""
        if decision.patience is None or decision.patience.for_s is None:
            return False
        now_ns = self._clock.monotonic_ns()
        if self._refused_ns is None:
            self._refused_ns = now_ns
        return now_ns - self._refused_ns >= decision.patience.for_s * 1e9

    def _count(self, decision: Decision) -> int:
        # A receiver that takes nothing still answers questions: only what it takes ends this count.
        if decision.action is Action.HOLD:
            self._refusals += 1
            return self._refusals
        self._tries += 1
        return self._tries

    def taken(self) -> None:
        """The receiver took bytes: send again, and forget all that was in the way."""
        with self._lock:
            self._refusals = 0
            self._refused_ns = None
            self._alike_reason, self._alike = "", set()
        self.restored()

    def restored(self) -> None:
        """The receiver answered: send again, unless it asked for a wait that is not over.

        While that lasts nothing is begun, so that what is answered now was on its way before: it
        says nothing about what came after it.
        """
        with self._lock:
            self._tries = 0
            if self._hold is None:
                return
            if not self._hold.needs_probe and self._wait_ns(self._hold) > 0:
                return
            self._hold = None
        self._on_change(_ONLINE)

    def begin_anew(self) -> None:
        """Another receiver from now on: forget all that was in the way of the last one."""
        with self._lock:
            self._hold = None
        self.taken()
        self._on_change(_ONLINE)

    def probe(self, ask: Callable[[], Decision]) -> bool:
        """Ask whether the receiver is there, and open or close the gate by what comes back.

        One asks at a time: whoever waited meanwhile takes the answer that the other one got.
        """
        with self._lock:
            asked = self._answers
            self.waiting += 1
        with self._asking:
            with self._lock:
                self.waiting -= 1
            if self._answers == asked:
                looks = self.looks
                decision = ask()
                if decision.action is Action.DONE:
                    self.restored()
                else:
                    self.hold(decision, looks)
                self._answers += 1
            with self._lock:
                return self._hold is None

    def failed_alike(self, item: str, decision: Decision) -> bool:
        """Count one item's failure on the way to a receiver that answers; whether all must wait.

        Where several fail alike and nothing gets through between them, it is the way and no item:
        the gate closes, and after a growing wait one more is tried instead of all of them.
        """
        with self._lock:
            if decision.reason != self._alike_reason:
                self._alike_reason, self._alike = decision.reason, set()
            self._alike.add(item)
            if len(self._alike) < ALIKE_MOST:
                return False
        self.hold(replace(decision, action=Action.HOLD))
        return True

    def look_now(self, *, if_unreachable: bool = False) -> None:
        """End the wait for the next look; with `if_unreachable` only where nobody answered."""
        with self._lock:
            if if_unreachable and (self._hold is None or not self._hold.needs_probe):
                return
            self._looks += 1
            self._tries = self._refusals = 0
            if self._hold is not None:
                hold = self._hold
                self._hold = _Hold(
                    hold.network,
                    hold.since,
                    hold.sentence,
                    self._clock.monotonic_ns(),
                    self._clock.now(),
                    hold.needs_probe,
                    hold.calls,
                )

    def _wait_ns(self, hold: _Hold) -> int:
        return hold.until_ns - self._clock.monotonic_ns()


def _with_tries(decision: Decision, tries: int) -> str:
    if decision.action is Action.ASK_RECEIVER and decision.network is not Network.OFFLINE:
        times = "once" if tries == 1 else f"{tries} times"
        return f"{decision.reason.removesuffix('.')} (tried {times})."
    return decision.reason
