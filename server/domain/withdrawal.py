"""Withdrawal: a session, a recording or a participant goes, with every byte of it, for good.

What administrators ask for, and what devices run into afterwards; how it is done, and in which
order, is `withdrawal_steps`.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.auth.policy import Principal
from server.db.engine import Database
from server.db.models import OrderRow, RecordingRow, SessionRow, WithdrawalRow
from server.domain import tombstones
from server.domain.paging import Page, after, page_of, required
from server.domain.refusals import Refusal
from server.domain.tombstones import gone
from server.domain.withdrawal_rows import Withdrawn, known, of_participant, view, visits_of
from server.domain.withdrawal_steps import WithdrawalSteps

Note = Callable[..., object]
"""Writes an entry of the audit log: actor, action, subject, and facts by name."""
_BATCH: Final = 500


class ParticipantWithdrawn(Exception):
    """A session is new here, but its participant was withdrawn before; never leaves the domain."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Withdrawals:
    """All that withdraws. Asked again, it is done once."""

    def __init__(self, database: Database, steps: WithdrawalSteps, note: Note) -> None:
        """`note` writes down who did what to what."""
        self._database = database
        self._steps = steps
        self._note = note

    # What an administrator asks for ----------------------------------------------------------

    def withdraw_session(self, session_id: str, reason: str, by: Principal | str) -> Withdrawn:
        """Withdraw a session with all its recordings, here and on its device.

        Raises Refusal `unknown_session`.
        """
        with self._database.writing() as session:
            row = known(session, "session", session_id)
            if row is None:
                visit = session.get(SessionRow, session_id)
                if visit is None:
                    raise Refusal("unknown_session", "No such session is known here.")
                row = self._steps.begin(
                    session, "session", visit.id, visit.id, visit.device, reason
                )
        self._note(by, "session.withdrawn", f"session:{session_id}", withdrawal=row.id)
        return self._finished(row)

    def withdraw_recording(self, recording: str, reason: str, by: Principal | str) -> Withdrawn:
        """Withdraw one recording; the rest of its session stays. Raises Refusal."""
        with self._database.writing() as session:
            row = known(session, "recording", recording)
            if row is None:
                found = session.get(RecordingRow, recording)
                if found is None:
                    raise Refusal("unknown_recording", "No such recording is known here.")
                row = self._steps.begin(
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
            if not of_participant(session, study, participant):
                hashed = tombstones.hashed_participant(study or "", participant)
                self._steps.begin(session, "participant", hashed, None, None, reason)
            rows = [
                self._steps.begin(session, "session", visit.id, visit.id, visit.device, reason)
                for visit in visits_of(session, study, participant)
            ]
        # The log of who did what names no participant either.
        sessions = [row.subject for row in rows]
        self._note(by, "participant.withdrawn", f"study:{study or ''}", sessions=sessions)
        return [self._finished(row) for row in rows]

    def listing(self, *, open_only: bool = False) -> list[Withdrawn]:
        """Every withdrawal, newest first; with `open_only` those that may leave copies."""
        return list(self._newest(None, open_only))

    def page(self, cursor: str | None, limit: int, *, open_only: bool) -> Page[Withdrawn]:
        """So many of them. Raises Refusal `bad_request` for a cursor that is none."""
        before = None if cursor is None else required(cursor)
        found = list(islice(self._newest(before, open_only), limit + 1))
        return page_of(found[:limit], [each.id for each in found], limit)

    def _newest(self, before: str | None, open_only: bool) -> Iterator[Withdrawn]:
        while batch := self._batch(before):
            yield from (each for each in batch if each.is_open or not open_only)
            before = batch[-1].id

    def _batch(self, before: str | None) -> list[Withdrawn]:
        query = select(WithdrawalRow, OrderRow).outerjoin(OrderRow, OrderRow.id == WithdrawalRow.id)
        query = query.where(*after(WithdrawalRow.id, before))
        with self._database.reading() as session:
            rows = session.execute(query.order_by(WithdrawalRow.id.desc()).limit(_BATCH))
            return [view(row, order) for row, order in rows]

    # What devices run into ---------------------------------------------------------------------

    def require_welcome(self, session: Session, visit: SessionRow) -> None:
        """Let a session be announced, unless it or its participant was withdrawn.

        In the caller's transaction. Raises Refusal `withdrawn`, ParticipantWithdrawn.
        """
        self.require_session(session, visit.id, visit.device)
        study = visit.content.get("study")
        named = of_participant(
            session, study if isinstance(study, str) else None, visit.participant
        )
        if named:
            raise ParticipantWithdrawn(named[0].reason)

    def require_participant(self, study: str | None, participant: str) -> None:
        """Raises Refusal `withdrawn` for a participant who was withdrawn."""
        with self._database.reading() as session:
            named = of_participant(session, study, participant)
        if named:
            raise Refusal("withdrawn", f"This participant was withdrawn: {named[0].reason}.")

    def require_session(self, session: Session, session_id: str, device: str) -> None:
        """Raises Refusal `withdrawn` for a session that was, `not_found` for another device's."""
        row = known(session, "session", session_id)
        if row is None:
            return
        if row.device != device:
            raise Refusal("not_found", "There is nothing here.")
        raise gone(session, "session", row.reason, session_id, None, device)

    def refuse_session(self, visit: SessionRow, found: ParticipantWithdrawn) -> Refusal:
        """Order the device to delete a session whose participant was withdrawn before it came."""
        with self._database.writing() as session:
            if known(session, "session", visit.id) is None:
                self._steps.begin(
                    session, "session", visit.id, visit.id, visit.device, found.reason
                )
            return gone(session, "session", found.reason, visit.id, None, visit.device)

    def gone_session(self, session_id: str, device: str | None) -> Refusal | None:
        """What to tell whoever asks for a session that is not here; None: it never was."""
        with self._database.reading() as session:
            row = known(session, "session", session_id)
            if row is None or device not in (None, row.device):
                return None
            return gone(session, "session", row.reason, session_id, None, device)

    def _finished(self, row: WithdrawalRow) -> Withdrawn:
        self._steps.finish(row)
        with self._database.reading() as session:
            return view(session.get_one(WithdrawalRow, row.id), session.get(OrderRow, row.id))
