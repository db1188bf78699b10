"""Which job is next: the one whose turn it is, of a kind that may begin another one now.

Priority is a head start in time and not a class, so that nothing waits for ever: what was queued
long enough ago comes before everything that is more important and newer.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, func, not_, or_, select
from sqlalchemy.orm import Session, aliased

from server.db.models import JobRow
from server.db.work_rows import QueueControlRow
from server.jobs.kinds import Kind

FARTHEST: Final = timedelta(minutes=1)
"""No job waits longer: what is further away was noted before the clock was set back, and is due."""
_ACTIVE: Final = ("queued", "running")


def next_due(
    session: Session,
    kinds: Mapping[str, Kind],
    now: datetime,
    only: Collection[str] | None = None,
) -> JobRow | None:
    """The job whose turn it is; None where nothing is to be done now.

    With `only`, whichever of these jobs is due, though its kind is paused or busy.
    """
    before = aliased(JobRow)
    due = (
        select(JobRow)
        .outerjoin(before, JobRow.after == before.id)
        .where(JobRow.state == "queued")
        .where(_is_due(now))
        .where(or_(JobRow.after.is_(None), before.state == "succeeded"))
        .where(*_waits_for_nothing(kinds))
        .order_by(JobRow.ranked_at, JobRow.created_at, JobRow.id)
        .limit(1)
    )
    if only is not None:
        return session.scalar(due.where(JobRow.id.in_(list(only))))
    closed = closed_kinds(session, kinds)
    return session.scalar(due.where(JobRow.kind.not_in(closed)) if closed else due)


def closed_kinds(session: Session, kinds: Mapping[str, Kind]) -> Collection[str]:
    """The kinds that are paused, and those of which as many run as may."""
    controls = {row.kind: row for row in session.scalars(select(QueueControlRow))}
    running = running_by_kind(session)
    closed = {kind for kind, row in controls.items() if row.is_paused}
    for kind, count in running.items():
        at_once = at_once_of(kinds, controls, kind)
        if at_once is not None and count >= at_once:
            closed.add(kind)
    return closed


def is_bounded(session: Session, kinds: Mapping[str, Kind], kind: str) -> bool:
    """Whether only so many jobs of this kind may run at a time."""
    row = session.get(QueueControlRow, kind)
    return at_once_of(kinds, {} if row is None else {kind: row}, kind) is not None


def at_once_of(
    kinds: Mapping[str, Kind], controls: Mapping[str, QueueControlRow], kind: str
) -> int | None:
    """How many jobs of a kind may run at a time; None: as many as there are workers."""
    if kind in controls and controls[kind].at_once is not None:
        return controls[kind].at_once
    return kinds[kind].at_once if kind in kinds else None


def running_by_kind(session: Session) -> dict[str, int]:
    """How many jobs of each kind run now."""
    query = select(JobRow.kind, func.count()).where(JobRow.state == "running")
    return {kind: count for kind, count in session.execute(query.group_by(JobRow.kind))}  # noqa: C416 - rows are no pairs to mypy


def _is_due(now: datetime) -> ColumnElement[bool]:
    # A first attempt waits for nothing: whoever queued it may have had another machine's clock.
    first = JobRow.attempts == 0
    return or_(first, JobRow.not_before <= now, JobRow.not_before > now + FARTHEST)


def _waits_for_nothing(kinds: Mapping[str, Kind]) -> list[ColumnElement[bool]]:
    """What a kind waits for is asked only where jobs of that kind are looked at."""
    other = aliased(JobRow)
    return [
        or_(
            JobRow.kind != kind.name,
            not_(
                select(other.id)
                .where(
                    and_(
                        other.recording == JobRow.recording,
                        other.kind.in_(kind.waits_for),
                        other.state.in_(_ACTIVE),
                    )
                )
                .exists()
            ),
        )
        for kind in kinds.values()
        if kind.waits_for
    ]
