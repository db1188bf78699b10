"""Long tus uploads in one request: stored piece by piece while they arrive.

waitress calls the application only when a request's body is whole, so of a request that is cut off
nothing would be left, and clients that send a file in one PATCH would never finish on a bad line.
Here such a request is taken apart: every piece goes to the application as a PATCH of its own with
its own `Upload-Offset`, and the answer to the last piece is the answer to all. A piece that is
refused ends it: the rest is read and forgotten, as far as that is little, and the refusal sent.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final

from waitress.buffers import OverflowableBuffer
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.receiver import FixedStreamReceiver
from waitress.task import WSGITask

from holdfast.protocol import uploads_path

PIECE_BYTES: Final = 1 << 20
"""No more than this is lost when a connection breaks."""
DRAIN_MOST_BYTES: Final = 64 << 20
"""After a refusal, a longer rest is not waited for: the connection is closed."""
_PATH: Final = f"{uploads_path()}/"
_STREAM: Final = "holdfast.stream"
GOES_ON: Final = "holdfast.goes_on"
"""In the environment of a request: it is no first piece, and its client did not send another."""
_PASSED_ON: Final = (
    "command",
    "connection_close",
    "first_line",
    "fragment",
    "path",
    "proxy_netloc",
    "proxy_scheme",
    "query",
    "request_uri",
    "url_scheme",
    "version",
)
Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Stream:
    """One long request. `offset` is where it begins in its file, `left` what is still to come."""

    def __init__(self, offset: int, size_bytes: int) -> None:
        self.offset = offset
        self.size_bytes = size_bytes
        self.answer: tuple[str, list[tuple[str, str]], list[bytes]] | None = None

    @property
    def is_refused(self) -> bool:
        return self.answer is not None and not self.answer[0].startswith("2")


class StreamingParser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """One request, or one piece of a long one."""

    stream: Stream | None = None
    left = 0
    """How many bytes of the long request follow on this piece."""

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        stream = _stream_of(self)
        if stream is not None:
            self._begin_piece(stream, 0)

    def following(self) -> "StreamingParser":
        """The parser of the next piece."""
        assert self.stream is not None
        following = type(self)(self.adj)
        for name in _PASSED_ON:
            setattr(following, name, getattr(self, name))
        following.headers = dict(self.headers)
        following.headers_finished = True
        following._begin_piece(self.stream, self.stream.size_bytes - self.left)
        return following

    def _begin_piece(self, stream: Stream, position: int) -> None:
        length = min(PIECE_BYTES, stream.size_bytes - position)
        self.stream = stream
        self.left = stream.size_bytes - position - length
        self.content_length = length
        self.headers["CONTENT_LENGTH"] = str(length)
        self.headers["UPLOAD_OFFSET"] = str(stream.offset + position)
        buffer = OverflowableBuffer(self.adj.inbuf_overflow)
        self.body_rcv = FixedStreamReceiver(length, buffer)


def _stream_of(parser: HTTPRequestParser) -> Stream | None:
    """The stream that a request is; None for all that the application takes at once."""
    headers = parser.headers
    method = headers.get("X_HTTP_METHOD_OVERRIDE", parser.command).upper()
    offset = headers.get("UPLOAD_OFFSET", "")
    is_long = not parser.chunked and parser.content_length > PIECE_BYTES
    if not (is_long and method == "PATCH" and parser.path.startswith(_PATH)):
        return None
    # A checksum is over all of it, and nothing may be stored before it was compared.
    if "UPLOAD_CHECKSUM" in headers or not (offset.isascii() and offset.isdigit()):
        return None
    return Stream(int(offset), parser.content_length)


class StreamingChannel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """A connection, which goes on with a long request where a piece of it ended."""

    new_parser: type[StreamingParser] = StreamingParser
    _last: StreamingParser | None = None

    def parser_class(self, adj: Any) -> StreamingParser:
        """What takes the next bytes; waitress asks for it once the one before is complete."""
        last = self._last
        goes_on = last is not None and last.completed and last.left > 0
        self._last = last.following() if goes_on and last is not None else self.new_parser(adj)
        return self._last


class StreamingTask(WSGITask):  # type: ignore[misc]  # waitress has no types
    """Answers a request; of the pieces of a long one only the last is answered."""

    def get_environment(self) -> dict[str, Any]:
        environment: dict[str, Any] = super().get_environment()
        if self.request.stream is not None:
            environment[_STREAM] = self.request.stream
            environment[GOES_ON] = self.request.stream.answer is not None
        return environment

    def write(self, data: bytes) -> None:
        stream, left = self.request.stream, self.request.left
        if stream is not None and left > 0:
            if not (stream.is_refused and left > DRAIN_MOST_BYTES):
                self.wrote_header = True
                self.content_bytes_written += len(data)
                return
            if not self.wrote_header:
                self.set_close_on_finish()
        super().write(data)


def in_pieces(app: Wsgi) -> Wsgi:
    """The application behind all this: after a refusal it is not asked about later pieces."""

    def answering(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        stream: Stream | None = environ.get(_STREAM)
        if stream is None:
            return app(environ, start_response)
        if not stream.is_refused:
            stream.answer = _answer(app, environ)
        assert stream.answer is not None
        status, headers, body = stream.answer
        start_response(status, headers)
        return body

    return answering


def _answer(app: Wsgi, environ: dict[str, Any]) -> tuple[str, list[tuple[str, str]], list[bytes]]:
    said: list[tuple[str, list[tuple[str, str]]]] = []

    def start(status: str, headers: list[tuple[str, str]], _error: object = None) -> None:
        said.append((status, headers))

    body = app(environ, start)
    try:
        blocks = list(body)
    finally:
        close = getattr(body, "close", None)
        if close is not None:
            close()
    return said[-1][0], said[-1][1], blocks
