"""Reads every stored recording again within a month, slowly, and notes what the disk has lost.

Disks lose bytes without a word. What is found is taken for lost while the device may still have it;
found a year later it would be gone.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select

from holdfast import durable
from holdfast.clock import Clock
from server.blobs.store import Store
from server.db.care_rows import ScrubRow
from server.db.engine import Database
from server.db.models import RecordingRow
from server.domain.damage import Damage
from server.domain.identity import ReceiverIdentity
from server.domain.looking import Finding, Looking
from server.domain.mounts import WrongFolder, marked_for

EVERY: Final = timedelta(days=30)
RATE_BYTES_S: Final = 16 << 20
"""What a scrub reads at most, so that nobody else waits for the disk."""
LEFT_OVER_AFTER: Final = timedelta(days=1)
"""A temporary file this old belongs to nobody who is still at work."""
_LOST: Final = frozenset({"missing_file", "wrong_size", "wrong_bytes", "unreadable"})
_log = logging.getLogger(__name__)


class Scrub:
    """Looks at one recording at a time."""

    def __init__(
        self,
        data: Store,
        database: Database,
        identity: ReceiverIdentity,
        damage: Damage,
        clock: Clock,
        pause: Callable[[float], object],
        rate_bytes_s: int = RATE_BYTES_S,
    ) -> None:
        """`pause` waits so many seconds, or until there is no more to be done."""
        self._data = data
        self._database = database
        self._identity = identity
        self._damage = damage
        self._clock = clock
        self._pause = pause
        self._rate_bytes_s = rate_bytes_s
        self._looking = Looking(data, database, identity, lambda *_: True, self._has_read)

    def _has_read(self, size_bytes: int) -> None:
        self._pause(size_bytes / self._rate_bytes_s)

    def next_due(self, before: datetime | None = None) -> str | None:
        """The stored recording that was looked at longest ago, before EVERY or before `before`."""
        before = before or self._clock.now() - EVERY
        query = (
            select(RecordingRow.id)
            .outerjoin(ScrubRow, ScrubRow.recording == RecordingRow.id)
            .where(RecordingRow.state == "stored")
            .where((ScrubRow.at.is_(None)) | (ScrubRow.at < before))
            # A recording that has just come was hashed as it came.
            .where(RecordingRow.stored_at < before)
            .order_by(ScrubRow.at.is_not(None), ScrubRow.at, RecordingRow.id)
            .limit(1)
        )
        with self._database.reading() as session:
            return session.scalar(query)

    def look(self, recording: str) -> list[Finding]:
        """Read a recording again, note what is lost, and remember that it was looked at.

        Raises WrongFolder where the whole data folder is away: then nothing is lost.
        """
        found = self._looking.look(recording)
        is_disk = self._data.files.are_here
        if found and is_disk and marked_for(self._data) != self._identity.receiver:
            raise WrongFolder(f"The data folder {self._data.root} is not there. Nothing was noted.")
        if is_disk:
            self._remove_left_over(recording)
        for each in found:
            _log.error("%s %s", each.subject, each.detail)
            if each.kind in _LOST and each.segment is not None:
                self._damage.note(recording, each.segment)
        with self._database.writing() as session:
            if session.get(RecordingRow, recording) is not None:
                row = ScrubRow(recording=recording, at=self._clock.now(), is_sound=not found)
                session.merge(row)
        return found

    def _remove_left_over(self, recording: str) -> None:
        with self._database.reading() as session:
            row = session.get(RecordingRow, recording)
        if row is None:
            return
        before = (self._clock.now() - LEFT_OVER_AFTER).timestamp()
        folder = self._data.recording(row.session, recording).path
        for path in list(folder.rglob(f"*{durable.TEMPORARY_SUFFIX}")):
            if path.lstat().st_mtime < before:
                durable.remove(path)
