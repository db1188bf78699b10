"""Bytes written past the system's page cache, where file and disk allow it.

What a receiver stores is synced before it is answered and read once more at most, by a job, later.
To let the system keep it in its cache until then costs more processor time than everything else
that a receiver does with it, and pushes out what others need. It knows nothing of segments, and
syncs nothing.

Source: open(2), O_DIRECT; what is needed of it is stated at each step.
"""

import ctypes
import errno
import fcntl
import mmap
import os
import threading
from collections.abc import Iterator
from os import pwrite
from typing import Final

from server.blobs.base import Block

ALIGNED_BYTES: Final = 4096
"""Where a block of such a write begins, in the file and in memory, and what its length divides by.

No file system asks for more than its disk's block; one that does says so, and is not asked again.
"""
LEAST_BYTES: Final = 64 * 1024
"""Less than this costs nothing worth saving in the page cache."""
_COPIED_BYTES: Final = 256 * 1024
_DIRECT: Final = getattr(os, "O_DIRECT", 0)
_NOT_HERE: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
_of_threads = threading.local()


class Writer:
    """Writes blocks into one open file. For one thread."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._is_possible = bool(_DIRECT)

    def write(self, offset: int, data: Block) -> None:
        """Put these bytes at that place of the file. Raises OSError."""
        whole = memoryview(data)
        begin = -offset % ALIGNED_BYTES
        end = begin + (len(whole) - begin) // ALIGNED_BYTES * ALIGNED_BYTES
        if end - begin < LEAST_BYTES or not self._is_possible:
            begin = end = 0
        _write_all(self._descriptor, offset, whole[:begin])
        done = begin + self._past_the_cache(offset + begin, whole[begin:end])
        _write_all(self._descriptor, offset + done, whole[done:])

    def _past_the_cache(self, offset: int, data: memoryview) -> int:
        """How many bytes were written; none from where the system says that it cannot."""
        done = 0
        if not data:
            return done
        try:
            self._set(direct=True)
            for piece in _aligned(data):
                _write_all(self._descriptor, offset + done, piece)
                done += len(piece)
        except OSError as error:
            if error.errno not in _NOT_HERE:
                raise
            self._is_possible = False
        finally:
            self._set(direct=False)
        return done

    def _set(self, *, direct: bool) -> None:
        flags = fcntl.fcntl(self._descriptor, fcntl.F_GETFL)
        wanted = flags | _DIRECT if direct else flags & ~_DIRECT
        if wanted != flags:
            fcntl.fcntl(self._descriptor, fcntl.F_SETFL, wanted)


def _aligned(data: memoryview) -> Iterator[memoryview]:
    """The same bytes where a disk can take them from: as they lie, or copied piece by piece."""
    if _begins_a_page(data):
        yield data
        return
    copy = _copy_of_this_thread()
    for first in range(0, len(data), _COPIED_BYTES):
        piece = data[first : first + _COPIED_BYTES]
        copy[: len(piece)] = piece
        yield copy[: len(piece)]


def _begins_a_page(data: memoryview) -> bool:
    # What may not be changed does not tell its address; it is copied.
    is_known = not data.readonly
    return is_known and ctypes.addressof(ctypes.c_char.from_buffer(data)) % ALIGNED_BYTES == 0


def _copy_of_this_thread() -> memoryview:
    if not hasattr(_of_threads, "copy"):
        # Memory of the system's own begins at a page, and no fork makes two of it during a write.
        _of_threads.copy = memoryview(mmap.mmap(-1, _COPIED_BYTES))
    copy: memoryview = _of_threads.copy
    return copy


def _write_all(descriptor: int, offset: int, data: memoryview) -> None:
    rest = data
    while rest:
        written = pwrite(descriptor, rest, offset)
        rest, offset = rest[written:], offset + written
