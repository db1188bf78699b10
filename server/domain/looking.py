"""One recording held against what the database says of it. It reads, and changes nothing.

Used by the check that a person starts and by the scrub that runs by itself. Bytes in a bucket are
read over the network, and a partial segment there is several objects.
"""

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey
from sqlalchemy import select

from holdfast import durable
from holdfast.jsonform import FormatError, Json, canonical, parse
from holdfast.protocol import decode_key
from holdfast.receipt import Receipt
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.base import Files, Unreachable
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import RecordingRow, SegmentRow
from server.domain.identity import ReceiverIdentity

BLOCK_BYTES: Final = 1 << 20
_SIGNATURE_BYTES: Final = 64
Reads = Callable[[int], None]
"""Told of every block that was read, in bytes; it may wait."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be."""

    kind: str
    """`missing_file`, `wrong_size`, `wrong_bytes`, `unreadable`, `not_read`, `missing_bytes`,
    `unknown_file`, `wrong_document`, `wrong_receipt`, `unknown_recording`, `dropped_is_here` or
    `database`."""
    subject: str
    """The file, from the data folder on, or the id."""
    detail: str
    recording: str | None = None
    segment: int | None = None

    def to_json(self) -> Json:
        return {
            "kind": self.kind,
            "subject": self.subject,
            "detail": self.detail,
            "recording": self.recording,
            "segment": self.segment,
        }


