"""Requests as they arrive: what is refused by its head alone, and where a body waits meanwhile.

waitress takes a request whole before anybody looks at it. So everything that bounds what strangers
can make it keep is decided here: how long a body may be, how much memory and disk all bodies
together may take, and whether a head can be read in two ways.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Final

from waitress.buffers import OverflowableBuffer, TempfileBasedBuffer
from waitress.parser import ParsingError
from waitress.utilities import BadRequest

from holdfast import durable
from server.held import Held, Memory
from server.streaming import Stream, StreamingParser

_SAYS_LENGTH: Final = re.compile(rb"(?i)^(content-length|transfer-encoding):", re.MULTILINE)
_FOLDED: Final = re.compile(rb"\n[ \t]")
_LEAST_IN_MEMORY_BYTES: Final = 64 * 1024
_ROOM_BYTES: Final = 64 * 1024


class TooLarge(BadRequest):  # type: ignore[misc]  # waitress has no types
    """A body longer than this address or this sender may send; `limit_bytes` would be taken."""

    code = 413
    reason = "Request Entity Too Large"

    def __init__(self, limit_bytes: int) -> None:
        super().__init__(f"at most {limit_bytes} bytes are taken at once")
        self.limit_bytes = limit_bytes


class NoRoom(BadRequest):  # type: ignore[misc]  # waitress has no types
    """The disk has no room for a body that is arriving."""

    code = 507
    reason = "Insufficient Storage"


class TooMany(BadRequest):  # type: ignore[misc]  # waitress has no types
    """So much is arriving at once that this has to wait."""

    code = 503
    reason = "Service Unavailable"


@dataclass(frozen=True, slots=True)
class Limits:
    """What may arrive. Sizes in bytes."""

    body_most_bytes: int
    stranger_most_bytes: int
    """A body whose sender shows no token and no cookie."""
    one_in_memory_bytes: int
    """A body up to here waits in memory, while there is room; others in files without names."""
    folder: Path
    """Where those files are."""


class Load:
    """What all bodies that arrive at the moment come to.

    To count them is to ask every connection, so it is done only where they could be too much. For
    one thread.
    """

    def __init__(self, most_bytes: int, count: Callable[[], int]) -> None:
        self._most_bytes = most_bytes
        self._count = count
        self._at_most_bytes = 0

    def expect(self, size_bytes: int) -> None:
        """A body of this length begins to arrive."""
        self._at_most_bytes += size_bytes

    def is_too_much(self, size_bytes: int) -> bool:
        """Whether one of this length, which is expected already, is more than there is room for."""
        if self._at_most_bytes <= self._most_bytes:
            return False
        self._at_most_bytes = self._count()
        # One alone may be as long as its limit says.
        return self._at_most_bytes > max(self._most_bytes, size_bytes)


class _File(TempfileBasedBuffer):  # type: ignore[misc]  # waitress has no types
    """A body in a file without a name, in the receiver's own folder.

    The system's temporary folder may be memory, or a small disk that others need.
    """

    def __init__(self, folder: Path, from_buffer: Any) -> None:
        self._folder = folder
        try:
            super().__init__(from_buffer)
        except OSError:
            self.close()
            raise

    def newfile(self) -> IO[bytes]:
        return TemporaryFile("w+b", dir=self._folder)


class _Buffer(OverflowableBuffer):  # type: ignore[misc]  # waitress has no types
    """A body in memory up to a size, and in a file from there on."""

    def __init__(self, most_bytes: int, folder: Path) -> None:
        super().__init__(most_bytes)
        self.buf: Any = None
        self._folder = folder

    def _set_large_buffer(self) -> None:
        small, self.buf = self.buf, _File(self._folder, self.buf)
        if small is not None:
            small.close()
        self.overflowed = True


class Arriving(StreamingParser):
    """One request. Subclassed with the `limits`, `load` and `memory` of its listener."""

    limits: Limits
    load: Load
    memory: Memory
    path = ""
    """Read with the head; waitress names it in its log also where the head could not be read."""
    came_chunked = False
    """waitress hides that a body came in pieces of unannounced length."""

    def parse_header(self, header_plus: bytes) -> None:
        _refuse_two_readings(header_plus)
        try:
            super().parse_header(header_plus)
        except ValueError as error:
            # An address that is none; waitress would take it for a fault of its own.
            raise ParsingError("The address cannot be read") from error
        if "TRANSFER_ENCODING" in self.headers:
            raise ParsingError("Transfer-Encoding needs HTTP/1.1")
        self.came_chunked = self.chunked
        if self.body_rcv is None:
            return
        if self.stream is None:
            self._choose_buffer()
        expected_bytes = self.expected_bytes
        if self.content_length > self.limit_bytes + self._room_bytes:
            self._refuse(TooLarge(self.limit_bytes))
        elif expected_bytes > _LEAST_IN_MEMORY_BYTES and self.load.is_too_much(expected_bytes):
            self._refuse(TooMany("too much is arriving at once; send it again later"))

    def _begin_piece(self, stream: Stream, position: int) -> None:
        super()._begin_piece(stream, position)
        self._choose_buffer()

    def _choose_buffer(self) -> None:
        self.load.expect(self.expected_bytes)
        held = self._in_memory()
        self.body_rcv.buf = self._in_file() if held is None else held

    def _in_memory(self) -> Held | None:
        """A place for a body of known length that is not too long; None where there is none."""
        if self.chunked or self.content_length > self.limits.one_in_memory_bytes:
            return None
        return self.memory.hold(self.content_length)

    def _in_file(self) -> _Buffer:
        # A body of unannounced length may be short all the same.
        in_memory_bytes = _LEAST_IN_MEMORY_BYTES if self.chunked else 0
        return _Buffer(in_memory_bytes, self.limits.folder)

    def room(self) -> memoryview | None:
        """Where in memory the body's next bytes belong; None where that is nowhere."""
        if self.body_rcv is None or self.completed:
            return None
        buffer = self.body_rcv.getbuf()
        return buffer.room() if isinstance(buffer, Held) else None

    @property
    def expected_bytes(self) -> int:
        """How long the body will be at most."""
        if self.error is not None:
            return 0
        length: int = self.limit_bytes if self.chunked else self.content_length
        return length

    @property
    def limit_bytes(self) -> int:
        """How long this request's body may be."""
        limits = self.limits
        return limits.body_most_bytes if self._is_named else limits.stranger_most_bytes

    @property
    def _room_bytes(self) -> int:
        # The application says it more kindly, and keeps the connection, where it is but a little.
        return _ROOM_BYTES if self._is_named else 0

    @property
    def _is_named(self) -> bool:
        return "AUTHORIZATION" in self.headers or "COOKIE" in self.headers

    def received(self, data: bytes | memoryview) -> int:
        try:
            consumed: int = super().received(data)
        except OSError as error:
            if not durable.is_no_space(error):
                raise
            self._refuse(NoRoom("the receiver's disk is full; send it again later"))
            return len(data)
        if self.chunked and not self.completed and self.body_bytes_received > self.limit_bytes:
            self._refuse(TooLarge(self.limit_bytes))
        return consumed

    def _refuse(self, error: BadRequest) -> None:
        self.error = error
        self.completed = True
        # Or waitress would ask for the body all the same.
        self.expect_continue = False


def _refuse_two_readings(head: bytes) -> None:
    # A proxy in front may read such a head otherwise, and take what follows for another's request.
    said = [each.lower() for each in _SAYS_LENGTH.findall(head)]
    if len(said) > 1:
        raise ParsingError("The length of the body is given more than once")
    if _FOLDED.search(head):
        raise ParsingError("A header is continued on another line")
