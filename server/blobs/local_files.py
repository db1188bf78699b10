"""Files on the local disk. Every change goes through `durable`."""

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from holdfast import durable
from holdfast.clock import Clock
from holdfast.disks import Place, place_of
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.attempts import left_over

BLOCK_BYTES: Final = 1 << 20
_TAIL_BYTES: Final = 1 << 16


class LocalFiles:
    """Files under the receiver's data folder."""

    are_here = True

    def read(self, path: Path) -> bytes:
        return path.read_bytes()

    def exists(self, path: Path) -> bool:
        return path.is_file()

    def size_bytes(self, path: Path) -> int:
        return path.stat().st_size

    def sha256(self, path: Path) -> str:
        return durable.sha256_file(path)

    def blocks(self, path: Path, first: int, last: int, *, anew: bool = False) -> Iterator[bytes]:
        with path.open("rb", buffering=0) as file:
            if anew:
                _forget_cached(file.fileno(), first, last)
            file.seek(first)
            rest = last + 1 - first
            while rest and (block := file.read(min(rest, BLOCK_BYTES))):
                yield block
                rest -= len(block)

    def open(self, path: Path) -> BinaryIO:
        return path.open("rb")

    def local_path(self, path: Path) -> Path | None:
        return path

    def version(self, path: Path) -> str:
        found = path.stat()
        return f"{found.st_mtime_ns}-{found.st_size}"

    def names(self, folder: Path) -> list[str]:
        return _names(folder, folders=False)

    def folders(self, folder: Path) -> list[str]:
        return _names(folder, folders=True)

    def make_folder(self, folder: Path) -> None:
        durable.make_folder(folder)

    def write_replacing(self, path: Path, data: bytes) -> None:
        durable.write_replacing(path, data)

    def write_new(self, path: Path, data: bytes) -> None:
        durable.write_new(path, data)

    def append_line(self, path: Path, line: bytes) -> None:
        durable.append_line(path, line)

    def lines(self, path: Path) -> Iterator[bytes]:
        if not path.exists():
            return
        with path.open("rb") as file:
            for line in file:
                yield line.rstrip(b"\r\n")

    def last_lines(self, path: Path) -> list[bytes]:
        if not path.exists():
            return []
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL_BYTES))
            return file.read().splitlines()

    def move_aside(self, path: Path, folder: Path) -> Path:
        return durable.move_aside(path, folder)

    def remove(self, path: Path) -> None:
        durable.remove(path)

    def remove_folder_if_empty(self, folder: Path) -> None:
        durable.remove_folder_if_empty(folder)

    def remove_folder(self, folder: Path) -> None:
        durable.remove_folder(folder)

    def place(self, folder: Path, clock: Clock) -> Place:
        return place_of(folder, clock)

    @contextmanager
    def workplace(
        self, folder: ReceivedRecording, at_work: Callable[[], Collection[str]]
    ) -> Iterator[ReceivedRecording]:
        """The recording's own folder; what attempts left in it, dead ones too, is removed."""
        _remove_left_over(folder, at_work)
        try:
            yield folder
        finally:
            _remove_left_over(folder, at_work)

    def copied(self) -> list[str]:
        return []

    def drop_copies(self, recording: str) -> None:
        """Nothing: there are none."""

    def names_at_once(self, size_bytes: int) -> bool:
        return True

    def bring(self, made: Path, final: Path) -> Path:
        return made

    def take_over(self, brought: Path, final: Path) -> None:
        # An earlier attempt's file, from before its row was written, gives way to this one.
        durable.remove(final)
        durable.publish(brought, final)


def _remove_left_over(folder: ReceivedRecording, at_work: Callable[[], Collection[str]]) -> None:
    for place in (folder.path, folder.derived):
        names = left_over((each.name for each in place.glob("*")), at_work)
        if names:
            durable.remove_all(place, [place / name for name in names])


def _forget_cached(descriptor: int, first: int, last: int) -> None:
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        advise(descriptor, first, last + 1 - first, os.POSIX_FADV_DONTNEED)


def _names(folder: Path, *, folders: bool) -> list[str]:
    try:
        return sorted(each.name for each in folder.iterdir() if each.is_dir() == folders)
    except FileNotFoundError:
        return []
