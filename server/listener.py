"""waitress as this receiver needs it: tuned, with our own errors, ended on demand.

waitress takes a request's whole body before it calls the application, so a device on a slow link
holds no thread, only a connection; there are many of those, and none is waited for without end.
By itself it closes the connection after every answer that has no body (204, 304).
"""

import logging
import resource
import sys
import threading
from typing import Any

from flask import Flask
from waitress import wasyncore
from waitress.server import create_server
from waitress.task import ErrorTask

from holdfast import durable
from holdfast.clock import Clock
from holdfast.jsonform import canonical
from holdfast.protocol import PROBLEM_TYPE, problem
from server.api.answers import RETRY_AFTER_S, protocol_headers
from server.api.trial import is_forwarding_header
from server.arriving import Arriving, Limits, Load, TooLarge
from server.held import Memory
from server.ops.draining import drain
from server.patience import Patience, Waiting, is_over
from server.readiness import Connections
from server.settings import Dialects, DialectSettings, Settings
from server.streaming import StreamingChannel, StreamingTask, in_pieces

RECV_BYTES = 64 * 1024
BODY_RECV_BYTES = 1024 * 1024
"""What is received at once: of heads and bodies in files, and of bodies in memory."""
IN_MEMORY_BYTES = 8 * 1024 * 1024 + 64 * 1024
"""A body up to here is received in memory: the longest chunk, and in a form."""
ALL_IN_MEMORY_BYTES = 64 * 1024 * 1024
LOOK_EVERY_NS = 1_000_000_000
_SCARCE = 0.75
"""From this share of connections on, nobody is waited for as long as before."""
_FILES_BESIDE = 512
"""Descriptors for everything that is neither a connection nor a body."""
_HEADER_ROOM_BYTES = 64 * 1024
WHOLE_FILES = ("/api/videos", "/sessions/import")
_THREADS_END_S = 2.0
_PROBLEMS = {413: "too_large", 500: "internal", 503: "unavailable", 507: "storage_full"}
_log = logging.getLogger(__name__)


class _Parser(Arriving):
    """Knows what the dialects of other uploaders may send, and whether a proxy passed it on."""

    was_forwarded = False
    dialects = DialectSettings()

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        # Now: waitress takes these headers away before the application could look for them.
        self.was_forwarded = any(is_forwarding_header(name) for name in self.headers)

    @property
    def limit_bytes(self) -> int:
        if self._brings_whole_file():
            return self.dialects.whole_file_most_bytes + _HEADER_ROOM_BYTES
        is_open = self.dialects.mode is Dialects.OPEN
        return self.limits.body_most_bytes if is_open else super().limit_bytes

    def _brings_whole_file(self) -> bool:
        """Whether other uploaders send a whole file this way, and this one says who it is."""
        mode = self.dialects.mode
        is_such = mode is not Dialects.OFF and self.command == "POST" and self.path in WHOLE_FILES
        return is_such and (mode is Dialects.OPEN or "AUTHORIZATION" in self.headers)


class _Task(StreamingTask):
    """Tells the application how the body came, and that a file is sent without its help.

    It keeps a connection after 204 and 304.
    """

    _is_building = False

    def build_response_header(self) -> bytes:
        self._is_building = True
        try:
            header: bytes = super().build_response_header()
        finally:
            self._is_building = False
        return header

    def set_close_on_finish(self) -> None:
        # waitress takes the missing length for an answer that only the connection's end can end,
        # but these answers end with their header (RFC 9112, 6.3).
        wants_close = self.request.headers.get("CONNECTION", "").lower() == "close"
        if self._is_building and not self.has_body and self.version == "1.1" and not wants_close:
            return
        super().set_close_on_finish()

    def get_environment(self) -> dict[str, Any]:
        environment: dict[str, Any] = super().get_environment()
        environment["holdfast.chunked"] = self.request.came_chunked
        # From where it stands, as many bytes as Content-Length says.
        environment["holdfast.sends_files"] = True
        environment["holdfast.forwarded"] = self.request.was_forwarded
        environment["holdfast.arrived_within_ms"] = self.channel.arrived_within_ms
        return environment


