"""The wire between uploader and receiver without a socket: real requests, every lie of a network.

It stands where `requests` would open a connection, and calls the receiver's WSGI application.
"""

import io
import random
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import requests
import urllib3
from flask import Flask
from requests.adapters import HTTPAdapter
from werkzeug.test import Client

from holdfast.protocol import HEADER_PROTOCOL
from tests.support.mortal import Killed, Mortals

RECEIVER = "receiver"
OLD_MOST = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it left the uploader."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as it left the receiver, or somebody else."""

    status: int
    headers: dict[str, str]
    body: bytes


class WsgiWire:
    """Passes requests on, one fault at a time. `heard` is called with what the receiver answered,
    whether or not the answer comes home."""

    def __init__(self, mortals: Mortals, heard: Callable[[Asked, Told], None]) -> None:
        self._mortals = mortals
        self._heard = heard
        self._old: list[Asked] = []
        self._random = random.Random(7)
        self.app: Flask | None = None
        """None while the receiver is down."""
        self.faults: list[str] = []
        """What happens to the coming requests, in this order."""

    @contextmanager
    def spanned(self) -> Iterator[None]:
        """Every request of `requests` takes this wire."""

        def send(_adapter: HTTPAdapter, request: requests.PreparedRequest, **_: Any) -> Any:
            return _response(_adapter, request, self._carry(_asked(request)))

        with patch.object(HTTPAdapter, "send", send):
            yield

    def _carry(self, asked: Asked) -> Told:
        fault = self.faults.pop(0) if self.faults else "none"
        told = _FAULTS[fault](self, asked)
        self._old = [*self._old[-OLD_MOST:], asked]
        return told

    def _pass(self, asked: Asked) -> Told:
        if self.app is None:
            raise requests.ConnectionError(ConnectionRefusedError("refused"))
        try:
            with self._mortals.as_side(RECEIVER):
                answer = Client(self.app).open(
                    asked.path, method=asked.method, headers=asked.headers, data=asked.body
                )
        except Killed:
            self.app = None
            raise _broken() from None
        told = Told(answer.status_code, dict(answer.headers), answer.get_data())
        self._heard(asked, told)
        return told

    # Faults ----------------------------------------------------------------------------------

    def _refuse(self, _asked: Asked) -> Told:
        raise requests.ConnectionError(ConnectionRefusedError("refused"))

    def _lose_name(self, _asked: Asked) -> Told:
        raise requests.ConnectionError(socket.gaierror(socket.EAI_AGAIN, "no name"))

    def _time_out(self, _asked: Asked) -> Told:
        raise requests.ReadTimeout("silence")

    def _lose_answer(self, asked: Asked) -> Told:
        self._pass(asked)
        raise _broken()

    def _break(self, _asked: Asked) -> Told:
        raise _broken()

    def _repeat(self, asked: Asked) -> Told:
        self._pass(asked)
        return self._pass(asked)

    def _replay(self, asked: Asked) -> Told:
        if self._old:
            self._pass(self._random.choice(self._old))
        return self._pass(asked)

    def _replay_later(self, asked: Asked) -> Told:
        told = self._pass(asked)
        for old in self._random.sample(self._old, min(3, len(self._old))):
            self._pass(old)
        return told

    def _corrupt(self, asked: Asked) -> Told:
        body = _flipped(asked.body, self._random)
        return self._pass(Asked(asked.method, asked.path, asked.headers, body))

    def _corrupt_answer(self, asked: Asked) -> Told:
        told = self._pass(asked)
        return Told(told.status, told.headers, _flipped(told.body, self._random))

    def _mix_up(self, asked: Asked) -> Told:
        told = self._pass(asked)
        return self._pass(self._random.choice(self._old)) if self._old else told

    def _portal(self, _asked: Asked) -> Told:
        return Told(200, {"Content-Type": "text/html"}, b"<html>Welcome</html>")

    def _gateway(self, _asked: Asked) -> Told:
        return Told(502, {"Content-Type": "text/html"}, b"<html>Bad Gateway</html>")

    def _busy(self, _asked: Asked) -> Told:
        return Told(503, {HEADER_PROTOCOL: "1", "Retry-After": "1"}, b"{}")

    def _trouble(self, _asked: Asked) -> Told:
        return Told(500, {HEADER_PROTOCOL: "1"}, b"{}")

    def _too_large(self, asked: Asked) -> Told:
        if len(asked.body) <= 400:
            return self._pass(asked)
        return Told(413, {"Content-Type": "text/html"}, b"<html>Too Large</html>")


_FAULTS: dict[str, Callable[[WsgiWire, Asked], Told]] = {
    "none": WsgiWire._pass,
    "refused": WsgiWire._refuse,
    "no name": WsgiWire._lose_name,
    "timed out": WsgiWire._time_out,
    "broken": WsgiWire._break,
    "answer lost": WsgiWire._lose_answer,
    "repeated": WsgiWire._repeat,
    "replayed": WsgiWire._replay,
    "replayed later": WsgiWire._replay_later,
    "corrupted": WsgiWire._corrupt,
    "answer corrupted": WsgiWire._corrupt_answer,
    "mixed up": WsgiWire._mix_up,
    "login page": WsgiWire._portal,
    "bad gateway": WsgiWire._gateway,
    "busy": WsgiWire._busy,
    "in trouble": WsgiWire._trouble,
    "too large": WsgiWire._too_large,
}
FAULTS = tuple(_FAULTS)


def _broken() -> requests.ConnectionError:
    return requests.ConnectionError(ConnectionResetError("reset"))


def _flipped(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _asked(request: requests.PreparedRequest) -> Asked:
    body: Any = request.body
    if hasattr(body, "read"):
        body = b"".join(iter(lambda: body_read(body), b""))
    parts = urlsplit(request.url or "")
    path = str(parts.path) + (f"?{parts.query}" if parts.query else "")
    return Asked(request.method or "GET", path, dict(request.headers), body or b"")


def body_read(body: Any) -> bytes:
    """The next block of a body."""
    block: bytes = body.read(64 * 1024)
    return block


def _response(
    adapter: HTTPAdapter, request: requests.PreparedRequest, told: Told
) -> requests.Response:
    raw = urllib3.HTTPResponse(
        io.BytesIO(told.body), told.headers, told.status, preload_content=False
    )
    return adapter.build_response(request, raw)
