"""Which large files were found whole already: footage of hours is not hashed anew for each try.

A file counts as the same while the file system says that nobody wrote to it. It is in memory only;
whatever slips through is noticed by the receiver, which hashes what arrived.
"""

import os
import threading
from collections.abc import Callable
from typing import Final

from uploader.outcome import OpenSegment

LARGE_BYTES: Final = 64 * 1024 * 1024
"""Smaller ones are hashed before each try: that takes less than a second."""
_MOST: Final = 256

_Stamp = tuple[int, ...]


class Hashed:
    """The memory of one line. Its methods may be called from any thread."""

    def __init__(self, large_bytes: int = LARGE_BYTES) -> None:
        self._large_bytes = large_bytes
        self._found: dict[tuple[str, int], _Stamp] = {}
        self._lock = threading.Lock()

    def is_unchanged(self, segment: OpenSegment, step: Callable[[], None]) -> bool:
        """Whether the segment's file is what its sidecar says; `step` is called while it reads.

        Raises what `step` raises.
        """
        if segment.sidecar.size_bytes < self._large_bytes:
            return segment.is_unchanged(step)
        key = (segment.sidecar.sha256, segment.sidecar.size_bytes)
        stamp = _stamp(segment.descriptor)
        with self._lock:
            if self._found.get(key) == stamp:
                return True
        if not segment.is_unchanged(step):
            return False
        with self._lock:
            if len(self._found) >= _MOST:
                self._found.clear()
            # As it was before it was read: who wrote meanwhile is noticed the next time.
            self._found[key] = stamp
        return True


def _stamp(descriptor: int) -> _Stamp:
    found = os.fstat(descriptor)
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
