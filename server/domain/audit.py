"""The audit log: who did what to what, when. Each entry's hash covers the one before it.

The table is the log, and one row is its end, at which writers take turns on any engine.
`DATA/audit.jsonl` is a copy, written after the row: it restores the log with a lost database, and
shows what was taken out of it. No entry holds a token, a name of a person or a participant's id.
"""

import json
import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Self

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, digest, parse
from holdfast.locks import wait_for_lock
from server.auth.policy import Principal
from server.blobs.store import Store
from server.db.access_rows import AuditHeadRow, AuditRow
from server.db.engine import Database

RECEIVER: Final = "receiver"
"""The actor of what the receiver does by itself."""
FIRST: Final = "0" * 64
"""What the first entry continues."""
HEAD: Final = 1
"""The id of the one row that says where the log ends; the migration makes it."""
_BATCH: Final = 500
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log."""

    seq: int
    at: str
    actor: str
    action: str
    subject: str
    facts: Json
    previous: str
    sha256: str

    def computed_sha256(self) -> str:
        """What `sha256` must be for an entry that nobody changed."""
        return digest(self._covered())

    def _covered(self) -> Json:
        return {
            "format_version": FORMAT_VERSION,
            "seq": self.seq,
            "at": self.at,
            "actor": self.actor,
            "action": self.action,
            "subject": self.subject,
            "facts": self.facts,
            "previous": self.previous,
        }

    def to_json(self) -> Json:
        return {**self._covered(), "sha256": self.sha256}

    @classmethod
    def from_json(cls, value: Json) -> Self:
        """Raises FormatError."""
        reader = Reader(value, "an audit entry")
        return cls(
            seq=reader.whole("seq", 1),
            at=reader.text("at"),
            actor=reader.text("actor"),
            action=reader.text("action"),
            subject=reader.text("subject"),
            facts=reader.mapping("facts"),
            previous=reader.sha256("previous"),
            sha256=reader.sha256("sha256"),
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries to list; None does not narrow."""

    actor: str | None = None
    action: str | None = None
    subject: str | None = None
    before: int | None = None


class Audit:
    """Writes and reads the log. Safe in several threads, processes and receivers."""

    def __init__(self, data: Store, database: Database, clock: Clock) -> None:
        self._data = data
        self._database = database
        self._clock = clock
        self._copying = threading.Lock()

    def record(self, actor: Principal | str, action: str, subject: str, **facts: Any) -> Entry:
        """Write one entry; it is durable on return. Never called inside a `writing()`.

        `actor` is who asked, or a kind and an id (`device:ID`), or `RECEIVER`. `action` is a thing
        and a verb (`recording.played`), `subject` a kind and an id (`recording:ID`). `facts` are
        small JSON values: no token, no name of a person, no participant's id.
        """
        with self._database.writing() as session:
            entry = self.add(session, actor, action, subject, **facts)
        self.copy()
        return entry

    def add(
        self, session: Session, actor: Principal | str, action: str, subject: str, **facts: Any
    ) -> Entry:
        """The same inside the caller's transaction, with which it stands or falls.

        Its copy in the file follows with the next entry, or with `copy`.
        """
        query = select(AuditHeadRow).where(AuditHeadRow.id == HEAD).with_for_update()
        head = session.scalars(query).one()
        entry = _entry(
            head.seq + 1,
            rfc3339(self._clock.now()),
            actor if isinstance(actor, str) else actor.actor,
            action,
            subject,
            facts,
            head.sha256,
        )
        session.add(_row(entry))
        head.seq, head.sha256 = entry.seq, entry.sha256
        session.flush()
        return entry

    def newest(self, wanted: Wanted, limit: int) -> list[Entry]:
        """Entries, newest first."""
        query = select(AuditRow).order_by(AuditRow.seq.desc()).limit(limit)
        narrowed = (
            (AuditRow.actor, wanted.actor),
            (AuditRow.action, wanted.action),
            (AuditRow.subject, wanted.subject),
        )
        for column, value in narrowed:
            if value is not None:
                query = query.where(column == value)
        if wanted.before is not None:
            query = query.where(AuditRow.seq < wanted.before)
        with self._database.reading() as session:
            return [_of_row(row) for row in session.scalars(query)]

    def entries(self, after: int = 0, until: int | None = None) -> Iterator[Entry]:
        """Every entry of the table after this number, and up to that one, oldest first."""
        while True:
            query = select(AuditRow).where(AuditRow.seq > after).order_by(AuditRow.seq)
            if until is not None:
                query = query.where(AuditRow.seq <= until)
            with self._database.reading() as session:
                rows = list(session.scalars(query.limit(_BATCH)))
            if not rows:
                return
            yield from map(_of_row, rows)
            after = rows[-1].seq

    def end(self) -> tuple[int, str]:
        """Number and hash of the last entry, as the table of the end has them."""
        with self._database.reading() as session:
            head = session.get_one(AuditHeadRow, HEAD)
        return head.seq, head.sha256

    def copy(self) -> None:
        """Bring the file up to the table."""
        lock = self._data.shared_lock("audit", "") or wait_for_lock(self._data.audit_lock)
        with self._copying, lock:
            for entry in self.entries(self._last_copied()):
                self._data.files.append_line(self._data.audit, canonical(entry.to_json()))

    def _last_copied(self) -> int:
        """The number in the file's last line that can be read."""
        for line in reversed(self._data.files.last_lines(self._data.audit)):
            entry = _of_line(line)
            if entry is not None:
                return entry.seq
        return 0

    def copied(self) -> Iterator[Entry]:
        """Every entry in the file that can be read."""
        for line in self._data.files.lines(self._data.audit):
            entry = _of_line(line)
            if entry is not None:
                yield entry

    def restore(self) -> None:
        """Fill an empty table from the file, as it stands; what does not fit, a check finds."""
        if self.end()[0]:
            return
        with self._database.writing() as session:
            head = session.get_one(AuditHeadRow, HEAD)
            if head.seq:
                return
            for entry in self.copied():
                if entry.seq > head.seq:
                    session.add(_row(entry))
                    head.seq, head.sha256 = entry.seq, entry.sha256


def _entry(
    seq: int, at: str, actor: str, action: str, subject: str, facts: Json, previous: str
) -> Entry:
    # As it will be read back: tuples become lists, and what is no JSON is refused now.
    facts = json.loads(canonical(facts))
    draft = Entry(seq, at, actor, action, subject, facts, previous, "")
    return Entry(seq, at, actor, action, subject, facts, previous, draft.computed_sha256())


def _row(entry: Entry) -> AuditRow:
    return AuditRow(
        seq=entry.seq,
        at=_instant(entry.at),
        actor=entry.actor,
        action=entry.action,
        subject=entry.subject,
        facts=entry.facts,
        previous=entry.previous,
        sha256=entry.sha256,
    )


def _of_row(row: AuditRow) -> Entry:
    return Entry(
        seq=row.seq,
        at=rfc3339(row.at),
        actor=row.actor,
        action=row.action,
        subject=row.subject,
        facts=row.facts,
        previous=row.previous,
        sha256=row.sha256,
    )


def _of_line(line: bytes) -> Entry | None:
    try:
        entry = Entry.from_json(parse(line, "a line of audit.jsonl"))
        _instant(entry.at)
    except FormatError as error:
        # Torn by a power cut, and copied again; or changed, and then `verify` misses it.
        _log.warning("a line of audit.jsonl was passed over: %s", error)
        return None
    return entry


def _instant(text: str) -> datetime:
    try:
        return parse_rfc3339(text)
    except ValueError as error:
        raise FormatError(f"{text!r} is no time") from error
