"""What may end a wait early: the network is back, the computer woke up, the receiver was started.

A hint may start a try; it never forbids one, and no wait depends on it. It looks once a second,
which costs next to nothing, and at once where the system tells: routes over netlink, a login that
was done over NetworkManager's D-Bus. It sends nothing but a knock at a port that is shut.
"""

import logging
import select
import socket
import threading
from collections.abc import Callable
from enum import Enum
from typing import Final, Protocol

from holdfast.clock import Clock
from uploader.knock import Knock
from uploader.network_news import Netlink, NetworkManager, ways_out

LOOK_S: Final = 1.0
JOIN_S: Final = 1.0
SLEPT_S: Final = 1.0
LEAPT_S: Final = 5.0
"""A wall clock that differs from the monotonic one by so much more than a look ago was set, or the
computer slept and does not say so."""
_log = logging.getLogger(__name__)


class Hint(Enum):
    """Why waiting may be over."""

    NETWORK = "the network is back"
    AWAKE = "the computer woke up, or its clock was set"
    RECEIVER = "the receiver was started"


class News(Protocol):
    """Something that the system tells by itself."""

    def socket(self) -> socket.socket | None:
        """Becomes readable when there is news; None where nothing is told."""
        ...

    def is_back(self) -> bool:
        """Read what came; whether that alone says that the network is back."""
        ...

    def close(self) -> None: ...


class TimeLooker:
    """Finds out that the computer slept, or that its clock was set, between two looks."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._asleep_ns, self._ahead_s = self._read()

    def _read(self) -> tuple[int, float]:
        ahead_s = self._clock.now().timestamp() - self._clock.monotonic_ns() / 1e9
        return self._clock.asleep_ns(), ahead_s

    def look(self) -> bool:
        """Whether it did since the last look."""
        asleep_ns, ahead_s = self._read()
        slept = asleep_ns - self._asleep_ns > SLEPT_S * 1e9
        leapt = abs(ahead_s - self._ahead_s) > LEAPT_S
        self._asleep_ns, self._ahead_s = asleep_ns, ahead_s
        return slept or leapt


class WayLooker:
    """Finds out that there is a way out again, or another one, between two looks."""

    def __init__(self, ways: Callable[[], frozenset[str]] = ways_out) -> None:
        self._ways = ways
        self._last = ways()

    def look(self) -> bool:
        """Whether there is one now that was not there at the last look."""
        last, self._last = self._last, self._ways()
        return bool(self._last - last)


class Hints:
    """A thread that looks; it calls `on_hint` and forgets. `start` and `stop` are one thread's."""

    def __init__(
        self,
        clock: Clock,
        on_hint: Callable[[Hint], None],
        knock: Knock,
        way: WayLooker | None = None,
        news: Callable[[], list[News]] | None = None,
    ) -> None:
        self._on_hint = on_hint
        self._time = TimeLooker(clock)
        self._way = way or WayLooker()
        self._knock = knock
        self._open_news = news or _all_news
        self._tell: socket.socket | None = None
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to look."""
        told, self._tell = socket.socketpair()
        self._thread = threading.Thread(
            target=self._run, args=(told,), name="uploader-hints", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """End at once."""
        self._stopped.set()
        if self._tell is not None and self._thread is not None:
            self._tell.close()
            self._thread.join(JOIN_S)

    def look(self) -> list[Hint]:
        """Look once, without waiting for anything."""
        found = []
        if self._time.look():
            found.append(Hint.AWAKE)
        if self._way.look():
            found.append(Hint.NETWORK)
        if self._knock.look():
            found.append(Hint.RECEIVER)
        return found

    def _run(self, told: socket.socket) -> None:
        news = self._open_news()
        try:
            while not self._stopped.is_set():
                is_back = self._wait(told, news)
                if self._stopped.is_set():
                    return
                for hint in [Hint.NETWORK] if is_back else self.look():
                    _log.info("%s", hint.value)
                    self._on_hint(hint)
        finally:
            for each in news:
                each.close()
            told.close()

    def _wait(self, told: socket.socket, news: list[News]) -> bool:
        """Wait for news, for the next look or for the end; whether the network is surely back."""
        sources = {each: found for each in news if (found := each.socket()) is not None}
        readable, _, _ = select.select([told, *sources.values()], [], [], LOOK_S)
        # Each is read, so that none of them tells the same for ever.
        said = [each.is_back() for each, found in sources.items() if found in readable]
        return any(said)


def _all_news() -> list[News]:
    return [Netlink(), NetworkManager()]
