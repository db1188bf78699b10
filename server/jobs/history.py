"""What happened to a job, a line each: kept beside it, so that its end can be explained.

Written in the transaction that changed the job; it decides nothing.
"""

from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.db.models import JobEventRow

TOLD_MOST: Final = 50
"""So many of the last lines are told."""


def happened(
    session: Session, job: str, attempt: int, event: str, at: datetime, text: str = ""
) -> None:
    """Add a line."""
    session.add(JobEventRow(job=job, at=at, attempt=attempt, event=event, text=text))


def history(session: Session, job: str) -> list[JobEventRow]:
    """The last lines, oldest first."""
    query = select(JobEventRow).where(JobEventRow.job == job)
    rows = session.scalars(query.order_by(JobEventRow.id.desc()).limit(TOLD_MOST))
    return list(rows)[::-1]
