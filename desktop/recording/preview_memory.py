"""The preview's one slot of shared memory: the recorder writes, others read, the latest wins.

Beside the picture there is room for one `Sighting`, which whoever looks at the pictures writes.

A block is made and removed by the process that the recorder belongs to, whose id is in its name, so
that the block of a process that died is recognised and removed by the next one. A sequence number
that is odd while the writer is busy lets a reader see a torn picture and leave it alone.

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

from desktop.recording.capture_request import WINDOW_SIZE
from desktop.recording.sighting import SIGHTING_BYTES, Sighting
from holdfast import durable

_PREFIX = "holdfast-preview"
_NAME = re.compile(rf"{_PREFIX}-(\d+)-[0-9a-f]{{8}}\Z")
_SEQUENCE_BYTES = 8
# Width, height and stride in bytes, capture time. They follow the sequence.
_PICTURE = struct.Struct("<IIIxxxxq")
# The sighting's own sequence and the sighting come next, then the pixels.
_SIGHTING_SEQUENCE = _SEQUENCE_BYTES + _PICTURE.size
_SIGHTING = _SIGHTING_SEQUENCE + _SEQUENCE_BYTES
_HEADER_BYTES = _SIGHTING + SIGHTING_BYTES
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


def _create(path: Path, size_bytes: int) -> mmap.mmap:
    descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        # Reserved now: a full memory disk is an error here, not a SIGBUS at the first picture.
        os.posix_fallocate(descriptor, 0, size_bytes)
        return mmap.mmap(descriptor, size_bytes)
    finally:
        os.close(descriptor)


def _map(name: str, *, writes: bool) -> mmap.mmap:
    if _NAME.match(name) is None:
        raise ValueError(f"{name!r} is not the name of a preview block")
    descriptor = os.open(folder() / name, (os.O_RDWR if writes else os.O_RDONLY) | os.O_CLOEXEC)
    try:
        access = mmap.ACCESS_WRITE if writes else mmap.ACCESS_READ
        return mmap.mmap(descriptor, os.fstat(descriptor).st_size, access=access)
    finally:
        os.close(descriptor)


def _sequence_of(memory: mmap.mmap, at: int = 0) -> memoryview:
    """The sequence number at this place, as one value that is read and written at once.

    `struct` fills its place with zeros first, and a reader that is as quick as that would see them.
    """
    return memoryview(memory)[at : at + _SEQUENCE_BYTES].cast("Q")


class PreviewReader:
    """Reads the newest picture from a block. May be used by several threads."""

    def __init__(self, name: str, memory: mmap.mmap, *, owns: bool) -> None:
        """`owns`: the block goes when this reader is closed."""
        self.name = name
        self._owns = owns
        self._memory: mmap.mmap | None = memory
        self._sequence = _sequence_of(memory)
        self._sighting_sequence = _sequence_of(memory, _SIGHTING_SEQUENCE)
        self._last_sequence = 0
        # A window may look at the very moment at which the source is closed.
        self._lock = threading.Lock()

    @classmethod
    def create(cls, width_max: int = WINDOW_SIZE[0], height_max: int = WINDOW_SIZE[1]) -> Self:
        """A new block for pictures of at most this many pixels. Raises OSError."""
        remove_stale()
        name = f"{_PREFIX}-{os.getpid()}-{secrets.token_hex(4)}"
        size_bytes = _HEADER_BYTES + width_max * height_max * _BYTES_A_PIXEL
        return cls(name, _create(folder() / name, size_bytes), owns=True)

    @classmethod
    def attach(cls, name: str) -> Self:
        """Look into a block that another reader made. Raises OSError where it is gone."""
        return cls(name, _map(name, writes=False), owns=False)

    def read(self) -> Picture | None:
        """The newest picture, or None where there is none that was not read before."""
        with self._lock:
            return None if self._memory is None else self._read(self._memory)

    def _read(self, memory: mmap.mmap) -> Picture | None:
        for _ in range(_TRIES):
            sequence = self._sequence[0]
            if sequence % 2 or sequence in (0, self._last_sequence):
                return None
            width, height, stride, time_ns = _PICTURE.unpack_from(memory, _SEQUENCE_BYTES)
            bgra = memory[_HEADER_BYTES : _HEADER_BYTES + stride * height]
            if self._sequence[0] == sequence:
                self._last_sequence = sequence
                return Picture(width, height, stride, time_ns, bgra)
        return None

    def sighting(self) -> Sighting | None:
        """What the newest look at the pictures showed, also if it was read before."""
        with self._lock:
            return None if self._memory is None else self._read_sighting(self._memory)

    def _read_sighting(self, memory: mmap.mmap) -> Sighting | None:
        for _ in range(_TRIES):
            sequence = self._sighting_sequence[0]
            if sequence % 2 or sequence == 0:
                return None
            data = memory[_SIGHTING : _SIGHTING + SIGHTING_BYTES]
            if self._sighting_sequence[0] == sequence:
                return Sighting.unpacked(data)
        return None

    def close(self) -> None:
        """Look no more. Whoever made the block removes it; its recorder writes into the void."""
        with self._lock:
            if self._memory is None:
                return
            self._sequence.release()
            self._sighting_sequence.release()
            self._memory.close()
            self._memory = None
        if self._owns:
            durable.remove(folder() / self.name)


class PreviewWriter:
    """Writes pictures into a block that the reader made. Raises OSError where it is gone."""

    def __init__(self, name: str) -> None:
        self._memory = _map(name, writes=True)
        self._sequence = _sequence_of(self._memory)
        self.pixels_max = (len(self._memory) - _HEADER_BYTES) // _BYTES_A_PIXEL

    def write(self, bgra: bytes | memoryview, width: int, height: int, time_ns: int) -> None:
        """Replace the picture. `bgra` is `width * height` pixels without padding between rows."""
        size_bytes = width * height * _BYTES_A_PIXEL
        if len(bgra) != size_bytes or width * height > self.pixels_max:
            raise ValueError(f"{len(bgra)} bytes are no preview of {width} x {height} pixels")
        # An earlier recorder may have been killed with the number odd.
        sequence = self._sequence[0] | 1
        self._sequence[0] = sequence
        self._memory[_HEADER_BYTES : _HEADER_BYTES + size_bytes] = bgra
        stride = width * _BYTES_A_PIXEL
        _PICTURE.pack_into(self._memory, _SEQUENCE_BYTES, width, height, stride, time_ns)
        self._sequence[0] = sequence + 1

    def close(self) -> None:
        self._sequence.release()
        self._memory.close()


class SightingWriter:
    """Writes what was seen into a block that a reader made. Raises OSError where it is gone."""

    def __init__(self, name: str) -> None:
        self._memory = _map(name, writes=True)
        self._sequence = _sequence_of(self._memory, _SIGHTING_SEQUENCE)

    def write(self, sighting: Sighting) -> None:
        """Replace what was seen before."""
        # An earlier writer may have been killed with the number odd.
        sequence = self._sequence[0] | 1
        self._sequence[0] = sequence
        self._memory[_SIGHTING : _SIGHTING + SIGHTING_BYTES] = sighting.packed()
        self._sequence[0] = sequence + 1

    def close(self) -> None:
        self._sequence.release()
        self._memory.close()
