"""What a withdrawal would take along, before anybody asks for it. It changes nothing."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import DeviceRow, JobRow, RecordingRow, SegmentRow, SessionRow
from server.domain.refusals import Refusal
from server.domain.withdrawal_rows import visits_of


@dataclass(frozen=True, slots=True)
class Goes:
    """One session that goes. Sizes in bytes; `made` are files that jobs made of it."""

    session: str
    participant: str
    device: str
    device_name: str | None
    recordings: tuple[str, ...]
    segments: int
    size_bytes: int
    jobs: int
    made: tuple[str, ...]


class WithdrawalPreview:
    """Looks at what there is."""

    def __init__(self, data: Store, database: Database) -> None:
        self._data = data
        self._database = database

    def of_session(self, session_id: str) -> Goes:
        """What goes with a session. Raises Refusal `unknown_session`."""
        with self._database.reading() as session:
            visit = session.get(SessionRow, session_id)
            if visit is None:
                raise Refusal("unknown_session", "No such session is known here.")
            return self._look_at(session, visit)

    def of_participant(self, study: str | None, participant: str) -> list[Goes]:
        """What goes with a participant of a study: each session that is here."""
        with self._database.reading() as session:
            return [self._look_at(session, each) for each in visits_of(session, study, participant)]

    def _look_at(self, session: Session, visit: SessionRow) -> Goes:
        owned = select(RecordingRow.id).where(RecordingRow.session == visit.id)
        recordings = tuple(session.scalars(owned.order_by(RecordingRow.id)))
        stored = SegmentRow.recording.in_(recordings)
        sizes = select(func.count(), func.sum(SegmentRow.size_bytes)).where(stored)
        segments, size_bytes = session.execute(sizes).one()
        jobs = select(func.count()).where(JobRow.recording.in_(recordings))
        device = session.get(DeviceRow, visit.device)
        return Goes(
            session=visit.id,
            participant=visit.participant,
            device=visit.device,
            device_name=None if device is None else device.name,
            recordings=recordings,
            segments=segments,
            size_bytes=int(size_bytes or 0),
            jobs=session.scalar(jobs) or 0,
            made=self._made(visit.id, recordings),
        )

    def _made(self, visit: str, recordings: tuple[str, ...]) -> tuple[str, ...]:
        found: set[str] = set()
        for each in recordings:
            folder = self._data.recording(visit, each)
            found.update(self._data.files.names(folder.derived))
            if self._data.files.exists(folder.assembled):
                found.add(folder.assembled.name)
        return tuple(sorted(found))
