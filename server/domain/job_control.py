"""What people do with jobs: look, cancel, try again, have a recording prepared anew.

A job that is cancelled is a failed one with `cancelled_at`: whatever waits for it ends with it, and
its worker finds its claim gone within two seconds and ends the process that did the work.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from holdfast.clock import Clock
from holdfast.ids import is_id
from server.db.engine import RING, Database
from server.db.models import JobEventRow, JobRow, RecordingRow
from server.domain.provisional import IN_QUARANTINE
from server.domain.refusals import Refusal
from server.domain.scans import submit_work
from server.domain.scope import Studies, jobs_within
from server.domain.sessions import own_recording
from server.jobs.history import happened, history
from server.jobs.kinds import DERIVED
from server.jobs.queue import submit
from server.jobs.scan import QUARANTINED
from server.operating import OperatingSettings

ACTIVE: Final = ("queued", "running")
CANCELLED: Final = "cancelled"
_CURSOR: Final = re.compile(r"([0-9]{1,17})\.(.+)\Z")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class JobPage:
    """Some jobs, newest first, and the cursor of the next page."""

    rows: Sequence[JobRow]
    next: str | None


def state_of(row: JobRow) -> str:
    """The state as people are told it."""
    return CANCELLED if row.cancelled_at is not None else row.state


def is_tried_again(row: JobRow) -> bool:
    """Whether an attempt was made, and another one waits for its time."""
    return row.state == "queued" and row.attempts > 0


class JobControl:
    """Jobs for people. `by` is who asks, as the job's history names them."""

    def __init__(self, database: Database, operating: OperatingSettings, clock: Clock) -> None:
        self._database = database
        self._operating = operating
        self._clock = clock

    def page(
        self, wanted: Mapping[str, Any], cursor: str | None, limit: int, scope: Studies = None
    ) -> JobPage:
        """Jobs, newest first. `wanted` has any of active, state, kind, recording.

        Raises Refusal `bad_request` for a cursor that is none.
        """
        query = select(JobRow).order_by(JobRow.created_at.desc(), JobRow.id.desc())
        query = query.where(*_filters(wanted), *_after(cursor)).limit(limit + 1)
        query = query.where(jobs_within(scope))
        with self._database.reading() as session:
            rows = list(session.scalars(query))
        return JobPage(rows[:limit], _cursor(rows[limit - 1]) if len(rows) > limit else None)

    def get(self, job: str) -> tuple[JobRow, list[JobEventRow]]:
        """One job and the last of what happened to it. Raises Refusal `not_found`."""
        with self._database.reading() as session:
            return _job(session, job), history(session, job)

    def cancel(self, job: str, by: str) -> JobRow:
        """End a job that is queued or running, and all that waits for it. Again: as it is.

        Raises Refusal: `not_found`; `ended` where it did so by itself.
        """
        now = self._clock.now()
        with self._database.writing() as session:
            row = _job(session, job)
            if row.cancelled_at is None:
                if row.state not in ACTIVE:
                    raise Refusal(
                        "ended", f"This job has {row.state} already. Nothing was changed."
                    )
                _cancel(session, row, by, now)
        return row

    def retry(self, job: str, by: str) -> JobRow:
        """Queue a job that failed or was cancelled once more, and all that failed with it.

        One that waits or runs is left as it is. Raises Refusal: `not_found`; `ended` where it
        succeeded.
        """
        now = self._clock.now()
        with self._database.writing() as session:
            row = _job(session, job)
            if row.state == "succeeded":
                raise Refusal(
                    "ended", "This job has succeeded. To prepare it anew, process the recording."
                )
            if row.state == "failed":
                queue_again(session, row, by, now)
        return row

    def process(self, recording: str, by: str, kinds: Sequence[str] = ()) -> list[str]:
        """Prepare a stored recording anew, or have these kinds of work done anew; the jobs that it
        waits for. Those that wait already do.

        Raises Refusal: `unknown_recording`, `withdrawn`, `not_ready` before it is stored or, with
        `kinds`, playable, `forbidden` while it is in quarantine, `bad_request` for other kinds.
        """
        with self._database.writing() as session:
            row = own_recording(session, recording, None)
            if row.state != "stored" or not row.expected:
                raise Refusal("not_ready", "The recording is not stored, or nothing is in it.")
            if row.scan == QUARANTINED:
                raise Refusal("forbidden", IN_QUARANTINE)
            active = _active(session, recording)
            if kinds:
                self._submit(session, row, _chosen(row, kinds), {each.kind for each in active})
            elif not active:
                submit_work(session, row, self._operating, self._clock)
            session.flush()
            before = {each.id for each in active}
            active = [each for each in _active(session, recording) if _is_of(each, kinds)]
            for each in active:
                if each.id not in before:
                    happened(session, each.id, 0, "queued", self._clock.now(), f"by {by}")
            return [each.id for each in active]

    def _submit(
        self, session: Session, row: RecordingRow, kinds: Sequence[str], active: set[str]
    ) -> None:
        submit(session, row.id, [each for each in kinds if each not in active], self._clock)


