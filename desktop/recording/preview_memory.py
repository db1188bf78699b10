"""The preview's one slot of shared memory: the recorder writes, the window reads, latest wins.

A block is made and removed by the reading process, whose id is in its name, so that the block of a
process that died is recognised and removed by the next one. A sequence number that is odd while
the writer is busy lets the reader see a torn picture and leave it alone.

`multiprocessing.shared_memory` is not used: its tracker warns about, or removes, blocks that a
killed process still had open.
"""

import mmap
import os
import re
import secrets
import struct
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from holdfast import durable

WIDTH_MAX = 960
HEIGHT_MAX = 540
_PREFIX = "holdfast-preview"
_NAME = re.compile(rf"{_PREFIX}-(\d+)-[0-9a-f]{{8}}\Z")
_SEQUENCE = struct.Struct("<Q")
# Sequence, width, height and stride in bytes, capture time.
_HEADER = struct.Struct("<QIIIxxxxq")
_BYTES_A_PIXEL = 4
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Picture:
    """One preview picture: `bgra` has `height` rows of `stride` bytes, four bytes a pixel."""

    width: int
    height: int
    stride: int
    time_ns: int
    bgra: bytes


def folder() -> Path:
    """Where blocks live: memory where the system has such a folder."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() else Path(tempfile.gettempdir())


def remove_stale() -> list[str]:
    """Remove the blocks of processes that are gone; returns their names."""
    stale = [
        path
        for path in folder().glob(f"{_PREFIX}-*")
        if (match := _NAME.match(path.name)) is not None and not _is_alive(int(match.group(1)))
    ]
    for path in stale:
        durable.remove(path)
    return [path.name for path in stale]


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _map(path: Path, size_bytes: int, *, create: bool) -> mmap.mmap:
    flags = os.O_RDWR | os.O_CLOEXEC | (os.O_CREAT | os.O_EXCL if create else 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        if create:
            # Reserved now: a full memory disk is an error here, not a SIGBUS at the first picture.
            os.posix_fallocate(descriptor, 0, size_bytes)
        return mmap.mmap(descriptor, size_bytes)
    finally:
        os.close(descriptor)


class PreviewReader:
    """Makes a block and reads the newest picture from it. May be used by several threads."""

    def __init__(self, name: str, memory: mmap.mmap) -> None:
        self.name = name
        self._memory: mmap.mmap | None = memory
        self._last_sequence = 0
        # A window may look at the very moment at which the source is closed.
        self._lock = threading.Lock()

    @classmethod
    def create(cls, width_max: int = WIDTH_MAX, height_max: int = HEIGHT_MAX) -> Self:
        """A new block for pictures of at most this many pixels. Raises OSError."""
        remove_stale()
        name = f"{_PREFIX}-{os.getpid()}-{secrets.token_hex(4)}"
        size_bytes = _HEADER.size + width_max * height_max * _BYTES_A_PIXEL
        return cls(name, _map(folder() / name, size_bytes, create=True))

    def read(self) -> Picture | None:
        """The newest picture, or None where there is none that was not read before."""
        with self._lock:
            return None if self._memory is None else self._read(self._memory)

    def _read(self, memory: mmap.mmap) -> Picture | None:
        for _ in range(_TRIES):
            sequence, width, height, stride, time_ns = _HEADER.unpack_from(memory)
            if sequence % 2 or sequence == self._last_sequence:
                return None
            bgra = memory[_HEADER.size : _HEADER.size + stride * height]
            if _SEQUENCE.unpack_from(memory)[0] == sequence:
                self._last_sequence = sequence
                return Picture(width, height, stride, time_ns, bgra)
        return None

    def close(self) -> None:
        """Remove the block. A recorder that still has it open writes into the void."""
        with self._lock:
            if self._memory is None:
                return
            self._memory.close()
            self._memory = None
        durable.remove(folder() / self.name)


class PreviewWriter:
    """Writes pictures into a block that the reader made. Raises OSError where it is gone."""

    def __init__(self, name: str) -> None:
        if _NAME.match(name) is None:
            raise ValueError(f"{name!r} is not the name of a preview block")
        path = folder() / name
        self._memory = _map(path, path.stat().st_size, create=False)
        self.pixels_max = (len(self._memory) - _HEADER.size) // _BYTES_A_PIXEL

    def write(self, bgra: bytes | memoryview, width: int, height: int, time_ns: int) -> None:
        """Replace the picture. `bgra` is `width * height` pixels without padding between rows."""
        size_bytes = width * height * _BYTES_A_PIXEL
        if len(bgra) != size_bytes or width * height > self.pixels_max:
            raise ValueError(f"{len(bgra)} bytes are no preview of {width} x {height} pixels")
        # An earlier recorder may have been killed with the number odd.
        sequence = _SEQUENCE.unpack_from(self._memory)[0] | 1
        _SEQUENCE.pack_into(self._memory, 0, sequence)
        self._memory[_HEADER.size : _HEADER.size + size_bytes] = bgra
        stride = width * _BYTES_A_PIXEL
        _HEADER.pack_into(self._memory, 0, sequence, width, height, stride, time_ns)
        _SEQUENCE.pack_into(self._memory, 0, sequence + 1)

    def close(self) -> None:
        self._memory.close()
