"""waitress as this receiver needs it: tuned, with our own errors, ended on demand.

waitress takes a request's whole body before it calls the application, so a device on a slow link
holds no thread. By itself it closes the connection after every answer that has no body (204, 304).
"""

import copy
import threading
from typing import Any

from flask import Flask
from waitress import wasyncore
from waitress.server import create_server
from waitress.task import ErrorTask

from holdfast.clock import Clock
from holdfast.jsonform import canonical
from holdfast.protocol import PROBLEM_TYPE, problem
from server.api.answers import protocol_headers
from server.api.trial import is_forwarding_header
from server.settings import Dialects, DialectSettings, Settings
from server.streaming import StreamingChannel, StreamingParser, StreamingTask, in_pieces

RECV_BYTES = 256 * 1024
IN_MEMORY_BYTES = 2 * 1024 * 1024
CHANNEL_TIMEOUT_S = 300
_HEADER_ROOM_BYTES = 64 * 1024
WHOLE_FILES = ("/api/videos", "/sessions/import")
_THREADS_END_S = 2.0
_PROBLEMS = {413: "too_large", 500: "internal"}


class _Parser(StreamingParser):
    """Remembers that a body came in pieces of unannounced length, which waitress would hide."""

    came_chunked = False
    was_forwarded = False
    dialects = DialectSettings()
    adj: Any
    """waitress's settings for this request."""

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        self.came_chunked = self.chunked
        if self._brings_whole_file():
            larger = copy.copy(self.adj)
            larger.max_request_body_size = self.dialects.whole_file_most_bytes + _HEADER_ROOM_BYTES
            self.adj = larger
        # Now: waitress takes these headers away before the application could look for them.
        self.was_forwarded = any(is_forwarding_header(name) for name in self.headers)

    def _brings_whole_file(self) -> bool:
        """Whether other uploaders send a whole file this way, and this one says who it is."""
        mode = self.dialects.mode
        is_such = mode is not Dialects.OFF and self.command == "POST" and self.path in WHOLE_FILES
        return is_such and (mode is Dialects.OPEN or "AUTHORIZATION" in self.headers)


class _Task(StreamingTask):
    """Tells the application how the body came, and keeps a connection after 204 and 304."""

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
        environment["holdfast.forwarded"] = self.request.was_forwarded
        return environment


def _error_task(clock: Clock, limit_bytes: int) -> type[ErrorTask]:
    """Errors that waitress finds itself, before the application is called, in our own form."""

    class Task(ErrorTask):  # type: ignore[misc]  # waitress has no types
        def execute(self) -> None:
            error = self.request.error
            code = _PROBLEMS.get(error.code, "bad_request")
            more = {"limit": limit_bytes} if code == "too_large" else {}
            detail = f"{error.reason}: {error.body}. Nothing was stored."
            body = canonical({**problem(code, detail, **more), "status": error.code})
            self.status = f"{error.code} {error.reason}"
            self.response_headers += [
                ("Content-Type", PROBLEM_TYPE),
                *protocol_headers(clock).items(),
            ]
            self.set_close_on_finish()
            self.content_length = len(body)
            self.write(body)

    return Task


class Listener:
    """Bound to its address from the start; answers while `run` runs."""

    def __init__(self, app: Flask, settings: Settings, clock: Clock) -> None:
        self._stop = threading.Event()
        self._server = create_server(
            in_pieces(app),
            host=settings.host,
            port=settings.port,
            threads=settings.threads,
            connection_limit=settings.connection_limit,
            recv_bytes=RECV_BYTES,
            inbuf_overflow=IN_MEMORY_BYTES,
            channel_timeout=CHANNEL_TIMEOUT_S,
            asyncore_use_poll=True,
            max_request_body_size=settings.body_most_bytes + _HEADER_ROOM_BYTES,
            clear_untrusted_proxy_headers=True,
            ident="holdfast",
        )
        self._server.channel_class = type(
            "Channel",
            (StreamingChannel,),
            {
                "new_parser": type("Parser", (_Parser,), {"dialects": settings.dialects}),
                "task_class": _Task,
                "error_task_class": _error_task(clock, settings.body_most_bytes),
            },
        )
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        self.url = f"http://{host}:{self._server.effective_port}"

    def run(self) -> None:
        """Answer requests until `stop` is called, then end within two seconds."""
        connections = self._server._map
        try:
            while not self._stop.is_set():
                self._server.asyncore.loop(timeout=1, count=1, map=connections, use_poll=True)
        finally:
            self._server.task_dispatcher.shutdown(timeout=_THREADS_END_S)
            # All but the trigger, which the server's own close() would close too: a late `stop`
            # writes to it, and a closed descriptor's number may belong to another file by then.
            wasyncore.dispatcher.close(self._server)
            for each in list(connections.values()):
                if each is not self._server.trigger:
                    each.close()

    def stop(self) -> None:
        """End `run`. Safe in a signal handler and from any thread, also after it has ended."""
        self._stop.set()
        self._server.pull_trigger()

    def close(self) -> None:
        """Let go of everything; nobody may call `stop` any more."""
        self._server.trigger.close()
