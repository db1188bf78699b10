"""A line on loopback that breaks: connections end after so many bytes, as often as it is told."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_BLOCK_BYTES = 64 * 1024


@dataclass
class CuttingRelay:
    """Passes bytes on unchanged. `cuts` are the bytes after which the next connections end."""

    upstream: tuple[str, int]
    cuts: list[int]
    connections: int = 0
    _listener: socket.socket = field(init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _open: list[socket.socket] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def serve(self) -> None:
        """Accept until the listener is closed."""
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(self.upstream)
            with self._lock:
                self.connections += 1
                self._open += [client, server]
            threading.Thread(target=self._pass_on, args=(client, server), daemon=True).start()

    def _pass_on(self, client: socket.socket, server: socket.socket) -> None:
        back = threading.Thread(target=self._pump, args=(server, client, False), daemon=True)
        back.start()
        self._pump(client, server, True)
        back.join()
        for each in (client, server):
            # Reset, as on a line that is gone: who is sending now would wait for ever otherwise.
            each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            each.close()

    def _pump(self, source: socket.socket, target: socket.socket, counted: bool) -> None:
        passed = 0
        try:
            while block := source.recv(_BLOCK_BYTES):
                target.sendall(block)
                passed += len(block)
                if counted and self._is_cut(passed):
                    break
        except OSError:
            # The other direction was cut; this one ends with it.
            return
        finally:
            for each in (source, target):
                _end(each)

    def _is_cut(self, passed: int) -> bool:
        with self._lock:
            if not self.cuts or passed < self.cuts[0]:
                return False
            self.cuts.pop(0)
            return True

    def close(self) -> None:
        """End it, and every connection."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            for each in self._open:
                _end(each)


def _end(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        # It has ended already.
        return


@contextmanager
def cutting(url: str, cuts: list[int]) -> Iterator[CuttingRelay]:
    """A relay to a server that runs; each of the next connections ends after so many bytes."""
    where = urlsplit(url)
    relay = CuttingRelay((where.hostname or "", where.port or 0), list(cuts))
    thread = threading.Thread(target=relay.serve)
    thread.start()
    try:
        yield relay
    finally:
        relay.close()
        thread.join()
