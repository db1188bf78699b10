"""One HTTP request each, over requests; whatever goes wrong becomes one of our own errors.

It decides nothing and repeats nothing. Bodies are windows over files, sent in blocks and with
nothing but silence timed (`connections.py`).
"""

import hashlib
import json
import os
import socket
import threading
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Protocol, Self
from urllib.parse import urlsplit

import requests
import urllib3
from requests.auth import AuthBase
from requests.utils import get_environ_proxies

from holdfast import crash
from holdfast.jsonform import FormatError, Json, canonical
from holdfast.protocol import (
    HEADER_CONTENT_DIGEST,
    HEADER_PROTOCOL,
    HEADER_REPR_DIGEST,
    VERSION,
    content_range,
    digest_field,
    parse_digest_field,
    segment_path,
)
from holdfast.version import VERSION as APP_VERSION
from uploader import faults
from uploader.clock_offset import ClockWatch
from uploader.connections import STALL_S, Adapter
from uploader.errors import Interrupted, Stopped, TransportError
from uploader.policy import Answer

CONNECT_TIMEOUT_S: Final = 10.0
READ_TIMEOUT_S: Final = 60.0
ANSWER_MOST_BYTES: Final = 64 * 1024 * 1024
_CRASH_AFTER_BYTES: Final = 64 * 1024

_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


Take = Callable[[int], int]
"""Waits until bytes may be sent; told how many are wanted, says how many that are. May raise
Stopped."""


def at_once(wanted_bytes: int) -> int:
    """Everything may be sent at once."""
    return wanted_bytes