def _error_task(clock: Clock) -> type[ErrorTask]:
    """Errors that waitress finds itself, before the application is called, in our own form."""

    class Task(ErrorTask):  # type: ignore[misc]  # waitress has no types
        def execute(self) -> None:
            error = self.request.error
            code = _PROBLEMS.get(error.code, "bad_request")
            more = {"limit": error.limit_bytes} if isinstance(error, TooLarge) else {}
            detail = f"{error.reason}: {error.body}. Nothing was stored."
            body = canonical({**problem(code, detail, **more), "status": error.code})
            self.status = f"{error.code} {error.reason}"
            self.response_headers += [
                ("Content-Type", PROBLEM_TYPE),
                *protocol_headers(clock).items(),
            ]
            if error.code in (503, 507):
                self.response_headers.append(("Retry-After", str(RETRY_AFTER_S)))
            self.set_close_on_finish()
            self.content_length = len(body)
            self.write(body)

    return Task


def _proxy(address: str | None) -> dict[str, Any]:
    """waitress's settings for a proxy in front: what it says of who asks, and by https or not."""
    if address is None:
        return {}
    return {
        "trusted_proxy": address,
        "trusted_proxy_count": 1,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"},
    }


class _Channel(StreamingChannel):
    """One connection, which knows what it is waited for. Subclassed with a clock."""

    clock: Clock

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        now_ns = self.clock.monotonic_ns()
        self._waiting = Waiting(since_ns=now_ns, heard_ns=now_ns)
        self._unsent = 0

    def handle_read(self) -> None:
        """Receive a body where it is to lie, if that is known, and anything else as waitress does.

        Source: waitress.channel.HTTPChannel.handle_read.
        """
        room = None if self.request is None else self.request.room()
        if not room:
            super().handle_read()
            return
        try:
            arrived = self.socket.recv_into(room, min(len(room), BODY_RECV_BYTES))
        except BlockingIOError:
            return
        except OSError:
            self.handle_close()
            return
        if arrived:
            self.received(room[:arrived])
        else:
            self.handle_close()

    def received(self, data: bytes | memoryview) -> bool:
        before = self.request
        taken: bool = super().received(data)
        self._waiting.heard_ns = self.clock.monotonic_ns()
        has_begun = before is None and not bytes(data).isspace()
        if has_begun or (self.request is not None and self.request is not before):
            self._waiting.since_ns = self._waiting.heard_ns
        return taken

    def service(self) -> None:
        super().service()
        self._waiting.since_ns = self._waiting.heard_ns = self.clock.monotonic_ns()

    def waiting(self) -> Waiting:
        """What it is waited for."""
        request, unsent = self.request, self.total_outbufs_len
        is_at_work = bool(self.requests) and not unsent
        if is_at_work or unsent != self._unsent:
            self._unsent = unsent
            self._waiting.since_ns = self._waiting.heard_ns = self.clock.monotonic_ns()
        self._waiting.is_arriving = request is not None and not unsent
        self._waiting.has_head = request is not None and request.headers_finished
        self._waiting.body_bytes = 0 if request is None else request.body_bytes_received
        return self._waiting

    @property
    def arrived_within_ms(self) -> int | None:
        """How long the last request was on its way; None where it came at once."""
        took_ns = self._waiting.heard_ns - self._waiting.since_ns
        return took_ns // 1_000_000 or None

    @property
    def expected_bytes(self) -> int:
        """The bytes of bodies that are here, or announced, and not answered yet."""
        requests = [*self.requests, self.request]
        return sum(each.expected_bytes for each in requests if each is not None)


