"""Studies as a scope: what a user whose rights are for some studies only may see. No HTTP."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, select, true

from server.db.engine import Database
from server.db.models import JobRow, RecordingRow, SessionRow

Studies = frozenset[str] | None
"""The studies that somebody may see; None means all, and sessions of no study too."""


def sessions_within(studies: Studies) -> ColumnElement[bool]:
    """The condition on sessions that may be seen."""
    return true() if studies is None else SessionRow.study.in_(sorted(studies))


def recordings_within(studies: Studies) -> ColumnElement[bool]:
    """The condition on recordings that may be seen."""
    if studies is None:
        return true()
    return RecordingRow.session.in_(select(SessionRow.id).where(sessions_within(studies)))


def jobs_within(studies: Studies) -> ColumnElement[bool]:
    """The condition on jobs that may be seen."""
    if studies is None:
        return true()
    return JobRow.recording.in_(select(RecordingRow.id).where(recordings_within(studies)))


class ScopeCheck:
    """Tells whether a thing named in an address is within a scope."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def covers(self, studies: Studies, named: Mapping[str, Any]) -> bool:
        """Whether everything of these is within it: `session`, `recording`, `job`, `study`.

        What is not here at all is not covered either; no other name says anything.
        """
        if studies is None:
            return True
        if "study" in named and named["study"] not in studies:
            return False
        queries = {
            "session": (SessionRow.id, sessions_within(studies)),
            "recording": (RecordingRow.id, recordings_within(studies)),
            "job": (JobRow.id, jobs_within(studies)),
        }
        with self._database.reading() as session:
            for name, (column, condition) in queries.items():
                if name in named and not session.scalar(
                    select(column).where(column == named[name], condition)
                ):
                    return False
        return True

    def recordings(self, studies: Studies, ids: Collection[str]) -> set[str]:
        """Those of these recordings that are within it."""
        if studies is None:
            return set(ids)
        query = select(RecordingRow.id).where(
            RecordingRow.id.in_(list(ids)), recordings_within(studies)
        )
        with self._database.reading() as session:
            return set(session.scalars(query))

    def is_anothers(self, device: str, named: Mapping[str, Any]) -> str | None:
        """The subject, as the audit log names it, where these name another device's thing."""
        with self._database.reading() as session:
            visit = session.get(SessionRow, named["session"]) if "session" in named else None
            if visit is not None and visit.device != device:
                return f"session:{visit.id}"
            recording = (
                session.get(RecordingRow, named["recording"]) if "recording" in named else None
            )
            if recording is not None and recording.device != device:
                return f"recording:{recording.id}"
        return None
