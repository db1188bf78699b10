"""The control socket: programs on this computer set markers, start, stop, pause and ask.

It owns the socket and a thread for each client. What a line means is in `control_lines.py`, what is
done about it is the desk's; nothing here waits for a client that does not read.
"""

import contextlib
import hashlib
import json
import logging
import os
import socket
import tempfile
import threading
from pathlib import Path
from typing import Protocol

from desktop.control_lines import (
    LINE_MAX_BYTES,
    ControlCommand,
    Mark,
    Pause,
    Refused,
    Resume,
    Start,
    Status,
    Stop,
    parse,
    too_long,
)
from holdfast import durable
from holdfast.clock import Clock
from holdfast.jsonform import Json
from holdfast.layout import Home

_log = logging.getLogger(__name__)

CLIENTS_MAX = 16
ANSWER_WITHIN_S = 2.0
"""A client that has not taken its answer by then is left."""
MARKED_BY = "socket"
_PATH_MAX_BYTES = 100
"""The system's limit is 108 on Linux and 104 elsewhere, with a zero at the end."""


class ControlUnavailable(Exception):
    """No control socket can be opened; the message is a sentence."""


class Desk(Protocol):
    """What a line can ask for. Methods may be called from any thread and raise Refused."""

    def mark(self, name: str, source: str, at_ns: int) -> None:
        """Note the monotonic instant `at_ns` in what is being recorded."""
        ...

    def start(self, wish: Start) -> str:
        """Begin a recording; returns its id."""
        ...

    def stop(self) -> None: ...

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def status(self) -> Json: ...


def socket_path(home: Home) -> Path:
    """Where this home's control socket is: in the home, or where that is too long a path, beside
    the temporary files under a name that follows from the home."""
    path = home.control_socket
    if len(os.fsencode(path)) <= _PATH_MAX_BYTES:
        return path
    digest = hashlib.sha256(str(home.root.resolve()).encode()).hexdigest()
    folder = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    return Path(folder, f"holdfast-{digest[:24]}.sock")


class ControlServer:
    """Listens between `start` and `close`."""

    def __init__(self, path: Path, desk: Desk, clock: Clock) -> None:
        self.path = path
        self._desk = desk
        self._clock = clock
        self._listener: socket.socket | None = None
        self._clients: set[socket.socket] = set()
        self._lock = threading.Lock()

    def start(self) -> None:
        """Listen. Raises ControlUnavailable where another program answers there already."""
        if not hasattr(socket, "AF_UNIX"):
            raise ControlUnavailable("This system has no local sockets that Python can use.")
        self._clear_the_place()
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            listener.bind(str(self.path))
            # Nobody can connect before `listen`: until then nobody's rights matter.
            self.path.chmod(0o600)
            listener.listen(CLIENTS_MAX)
        except OSError as error:
            listener.close()
            raise ControlUnavailable(
                f"The control socket {self.path} cannot be opened ({error.strerror or error})."
            ) from error
        self._listener = listener
        threading.Thread(target=self._accept, args=(listener,), name="control", daemon=True).start()

    def close(self) -> None:
        """Answer nobody any more and take the socket away."""
        listener, self._listener = self._listener, None
        if listener is None:
            return
        # Closing alone would leave a thread that waits in `accept` waiting.
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        with self._lock:
            clients = list(self._clients)
        for client in clients:
            with contextlib.suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(FileNotFoundError):
            durable.remove(self.path)

    def _clear_the_place(self) -> None:
        """Take away a socket whose program is gone. Raises ControlUnavailable."""
        if not self.path.is_socket():
            return
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(ANSWER_WITHIN_S)
            try:
                probe.connect(str(self.path))
            except (ConnectionRefusedError, FileNotFoundError):
                with contextlib.suppress(FileNotFoundError):
                    durable.remove(self.path)
                return
            except OSError:
                pass
        raise ControlUnavailable(f"Another Holdfast answers at {self.path} already.")

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            with self._lock:
                has_room = len(self._clients) < CLIENTS_MAX
                if has_room:
                    self._clients.add(client)
            if has_room:
                threading.Thread(
                    target=self._serve, args=(client,), name="control-client", daemon=True
                ).start()
            else:
                _refuse_client(client)

    def _serve(self, client: socket.socket) -> None:
        try:
            with client:
                _Conversation(client, self._desk, self._clock).hold()
        except OSError as error:
            _log.info("a program at the control socket is gone (%s)", error)
        finally:
            with self._lock:
                self._clients.discard(client)


class _Conversation:
    """What one client says and hears, line by line."""

    def __init__(self, client: socket.socket, desk: Desk, clock: Clock) -> None:
        self._client = client
        self._desk = desk
        self._clock = clock
        self._waiting = b""
        self._skipping = False
        """Within a line that was refused for its length."""

    def hold(self) -> None:
        """Answer each line until the client has no more. Raises OSError."""
        while True:
            self._client.settimeout(None)
            piece = self._client.recv(LINE_MAX_BYTES)
            arrived_ns = self._clock.monotonic_ns()
            if not piece:
                return
            *lines, self._waiting = (self._waiting + piece).split(b"\n")
            for line in lines:
                if self._skipping:
                    self._skipping = False
                else:
                    self._answer(line, arrived_ns)
            if len(self._waiting) > LINE_MAX_BYTES:
                if not self._skipping:
                    self._say({"ok": False, "error": str(too_long())})
                self._skipping, self._waiting = True, b""

    def _answer(self, line: bytes, arrived_ns: int) -> None:
        try:
            answer = {"ok": True, **self._done(parse(line), arrived_ns)}
        except Refused as refusal:
            answer = {"ok": False, "error": str(refusal)}
        except Exception:  # noqa: BLE001  # One client's line must not end the others' socket.
            _log.exception("a line of the control socket could not be carried out")
            answer = {"ok": False, "error": "Holdfast has a fault; the details are in its log."}
        self._say(answer)

    def _done(self, command: ControlCommand, arrived_ns: int) -> Json:
        desk = self._desk
        match command:
            case Mark(name):
                desk.mark(name, MARKED_BY, arrived_ns)
            case Start():
                return {"recording": desk.start(command)}
            case Stop():
                desk.stop()
            case Pause():
                desk.pause()
            case Resume():
                desk.resume()
            case Status():
                return desk.status()
        return {}

    def _say(self, answer: Json) -> None:
        self._client.settimeout(ANSWER_WITHIN_S)
        self._client.sendall(json.dumps(answer, ensure_ascii=False).encode() + b"\n")


def _refuse_client(client: socket.socket) -> None:
    sentence = f"{CLIENTS_MAX} programs are connected already; try again when one has left."
    with client, contextlib.suppress(OSError):
        client.settimeout(ANSWER_WITHIN_S)
        client.sendall(json.dumps({"ok": False, "error": sentence}).encode() + b"\n")
