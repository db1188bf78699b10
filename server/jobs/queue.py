"""The table of jobs: submit, claim, renew, finish. Every change names the claim it belongs to.

A claim is (worker, attempt). Whoever changes a row without holding its claim changes nothing and
is told so, so that a worker that was thought dead cannot overwrite a later attempt's result.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, CursorResult, Update, or_, select, update
from sqlalchemy.orm import Session

from holdfast.clock import Clock
from holdfast.ids import new_id
from holdfast.jsonform import Json
from server.db.engine import RING, Database
from server.db.models import JobRow
from server.db.outbox import note
from server.jobs.history import happened
from server.jobs.kinds import KINDS, Kind
from server.jobs.picking import FARTHEST, closed_kinds, is_bounded, next_due

LEASE: Final = timedelta(seconds=10)
ATTEMPTS_MOST: Final = 3
DEATHS_MOST: Final = 10
"""A worker dies with its computer, which is seldom the job's doing; a job that does it each time
must still come to an end."""
_PAUSE: Final = timedelta(seconds=2)
"""Before a second try; doubled before a third."""

_CLOCK_SLACK: Final = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Claim:
    """One attempt at one job, held by one worker."""

    job: str
    kind: str
    recording: str
    worker: str
    attempt: int
    params: Json = field(default_factory=dict)
    said: tuple[Any, ...] = ()
    """What earlier attempts said."""

    @property
    def name(self) -> str:
        """Names the attempt, among all attempts at all jobs."""
        return attempt_name(self.job, self.attempt)


def attempt_name(job: str, attempt: int) -> str:
    """How an attempt is called in names of files and in environments of processes."""
    return f"{job}.{attempt}"


@dataclass(frozen=True, slots=True)
class News:
    """What a job says while it is done: what it does now, and its last lines."""

    step: str | None = None
    said: Sequence[Any] = ()


def submit(
    session: Session,
    recording: str,
    kinds: Sequence[str],
    clock: Clock,
    params: Json | None = None,
) -> list[str]:
    """Queue jobs for a recording in the caller's transaction, in this order; their ids.

    Each waits for the nearest of those before it that its kind is made from.
    """
    now = clock.now()
    session.info[RING] = True
    made: dict[str, str] = {}
    for number, kind in enumerate(kinds):
        # A microsecond apart, so that the order in time is the order in which they are done.
        at = now + timedelta(microseconds=number)
        row = JobRow(
            id=new_id(now),
            kind=kind,
            recording=recording,
            after=_before(kind, made),
            state="queued",
            progress=0.0,
            attempts=0,
            not_before=now,
            created_at=at,
            ranked_at=at - timedelta(minutes=KINDS[kind].head_start_min),
            params=params,
        )
        session.add(row)
        made[kind] = row.id
    session.flush()
    return list(made.values())


def _before(kind: str, made: Mapping[str, str]) -> str | None:
    """The job that one of this kind waits for, among those that are queued with it."""
    before = KINDS[kind].after
    while before is not None and before not in made:
        before = KINDS[before].after
    return None if before is None else made[before]


class JobQueue:
    """What workers and readers do with the table.

    Workers of several machines need a clock that they agree on: see `server.db.postgres`.
    """

    def __init__(self, database: Database, clock: Clock, kinds: Mapping[str, Kind] = KINDS) -> None:
        self._database = database
        self._clock = clock
        self._kinds = kinds

    @property
    def clock(self) -> Clock:
        """The clock that leases and times are read from."""
        return self._clock

    def claim(self, worker: str, only: Collection[str] | None = None) -> Claim | None:
        """The job whose turn it is, now this worker's; None when there is nothing to do.

        With `only`, one of these jobs, even if such jobs are paused.
        """
        while True:
            with self._database.reading() as session:
                row = next_due(session, self._kinds, self._clock.now(), only)
                bounded = row and only is None and is_bounded(session, self._kinds, row.kind)
            if row is None:
                return None
            claim = self._claimed(row, worker, f"queues/{row.kind}" if bounded else None)
            if claim is not None:
                return claim
            # Another worker was faster; there may be more.

    def _claimed(self, row: JobRow, worker: str, bound: str | None) -> Claim | None:
        """Take a job that nobody else took; with `bound`, unless enough of its kind run by now."""
        now = self._clock.now()
        claim = Claim(
            row.id,
            row.kind,
            row.recording,
            worker,
            row.attempts + 1,
            row.params or {},
            tuple(row.said or ()),
        )
        take = (
            update(JobRow)
            .where(JobRow.id == row.id, JobRow.state == "queued", JobRow.attempts == row.attempts)
            .values(
                state="running",
                attempts=claim.attempt,
                worker=worker,
                lease_until=now + LEASE,
                started_at=now,
                progress=0.0,
                step=None,
                error=None,
            )
        )
        with self._database.writing(of=bound or f"jobs/{claim.job}") as session:
            if bound and row.kind in closed_kinds(session, self._kinds):
                return None
            if not _changed(session, take):
                return None
            happened(session, claim.job, claim.attempt, "started", now)
        return claim

    def renew(self, claim: Claim, progress: float, news: News | None = None) -> bool:
        """Say that the work goes on, and how. False: the claim was lost, stop."""
        values: dict[str, Any] = {"progress": progress}
        if news is not None:
            values |= {"step": news.step, "said": list(news.said)}
        lease_until = self._clock.now() + LEASE
        return self._change(claim, _held(claim).values(lease_until=lease_until, **values))

    def keep(self, claim: Claim) -> bool:
        """Say that the worker lives, and nothing of the work. False: the claim was lost."""
        lease_until = self._clock.now() + LEASE
        return self._change(claim, _held(claim).values(lease_until=lease_until))

    def holds(self, claim: Claim) -> bool:
        """Whether the claim still holds; false as soon as somebody cancelled the job."""
        with self._database.reading() as session:
            return self.is_held(session, claim)

    def is_held(self, session: Session, claim: Claim) -> bool:
        """The same, in the caller's transaction."""
        return session.scalar(select(JobRow.id).where(*_is_held(claim))) is not None

    def attempts_on(self, recording: str) -> frozenset[str]:
        """The names of the attempts that run now at jobs of a recording."""
        running = select(JobRow.id, JobRow.attempts).where(
            JobRow.recording == recording, JobRow.state == "running"
        )
        with self._database.reading() as session:
            return frozenset(attempt_name(*each) for each in session.execute(running))

    def with_work(self, recordings: Collection[str]) -> frozenset[str]:
        """Those of these recordings at which something is done, or waits to be."""
        active = select(JobRow.recording).where(
            JobRow.recording.in_(list(recordings)), JobRow.state.in_(("queued", "running"))
        )
        with self._database.reading() as session:
            return frozenset(session.scalars(active.distinct()))

    def succeed(self, session: Session, claim: Claim) -> bool:
        """Mark a job done in the caller's transaction. False: the claim was lost."""
        now = self._clock.now()
        values = {"state": "succeeded", "progress": 1.0, "finished_at": now}
        if not _changed(session, _held(claim).values(**values, lease_until=None)):
            return False
        happened(session, claim.job, claim.attempt, "succeeded", now)
        return True

    def fail(self, claim: Claim, reason: str, *, again: bool) -> bool:
        """End an attempt that failed; with `again` it is queued anew while attempts are left."""
        with self._database.writing() as session:
            return self._fail(session, claim, reason, ATTEMPTS_MOST if again else 0)

    def _fail(self, session: Session, claim: Claim, reason: str, attempts_most: int) -> bool:
        now = self._clock.now()
        if claim.attempt < attempts_most:
            pause = _PAUSE * 2 ** (claim.attempt - 1)
            values: dict[str, Any] = {"state": "queued", "not_before": now + pause}
        else:
            values = {"state": "failed", "finished_at": now}
        held = _held(claim).values(**values, error=reason, lease_until=None, worker=None)
        if not _changed(session, held):
            return False
        happened(session, claim.job, claim.attempt, "failed", now, reason)
        if values["state"] == "failed":
            _fail_what_follows(session, claim.job, reason, values["finished_at"])
            facts = {"job": claim.job, "job_kind": claim.kind, "recording": claim.recording}
            note(session, "job.failed", now, **facts, reason=reason)
        return True

    def give_back(self, claim: Claim) -> bool:
        """Return a job unharmed: the worker was told to stop. The attempt does not count."""
        values = {"state": "queued", "attempts": claim.attempt - 1}
        return self._change(claim, _held(claim).values(**values, worker=None, lease_until=None))

    def put_off(self, claim: Claim, reason: str) -> bool:
        """Return a job that can do nothing now, through no fault of its own; a minute from now it
        is due again, however often that happened.
        """
        now = self._clock.now()
        # Not none: a first attempt waits for nothing.
        values = {"state": "queued", "attempts": 1, "not_before": now + FARTHEST, "error": reason}
        with self._database.writing(of=f"jobs/{claim.job}") as session:
            if not _changed(session, _held(claim).values(**values, worker=None, lease_until=None)):
                return False
            happened(session, claim.job, claim.attempt, "waits", now, reason)
        return True

    def reap(self, *, everything: bool) -> list[str]:
        """Take back the jobs of dead workers: leases that ran out, or all with `everything`.

        `everything` is for the only worker's start. Returns the names of their attempts.
        """
        running = select(JobRow).where(JobRow.state == "running")
        if not everything:
            now = self._clock.now()
            # Nobody has a longer lease: the clock was set back since.
            too_long = JobRow.lease_until > now + LEASE + _CLOCK_SLACK
            running = running.where(or_(JobRow.lease_until <= now, too_long))
        with self._database.writing() as session:
            rows = list(session.scalars(running))
            for row in rows:
                claim = Claim(row.id, row.kind, row.recording, row.worker or "", row.attempts)
                self._fail(session, claim, "the worker died while it did this", DEATHS_MOST)
                if row.attempts < DEATHS_MOST:
                    _at_once(session, row.id, self._clock)
        return [attempt_name(row.id, row.attempts) for row in rows]

    def get(self, job: str) -> JobRow | None:
        """One job."""
        with self._database.reading() as session:
            return session.get(JobRow, job)

    def newest(self, *, active: bool, limit: int = 500) -> list[JobRow]:
        """Jobs, newest first; with `active` only those that are queued or running."""
        query = select(JobRow).order_by(JobRow.created_at.desc(), JobRow.id.desc()).limit(limit)
        if active:
            query = query.where(JobRow.state.in_(("queued", "running")))
        with self._database.reading() as session:
            return list(session.scalars(query))

    def _change(self, claim: Claim, statement: Update) -> bool:
        with self._database.writing(of=f"jobs/{claim.job}") as session:
            return _changed(session, statement)


def _held(claim: Claim) -> Update:
    return update(JobRow).where(*_is_held(claim))


def _is_held(claim: Claim) -> tuple[ColumnElement[bool], ...]:
    return (
        JobRow.id == claim.job,
        JobRow.state == "running",
        JobRow.worker == claim.worker,
        JobRow.attempts == claim.attempt,
    )


def _changed(session: Session, statement: Update) -> bool:
    result = session.execute(statement, execution_options={"synchronize_session": False})
    assert isinstance(result, CursorResult)
    return result.rowcount == 1


def _at_once(session: Session, job: str, clock: Clock) -> None:
    queued = update(JobRow).where(JobRow.id == job, JobRow.state == "queued")
    _changed(session, queued.values(not_before=clock.now()))


def _fail_what_follows(session: Session, job: str, reason: str, now: Any) -> None:
    for follower in list(session.scalars(select(JobRow.id).where(JobRow.after == job))):
        waiting = update(JobRow).where(JobRow.id == follower, JobRow.state == "queued")
        if _changed(session, waiting.values(state="failed", error=reason, finished_at=now)):
            _fail_what_follows(session, follower, reason, now)
