"""A WebSocket on a port of its own that tells how far an upload is, as often as that changes.

WSGI speaks no WebSocket, and streams held open would take the threads that uploads need. A message
is `{"type": "status_update", "data": ...}`, the data as `/api/uploads/ID/status` tells them.
"""

import json
import socket
import threading
from collections.abc import Callable, Collection
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import Server, ServerConnection, serve

from holdfast.ids import is_id
from server.api.dialects.enhanced_upload import NAME, upload_status
from server.api.trial import is_forwarding_header, is_loopback_name
from server.domain.chunked_file_values import ChunkedFile
from server.domain.refusals import Refusal
from server.receiver import Receiver
from server.settings import Dialects, Settings

PATH: Final = "/ws/uploads/"
CONNECTIONS_MOST: Final = 64
_LOOK_EVERY_S: Final = 0.3
_TOKEN_WAIT_S: Final = 10.0
_HANDSHAKE_S: Final = 3.0
_MESSAGE_MOST_BYTES: Final = 4096
_NOT_ALLOWED: Final = 4401
_NOT_FOUND: Final = 4404


class ProgressServer:
    """Bound to its port from the start; answers between `start` and `stop`."""

    def __init__(
        self, receiver: Receiver, settings: Settings, connections_most: int = CONNECTIONS_MOST
    ) -> None:
        self._receiver = receiver
        self._is_trial = settings.dialects.mode is Dialects.OPEN
        self._origins = settings.cors_origins
        self._places = threading.BoundedSemaphore(connections_most)
        self._server: Server = serve(
            self._tell,
            settings.host,
            settings.dialects.progress_port,
            process_request=self._refusal,
            compression=None,
            max_size=_MESSAGE_MOST_BYTES,
            server_header=None,
            open_timeout=_HANDSHAKE_S,
            close_timeout=_HANDSHAKE_S,
            family=socket.AF_INET6 if ":" in settings.host else socket.AF_INET,
        )
        self._thread = threading.Thread(target=self._server.serve_forever, name="progress")
        self.port: int = self._server.socket.getsockname()[1]

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Close every connection and the port."""
        self._server.shutdown()
        if self._thread.is_alive():
            self._thread.join()

    def _refusal(self, connection: ServerConnection, asked: Request) -> Response | None:
        """What is wrong with a request before it becomes a WebSocket; None where nothing is."""
        if not urlsplit(asked.path).path.startswith(PATH):
            return connection.respond(HTTPStatus.NOT_FOUND, "There is nothing here.\n")
        if self._is_trial and not _is_from_here(asked, self._origins):
            sentence = "This receiver is on trial and open to this computer only.\n"
            return connection.respond(HTTPStatus.FORBIDDEN, sentence)
        return None

    def _tell(self, connection: ServerConnection) -> None:
        if not self._places.acquire(blocking=False):
            connection.close(1013, "Too many watch already. Try again later.")
            return
        try:
            self._tell_all(connection)
        except ConnectionClosed:
            return  # Whoever watched has left, which is how most of these end.
        finally:
            self._places.release()

    def _tell_all(self, connection: ServerConnection) -> None:
        try:
            device = self._device(connection)
            assert connection.request is not None
            upload = urlsplit(connection.request.path).path.removeprefix(PATH)
            _follow(connection, lambda: self._upload(upload, device))
        except Refusal as refusal:
            code = _NOT_FOUND if refusal.kind.status == HTTPStatus.NOT_FOUND else _NOT_ALLOWED
            # RFC 6455, 5.5: a close frame has room for 123 bytes of reason.
            connection.close(code, refusal.detail[:120])

    def _upload(self, upload: str, device: str) -> ChunkedFile:
        if is_id(upload):
            file = self._receiver.chunked_files.get(upload, device)
            if file.dialect == NAME:
                return file
        raise Refusal("not_found", "No such upload is known here.")

    def _device(self, connection: ServerConnection) -> str:
        """Who watches. Raises Refusal `unauthorized`, `forbidden`, `token_revoked`."""
        if self._is_trial:
            return self._receiver.own_device.id()
        assert connection.request is not None
        scheme, _, token = connection.request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            token = _told_token(connection)
        device = self._receiver.devices.by_token(token.strip())
        if device is None:
            raise Refusal("unauthorized", "Send a device's token that this receiver knows.")
        return device.id


def _follow(connection: ServerConnection, look: Callable[[], ChunkedFile]) -> None:
    """Send what a look finds whenever it is news, until the upload has ended."""
    told = None
    while True:
        file = look()
        update = {"type": "status_update", "data": upload_status(file)}
        if update != told:
            connection.send(json.dumps(update))
            told = update
        if file.state != "open":
            connection.close()
            return
        try:
            connection.recv(_LOOK_EVERY_S)
        except TimeoutError:
            continue


def _told_token(connection: ServerConnection) -> str:
    """The token out of the first message: a browser cannot send headers with a WebSocket."""
    try:
        said = json.loads(connection.recv(_TOKEN_WAIT_S))
    except (TimeoutError, ValueError, RecursionError):
        return ""
    match said:
        case {"type": "authenticate", "token": str(token)}:
            return token
    return ""


def _is_from_here(asked: Request, origins: Collection[str]) -> bool:
    names = [name.upper().replace("-", "_") for name in asked.headers]
    if any(is_forwarding_header(name) for name in names):
        return False
    host = urlsplit(f"//{asked.headers.get('Host', '')}").hostname
    origin = asked.headers.get("Origin")
    from_page = urlsplit(origin or "//localhost").hostname
    is_welcome = is_loopback_name(from_page or "") or origin in origins
    return is_loopback_name(host or "") and is_welcome
