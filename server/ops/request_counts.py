"""Counts the requests that this process answered: how many, and how long they took.

What becomes of the numbers is `metrics.py`'s; a receiver that nobody asks for them does not load
the library that writes them.
"""

import threading
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

BUCKETS_S: Final = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 60.0)
"""Up to where each bucket goes; one more is for what took longer."""
_METHODS: Final = frozenset({"GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "OPTIONS"})
"""Anybody may make up a method; each new one would be kept for ever."""


@dataclass(slots=True)
class Took:
    """How long the requests of one method and route took."""

    buckets: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS_S) + 1))
    """How many took so long, and longer than the bucket before says."""
    sum_s: float = 0.0


class RequestCounts:
    """Since the start of this process. Threads may share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: Counter[tuple[str, str, str]] = Counter()
        self._took: dict[tuple[str, str], Took] = {}

    def count(self, method: str, route: str, status: int, took_s: float) -> None:
        """One more answer."""
        method = method if method in _METHODS else "other"
        with self._lock:
            self._answers[method, route, str(status)] += 1
            took = self._took.setdefault((method, route), Took())
            took.buckets[bisect_left(BUCKETS_S, took_s)] += 1
            took.sum_s += took_s

    def answers(self) -> dict[tuple[str, str, str], int]:
        """Method, route and status -> how many."""
        with self._lock:
            return dict(self._answers)

    def took(self) -> dict[tuple[str, str], Took]:
        """Method and route -> how long."""
        with self._lock:
            return {key: Took(list(each.buckets), each.sum_s) for key, each in self._took.items()}
