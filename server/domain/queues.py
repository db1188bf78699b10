"""The queues: one for each kind of job. How full they are, and what people do with a whole one.

Pausing begins no more jobs of a kind and leaves those alone that run. What is done with single
jobs is in `job_control`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import Json
from server.blobs.store import Store
from server.db.engine import RING, Database
from server.db.models import JobRow, RecordingRow
from server.db.work_rows import QueueControlRow, ResultRow
from server.domain.job_control import queue_again
from server.domain.queue_controls import write_controls
from server.domain.refusals import Refusal
from server.domain.scans import FILM, submit_missing
from server.domain.scope import Studies, jobs_within, recordings_within
from server.jobs.history import happened
from server.jobs.kinds import KINDS, Kind
from server.jobs.picking import at_once_of
from server.jobs.queue import submit
from server.jobs.scan import CLEAN, NOT_PASSED
from server.operating import OperatingSettings

AT_ONCE_MOST: Final = 1000
_BATCH: Final = 200
"""So many recordings are looked after in one transaction, so that nobody else waits for long."""


@dataclass(frozen=True, slots=True)
class Queue:
    """One kind's queue. Counts of jobs; `failed` are recordings whose newest job of it failed."""

    kind: str
    is_paused: bool
    at_once: int | None
    is_required: bool
    running: int
    waiting: int
    failed: int
    succeeded: int
    oldest_waiting_at: datetime | None
    changed_at: datetime | None
    changed_by: str | None

    def to_json(self) -> Json:
        return {
            "kind": self.kind,
            "paused": self.is_paused,
            "at_once": self.at_once,
            "required": self.is_required,
            "running": self.running,
            "waiting": self.waiting,
            "failed": self.failed,
            "succeeded": self.succeeded,
            "oldest_waiting_at": self.oldest_waiting_at and rfc3339(self.oldest_waiting_at),
            "changed_at": self.changed_at and rfc3339(self.changed_at),
            "changed_by": self.changed_by,
        }


class Queues:
    """Reads and settles queues. `by` is who asks, as jobs' histories name them."""

    def __init__(
        self, data: Store, database: Database, operating: OperatingSettings, clock: Clock
    ) -> None:
        self._data = data
        self._database = database
        self._operating = operating
        self._clock = clock

    def all(self, scope: Studies = None) -> list[Queue]:
        """Every kind's queue, in the order in which a recording goes through them."""
        within = jobs_within(scope)
        with self._database.reading() as session:
            controls = {row.kind: row for row in session.scalars(select(QueueControlRow))}
            counts = _counts(session, within)
            failed = _failed_counts(session, within)
            oldest = _oldest_waiting(session, within)
        return [
            _queue(kind, controls, counts, failed.get(kind.name, 0), oldest.get(kind.name))
            for kind in KINDS.values()
        ]

    def control(
        self, kind: str, by: str, *, paused: bool | None, at_once: int | None, bounds: bool
    ) -> Queue:
        """Pause or go on, where `paused` says so; with `bounds`, let `at_once` jobs run at a time,
        None as many as the kind has by itself. Raises Refusal `not_found`, `bad_request`.
        """
        _known(kind)
        if at_once is not None and not 1 <= at_once <= AT_ONCE_MOST:
            raise Refusal(
                "bad_request",
                f"'at_once' must be a whole number from 1 to {AT_ONCE_MOST}, or null. To let none "
                "run, say 'paused'.",
            )
        with self._database.writing() as session:
            before = session.get(QueueControlRow, kind)
            row = before or QueueControlRow(kind=kind, is_paused=False, at_once=None)
            row.is_paused = row.is_paused if paused is None else paused
            row.at_once = at_once if bounds else row.at_once
            row.changed_at, row.changed_by = self._clock.now(), by
            session.add(row)
            write_controls(self._data, session)
            session.info[RING] = not row.is_paused
        return next(each for each in self.all() if each.kind == kind)

    def retry(self, kind: str, by: str, scope: Studies = None) -> int:
        """Queue every job of a kind again whose recording has no newer one; how many there were.

        What somebody cancelled stays cancelled. Raises Refusal `not_found`.
        """
        _known(kind)
        now = self._clock.now()
        with self._database.writing() as session:
            failed = list(session.scalars(_failed(jobs_within(scope)).where(JobRow.kind == kind)))
            for row in failed:
                # It may have been queued again with one before it.
                if row.state == "failed":
                    queue_again(session, row, by, now)
        return len(failed)

    def process_missing(self, kind: str, by: str, scope: Studies = None) -> int:
        """Queue this work for every recording that lacks what it makes; how many there were.

        Where it failed or was cancelled it is left alone: that is for `retry`. Raises Refusal
        `not_found`, `bad_request` for kinds that are never missing by themselves.
        """
        _known(kind)
        if kind == "partial" or (kind == "scan" and not self._operating.scan.is_on):
            raise Refusal(
                "bad_request",
                f"Nothing of the kind {kind!r} can be missing here. Nothing was changed.",
            )
        count, after = 0, ""
        while True:
            with self._database.writing() as session:
                rows = self._missing(session, kind, after, scope)
                for row in rows:
                    self._submit(session, row, kind, by)
            if not rows:
                return count
            count, after = count + len(rows), rows[-1].id

    def _missing(
        self, session: Session, kind: str, after: str, scope: Studies
    ) -> Sequence[RecordingRow]:
        query = (
            select(RecordingRow)
            .where(RecordingRow.state == "stored", RecordingRow.id > after)
            .where(recordings_within(scope), _lacks(kind), ~_has_job(kind))
            .order_by(RecordingRow.id)
        )
        # Whether it can be played stands inside a JSON value, which each database reads otherwise.
        found = session.scalars(query.execution_options(yield_per=_BATCH))
        rows = (row for row in found if row.expected and _is_for(kind, row))
        return [row for row, _ in zip(rows, range(_BATCH), strict=False)]

    def _submit(self, session: Session, row: RecordingRow, kind: str, by: str) -> None:
        if kind == "scan":
            submit_missing(session, row, self._operating, self._clock, ("scan",))
        elif KINDS[kind].is_required:
            submit_missing(session, row, self._operating, self._clock, FILM)
        else:
            (job,) = submit(session, row.id, (kind,), self._clock)
            happened(session, job, 0, "queued", self._clock.now(), f"by {by}")


