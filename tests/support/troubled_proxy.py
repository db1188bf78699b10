"""A proxy on loopback that does to requests what real networks do: cuts, stalls, lies, limits.

It passes everything on to a real receiver unless a fault is waiting for that kind of request, and
keeps a list of what came by.
"""

import http.client
import socket
import ssl
import struct
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

LOGIN_PAGE = b"<html><body>Welcome to the hotel network. Please log in.</body></html>"

Fetched = tuple[int, bytes, dict[str, str]]
"""An answer: status, body, headers."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as it came to the proxy."""

    method: str
    path: str
    body_bytes: int
    status: int | None


@dataclass(frozen=True, slots=True)
class Fault:
    """What to do to the next request with this method whose path contains `path`."""

    act: "Callable[[_Handler], int | None]"
    method: str = "PUT"
    path: str = "/segments/"


class TroubledProxy:
    """Serves on a port of 127.0.0.1, any free one by default, between `start` and `stop`."""

    def __init__(self, upstream: str, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        """`tls` ends TLS here, as the proxies of institutes do."""
        self.upstream = urlsplit(upstream)
        self.faults: deque[Fault] = deque()
        self.always: Fault | None = None
        """Done to every request that no waiting fault is for."""
        self._seen: list[Seen] = []
        self._busy = 0
        self.released = threading.Event()
        """Set at the end, so that stalled requests end."""
        self._lock = threading.Condition()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._is_https = tls is not None
        if tls is not None:
            self._server.socket = tls.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._server.proxy = self  # type: ignore[attr-defined]  # how a handler finds us
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def url(self) -> str:
        """Where clients find the proxy."""
        scheme = "https" if self._is_https else "http"
        return f"{scheme}://127.0.0.1:{self.port}"

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    def start(self) -> "TroubledProxy":
        """Begin to serve."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """End, with all requests that are stalled."""
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def seen(self) -> list[Seen]:
        """What came by, in the order in which it ended; waits until nothing is on its way."""
        with self._lock:
            assert self._lock.wait_for(lambda: self._busy == 0, timeout=30)
            return list(self._seen)

    def forget(self) -> None:
        """Begin a new list of what came by."""
        with self._lock:
            self._seen.clear()

    def begin(self) -> None:
        """A request came."""
        with self._lock:
            self._busy += 1

    def end(self, seen: Seen) -> None:
        """A request ended."""
        with self._lock:
            self._busy -= 1
            self._seen.append(seen)
            self._lock.notify_all()

    def segment_puts(self) -> list[Seen]:
        """The requests that carried bytes of segments, in the order in which they ended."""
        return [each for each in self.seen if each.method == "PUT" and "/segments/" in each.path]

    def fault_for(self, method: str, path: str) -> Fault | None:
        """The fault that waits for such a request; it is used up."""
        with self._lock:
            for fault in self.faults:
                if fault.method in (method, "*") and fault.path in path:
                    self.faults.remove(fault)
                    return fault
            return self.always


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A client that does not trust our certificate goes in the middle of the handshake.
        if not isinstance(sys.exception(), ssl.SSLError | ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    body_read = 0

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        return

    def _handle(self) -> None:
        self.body_read = 0
        proxy: TroubledProxy = self.server.proxy  # type: ignore[attr-defined]  # set above
        proxy.begin()
        status = None
        try:
            fault = proxy.fault_for(self.command, self.path)
            status = fault.act(self) if fault is not None else self.forward(self.body())
        except (ConnectionError, http.client.HTTPException, TimeoutError):
            self.close_connection = True
        finally:
            proxy.end(Seen(self.command, self.path, self.body_read, status))

    do_GET = do_PUT = do_POST = do_DELETE = _handle

    @property
    def length(self) -> int:
        return int(self.headers.get("Content-Length", 0))

    def body(self, limit: int | None = None) -> bytes:
        wanted = self.length if limit is None else min(limit, self.length)
        data = self.rfile.read(wanted)
        self.body_read += len(data)
        if len(data) < wanted:
            # Passed on, it would be waited for there until somebody's patience ends.
            raise ConnectionError(f"{self.path} was cut off after {len(data)} of {wanted} bytes")
        return data

    def fetch(self, body: bytes) -> "Fetched":
        """What the receiver answers: status, body, headers."""
        return self.copy(body)()

    def copy(self, body: bytes) -> "Callable[[], Fetched]":
        """Sends this request on, whenever and as often as it is called."""
        upstream = self.server.proxy.upstream  # type: ignore[attr-defined]  # set above
        headers = {k: v for k, v in self.headers.items() if k.lower() != "connection"}
        method, path = self.command, self.path

        def send() -> Fetched:
            connection = http.client.HTTPConnection(upstream.hostname, upstream.port, timeout=30)
            try:
                connection.request(method, path, body, headers)
                answer = connection.getresponse()
                data = answer.read()
            finally:
                connection.close()
            passed = [(k, v) for k, v in answer.getheaders() if k.lower() not in _OWN_HEADERS]
            return answer.status, data, dict(passed)

        return send

    def forward(self, body: bytes, *, tell: bool = True) -> int:
        status, data, headers = self.fetch(body)
        if tell:
            self.answer(status, data, headers)
        return status

    def answer(self, status: int, data: bytes, headers: dict[str, str]) -> int:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        return status

    def reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.shutdown(socket.SHUT_RD)
        self.close_connection = True
        self.connection.close()


_OWN_HEADERS = {"content-length", "connection", "date", "server", "transfer-encoding"}


def cut_after(body_bytes: int) -> Fault:
    """Break the connection after so many bytes of the body."""

    def act(handler: _Handler) -> None:
        handler.body(body_bytes)
        handler.reset()

    return Fault(act)


def lose_answer(method: str = "PUT", path: str = "/segments/") -> Fault:
    """Pass the request on, and break the connection instead of answering."""

    def act(handler: _Handler) -> None:
        handler.forward(handler.body(), tell=False)
        handler.reset()

    return Fault(act, method, path)


def stall() -> Fault:
    """Take the body and never answer."""

    def act(handler: _Handler) -> None:
        handler.body()
        handler.server.proxy.released.wait(60)  # type: ignore[attr-defined]  # set above
        handler.close_connection = True

    return Fault(act)


def corrupt(method: str = "PUT", path: str = "/segments/") -> Fault:
    """Change one byte of the body on the way."""

    def act(handler: _Handler) -> int:
        return handler.forward(_flipped(handler.body()))

    return Fault(act, method, path)


def corrupt_answer(method: str = "PUT", path: str = "/segments/") -> Fault:
    """Change one byte of the answer on the way back."""

    def act(handler: _Handler) -> int:
        status, data, headers = handler.fetch(handler.body())
        return handler.answer(status, _flipped(data), headers)

    return Fault(act, method, path)


def _flipped(data: bytes) -> bytes:
    # Not in the middle of a document's white space or key, but in what it says, mostly.
    at = len(data) * 2 // 3
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] if data else data


def shorten_answer(method: str = "PUT", path: str = "/segments/") -> Fault:
    """Pass on half of the answer as if it were the whole."""

    def act(handler: _Handler) -> int:
        status, data, headers = handler.fetch(handler.body())
        return handler.answer(status, data[: len(data) // 2], headers)

    return Fault(act, method, path)


def repeat(times: int = 2, method: str = "PUT", path: str = "/") -> Fault:
    """Send the request on several times, and pass the last answer back."""

    def act(handler: _Handler) -> int:
        body = handler.body()
        for _ in range(times - 1):
            handler.fetch(body)
        return handler.forward(body)

    return Fault(act, method, path)


def swap_answers(method: str = "PUT", path: str = "/segments/") -> list[Fault]:
    """Give two requests that are on their way together each other's answers."""
    answers: dict[int, Fetched] = {}
    both = threading.Barrier(2)

    def exchanged(mine: int) -> Fault:
        def act(handler: _Handler) -> int:
            answers[mine] = handler.fetch(handler.body())
            try:
                both.wait(5)
            except threading.BrokenBarrierError:
                # Nobody came: the sender had only one on its way.
                return handler.answer(*answers[mine])
            return handler.answer(*answers[1 - mine])

        return Fault(act, method, path)

    return [exchanged(0), exchanged(1)]


def answer(
    status: int,
    data: bytes = b"",
    headers: dict[str, str] | None = None,
    *,
    method: str = "PUT",
    path: str = "/segments/",
) -> Fault:
    """Answer in the receiver's place."""

    def act(handler: _Handler) -> int:
        handler.body()
        return handler.answer(status, data, headers or {})

    return Fault(act, method, path)


def login_page(method: str = "*", path: str = "/") -> Fault:
    """Answer like the login page of a network: 200 and HTML."""
    return answer(200, LOGIN_PAGE, {"Content-Type": "text/html"}, method=method, path=path)


def limit_bodies(most_bytes: int) -> Fault:
    """Refuse larger bodies like a default nginx: 413 in HTML, and the connection closed."""

    def act(handler: _Handler) -> int:
        if handler.length <= most_bytes:
            return handler.forward(handler.body())
        handler.close_connection = True
        return handler.answer(
            413, b"<html>Request Entity Too Large</html>", {"Connection": "close"}
        )

    return Fault(act, "*", "/")
