"""Rows of files on their way, for those who withdraw what they belong to. It touches no file."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, or_, select
from sqlalchemy.orm import Session

from server.db.models import ImportRow


def staged_ids(session: Session, *, visit: str | None = None, recording: str = "") -> list[str]:
    """Under which ids bytes are staged that will be a session's, or a recording's."""
    belongs: ColumnElement[bool] = ImportRow.recording == recording
    if visit is not None:
        belongs = ImportRow.session == visit
    return list(session.scalars(select(ImportRow.staged).where(belongs, ImportRow.state == "open")))


def forget(session: Session, recordings: Sequence[str], visit: str | None) -> None:
    """Drop the rows of what belongs to these recordings, or to this session."""
    belongs: list[ColumnElement[bool]] = [
        ImportRow.staged.in_(recordings),
        ImportRow.recording.in_(recordings),
    ]
    if visit is not None:
        belongs.append(ImportRow.session == visit)
    session.execute(delete(ImportRow).where(or_(*belongs)))
