"""Withdrawal: a session, a recording or a participant goes, with every byte of it, for good.

The order is the promise: a line in the log of tombstones, one transaction over all rows, then the
files. Cut short after the line, the next opening does the rest before anybody is answered. Requests
that were under way when the rows went have ended before the files do.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from holdfast import crash
from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.ids import new_id
from holdfast.jsonform import FormatError, Json, Reader
from holdfast.orders import OrderKind
from server.auth.policy import Principal
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import OrderRow, RecordingRow, SessionRow, TombstoneRow, WithdrawalRow
from server.domain import import_rows, tombstones
from server.domain.keyed_locks import KeyedLocks
from server.domain.orders import Orders
from server.domain.refusals import Refusal
from server.domain.tombstones import TombstoneLog, gone, is_participant

Note = Callable[..., object]
"""Writes an entry of the audit log: actor, action, subject, and facts by name."""
Forget = Callable[[str | None, Sequence[str]], object]
"""Forgets all that belongs to a session, where there is one, and to these recordings."""
_KINDS: Final = {
    "session": OrderKind.WITHDRAW_SESSION,
    "recording": OrderKind.WITHDRAW_RECORDING,
}
_UNDER_WAY: Final = ("imports", "segments", "recordings")
"""Works whose requests look at the rows first and write files afterwards."""
_REMOVE_TRIES: Final = 5
_log = logging.getLogger(__name__)


class ParticipantWithdrawn(Exception):
    """A session is new here, but its participant was withdrawn before; never leaves the domain."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """One withdrawal, and how far it is. `subject` is an id; a participant's is empty."""

    id: str
    scope: str
    subject: str
    device: str | None
    reason: str
    at: datetime
    cleared_at: datetime | None
    """When every file of it was gone here."""
    confirmed_at: datetime | None
    """When the device said that its copies are gone too; None also where no device has any."""
    confirmation: Json | None

    @property
    def copies_may_remain(self) -> bool:
        """Whether a device has not said yet that it has no copy left, or said where others are."""
        if self.device is None:
            return False
        return self.confirmation is None or bool(self.confirmation.get("elsewhere"))

    def to_json(self) -> Json:
        return {
            "withdrawal": self.id,
            "scope": self.scope,
            "subject": self.subject,
            "device": self.device,
            "reason": self.reason,
            "at": rfc3339(self.at),
            "deleted_here_at": self.cleared_at and rfc3339(self.cleared_at),
            "deleted_on_device_at": self.confirmed_at and rfc3339(self.confirmed_at),
            "copies_may_remain": self.copies_may_remain,
            "confirmation": self.confirmation,
        }


