"""The drill's network: a line on loopback between uploader and receiver that can be cut.

Bytes pass unchanged. While it is cut, connections end in the middle and new ones are refused, as
on a cable that somebody pulled.
"""

import socket
import struct
import threading
from typing import Final

_BLOCK_BYTES: Final = 64 * 1024
_ABORT: Final = struct.pack("ii", 1, 0)
"""SO_LINGER: close with a reset, so that whoever is sending learns of it at once."""


class Relay:
    """Listens from the beginning. Methods may be called from any thread."""

    def __init__(self, port: int) -> None:
        """`port` is the receiver's, on loopback."""
        self._receiver_port = port
        self._lock = threading.Lock()
        self._is_cut = False
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, name="relay", daemon=True).start()

    @property
    def url(self) -> str:
        """What the uploader believes is the receiver."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def cut(self) -> None:
        """End every connection, and each new one at once."""
        with self._lock:
            self._is_cut = True
            cut, self._open = self._open, set()
        for each in cut:
            _abort(each)

    def mend(self) -> None:
        """Pass bytes again."""
        with self._lock:
            self._is_cut = False

    def close(self) -> None:
        """End the line for good."""
        self.cut()
        # Closing alone would not wake who waits for the next connection.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                uploader, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(uploader,), daemon=True).start()

    def _serve(self, uploader: socket.socket) -> None:
        try:
            receiver = socket.create_connection(("127.0.0.1", self._receiver_port))
        except OSError:
            _abort(uploader)
            return
        if not self._keep(uploader, receiver):
            return
        back = threading.Thread(target=self._pass_on, args=(receiver, uploader), daemon=True)
        back.start()
        self._pass_on(uploader, receiver)
        back.join()
        with self._lock:
            self._open -= {uploader, receiver}
        for each in (uploader, receiver):
            each.close()

    def _keep(self, *both: socket.socket) -> bool:
        with self._lock:
            if not self._is_cut:
                self._open |= set(both)
                return True
        for each in both:
            _abort(each)
        return False

    def _pass_on(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while block := source.recv(_BLOCK_BYTES):
                target.sendall(block)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            # Cut: both ends know already.
            return


def _abort(line: socket.socket) -> None:
    try:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _ABORT)
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        # The other side was faster.
        return
    finally:
        line.close()
