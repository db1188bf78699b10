"""Requests as no client would write them, over plain sockets: cut, doubled, lying, too large.

Made from a seed, so that the same ones come again. Nobody waits long for an answer that a broken
request may never get; a fault of the receiver's stands in its log all the same.
"""

import gzip
import json
import random
import socket
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from holdfast.jsonform import Json
from tests.support.receiver_client import digest_header

ANSWER_WAIT_S: Final = 0.25
AT_ONCE: Final = 16
_LINE: Final = b"\r\n"
_NAMES: Final = (
    "..", "../..", "%2e%2e%2f", "..%5c..", "%00", "%c0%ae", "\x00", "a" * 300, "a" * 9000,
    "0" * 36, "%F0%9F%92%A3", "?limit=-1", "?limit=1&limit=2", "?cursor=%00", ";x=1", "//", "*",
)  # fmt: skip
_LENGTHS: Final = (
    b"0", b"-1", b"+5", b"5, 5", b"5, 6", b"0x10", b"1e3", b"99999999999999999999", b"", b" ",
    b"1073741824", b"\xd9\xa5", b"5\x00",
)  # fmt: skip
_HEADERS: Final = (
    b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip, chunked",
    b"Transfer-Encoding : chunked", b"Transfer-Encoding: \x0bchunked", b"Expect: 100-continue",
    b"Content-Encoding: gzip", b"Content-Range: bytes 5-1/3", b"Content-Range: bytes */*",
    b"Range: bytes=0-0,1-1,-5", b"Range: bytes=" + b"0-," * 500, b"Host: a\r\n b", b": empty",
    b"no colon at all", b"X\x00Y: z", b"X-Long: " + b"a" * 70_000, b"Holdfast-Protocol: \xff",
    b"Authorization: Bearer \xf0\x9f\x92\xa3", b"Authorization: Basic \x00", b"Connection: upgrade",
    b"Content-Digest: sha-256=:AAAA:", b"If-None-Match: \x22" + b"a" * 5000 + b"\x22",
    b"Content-Type: multipart/form-data; boundary=x", b"X-HTTP-Method-Override: DELETE",
    b"X-Forwarded-For: ::1\r\nX-Forwarded-For: 127.0.0.1", b"Cookie: holdfast=" + b"x" * 4000,
)  # fmt: skip
_BOMB: Final = gzip.compress(bytes(1 << 20))
_METHODS: Final = ("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "get", "Ü")
_VERSIONS: Final = (b"HTTP/1.1", b"HTTP/1.0", b"HTTP/0.9", b"HTTP/9.9", b"http/1.1", b"", b"ICE/1")
_VIEWS: Final = (
    "", "/receipt", "/manifest", "/segments/0", "/segments/1", "/annotations", "/video",
    "/previews/0", "/confirm", "/discard", "/process", "/download",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What came back of one connection: the statuses, in order."""

    sent: bytes
    statuses: tuple[int, ...]


class RawRequests:
    """Makes up requests about what is here; `here` names a session, a recording and a job."""

    def __init__(self, url: str, tokens: list[str], here: Json, seed: int) -> None:
        self._place = urlsplit(url)
        self._tokens = tokens
        self._here = here
        self._random = random.Random(seed)

    def send(self, count: int) -> Iterator[Told]:
        """Send so many, several at a time; what came back."""
        with ThreadPoolExecutor(AT_ONCE) as threads:
            yield from threads.map(self._exchange, [self._make() for _ in range(count)])

    def _exchange(self, data: bytes) -> Told:
        address = (self._place.hostname or "", self._place.port or 0)
        received = b""
        with socket.create_connection(address, timeout=30) as connection:
            try:
                connection.sendall(data)
                connection.settimeout(ANSWER_WAIT_S)
                while block := connection.recv(65536):
                    received += block
            except OSError:
                # Closed in the middle, or silent: what came until then counts.
                pass
        return Told(data, tuple(_statuses(received)))

    def _make(self) -> bytes:
        whole = self._request()
        for _ in range(self._random.choice((0, 1, 1, 2, 4))):
            whole = self._random.choice(self._changes)(whole)
        return whole

    def _request(self) -> bytes:
        pick = self._random.choice
        body = pick((b"", b"{}", b"[]", b"null", b'{"a":' * 2000, b"\xff\xfe", _BOMB))
        method, path, kind = pick(_METHODS), self._path(), pick(_KINDS)
        if self._random.random() < 0.25:
            method, path, kind, body = self._others()
        if method == "DELETE":
            # What is withdrawn is gone for all that follows.
            path = path.replace(self._here["session"], _NOBODYS).replace(
                self._here["recording"], _NOBODYS
            )
        lines = [
            f"{method} {path} ".encode() + pick((b"HTTP/1.1",) * 6 + _VERSIONS),
            b"Host: " + self._place.netloc.encode(),
            b"Authorization: Bearer " + pick(self._tokens).encode(),
            b"Content-Length: " + str(len(body)).encode(),
            b"Content-Type: " + kind,
        ]
        if pick((True, False)):
            lines += [f"{name}: {digest_header(body)}".encode() for name in _DIGESTS]
        return _LINE.join(lines) + 2 * _LINE + body

    def _others(self) -> tuple[str, str, bytes, bytes]:
        """What another uploader sends, nearly as it should: method, path, kind, body."""
        method, path, fields = self._random.choice(_ASKED)
        told = {name: self._value(name) for name in fields}
        if self._random.random() < 0.3:
            told[self._random.choice(_FIELDS)] = self._random.choice(_WORDS)
        if method == "POST" and {"chunk", "file", "video"} & set(fields):
            return method, path, b"multipart/form-data; boundary=x", self._form(told)
        return method, path, b"application/json", json.dumps(told).encode()

    def _form(self, told: Mapping[str, object]) -> bytes:
        fields = []
        for name, value in told.items():
            how = f'Content-Disposition: form-data; name="{name}"'
            if name in ("chunk", "file", "video"):
                how += f'; filename="{self._random.choice(_WORDS)}"'
            fields.append(b"--x\r\n" + how.encode() + b"\r\n\r\n" + str(value).encode())
        return _LINE.join([*fields, b"--x--"])

    def _value(self, name: str) -> object:
        usual: dict[str, tuple[object, ...]] = {
            "session_id": (self._here["session"],),
            "sessionId": (self._here["session"],),
            "chunk_index": (0, 1, 2),
            "total_chunks": (3, 2),
            "size": (12, 5),
            "chunk_size": (5, 4),
            "chunk": ("bytes", "other", ""),
            "metadata": ('{"sessionName": "a"}',),
        }
        if self._random.random() < 0.1:
            return self._random.choice((*_WORDS, -1, 2**53, 2**70, 0.5, None, []))
        return self._random.choice(usual.get(name, ("a", "clip.mp4")))

    def _path(self) -> str:
        pick, here = self._random.choice, self._here
        recording = f"/api/v1/recordings/{here['recording']}"
        known = (
            *(recording + view for view in _VIEWS),
            f"/api/v1/sessions/{here['session']}",
            f"/api/v1/jobs/{here['job']}",
            *("/api/v1/sessions", "/api/v1/recordings", "/api/v1/jobs", "/api/v1/statistics"),
            *("/api/v1/segments/status", "/api/v1/devices/self/status", "/api/v1/openapi.json"),
            *("/", "/health", "/docs", "/web/", "/web/static/style.css", "/api/v1/uploads"),
            *_OTHERS,
            f"/sessions/{here['session']}",
            f"/sessions/{here['session']}/process",
            f"/sessions/{here['session']}/results/instructor-tracking",
            f"/jobs/{here['job']}",
            f"/api/session/{here['session']}",
        )
        path = pick(known)
        return path + pick(("", "", "", "/", "/x")) + pick(("",) * 4 + _NAMES)

    @property
    def _changes(self) -> tuple[Callable[[bytes], bytes], ...]:
        return (
            self._cut,
            self._flip,
            self._lie,
            self._add,
            self._add,
            self._twice,
            self._break_lines,
            self._chunked,
        )

    def _cut(self, data: bytes) -> bytes:
        return data[: self._random.randrange(len(data) + 1)]

    def _flip(self, data: bytes) -> bytes:
        changed = bytearray(data or b"x")
        for _ in range(self._random.choice((1, 3, 20))):
            changed[self._random.randrange(len(changed))] = self._random.randrange(256)
        return bytes(changed)

    def _lie(self, data: bytes) -> bytes:
        head, mark, rest = data.partition(b"Content-Length: ")
        _, line, body = rest.partition(_LINE)
        return head + mark + self._random.choice(_LENGTHS) + line + body

    def _add(self, data: bytes) -> bytes:
        first, line, rest = data.partition(_LINE)
        return first + line + self._random.choice(_HEADERS) + line + rest

    def _twice(self, data: bytes) -> bytes:
        return data + self._random.choice((data, self._request(), b"\r\n\r\n\r\n", b"\x16\x03\x01"))

    def _break_lines(self, data: bytes) -> bytes:
        return data.replace(_LINE, self._random.choice((b"\n", b"\r", b"\r\n ", b"\r\r\n")), 3)

    def _chunked(self, data: bytes) -> bytes:
        size = self._random.choice((b"5", b"FFFFFFFFFFFFFFFFF", b"-5", b"5;" + b"x" * 3000, b"zz"))
        head, _, body = data.partition(2 * _LINE)
        ending = b"\r\n0\r\nTrailer: x\r\n\r\n"
        return head + b"\r\nTransfer-Encoding: chunked" + 2 * _LINE + size + _LINE + body + ending


_NOBODYS: Final = "01a1f941-c700-7000-8000-000000000000"
_KINDS: Final = (
    b"application/json", b"application/octet-stream", b"multipart/form-data; boundary=x",
    b"multipart/form-data; boundary=x", b"multipart/form-data", b"multipart/mixed; boundary=x",
)  # fmt: skip
_OTHERS: Final = (
    "/api/session/create", "/api/upload/chunk", "/api/upload/metadata", "/api/videos",
    "/api/uploads/initiate", "/api/uploads/statistics", "/api/uploads/a/chunk",
    "/api/uploads/a/status", "/api/uploads/a/retry-failed", "/api/v1/videos/init",
    "/api/v1/videos/chunk", "/api/v1/videos/finalize", "/sessions/import", "/sessions", "/jobs",
)  # fmt: skip
"""What other uploaders ask for (docs/dialects.md)."""
_NUMBERED: Final = ("session_id", "video_id", "chunk_index", "total_chunks", "chunk")
_ASKED: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    ("POST", "/api/session/create", ("participant_id", "user_id")),
    (
        "POST",
        "/api/upload/chunk",
        ("session_id", "video_id", "chunk_index", "total_chunks", "chunk"),
    ),
    ("POST", "/api/upload/metadata", ("session_id", "video_id", "total_chunks", "size")),
    ("POST", "/api/v1/videos/init", ("participant_id", "filename")),
    ("POST", "/api/v1/videos/chunk", ("sessionId", "chunk_index", "chunk")),
    ("POST", "/api/v1/videos/finalize", ("sessionId", "total_chunks")),
    ("POST", "/api/videos", ("file", "project_id")),
    ("POST", "/api/uploads/initiate", ("filename", "size", "chunk_size")),
    ("GET", "/api/uploads/statistics", ()),
    ("POST", "/sessions/import", ("video", "metadata")),
    ("GET", "/sessions", ()),
    ("GET", "/jobs?active=true", ()),
)
_FIELDS: Final = (
    "session_id", "sessionId", "video_id", "videoId", "chunk_index", "chunkIndex", "total_chunks",
    "totalChunks", "chunk", "file", "video", "metadata", "hash", "user_id", "filename", "fileName",
    "fileSize", "chunkSize", "participant_id", "duration", "total_size", "mimeType",
)  # fmt: skip
_WORDS: Final = (
    "", "0", "1", "-1", "99999", "9" * 16, "a", "clip.mp4", "../../up", "a\0b", "\U0001f600", "CON",
    "a" * 300, "{}", '{"sessionName": "a", "sessionName": "b"}', '{"a": NaN}', "[1]", "\u00a0",
)  # fmt: skip
_DIGESTS: Final = ("Content-Digest", "Repr-Digest")


def _statuses(received: bytes) -> Iterator[int]:
    for line in received.split(b"HTTP/1.")[1:]:
        code = line[2:5]
        if code.isdigit():
            yield int(code)
