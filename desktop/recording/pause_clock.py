"""How long a recording is and was paused, on its own clock. No device, no thread, no file."""

from collections.abc import Callable

from desktop.recording.sleep import LEAST_NS
from holdfast.clock import Clock


class PauseClock:
    """One recorder's pauses. May be asked from any thread.

    `source_at`: the source's own time at an instant. `live`: it goes on while the computer sleeps.
    """

    def __init__(self, clock: Clock, source_at: Callable[[int], int], *, live: bool) -> None:
        self._clock = clock
        self._source_at = source_at
        self._live = live
        self._asleep_ns = 0
        self._began: tuple[float, int, int | None] | None = None
        self._before_s = 0.0
        self._last_until_s = 0.0

    @property
    def is_running(self) -> bool:
        """Whether the recording is paused now."""
        return self._began is not None

    @property
    def until_s(self) -> float | None:
        """How far a paused recording's clock has come; None while it is not paused."""
        began = self._began
        if began is None:
            return None
        end_s, began_ns, zero_ns = began
        now_ns = self._clock.monotonic_ns()
        if zero_ns is not None:
            return (self._source_at(now_ns) - zero_ns + self.slept_ns) / 1e9
        return end_s + (now_ns - began_ns) / 1e9

    @property
    def reached_s(self) -> float:
        """How far the recording's clock has come in its pauses, the present one or the last."""
        until_s = self.until_s
        return self._last_until_s if until_s is None else until_s

    @property
    def paused_s(self) -> float:
        """How much of the recording's clock is pauses, the present one included."""
        began, until_s = self._began, self.until_s
        present_s = 0.0 if began is None or until_s is None else until_s - began[0]
        return self._before_s + present_s

    @property
    def slept_ns(self) -> int:
        """For how long the computer slept within the present pause, where its source is live."""
        if self._began is None or not self._live:
            return 0
        slept_ns = self._clock.asleep_ns() - self._asleep_ns
        return slept_ns if slept_ns >= LEAST_NS else 0

    def begin(self, end_s: float, zero_ns: int | None) -> None:
        """Paused now; the recording's last picture ended at `end_s` on a clock from `zero_ns`."""
        self._asleep_ns = self._clock.asleep_ns()
        self._began = (end_s, self._clock.monotonic_ns(), zero_ns)

    def end(self) -> None:
        """Recorded again."""
        self._before_s, self._last_until_s = self.paused_s, self.reached_s
        self._began = None

    def forget(self) -> None:
        """Another recording."""
        self._began, self._before_s, self._last_until_s = None, 0.0, 0.0
