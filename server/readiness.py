"""Which connections can be read from or written to, out of very many.

waitress asks every connection in every turn what it waits for. With a thousand that hang, that took
longer than the work, and everybody else waited for it. Here the system remembers it, and only those
are asked whose answer may have changed. What comes of a connection is not decided here.
"""

import selectors
import threading
from typing import Any

from waitress import wasyncore


class Connections(dict[int, Any]):
    """waitress's map of connections by descriptor; threads may take some away.

    For the thread that serves them: `turn`. Close it at the end.
    """

    def __init__(self) -> None:
        super().__init__()
        self._selector = selectors.DefaultSelector()
        self._unsettled: set[int] = set()
        self._wanted: dict[int, int] = {}
        self._lock = threading.Lock()

    def __setitem__(self, descriptor: int, connection: Any) -> None:
        with self._lock:
            super().__setitem__(descriptor, connection)
            self._unsettled.add(descriptor)

    def __delitem__(self, descriptor: int) -> None:
        # Whoever takes it away closes it next, and its number may be another file's then.
        with self._lock:
            super().__delitem__(descriptor)
            self._unsettled.discard(descriptor)
            if self._wanted.pop(descriptor, 0):
                self._selector.unregister(descriptor)

    def turn(self, timeout_s: float) -> None:
        """Wait until something can be done, at most so long, and have it done."""
        for descriptor, connection in self._asked():
            self._want(descriptor, connection)
        for key, events in self._selector.select(timeout_s):
            if events & selectors.EVENT_READ and self._unsettle(key.fd, key.data):
                wasyncore.read(key.data)
            if events & selectors.EVENT_WRITE and self._unsettle(key.fd, key.data):
                wasyncore.write(key.data)

    def close(self) -> None:
        """Wait for none of them any more. They stay in the map."""
        with self._lock:
            self._wanted.clear()
            self._selector.close()

    def _asked(self) -> list[tuple[int, Any]]:
        with self._lock:
            return [(descriptor, self[descriptor]) for descriptor in self._unsettled]

    def _unsettle(self, descriptor: int, connection: Any) -> bool:
        # It may have been ended since, and another have its number.
        with self._lock:
            is_here = self.get(descriptor) is connection
            if is_here:
                self._unsettled.add(descriptor)
        return is_here

    def _want(self, descriptor: int, connection: Any) -> None:
        # First: whatever a thread does after this keeps it unsettled.
        settles = _is_settled(connection)
        wanted = _wanted_of(connection)
        with self._lock:
            if self.get(descriptor) is not connection:
                return
            self._tell(descriptor, connection, wanted)
            if settles and wanted == selectors.EVENT_READ:
                self._unsettled.discard(descriptor)

    def _tell(self, descriptor: int, connection: Any, wanted: int) -> None:
        before = self._wanted.get(descriptor, 0)
        if wanted == before:
            return
        self._wanted[descriptor] = wanted
        if not before:
            self._selector.register(descriptor, wanted, connection)
        elif wanted:
            self._selector.modify(descriptor, wanted, connection)
        else:
            # The system would tell again and again that the other side has hung up.
            self._selector.unregister(descriptor)


def _wanted_of(connection: Any) -> int:
    wanted = selectors.EVENT_READ if connection.readable() else 0
    if connection.writable() and not connection.accepting:
        wanted |= selectors.EVENT_WRITE
    return wanted


def _is_settled(connection: Any) -> bool:
    """Whether nothing changes what it waits for but what arrives on it."""
    lock = getattr(connection, "requests_lock", None)
    if lock is None:
        # Who listens stops while there are too many.
        return False
    # Under the lock a task that has just ended has either left its answer or its next request.
    with lock:
        return not connection.requests
