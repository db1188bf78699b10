"""How a withdrawal is done: a line in the log of tombstones, the rows, then the files.

Cut short after the line, the next opening does the rest before anybody is answered. Requests that
were under way when the rows went have ended before the files do.
"""

import hashlib
import logging
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from holdfast import crash
from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.ids import new_id
from holdfast.jsonform import FormatError, Json, Reader
from holdfast.orders import OrderKind
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import (
    MetaRow,
    OrderRow,
    RecordingRow,
    SessionRow,
    TombstoneRow,
    WithdrawalRow,
)
from server.domain import import_rows, tombstones
from server.domain.keyed_locks import KeyedLocks
from server.domain.orders import Orders
from server.domain.tombstones import TombstoneLog, digest_of, is_participant
from server.domain.withdrawal_rows import all_of, known, recordings_of

_KINDS: Final = {
    "session": OrderKind.WITHDRAW_SESSION,
    "recording": OrderKind.WITHDRAW_RECORDING,
}
_UNDER_WAY: Final = ("imports", "segments", "recordings")
"""Works whose requests look at the rows first and write files afterwards."""
_REMOVE_TRIES: Final = 5
_FOLLOWED: Final = "tombstones_followed"
"""Which lines of the log the rows follow, so that they are gone through once."""
_log = logging.getLogger(__name__)


