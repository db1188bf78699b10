"""A wire on loopback that troubles bytes and not requests: slow, cut at byte N, silent, unplugged.

It knows nothing of HTTP; what a proxy does to whole requests is `troubled_proxy.py`. Each
connection gets its troubles when it is opened, one for the bytes up and one for those down.
"""

import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Self
from urllib.parse import urlsplit

_BLOCK_BYTES = 64 * 1024
_LISTEN_POLL_S = 0.05


class End(Enum):
    """What comes after the last byte that passes."""

    RESET = "reset"
    CLOSE = "close"
    SILENCE = "silence"
    """Everything after it vanishes, and nobody is told."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happens to the bytes of one direction of one connection."""

    delay_s: float = 0.0
    """How long each block is held."""
    rate_bytes_s: float | None = None
    slice_bytes: int | None = None
    """Blocks pass in pieces of this size, each a packet of its own."""
    pass_bytes: int | None = None
    """Only so many bytes pass, and then comes `end`."""
    end: End = End.RESET
    most_packet_bytes: int | None = None
    """The first larger block vanishes, and what follows it: a path whose MTU nobody learned."""


NONE = Trouble()
Plan = Callable[[int], Trouble]
"""The trouble of the nth connection, counted from 0."""


def always(trouble: Trouble) -> Plan:
    """Every connection has it."""
    return lambda _number: trouble


def at_first(trouble: Trouble, connections: int = 1) -> Plan:
    """The first connections have it, and then all is well."""
    return lambda number: trouble if number < connections else NONE


class TroubledWire:
    """Listens on loopback between `plug` and `unplug`. Use as a context manager."""

    def __init__(
        self,
        upstream: str,
        *,
        up: Plan = always(NONE),  # noqa: B008 - a value, made once
        down: Plan = always(NONE),  # noqa: B008 - a value, made once
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self._upstream = urlsplit(upstream)
        self.up = up
        self.down = down
        self.host = host
        self.port = port
        self.opened = 0
        """How many connections there were."""
        self.passed_up = 0
        """How many bytes came to the other end, of all connections."""
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener: socket.socket | None = None
        self._unplugged = threading.Event()

    @property
    def url(self) -> str:
        """Where clients find the wire."""
        return f"http://{self.host}:{self.port}"

    def plug(self) -> Self:
        """Begin to listen, always on the same port."""
        self._listener = socket.create_server((self.host, self.port))
        self._listener.settimeout(_LISTEN_POLL_S)
        self.port = self._listener.getsockname()[1]
        self._unplugged.clear()
        self._begin(self._accept, self._listener)
        return self

    def unplug(self) -> None:
        """Reset every connection, and refuse new ones."""
        listener, self._listener = self._listener, None
        with self._lock:
            self._unplugged.set()
            sockets = list(self._sockets)
        for each in sockets:
            _reset(each)
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        if listener is not None:
            listener.close()

    def __enter__(self) -> Self:
        return self.plug()

    def __exit__(self, *_: object) -> None:
        self.unplug()

    def _begin(self, work: Callable[..., None], *given: object) -> None:
        thread = threading.Thread(target=work, args=given, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket) -> None:
        while not self._unplugged.is_set():
            try:
                client, _ = listener.accept()
            except TimeoutError:
                continue
            number, self.opened = self.opened, self.opened + 1
            client.settimeout(None)
            self._begin(self._join, client, number)

    def _join(self, client: socket.socket, number: int) -> None:
        try:
            server = socket.create_connection((self._upstream.hostname, self._upstream.port))
        except OSError:
            client.close()
            return
        both = (client, server)
        with self._lock:
            self._sockets |= set(both)
            is_late = self._unplugged.is_set()
        for each in both:
            if is_late:
                _reset(each)
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        over = threading.Event()
        up = threading.Thread(
            target=self._pump, args=(client, server, self.up(number), over, True), daemon=True
        )
        up.start()
        self._pump(server, client, self.down(number), over, False)
        up.join()
        with self._lock:
            self._sockets -= set(both)
        for each in both:
            each.close()

    def _pump(
        self,
        source: socket.socket,
        sink: socket.socket,
        trouble: Trouble,
        over: threading.Event,
        is_up: bool,
    ) -> None:
        try:
            end = self._pass(source, sink, trouble, is_up)
            if end is None and not over.is_set() and not self._unplugged.is_set():
                sink.shutdown(socket.SHUT_WR)
                return
        except OSError:
            # Either side may go at any time; then so does the other.
            end = End.RESET
        over.set()
        for each in (source, sink):
            (_close if end is End.CLOSE else _reset)(each)

    def _pass(
        self, source: socket.socket, sink: socket.socket, trouble: Trouble, is_up: bool
    ) -> End | None:
        """Pass bytes until there are no more; how it ended, if not by itself."""
        rest = trouble.pass_bytes
        most = trouble.most_packet_bytes
        is_silent = False
        while block := source.recv(_BLOCK_BYTES):
            is_silent = is_silent or (most is not None and len(block) > most)
            if is_silent:
                continue
            passing = block if rest is None else block[:rest]
            self._send(sink, passing, trouble, is_up)
            if rest is not None:
                rest -= len(passing)
                is_silent = rest == 0
                if is_silent and trouble.end is not End.SILENCE:
                    return trouble.end
        return None

    def _send(self, sink: socket.socket, block: bytes, trouble: Trouble, is_up: bool) -> None:
        step = trouble.slice_bytes or len(block) or 1
        if trouble.rate_bytes_s is not None:
            step = min(step, max(1, int(trouble.rate_bytes_s / 50)))
        self._unplugged.wait(trouble.delay_s)
        for start in range(0, len(block), step):
            piece = block[start : start + step]
            if trouble.rate_bytes_s is not None:
                self._unplugged.wait(len(piece) / trouble.rate_bytes_s)
            sink.sendall(piece)
            if is_up:
                with self._lock:
                    self.passed_up += len(piece)


def _reset(each: socket.socket) -> None:
    """Have the last close send RST, and wake whoever reads."""
    try:
        each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        each.shutdown(socket.SHUT_RD)
    except OSError:
        # Gone already.
        return


def _close(each: socket.socket) -> None:
    try:
        each.shutdown(socket.SHUT_RDWR)
    except OSError:
        # Gone already.
        return
