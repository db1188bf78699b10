"""What is known of a file on its way, and what can be asked for at all. Values only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy.orm import Session

from holdfast import ranges
from holdfast.protocol import SEGMENT_MOST_BYTES
from server.db.models import ImportRow, SessionRow
from server.domain.refusals import Refusal

KEPT: Final = timedelta(days=90)
"""What is not complete after so long without a byte is dropped; its sender was told when."""


@dataclass(frozen=True, slots=True)
class Target:
    """The segment that a file is, where it is none of its own recording."""

    recording: str
    segment: int


@dataclass(frozen=True, slots=True)
class Import:
    """What is here of one file. `present` are inclusive byte ranges, all of them durable."""

    id: str
    device: str
    purpose: str
    size_bytes: int | None
    name: str
    media_type: str
    metadata: Mapping[str, str]
    present: tuple[ranges.Range, ...]
    complete: bool
    """It is a recording, or its segment."""
    recording: str | None
    segment: int | None
    session: str | None
    parts: tuple[str, ...] | None
    """The uploads that it was joined of."""
    expires_at: datetime

    @property
    def offset(self) -> int:
        """How many bytes are here from the first one on, without a gap."""
        if self.complete:
            return self.size_bytes or 0
        return self.present[0][1] + 1 if self.present and self.present[0][0] == 0 else 0

    @property
    def missing(self) -> tuple[ranges.Range, ...]:
        """What is still to come, as far as the size is known."""
        if self.complete or self.size_bytes is None:
            return ()
        return tuple(ranges.missing(self.present, self.size_bytes))

    @property
    def is_full(self) -> bool:
        """Whether every byte is here."""
        return self.complete or (self.size_bytes is not None and not self.missing)


@dataclass(slots=True)
class ImportState:
    """What a row says, in the order of its columns; rows of the ORM cost more to make."""

    id: str
    device: str
    purpose: str
    state: str
    completes_itself: bool
    staged: str
    recording: str | None
    segment: int | None
    session: str | None
    size_bytes: int | None
    name: str
    media_type: str
    details: dict[str, Any]
    present: list[Any]
    parts: list[Any] | None
    created_at: datetime
    changed_at: datetime


def value_of(row: ImportRow | ImportState) -> Import:
    """What a row says."""
    return Import(
        id=row.id,
        device=row.device,
        purpose=row.purpose,
        size_bytes=row.size_bytes,
        name=row.name,
        media_type=row.media_type,
        metadata=dict(row.details),
        present=tuple((each[0], each[1]) for each in row.present),
        complete=row.state == "stored",
        recording=row.recording,
        segment=row.segment,
        session=row.session,
        parts=None if row.parts is None else tuple(row.parts),
        expires_at=row.changed_at + KEPT,
    )


def end_of(present: Sequence[Sequence[int]]) -> int:
    """Up to which byte there is something."""
    return max((each[1] for each in present), default=-1) + 1


def same(here: ImportRow, row: ImportRow) -> ImportRow:
    """The import that an id stands for. Raises Refusal where it was begun as something else."""
    if here.device != row.device:
        raise Refusal("unknown_upload", "No such upload is known here. Begin it again.")
    # A size that was not known when it was begun may be known by now.
    sizes = {here.size_bytes, row.size_bytes} - {None}
    if len(sizes) > 1 or _kind(here) != _kind(row):
        raise Refusal("conflict", "This upload was begun as another file. Nothing was changed.")
    return here


def _kind(row: ImportRow) -> tuple[str, str, int | None]:
    return row.name, row.purpose, row.segment


def require_size(size_bytes: int | None) -> None:
    """Raises Refusal `bad_request`, `too_large`."""
    if size_bytes is None:
        return
    if size_bytes < 1:
        raise Refusal("bad_request", "The file is empty; a recording has at least one byte.")
    if size_bytes > SEGMENT_MOST_BYTES:
        raise Refusal(
            "too_large",
            f"A file may have at most {SEGMENT_MOST_BYTES} bytes, this one has {size_bytes}.",
            limit=SEGMENT_MOST_BYTES,
        )


def require_session(database: Session, session: str, device: str) -> None:
    """Raises Refusal `unknown_session`, also for another device's."""
    row = database.get(SessionRow, session)
    if row is None or row.device != device:
        raise Refusal("unknown_session", "No such session is known here. Announce it first.")