@dataclass(frozen=True, slots=True)
class Looking:
    """Looks at recordings. `is_wanted` chooses of which segments every byte is read."""

    data: Store
    database: Database
    identity: ReceiverIdentity
    is_wanted: Callable[[str, int], bool]
    has_read: Reads

    def look(self, recording: str) -> list[Finding]:
        """What is wrong with a recording; nothing where it has just been deleted."""
        return seen_twice(lambda: self._look(recording))

    def _look(self, recording: str) -> Iterator[Finding]:
        with self.database.reading() as session:
            row = session.get(RecordingRow, recording)
            if row is None:
                return
            query = select(SegmentRow).where(SegmentRow.recording == recording)
            segments = {each.number: each for each in session.scalars(query)}
        folder = self.data.recording(row.session, recording)
        yield from self._files(folder, segments)
        yield from self._incoming(recording, segments)
        yield from self._announcement(row, folder)
        if row.state == "stored":
            yield from self._documents(row, folder, segments)

    def _files(
        self, folder: ReceivedRecording, segments: dict[int, SegmentRow]
    ) -> Iterator[Finding]:
        stored = {each.number for each in segments.values() if each.state == "stored"}
        for number in sorted(stored):
            yield from self._file(folder, segments[number])
        for path in paths_in(self.data.files, folder.segments):
            if not (path.stem.isdigit() and int(path.stem) in stored):
                yield self._finding(
                    "unknown_file", path, "is no segment that the database knows", folder.recording
                )

    def _file(self, folder: ReceivedRecording, row: SegmentRow) -> Iterator[Finding]:
        path = folder.segment(row.number)
        about = (row.recording, row.number)
        try:
            size_bytes = self._size_bytes(path)
            if size_bytes != row.size_bytes:
                detail = f"has {size_bytes} bytes instead of {row.size_bytes}"
                yield self._finding("wrong_size", path, detail, *about)
            elif self.is_wanted(*about) and self._sha256(path) != row.sha256:
                detail = "holds other bytes than the device sent"
                yield self._finding("wrong_bytes", path, detail, *about)
        except FileNotFoundError:
            yield self._finding("missing_file", path, "is not there", *about)
        except OSError as error:
            # Only the disk's own word means that the bytes are lost; a bucket may be away.
            is_lost = error.errno == errno.EIO and not isinstance(error, Unreachable)
            kind = "unreadable" if is_lost else "not_read"
            yield self._finding(kind, path, f"cannot be read ({error.strerror})", *about)

    def _size_bytes(self, path: Path) -> int:
        local = self.data.files.local_path(path)
        return self.data.files.size_bytes(path) if local is None else local.lstat().st_size

    def _sha256(self, path: Path) -> str:
        digest = hashlib.sha256()
        local = self.data.files.local_path(path)
        if local is None:
            for block in self.data.files.blocks(path, 0, self.data.files.size_bytes(path) - 1):
                digest.update(block)
                self.has_read(len(block))
            return digest.hexdigest()
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            # From the disk, not from what the system still has in memory of it.
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            while block := file.read(BLOCK_BYTES):
                digest.update(block)
                self.has_read(len(block))
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return digest.hexdigest()

    def _incoming(self, recording: str, segments: dict[int, SegmentRow]) -> Iterator[Finding]:
        for row in segments.values():
            if row.state != "open" or not row.present:
                continue
            path = self.data.incoming_segment(recording, row.number)
            size_bytes = self._arrived_bytes(path)
            if size_bytes <= row.present[-1][1]:
                detail = f"has {size_bytes} bytes, fewer than were acknowledged"
                yield self._finding("missing_bytes", path, detail, recording, row.number)

    def _arrived_bytes(self, path: Path) -> int:
        """Up to where there is anything of a partial segment."""
        files = self.data.files
        if files.exists(path):
            return files.size_bytes(path)
        # In a bucket each chunk is an object, `first-last`.
        lasts = (name.rpartition("-")[2] for name in files.names(path))
        return max((int(last) + 1 for last in lasts if last.isdigit()), default=0)

    def _announcement(self, row: RecordingRow, folder: ReceivedRecording) -> Iterator[Finding]:
        if bytes_of(self.data.files, folder.announce) != canonical(row.announcement):
            detail = "is not what the device announced"
            yield self._finding("wrong_document", folder.announce, detail, row.id)

    def _documents(
        self, row: RecordingRow, folder: ReceivedRecording, segments: dict[int, SegmentRow]
    ) -> Iterator[Finding]:
        manifest = bytes_of(self.data.files, folder.manifest)
        if manifest is None or hashlib.sha256(manifest).hexdigest() != row.manifest_sha256:
            detail = "is not the manifest that was finalised"
            yield self._finding("wrong_document", folder.manifest, detail, row.id)
        wrong = self._wrong_with_receipt(row, folder, segments)
        if wrong is not None:
            yield self._finding("wrong_receipt", folder.receipt, wrong, row.id)

    def _wrong_with_receipt(
        self, row: RecordingRow, folder: ReceivedRecording, segments: dict[int, SegmentRow]
    ) -> str | None:
        try:
            receipt = Receipt.from_json(parse(self.data.files.read(folder.receipt), "receipt.json"))
        except (OSError, FormatError) as error:
            return f"cannot be read ({error})"
        if (receipt.recording, receipt.manifest_sha256) != (row.id, row.manifest_sha256):
            return "speaks of another manifest"
        if receipt.key_id == self.identity.key_id and not self._is_signed(receipt):
            return "is not signed with the receiver's key"
        promised = {each.segment: (each.size_bytes, each.sha256) for each in receipt.segments}
        here = {
            number: (each.size_bytes, each.sha256)
            for number, each in segments.items()
            if each.state == "stored"
        }
        lacking = [number for number in promised if here.get(number) != promised[number]]
        if lacking:
            return f"promises segment {', '.join(map(str, lacking))}, which is not here"
        return None

    def _is_signed(self, receipt: Receipt) -> bool:
        try:
            signature = decode_key(receipt.signature, _SIGNATURE_BYTES)
            key: VerifyKey = self.identity.key.verify_key
            key.verify(receipt.signed_bytes(), signature)
        except (FormatError, BadSignatureError):
            return False
        return True

    def _finding(
        self,
        kind: str,
        path: Path,
        detail: str,
        recording: str | None = None,
        segment: int | None = None,
    ) -> Finding:
        subject = str(path.relative_to(self.data.root))
        return Finding(kind, subject, detail, recording, segment)


def seen_twice(look: Callable[[], Iterator[Finding]]) -> list[Finding]:
    """What is wrong, sorted.

    What one look finds and the next one does not was in the middle of being written.
    """
    found = set(look())
    if found:
        found &= set(look())
    return sorted(found, key=lambda each: (each.subject, each.kind))


def paths_in(files: Files, folder: Path) -> list[Path]:
    """What is in a folder and is meant to stay, sorted: a crash may leave temporary files."""
    names = {*files.names(folder), *files.folders(folder)}
    return sorted(folder / each for each in names if not each.endswith(durable.TEMPORARY_SUFFIX))


def bytes_of(files: Files, path: Path) -> bytes | None:
    """A file's bytes; None where it cannot be read."""
    try:
        return files.read(path)
    except Unreachable:
        raise
    except OSError:
        return None
