"""The log of what was dropped for good, and what whoever asks for it is told.

A line is durable before any row changes. The same lines can be kept at a second place, outside of
what a backup brings back: whoever restores an older backup then forgets no withdrawal. Lines name
sessions and recordings by their ids and participants by a salted hash; no name stands in it.
"""

import hashlib
import hmac
import logging
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast import durable
from holdfast.clock import parse_rfc3339, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Json, Reader, canonical, parse
from server.blobs.store import Store
from server.db.engine import DatabaseUnusable
from server.db.models import OrderRow, TombstoneRow
from server.domain.refusals import Refusal

WITHDRAWN = "withdrawn"
_SALT_BYTES = 16
_log = logging.getLogger(__name__)


class SecondLogAway(DatabaseUnusable):
    """The second log cannot be read; the message is a sentence for a person."""


class TombstoneLog:
    """`DATA/tombstones.jsonl`, and its second copy where there is one."""

    def __init__(self, data: Store) -> None:
        self._data = data

    def append(self, line: Json) -> None:
        """Keep one line; when this returns, it survives a power cut here.

        A second place that cannot be written now gets the line later, with the next one.
        """
        self._data.files.append_line(
            self._data.tombstones, canonical({"format_version": 1, **line})
        )
        second = self.second()
        if second is None:
            return
        try:
            self._even_out(second)
        except OSError as error:
            _log.error("a tombstone is not at its second place yet (%s)", error.strerror)

    def lines(self) -> list[Json]:
        """Every line, each once, from both places. Raises SecondLogAway, FormatError."""
        found = {digest_of(each): each for each in self._read_here()}
        second = self.second()
        if second is not None:
            if not second.is_file():
                raise SecondLogAway(
                    f"The second log of what was withdrawn ({second}) is not there, and without it "
                    "a restored backup could show what was withdrawn since. Nothing was changed; "
                    "connect its disk, or run: holdfast admin tombstones keep --nowhere"
                )
            found |= {digest_of(each): each for each in _read(second)}
        return list(found.values())

    def take_over(self) -> None:
        """Have both places hold every line. Raises SecondLogAway, OSError."""
        here = {digest_of(each) for each in self._read_here()}
        for line in self.lines():
            if digest_of(line) not in here:
                self._data.files.append_line(self._data.tombstones, canonical(line))
        second = self.second()
        if second is not None:
            self._even_out(second)

    def _read_here(self) -> Iterator[Json]:
        return _parsed(self._data.files.lines(self._data.tombstones), self._data.tombstones)

    def _even_out(self, second: Path) -> None:
        there = {digest_of(each) for each in _read(second)}
        for line in self._read_here():
            if digest_of(line) not in there:
                durable.append_line(second, canonical(line))

    def second(self) -> Path | None:
        """Where the second log is; None where there is none. Raises FormatError."""
        path = self._data.second_tombstones
        if not path.exists():
            return None
        return Path(Reader(parse(path.read_bytes(), path.name), path.name).text("path"))

    def keep_at(self, second: Path | None) -> None:
        """Keep the lines at this second place too; None: nowhere else. Raises OSError."""
        if second is None:
            durable.remove(self._data.second_tombstones)
            return
        # Copied before it is named: what is named can be relied on.
        durable.make_folder(second.parent)
        self._even_out(second)
        if not second.exists():
            durable.write_new(second, b"")
        content = {"format_version": FORMAT_VERSION, "path": str(second)}
        durable.write_replacing(self._data.second_tombstones, canonical(content))


def digest_of(line: Json) -> str:
    """What makes two lines the same one."""
    return hashlib.sha256(canonical(line)).hexdigest()


def _read(path: Path) -> Iterator[Json]:
    # The second place is a disk of this machine, wherever all else is kept.
    if path.exists():
        yield from _parsed(path.read_bytes().splitlines(), path)


def _parsed(lines: Iterable[bytes], path: Path) -> Iterator[Json]:
    for line in lines:
        if not line:
            continue
        try:
            yield parse(line, "a tombstone")
        except FormatError as error:
            # Torn by a power cut before anybody was told of it.
            _log.warning("a line of %s was passed over: %s", path.name, error)


def tombstone_row(line: Json) -> TombstoneRow:
    """The tombstone of a recording that was dropped before it was whole. Raises FormatError."""
    reader = Reader(line, "a tombstone")
    return TombstoneRow(
        recording=reader.id("recording"),
        device=reader.id("device"),
        reason=reader.text("reason"),
        at=parse_rfc3339(reader.text("at")),
    )


def tombstone_line(row: TombstoneRow) -> Json:
    """The line of such a tombstone."""
    return {
        "recording": row.recording,
        "device": row.device,
        "reason": row.reason,
        "at": rfc3339(row.at),
    }


def hashed_participant(study: str, participant: str) -> str:
    """A participant as a line names them: `SALT:HASH`, another one each time.

    HMAC-SHA256 with the salt as key. It hides the name from whoever reads the log over; who knows
    it, or can try all there are, finds it, and has to: sessions that come later must be refused.
    """
    salt = secrets.token_hex(_SALT_BYTES)
    return f"{salt}:{_hash(salt, study, participant)}"


def is_participant(hashed: str, study: str, participant: str) -> bool:
    """Whether this is who such a name is of."""
    salt, _, value = hashed.partition(":")
    return hmac.compare_digest(value, _hash(salt, study, participant))


def _hash(salt: str, study: str, participant: str) -> str:
    said = canonical([study, participant])
    return hmac.new(bytes.fromhex(salt), said, hashlib.sha256).hexdigest()


def dropped(session: Session, row: TombstoneRow, device: str | None) -> Refusal:
    """What to tell whoever asks for a recording that was dropped; a device gets its order too."""
    return gone(session, "recording", row.reason, row.session, row.recording, device)


def gone(
    session: Session,
    what: str,
    reason: str,
    visit: str | None,
    recording: str | None,
    device: str | None,
) -> Refusal:
    """The answer 410, with the signed order where there is one for this device."""
    order = None if device is None or visit is None else _order(session, visit, recording, device)
    more = {} if order is None else {"order": order}
    return Refusal("withdrawn", f"This {what} was dropped: {reason}.", **more)


def _order(session: Session, visit: str, recording: str | None, device: str) -> Json | None:
    query = select(OrderRow).where(OrderRow.session == visit, OrderRow.device == device)
    for row in session.scalars(query.order_by(OrderRow.id)):
        if row.kind == "withdraw-session" or (
            row.kind == "withdraw-recording" and recording in row.content["recordings"]
        ):
            return row.content
    return None
