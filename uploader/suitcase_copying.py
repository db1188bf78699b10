"""Copies a recording's files onto the disk that travels, whole file by whole file.

A file has its final name only when all of it is on the device, so a copy that was interrupted goes
on after the last one. Errors of that disk become ours here, so that they are never taken for the
recording's own.
"""

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from holdfast import durable
from holdfast.jsonform import FormatError
from holdfast.manifest import ManifestSegment
from holdfast.suitcase import (
    ENCRYPTION_BYTES,
    PAPER_MOST_BYTES,
    piece_context,
    pieces,
    read_untrusted,
)
from holdfast.suitcase_layout import PackedRecording
from uploader import suitcase_texts as texts
from uploader.errors import SuitcaseError
from uploader.suitcase_cipher import SuitcaseKey

ROOM_FOR_RECEIPTS_BYTES: Final = 8 << 20
"""So much is left free on the disk for what the receiver writes back."""


class DiskFull(Exception):
    """There is no room on the disk for the next file."""


class NotPackable(Exception):
    """A segment here is not what was recorded, or is gone; the message is a sentence."""


@contextmanager
def disk_errors(disk: Path) -> Iterator[None]:
    """Turn what the disk says into DiskFull and SuitcaseError."""
    try:
        yield
    except OSError as error:
        if durable.is_no_space(error):
            raise DiskFull from error
        raise SuitcaseError(texts.unusable_disk(disk, error)) from error


class Copier:
    """Writes the files of one suitcase; with a key, encrypted. Every method may raise DiskFull and
    SuitcaseError."""

    def __init__(self, disk: Path, suitcase: str, key: SuitcaseKey | None) -> None:
        self._disk = disk
        self._suitcase = suitcase
        self._key = key
        self.written_bytes = 0

    @property
    def encrypts(self) -> bool:
        return self._key is not None

    def tidy(self, packed: PackedRecording) -> None:
        """Remove what an earlier call was writing when it was broken off."""
        with disk_errors(self._disk):
            for path in packed.leftovers():
                durable.remove(path)

    def make_same(self, path: Path, data: bytes, context: bytes) -> None:
        """Have a file say `data`; one that does so already is left alone."""
        with disk_errors(self._disk):
            if self._read(path, context) == data:
                return
            durable.make_folder(path.parent)
        self._write(path, data, context)

    def copy_segment(
        self, source: Path, packed: PackedRecording, segment: ManifestSegment, *, again: bool
    ) -> None:
        """Copy what is not there yet of a segment, with `again` all of it.

        Raises NotPackable where the source is not what was recorded; then nothing of it is there.
        """
        spans = pieces(segment.size_bytes)
        paths = [
            packed.piece(
                segment.segment, segment.container, number, len(spans), encrypted=self.encrypts
            )
            for number in range(len(spans))
        ]
        todo = {
            path
            for path, (first, last) in zip(paths, spans, strict=True)
            if again or not self._is_there(path, last + 1 - first)
        }
        if not todo:
            return
        try:
            self._copy_pieces(source, segment, paths, todo)
        except NotPackable:
            self._take_out(paths)
            raise
        except OSError as error:
            raise NotPackable(texts.unreadable(error)) from error

    def _copy_pieces(
        self, source: Path, segment: ManifestSegment, paths: list[Path], todo: set[Path]
    ) -> None:
        # All of it is read, also what is there already: only the whole can be compared.
        hasher = hashlib.sha256()
        with source.open("rb") as file:
            for number, (first, last) in enumerate(pieces(segment.size_bytes)):
                path = paths[number]
                data = file.read(last + 1 - first)
                hasher.update(data)
                if number + 1 == len(paths) and hasher.hexdigest() != segment.sha256:
                    raise NotPackable(texts.changed(source))
                if path in todo:
                    where = (self._suitcase, path.parent.name, segment.segment, segment.sha256)
                    self._write(path, data, piece_context(*where, number))

    def _write(self, path: Path, data: bytes, context: bytes) -> None:
        if self._key is not None:
            data = self._key.encrypt(data, context)
        with disk_errors(self._disk):
            if shutil.disk_usage(path.parent).free < len(data) + ROOM_FOR_RECEIPTS_BYTES:
                raise DiskFull
            durable.write_replacing(path, data)
        self.written_bytes += len(data)

    def _read(self, path: Path, context: bytes) -> bytes | None:
        """What an earlier call wrote; None where there is nothing, or not that."""
        try:
            data = read_untrusted(path, PAPER_MOST_BYTES)
            return data if self._key is None else self._key.decrypt(data, context)
        except (FileNotFoundError, FormatError):
            return None

    def _is_there(self, path: Path, size_bytes: int) -> bool:
        with disk_errors(self._disk):
            try:
                found = path.lstat().st_size
            except FileNotFoundError:
                return False
        return found == size_bytes + (ENCRYPTION_BYTES if self.encrypts else 0)

    def _take_out(self, paths: Iterable[Path]) -> None:
        with disk_errors(self._disk):
            for path in paths:
                durable.remove(path)
