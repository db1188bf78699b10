"""Knocking at the receiver's port while it is shut: a bare connection, opened and closed again.

So a receiver that was just started is noticed in a moment on this computer, and elsewhere in less
than half a minute, each device at another moment. It says nothing to whoever opens.
"""

import socket
import threading
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from holdfast.clock import Clock
from uploader.policy import Uniform

NEAR_S: Final = 1.0
FAR_S: Final = (10.0, 25.0)
TIMEOUT_S: Final = 3.0
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_PORTS: Final = {"http": 80, "https": 443}

Address = tuple[str, int]


class Knock:
    """Asks now and then, in a thread of its own, as a name may take long to be looked up.

    `where` says at which receiver's address, or None where nobody is waited for.
    """

    def __init__(
        self,
        where: Callable[[], str | None],
        clock: Clock,
        uniform: Uniform,
        opens: Callable[[Address], bool] | None = None,
    ) -> None:
        self._where = where
        self._clock = clock
        self._uniform = uniform
        self._opens = opens or is_open
        self._due_ns = 0
        self._thread: threading.Thread | None = None
        self._was_shut: Address | None = None
        self._is_news = False
        self.shut = 0
        """How often nobody opened."""

    def look(self) -> bool:
        """Knock where that is due; whether what was shut was found open since the last look."""
        address = _address(self._where())
        if address is None:
            self._was_shut = None
            return False
        if self._thread is not None and self._thread.is_alive():
            return False
        found, self._is_news = self._is_news, False
        now_ns = self._clock.monotonic_ns()
        if not found and now_ns >= self._due_ns:
            self._due_ns = now_ns + int(self._pause_s(address) * 1e9)
            self._thread = threading.Thread(
                target=self._ask, args=(address,), name="uploader-knock", daemon=True
            )
            self._thread.start()
        return found

    def wait(self) -> None:
        """Wait for the knock that is on its way; for tests."""
        if self._thread is not None:
            self._thread.join()

    def _ask(self, address: Address) -> None:
        if self._opens(address):
            self._is_news = self._was_shut == address
            self._was_shut = None
        else:
            self._was_shut = address
            self.shut += 1

    def _pause_s(self, address: Address) -> float:
        return NEAR_S if address[0] in _LOOPBACK else self._uniform(*FAR_S)


def is_open(address: Address) -> bool:
    """Whether somebody listens there."""
    try:
        socket.create_connection(address, timeout=TIMEOUT_S).close()
    except (OSError, UnicodeError):
        return False
    return True


def _address(url: str | None) -> Address | None:
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return None
    return None if parts.hostname is None or port is None else (parts.hostname, port)
