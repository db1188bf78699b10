"""Notices devices that were not heard of for too long, and when they are heard again.

Only a device that has told of itself before can fall silent. A receiver that was off itself gives
everybody time to call before it complains.
"""

import logging
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, rfc3339
from server.db.care_rows import SilenceRow
from server.db.engine import Database
from server.db.models import DeviceRow
from server.db.outbox import note
from server.domain.device_news import DeviceNews

GRACE: Final = timedelta(minutes=15)
"""After the receiver's start: devices that could not reach it try again within that time."""
_log = logging.getLogger(__name__)


class SilenceWatch:
    """Compares when each device was heard of last with now."""

    def __init__(self, database: Database, clock: Clock, silent_after: timedelta) -> None:
        self._database = database
        self._clock = clock
        self._silent_after = silent_after
        self._started_ns = clock.monotonic_ns()

    def look(self) -> None:
        """Note who fell silent since the last look, and who was heard again."""
        now = self._clock.now()
        with self._database.reading() as session:
            devices = list(session.scalars(select(DeviceRow)))
            known = {row.device: row.since for row in session.scalars(select(SilenceRow))}
        silent = {row.id for row in devices if self._is_silent(row, now)}
        heard = known.keys() - silent
        fallen = silent - known.keys() if self._is_past_grace() else set()
        if not heard and not fallen:
            return
        with self._database.writing() as session:
            for device in sorted(fallen):
                self._fall(session, device, now)
            for device in sorted(heard):
                self._hear(session, device, now)

    def _is_silent(self, row: DeviceRow, now: datetime) -> bool:
        if row.revoked_at is not None or row.last_contact_at is None:
            return False
        return now - row.last_contact_at >= self._silent_after

    def _is_past_grace(self) -> bool:
        return self._clock.monotonic_ns() - self._started_ns >= GRACE.total_seconds() * 1e9

    def _fall(self, session: Session, device: str, now: datetime) -> None:
        row = session.get(DeviceRow, device)
        # Asked again inside the change: it may have called meanwhile, or another receiver noticed.
        if row is None or not self._is_silent(row, now):
            return
        if session.get(SilenceRow, device) is not None:
            return
        since = row.last_contact_at
        assert since is not None
        session.add(SilenceRow(device=device, since=since, noticed_at=now))
        told = DeviceNews.of(row.status)
        note(
            session,
            "device.silent",
            now,
            device=device,
            last_contact_at=rfc3339(since),
            oldest_unsent_at=told.oldest_unsent_at,
            bytes_unsent=told.bytes_unsent,
            disk_hours=told.disk_hours,
        )
        _log.warning("device %s was last heard of at %s", device, rfc3339(since))

    def _hear(self, session: Session, device: str, now: datetime) -> None:
        silence = session.get(SilenceRow, device)
        row = session.get(DeviceRow, device)
        if silence is None:
            return
        session.delete(silence)
        if row is None or row.revoked_at is not None:
            return
        note(session, "device.heard", now, device=device, silent_since=rfc3339(silence.since))
        _log.info("device %s is heard of again", device)
