"""One lock for each key, for as long as somebody holds or awaits it, also between processes.

The process that serves and one that takes in a suitcase write the same folder. Their locks are OS
locks, a fixed number of them, shared by keys of one hash; a process that dies leaves none behind.
Receivers on several machines have a database server in common: there the locks are its own.
"""

import threading
import zlib
from collections.abc import Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager

from holdfast.locks import wait_for_lock
from holdfast.receiver_layout import WORK_LOCKS
from server.blobs.store import Store


class KeyedLocks:
    """Serialises work on the same thing and lets work on different things run side by side.

    `work` names the kind of work. Whoever holds a key must not wait for another of the same kind.
    """

    def __init__(self, data: Store, work: str) -> None:
        self._data = data
        self._work = work
        for number in range(WORK_LOCKS):
            # Now, while there is room: a full disk must not keep anybody from being answered.
            data.work_lock(work, number).touch(mode=0o600)
        self._guard = threading.Lock()
        self._locks: dict[Hashable, tuple[threading.Lock, int]] = {}

    @contextmanager
    def hold(self, key: Hashable) -> Iterator[None]:
        """Wait for the key's lock and hold it."""
        with self._guard:
            lock, users = self._locks.get(key, (threading.Lock(), 0))
            self._locks[key] = lock, users + 1
        try:
            with lock, self._beyond_this_process(key):
                yield
        finally:
            with self._guard:
                lock, users = self._locks[key]
                if users == 1:
                    del self._locks[key]
                else:
                    self._locks[key] = lock, users - 1

    def _beyond_this_process(self, key: Hashable) -> AbstractContextManager[object]:
        shared = self._data.shared_lock(self._work, repr(key))
        if shared is not None:
            return shared
        return wait_for_lock(self._data.work_lock(self._work, _number(key)))

    def wait_for_all(self) -> None:
        """Return once everybody who holds any key now has let go of it."""
        shared = self._data.shared_lock(self._work, None)
        if shared is not None:
            with shared:
                return
        for number in range(WORK_LOCKS):
            with wait_for_lock(self._data.work_lock(self._work, number)):
                pass


def _number(key: Hashable) -> int:
    return zlib.crc32(repr(key).encode()) % WORK_LOCKS
