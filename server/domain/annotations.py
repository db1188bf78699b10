"""What is learned of a recording after its manifest: every version kept, with who and when.

A version is a line in the recording's `annotations.jsonl` first and a row then; neither is ever
changed. Writers say which version they make, so that nobody overwrites what they have not seen.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.annotations import Annotations
from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.jsonform import FormatError, Json, Reader, canonical, parse
from holdfast.receiver_layout import ReceivedRecording
from server.auth.policy import Principal
from server.blobs.base import Files
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import AnnotationRow
from server.domain.refusals import Refusal
from server.domain.sessions import own_recording

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Version:
    """One version as others see it; version 0, which nobody wrote, says nothing."""

    recording: str
    annotations: Annotations
    at: str | None = None
    by: Json | None = None

    def to_json(self) -> Json:
        """As the API tells it, and as a line of the recording's file."""
        return {
            **self.annotations.to_json(),
            "recording": self.recording,
            "at": self.at,
            "by": self.by,
        }


class AnnotationVersions:
    """Reads and adds versions. Who may do so is decided before; a device sees its own only."""

    def __init__(self, data: Store, database: Database, clock: Clock) -> None:
        self._data = data
        self._database = database
        self._clock = clock

    def current(self, recording: str, device: str | None) -> Version:
        """The newest version, or version 0. Raises Refusal `unknown_recording`, `withdrawn`."""
        with self._database.reading() as session:
            own_recording(session, recording, device)
            return _newest(session, recording)

    def history(self, recording: str, device: str | None) -> list[Version]:
        """Every version, oldest first. Raises Refusal `unknown_recording`, `withdrawn`."""
        query = select(AnnotationRow).where(AnnotationRow.recording == recording)
        with self._database.reading() as session:
            own_recording(session, recording, device)
            rows = session.scalars(query.order_by(AnnotationRow.version))
            return [_version(row) for row in rows]

    def write(self, recording: str, content: Json, writer: Principal) -> tuple[Version, bool]:
        """Add a version, durably; whether it is new. The same version again is as it was.

        Raises Refusal: `bad_request`; `stale`, with the current one, where its number is not the
        next; `unknown_recording`, `withdrawn`.
        """
        wanted = _annotations(content)
        with self._database.writing() as session:
            row = own_recording(session, recording, writer.device)
            here = session.get(AnnotationRow, (recording, wanted.version))
            if here is not None and here.content == wanted.content():
                return _version(here), False
            newest = _newest(session, recording)
            if wanted.version != newest.annotations.version + 1:
                raise _stale(newest, wanted.version)
            made = AnnotationRow(
                recording=recording,
                version=wanted.version,
                at=self._clock.now(),
                role=writer.role.value,
                name=writer.name,
                content=wanted.content(),
            )
            file = self._data.recording(row.session, recording).annotations
            self._data.files.append_line(file, canonical(_version(made).to_json()))
            session.add(made)
        return _version(made), True


def versions_on_disk(files: Files, folder: ReceivedRecording) -> list[AnnotationRow]:
    """The rows of every version in a recording's file. A line that is torn is passed over."""
    rows: dict[int, AnnotationRow] = {}
    for row in _lines(files, folder):
        # Of two with one number nobody was told of the first: a crash came before its row.
        rows[row.version] = row
    return list(rows.values())


def _lines(files: Files, folder: ReceivedRecording) -> Iterator[AnnotationRow]:
    for line in files.lines(folder.annotations):
        try:
            yield _row(folder.recording, parse(line, "a version of the annotations"))
        except FormatError as error:
            _log.warning("a line of %s was passed over: %s", folder.annotations, error)


def _row(recording: str, value: Json) -> AnnotationRow:
    reader = Reader(value, "a version of the annotations")
    by = Reader(reader.mapping("by"), "its writer")
    annotations = Annotations.from_json(value)
    return AnnotationRow(
        recording=recording,
        version=annotations.version,
        at=_instant(reader.text("at")),
        role=by.text("role"),
        name=by.text("name"),
        content=annotations.content(),
    )


def _instant(text: str) -> datetime:
    try:
        return parse_rfc3339(text)
    except ValueError as error:
        raise FormatError(f"{text!r} is not a time") from error


def _newest(session: Session, recording: str) -> Version:
    query = select(AnnotationRow).where(AnnotationRow.recording == recording)
    row = session.scalars(query.order_by(AnnotationRow.version.desc()).limit(1)).first()
    return Version(recording, Annotations()) if row is None else _version(row)


def _version(row: AnnotationRow) -> Version:
    annotations = Annotations.from_json({**row.content, "version": row.version})
    by = {"role": row.role, "name": row.name}
    return Version(row.recording, annotations, rfc3339(row.at), by)


def _annotations(content: Json) -> Annotations:
    try:
        annotations = Annotations.from_json(content)
    except FormatError as error:
        raise Refusal("bad_request", f"{error}. Nothing was stored.") from error
    if annotations.version < 1:
        raise Refusal("bad_request", "Versions count from 1. Nothing was stored.")
    return annotations


def _stale(newest: Version, wanted: int) -> Refusal:
    return Refusal(
        "stale",
        f"Version {newest.annotations.version} is the newest here, so the next one is "
        f"{newest.annotations.version + 1}, not {wanted}. Nothing was stored; take the newest in, "
        "then send again.",
        current=newest.to_json(),
    )
