"""Jobs as whoever watches a session sees them: all that is done for one video is one job.

Jobs that were queued together grow out of a first one; all of them are named by the last, and
`completed` means that nothing is left to do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, select

from server.db.engine import Database
from server.db.models import JobRow, RecordingRow
from server.domain.job_control import ACTIVE, state_of
from server.domain.scope import Studies, jobs_within

JOBS_MOST: Final = 5000


@dataclass(frozen=True, slots=True)
class Work:
    """Jobs that were queued together. `progress` goes from 0 to 1."""

    job: str
    session: str
    recording: str
    state: str
    progress: float
    error: str | None
    created_at: datetime
    finished_at: datetime | None
    active: tuple[str, ...]
    """Those of the jobs that wait or are done now."""

    @property
    def is_active(self) -> bool:
        return bool(self.active)


class SessionWork:
    """Reads jobs; changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, scope: Studies = None) -> list[Work]:
        """What was asked for last, newest first; jobs beyond the newest 5,000 are left out."""
        return self._read(jobs_within(scope))

    def of_recordings(self, recordings: Sequence[str]) -> list[Work]:
        """The work on these recordings, newest first."""
        return self._read(JobRow.recording.in_(recordings))

    def of_job(self, job: str) -> Work | None:
        """The work that a job belongs to, whichever of its chain it is."""
        with self._database.reading() as session:
            row = session.get(JobRow, job)
        if row is None:
            return None
        together = self._together(JobRow.recording == row.recording)
        return next(
            (_work(*each) for each in together if row.id in {job.id for job in each[1]}), None
        )

    def _read(self, wanted: ColumnElement[bool]) -> list[Work]:
        return [_work(*each) for each in self._together(wanted)]

    def _together(self, wanted: ColumnElement[bool]) -> Iterator[tuple[str, list[JobRow]]]:
        """Jobs that were queued together with their session, the newest first, in their order."""
        query = (
            select(JobRow, RecordingRow.session)
            .join(RecordingRow, RecordingRow.id == JobRow.recording)
            .where(wanted)
            .order_by(JobRow.created_at.desc(), JobRow.id.desc())
            .limit(JOBS_MOST)
        )
        with self._database.reading() as session:
            found = [(row[0], row[1]) for row in session.execute(query)]
        jobs = {job.id: job for job, _ in found}
        grown: dict[str, tuple[str, list[JobRow]]] = {}
        for job, session_id in found:
            _, together = grown.setdefault(_first(job, jobs).id, (session_id, []))
            together.insert(0, job)
        yield from grown.values()


def _first(job: JobRow, jobs: dict[str, JobRow]) -> JobRow:
    while job.after is not None and job.after in jobs:
        job = jobs[job.after]
    return job


def _work(session_id: str, jobs: Sequence[JobRow]) -> Work:
    last = jobs[-1]
    active = tuple(job.id for job in jobs if job.state in ACTIVE)
    failed = next((job for job in jobs if job.state == "failed"), None)
    ended = [job.finished_at for job in jobs if job.finished_at is not None]
    return Work(
        job=last.id,
        session=session_id,
        recording=last.recording,
        state=_state(jobs, failed),
        progress=sum(job.progress for job in jobs) / len(jobs),
        error=failed.error if failed else next((job.error for job in jobs if job.error), None),
        created_at=jobs[0].created_at,
        finished_at=None if active or not ended else max(ended),
        active=active,
    )


def _state(jobs: Sequence[JobRow], failed: JobRow | None) -> str:
    states = {job.state for job in jobs}
    if states == {"queued"}:
        return "queued"
    if states & set(ACTIVE):
        # Between two jobs the work is under way, not waiting to begin.
        return "running"
    return "completed" if failed is None else state_of(failed)
