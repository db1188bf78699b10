"""Segments on the local disk: written in place in `incoming`, renamed when they are whole.

It keeps bytes and makes them durable; it decides nothing about which bytes are right.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from holdfast import crash, durable
from holdfast.receiver_layout import ReceiverData

BLOCK_BYTES: Final = 1 << 20


class LocalBlobs:
    """Partial and whole segments under the receiver's data folder."""

    def __init__(self, data: ReceiverData) -> None:
        self._data = data

    def write(
        self,
        recording: str,
        number: int,
        pieces: Iterable[tuple[int, bytes]],
        *,
        durably: bool,
        is_first: bool,
    ) -> None:
        """Put pieces at their offsets; with `durably` they survive a power cut from then on.

        `is_first`: nothing of this segment was acknowledged yet, so its name is not durable either.

        Raises OSError (also WriteLost); what was written before may then lie in the file.
        """
        path = self._data.incoming_segment(recording, number)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            for offset, data in pieces:
                _write_at(descriptor, offset, data)
                crash.point("receiver.mid-chunk")
            if durably:
                durable.fdatasync(descriptor)
        finally:
            os.close(descriptor)
        if durably and is_first:
            durable.fsync_folder(path.parent)

    def has(self, recording: str, number: int) -> bool:
        """Whether there is anything of a partial segment."""
        return self._data.incoming_segment(recording, number).exists()

    def read(self, recording: str, number: int, first: int, last: int) -> Iterator[bytes]:
        """Bytes first..last of a partial segment, in blocks."""
        with self._data.incoming_segment(recording, number).open("rb") as file:
            yield from _blocks(file.fileno(), first, last)

    def publish(self, incoming: tuple[str, int], final: Path) -> None:
        """Give a whole segment its final name, durably. Raises FileExistsError."""
        path = self._data.incoming_segment(*incoming)
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            durable.fsync(descriptor)
        finally:
            os.close(descriptor)
        durable.publish(path, final)

    def finish_publishing(self, recording: str, number: int, final: Path) -> None:
        """Complete a rename that a crash cut in two."""
        durable.drop_second_name(self._data.incoming_segment(recording, number), final)

    def drop(self, recording: str, number: int) -> None:
        """Forget a partial segment."""
        durable.remove(self._data.incoming_segment(recording, number))


def file_blocks(path: Path, first: int, last: int) -> Iterator[bytes]:
    """Bytes first..last of a file, in blocks."""
    with path.open("rb") as file:
        yield from _blocks(file.fileno(), first, last)


def hash_rest(hasher: "hashlib._Hash", blocks: Iterable[bytes]) -> str:
    """The digest, in hex, after these blocks too."""
    for block in blocks:
        hasher.update(block)
    return hasher.hexdigest()


def _blocks(descriptor: int, first: int, last: int) -> Iterator[bytes]:
    position = first
    while position <= last:
        block = os.pread(descriptor, min(BLOCK_BYTES, last + 1 - position), position)
        if not block:
            return
        yield block
        position += len(block)


def _write_at(descriptor: int, offset: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = os.pwrite(descriptor, rest, offset)
        rest, offset = rest[written:], offset + written
