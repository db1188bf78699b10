"""One window for one home: the first start holds a lock and listens, a second asks it to come up.

The lock decides who is first; the socket only carries the wish. It must not delete anything of the
home.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QThread

from holdfast.layout import Home
from holdfast.locks import Lock, try_lock

if TYPE_CHECKING:
    # Qt's network takes a while to load; the window is painted first.
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_WITHIN_MS = 5_000
_TRY_AGAIN_MS = 100
_WISH = b"raise\n"
_ANSWER = b"raised\n"


def take(home: Home) -> Lock | None:
    """The right to be this home's window, or None where one is open already. Raises OSError."""
    home.root.mkdir(parents=True, exist_ok=True)
    return try_lock(home.app_lock)


def socket_name(home: Home) -> str:
    """The name that both starts compute from the home; a path would be too long for a socket."""
    import hashlib

    digest = hashlib.sha256(str(home.root.resolve()).encode()).hexdigest()
    return f"holdfast-{digest[:24]}"


def ask_to_raise(home: Home) -> bool:
    """Ask the running window to come up; True once it says that it has."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    if not _connected(socket, socket_name(home)):
        return False
    socket.write(_WISH)
    socket.flush()
    answered = socket.waitForReadyRead(ANSWER_WITHIN_MS)
    answer = bytes(socket.readAll().data()) if answered else b""
    socket.disconnectFromServer()
    return answer == _ANSWER


def _connected(socket: "QLocalSocket", name: str) -> bool:
    """Whether somebody listens within `ANSWER_WITHIN_MS`; a window listens once it is painted."""
    deadline = QDeadlineTimer(ANSWER_WITHIN_MS)
    while True:
        socket.connectToServer(name)
        if socket.waitForConnected(max(1, deadline.remainingTime())):
            return True
        if deadline.hasExpired():
            return False
        QThread.msleep(_TRY_AGAIN_MS)


class RaiseServer(QObject):
    """Listens for second starts. Only for whoever holds the lock."""

    def __init__(self, home: Home, on_raise: Callable[[], None]) -> None:
        super().__init__()
        self._on_raise = on_raise
        self._home = home
        self._server: QLocalServer | None = None

    def listen(self) -> bool:
        """Begin to listen. False where no socket can be made: then a second start just fails."""
        from PySide6.QtNetwork import QLocalServer

        name = socket_name(self._home)
        # We hold the lock, so a socket of this name belongs to a process that died.
        QLocalServer.removeServer(name)
        server = self._server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: self._greet(server))
        return server.listen(name)

    def close(self) -> None:
        if self._server is not None:
            self._server.close()

    def _greet(self, server: "QLocalServer") -> None:
        while server.hasPendingConnections():
            socket = server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._answer(socket))
            if socket.bytesAvailable() > 0:
                self._answer(socket)

    def _answer(self, socket: "QLocalSocket") -> None:
        if bytes(socket.readAll().data()) != _WISH:
            return
        self._on_raise()
        socket.write(_ANSWER)
        socket.flush()