def _chosen(row: RecordingRow, kinds: Sequence[str]) -> list[str]:
    """These kinds, each once, in the order in which they are done. Raises Refusal."""
    known = [each.name for each in DERIVED]
    for each in kinds:
        if each not in known:
            raise Refusal(
                "bad_request", f"{each!r} is nothing that can be chosen, only: {', '.join(known)}."
            )
    if (row.probe or {}).get("ok") is not True:
        raise Refusal("not_ready", "The recording is not playable yet.")
    return [each for each in known if each in kinds]


def _is_of(row: JobRow, kinds: Sequence[str]) -> bool:
    return not kinds or row.kind in kinds


def _job(session: Session, job: str) -> JobRow:
    row = session.get(JobRow, job)
    if row is None:
        raise Refusal("not_found", "No such job is known here.")
    return row


def _active(session: Session, recording: str) -> list[JobRow]:
    query = select(JobRow).where(JobRow.recording == recording, JobRow.state.in_(ACTIVE))
    return list(session.scalars(query.order_by(JobRow.created_at, JobRow.id)))


def _cancel(session: Session, row: JobRow, by: str, now: datetime) -> None:
    row.state, row.cancelled_at, row.finished_at = "failed", now, now
    row.worker = row.lease_until = None
    row.error = f"It was cancelled by {by}."
    happened(session, row.id, row.attempts, CANCELLED, now, row.error)
    for follower in _followers(session, row):
        if follower.state in ACTIVE:
            _cancel(session, follower, by, now)


def _followers(session: Session, row: JobRow) -> list[JobRow]:
    return list(session.scalars(select(JobRow).where(JobRow.after == row.id)))


def queue_again(session: Session, row: JobRow, by: str, now: datetime) -> None:
    """Queue a failed job again from the first that failed before it, in the caller's transaction,
    and all that failed with that one.
    """
    session.info[RING] = True
    _queue_again(session, _first_failed(session, row), by, now)


def _first_failed(session: Session, row: JobRow) -> JobRow:
    """The job that this one waits for, where that one failed too: it has to succeed first."""
    while row.after is not None:
        before = session.get_one(JobRow, row.after)
        if before.state != "failed":
            break
        row = before
    return row


def _queue_again(session: Session, row: JobRow, by: str, now: datetime) -> None:
    row.state, row.attempts, row.progress, row.not_before = "queued", 0, 0.0, now
    row.step = None
    row.error = row.cancelled_at = row.started_at = row.finished_at = None
    happened(session, row.id, 0, "queued", now, f"by {by}")
    for follower in _followers(session, row):
        if follower.state == "failed":
            _queue_again(session, follower, by, now)


def _filters(wanted: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if "active" in wanted:
        is_active = JobRow.state.in_(ACTIVE)
        found.append(is_active if wanted["active"] else ~is_active)
    if "state" in wanted:
        found.append(_in_state(wanted["state"]))
    found += [JobRow.kind == wanted["kind"]] if "kind" in wanted else []
    found += [JobRow.recording == wanted["recording"]] if "recording" in wanted else []
    return found


def _in_state(state: str) -> ColumnElement[bool]:
    if state == CANCELLED:
        return JobRow.cancelled_at.is_not(None)
    return and_(JobRow.state == state, JobRow.cancelled_at.is_(None))


def _cursor(row: JobRow) -> str:
    return f"{(row.created_at - _EPOCH) // _MICROSECOND}.{row.id}"


def _after(cursor: str | None) -> list[ColumnElement[bool]]:
    if cursor is None:
        return []
    match = _CURSOR.match(cursor)
    if match is None or not is_id(match[2]):
        raise Refusal("bad_request", "'cursor' must be what the page before said in 'next'.")
    created_at = _EPOCH + int(match[1]) * _MICROSECOND
    same = and_(JobRow.created_at == created_at, JobRow.id < match[2])
    return [or_(JobRow.created_at < created_at, same)]
