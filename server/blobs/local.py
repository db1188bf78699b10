"""Segments on the local disk: written in place in `incoming`, renamed when they are whole.

It keeps bytes and makes them durable; it decides nothing about which bytes are right.
"""

import errno
import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from holdfast import crash, durable
from holdfast.receiver_layout import ReceiverData
from server.blobs.base import Block, Differs, Key, Unreachable
from server.blobs.running_hashes import RunningHashes
from server.blobs.unbuffered import Writer

BLOCK_BYTES: Final = 1 << 20


class LocalBlobs:
    """Partial segments under the receiver's data folder."""

    def __init__(self, data: ReceiverData) -> None:
        self._data = data
        self._hashes = RunningHashes()

    def write(
        self,
        key: Key,
        pieces: Iterable[tuple[int, Block]],
        *,
        durably: bool,
        is_first: bool,
        is_all: bool,
    ) -> None:
        # A file that went away is never made anew: zeros would stand where acknowledged bytes were.
        descriptor = self._open(key, os.O_RDWR | (os.O_CREAT if is_first else 0))
        try:
            file = Writer(descriptor)
            for offset, data in pieces:
                file.write(offset, data)
                if not is_all:
                    self._hashes.add(key, offset, data)
                crash.point("receiver.mid-chunk")
            if durably:
                durable.fdatasync(descriptor)
        finally:
            os.close(descriptor)
        if durably and is_first:
            durable.fsync_folder(self._data.incoming)

    def _open(self, key: Key, how: int) -> int:
        path = self._data.incoming_segment(*key)
        try:
            return os.open(path, how | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        except FileNotFoundError as error:
            if self._data.incoming.is_dir():
                raise
            # Then nothing can be told of any file: a disk may be away, and come back.
            raise Unreachable(errno.EIO, "the folder is not there", path) from error

    def has(self, key: Key) -> bool:
        return self._data.incoming_segment(*key).exists()

    def read(self, key: Key, first: int, last: int) -> Iterator[bytes]:
        descriptor = self._open(key, os.O_RDONLY)
        try:
            yield from _blocks(descriptor, first, last)
        finally:
            os.close(descriptor)

    def catch_up(self, key: Key, end: int) -> None:
        self._hashes.catch_up(key, end, partial(self.read, key))

    def sha256(self, key: Key, size_bytes: int) -> str:
        hasher, position = self._hashes.take(key)
        for block in self.read(key, position, size_bytes - 1):
            hasher.update(block)
        return hasher.hexdigest()

    def publish(self, key: Key, final: Path, size_bytes: int, sha256: str | None) -> None:
        if sha256 is not None and self.sha256(key, size_bytes) != sha256:
            raise Differs
        self._hashes.forget(key)
        path = self._data.incoming_segment(*key)
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            durable.fsync(descriptor)
        finally:
            os.close(descriptor)
        durable.publish(path, final)

    def tidy(self, key: Key) -> None:
        """Nothing: it was renamed."""

    def finish_publishing(self, key: Key, final: Path) -> None:
        durable.drop_second_name(self._data.incoming_segment(*key), final)

    def forget(self, key: Key) -> None:
        self._hashes.forget(key)

    def drop(self, key: Key) -> None:
        self._hashes.forget(key)
        durable.remove(self._data.incoming_segment(*key))

    def drop_all(self, recording: str) -> None:
        durable.remove_all(self._data.incoming, self._data.incoming.glob(f"{recording}.*"))

    def partial(self) -> list[Key]:
        found = []
        for path in sorted(self._data.incoming.iterdir()):
            recording, _, number = path.name.partition(".")
            if number.isdigit():
                found.append((recording, int(number)))
            else:
                durable.remove(path)
        return found


def _blocks(descriptor: int, first: int, last: int) -> Iterator[bytes]:
    position = first
    while position <= last:
        block = os.pread(descriptor, min(BLOCK_BYTES, last + 1 - position), position)
        if not block:
            raise FileNotFoundError(errno.ENOENT, f"byte {position} is not here")
        yield block
        position += len(block)
