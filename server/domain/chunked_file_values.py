"""What is known of a file that comes in numbered chunks, and which chunks fit it. No bytes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.db.dialect_rows import ChunkedFileRow, FileChunkRow
from server.domain.import_values import Import
from server.domain.refusals import Refusal

CHUNKS_MOST: Final = 20_000
"""Eleven hours, where a chunk has two seconds."""


class FileChunk(NamedTuple):
    """One chunk; `state` as in its row. A file has thousands, and every chunk reads them all."""

    number: int
    state: str
    size_bytes: int
    sha256: str
    refusals: int

    @property
    def is_here(self) -> bool:
        """Whether its bytes are durable: at their place, or aside until that is known."""
        return self.state in ("placed", "aside")


@dataclass(slots=True)
class FileState:
    """What a file's row says, in the order of its columns; rows of the ORM cost more to make."""

    id: str
    dialect: str
    device: str
    scope: str
    name: str
    session: str | None
    filename: str
    size_bytes: int | None
    chunk_bytes: int | None
    chunks: int | None
    details: dict[str, Any]
    state: str
    recording: str | None
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class NewFile:
    """What is said of a file before its first chunk. `name` is unique within device and scope.

    With `chunk_bytes` all chunks but the last have that size; without it they may have any.
    """

    dialect: str
    scope: str
    name: str
    filename: str
    media_type: str
    session: str | None = None
    size_bytes: int | None = None
    chunk_bytes: int | None = None
    chunks: int | None = None
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChunkedFile:
    """What is here of one file. Speeds in bytes a second, durations in seconds."""

    id: str
    dialect: str
    name: str
    session: str | None
    filename: str
    size_bytes: int | None
    chunk_bytes: int | None
    chunks: int | None
    details: dict[str, Any]
    state: str
    recording: str | None
    created_at: datetime
    changed_at: datetime
    received: tuple[int, ...]
    received_bytes: int
    refused: tuple[int, ...]
    refusals: int

    def missing(self, chunks: int | None = None) -> list[int]:
        """The numbers that are still owed, of `chunks` or of as many as are known."""
        wanted = chunks if chunks is not None else self.chunks
        if wanted is None:
            wanted = max(self.received, default=-1) + 1
        return sorted(set(range(wanted)) - set(self.received))

    @property
    def speed_bytes_s(self) -> float:
        """The mean speed from the beginning to the last chunk; 0 while there is none."""
        elapsed_s = (self.changed_at - self.created_at).total_seconds()
        return self.received_bytes / elapsed_s if elapsed_s > 0 else 0.0

    @property
    def remaining_s(self) -> float | None:
        """How long the rest will take at that speed; None where nobody can know."""
        if self.state == "stored":
            return 0.0
        if self.size_bytes is None or not self.speed_bytes_s:
            return None
        return (self.size_bytes - self.received_bytes) / self.speed_bytes_s


def require_place(row: FileState, number: int, size_bytes: int) -> None:
    if row.state == "stored":
        raise Refusal("conflict", "The file is whole and has no such chunk. Nothing was changed.")
    most = CHUNKS_MOST if row.chunks is None else row.chunks
    if not 0 <= number < most:
        raise Refusal("bad_request", f"Chunks are numbered 0 to {most - 1}. Nothing was stored.")
    if size_bytes == 0:
        raise Refusal("bad_request", "A chunk has at least one byte. Nothing was stored.")
    if row.chunk_bytes is None or row.size_bytes is None:
        return
    wanted = min(row.chunk_bytes, row.size_bytes - number * row.chunk_bytes)
    if size_bytes != wanted:
        raise Refusal(
            "bad_request",
            f"Chunk {number} must have {wanted} bytes, not {size_bytes}. Nothing was stored.",
        )


def require_same(known: ChunkedFile, new: NewFile) -> None:
    for one, other in (
        (known.size_bytes if known.state == "open" else new.size_bytes, new.size_bytes),
        (known.chunk_bytes, new.chunk_bytes),
        (known.chunks if new.chunks is not None else None, new.chunks),
    ):
        if one != other:
            raise Refusal(
                "conflict",
                f"{new.name} was begun with {one}, not with {other}. Nothing was changed.",
            )


def new_row(begun: Import, new: NewFile, device: str, now: datetime) -> ChunkedFileRow:
    return ChunkedFileRow(
        id=begun.id,
        dialect=new.dialect,
        device=device,
        scope=new.scope,
        name=new.name,
        session=begun.session,
        filename=new.filename,
        size_bytes=new.size_bytes,
        chunk_bytes=new.chunk_bytes,
        chunks=new.chunks,
        details=new.details,
        state="open",
        created_at=now,
        changed_at=now,
    )


def unknown_file() -> Refusal:
    return Refusal("not_found", "No such upload is known here. Begin it first.")


def views(session: Session, rows: Sequence[ChunkedFileRow]) -> list[ChunkedFile]:
    chunks = chunks_of(session, [row.id for row in rows])
    return [view(row, chunks[row.id].values()) for row in rows]


def chunks_of(session: Session, files: Sequence[str]) -> dict[str, dict[int, FileChunk]]:
    """What is known of these files' chunks, by number."""
    found: dict[str, dict[int, FileChunk]] = {file: {} for file in files}
    columns = [getattr(FileChunkRow, name) for name in FileChunk._fields]
    query = select(FileChunkRow.file, *columns)
    query = query.where(FileChunkRow.file.in_(files)).order_by(FileChunkRow.number)
    for file, *chunk in session.execute(query):
        each = FileChunk._make(chunk)
        found[file][each.number] = each
    return found


def view(row: ChunkedFileRow | FileState, chunks: Iterable[FileChunk]) -> ChunkedFile:
    """A file as others see it."""
    # By their numbers, which come first in each.
    chunks = sorted(chunks)
    here = [each for each in chunks if each.is_here]
    return ChunkedFile(
        id=row.id,
        dialect=row.dialect,
        name=row.name,
        session=row.session,
        filename=row.filename,
        size_bytes=row.size_bytes,
        chunk_bytes=row.chunk_bytes,
        chunks=row.chunks,
        details=row.details,
        state=row.state,
        recording=row.recording,
        created_at=row.created_at,
        changed_at=row.changed_at,
        received=tuple(each.number for each in here),
        received_bytes=sum(each.size_bytes for each in here),
        refused=tuple(each.number for each in chunks if each.state == "refused"),
        refusals=sum(each.refusals for each in chunks),
    )
