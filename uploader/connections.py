"""Connections that notice silence: a stall is a stretch in which nothing moves, however long a body
takes in all.

urllib3 gives each block of a body one deadline and looks at nothing but what the kernel took over;
on a slow link the kernel holds a minute's worth. Here the other side's acknowledgements count as
movement, too. It decides nothing and repeats nothing.
"""

import io
import socket
import ssl
import struct
import sys
from collections.abc import Callable
from typing import Any, Final

import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util.wait import wait_for_read

BLOCK_BYTES: Final = 128 * 1024
STALL_S: Final = 20.0
"""Nothing moved for so long: the connection is taken for dead. Changing cells or access points
takes a phone or a laptop some seconds."""
_LOOKS: Final = 20
_KEEP_ALIVE_S: Final = 60
_FIRST_BYTES: Final = 16 * 1024

Told = Callable[[socket.socket], None]
"""Hears of every connection that was opened."""


def unacknowledged_bytes(connection: socket.socket) -> int | None:
    """How much was handed over and not yet acknowledged by the other side; None if unknown.

    Source: `tcp(7)`, SIOCOUTQ, and `SO_NWRITE` of Darwin's sys/socket.h.
    """
    ask = _UNACKNOWLEDGED.get(sys.platform)
    try:
        return None if ask is None else ask(connection)
    except (OSError, ValueError):
        # Closed meanwhile; whoever uses it next will say so.
        return None


def _on_linux(connection: socket.socket) -> int:
    import fcntl
    import termios

    data = fcntl.ioctl(connection.fileno(), termios.TIOCOUTQ, b"\0" * 4)
    return int(struct.unpack("i", data)[0])


def _on_darwin(connection: socket.socket) -> int:
    return connection.getsockopt(socket.SOL_SOCKET, _SO_NWRITE)


_SO_NWRITE: Final = 0x1024
_UNACKNOWLEDGED: Final = {"linux": _on_linux, "darwin": _on_darwin}


def _nobody_listens() -> None:
    return None


class _Inactivity:
    """Counts looks at which nothing had moved. Raises TimeoutError after `stall_s` of them.

    `moved` is called where something had: a body may take as long as it likes.
    """

    def __init__(
        self,
        connection: socket.socket,
        stall_s: float,
        moved: Callable[[], None] = _nobody_listens,
    ) -> None:
        self._moved = moved
        self._connection = connection
        self.look_s = stall_s / _LOOKS
        self._idle = 0
        self._left = unacknowledged_bytes(connection)

    def look(self) -> None:
        """`look_s` went by, and nothing else was seen to happen."""
        left = unacknowledged_bytes(self._connection)
        if left is not None and self._left is not None and left < self._left:
            self._idle = 0
            self._moved()
        else:
            self._idle += 1
        self._left = left
        if self._idle >= _LOOKS:
            raise TimeoutError("nothing moves on the connection")


