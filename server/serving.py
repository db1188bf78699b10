"""Runs a receiver: the lock on its data, waitress, the worker process, signals.

waitress takes a request's whole body before it calls the application, so a device on a slow link
holds no thread. It closes the connection after an answer 204; so no route of ours answers that.
"""

import logging
import signal
import threading
from collections.abc import Callable
from typing import Any

from flask import Flask
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import create_server
from waitress.task import ErrorTask, WSGITask

from holdfast.clock import Clock
from holdfast.jsonform import canonical
from holdfast.locks import Lock, try_lock
from holdfast.protocol import PROBLEM_TYPE, problem
from server.api.answers import protocol_headers
from server.app import create_app
from server.jobs.supervisor import WorkerSupervisor
from server.receiver import Receiver, open_receiver
from server.settings import Settings

RECV_BYTES = 256 * 1024
IN_MEMORY_BYTES = 2 * 1024 * 1024
CHANNEL_TIMEOUT_S = 300
_HEADER_ROOM_BYTES = 64 * 1024
_THREADS_END_S = 2.0
_PROBLEMS = {413: "too_large", 500: "internal"}
_log = logging.getLogger(__name__)


class AlreadyServed(Exception):
    """Another process serves this data folder; the message is a sentence for a person."""


class _Parser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """Remembers that a body came in pieces of unannounced length, which waitress would hide."""

    came_chunked = False

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        self.came_chunked = self.chunked


class _Task(WSGITask):  # type: ignore[misc]  # waitress has no types
    """Tells the application how the body came."""

    def get_environment(self) -> dict[str, Any]:
        environment: dict[str, Any] = super().get_environment()
        environment["holdfast.chunked"] = self.request.came_chunked
        return environment


def _error_task(clock: Clock, limit_bytes: int) -> type[ErrorTask]:
    """Errors that waitress finds itself, before the application is called, in our own form."""

    class Task(ErrorTask):  # type: ignore[misc]  # waitress has no types
        def execute(self) -> None:
            error = self.request.error
            code = _PROBLEMS.get(error.code, "bad_request")
            more = {"limit": limit_bytes} if code == "too_large" else {}
            detail = f"{error.reason}: {error.body}. Nothing was stored."
            content = problem(code, detail, **more)
            body = canonical({**content, "status": error.code})
            self.status = f"{error.code} {error.reason}"
            self.response_headers += [
                ("Content-Type", PROBLEM_TYPE),
                *protocol_headers(clock).items(),
            ]
            self.set_close_on_finish()
            self.content_length = len(body)
            self.write(body)

    return Task


class Server:
    """One receiver, bound to its address. `run` returns after `stop`."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._lock = _take(settings)
        self._receiver = open_receiver(settings.data, clock)
        self._receiver.heal()
        app = create_app(settings, clock, self._receiver)
        self._waitress = _waitress(app, settings, clock)
        self._worker = WorkerSupervisor(settings.data_folder)
        self._stop = threading.Event()
        self.url = f"http://{_bracketed(settings.host)}:{self._waitress.effective_port}"
        self._receiver.remember_url(self.url)

    @property
    def receiver(self) -> Receiver:
        """What is served."""
        return self._receiver

    def run(self, on_ready: Callable[[], None]) -> None:
        """Serve until `stop` is called; calls `on_ready` once requests are answered."""
        self._worker.start()
        try:
            on_ready()
            while not self._stop.is_set():
                self._waitress.asyncore.loop(
                    timeout=1, count=1, map=self._waitress._map, use_poll=True
                )
        finally:
            self._worker.stop()
            self._waitress.task_dispatcher.shutdown(timeout=_THREADS_END_S)
            self._waitress.close()
            self._receiver.close()
            self._lock.release()

    def stop(self) -> None:
        """End `run` soon. Safe in a signal handler and from any thread."""
        self._stop.set()
        self._waitress.pull_trigger()

    def stop_on_signals(self) -> None:
        """Make SIGTERM and SIGINT call `stop`."""
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda _signal, _frame: self.stop())


def _take(settings: Settings) -> Lock:
    settings.data_folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = try_lock(settings.data.serve_lock)
    if lock is None:
        raise AlreadyServed(
            f"Another receiver already serves {settings.data_folder}. "
            "Nothing was changed; stop that one first, or choose another folder."
        )
    return lock


def _waitress(app: Flask, settings: Settings, clock: Clock) -> Any:
    channel = type(
        "Channel",
        (HTTPChannel,),
        {
            "parser_class": _Parser,
            "task_class": _Task,
            "error_task_class": _error_task(clock, settings.body_most_bytes),
        },
    )
    server = create_server(
        app,
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
    server.channel_class = channel
    return server


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
