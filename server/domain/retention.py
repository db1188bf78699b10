"""How long studies keep what they recorded: a list first, and deletion when somebody says so.

What is due is withdrawn like everything that is deleted for good, so that no copy stays anywhere.
What somebody should look at first is listed, and deleted only by its id.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, parse
from server.auth.policy import Principal
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import RecordingRow, SegmentRow, SessionRow
from server.domain.refusals import Refusal
from server.domain.study_rules import StudyFile, rules_of
from server.domain.withdrawal import Note, Withdrawals
from server.domain.withdrawal_rows import Withdrawn

REASON: Final = "the study keeps it no longer"
HELD: Final = "held"
INCOMPLETE: Final = "not all of it came"
NOT_PLAYABLE: Final = "it cannot be played"


@dataclass(frozen=True, slots=True)
class Due:
    """A session whose time is over at `due_at`; `stays` says why it is not deleted even so."""

    session: str
    study: str
    due_at: datetime
    recordings: int
    size_bytes: int
    stays: str

    def to_json(self) -> Json:
        return {
            "session": self.session,
            "study": self.study,
            "due_at": rfc3339(self.due_at),
            "recordings": self.recordings,
            "bytes": self.size_bytes,
            "stays": self.stays or None,
        }


class Retention:
    """Lists what is due, and deletes it."""

    def __init__(
        self,
        data: Store,
        database: Database,
        studies: StudyFile,
        withdrawals: Withdrawals,
        note: Note,
        clock: Clock,
    ) -> None:
        self._data = data
        self._database = database
        self._studies = studies
        self._withdrawals = withdrawals
        self._note = note
        self._clock = clock

    def due(self, within: timedelta = timedelta()) -> list[Due]:
        """Sessions whose time is over, or will be `within` a while; the oldest first.

        Raises Refusal `unavailable` where a study's file cannot be understood.
        """
        until = self._clock.now() + within
        with self._database.reading() as session:
            visits = session.scalars(select(SessionRow).order_by(SessionRow.id))
            found = [each for visit in visits if (each := self._look_at(session, visit))]
        return sorted(
            (each for each in found if each.due_at <= until), key=lambda each: each.due_at
        )

    def _look_at(self, session: Session, visit: SessionRow) -> Due | None:
        try:
            kept = rules_of(self._studies, visit.content).kept
        except FormatError as error:
            raise Refusal(
                "unavailable", f"What is due cannot be told: {error}. Nothing was deleted."
            ) from error
        if kept is None:
            return None
        rows = list(session.scalars(select(RecordingRow).where(RecordingRow.session == visit.id)))
        sizes = select(SegmentRow.size_bytes).where(
            SegmentRow.recording.in_([row.id for row in rows]), SegmentRow.state == "stored"
        )
        newest = max((row.stored_at or row.created_at for row in rows), default=visit.created_at)
        return Due(
            session=visit.id,
            study=str(visit.content["study"]),
            due_at=newest + kept,
            recordings=len(rows),
            size_bytes=sum(session.scalars(sizes)),
            stays=self._why_it_stays(visit, rows),
        )

    def _why_it_stays(self, visit: SessionRow, rows: Sequence[RecordingRow]) -> str:
        reason = self.held(visit.id)
        if reason is not None:
            return f"{HELD}: {reason}"
        if any(row.state != "stored" for row in rows):
            return INCOMPLETE
        if any(row.expected and not (row.probe or {}).get("ok") for row in rows):
            return NOT_PLAYABLE
        return ""

    def delete(self, by: Principal | str, among: Collection[str] | None = None) -> list[Withdrawn]:
        """Withdraw every session (or each among these) that is due and has no reason to stay."""
        return [
            self._withdrawals.withdraw_session(each.session, REASON, by)
            for each in self.due()
            if not each.stays and (among is None or each.session in among)
        ]

    def held(self, session_id: str) -> str | None:
        """Why a session is held beyond its time; None where it is not."""
        path = self._data.hold_file(session_id)
        if not self._data.files.exists(path):
            return None
        try:
            return Reader(parse(self._data.files.read(path), path.name), path.name).text("reason")
        except FormatError:
            return "the note says no reason that can be read"

    def hold(self, session_id: str, reason: str, by: Principal | str) -> None:
        """Keep a session beyond its time, until `release`. Raises Refusal `unknown_session`."""
        self._require(session_id)
        content = {
            "format_version": FORMAT_VERSION,
            "reason": reason,
            "at": rfc3339(self._clock.now()),
        }
        self._data.files.write_replacing(self._data.hold_file(session_id), canonical(content))
        self._note(by, "session.held", f"session:{session_id}")

    def release(self, session_id: str, by: Principal | str) -> None:
        """Let a session go when its time is over. Raises Refusal `unknown_session`."""
        self._require(session_id)
        self._data.files.remove(self._data.hold_file(session_id))
        self._note(by, "session.released", f"session:{session_id}")

    def _require(self, session_id: str) -> None:
        with self._database.reading() as session:
            if session.get(SessionRow, session_id) is None:
                raise Refusal("unknown_session", "No such session is known here.")
