"""Requests byte by byte over a socket, as no well-behaved client would send them."""

import socket
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

LIMIT_S = 60.0


class RawWire:
    """One connection. Use as a context manager."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        assert parts.hostname is not None
        assert parts.port is not None
        self._socket = socket.create_connection((parts.hostname, parts.port), LIMIT_S)

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def read_some(self) -> bytes:
        """What comes next; nothing at the end."""
        try:
            return self._socket.recv(65536)
        except ConnectionError:
            return b""

    def read_until(self, end: bytes) -> bytes:
        """All up to where it ends so, or up to the connection's end."""
        said = b""
        while not said.endswith(end) and (more := self.read_some()):
            said += more
        return said

    def read_all(self) -> bytes:
        """All until the other side closes the connection."""
        said = b""
        while more := self.read_some():
            said += more
        return said

    def is_ended(self) -> bool:
        """Wait until the other side closes the connection without a word."""
        return self.read_some() == b""

    def close(self) -> None:
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def head(method: str, path: str, *lines: str) -> bytes:
    """A request up to its body; `lines` are headers."""
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: here", *lines, "", ""]).encode()
