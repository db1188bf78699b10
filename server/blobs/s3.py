"""An S3-compatible bucket as the store of several receivers: keys mirror the data folder.

A PUT is durable once it is answered. A chunk is an object of its own below `incoming`, so that
whichever receiver gets a segment's last chunk can make it whole; nothing is written in place.
"""

import errno
import hashlib
import io
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from holdfast import crash, durable
from holdfast.clock import Clock
from holdfast.disks import Place, unknown_place
from holdfast.receiver_layout import ReceivedRecording, ReceiverData
from server.blobs.attempts import left_over
from server.blobs.base import Block, Differs, Key, Unreachable
from server.blobs.bucket import PART_BYTES, Bucket, Found
from server.blobs.copies import Copies

_PLACE_DIGITS: Final = 15
_READ_AHEAD_BYTES: Final = 1 << 20
_PIECE_BYTES: Final = 1 << 18
"""A file of lines is continued in another object above this."""
_APPEND_TRIES: Final = 50
_AT_ONCE_MOST_BYTES: Final = 64 << 20
"""The store copies so much within itself in a moment: all that jobs make but films."""


class S3Files:
    """Named files as objects. Folders are nothing but beginnings of keys."""

    are_here = False

    def __init__(self, data: ReceiverData, bucket: Bucket) -> None:
        self._root = data.root
        self._bucket = bucket
        self._copies = Copies(data)

    def _key(self, path: Path) -> str:
        return "" if path == self._root else path.relative_to(self._root).as_posix()

    def read(self, path: Path) -> bytes:
        return self._bucket.get(self._key(path))

    def exists(self, path: Path) -> bool:
        try:
            self._bucket.size_bytes(self._key(path))
        except FileNotFoundError:
            return False
        return True

    def size_bytes(self, path: Path) -> int:
        return self._bucket.size_bytes(self._key(path))

    def sha256(self, path: Path) -> str:
        hasher = hashlib.sha256()
        for block in self.blocks(path, 0, self.size_bytes(path) - 1):
            hasher.update(block)
        return hasher.hexdigest()

    def blocks(self, path: Path, first: int, last: int, *, anew: bool = False) -> Iterator[bytes]:
        return self._bucket.blocks(self._key(path), first, last)

    def open(self, path: Path) -> BinaryIO:
        key = self._key(path)
        return io.BufferedReader(
            _ObjectReader(self._bucket, key, self._bucket.size_bytes(key)), _READ_AHEAD_BYTES
        )

    def local_path(self, path: Path) -> Path | None:
        return None

    def version(self, path: Path) -> str:
        return self._bucket.tag(self._key(path))

    def names(self, folder: Path) -> list[str]:
        return self._bucket.directly_in(self._key(folder))[0]

    def folders(self, folder: Path) -> list[str]:
        return self._bucket.directly_in(self._key(folder))[1]

    def make_folder(self, folder: Path) -> None:
        """Nothing: an object needs none."""

    def write_replacing(self, path: Path, data: bytes) -> None:
        self._bucket.put(self._key(path), data)

    def write_new(self, path: Path, data: bytes) -> None:
        self._bucket.put_new(self._key(path), data)

    def append_line(self, path: Path, line: bytes) -> None:
        """Objects cannot grow: each line writes a piece anew, so pieces are kept small."""
        for _ in range(_APPEND_TRIES):
            number = len(self._pieces(path))
            name = self._piece(path, max(0, number - 1))
            if number and self.size_bytes(name) > _PIECE_BYTES:
                name = self._piece(path, number)
            if self._bucket.append(self._key(name), line + b"\n"):
                return
        raise Unreachable(errno.EBUSY, "too many write it at once", str(path))

    def lines(self, path: Path) -> Iterator[bytes]:
        for piece in self._pieces(path):
            yield from self.read(piece).splitlines()

    def last_lines(self, path: Path) -> list[bytes]:
        return [line for piece in self._pieces(path)[-2:] for line in self.read(piece).splitlines()]

    def _pieces(self, path: Path) -> list[Path]:
        numbered = f"{path.name}."
        names = self.names(path.parent)
        return [path.with_name(each) for each in names if each.startswith(numbered)]

    def _piece(self, path: Path, number: int) -> Path:
        return path.with_name(f"{path.name}.{number:06d}")

    def move_aside(self, path: Path, folder: Path) -> Path:
        target = folder / path.name
        while self.exists(target):
            target = folder / f"{path.name}.{secrets.token_hex(4)}"
        self._bucket.copy(self._key(path), self._key(target))
        self.remove(path)
        return target

    def remove(self, path: Path) -> None:
        self._bucket.delete([self._key(path)])

    def remove_folder_if_empty(self, folder: Path) -> None:
        """Nothing: there are none."""

    def remove_folder(self, folder: Path) -> None:
        self._bucket.delete(self._bucket.keys(self._key(folder)))

    def place(self, folder: Path, clock: Clock) -> Place:
        return unknown_place(clock)

    @contextmanager
    def workplace(
        self, folder: ReceivedRecording, at_work: Callable[[], Collection[str]]
    ) -> Iterator[ReceivedRecording]:
        """The recording's files in a folder of its own, which is gone afterwards.

        What attempts left in the bucket that are at work no more is removed.
        """
        own = self._key(folder.path)
        with self._copies.place() as place:
            copy = ReceivedRecording(place / folder.session / folder.recording)
            copy.segments.mkdir(parents=True)
            found = self._bucket.found(own)
            gone = left_over((each.key for each in found), at_work)
            if gone:
                self._bucket.delete(gone)
            for each in found:
                if not each.key.endswith(durable.TEMPORARY_SUFFIX):
                    path = copy.path / each.key.removeprefix(f"{own}/")
                    path.parent.mkdir(parents=True, exist_ok=True)
                    fetch = partial(self._copy_out, each)
                    self._copies.bring(folder.recording, each, path, fetch)
            yield copy

    def _copy_out(self, found: Found, path: Path) -> None:
        with path.open("wb") as file:
            for block in self._bucket.blocks(found.key, 0, found.size_bytes - 1):
                file.write(block)

    def copied(self) -> list[str]:
        return self._copies.recordings()

    def drop_copies(self, recording: str) -> None:
        self._copies.drop(recording)

    def names_at_once(self, size_bytes: int) -> bool:
        return size_bytes <= _AT_ONCE_MOST_BYTES

    def bring(self, made: Path, final: Path) -> Path:
        brought = final.with_name(made.name)
        self._bucket.put_file(self._key(brought), made)
        return brought

    def take_over(self, brought: Path, final: Path) -> None:
        self._bucket.move(self._key(brought), self._key(final))