class Listener:
    """Bound to its address from the start; answers while `run` runs."""

    def __init__(
        self, app: Flask, settings: Settings, clock: Clock, patience: Patience | None = None
    ) -> None:
        self._stop = threading.Event()
        self._hurry = threading.Event()
        self._clock = clock
        self._patience = patience or settings.patience
        self._connections_most = _with_descriptors(settings.connection_limit)
        self._looked_ns = clock.monotonic_ns()
        durable.make_folder(settings.data.bodies)
        self._connections = Connections()
        self._server = create_server(
            in_pieces(app),
            map=self._connections,
            host=settings.host,
            port=settings.port,
            threads=settings.threads,
            connection_limit=self._connections_most,
            backlog=1024,
            recv_bytes=RECV_BYTES,
            inbuf_overflow=IN_MEMORY_BYTES,
            # It knows only silence, and acts twice a minute: `_look` does that.
            channel_timeout=24 * 3600,
            # Whose limit is which is for `Arriving` to say.
            max_request_body_size=sys.maxsize,
            clear_untrusted_proxy_headers=True,
            ident="holdfast",
            **_proxy(settings.behind_proxy),
        )
        self._server.channel_class = type(
            "Channel",
            (_Channel,),
            {
                "clock": clock,
                "new_parser": self._parser(settings),
                "task_class": _Task,
                "error_task_class": _error_task(clock),
            },
        )
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        self.url = f"http://{host}:{self._server.effective_port}"

    def _parser(self, settings: Settings) -> type[Arriving]:
        limits = Limits(
            body_most_bytes=settings.body_most_bytes,
            stranger_most_bytes=settings.stranger_most_bytes,
            one_in_memory_bytes=IN_MEMORY_BYTES,
            folder=settings.data.bodies,
        )
        more = {
            "limits": limits,
            "load": Load(settings.arriving_most_bytes, self.expected_bytes),
            "memory": Memory(ALL_IN_MEMORY_BYTES),
            "dialects": settings.dialects,
        }
        return type("Parser", (_Parser,), more)

    def expected_bytes(self) -> int:
        """The bytes of bodies that are here, or announced, and not answered. For one thread."""
        return sum(each.expected_bytes for each in self._server.active_channels.values())

    def run(self) -> None:
        """Answer requests until `stop` is called, then finish those that have begun, and end."""
        try:
            while not self._stop.is_set():
                self._connections.turn(timeout_s=1)
                self._look()
        finally:
            self._connections.close()
            # All but the trigger, which the server's own close() would close too: a late `stop`
            # writes to it, and a closed descriptor's number may belong to another file by then.
            wasyncore.dispatcher.close(self._server)
            drain(self._server, self._clock, self._hurry)
            self._server.task_dispatcher.shutdown(timeout=_THREADS_END_S)
            for each in list(self._connections.values()):
                if each is not self._server.trigger:
                    each.close()

    def _look(self) -> None:
        """Close the connections that have been waited for long enough."""
        now_ns = self._clock.monotonic_ns()
        if now_ns - self._looked_ns < LOOK_EVERY_NS:
            return
        self._looked_ns = now_ns
        channels = list(self._server.active_channels.values())
        patience = self._patience
        if len(channels) > _SCARCE * self._connections_most:
            patience = patience.when_scarce()
        for each in channels:
            if is_over(each.waiting(), patience, now_ns):
                each.handle_close()

    def stop(self) -> None:
        """End `run`; called again, at once. Safe in a signal handler, from any thread, and late."""
        if self._stop.is_set():
            self._hurry.set()
        self._stop.set()
        self._server.pull_trigger()

    def close(self) -> None:
        """Let go of everything; nobody may call `stop` any more."""
        self._server.trigger.close()


def _with_descriptors(connections: int) -> int:
    """So many connections, or as many as the system lets this process have files for.

    Each may have a file for its body. A process that runs out of them could not even accept the
    connection that it would have to close.
    """
    wanted = 2 * connections + _FILES_BESIDE
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    possible = max(1, (wanted - _FILES_BESIDE) // 2)
    if possible < connections:
        _log.warning(
            "the system allows %d open files, so %d connections at once instead of %d",
            hard,
            possible,
            connections,
        )
    return possible
