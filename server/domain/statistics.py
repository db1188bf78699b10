"""Numbers over everything here: of all, of each device, of each study. It only reads and counts.

Who may see some studies only hears of their recordings, and of the devices that made them. How the
bytes came is counted for each device over all studies, so that says nothing to them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from holdfast.jsonform import Json
from server.db.engine import Database
from server.db.models import DeviceRow, JobRow, RecordingRow, SegmentRow, SessionRow
from server.domain.scope import Studies, sessions_within
from server.domain.transfers import Counts, Transfers


@dataclass(slots=True)
class Numbers:
    """What is here of something, and how its jobs ended. Sizes in bytes."""

    recordings: Counter[str] = field(default_factory=Counter)
    jobs: Counter[str] = field(default_factory=Counter)
    segments: int = 0
    stored_bytes: int = 0
    segment_bytes_most: int = 0

    def add(self, other: "Numbers") -> None:
        """Add another's numbers to these."""
        self.recordings += other.recordings
        self.jobs += other.jobs
        self.segments += other.segments
        self.stored_bytes += other.stored_bytes
        self.segment_bytes_most = max(self.segment_bytes_most, other.segment_bytes_most)

    def to_json(self) -> Json:
        # What somebody cancelled neither succeeded nor failed.
        ended = self.jobs["succeeded"] + self.jobs["failed"]
        return {
            "recordings": dict(self.recordings),
            "segments": self.segments,
            "stored_bytes": self.stored_bytes,
            "segment_bytes_mean": _share(self.stored_bytes, self.segments),
            "segment_bytes_most": self.segment_bytes_most,
            "jobs": dict(self.jobs),
            "success_rate": _share(self.jobs["succeeded"], ended),
            "failure_rate": _share(self.jobs["failed"], ended),
        }


def statistics(database: Database, transfers: Transfers, within: Studies = None) -> Json:
    """The numbers of everything within some studies, of `devices` and of `studies`."""
    counts = transfers.of_devices() if within is None else None
    with database.reading() as session:
        devices = _numbers(session, RecordingRow.device, within)
        studies = _numbers(session, SessionRow.study, within)
        names = {row.id: row.name for row in session.execute(select(DeviceRow.id, DeviceRow.name))}
    return {
        **_sum(devices.values()).to_json(),
        "transfers": None if counts is None else _transfers(_sum_counts(counts.values())),
        "devices": [
            {
                **devices.get(each, Numbers()).to_json(),
                "device": each,
                "name": names.get(each),
                "transfers": None if counts is None else _transfers(counts.get(each, Counts())),
            }
            for each in sorted({*devices, *(counts or {})})
        ],
        "studies": [
            {**studies[each].to_json(), "study": each}
            for each in sorted(studies, key=lambda name: name or "")
        ],
    }


def _numbers(session: Session, key: Any, within: Studies) -> dict[Any, Numbers]:
    found: dict[Any, Numbers] = {}
    for name, state, count in _counted(session, RecordingRow, key, within, RecordingRow.state):
        found.setdefault(name, Numbers()).recordings[state] = count
    is_cancelled = JobRow.cancelled_at.is_not(None)
    for name, state, cancelled, count in _counted(
        session, JobRow, key, within, JobRow.state, is_cancelled
    ):
        found[name].jobs["cancelled" if cancelled else state] += count
    size = SegmentRow.size_bytes
    sizes = select(key, func.count(), func.sum(size), func.max(size)).select_from(SegmentRow)
    sizes = _of_recordings(sizes, SegmentRow, within).where(SegmentRow.state == "stored")
    for name, count, total, most in session.execute(sizes.group_by(key)):
        numbers = found[name]
        # Postgres adds whole numbers up to decimal ones.
        numbers.segments, numbers.stored_bytes, numbers.segment_bytes_most = count, int(total), most
    return found


def _counted(
    session: Session, table: Any, key: Any, within: Studies, *by: Any
) -> Iterable[Sequence[Any]]:
    query = _of_recordings(select(key, *by, func.count()).select_from(table), table, within)
    return session.execute(query.group_by(key, *by))


def _of_recordings(query: Select[Any], table: Any, within: Studies) -> Select[Any]:
    if table is not RecordingRow:
        query = query.join(RecordingRow, RecordingRow.id == table.recording)
    return query.join(SessionRow, SessionRow.id == RecordingRow.session).where(
        sessions_within(within)
    )


def _sum(numbers: Iterable[Numbers]) -> Numbers:
    total = Numbers()
    for each in numbers:
        total.add(each)
    return total


def _sum_counts(counts: Iterable[Counts]) -> Counts:
    total = Counts()
    for each in counts:
        total.add(each)
    return total


def _transfers(counts: Counts) -> Mapping[str, Any]:
    return {
        "chunks": counts.chunks,
        "received_bytes": counts.received_bytes,
        "repeated_chunks": counts.repeated_chunks,
        "refused_chunks": counts.refused_chunks,
        "repeat_rate": _share(counts.repeated_chunks, counts.chunks),
        "refusal_rate": _share(counts.refused_chunks, counts.chunks + counts.refused_chunks),
        "bytes_per_s": _share(counts.timed_bytes * 1000, counts.timed_ms),
    }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
