"""The only source of time: wall clock, monotonic clock and boot id.

Everything that needs the time takes a `Clock`, so that tests and simulations can bring their own.
It must not sleep, schedule or format durations for people.
"""

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Clock(Protocol):
    """What the rest of Holdfast knows about time."""

    def now(self) -> datetime:
        """The wall clock, aware and in UTC. It may jump in either direction at any moment."""
        ...

    def monotonic_ns(self) -> int:
        """Nanoseconds since an unknown instant; never goes back while the machine is up."""
        ...

    def asleep_ns(self) -> int:
        """Nanoseconds that the machine has slept since it was started, which `monotonic_ns` leaves
        out; 0 where the system does not say."""
        ...

    def boot_id(self) -> str:
        """Names the run of the machine within which `monotonic_ns` values may be compared."""
        ...


class SystemClock:
    """The clock of this machine. On Linux `monotonic_ns` is CLOCK_MONOTONIC, as V4L2 stamps are."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_ns(self) -> int:
        return time.monotonic_ns()

    def asleep_ns(self) -> int:
        boottime = getattr(time, "CLOCK_BOOTTIME", None)
        if boottime is None:
            return 0
        # Read one after the other, they differ by next to nothing unless it slept.
        return max(0, time.clock_gettime_ns(boottime) - time.monotonic_ns())

    def boot_id(self) -> str:
        try:
            return _BOOT_ID.read_text(encoding="ascii").strip()
        except OSError:
            return "unknown"


def rfc3339(moment: datetime) -> str:
    """`2026-11-20T14:02:11.042Z`: RFC 3339 in UTC with milliseconds, as in every file."""
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def parse_rfc3339(text: str) -> datetime:
    """The instant that an RFC 3339 text names, in UTC. Raises ValueError when it has no offset."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"the time {text!r} does not say which offset from UTC it has")
    return moment.astimezone(UTC)
