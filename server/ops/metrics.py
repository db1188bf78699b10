"""What Prometheus reads at `/metrics`: the state from the database, and requests of this process.

State is read when it is asked for, so that it is right after a restart and with several processes.
No label names a recording, a session or a participant.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import accumulate
from typing import Any, Final

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from holdfast.clock import Clock
from holdfast.receiver_layout import ReceiverData
from server.db.care_rows import DeliveryRow, SilenceRow
from server.db.engine import Database
from server.db.models import DeviceRow, JobRow, RecordingRow, SegmentRow
from server.domain.device_news import DeviceNews
from server.jobs.presence import Presence
from server.ops.request_counts import BUCKETS_S, RequestCounts

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


def page(
    data: ReceiverData,
    database: Database,
    presence: Presence,
    counts: RequestCounts,
    clock: Clock,
) -> bytes:
    """Everything, in Prometheus' text format 0.0.4."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_FromDatabase(data, database, presence, clock))
    registry.register(_FromRequests(counts))
    return generate_latest(registry)


class _FromRequests(Collector):
    def __init__(self, counts: RequestCounts) -> None:
        self._counts = counts

    def collect(self) -> Iterator[Metric]:
        took = HistogramMetricFamily(
            "holdfast_request_seconds",
            "How long requests were worked on, by route.",
            labels=("method", "route"),
        )
        for key, each in self._counts.took().items():
            up_to = [*map(str, BUCKETS_S), "+Inf"]
            numbers = accumulate(each.buckets)
            took.add_metric(key, list(zip(up_to, numbers, strict=True)), each.sum_s)
        yield took
        answers = CounterMetricFamily(
            "holdfast_answers",
            "Answers given, by route and status.",
            labels=("method", "route", "status"),
        )
        for labels, number in self._counts.answers().items():
            answers.add_metric(labels, number)
        yield answers


class _FromDatabase(Collector):
    def __init__(
        self, data: ReceiverData, database: Database, presence: Presence, clock: Clock
    ) -> None:
        self._data = data
        self._presence = presence
        self._database = database
        self._clock = clock

    def describe(self) -> Iterable[Any]:
        # Without this the registry would read the database once just to learn the names.
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        yield from self._disk()
        yield from self._worker()
        with self._database.reading() as session:
            yield from _recordings(session)
            yield from _jobs(session, self._clock.now())
            yield from _deliveries(session)
            yield from _devices(session, self._clock.now())

    def _disk(self) -> Iterator[GaugeMetricFamily]:
        usage = shutil.disk_usage(self._data.root)
        yield GaugeMetricFamily(
            "holdfast_disk_free_bytes", "Free bytes of the data folder's disk.", usage.free
        )
        yield GaugeMetricFamily(
            "holdfast_disk_size_bytes", "Size of the data folder's disk.", usage.total
        )

    def _worker(self) -> Iterator[GaugeMetricFamily]:
        seen_s = self._presence.seen_s()
        if seen_s is not None:
            meaning = "How long ago a worker, of any machine, was there."
            yield GaugeMetricFamily("holdfast_worker_seen_seconds", meaning, seen_s)


def _recordings(session: Session) -> Iterator[GaugeMetricFamily]:
    stored = SegmentRow.state == "stored"
    yield _by(session, "holdfast_recordings", "Recordings.", (RecordingRow.state,), ("state",))
    scans = _by(
        session,
        "holdfast_scans",
        "Recordings by what the scan said.",
        (RecordingRow.scan,),
        ("scan",),
    )
    yield scans
    yield GaugeMetricFamily(
        "holdfast_segments",
        "Segments that are whole.",
        session.scalar(select(func.count()).select_from(SegmentRow).where(stored)),
    )
    yield GaugeMetricFamily(
        "holdfast_stored_bytes",
        "Bytes of all segments that are whole.",
        session.scalar(select(func.sum(SegmentRow.size_bytes)).where(stored)) or 0,
    )


def _jobs(session: Session, now: datetime) -> Iterator[GaugeMetricFamily]:
    columns = (JobRow.kind, JobRow.state)
    yield _by(session, "holdfast_jobs", "Jobs.", columns, ("kind", "state"))
    oldest = GaugeMetricFamily(
        "holdfast_job_oldest_queued_seconds", "How long the oldest job waits.", labels=("kind",)
    )
    waiting = select(JobRow.kind, func.min(JobRow.created_at)).where(JobRow.state == "queued")
    for kind, created_at in session.execute(waiting.group_by(JobRow.kind)):
        oldest.add_metric((kind,), _since(created_at, now) or 0.0)
    yield oldest


def _deliveries(session: Session) -> Iterator[GaugeMetricFamily]:
    yield _by(
        session,
        "holdfast_webhook_deliveries",
        "Events for webhooks, by what became of them.",
        (DeliveryRow.state,),
        ("state",),
    )


def _devices(session: Session, now: datetime) -> Iterator[GaugeMetricFamily]:
    silent = set(session.scalars(select(SilenceRow.device)))
    enrolled = list(session.scalars(select(DeviceRow).where(DeviceRow.revoked_at.is_(None))))
    news = [(row, DeviceNews.of(row.status)) for row in enrolled]

    def gauge(
        name: str, meaning: str, value: Callable[[DeviceRow, DeviceNews], float | None]
    ) -> Any:
        family = GaugeMetricFamily(f"holdfast_device_{name}", meaning, labels=("device",))
        for row, told in news:
            number = value(row, told)
            if number is not None:
                family.add_metric((row.id,), number)
        return family

    yield gauge(
        "silent", "1 where a device should have been heard of.", lambda r, _: r.id in silent
    )
    yield gauge(
        "last_contact_seconds",
        "How long ago a device was heard of.",
        lambda r, _: _since(r.last_contact_at, now),
    )
    yield gauge("unsent_bytes", "What waits on a device.", lambda _, n: n.bytes_unsent)
    yield gauge(
        "oldest_unsent_seconds",
        "How long the oldest of it waits.",
        lambda _, n: _since(n.oldest_unsent, now),
    )
    yield gauge("disk_hours", "Hours that a device can still record.", lambda _, n: n.disk_hours)
    yield gauge(
        "clock_offset_seconds",
        "The receiver's time minus a device's.",
        lambda _, n: n.clock_offset_s,
    )


def _by(
    session: Session, name: str, meaning: str, columns: tuple[Any, ...], labels: tuple[str, ...]
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, meaning, labels=labels)
    for *values, number in session.execute(select(*columns, func.count()).group_by(*columns)):
        family.add_metric([each or "none" for each in values], number)
    return family


def _since(moment: datetime | None, now: datetime) -> float | None:
    return None if moment is None else max(0.0, (now - moment).total_seconds())
