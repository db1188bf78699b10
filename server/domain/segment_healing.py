"""Rows and bytes of segments agree again, whatever came between: at start, and before a receipt.

Renames that a crash cut off are finished, and bytes without a row dropped. A row without its bytes,
as a backup that is put back brings it, is forgotten, so that the device is asked for the segment.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.blobs.base import Blobs, Key, segment_numbers
from server.blobs.store import Store
from server.db.care_rows import DamagedSegmentRow
from server.db.engine import Database
from server.db.models import ImportRow, RecordingRow, SegmentRow
from server.domain.keyed_locks import KeyedLocks
from server.domain.segment_rows import SegmentRows

_log = logging.getLogger(__name__)


class Healing:
    """One pass over everything that is not finished. Others may go on writing meanwhile."""

    def __init__(
        self,
        data: Store,
        database: Database,
        blobs: Blobs,
        rows: SegmentRows,
        locks: KeyedLocks,
        finish: Callable[[str, int, None], Any],
    ) -> None:
        """`finish` has the row of a segment say what stands under its final name."""
        self._data = data
        self._database = database
        self._blobs = blobs
        self._rows = rows
        self._locks = locks
        self._finish = finish

    def run(self) -> None:
        """Put everything right."""
        owners = self._unfinished()
        for owner in owners:
            self._heal_whole(owner)
        # The rows first: what is on its way has bytes before it has a row.
        known = {(owner.id, number) for owner in owners for number in self._numbers(owner, "open")}
        partial = set(self._blobs.partial())
        for key in known - partial:
            self._forget_unless_here(key)
        for key in partial - known:
            self._drop_unless_open(key)

    def _unfinished(self) -> list[RecordingRow]:
        damaged = RecordingRow.id.in_(select(DamagedSegmentRow.recording))
        unfinished = select(RecordingRow).where((RecordingRow.state == "open") | damaged)
        with self._database.reading() as session:
            return list(session.scalars(unfinished))

    def _heal_whole(self, owner: RecordingRow) -> None:
        for number in sorted(self._here(owner) - self._numbers(owner, "stored")):
            self._finish(owner.id, number, None)
        if owner.state == "open":
            # Of what was finalised the scrub tells, and the device is asked in another way.
            self.owe_lost(owner)

    def owe_lost(self, owner: RecordingRow) -> list[int]:
        """Forget what an open recording has rows of and no files; the numbers, in order."""
        folder = self._data.recording(owner.session, owner.id)
        absent = sorted(self._numbers(owner, "stored") - self._here(owner))
        return [each for each in absent if self._is_owed((owner.id, each), folder.segment(each))]

    def _here(self, owner: RecordingRow) -> set[int]:
        folder = self._data.recording(owner.session, owner.id)
        return set(segment_numbers(self._data.files, folder))

    def _is_owed(self, key: Key, final: Path) -> bool:
        with self._locks.hold(key):
            is_owed = not self._data.files.exists(final) and not self._rows.is_open(key)
            if is_owed:
                self._forget(key)
        return is_owed

    def _forget_unless_here(self, key: Key) -> None:
        with self._locks.hold(key):
            if self._rows.is_open(key) and not self._blobs.has(key):
                self._forget(key)

    def _forget(self, key: Key) -> None:
        recording, number = key
        _log.error("segment %d of %s is not here any more; it is asked for", number, recording)
        self._rows.forget(key)

    def _drop_unless_open(self, key: Key) -> None:
        # Another process may be writing its first bytes, and its row is next.
        with self._locks.hold(key), self._database.reading() as session:
            if not self._rows.is_open(key) and not _is_import(session, key[0]):
                self._blobs.drop(key)

    def _numbers(self, owner: RecordingRow, state: str) -> set[int]:
        query = select(SegmentRow.number).where(
            SegmentRow.recording == owner.id, SegmentRow.state == state
        )
        with self._database.reading() as session:
            return set(session.scalars(query))


def _is_import(session: Session, staged: str) -> bool:
    """Whether these are the bytes of a file that is on its way."""
    query = select(ImportRow.id).where(ImportRow.staged == staged, ImportRow.state == "open")
    return session.scalar(query) is not None
