"""How often one caller may ask: a bucket of tries for each, which fills up again with time.

In memory, for one process: several receivers behind a balancer each count for themselves. A
device's bucket holds a minute's worth, so that what waited for days is not held up.
"""

import math
import threading
from dataclasses import dataclass
from typing import Final

from holdfast.clock import Clock

_MOST_CALLERS: Final = 10_000
_MINUTE_NS: Final = 60 * 10**9


@dataclass(slots=True)
class _Bucket:
    left: float
    seen_ns: int


class Buckets:
    """So many tries a minute for each caller. Safe to use from several threads."""

    def __init__(self, clock: Clock, a_minute: int) -> None:
        self._clock = clock
        self._most = a_minute
        self._buckets: dict[str, _Bucket] = {}
        self._lock = threading.Lock()

    def take(self, caller: str) -> int:
        """Take one try; 0 where there was one, else the seconds until there is."""
        with self._lock:
            bucket = self._filled(caller)
            if bucket.left >= 1:
                bucket.left -= 1
                return 0
            return max(1, math.ceil((1 - bucket.left) * 60 / self._most))

    def _filled(self, caller: str) -> _Bucket:
        now_ns = self._clock.monotonic_ns()
        bucket = self._buckets.get(caller)
        if bucket is None:
            if len(self._buckets) >= _MOST_CALLERS:
                self._forget_idle(now_ns)
            bucket = self._buckets[caller] = _Bucket(float(self._most), now_ns)
        gained = (now_ns - bucket.seen_ns) * self._most / _MINUTE_NS
        bucket.left, bucket.seen_ns = min(float(self._most), bucket.left + gained), now_ns
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
