"""Fills an empty database from the files, so that losing the database loses nothing.

Every segment is hashed again. What the files do not hold is gone with the database: unused
enrolment codes, sign-ins, and chunks of segments that were not whole yet, which devices send again.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from holdfast.clock import Clock
from holdfast.jsonform import FormatError, parse
from holdfast.receipt import Receipt
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.base import Files, segment_numbers
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import MetaRow, RecordingRow, SegmentRow, SessionRow, TombstoneRow
from server.domain.annotations import versions_on_disk
from server.domain.being_stored import take_up_receipt
from server.domain.damage import Damage
from server.domain.devices import Devices
from server.domain.events import Webhooks
from server.domain.queue_controls import controls_from_file
from server.domain.refusals import Refusal
from server.domain.sessions import announcement_of, recording_row, session_row
from server.domain.tombstones import TombstoneLog, tombstone_row
from server.domain.users import Users
from server.jobs.results import keep_result, results_on_disk

FILES_READ = "files_read"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rebuild:
    """Reads everything in; a crash in between leaves it to be done again."""

    data: Store
    database: Database
    devices: Devices
    users: Users
    webhooks: Webhooks
    damage: Damage
    clock: Clock

    def is_needed(self) -> bool:
        """Whether this database has never taken in what the files say."""
        with self.database.reading() as session:
            return session.get(MetaRow, FILES_READ) is None

    def run(self) -> None:
        """Take in all files. Raises FormatError where devices, users or settings cannot be read."""
        recordings = []
        with self.database.writing() as session:
            session.add_all([*self.devices.rows_from_files(), *self.users.rows_from_file()])
            session.add_all(self.webhooks.rows_from_file())
            session.add_all(controls_from_file(self.data))
            session.add_all(self._tombstones())
            session.flush()
            for folder in self.data.recording_folders():
                row = self._take_in(session, folder)
                if row is not None:
                    recordings.append(row)
            session.add(MetaRow(key=FILES_READ, value="1"))
        for row in recordings:
            take_up_receipt(self.database, self.data, row, self.clock)

    def _tombstones(self) -> list[TombstoneRow]:
        # Withdrawals are replayed when all this is in: they take along what they find.
        lines = [each for each in TombstoneLog(self.data).lines() if "recording" in each]
        rows = {row.recording: row for row in map(tombstone_row, lines)}
        return list(rows.values())

    def _take_in(self, session: Session, folder: ReceivedRecording) -> RecordingRow | None:
        if session.get(TombstoneRow, folder.recording) is not None:
            return None
        try:
            row = self._announced(session, folder)
            promised = _promised(self.data.files, folder)
        except (OSError, FormatError, Refusal) as error:
            _log.error("%s was left alone: %s", folder.path, error)
            return None
        session.add(row)
        session.flush()
        here = list(self._segments(folder, promised))
        session.add_all(here)
        for number in promised.keys() - {each.number for each in here}:
            size_bytes, sha256 = promised[number]
            self.damage.add(session, folder.recording, number, size_bytes, sha256)
        session.add_all(versions_on_disk(self.data.files, folder))
        for result in results_on_disk(self.data.files, folder):
            keep_result(session, folder.recording, result)
        return row

    def _segments(
        self, folder: ReceivedRecording, promised: dict[int, tuple[int, str]]
    ) -> Iterator[SegmentRow]:
        for number in segment_numbers(self.data.files, folder):
            path = folder.segment(number)
            sha256 = self.data.files.sha256(path)
            if number in promised and promised[number][1] != sha256:
                # Kept for a person to look at, but nobody is told that it is what was received.
                kept = self.data.files.move_aside(path, self.data.quarantined(folder.recording))
                _log.error("%s is not what its receipt says and was moved to %s", path, kept)
                continue
            yield SegmentRow(
                recording=folder.recording,
                number=number,
                state="stored",
                size_bytes=self.data.files.size_bytes(path),
                sha256=sha256,
                present=[],
                changed_at=self.clock.now(),
            )

    def _announced(self, session: Session, folder: ReceivedRecording) -> RecordingRow:
        if session.get(SessionRow, folder.session) is None:
            path = self.data.session_file(folder.session)
            visit = session_row(parse(self.data.files.read(path), "session.json"))
            visit.created_at = self.clock.now()
            session.add(visit)
            session.flush()
        content = parse(self.data.files.read(folder.announce), "announce.json")
        row = recording_row(announcement_of(content), content)
        row.created_at = self.clock.now()
        return row


def _promised(files: Files, folder: ReceivedRecording) -> dict[int, tuple[int, str]]:
    """Segment -> size and SHA-256 of what a receipt was given for."""
    if not files.exists(folder.receipt):
        return {}
    receipt = Receipt.from_json(parse(files.read(folder.receipt), folder.receipt.name))
    return {each.segment: (each.size_bytes, each.sha256) for each in receipt.segments}