class _ObjectReader(io.RawIOBase):
    """An object as a file that can be read anywhere."""

    def __init__(self, bucket: Bucket, key: str, size_bytes: int) -> None:
        self._bucket = bucket
        self._key = key
        self._size_bytes = size_bytes
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size_bytes}
        self._position = max(0, origin[whence] + offset)
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override] # narrower than the base's Buffer, which has no length
        last = min(self._position + len(buffer), self._size_bytes) - 1
        filled = 0
        for block in self._bucket.blocks(self._key, self._position, last):
            buffer[filled : filled + len(block)] = block
            filled += len(block)
        self._position += filled
        return filled


class S3Blobs:
    """Segments under way: `incoming/<recording>.<number>/<first>-<last>`, an object a chunk."""

    def __init__(self, data: ReceiverData, bucket: Bucket) -> None:
        self._data = data
        self._bucket = bucket

    def _key(self, path: Path) -> str:
        return path.relative_to(self._data.root).as_posix()

    def _folder(self, key: Key) -> str:
        return self._key(self._data.incoming_segment(*key))

    def write(
        self,
        key: Key,
        pieces: Iterable[tuple[int, Block]],
        *,
        durably: bool,
        is_first: bool,
        is_all: bool,
    ) -> None:
        for first, data in _joined(pieces):
            name = f"{first:0{_PLACE_DIGITS}d}-{first + len(data) - 1:0{_PLACE_DIGITS}d}"
            self._bucket.put(f"{self._folder(key)}/{name}", data)
            crash.point("receiver.mid-chunk")

    def has(self, key: Key) -> bool:
        return bool(self._staged(key))

    def read(self, key: Key, first: int, last: int) -> Iterator[bytes]:
        position = first
        staged = self._staged(key)
        while position <= last:
            begin, end, name = max(
                (each for each in staged if each[0] <= position <= each[1]),
                key=lambda each: each[1],
                default=(0, -1, ""),
            )
            if not name:
                raise FileNotFoundError(2, f"byte {position} is not here", self._folder(key))
            end = min(end, last)
            yield from self._bucket.blocks(name, position - begin, end - begin)
            position = end + 1

    def _staged(self, key: Key) -> list[tuple[int, int, str]]:
        """First and last byte and key of everything that was put of a segment."""
        found = []
        for name in self._bucket.keys(self._folder(key)):
            first, _, last = name.rpartition("/")[2].partition("-")
            if first.isdigit() and last.isdigit():
                found.append((int(first), int(last), name))
        return found

    def catch_up(self, key: Key, end: int) -> None:
        """Nothing: the whole is hashed while it is put together."""

    def sha256(self, key: Key, size_bytes: int) -> str:
        hasher = hashlib.sha256()
        for block in self.read(key, 0, size_bytes - 1):
            hasher.update(block)
        return hasher.hexdigest()

    def publish(self, key: Key, final: Path, size_bytes: int, sha256: str | None) -> None:
        staged = self._staged(key)
        if sha256 is None and len(staged) == 1:
            self._bucket.copy(staged[0][2], self._key(final))
        else:
            blocks = self.read(key, 0, size_bytes - 1)
            self._bucket.put_stream(self._key(final), _matching(blocks, sha256))

    def tidy(self, key: Key) -> None:
        self.drop(key)

    def finish_publishing(self, key: Key, final: Path) -> None:
        self.drop(key)

    def forget(self, key: Key) -> None:
        """Nothing is remembered here: another receiver may have the next chunk."""

    def drop(self, key: Key) -> None:
        self._bucket.delete(self._bucket.keys(self._folder(key)))

    def drop_all(self, recording: str) -> None:
        for each in self.partial():
            if each[0] == recording:
                self.drop(each)

    def partial(self) -> list[Key]:
        found = []
        for name in self._bucket.directly_in(self._key(self._data.incoming))[1]:
            recording, _, number = name.partition(".")
            if number.isdigit():
                found.append((recording, int(number)))
        return found


def _joined(pieces: Iterable[tuple[int, Block]]) -> Iterator[tuple[int, bytes]]:
    """Pieces that follow on each other as one, but none above a part's size."""
    begin, held, held_bytes = 0, list[Block](), 0
    for offset, data in pieces:
        if held and (offset != begin + held_bytes or held_bytes + len(data) > PART_BYTES):
            yield begin, b"".join(held)
            held, held_bytes = [], 0
        if not held:
            begin = offset
        held.append(data)
        held_bytes += len(data)
    if held:
        yield begin, b"".join(held)


def _matching(blocks: Iterable[bytes], sha256: str | None) -> Iterator[bytes]:
    """The same blocks; raises Differs after the last one where they have another digest."""
    hasher = hashlib.sha256()
    for block in blocks:
        hasher.update(block)
        yield block
    if sha256 is not None and hasher.hexdigest() != sha256:
        raise Differs
