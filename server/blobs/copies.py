"""Copies of a bucket's objects on this machine, for jobs that need files: made once, bounded.

A copy is kept while jobs of its recording wait, and whoever works sees to that; so a recording
that was withdrawn leaves nothing here. They can all be deleted at any time: a program that has one
open, or has a second name of it, keeps it.
"""

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from holdfast import durable
from holdfast.ids import is_id
from holdfast.locks import Lock, try_lock
from holdfast.receiver_layout import ReceiverData
from server.blobs.bucket import Found

MOST_BYTES: Final = 16 << 30
LEFT_BYTES: Final = 1 << 30
"""What copies leave free on their disk, where they can."""
_NO_SECOND_NAMES: Final = frozenset({errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EMLINK})


class Copies:
    """This machine's copies, `copies/<recording>/<digest of key and version>`, and the folders
    that work is done in. Processes may share them."""

    def __init__(self, data: ReceiverData, most_bytes: int = MOST_BYTES) -> None:
        self._data = data
        self._most_bytes = most_bytes

    @contextmanager
    def place(self) -> Iterator[Path]:
        """An empty folder of this process's own, gone afterwards; those of dead ones go first."""
        durable.make_folder(self._data.workplaces)
        self._remove_left_over()
        lock = self._lock_new()
        folder = lock.path.with_suffix("")
        try:
            folder.mkdir(mode=0o700)
            yield folder
        finally:
            durable.remove_folder(folder)
            durable.remove(lock.path)
            lock.release()

    def _lock_new(self) -> Lock:
        while True:
            lock = try_lock(self._data.workplaces / f"{secrets.token_hex(8)}.lock")
            # Somebody who tidies up may have been faster.
            if lock is not None and lock.path.exists():
                return lock

    def _remove_left_over(self) -> None:
        for path in self._data.workplaces.glob("*.lock"):
            lock = try_lock(path)
            if lock is not None:
                durable.remove_folder(path.with_suffix(""))
                durable.remove(path)
                lock.release()

    def bring(
        self, recording: str, found: Found, path: Path, fetch: Callable[[Path], None]
    ) -> None:
        """Have an object's content under this name; `fetch` gets it where there is no copy."""
        kept = self._data.copies_of(recording) / _name(found)
        if _has_second_name(kept, path):
            with suppress(FileNotFoundError):
                os.utime(kept)
            return
        is_kept = found.size_bytes <= self._most_bytes
        if is_kept:
            self._make_room(found.size_bytes)
        fetch(path)
        if is_kept and path.stat().st_size == found.size_bytes:
            durable.make_folder(kept.parent)
            _has_second_name(path, kept)

    def recordings(self) -> list[str]:
        """The recordings of which there are copies."""
        if not self._data.copies.is_dir():
            return []
        return sorted(each.name for each in self._data.copies.iterdir() if is_id(each.name))

    def drop(self, recording: str) -> None:
        """Delete all copies of a recording's files."""
        durable.remove_folder(self._data.copies_of(recording))

    def _make_room(self, size_bytes: int) -> None:
        """Delete what was used longest ago, until there is room for one more of this size."""
        kept = sorted(_times(self._data.copies))
        total_bytes = sum(each for _, each, _ in kept)
        while kept:
            fits = total_bytes + size_bytes <= self._most_bytes
            if fits and shutil.disk_usage(self._data.copies).free >= size_bytes + LEFT_BYTES:
                return
            _, oldest_bytes, oldest = kept.pop(0)
            durable.remove(oldest)
            total_bytes -= oldest_bytes


def _name(found: Found) -> str:
    said = f"{found.key}\n{found.tag}\n{found.size_bytes}"
    return hashlib.sha256(said.encode()).hexdigest()


def _times(folder: Path) -> Iterator[tuple[int, int, Path]]:
    """When each copy was used last, its size, and where it is."""
    for path in folder.glob("*/*"):
        with suppress(FileNotFoundError):
            found = path.stat()
            yield found.st_mtime_ns, found.st_size, path


def _has_second_name(path: Path, second: Path) -> bool:
    """Give a file a second name; false where it is gone, or the disk knows no such thing."""
    try:
        os.link(path, second)
    except FileExistsError:
        # Another process brought the same meanwhile.
        return True
    except FileNotFoundError:
        return False
    except OSError as error:
        if error.errno not in _NO_SECOND_NAMES:
            raise
        return False
    return True
