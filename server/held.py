"""Bodies of a known length in memory: received in place, and read without a copy.

It bounds what all of them take together. Whose bytes they are, and what becomes of them, it does
not know.
"""

import ctypes
import io
import threading
from typing import Any, Self

from server.blobs.unbuffered import ALIGNED_BYTES, LEAST_BYTES


class Memory:
    """What bodies may take together; threads may share it.

    The largest room that was left is kept for the next body: to have the system clear and map such
    a piece anew each time would cost as much as receiving into it.
    """

    def __init__(self, most_bytes: int) -> None:
        self._left_bytes = most_bytes
        self._spare = bytearray()
        self._lock = threading.Lock()

    def hold(self, size_bytes: int) -> "Held | None":
        """Room for one body; None where there is not so much left."""
        with self._lock:
            # A short body in a large room would keep it from long ones, each of which took another.
            spare_bytes = _holds_bytes(self._spare)
            is_spare = spare_bytes // 2 <= size_bytes <= spare_bytes
            room_bytes = spare_bytes if is_spare else size_bytes
            if room_bytes > self._left_bytes:
                return None
            self._left_bytes -= room_bytes
            room = bytearray()
            if is_spare:
                room, self._spare = self._spare, room
        return Held(self, room or _new_room(size_bytes), size_bytes)

    def give_back(self, room: bytearray) -> None:
        """That much is free again."""
        with self._lock:
            self._left_bytes += _holds_bytes(room)
            if len(room) > len(self._spare):
                self._spare = room


def _new_room(size_bytes: int) -> bytearray:
    return bytearray(size_bytes + (ALIGNED_BYTES if size_bytes >= LEAST_BYTES else 0))


def _begins_at_a_page(room: bytearray) -> bool:
    # So that a disk can take the body from where it lies; of a shorter one it takes none so.
    return len(room) >= LEAST_BYTES


def _holds_bytes(room: bytearray) -> int:
    """How long a body this room is for: what is there only to begin at a page does not count."""
    return len(room) - (ALIGNED_BYTES if _begins_at_a_page(room) else 0)


def _first_byte(room: bytearray) -> int:
    if not _begins_at_a_page(room):
        return 0
    return -ctypes.addressof(ctypes.c_char.from_buffer(room)) % ALIGNED_BYTES


class Held(io.RawIOBase):
    """One body: a buffer as waitress fills it, and the file that the application reads.

    Who knows that it is in memory takes `memory` itself. Once closed it is empty, and its room is
    another's. The room may be larger than the body, and is not clear.
    """

    def __init__(self, memory: Memory, room: bytearray, size_bytes: int) -> None:
        self._owner = memory
        self._room = room
        self._begin = _first_byte(room)
        self._bytes = memoryview(room)[self._begin : self._begin + size_bytes]
        self._arrived = 0
        self._position = 0

    # As waitress fills it -------------------------------------------------------------------------

    def room(self) -> memoryview:
        """Where the next bytes belong; whoever puts some there says so by `append`."""
        return self._bytes[self._arrived :]

    def append(self, data: bytes | memoryview) -> None:
        """The next bytes: put here, or in `room` already."""
        end = self._arrived + len(data)
        is_here = isinstance(data, memoryview) and data.obj is self._room
        if not is_here:
            self._bytes[self._arrived : end] = data
        self._arrived = end

    def __len__(self) -> int:
        return self._arrived

    def getfile(self) -> Self:
        """The body as the application reads it."""
        return self

    def close(self) -> None:
        """Give the room back: it was read, or answered, or its connection ended before.

        waitress closes no body of a connection that ended in the middle of it; Python does, once
        nobody has it any more.
        """
        if not self.closed:
            room = self._room
            self._room, self._bytes, self._arrived = bytearray(), memoryview(b""), 0
            self._owner.give_back(room)
        super().close()

    # As the application reads it ------------------------------------------------------------------

    @property
    def memory(self) -> memoryview:
        """All that arrived."""
        return self._bytes[: self._arrived]

    def find(self, wanted: bytes, first: int, end: int) -> int:
        """Where these bytes begin between two places; -1 where they do not."""
        begin, end = self._begin, min(end, self._arrived)
        found = self._room.find(wanted, begin + first, begin + end)
        return found if found < 0 else found - begin

    def to_a_page(self, first: int, length: int) -> int:
        """Move these bytes to where a page begins; returns where they begin now.

        Less than a page of what lay before them is lost.
        """
        if length < LEAST_BYTES:
            return first
        moved = first // ALIGNED_BYTES * ALIGNED_BYTES
        self._bytes[moved : moved + length] = self._bytes[first : first + length]
        return moved

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        taken = self.memory[self._position : self._position + len(buffer)]
        buffer[: len(taken)] = taken
        self._position += len(taken)
        return len(taken)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._arrived}
        self._position = max(0, start[whence] + offset)
        return self._position

    def tell(self) -> int:
        return self._position