class _Sending:
    """What both kinds of connections do alike; mixed into urllib3's."""

    told: Told
    stall_s: float
    moved: Callable[[], None]
    sock: Any
    timeout: Any
    _was_answered_early = False
    _first_bytes = b""
    """Of an answer that came over TLS before the request had left."""

    def connect(self) -> None:
        super().connect()  # type: ignore[misc]  # urllib3's connection comes next
        self._was_answered_early, self._first_bytes = False, b""
        self.told(self.sock)

    def send(self, data: Any) -> None:
        """Hand over a block, as long as something moves. Raises TimeoutError, OSError.

        Where the other side has answered already, BrokenPipeError: urllib3 then reads the answer,
        and the rest of the body stays here.
        """
        if self.sock is None:
            self.connect()
        self._look_for_answer()
        inactivity = None
        view = memoryview(data)
        before_s = self.sock.gettimeout()
        self.sock.settimeout(self.stall_s / _LOOKS)
        try:
            while view:
                try:
                    view = view[self.sock.send(view) :]
                    inactivity = None
                except TimeoutError:
                    self._look_for_answer()
                    inactivity = inactivity or _Inactivity(self.sock, self.stall_s, self.moved)
                    inactivity.look()
        finally:
            self.sock.settimeout(before_s)

    def getresponse(self) -> Any:
        """The answer, waited for with the read time-out from when the other side has it all."""
        self._wait_until_taken()
        connection, first = self.sock, self._first_bytes
        if first:
            self.sock, self._first_bytes = _Ahead(connection, first), b""
        try:
            return super().getresponse()  # type: ignore[misc]  # urllib3's connection comes next
        finally:
            if self.sock is not None:
                self.sock = connection

    @property
    def is_connected(self) -> bool:
        """Whether another request may use the connection: not after half a body."""
        if self._was_answered_early:
            return False
        return bool(super().is_connected)  # type: ignore[misc]  # urllib3's connection comes next

    def _look_for_answer(self) -> None:
        if self._is_answered():
            self._was_answered_early = True
            raise BrokenPipeError("the answer is here before the request has left")

    def _is_answered(self) -> bool:
        """Whether an answer has begun to arrive, or the other side hung up."""
        if not wait_for_read(self.sock, timeout=0.0):
            return bool(self._first_bytes)
        if not isinstance(self.sock, ssl.SSLSocket):
            return True
        # TLS sends tickets and new keys, too; only reading tells them from an answer.
        before_s = self.sock.gettimeout()
        self.sock.settimeout(0)
        try:
            first = self.sock.recv(_FIRST_BYTES)
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return bool(self._first_bytes)
        finally:
            self.sock.settimeout(before_s)
        self._first_bytes += first
        return True

    def _wait_until_taken(self) -> None:
        if self.sock is None or not unacknowledged_bytes(self.sock):
            return
        inactivity = _Inactivity(self.sock, self.stall_s, self.moved)
        while unacknowledged_bytes(self.sock):
            if not wait_for_read(self.sock, timeout=inactivity.look_s):
                inactivity.look()
            elif self._is_answered():
                return


class _Ahead:
    """A connection of which the first bytes of the answer have been read already."""

    def __init__(self, connection: socket.socket, first: bytes) -> None:
        self._connection = connection
        self._first = first

    def makefile(self, _mode: str) -> io.BufferedReader:
        """The answer in bytes, from the first one on; `http.client` reads it so."""
        return io.BufferedReader(_Joined(self._first, self._connection.makefile("rb", buffering=0)))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


class _Joined(io.RawIOBase):
    """Bytes that were read, and then what can still be read."""

    def __init__(self, first: bytes, rest: Any) -> None:
        self._first = first
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        """As io.RawIOBase."""
        if not self._first:
            count: int | None = self._rest.readinto(buffer)
            return count
        part = self._first[: len(buffer)]
        buffer[: len(part)] = part
        self._first = self._first[len(part) :]
        return len(part)

    def close(self) -> None:
        """Let go of the connection."""
        self._rest.close()
        super().close()


class Adapter(HTTPAdapter):
    """Sends bodies in blocks over connections that notice silence, and tells every socket."""

    def __init__(
        self,
        told: Told,
        stall_s: float = STALL_S,
        moved: Callable[[], None] = _nobody_listens,
    ) -> None:
        self._told = told
        self._moved = moved
        self._stall_s = stall_s
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(
            *args, **kwargs, blocksize=BLOCK_BYTES, socket_options=_socket_options()
        )
        self.poolmanager.pool_classes_by_scheme = _pools(self._told, self._stall_s, self._moved)


def _socket_options() -> list[tuple[int, int, int | bytes]]:
    # A router forgets a connection that idles, and tells nobody.
    options: list[tuple[int, int, int | bytes]] = [
        *HTTPConnection.default_socket_options,
        (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1),
    ]
    idle = getattr(socket, "TCP_KEEPIDLE", None)
    if idle is not None:
        options.append((socket.IPPROTO_TCP, idle, _KEEP_ALIVE_S))
    return options


def _pools(told: Told, stall_s: float, moved: Callable[[], None]) -> dict[str, Any]:
    how = {"told": staticmethod(told), "stall_s": stall_s, "moved": staticmethod(moved)}
    plain = type("Plain", (_Sending, HTTPConnection), how)
    encrypted = type("Encrypted", (_Sending, HTTPSConnection), how)

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = plain

    class EncryptedPool(urllib3.HTTPSConnectionPool):
        ConnectionCls = encrypted

    return {"http": PlainPool, "https": EncryptedPool}