class Window:
    """A stretch of an open file as a request's body: it has a length and can be read once."""

    def __init__(
        self,
        descriptor: int,
        first: int,
        last: int,
        stop: threading.Event,
        take: Take = at_once,
    ) -> None:
        self._descriptor = descriptor
        self._position = first
        self._end = last + 1
        self._size = last + 1 - first
        self._stop = stop
        self._take = take

    def __len__(self) -> int:
        return self._size

    @property
    def read_bytes(self) -> int:
        """How much was handed to the connection; the other side may have less."""
        return self._size - (self._end - self._position)

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, once they may leave; b"" at the end.

        Raises Stopped, Interrupted.
        """
        if self._stop.is_set():
            raise Stopped("The uploader was stopped; the rest is sent at the next start.")
        rest = self._end - self._position
        wanted = rest if size < 0 else min(size, rest)
        data = os.pread(self._descriptor, self._take(wanted) if wanted else 0, self._position)
        if not data and rest:
            raise Interrupted("A recorded file became shorter while it was sent.")
        self._position += len(data)
        if self.read_bytes > _CRASH_AFTER_BYTES:
            crash.point("uploader.mid-chunk")
        return data


class _Bearer(AuthBase):
    # As an auth object, because requests replaces an Authorization header by one from ~/.netrc.
    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class _Anonymous(AuthBase):
    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


class LinkWatch(Protocol):
    """Hears what requests show of the link."""

    def connected(self, local_address: str) -> None:
        """A connection was opened, from this address of ours."""
        ...

    def asked(self) -> int:
        """A small request begins; what this returns is given to `answered`."""
        ...

    def answered(self, asked_ns: int) -> None:
        """Its answer is here."""
        ...


class Transport:
    """Requests to one receiver. Each thread has a session, and kept-alive connections, of its own.

    `stop` ends a body that is being sent within one block; `watch` sees the time in each answer,
    `link` how long small requests take; `take` is asked before each block of a segment; `stall_s`
    is how long nothing may move, and `moved` is called while something does on a very slow link.
    """

    def __init__(
        self,
        url: str,
        token: str | None,
        stop: threading.Event,
        ca_file: str | None = None,
        timeout_s: tuple[float, float] = (CONNECT_TIMEOUT_S, READ_TIMEOUT_S),
        watch: ClockWatch | None = None,
        take: Take = at_once,
        link: LinkWatch | None = None,
        stall_s: float = STALL_S,
        moved: Callable[[], None] = lambda: None,
    ) -> None:
        self._url = url.rstrip("/")
        self._auth = _Bearer(token) if token else _Anonymous()
        self._stop = stop
        self._ca_file = ca_file
        self._timeout_s = timeout_s
        self._watch = watch
        self._take = take
        self._link = link
        self._stall_s = stall_s
        self._moved = moved
        self._local = threading.local()
        self._sessions: list[requests.Session] = []
        self._opened: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        self._lock = threading.Lock()

    def get(self, path: str) -> Answer:
        """GET a resource. Raises TransportError."""
        return self._request("GET", path)

    def send_json(self, method: str, path: str, value: Json) -> Answer:
        """PUT or POST a JSON body, with its digest. Raises TransportError."""
        body = canonical(value)
        headers = {
            "Content-Type": "application/json",
            HEADER_CONTENT_DIGEST: digest_field(hashlib.sha256(body).hexdigest()),
        }
        return self._request(method, path, body, headers)

    def put_picture(self, path: str, descriptor: int, size_bytes: int, sha256: str) -> Answer:
        """PUT a small JPEG whole. Raises TransportError, Stopped."""
        headers = {"Content-Type": "image/jpeg", HEADER_CONTENT_DIGEST: digest_field(sha256)}
        body = Window(descriptor, 0, size_bytes - 1, self._stop, self._take)
        return self._request("PUT", path, body, headers)

    def put_chunk(
        self,
        recording: str,
        segment: int,
        chunk: "Chunk",
    ) -> Answer:
        """PUT one chunk of a segment. Raises TransportError, Stopped."""
        headers = {
            "Content-Type": "application/octet-stream",
            HEADER_CONTENT_DIGEST: digest_field(chunk.sha256),
            HEADER_REPR_DIGEST: digest_field(chunk.whole_sha256),
        }
        if not chunk.is_whole:
            headers["Content-Range"] = content_range(chunk.first, chunk.last, chunk.whole_bytes)
        body = Window(chunk.descriptor, chunk.first, chunk.last, self._stop, self._take)
        try:
            return self._request("PUT", segment_path(recording, segment), body, headers)
        except TransportError as error:
            error.sent_bytes = body.read_bytes
            raise

    def abort(self) -> None:
        """Break every connection, so that whoever waits for an answer stops waiting at once."""
        with self._lock:
            opened = list(self._opened)
        for each in opened:
            try:
                each.shutdown(socket.SHUT_RDWR)
            except OSError:
                # Closed already, which is what is wanted.
                continue

    def close(self) -> None:
        """Close all connections that no request is using."""
        with self._lock:
            for session in self._sessions:
                session.close()
            self._sessions.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._local, "session", None)
        if session is None:
            session = requests.Session()
            # Nothing from ~/.netrc; proxies are taken from the environment below.
            session.trust_env = False
            if urlsplit(self._url).hostname not in _LOOPBACK:
                session.proxies.update(get_environ_proxies(self._url))
            session.auth = self._auth
            session.verify = self._ca_file or os.environ.get("REQUESTS_CA_BUNDLE") or True
            session.headers[HEADER_PROTOCOL] = str(VERSION)
            session.headers["User-Agent"] = f"holdfast/{APP_VERSION}"
            session.headers["Accept"] = "application/json"
            for scheme in ("http://", "https://"):
                session.mount(scheme, Adapter(self._was_opened, self._stall_s, self._moved))
            self._local.session = session
            with self._lock:
                self._sessions.append(session)
        return session

    def _was_opened(self, connection: socket.socket) -> None:
        self._opened.add(connection)
        if self._link is not None:
            self._link.connected(str(connection.getsockname()[0]))

    def _request(
        self,
        method: str,
        path: str,
        body: bytes | Window | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        session = self._session()
        asked_ns = self._watch.asked() if self._watch is not None else 0
        link = None if isinstance(body, Window) else self._link
        link_asked_ns = link.asked() if link is not None else 0
        try:
            with session.request(
                method,
                self._url + path,
                data=body,
                headers=headers,
                timeout=self._timeout_s,
                allow_redirects=False,
                stream=True,
            ) as response:
                if self._watch is not None:
                    self._watch.answered(response.headers, asked_ns)
                if link is not None:
                    link.answered(link_asked_ns)
                return _answer(response)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise faults.ours(error) from error


@dataclass(frozen=True, slots=True)
class Chunk:
    """One stretch of an open segment, with the digests that go with it; `last` is inclusive."""

    descriptor: int
    first: int
    last: int
    sha256: str
    whole_bytes: int
    whole_sha256: str

    @property
    def size_bytes(self) -> int:
        return self.last - self.first + 1

    @property
    def is_whole(self) -> bool:
        """Whether this chunk is all of its segment."""
        return self.size_bytes == self.whole_bytes


def _answer(response: requests.Response) -> Answer:
    data = response.raw.read(ANSWER_MOST_BYTES + 1, decode_content=True)
    _require_whole(response, data)
    body = None
    if len(data) <= ANSWER_MOST_BYTES:
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            value = None
        body = value if isinstance(value, dict) else None
    return Answer(response.status_code, response.headers, body)


def _require_whole(response: requests.Response, data: bytes) -> None:
    """Raises Interrupted for an answer that says which bytes it had, and has others."""
    try:
        wanted = parse_digest_field(response.headers.get(HEADER_CONTENT_DIGEST, ""))
    except FormatError:
        # An older receiver, or somebody else: they say nothing about their bytes.
        return
    if hashlib.sha256(data).hexdigest() != wanted:
        raise Interrupted("The receiver's answer arrived damaged.")
