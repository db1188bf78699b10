"""Who may see a recording that nobody has kept yet. It is shown as arriving, and not played.

A participant may still redo it. One whose device has been silent for a week will hardly be kept any
more: what is here of it is then an incomplete recording, which an admin may open. Where a study
says `live_view: true`, its participants know that operators and admins watch while they record.
"""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from holdfast.clock import Clock
from holdfast.jsonform import FormatError
from server.auth.policy import Role
from server.db.engine import Database
from server.db.models import DeviceRow, RecordingRow, SegmentRow, SessionRow
from server.domain.refusals import Refusal
from server.domain.study_rules import StudyFile, rules_of
from server.jobs.scan import NOT_PASSED, QUARANTINED

SILENT: Final = timedelta(days=7)
_STAFF: Final = frozenset({Role.OPERATOR, Role.ADMIN})
NOT_KEPT: Final = (
    "This recording is still arriving, and may yet be discarded where it is made. It can be played "
    "once it is kept."
)

NOT_SCANNED: Final = (
    "The files of this recording are stored, and nobody may open them before they were scanned. "
    "Try again later."
)
IN_QUARANTINE: Final = (
    "The scan found something in this recording's files. They are stored unchanged, and nobody may "
    "open them; ask an administrator."
)


class Provisional:
    """Asked before anything of a recording is shown or played."""

    def __init__(
        self, database: Database, clock: Clock, scan_is_on: bool, studies: StudyFile
    ) -> None:
        self._database = database
        self._clock = clock
        self._scan_is_on = scan_is_on
        self._studies = studies

    def may_play(self, row: RecordingRow, role: Role) -> bool:
        """Whether somebody in this role may play what is here of a recording."""
        if self._is_kept_from_all(row):
            return False
        if row.state == "stored" or self._is_closed(row):
            return True
        if role in _STAFF and self._is_watched_live(row):
            return True
        return role is Role.ADMIN and self._is_silent(row)

    def why_not_played(self, row: RecordingRow, role: Role) -> str | None:
        """A sentence, unless somebody in this role may play it."""
        return None if self.may_play(row, role) else self._why(row)

    def may_look(self, row: RecordingRow, role: Role) -> bool:
        """Whether somebody in this role may see preview pictures: who watches it arrive may."""
        if self._is_kept_from_all(row):
            return False
        return role in _STAFF or self.may_play(row, role)

    def require_playable(self, row: RecordingRow, role: Role) -> None:
        """Raises Refusal `forbidden`."""
        if not self.may_play(row, role):
            raise Refusal("forbidden", self._why(row))

    def require_visible(self, row: RecordingRow, role: Role) -> None:
        """Raises Refusal `forbidden`."""
        if not self.may_look(row, role):
            raise Refusal("forbidden", self._why(row))

    def _is_kept_from_all(self, row: RecordingRow) -> bool:
        if row.state == "stored":
            return row.scan in NOT_PASSED
        return self._scan_is_on

    def _why(self, row: RecordingRow) -> str:
        if row.scan == QUARANTINED:
            return IN_QUARANTINE
        return NOT_SCANNED if self._is_kept_from_all(row) else NOT_KEPT

    def _is_closed(self, row: RecordingRow) -> bool:
        """Whether somebody said that the session is over: what is open then is incomplete."""
        with self._database.reading() as session:
            visit = session.get(SessionRow, row.session)
        return visit is not None and visit.closed_at is not None

    def _is_watched_live(self, row: RecordingRow) -> bool:
        with self._database.reading() as session:
            visit = session.get(SessionRow, row.session)
        try:
            return visit is not None and rules_of(self._studies, visit.content).live_view
        except FormatError:
            # A study's file that cannot be understood allows nothing.
            return False

    def _is_silent(self, row: RecordingRow) -> bool:
        with self._database.reading() as session:
            heard_at = _last_heard(session, row)
        return self._clock.now() - heard_at >= SILENT


def _last_heard(session: Session, row: RecordingRow) -> datetime:
    device = session.get(DeviceRow, row.device)
    newest = select(func.max(SegmentRow.changed_at)).where(SegmentRow.recording == row.id)
    contact_at = None if device is None else device.last_contact_at
    heard = (row.created_at, contact_at, session.scalar(newest))
    return max(each for each in heard if each is not None)
