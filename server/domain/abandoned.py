"""What came of recordings that never became whole: kept for long, the device told before it goes.

It leaves no tombstone: a device that comes back with the recording is as welcome as ever. Only a
device that was told, and let the time pass, loses what it had sent; its own copy is not touched.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.ids import new_id
from holdfast.jsonform import FormatError, Json
from holdfast.orders import OrderKind
from server.auth.policy import Principal
from server.db.engine import Database
from server.db.models import OrderRow, RecordingRow, SegmentRow, SessionRow
from server.domain.orders import Orders
from server.domain.recordings import Recordings
from server.domain.refusals import Refusal
from server.domain.study_rules import StudyFile, rules_of
from server.domain.withdrawal import Note

NOTICE: Final = timedelta(days=14)
"""So long before it goes the device is told; half the whole time where that is shorter."""
LEAST: Final = timedelta(hours=12)
"""Nothing younger is looked at: no study's time is shorter than a day."""
REASON: Final = "nothing of it came for long"


@dataclass(frozen=True, slots=True)
class Abandoned:
    """A recording of which nothing came since `since`; `goes_at` None until its device is told."""

    recording: str
    session: str
    device: str
    since: datetime
    due_at: datetime
    told_at: datetime | None
    goes_at: datetime | None
    size_bytes: int

    def to_json(self) -> Json:
        return {
            "recording": self.recording,
            "session": self.session,
            "device": self.device,
            "since": rfc3339(self.since),
            "due_at": rfc3339(self.due_at),
            "told_at": self.told_at and rfc3339(self.told_at),
            "goes_at": self.goes_at and rfc3339(self.goes_at),
            "bytes": self.size_bytes,
        }


@dataclass(frozen=True, slots=True)
class _Idle:
    """An open recording, since when nothing of it came, and how long that may last."""

    row: RecordingRow
    since: datetime
    lasts: timedelta

    @property
    def notice(self) -> timedelta:
        return min(NOTICE, self.lasts / 2)


class AbandonedUploads:
    """Tells devices, lists, and deletes."""

    def __init__(
        self,
        database: Database,
        studies: StudyFile,
        orders: Orders,
        recordings: Recordings,
        note: Note,
        clock: Clock,
    ) -> None:
        self._database = database
        self._studies = studies
        self._orders = orders
        self._recordings = recordings
        self._note = note
        self._clock = clock

    def tell(self, device: str) -> None:
        """Order notices about what this device left, when the time comes. At each contact."""
        with self._database.reading() as session:
            due = [each for each in self._idle(session, device) if self._is_to_tell(session, each)]
        if not due:
            return
        with self._database.writing() as session:
            for each in due:
                self._give_notice(session, each)

    def _is_to_tell(self, session: Session, idle: _Idle) -> bool:
        is_time = self._clock.now() >= idle.since + idle.lasts - idle.notice
        return is_time and _notice(session, idle) is None

    def _give_notice(self, session: Session, idle: _Idle) -> None:
        now = self._clock.now()
        self._orders.give(
            session,
            new_id(now),
            OrderKind.NOTICE,
            idle.row.session,
            idle.row.device,
            [idle.row.id],
            REASON,
            now,
            max(idle.since + idle.lasts, now + idle.notice),
        )

    def _idle(self, session: Session, device: str | None = None) -> list[_Idle]:
        """Open recordings that are not brand new, the oldest first."""
        newest = (
            select(func.max(SegmentRow.changed_at))
            .where(SegmentRow.recording == RecordingRow.id)
            .scalar_subquery()
        )
        query = (
            select(RecordingRow, SessionRow.content, newest)
            .join(SessionRow, SessionRow.id == RecordingRow.session)
            .where(RecordingRow.state == "open")
            .where(RecordingRow.created_at <= self._clock.now() - LEAST)
            .order_by(RecordingRow.id)
        )
        if device is not None:
            query = query.where(RecordingRow.device == device)
        return [
            _Idle(row, max(row.created_at, changed_at or row.created_at), self._lasts(content))
            for row, content, changed_at in session.execute(query)
        ]

    def _lasts(self, content: Json) -> timedelta:
        try:
            return rules_of(self._studies, content).abandoned_after
        except FormatError as error:
            raise Refusal(
                "unavailable", f"What is abandoned cannot be told: {error}. Nothing was deleted."
            ) from error

    def listing(self) -> list[Abandoned]:
        """Every recording whose device is, or should be, told; the oldest first."""
        now = self._clock.now()
        with self._database.reading() as session:
            return [
                self._view(session, each)
                for each in self._idle(session)
                if now >= each.since + each.lasts - each.notice
            ]

    def _view(self, session: Session, idle: _Idle) -> Abandoned:
        notice = _notice(session, idle)
        sizes = select(SegmentRow.size_bytes).where(SegmentRow.recording == idle.row.id)
        told_at = None if notice is None else notice.done_at
        return Abandoned(
            recording=idle.row.id,
            session=idle.row.session,
            device=idle.row.device,
            since=idle.since,
            due_at=idle.since + idle.lasts,
            told_at=told_at,
            goes_at=_goes_at(idle, notice),
            size_bytes=sum(session.scalars(sizes)),
        )

    def delete(self, by: Principal | str, among: Collection[str] | None = None) -> list[Abandoned]:
        """Delete what came of recordings, or of those among these, whose devices were told and let
        the time pass.
        """
        now = self._clock.now()
        gone = []
        for each in self.listing():
            is_time = each.goes_at is not None and each.goes_at <= now
            is_meant = among is None or each.recording in among
            if is_time and is_meant and self._recordings.forget_open(each.recording, each.since):
                self._note(by, "recording.abandoned", f"recording:{each.recording}")
                gone.append(each)
        return gone


def _goes_at(idle: _Idle, notice: OrderRow | None) -> datetime | None:
    """When it may go: as the notice says, and never sooner after the device heard of it."""
    if notice is None or notice.done_at is None:
        return None
    return max(parse_rfc3339(str(notice.content["expires_at"])), notice.done_at + idle.notice)


def _notice(session: Session, idle: _Idle) -> OrderRow | None:
    """The notice about this recording, given since something of it came last."""
    query = select(OrderRow).where(
        OrderRow.kind == OrderKind.NOTICE.value,
        OrderRow.session == idle.row.session,
        OrderRow.created_at > idle.since,
    )
    return next(
        (row for row in session.scalars(query) if idle.row.id in row.content["recordings"]), None
    )
