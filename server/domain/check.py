"""Everything held against everything: database, files and hashes. It reads, and changes nothing.

It may run while the receiver serves. With a subset only a share of the segments is read byte by
byte, so that `1/7` to `7/7` on the days of a week read all of them once.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from sqlalchemy import func, select, text

from holdfast.jsonform import canonical
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import ImportRow, RecordingRow, SegmentRow, SessionRow, TombstoneRow
from server.domain.identity import ReceiverIdentity
from server.domain.looking import (
    Finding,
    Looking,
    Reads,
    bytes_of,
    paths_in,
    seen_twice,
)

_PAGE: Final = 500
_SUBSET: Final = re.compile(r"([1-9]\d{0,5})/([1-9]\d{0,5})\Z")


@dataclass(frozen=True, slots=True)
class Subset:
    """The nth of `of` shares of all segments; each segment is in exactly one."""

    nth: int
    of: int

    @classmethod
    def parse(cls, said: str) -> Self:
        """From `n/t`. Raises ValueError with a sentence."""
        match = _SUBSET.match(said)
        if match is None or int(match[1]) > int(match[2]):
            raise ValueError(f"{said!r} is no share: say n/t with n from 1 to t, such as 1/7.")
        return cls(int(match[1]), int(match[2]))

    def has(self, recording: str, segment: int) -> bool:
        """Whether this segment is in the share."""
        return zlib.crc32(f"{recording}.{segment}".encode()) % self.of == self.nth - 1


@dataclass(slots=True)
class Counts:
    """What was looked at."""

    recordings: int = 0
    segments: int = 0
    segments_read: int = 0
    read_bytes: int = 0


class Check:
    """Looks at everything once. `subset` None reads no segment's bytes, only sizes."""

    def __init__(
        self,
        data: Store,
        database: Database,
        identity: ReceiverIdentity,
        subset: Subset | None,
        has_read: Reads = lambda _: None,
    ) -> None:
        self._data = data
        self._database = database
        self._subset = subset
        self._has_read = has_read
        self._looking = Looking(data, database, identity, self._is_wanted, self._count)
        self.counts = Counts()

    def _is_wanted(self, recording: str, segment: int) -> bool:
        wanted = self._subset is not None and self._subset.has(recording, segment)
        self.counts.segments_read += wanted
        return wanted

    def _count(self, size_bytes: int) -> None:
        self.counts.read_bytes += size_bytes
        self._has_read(size_bytes)

    def run(self) -> Iterator[Finding]:
        """What is wrong, as it is found."""
        yield from self._whole_database()
        for recording in self._recordings():
            self.counts.recordings += 1
            yield from self._looking.look(recording)
        yield from seen_twice(self._around)
        with self._database.reading() as session:
            stored = select(func.count()).where(SegmentRow.state == "stored")
            self.counts.segments = session.scalar(stored) or 0

    def _whole_database(self) -> Iterator[Finding]:
        with self._database.reading() as session:
            if self._database.engine.dialect.name != "sqlite":
                return
            for (said,) in session.execute(text("PRAGMA integrity_check(20)")):
                if said != "ok":
                    yield Finding("database", self._data.database.name, str(said))
            for table, *_ in session.execute(text("PRAGMA foreign_key_check")):
                detail = f"a row of {table} refers to nothing"
                yield Finding("database", self._data.database.name, detail)

    def _recordings(self) -> Iterator[str]:
        last = ""
        while True:
            query = select(RecordingRow.id).where(RecordingRow.id > last)
            with self._database.reading() as session:
                page = list(session.scalars(query.order_by(RecordingRow.id).limit(_PAGE)))
            yield from page
            if len(page) < _PAGE:
                return
            last = page[-1]

    def _around(self) -> Iterator[Finding]:
        """What belongs to no recording that the database knows, and the sessions' own files."""
        yield from self._sessions()
        with self._database.reading() as session:
            known = set(session.scalars(select(RecordingRow.id)))
            dropped = set(session.scalars(select(TombstoneRow.recording)))
            query = select(SegmentRow.recording, SegmentRow.number)
            opened = {
                f"{recording}.{number}"
                for recording, number in session.execute(query.where(SegmentRow.state == "open"))
            }
            opened |= {f"{staged}.0" for staged in session.scalars(select(ImportRow.staged))}
        for folder in self._data.recording_folders():
            if folder.recording in dropped:
                yield self._finding("dropped_is_here", folder.path, "was dropped", folder.recording)
            elif folder.recording not in known:
                yield self._finding("unknown_recording", folder.path, "is not in the database")
        for path in paths_in(self._data.files, self._data.incoming):
            if path.name not in opened:
                yield self._finding("unknown_file", path, "is part of no segment that is arriving")

    def _sessions(self) -> Iterator[Finding]:
        with self._database.reading() as session:
            rows = list(session.scalars(select(SessionRow)))
        for row in rows:
            path = self._data.session_file(row.id)
            if bytes_of(self._data.files, path) != canonical(row.content):
                yield self._finding("wrong_document", path, "is not what the device announced")

    def _finding(self, kind: str, path: Path, detail: str, recording: str | None = None) -> Finding:
        return Finding(kind, str(path.relative_to(self._data.root)), detail, recording)
