"""How often one caller may ask: a bucket of tries for each, which fills up again with time.

In memory, for one process: several receivers behind a balancer each count for themselves. A
device's bucket holds a minute's worth, so that what waited for days is not held up.
"""

import threading
from dataclasses import dataclass
from typing import Final

from holdfast.clock import Clock

_MOST_CALLERS: Final = 10_000
_MINUTE_NS: Final = 60 * 10**9


@dataclass(slots=True)
class _Bucket:
    """`left` is in nanoseconds times tries a minute, so that nothing is ever rounded."""

    left: int
    seen_ns: int


class Buckets:
    """So many tries a minute for each caller. Safe to use from several threads."""

    def __init__(self, clock: Clock, a_minute: int) -> None:
        self._clock = clock
        self._a_minute = a_minute
        self._full = a_minute * _MINUTE_NS
        self._buckets: dict[str, _Bucket] = {}
        self._lock = threading.Lock()

    def take(self, caller: str) -> int:
        """Take one try; 0 where there was one, else the seconds until there is."""
        with self._lock:
            bucket = self._filled(caller)
            if bucket.left >= _MINUTE_NS:
                bucket.left -= _MINUTE_NS
                return 0
            return -(-(_MINUTE_NS - bucket.left) // (self._a_minute * 10**9))

    def _filled(self, caller: str) -> _Bucket:
        now_ns = self._clock.monotonic_ns()
        bucket = self._buckets.get(caller)
        if bucket is None:
            if len(self._buckets) >= _MOST_CALLERS:
                self._forget_idle(now_ns)
            bucket = self._buckets[caller] = _Bucket(self._full, now_ns)
        gained = (now_ns - bucket.seen_ns) * self._a_minute
        bucket.left, bucket.seen_ns = min(self._full, bucket.left + gained), now_ns
        return bucket

    def _forget_idle(self, now_ns: int) -> None:
        # Whoever did not ask for a minute has a full bucket again, which a new one is too.
        kept = {
            caller: bucket
            for caller, bucket in self._buckets.items()
            if now_ns - bucket.seen_ns < _MINUTE_NS
        }
        self._buckets = kept if len(kept) < _MOST_CALLERS else {}


class Rates:
    """Every limit on how often: requests of a token, refusals of an address, lines in the log."""

    def __init__(
        self, clock: Clock, requests_a_minute: int, refusals_a_minute: int, notes_a_minute: int
    ) -> None:
        self.requests = Buckets(clock, requests_a_minute)
        """By whom a token belongs to: a lab's computers share one address."""
        self.refusals = Buckets(clock, refusals_a_minute)
        """By address: who has no token that is known has no other name."""
        self.notes = Buckets(clock, notes_a_minute)
        """By caller: nobody fills the audit log by being refused."""
