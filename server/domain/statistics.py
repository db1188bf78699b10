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

_KEYS = (RecordingRow.device, SessionRow.study)
Whose = tuple[str, str | None]
"""A device, and a study that it recorded for."""


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
        found = _numbers(session, within)
        names = {row.id: row.name for row in session.execute(select(DeviceRow.id, DeviceRow.name))}
    devices, studies = _by(found, 0), _by(found, 1)
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


def _by(found: Mapping[Whose, Numbers], place: int) -> dict[Any, Numbers]:
    """The numbers of each device, or of each study."""
    numbers: dict[Any, Numbers] = {}
    for whose, each in found.items():
        numbers.setdefault(whose[place], Numbers()).add(each)
    return numbers


def _numbers(session: Session, within: Studies) -> dict[Whose, Numbers]:
    """Of each device in each study, so that everything is counted once only."""
    found: dict[Whose, Numbers] = {}
    for *whose, state, count in _counted(session, RecordingRow, within, RecordingRow.state):
        found.setdefault(_whose(whose), Numbers()).recordings[state] = count
    is_cancelled = JobRow.cancelled_at.is_not(None)
    for *whose, state, cancelled, count in _counted(
        session, JobRow, within, JobRow.state, is_cancelled
    ):
        found[_whose(whose)].jobs["cancelled" if cancelled else state] += count
    size = SegmentRow.size_bytes
    counted: Any = select(*_KEYS, func.count(), func.sum(size), func.max(size))
    sizes = _of_recordings(counted.select_from(SegmentRow), SegmentRow, within)
    sizes = sizes.where(SegmentRow.state == "stored")
    for *whose, count, total, most in session.execute(sizes.group_by(*_KEYS)):
        numbers = found[_whose(whose)]
        # Postgres adds whole numbers up to decimal ones.
        numbers.segments, numbers.stored_bytes, numbers.segment_bytes_most = count, int(total), most
    return found


def _whose(columns: Sequence[Any]) -> Whose:
    device, study = columns
    return str(device), study


def _counted(session: Session, table: Any, within: Studies, *by: Any) -> Iterable[Sequence[Any]]:
    query = _of_recordings(select(*_KEYS, *by, func.count()).select_from(table), table, within)
    return session.execute(query.group_by(*_KEYS, *by))


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