def _known(kind: str) -> None:
    if kind not in KINDS:
        known = ", ".join(KINDS)
        raise Refusal("not_found", f"There is no queue {kind!r} here, only: {known}.")


def _queue(
    kind: Kind,
    controls: Mapping[str, QueueControlRow],
    counts: Mapping[tuple[str, str], int],
    failed: int,
    oldest: datetime | None,
) -> Queue:
    control = controls.get(kind.name)
    return Queue(
        kind=kind.name,
        is_paused=control is not None and control.is_paused,
        at_once=at_once_of(KINDS, controls, kind.name),
        is_required=kind.is_required,
        running=counts.get((kind.name, "running"), 0),
        waiting=counts.get((kind.name, "queued"), 0),
        failed=failed,
        succeeded=counts.get((kind.name, "succeeded"), 0),
        oldest_waiting_at=oldest,
        changed_at=None if control is None else control.changed_at,
        changed_by=None if control is None else control.changed_by,
    )


def _counts(session: Session, within: ColumnElement[bool]) -> dict[tuple[str, str], int]:
    query = select(JobRow.kind, JobRow.state, func.count()).where(within)
    rows = session.execute(query.group_by(JobRow.kind, JobRow.state))
    return {(kind, state): count for kind, state, count in rows}


def _failed(within: ColumnElement[bool]) -> Select[JobRow]:
    """Failed jobs that nobody cancelled and that have no newer one of their kind beside them."""
    newer = aliased(JobRow)
    is_replaced = (
        select(newer.id)
        .where(newer.recording == JobRow.recording, newer.kind == JobRow.kind)
        .where(newer.created_at > JobRow.created_at)
        .exists()
    )
    failed = select(JobRow).where(JobRow.state == "failed", JobRow.cancelled_at.is_(None))
    return failed.where(within, ~is_replaced).order_by(JobRow.created_at, JobRow.id)


def _failed_counts(session: Session, within: ColumnElement[bool]) -> dict[str, int]:
    failed = _failed(within).subquery()
    rows = session.execute(select(failed.c.kind, func.count()).group_by(failed.c.kind))
    return {kind: count for kind, count in rows}  # noqa: C416 - rows are no pairs to mypy


def _oldest_waiting(session: Session, within: ColumnElement[bool]) -> dict[str, datetime]:
    query = select(JobRow.kind, func.min(JobRow.created_at)).where(JobRow.state == "queued", within)
    rows = session.execute(query.group_by(JobRow.kind))
    return {kind: at for kind, at in rows}  # noqa: C416 - rows are no pairs to mypy


def _lacks(kind: str) -> ColumnElement[bool]:
    if kind == "scan":
        return or_(RecordingRow.scan.is_(None), RecordingRow.scan.not_in((CLEAN, *NOT_PASSED)))
    if KINDS[kind].is_required:
        return RecordingRow.scan.is_(None) | RecordingRow.scan.not_in(NOT_PASSED)
    made = select(ResultRow.kind).where(
        ResultRow.recording == RecordingRow.id,
        ResultRow.kind == kind,
        ResultRow.version >= KINDS[kind].version,
    )
    return ~made.exists() & (RecordingRow.scan.is_(None) | RecordingRow.scan.not_in(NOT_PASSED))


def _is_for(kind: str, row: RecordingRow) -> bool:
    """Whether a recording is in the state in which it can lack this."""
    is_playable = (row.probe or {}).get("ok") is True
    return kind == "scan" or is_playable != KINDS[kind].is_required


def _has_job(kind: str) -> ColumnElement[bool]:
    """Whether the newest job of this kind did not succeed: it waits, runs, or ended otherwise."""
    newer, job = aliased(JobRow), aliased(JobRow)
    is_replaced = (
        select(newer.id)
        .where(newer.recording == job.recording, newer.kind == kind)
        .where(newer.created_at > job.created_at)
        .exists()
    )
    return (
        select(job.id)
        .where(job.recording == RecordingRow.id, job.kind == kind)
        .where(job.state != "succeeded", ~is_replaced)
        .exists()
    )
