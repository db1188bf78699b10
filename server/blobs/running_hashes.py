"""SHA-256 of the beginnings of open segments, so that the last chunk has little left to hash."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable

Key = tuple[str, int]
Read = Callable[[int, int], Iterable[bytes]]
"""The bytes from one offset to another, the last one included."""

CATCH_UP_MOST_BYTES = 64 * 1024 * 1024
_MOST = 4096


class RunningHashes:
    """For each open segment the hash of its first so many bytes.

    A hash that is not here any more only costs reading the file again.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._hashes: OrderedDict[Key, tuple[hashlib._Hash, int]] = OrderedDict()

    def add(self, key: Key, offset: int, data: bytes | memoryview) -> None:
        """Count bytes that follow on what was counted; others are passed over."""
        with self._lock:
            hasher, position = self._hashes.pop(key, (hashlib.sha256(), 0))
        if offset == position:
            hasher.update(data)
            position += len(data)
        with self._lock:
            self._hashes[key] = hasher, position
            while len(self._hashes) > _MOST:
                self._hashes.popitem(last=False)

    def catch_up(self, key: Key, end: int, read: Read) -> None:
        """Count what is there without a gap up to `end`, of what came out of order.

        At most so much at once that nobody waits long for the answer to a chunk.
        """
        with self._lock:
            hasher, position = self._hashes.pop(key, (hashlib.sha256(), 0))
        last = min(end, position + CATCH_UP_MOST_BYTES) - 1
        if last >= position:
            for block in read(position, last):
                hasher.update(block)
                position += len(block)
        with self._lock:
            self._hashes[key] = hasher, position

    def take(self, key: Key) -> tuple["hashlib._Hash", int]:
        """The hash and how many bytes it covers; it is forgotten here."""
        with self._lock:
            return self._hashes.pop(key, (hashlib.sha256(), 0))

    def forget(self, key: Key) -> None:
        """The file's bytes may not be those that were counted."""
        self.take(key)
