"""How long studies keep what they recorded: a list first, and deletion when somebody says so.

What is due is withdrawn like everything that is deleted for good, so that no copy stays anywhere.
What somebody should look at first is listed, and deleted only by its id.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
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


@dataclass(frozen=True, slots=True)
class Oldest:
    """What was due first, and how much more there is."""

    goes: Sequence[Due]
    stays: Sequence[Due]
    soon: Sequence[Due]
    more_due: int
    """That were not looked at."""
    more_stays: int
    more_soon: int


@dataclass(frozen=True, slots=True)
class _Time:
    """When a session's time is over."""

    session: str
    study: str
    due_at: datetime


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

    def due(
        self, within: timedelta = timedelta(), among: Collection[str] | None = None
    ) -> list[Due]:
        """Sessions whose time is over, or will be `within` a while; the oldest first.

        Raises Refusal `unavailable` where a study's file cannot be understood.
        """
        until = self._clock.now() + within
        with self._database.reading() as session:
            return [
                self._look_at(session, each)
                for each in self._times(session)
                if each.due_at <= until and (among is None or each.session in among)
            ]

    def oldest(self, within: timedelta, most: int) -> Oldest:
        """What is due, and what will be `within` a while; of each at most so many.

        Raises Refusal `unavailable` where a study's file cannot be understood.
        """
        now = self._clock.now()
        with self._database.reading() as session:
            times = self._times(session)
            due = [each for each in times if each.due_at <= now]
            soon = [each for each in times if now < each.due_at <= now + within]
            goes: list[Due] = []
            stays: list[Due] = []
            for each in due:
                if len(goes) == most:
                    break
                looked = self._look_at(session, each)
                (stays if looked.stays else goes).append(looked)
            return Oldest(
                goes=goes,
                stays=stays[:most],
                soon=[self._look_at(session, each) for each in soon[:most]],
                more_due=len(due) - len(goes) - len(stays),
                more_stays=max(0, len(stays) - most),
                more_soon=max(0, len(soon) - most),
            )

    def _times(self, session: Session) -> list[_Time]:
        """When the time of each session is over that is not kept for good; the earliest first."""
        newest = func.max(func.coalesce(RecordingRow.stored_at, RecordingRow.created_at))
        query = (
            select(SessionRow.id, SessionRow.study, func.coalesce(newest, SessionRow.created_at))
            .outerjoin(RecordingRow, RecordingRow.session == SessionRow.id)
            .where(SessionRow.study.is_not(None))
            .group_by(SessionRow.id, SessionRow.study, SessionRow.created_at)
        )
        kept: dict[str, timedelta | None] = {}
        found: list[_Time] = []
        for visit, study, newest_at in session.execute(query):
            name = str(study)
            if name not in kept:
                kept[name] = self._kept(name)
            lasts = kept[name]
            if lasts is not None:
                found.append(_Time(visit, name, newest_at + lasts))
        return sorted(found, key=lambda each: (each.due_at, each.session))

    def _kept(self, study: str) -> timedelta | None:
        try:
            return rules_of(self._studies, {"study": study}).kept
        except FormatError as error:
            raise Refusal(
                "unavailable", f"What is due cannot be told: {error}. Nothing was deleted."
            ) from error

    def _look_at(self, session: Session, time: _Time) -> Due:
        visit = session.get_one(SessionRow, time.session)
        rows = list(session.scalars(select(RecordingRow).where(RecordingRow.session == visit.id)))
        sizes = select(SegmentRow.size_bytes).where(
            SegmentRow.recording.in_([row.id for row in rows]), SegmentRow.state == "stored"
        )
        return Due(
            session=visit.id,
            study=time.study,
            due_at=time.due_at,
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
            for each in self.due(among=among)
            if not each.stays
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
