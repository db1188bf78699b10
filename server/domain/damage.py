"""Segments that were received whole and are not here any more as they came.

What is found is moved aside, never deleted: a person may still want to look at it. From then on the
segment counts as missing, the device hears of it at its next comparison, and only the very bytes
that the receipt promises are taken for it again.
"""

import logging
from collections.abc import Callable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from holdfast.clock import Clock
from server.blobs.store import Store
from server.db.care_rows import DamagedSegmentRow
from server.db.engine import Database
from server.db.models import RecordingRow, SegmentRow
from server.domain.audit import RECEIVER
from server.domain.keyed_locks import KeyedLocks

Record = Callable[..., object]
_log = logging.getLogger(__name__)


class Damage:
    """Notes damage and tells of it."""

    def __init__(
        self,
        data: Store,
        database: Database,
        locks: KeyedLocks,
        record: Record,
        clock: Clock,
    ) -> None:
        """`locks` are those under which segments are written; `record` writes the audit log."""
        self._data = data
        self._database = database
        self._locks = locks
        self._record = record
        self._clock = clock

    def note(self, recording: str, number: int) -> bool:
        """Take a stored segment for lost; false where it is not stored any more.

        A crash in between leaves a file that is moved and a row that says `stored`; the next look
        finds it missing and comes here again.
        """
        with self._locks.hold((recording, number)):
            with self._database.reading() as session:
                owner = session.get(RecordingRow, recording)
                row = session.get(SegmentRow, (recording, number))
            if owner is None or row is None or row.state != "stored":
                return False
            path = self._data.recording(owner.session, recording).segment(number)
            if self._data.files.exists(path):
                kept = self._data.files.move_aside(path, self._data.quarantined(recording))
                _log.error("segment %d of %s was moved to %s", number, recording, kept)
            with self._database.writing() as session:
                self.add(session, recording, number, row.size_bytes, row.sha256)
                session.delete(row)
        self._record(RECEIVER, "segment.lost", f"recording:{recording}", segment=number)
        return True

    def add(
        self, session: Session, recording: str, number: int, size_bytes: int, sha256: str
    ) -> None:
        """Write down what is missing, in the caller's transaction."""
        session.merge(
            DamagedSegmentRow(
                recording=recording,
                number=number,
                size_bytes=size_bytes,
                sha256=sha256,
                found_at=self._clock.now(),
            )
        )

    def heal(self) -> None:
        """At start: forget what was repaired just before a crash."""
        with self._database.writing() as session:
            repaired(session)

    def open(self) -> list[DamagedSegmentRow]:
        """All that is still missing, in the order in which it was found."""
        query = select(DamagedSegmentRow).order_by(DamagedSegmentRow.found_at)
        with self._database.reading() as session:
            return list(session.scalars(query))


def is_wanted_again(session: Session, recording: str, number: int, wanted: tuple[int, str]) -> bool:
    """Whether these bytes, by size and SHA-256, are what is missing of a stored recording."""
    row = session.get(DamagedSegmentRow, (recording, number))
    return row is not None and (row.size_bytes, row.sha256) == wanted


def repaired(session: Session) -> None:
    """Forget the damage of which everything is here again, in the caller's transaction."""
    here = select(SegmentRow.number).where(
        SegmentRow.recording == DamagedSegmentRow.recording,
        SegmentRow.number == DamagedSegmentRow.number,
        SegmentRow.state == "stored",
    )
    session.execute(delete(DamagedSegmentRow).where(here.exists()))


def damaged_among(session: Session, recordings: Sequence[str]) -> set[str]:
    """Which of these recordings lack something that was received."""
    query = select(DamagedSegmentRow.recording).where(DamagedSegmentRow.recording.in_(recordings))
    return set(session.scalars(query))