class WithdrawalSteps:
    """Has rows and files follow the log. Done again, nothing changes."""

    def __init__(
        self,
        data: Store,
        database: Database,
        log: TombstoneLog,
        orders: Orders,
        remove_files: Callable[[str, str], None],
        clock: Clock,
    ) -> None:
        """`remove_files` deletes all files of a recording, by the ids of session and recording."""
        self._data = data
        self._database = database
        self._log = log
        self._orders = orders
        self._remove_files = remove_files
        self._clock = clock
        self._locks = [KeyedLocks(data, work) for work in _UNDER_WAY]

    def begin(
        self,
        session: Session,
        scope: str,
        subject: str,
        visit: str | None,
        device: str | None,
        reason: str,
    ) -> WithdrawalRow:
        """Write the line, and have the rows say it, in the caller's transaction."""
        now = self._clock.now()
        line: Json = {
            "withdrawal": new_id(now),
            "scope": scope,
            "subject": subject,
            "session": visit,
            "device": device,
            "recordings": recordings_of(session, scope, subject),
            "reason": reason,
            "at": rfc3339(now),
        }
        self._log.append(line)
        crash.point("receiver.after-tombstone")
        return self._apply(session, line)

    def _apply(self, session: Session, line: Json) -> WithdrawalRow:
        """Make the rows say what a line of the log says."""
        reader = Reader(line, "a withdrawal")
        scope, subject = reader.choice("scope", ("session", "recording", "participant")), ""
        subject = reader.text("subject")
        visit, device = reader.optional_text("session"), reader.optional_text("device")
        recordings = sorted({*reader.ids("recordings"), *recordings_of(session, scope, subject)})
        at = parse_rfc3339(reader.text("at"))
        row = WithdrawalRow(
            id=reader.id("withdrawal"),
            scope=scope,
            subject=subject,
            device=device,
            reason=reader.text("reason"),
            at=at,
            recordings=recordings,
            # Of a participant nothing is kept but their sessions, which have lines of their own.
            cleared_at=at if scope == "participant" else None,
        )
        session.add(row)
        if visit is not None and device is not None:
            self._drop_rows(session, row, visit, device)
            self._orders.give(
                session, row.id, _KINDS[scope], visit, device, recordings, row.reason, at
            )
        session.flush()
        return row

    def _drop_rows(self, session: Session, row: WithdrawalRow, visit: str, device: str) -> None:
        for each in row.recordings:
            session.merge(
                TombstoneRow(
                    recording=each, device=device, reason=row.reason, at=row.at, session=visit
                )
            )
        session.execute(delete(RecordingRow).where(RecordingRow.id.in_(row.recordings)))
        import_rows.forget(session, row.recordings, visit if row.scope == "session" else None)
        if row.scope == "session":
            session.execute(delete(SessionRow).where(SessionRow.id == visit))

    def finish(self, row: WithdrawalRow) -> None:
        """Delete the files of a withdrawal whose rows are gone, unless that was done."""
        if row.cleared_at is None:
            self._clear([row])

    def _clear(self, rows: Iterable[WithdrawalRow]) -> None:
        """Delete the files of withdrawals whose rows are gone, and note that."""
        for locks in self._locks:
            locks.wait_for_all()
        for row in rows:
            crash.point("receiver.before-withdrawn-files")
            try:
                self._delete_files(row)
            except OSError as error:
                # Nobody can see them any more; they are deleted at the next start.
                _log.error("files of the withdrawal %s are left (%s)", row.id, error.strerror)
                continue
            with self._database.writing() as session:
                session.get_one(WithdrawalRow, row.id).cleared_at = self._clock.now()

    def _delete_files(self, row: WithdrawalRow) -> None:
        visit = self._visit_of(row)
        for each in row.recordings:
            _insistently(partial(self._remove_files, visit, each))
        if row.scope == "session":
            _insistently(partial(self._data.files.remove_folder, self._data.session_folder(visit)))

    def _visit_of(self, row: WithdrawalRow) -> str:
        if row.scope == "session":
            return row.subject
        with self._database.reading() as session:
            order = session.get_one(OrderRow, row.id)
            return order.session

    def replay(self) -> None:
        """Have the rows follow the log, and finish what a crash or a restored backup left.

        Before anything is served. Raises SecondLogAway, FormatError.
        """
        self._log.take_over()
        lines = self._log.lines()
        state = hashlib.sha256("".join(sorted(map(digest_of, lines))).encode()).hexdigest()
        with self._database.reading() as session:
            followed = session.get(MetaRow, _FOLLOWED)
        if followed is None or followed.value != state:
            with self._database.writing() as session:
                for line in lines:
                    self._follow(session, line)
                for row in all_of(session, "participant"):
                    self._withdraw_sessions_of(session, row)
                session.merge(MetaRow(key=_FOLLOWED, value=state))
        with self._database.reading() as session:
            left = list(
                session.scalars(select(WithdrawalRow).where(WithdrawalRow.cleared_at.is_(None)))
            )
        if left:
            self._clear(left)

    def sweep(self) -> None:
        """Delete files of withdrawn sessions that somebody put back. For who serves alone."""
        with self._database.reading() as session:
            visits = [row.subject for row in all_of(session, "session")]
        for visit in visits:
            _insistently(partial(self._data.files.remove_folder, self._data.session_folder(visit)))

    def _follow(self, session: Session, line: Json) -> None:
        try:
            if "withdrawal" in line:
                if known(session, line.get("scope"), line.get("subject")) is None:
                    self._apply(session, line)
            elif "confirmed" in line:
                self._orders.take_in(session, line)
            elif session.get(TombstoneRow, line.get("recording")) is None:
                row = tombstones.tombstone_row(line)
                session.execute(delete(RecordingRow).where(RecordingRow.id == row.recording))
                session.add(row)
                session.flush()
        except FormatError as error:
            _log.error("a line of the tombstones was passed over: %s", error)

    def _withdraw_sessions_of(self, session: Session, participant: WithdrawalRow) -> None:
        """A backup may bring back sessions that the log does not name."""
        for visit in session.scalars(select(SessionRow)):
            study = visit.content.get("study")
            if is_participant(participant.subject, study or "", visit.participant):
                self.begin(session, "session", visit.id, visit.id, visit.device, participant.reason)


def _insistently(remove: Callable[[], None]) -> None:
    """A job that is being stopped may put a file into a folder while it is deleted."""
    for _ in range(_REMOVE_TRIES - 1):
        try:
            return remove()
        except OSError as error:
            _log.info("a folder is deleted again: %s", error.strerror)
    return remove()
