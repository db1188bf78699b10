"""Whether a file whose SHA-256 nobody said beforehand may begin, and where it belongs.

It adds the file's row, or finds the one that was begun before. It takes no byte.
"""

from sqlalchemy.orm import Session

from holdfast.clock import Clock
from server.db.engine import Database
from server.db.models import ImportRow
from server.domain.admission import Admission
from server.domain.default_sessions import DefaultSessions
from server.domain.import_papers import participant_of
from server.domain.import_values import require_session, same
from server.domain.sessions import Sessions, own_recording


class Beginning:
    """Begins files; threads may share it."""

    def __init__(
        self, database: Database, sessions: Sessions, admission: Admission, clock: Clock
    ) -> None:
        self._database = database
        self._default_sessions = DefaultSessions(database, sessions, clock)
        self._admission = admission
        self._clock = clock

    def begin(self, row: ImportRow, *, belongs: bool = False) -> ImportRow:
        """Add this row, or find the one that was begun with its id.

        `belongs`: it is of a file that was begun before, and finished while there is any room.

        Raises Refusal: `unknown_session`, `unknown_recording`, `withdrawn`, `conflict` where the id
        stands for something else, and those of `Admission.require_for_recording` and
        `require_for_segment`.
        """
        if row.purpose == "recording" and row.session is None:
            row.session = self._default_sessions.of(row.device, participant_of(row.details))
        with self._database.writing() as database:
            here = database.get(ImportRow, row.id)
            if here is not None:
                return same(here, row)
            if row.purpose == "segment":
                row.session = own_recording(database, row.recording or "", row.device).session
            elif row.session is not None:
                require_session(database, row.session, row.device)
            self._require_admitted(database, row, belongs=belongs)
            row.created_at = row.changed_at = self._clock.now()
            database.add(row)
        return row

    def _require_admitted(self, database: Session, row: ImportRow, *, belongs: bool) -> None:
        self._admission.require_mounted()
        if row.purpose == "segment":
            # Its recording was let in when it was announced.
            self._admission.require_few_open(database, row.device)
        elif not belongs:
            self._admission.require_for_recording(database, row.device)
        self._admission.require_for_segment(database, row.device, row.size_bytes or 0)
