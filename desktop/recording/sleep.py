"""What a computer that slept does to a recording's clock. Pure; it asks only the clock.

The monotonic clock, on which pictures and sound are stamped, stands still while a computer sleeps;
a recording's clock does not. So its zero moves back by as long as the computer slept.
"""

from typing import Final

from holdfast.clock import Clock

SLEPT: Final = "computer slept"
"""Reason of the part that begins after it, and of the gap before."""
LEAST_NS: Final = 500_000_000
"""Shorter differences are of the clocks' reading, not of a sleep."""


class SleepWatch:
    """Notices that the computer slept. Used by one thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._before_ns = clock.asleep_ns()

    def slept_ns(self) -> int:
        """For how long the computer slept since this was last asked; 0 where it did not."""
        now_ns = self._clock.asleep_ns()
        slept_ns = now_ns - self._before_ns
        if slept_ns < LEAST_NS:
            return 0
        self._before_ns = now_ns
        return slept_ns


class Zero:
    """A recording's zero on the monotonic clock, as it is now. Used by one thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._zero_ns: int | None = None
        self._asleep_ns = 0

    def set(self, zero_ns: int | None) -> None:
        """It is there now, or not known."""
        self._zero_ns = zero_ns
        self._asleep_ns = self._clock.asleep_ns()

    def learn(self, zero_ns: int | None) -> None:
        """It was there when the last part began, which may be news."""
        if zero_ns != self._zero_ns:
            self.set(zero_ns)

    @property
    def slept_ns(self) -> int:
        """For how long the computer slept since it was set."""
        slept_ns = self._clock.asleep_ns() - self._asleep_ns
        return slept_ns if slept_ns >= LEAST_NS else 0

    @property
    def now_ns(self) -> int | None:
        """Where it is now; before it the computer was awake, as far as the clock goes."""
        return None if self._zero_ns is None else self._zero_ns - self.slept_ns
