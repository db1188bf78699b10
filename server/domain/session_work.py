"""Jobs as whoever watches a session sees them: all that is done for one video is one job.

A recording's jobs follow one another; such a chain is named by its last job, so that `completed`
means that nothing is left to do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, select

from server.db.engine import Database
from server.db.models import JobRow, RecordingRow
from server.domain.job_control import state_of
from server.domain.scope import Studies, jobs_within

JOBS_MOST: Final = 1000
_STATES: Final = {"succeeded": "completed"}
"""What else a job is called where it is part of a whole."""


@dataclass(frozen=True, slots=True)
class Work:
    """One chain of jobs. `progress` goes from 0 to 1."""

    job: str
    session: str
    recording: str
    state: str
    progress: float
    error: str | None
    created_at: datetime
    finished_at: datetime | None
    current: str
    """The job of the chain that is done now, or comes next."""

    @property
    def is_active(self) -> bool:
        return self.state in ("queued", "running")


class SessionWork:
    """Reads chains of jobs; changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, scope: Studies = None) -> list[Work]:
        """What was asked for last, newest first; jobs beyond the newest 1,000 are left out."""
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
        chains = self._chains(JobRow.recording == row.recording)
        return next((_work(*each) for each in chains if row.id in _ids(each[1])), None)

    def _read(self, wanted: ColumnElement[bool]) -> list[Work]:
        return [_work(*each) for each in self._chains(wanted)]

    def _chains(self, wanted: ColumnElement[bool]) -> Iterator[tuple[str, list[JobRow]]]:
        """Each chain with its session, the newest chain first, its jobs in their order."""
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
        followed = {job.after for job, _ in found}
        for job, session_id in found:
            if job.id not in followed:
                yield session_id, list(reversed(list(_back(job, jobs))))


def _back(last: JobRow, jobs: dict[str, JobRow]) -> Iterator[JobRow]:
    job: JobRow | None = last
    while job is not None:
        yield job
        job = None if job.after is None else jobs.get(job.after)


def _ids(chain: Sequence[JobRow]) -> set[str]:
    return {job.id for job in chain}


def _work(session_id: str, chain: Sequence[JobRow]) -> Work:
    last = chain[-1]
    current = next((job for job in chain if job.state != "succeeded"), last)
    state = state_of(current)
    if state == "queued" and current is not chain[0]:
        # Between two jobs of one chain the work is under way, not waiting to begin.
        state = "running"
    return Work(
        job=last.id,
        session=session_id,
        recording=last.recording,
        state=_STATES.get(state, state),
        progress=sum(job.progress for job in chain) / len(chain),
        error=current.error,
        created_at=chain[0].created_at,
        finished_at=last.finished_at,
        current=current.id,
    )
