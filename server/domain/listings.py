"""Lists of sessions and recordings: filters, page by page."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from server.db.engine import Database
from server.db.models import RecordingRow, SessionRow
from server.domain.custody import RecordingView, views
from server.domain.paging import Page, after, page_of
from server.domain.scope import Studies, recordings_within, sessions_within


def sessions(
    database: Database,
    wanted: Mapping[str, Any],
    cursor: str | None,
    limit: int,
    scope: Studies = None,
) -> Page[SessionRow]:
    """Sessions, newest first. `wanted` has any of participant, study, device.

    Raises Refusal `bad_request` for a cursor that is none.
    """
    query = select(SessionRow).order_by(SessionRow.id.desc()).limit(limit + 1)
    query = query.where(sessions_within(scope))
    query = query.where(*after(SessionRow.id, cursor))
    query = query.where(*_equal(_SESSION_FILTERS, wanted))
    with database.reading() as session:
        rows = list(session.scalars(query))
    return page_of(rows[:limit], [row.id for row in rows], limit)


def recordings(
    database: Database,
    wanted: Mapping[str, Any],
    cursor: str | None,
    limit: int,
    scope: Studies = None,
) -> Page[RecordingView]:
    """Recordings, newest first. `wanted` has any of session, device, state, participant, study,
    prompt and playable.

    Raises Refusal `bad_request` for a cursor that is none.
    """
    query = select(RecordingRow).order_by(RecordingRow.id.desc()).limit(limit + 1)
    query = query.where(recordings_within(scope))
    query = query.where(*after(RecordingRow.id, cursor))
    query = query.where(*_equal(_RECORDING_FILTERS, wanted))
    if "playable" in wanted:
        query = query.where(_playable(wanted["playable"]))
    with database.reading() as session:
        rows = list(session.scalars(query))
        shown = views(session, rows[:limit])
    return page_of(shown, [row.id for row in rows], limit)


_SESSION_FILTERS: Mapping[str, Any] = {
    "participant": SessionRow.participant,
    "device": SessionRow.device,
    "study": SessionRow.study,
}
_RECORDING_FILTERS: Mapping[str, Any] = {
    "session": RecordingRow.session,
    "device": RecordingRow.device,
    "state": RecordingRow.state,
    "participant": RecordingRow.announcement["participant"].as_string(),
    "study": RecordingRow.announcement["study"].as_string(),
    "prompt": RecordingRow.announcement["prompt"].as_string(),
}


def _equal(filters: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    return [column == wanted[name] for name, column in filters.items() if name in wanted]


def _playable(wanted: bool) -> ColumnElement[bool]:
    is_ok = RecordingRow.probe["ok"].as_boolean()
    return is_ok.is_(True) if wanted else or_(RecordingRow.probe.is_(None), is_ok.is_(False))