class Withdrawals:
    """All that withdraws. Asked again, it is done once."""

    def __init__(
        self,
        data: Store,
        database: Database,
        log: TombstoneLog,
        orders: Orders,
        remove_files: Callable[[str, str], None],
        note: Note,
        clock: Clock,
    ) -> None:
        """`remove_files` deletes all files of a recording, by the ids of session and recording;
        `note` writes down who did what to what.
        """
        self._data = data
        self._database = database
        self._log = log
        self._orders = orders
        self._remove_files = remove_files
        self._note = note
        self._clock = clock
        self._locks = [KeyedLocks(data, work) for work in _UNDER_WAY]
        self._others: list[Forget] = []

    def also(self, forget: Forget) -> None:
        """Have somebody else, who keeps something of a session too, forget it with the files."""
        self._others.append(forget)

    # What an administrator asks for ----------------------------------------------------------

    def withdraw_session(self, session_id: str, reason: str, by: Principal | str) -> Withdrawn:
        """Withdraw a session with all its recordings, here and on its device.

        Raises Refusal `unknown_session`.
        """
        with self._database.writing() as session:
            row = _known(session, "session", session_id)
            if row is None:
                visit = session.get(SessionRow, session_id)
                if visit is None:
                    raise Refusal("unknown_session", "No such session is known here.")
                row = self._begin(session, "session", visit.id, visit.id, visit.device, reason)
        self._note(by, "session.withdrawn", f"session:{session_id}", withdrawal=row.id)
        return self._finished(row)

    def withdraw_recording(self, recording: str, reason: str, by: Principal | str) -> Withdrawn:
        """Withdraw one recording; the rest of its session stays. Raises Refusal."""
        with self._database.writing() as session:
            row = _known(session, "recording", recording)
            if row is None:
                found = session.get(RecordingRow, recording)
                if found is None:
                    raise Refusal("unknown_recording", "No such recording is known here.")
                row = self._begin(
                    session, "recording", recording, found.session, found.device, reason
                )
        self._note(by, "recording.withdrawn", f"recording:{recording}", withdrawal=row.id)
        return self._finished(row)

    def withdraw_participant(
        self, study: str | None, participant: str, reason: str, by: Principal | str
    ) -> list[Withdrawn]:
        """Withdraw every session of a participant, also those that devices announce later.

        Returns the sessions' withdrawals. Whoever takes part again needs another participant id.
        """
        with self._database.writing() as session:
            if not _participants(session, study, participant):
                hashed = tombstones.hashed_participant(study or "", participant)
                self._begin(session, "participant", hashed, None, None, reason)
            rows = [
                self._begin(session, "session", visit.id, visit.id, visit.device, reason)
                for visit in _visits(session, study, participant)
            ]
        # The log of who did what names no participant either.
        sessions = [row.subject for row in rows]
        self._note(by, "participant.withdrawn", f"study:{study or ''}", sessions=sessions)
        return [self._finished(row) for row in rows]

    def listing(self, *, open_only: bool = False) -> list[Withdrawn]:
        """Every withdrawal, newest first; with `open_only` those that may leave copies."""
        with self._database.reading() as session:
            rows = list(session.scalars(select(WithdrawalRow).order_by(WithdrawalRow.id.desc())))
            orders = {row.id: row for row in session.scalars(select(OrderRow))}
        found = [_view(row, orders.get(row.id)) for row in rows]
        if open_only:
            return [each for each in found if each.cleared_at is None or each.copies_may_remain]
        return found

    # What devices run into ---------------------------------------------------------------------

    def require_welcome(self, session: Session, visit: SessionRow) -> None:
        """Let a session be announced, unless it or its participant was withdrawn.

        In the caller's transaction. Raises Refusal `withdrawn`, ParticipantWithdrawn.
        """
        self.require_session(session, visit.id, visit.device)
        study = visit.content.get("study")
        named = _participants(session, study if isinstance(study, str) else None, visit.participant)
        if named:
            raise ParticipantWithdrawn(named[0].reason)

    def require_participant(self, study: str | None, participant: str) -> None:
        """Raises Refusal `withdrawn` for a participant who was withdrawn."""
        with self._database.reading() as session:
            named = _participants(session, study, participant)
        if named:
            raise Refusal("withdrawn", f"This participant was withdrawn: {named[0].reason}.")

    def require_session(self, session: Session, session_id: str, device: str) -> None:
        """Raises Refusal `withdrawn` for a session that was, `not_found` for another device's."""
        row = _known(session, "session", session_id)
        if row is None:
            return
        if row.device != device:
            raise Refusal("not_found", "There is nothing here.")
        raise gone(session, "session", row.reason, session_id, None, device)

    def refuse_session(self, visit: SessionRow, found: ParticipantWithdrawn) -> Refusal:
        """Order the device to delete a session whose participant was withdrawn before it came."""
        with self._database.writing() as session:
            if _known(session, "session", visit.id) is None:
                self._begin(session, "session", visit.id, visit.id, visit.device, found.reason)
            return gone(session, "session", found.reason, visit.id, None, visit.device)

    def gone_session(self, session_id: str, device: str | None) -> Refusal | None:
        """What to tell whoever asks for a session that is not here; None: it never was."""
        with self._database.reading() as session:
            row = _known(session, "session", session_id)
            if row is None or device not in (None, row.device):
                return None
            return gone(session, "session", row.reason, session_id, None, device)

    # Log, rows, files --------------------------------------------------------------------------

    def _begin(
        self,
        session: Session,
        scope: str,
        subject: str,
        visit: str | None,
        device: str | None,
        reason: str,
    ) -> WithdrawalRow:
        now = self._clock.now()
        line: Json = {
            "withdrawal": new_id(now),
            "scope": scope,
            "subject": subject,
            "session": visit,
            "device": device,
            "recordings": _ids(session, scope, subject),
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
        recordings = sorted({*reader.ids("recordings"), *_ids(session, scope, subject)})
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

    def _finished(self, row: WithdrawalRow) -> Withdrawn:
        if row.cleared_at is None:
            self._clear([row])
        with self._database.reading() as session:
            return _view(session.get_one(WithdrawalRow, row.id), session.get(OrderRow, row.id))

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
        for forget in self._others:
            forget(visit if row.scope == "session" else None, row.recordings)
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
        with self._database.writing() as session:
            for line in self._log.lines():
                self._follow(session, line)
            for row in _all(session, "participant"):
                self._withdraw_sessions_of(session, row)
        with self._database.reading() as session:
            left = list(
                session.scalars(select(WithdrawalRow).where(WithdrawalRow.cleared_at.is_(None)))
            )
        if left:
            self._clear(left)

    def _follow(self, session: Session, line: Json) -> None:
        try:
            if "withdrawal" in line:
                if _known(session, line.get("scope"), line.get("subject")) is None:
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
                self._begin(
                    session, "session", visit.id, visit.id, visit.device, participant.reason
                )


def _insistently(remove: Callable[[], None]) -> None:
    """A job that is being stopped may put a file into a folder while it is deleted."""
    for _ in range(_REMOVE_TRIES - 1):
        try:
            return remove()
        except OSError as error:
            _log.info("a folder is deleted again: %s", error.strerror)
    return remove()


def _known(session: Session, scope: object, subject: object) -> WithdrawalRow | None:
    return session.scalar(
        select(WithdrawalRow).where(WithdrawalRow.scope == scope, WithdrawalRow.subject == subject)
    )


def _all(session: Session, scope: str) -> list[WithdrawalRow]:
    return list(session.scalars(select(WithdrawalRow).where(WithdrawalRow.scope == scope)))


def _participants(session: Session, study: str | None, participant: str) -> list[WithdrawalRow]:
    """The withdrawals of this participant: none, or one."""
    return [
        row
        for row in _all(session, "participant")
        if is_participant(row.subject, study or "", participant)
    ]


def _visits(session: Session, study: str | None, participant: str) -> list[SessionRow]:
    found = session.scalars(select(SessionRow).where(SessionRow.participant == participant))
    return [row for row in found if (row.content.get("study") or "") == (study or "")]


def _ids(session: Session, scope: str, subject: str) -> list[str]:
    if scope == "recording":
        return [subject, *import_rows.staged_ids(session, recording=subject)]
    if scope == "participant":
        return []
    query = select(RecordingRow.id).where(RecordingRow.session == subject)
    known = list(session.scalars(query.order_by(RecordingRow.id)))
    return [*known, *import_rows.staged_ids(session, visit=subject)]


def _view(row: WithdrawalRow, order: OrderRow | None) -> Withdrawn:
    return Withdrawn(
        id=row.id,
        scope=row.scope,
        subject="" if row.scope == "participant" else row.subject,
        device=row.device,
        reason=row.reason,
        at=row.at,
        cleared_at=row.cleared_at,
        confirmed_at=None if order is None else order.done_at,
        confirmation=None if order is None else order.answer,
    )
