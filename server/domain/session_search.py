"""Finds sessions for people: by what they remember of them, with what is here of each.

Pages hold still while others arrive, as those of `listings` do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select

from holdfast.ids import is_id
from server.db.engine import Database
from server.db.models import DeviceRow, RecordingRow, SessionRow
from server.domain.refusals import Refusal
from server.domain.scope import Studies, sessions_within


@dataclass(frozen=True, slots=True)
class Asked:
    """What to look for; empty does not narrow. `text` is part of a participant's id, or an id."""

    text: str = ""
    study: str = ""
    device: str = ""
    state: str = ""
    """`open`, `closed`, or `incomplete`: closed, and something of it is missing."""


@dataclass(frozen=True, slots=True)
class Found:
    """One session, and how much of it is here."""

    id: str
    participant: str
    study: str | None
    device: str
    device_name: str | None
    began_at: str | datetime
    """As the device said, or else when it came here."""
    closed_at: datetime | None
    expected: int | None
    recordings: int
    stored: int
    playable: int

    @property
    def missing(self) -> int:
        """Recordings that were promised and never came."""
        return max(0, (self.expected or 0) - self.recordings)


@dataclass(frozen=True, slots=True)
class FoundPage:
    """Some sessions, newest first; `next` is the cursor of the next page."""

    entries: Sequence[Found]
    next: str | None


def search(
    database: Database, asked: Asked, before: str | None, limit: int, scope: Studies = None
) -> FoundPage:
    """Sessions that are like this, newest first. Raises Refusal `bad_request` for a bad cursor."""
    here = select(func.count()).where(RecordingRow.session == SessionRow.id)
    count = here.scalar_subquery()
    stored = here.where(RecordingRow.state == "stored").scalar_subquery()
    # Asked of each session that is shown, and not of all there are.
    playable = here.where(RecordingRow.probe["ok"].as_boolean().is_(True)).scalar_subquery()
    query = (
        select(SessionRow, DeviceRow.name, count, stored, playable)
        .outerjoin(DeviceRow, DeviceRow.id == SessionRow.device)
        .where(sessions_within(scope), *_like(asked), *_before(before))
        .order_by(SessionRow.id.desc())
        .limit(limit + 1)
    )
    if asked.state == "incomplete":
        is_short = or_(SessionRow.expected_recordings > count, stored < count)
        query = query.where(SessionRow.closed_at.is_not(None), is_short)
    with database.reading() as session:
        found = [_found(*row) for row in session.execute(query)]
    return FoundPage(found[:limit], found[limit - 1].id if len(found) > limit else None)


def studies_seen(database: Database, scope: Studies = None) -> list[str]:
    """The studies of all sessions here."""
    query = select(SessionRow.study).where(SessionRow.study.is_not(None), sessions_within(scope))
    with database.reading() as session:
        return [
            each for each in session.scalars(query.distinct().order_by(SessionRow.study)) if each
        ]


def _like(asked: Asked) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if asked.text:
        is_named = SessionRow.participant.icontains(asked.text, autoescape=True)
        is_here = SessionRow.id.startswith(asked.text.lower(), autoescape=True)
        conditions.append(or_(is_named, is_here))
    if asked.study:
        conditions.append(SessionRow.study == asked.study)
    if asked.device:
        conditions.append(SessionRow.device == asked.device)
    if asked.state == "open":
        conditions.append(SessionRow.closed_at.is_(None))
    if asked.state == "closed":
        conditions.append(SessionRow.closed_at.is_not(None))
    return conditions


def _before(cursor: str | None) -> list[ColumnElement[bool]]:
    if cursor is None:
        return []
    if not is_id(cursor):
        raise Refusal("bad_request", "'before' must be what the page before ended with.")
    return [SessionRow.id < cursor]


def _found(
    row: SessionRow,
    device_name: str | None,
    recordings: int,
    stored: int,
    playable: int,
) -> Found:
    return Found(
        id=row.id,
        participant=row.participant,
        study=row.study,
        device=row.device,
        device_name=device_name,
        began_at=str(row.content.get("created_at") or "") or row.created_at,
        closed_at=row.closed_at,
        expected=row.expected_recordings,
        recordings=recordings,
        stored=stored,
        playable=playable,
    )
