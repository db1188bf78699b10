"""How fast bodies leave: a token bucket for all senders of a process, and a look before each block.

Pure but for the clock and the sleep that it is given. It decides nothing about whether to send.
"""

import threading
from collections.abc import Callable
from typing import Final

from holdfast.clock import Clock
from uploader.errors import Stopped

LOOK_S: Final = 0.25
"""A pause is seen this soon, also in the middle of a block that waits."""
_IDLE_CREDIT_S: Final = 0.1
_SLICE_S: Final = 0.05
_SLICE_LEAST_BYTES: Final = 1024

Sleep = Callable[[float], bool]
"""Waits so many seconds, or until everything ends; whether it does."""


class TokenBucket:
    """Lets `rate_bytes_s` through, whoever asks; 0 lets everything through.

    What was not used is lost but for a tenth of a second's worth: a sender that hashed or waited
    for an answer may catch up, and over 10 s that is 1 %. Methods may be called from any thread.
    """

    def __init__(self, rate_bytes_s: int, clock: Clock) -> None:
        self._rate_bytes_s = rate_bytes_s
        self._clock = clock
        self._lock = threading.Lock()
        self._free_at_ns = clock.monotonic_ns()

    def follow(self, rate_bytes_s: int) -> None:
        """Let so much through from now on."""
        with self._lock:
            self._rate_bytes_s = rate_bytes_s
            self._free_at_ns = self._clock.monotonic_ns()

    def slice_bytes(self, wanted_bytes: int) -> int:
        """How much of a block to send at once: a twentieth of a second's worth at most."""
        rate_bytes_s = self._rate_bytes_s
        if not rate_bytes_s:
            return wanted_bytes
        return min(wanted_bytes, max(_SLICE_LEAST_BYTES, int(rate_bytes_s * _SLICE_S)))

    def take_s(self, size_bytes: int) -> float:
        """Take so many bytes' tokens; returns how many seconds later they may be sent."""
        with self._lock:
            if not self._rate_bytes_s:
                return 0.0
            now_ns = self._clock.monotonic_ns()
            start_ns = max(self._free_at_ns, now_ns - int(_IDLE_CREDIT_S * 1e9))
            self._free_at_ns = start_ns + size_bytes * 1_000_000_000 // self._rate_bytes_s
            return max(0.0, (self._free_at_ns - now_ns) / 1e9)


def _nobody_listens() -> None:
    return None


class Flow:
    """What a body asks before each block. `check` raises where nothing may be sent any more.

    `beat` is called whenever the thread that sends shows that it lives.
    """

    def __init__(
        self,
        bucket: TokenBucket,
        check: Callable[[], None],
        clock: Clock,
        sleep: Sleep,
        beat: Callable[[], None] = _nobody_listens,
    ) -> None:
        self._beat = beat
        self._bucket = bucket
        self._check = check
        self._clock = clock
        self._sleep = sleep
        self._look_due_ns = 0
        self._rest_until_ns = 0

    def take(self, wanted_bytes: int) -> int:
        """Wait for the turn of at most `wanted_bytes`; returns how many may be sent now.

        Raises Stopped, and SendingHeld where a rule forbids to go on.
        """
        self._beat()
        self._look()
        size_bytes = self._bucket.slice_bytes(wanted_bytes)
        self._wait_until(self._clock.monotonic_ns() + int(self._bucket.take_s(size_bytes) * 1e9))
        return size_bytes

    def step(self) -> None:
        """One piece of work that sends nothing is done. Raises Stopped, SendingHeld."""
        if self._sleep(0.0):
            raise Stopped("The uploader was stopped; the rest is sent at the next start.")
        self._beat()
        self._look()

    def owe(self, rest_s: float) -> None:
        """The next chunk waits so long from now."""
        self._rest_until_ns = self._clock.monotonic_ns() + int(rest_s * 1e9)

    def rest_owed(self) -> None:
        """Wait as long as is owed, and look in between whether one may go on. Raises Stopped."""
        self._wait_until(self._rest_until_ns)

    def _wait_until(self, until_ns: int) -> None:
        while (left_s := (until_ns - self._clock.monotonic_ns()) / 1e9) > 0:
            if self._sleep(min(left_s, LOOK_S)):
                raise Stopped("The uploader was stopped; the rest is sent at the next start.")
            self._beat()
            self._look()

    def _look(self) -> None:
        now_ns = self._clock.monotonic_ns()
        # Two threads that look at the same time do no harm.
        if now_ns >= self._look_due_ns:
            self._look_due_ns = now_ns + int(LOOK_S * 1e9)
            self._check()
