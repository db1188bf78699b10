"""A clock that stands still until it is told, and a stop event whose waits let it run."""

import threading
from datetime import UTC, datetime, timedelta

EPOCH = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)


class ManualClock:
    """A `holdfast.clock.Clock` that only moves by `advance`."""

    def __init__(self, monotonic_ns: int = 1_000_000_000_000) -> None:
        self._started_ns = monotonic_ns
        self._monotonic_ns = monotonic_ns
        self._asleep_ns = 0

    def now(self) -> datetime:
        return EPOCH + timedelta(microseconds=(self._monotonic_ns - self._started_ns) // 1000)

    def monotonic_ns(self) -> int:
        return self._monotonic_ns

    def asleep_ns(self) -> int:
        return self._asleep_ns

    def sleep(self, seconds: float) -> None:
        """The computer sleeps: of all clocks only this one notices."""
        self._asleep_ns += round(seconds * 1e9)

    def boot_id(self) -> str:
        return "manual"

    def advance(self, seconds: float) -> None:
        self._monotonic_ns += round(seconds * 1e9)


class ClockedStop(threading.Event):
    """A stop event: waiting for it takes no time, but the clock's. `waits_s` lists the waits."""

    def __init__(self, clock: ManualClock) -> None:
        super().__init__()
        self._clock = clock
        self.waits_s: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        if not self.is_set() and timeout is not None:
            self.waits_s.append(timeout)
            self._clock.advance(timeout + 1e-9)
        return self.is_set()
