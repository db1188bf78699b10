"""What this receiver has for good of one device's recordings: all together, or asked one by one.

It only reads. A recording counts from its receipt on.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from holdfast.holdings import Holdings
from holdfast.jsonform import Json
from server.db.care_rows import DamagedSegmentRow
from server.db.engine import Database
from server.db.models import RecordingRow, TombstoneRow
from server.domain.damage import damaged_among

OPEN_MOST = 500
UNKNOWN = "unknown"
DAMAGED = "damaged"
"""A segment of it was received and is lost: whoever has it still is to send it again."""


def of_device(database: Database, device: str) -> Holdings:
    """All that a device has receipts for, unless it was withdrawn or something of it is lost."""
    with database.reading() as session:
        return Holdings.of(
            each
            for each in session.scalars(
                select(RecordingRow.manifest_sha256).where(
                    RecordingRow.device == device,
                    RecordingRow.state == "stored",
                    RecordingRow.id.not_in(select(DamagedSegmentRow.recording)),
                )
            )
            if each is not None
        )


def open_of_device(database: Database, device: str) -> list[str]:
    """The recordings of a device that are not finalised, the newest OPEN_MOST first."""
    with database.reading() as session:
        return list(
            session.scalars(
                select(RecordingRow.id)
                .where(RecordingRow.device == device, RecordingRow.state == "open")
                .order_by(RecordingRow.id.desc())
                .limit(OPEN_MOST)
            )
        )


def statuses(
    database: Database,
    recordings: Sequence[str],
    device: str | None,
    within: Collection[str] | None = None,
) -> list[Json]:
    """For each recording `open`, `stored`, `damaged` or a tombstone's `dropped`; else `unknown`.

    A device gets to know of its own alone; `device` None may know of all, or of those `within`.
    """
    with database.reading() as session:
        rows = {
            row.id: row
            for row in session.scalars(select(RecordingRow).where(RecordingRow.id.in_(recordings)))
            if device in (None, row.device) and (within is None or row.id in within)
        }
        dropped = {
            stone.recording
            for stone in session.scalars(
                select(TombstoneRow).where(TombstoneRow.recording.in_(recordings))
            )
            if device in (None, stone.device) and (within is None or stone.recording in within)
        }
        damaged = damaged_among(session, list(rows))
    return [
        _status(each, rows.get(each), DAMAGED if each in damaged else None, each in dropped)
        for each in recordings
    ]


def _status(
    recording: str, row: RecordingRow | None, damaged: str | None, is_dropped: bool
) -> Json:
    state = "dropped" if is_dropped else UNKNOWN
    if row is not None:
        state = damaged or row.state
    return {
        "recording": recording,
        "state": state,
        "manifest_sha256": None if row is None else row.manifest_sha256,
    }
