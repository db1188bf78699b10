"""Counts what devices send: chunks, bytes, repeats, refusals, and how fast they came.

Counted in memory and added to the database now and then: a chunk must cost no write of its own, and
a power cut may cost the last minute's counts and nothing else.
"""

import threading
from dataclasses import dataclass, fields
from typing import Final

from sqlalchemy import select

from holdfast.clock import Clock
from server.db.care_rows import TransferRow
from server.db.engine import Database

FLUSH_EVERY_NS: Final = 60 * 10**9


@dataclass(slots=True)
class Counts:
    """Of one device. `timed_bytes` came within `timed_ms`, where a request's duration is known."""

    chunks: int = 0
    received_bytes: int = 0
    repeated_chunks: int = 0
    refused_chunks: int = 0
    timed_bytes: int = 0
    timed_ms: int = 0

    def add(self, other: "Counts") -> None:
        """Add another's counts to these."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


class Transfers:
    """What has come from each device. Threads may share it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._lock = threading.Lock()
        self._new: dict[str, Counts] = {}
        self._flushed_ns = clock.monotonic_ns()

    def stored(self, device: str, size_bytes: int, *, repeated: bool, took_ms: int | None) -> None:
        """A chunk was acknowledged; `repeated`: all of it was here before."""
        counts = Counts(chunks=1, received_bytes=size_bytes, repeated_chunks=int(repeated))
        if took_ms is not None:
            counts.timed_bytes, counts.timed_ms = size_bytes, took_ms
        self._count(device, counts)

    def refused(self, device: str) -> None:
        """A chunk was refused, whatever was wrong with it."""
        self._count(device, Counts(refused_chunks=1))

    def _count(self, device: str, counts: Counts) -> None:
        with self._lock:
            self._new.setdefault(device, Counts()).add(counts)
            is_due = self._clock.monotonic_ns() - self._flushed_ns >= FLUSH_EVERY_NS
        if is_due:
            self.flush()

    def flush(self) -> None:
        """Add what was counted to the database."""
        with self._lock:
            counted, self._new = self._new, {}
            self._flushed_ns = self._clock.monotonic_ns()
        if not counted:
            return
        with self._database.writing() as session:
            for device, counts in counted.items():
                row = session.get(TransferRow, device)
                here = Counts() if row is None else _counts(row)
                here.add(counts)
                session.merge(_row(device, here))

    def of_devices(self) -> dict[str, Counts]:
        """Everything that was counted, by device."""
        self.flush()
        with self._database.reading() as session:
            return {row.device: _counts(row) for row in session.scalars(select(TransferRow))}


def _counts(row: TransferRow) -> Counts:
    return Counts(**{each.name: getattr(row, each.name) for each in fields(Counts)})


def _row(device: str, counts: Counts) -> TransferRow:
    values = {each.name: getattr(counts, each.name) for each in fields(counts)}
    return TransferRow(device=device, **values)
