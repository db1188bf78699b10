"""What is known of a recording, for devices, pages and programs: state, segments, four lights.

Each light is derived from evidence when it is asked for; none is stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from holdfast.clock import rfc3339
from holdfast.jsonform import Json
from server.db.engine import Database
from server.db.models import JobRow, RecordingRow, SegmentRow
from server.domain.scope import Studies, recordings_within
from server.domain.sessions import own_recording
from server.jobs.kinds import is_for_film
from server.jobs.scan import NOT_PASSED

NO_SEGMENTS = "The recording has no segments: nothing was recorded, so nothing can be played."


@dataclass(frozen=True, slots=True)
class RecordingView:
    """One recording as others see it. Durations in seconds."""

    id: str
    session: str
    participant: str
    prompt: str | None
    take: int
    started_at: str
    state: str
    stored: tuple[int, ...]
    stored_bytes: int
    missing: tuple[int, ...] | None
    duration_s: float | None
    probe: Json | None
    failure: str | None
    job: Json | None
    """What is done to make it playable; what is made of it afterwards is not told here."""

    @property
    def is_received(self) -> bool:
        """The manifest is known and no segment of it is missing."""
        return self.state == "stored" and self.missing == ()

    @property
    def is_verified(self) -> bool:
        """A receipt was given. The device compares it with its own files."""
        return self.state == "stored"

    @property
    def is_playable(self) -> bool:
        return self.probe is not None and self.probe["ok"] is True

    @property
    def why_not_playable(self) -> str | None:
        """A sentence, unless it is playable."""
        if self.is_playable:
            return None
        if self.state == "open":
            return "The recording is not complete here yet."
        if not self.stored and self.missing == ():
            return NO_SEGMENTS
        if self.job is not None:
            return f"The receiver is still preparing the video ({self.job['kind']})."
        return self.failure or "The receiver has not prepared the video."

    def to_json(self) -> Json:
        return {
            "recording": self.id,
            "session": self.session,
            "participant": self.participant,
            "prompt": self.prompt,
            "take": self.take,
            "started_at": self.started_at,
            "duration_s": self.duration_s,
            "state": self.state,
            "segments": {
                "stored": len(self.stored),
                "bytes": self.stored_bytes,
                "missing": None if self.missing is None else list(self.missing),
            },
            "custody": {
                "received": self.is_received,
                "verified": self.is_verified,
                "playable": self.is_playable,
            },
            "playable": {
                "ok": self.is_playable,
                "reason": self.why_not_playable,
                "job": self.job,
            },
            "video": self.video,
            "files": [] if self.probe is None else self.probe.get("files", []),
        }

    @property
    def video(self) -> Json | None:
        """What the probe found in the assembled file."""
        return None if self.probe is None else self.probe.get("video")


class Custody:
    """Reads views. A device sees its own recordings only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def view(self, recording: str, device: str | None) -> RecordingView:
        """One recording. Raises Refusal `unknown_recording`, `withdrawn`."""
        with self._database.reading() as session:
            return views(session, [own_recording(session, recording, device)])[0]

    def row(self, recording: str, device: str | None) -> RecordingRow:
        """One recording's row. Raises Refusal `unknown_recording`, `withdrawn`."""
        with self._database.reading() as session:
            return own_recording(session, recording, device)

    def announced(self, recordings: Sequence[str]) -> dict[str, Json]:
        """Recording -> its announcement, of those that are here."""
        query = select(RecordingRow.id, RecordingRow.announcement)
        with self._database.reading() as session:
            found = session.execute(query.where(RecordingRow.id.in_(recordings)))
            return {row.id: row.announcement for row in found}

    def newest(self, before: str | None, limit: int, scope: Studies = None) -> list[RecordingView]:
        """Recordings, newest first, with ids before `before`."""
        query = select(RecordingRow).order_by(RecordingRow.id.desc()).limit(limit)
        query = query.where(recordings_within(scope))
        if before is not None:
            query = query.where(RecordingRow.id < before)
        with self._database.reading() as session:
            return views(session, list(session.scalars(query)))

    def in_session(self, session_id: str) -> list[RecordingView]:
        """A session's recordings, oldest first."""
        query = select(RecordingRow).where(RecordingRow.session == session_id)
        with self._database.reading() as session:
            return views(session, list(session.scalars(query.order_by(RecordingRow.id))))

    def stored_bytes(self) -> int:
        """Bytes of all segments that are whole; equals the sizes of their files."""
        query = select(func.sum(SegmentRow.size_bytes)).where(SegmentRow.state == "stored")
        with self._database.reading() as session:
            return session.scalar(query) or 0


def views(session: Session, rows: Sequence[RecordingRow]) -> list[RecordingView]:
    """What is known of these recordings, in their order."""
    ids = [row.id for row in rows]
    segments: dict[str, dict[int, int]] = {}
    stored = select(SegmentRow.recording, SegmentRow.number, SegmentRow.size_bytes)
    stored = stored.where(SegmentRow.recording.in_(ids), SegmentRow.state == "stored")
    for recording, number, size_bytes in session.execute(stored.order_by(SegmentRow.number)):
        segments.setdefault(recording, {})[number] = size_bytes
    jobs: dict[str, list[JobRow]] = {}
    for job in session.scalars(
        select(JobRow).where(JobRow.recording.in_(ids)).order_by(JobRow.created_at, JobRow.id)
    ):
        jobs.setdefault(job.recording, []).append(job)
    return [_view(row, segments.get(row.id, {}), jobs.get(row.id, [])) for row in rows]


def _view(row: RecordingRow, segments: dict[int, int], jobs: Sequence[JobRow]) -> RecordingView:
    announced = row.announcement
    missing = None
    if row.expected is not None:
        missing = tuple(each for each in row.expected if each not in segments)
    jobs = [job for job in jobs if is_for_film(job.kind)]
    failure = next((job.error for job in reversed(jobs) if job.state == "failed"), None)
    if row.probe is not None and not row.probe["ok"]:
        failure = row.probe.get("reason")
    return RecordingView(
        id=row.id,
        session=row.session,
        participant=announced["participant"],
        prompt=announced["prompt"],
        take=announced["take"],
        started_at=announced["started_at"],
        state=row.state,
        stored=tuple(segments),
        stored_bytes=sum(segments.values()),
        missing=missing,
        duration_s=_duration_s(row),
        # What may not be opened is not playable, whatever was found out before.
        probe=None if row.scan in NOT_PASSED else row.probe,
        failure=failure,
        job=_active(jobs),
    )


def _duration_s(row: RecordingRow) -> float | None:
    """As the manifest has it; of a file that nobody opened before, as the probe found it."""
    if row.duration_s is not None or row.probe is None or not row.probe.get("video"):
        return row.duration_s
    return float(row.probe["video"]["duration_s"])


def _active(jobs: Sequence[JobRow]) -> Json | None:
    for job in jobs:
        if job.state in ("queued", "running"):
            since: datetime = (job.started_at if job.state == "running" else None) or job.created_at
            return {
                "id": job.id,
                "kind": job.kind,
                "state": job.state,
                "progress": job.progress,
                "since": rfc3339(since),
            }
    return None
