"""Slows down whoever guesses: so many failures a minute for one address, then none."""

import threading
from collections import deque

from holdfast.clock import Clock

_WINDOW_NS = 60 * 10**9
_MOST_ADDRESSES = 10_000


class Throttle:
    """Counts failures of an address within the last minute. Safe to use from several threads."""

    def __init__(self, clock: Clock, failures_a_minute: int) -> None:
        self._clock = clock
        self._most = failures_a_minute
        self._failures: dict[str, deque[int]] = {}
        self._lock = threading.Lock()

    def wait_s(self, address: str) -> int:
        """Seconds until this address may try again; 0 when it may now."""
        with self._lock:
            recent = self._recent(address)
            if len(recent) < self._most:
                return 0
            left_ns = recent[0] + _WINDOW_NS - self._clock.monotonic_ns()
            return max(1, -(-left_ns // 10**9))

    def failed(self, address: str) -> None:
        """Count one failure."""
        with self._lock:
            if len(self._failures) >= _MOST_ADDRESSES:
                self._failures.clear()
            self._failures.setdefault(address, deque()).append(self._clock.monotonic_ns())

    def _recent(self, address: str) -> deque[int]:
        recent = self._failures.get(address, deque())
        oldest = self._clock.monotonic_ns() - _WINDOW_NS
        while recent and recent[0] <= oldest:
            recent.popleft()
        return recent
