"""What needs a person's look on a receiver, from the database: devices, jobs, scans, webhooks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import Json
from server.db.care_rows import DeliveryRow, SilenceRow
from server.db.engine import Database
from server.db.models import DeviceRow, JobRow, RecordingRow
from server.domain.device_news import DeviceNews
from server.jobs.presence import MISSED_AFTER_S, Presence
from server.jobs.scan import QUARANTINED, WAITING

FULL_HOURS = 2.0
"""A device with less space than this needs a look."""
_LEFT_ALONE = (
    "worker: none is there, so nothing becomes playable. What is received is safe; see to it that "
    "`holdfast serve` runs, or `holdfast serve --worker` where workers have machines of their own."
)


@dataclass(frozen=True, slots=True)
class DeviceState:
    """One device as it was last heard of."""

    id: str
    name: str
    last_contact_at: str | None
    silent_since: str | None
    news: DeviceNews

    @property
    def is_full(self) -> bool:
        hours = self.news.disk_hours
        return hours is not None and hours < FULL_HOURS

    @property
    def needs_a_look(self) -> bool:
        return self.silent_since is not None or self.is_full or bool(self.news.last_error)

    def to_json(self) -> Json:
        return {
            "device": self.id,
            "name": self.name,
            "last_contact_at": self.last_contact_at,
            "silent_since": self.silent_since,
            **self.news.to_json(),
        }

    def line(self) -> str:
        """A line for a person."""
        words = [self.id, self.name]
        if self.silent_since is not None:
            words.append(f"silent since {self.silent_since}")
        elif self.last_contact_at is not None:
            words.append(f"heard of at {self.last_contact_at}")
        else:
            words.append("never heard of")
        if self.news.oldest_unsent_at is not None:
            words.append(f"oldest unsent from {self.news.oldest_unsent_at}")
        if self.news.disk_hours is not None:
            words.append(f"{self.news.disk_hours:.1f} h of disk left")
        if self.news.held:
            words.append(self.news.held)
        if self.news.last_error:
            words.append(self.news.last_error)
        return "   ".join(words)


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that an administrator asks first."""

    at: str
    devices: tuple[DeviceState, ...]
    jobs_failed: int
    jobs_waiting: int
    scans_waiting: int
    quarantined: int
    events_waiting: int
    events_given_up: int
    worker_seen_s: float | None
    """How long ago a worker was there; None: none ever was."""

    @property
    def is_work_left_alone(self) -> bool:
        """Whether jobs wait and nobody is there to do them."""
        seen_s = self.worker_seen_s
        return self.jobs_waiting > 0 and (seen_s is None or seen_s > MISSED_AFTER_S)

    @property
    def needs_a_look(self) -> bool:
        counts = (self.jobs_failed, self.quarantined, self.events_given_up)
        return (
            any(counts)
            or self.is_work_left_alone
            or any(each.needs_a_look for each in self.devices)
        )

    def to_json(self) -> Json:
        return {
            "at": self.at,
            "needs_a_look": self.needs_a_look,
            "devices": [each.to_json() for each in self.devices],
            "jobs": {"failed": self.jobs_failed, "waiting": self.jobs_waiting},
            "scans": {"waiting": self.scans_waiting, "quarantined": self.quarantined},
            "events": {"waiting": self.events_waiting, "given_up": self.events_given_up},
            "worker": {"seen_s": self.worker_seen_s},
        }

    def lines(self) -> list[str]:
        """For a person: one line each."""
        return [
            *(each.line() for each in self.devices),
            f"jobs: {self.jobs_waiting} waiting, {self.jobs_failed} failed",
            f"scans: {self.scans_waiting} waiting, {self.quarantined} recordings in quarantine",
            f"events: {self.events_waiting} waiting, {self.events_given_up} given up",
            *([_LEFT_ALONE] if self.is_work_left_alone else []),
        ]


def overview_of(database: Database, presence: Presence, clock: Clock) -> Overview:
    """How things stand now."""
    with database.reading() as session:
        silent = {row.device: row.since for row in session.scalars(select(SilenceRow))}
        rows = session.scalars(select(DeviceRow).where(DeviceRow.revoked_at.is_(None)))
        devices = [
            DeviceState(
                id=row.id,
                name=row.name,
                last_contact_at=_told(row.last_contact_at),
                silent_since=_told(silent.get(row.id)),
                news=DeviceNews.of(row.status),
            )
            for row in rows
        ]
        jobs, scans = _by(session, JobRow.state), _by(session, RecordingRow.scan)
        events = _by(session, DeliveryRow.state)
    return Overview(
        at=rfc3339(clock.now()),
        devices=tuple(sorted(devices, key=lambda each: (each.name, each.id))),
        jobs_failed=jobs.get("failed", 0),
        jobs_waiting=jobs.get("queued", 0),
        scans_waiting=scans.get(WAITING, 0),
        quarantined=scans.get(QUARANTINED, 0),
        events_waiting=events.get("pending", 0),
        events_given_up=events.get("given_up", 0),
        worker_seen_s=presence.seen_s(),
    )


def _told(moment: datetime | None) -> str | None:
    return None if moment is None else rfc3339(moment)


def _by(session: Session, column: Any) -> dict[Any, int]:
    counted = select(column, func.count()).group_by(column)
    return dict(iter(session.execute(counted)))
