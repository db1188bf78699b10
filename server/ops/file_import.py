"""Takes whole video files that somebody brought to the receiver: each becomes a recording.

They belong to the receiver's own device. The same bytes are
taken once; what was interrupted goes on after the last piece that is durable.
"""

import hashlib
import mimetypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import select

from holdfast import durable
from holdfast.clock import Clock, rfc3339
from holdfast.ids import new_id
from holdfast.jsonform import Json
from holdfast.manifest import session_json
from server.db.engine import Database
from server.db.models import RecordingRow, SegmentRow
from server.domain.import_values import Import
from server.domain.imports import Imports
from server.domain.refusals import Refusal
from server.domain.sessions import Sessions

PIECE_BYTES: Final = 8 << 20


@dataclass(frozen=True, slots=True)
class Told:
    """What whoever brings files says of them."""

    participant: str
    prompt: str | None = None
    study: str | None = None

    def details(self) -> Mapping[str, str]:
        """As an import's metadata have it."""
        known = {"participant": self.participant, "prompt": self.prompt, "study": self.study}
        return {key: value for key, value in known.items() if value}


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one file: `stored` now, `already` here, or `refused` and why."""

    file: str
    state: str
    recording: str | None = None
    why: str = ""

    def to_json(self) -> Json:
        return {
            "file": self.file,
            "state": self.state,
            "recording": self.recording,
            "why": self.why,
        }


class FileImports:
    """Takes files in, all of one call into one session."""

    def __init__(
        self,
        database: Database,
        imports: Imports,
        sessions: Sessions,
        device: str,
        clock: Clock,
        told: Told,
    ) -> None:
        self._database = database
        self._imports = imports
        self._sessions = sessions
        self._device = device
        self._clock = clock
        self._told = told
        self._session: str | None = None

    def take(self, file: Path) -> Brought:
        """Take one file. Raises OSError where it cannot be read, or nothing can be stored."""
        size_bytes = file.stat().st_size
        sha256 = durable.sha256_file(file)
        here = self._recording_of(sha256)
        if here is not None:
            return Brought(str(file), "already", here)
        try:
            return Brought(str(file), "stored", self._store(file, sha256, size_bytes))
        except Refusal as refusal:
            return Brought(str(file), "refused", why=refusal.detail)

    def _recording_of(self, sha256: str) -> str | None:
        query = (
            select(RecordingRow.id)
            .join(SegmentRow, SegmentRow.recording == RecordingRow.id)
            .where(SegmentRow.sha256 == sha256, SegmentRow.state == "stored")
            .where(RecordingRow.device == self._device, RecordingRow.state == "stored")
        )
        with self._database.reading() as session:
            return session.scalar(query.limit(1))

    def _store(self, file: Path, sha256: str, size_bytes: int) -> str:
        begun = self._begun(sha256) or self._imports.create(
            self._device,
            size_bytes=size_bytes,
            name=file.name,
            media_type=mimetypes.guess_type(file.name)[0] or "application/octet-stream",
            metadata=self._told.details(),
            session=self._announced(),
            id=sha256,
        )
        for first, last in begun.missing:
            for piece in _pieces(file, first, last):
                self._imports.write(sha256, self._device, piece.first, piece)
        return self._imports.complete(sha256, self._device)

    def _begun(self, sha256: str) -> Import | None:
        """A file with this content that was half taken: it goes on, whatever it is called now."""
        try:
            return self._imports.status(sha256, self._device)
        except Refusal as refusal:
            if refusal.code != "unknown_upload":
                raise
        return None

    def _announced(self) -> str:
        if self._session is None:
            now = self._clock.now()
            session = new_id(now)
            content = session_json(
                session, self._told.participant, self._told.study, self._device, rfc3339(now)
            )
            self._sessions.announce(session, {**content, "imported": True}, self._device)
            self._session = session
        return self._session


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of a file's bytes, as the body of a request."""

    first: int
    data: bytes

    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    def blocks(self) -> Iterator[bytes]:
        yield self.data


def _pieces(file: Path, first: int, last: int) -> Iterator[_Piece]:
    with file.open("rb") as stream:
        for start in range(first, last + 1, PIECE_BYTES):
            stream.seek(start)
            data = stream.read(min(PIECE_BYTES, last + 1 - start))
            if not data:
                raise OSError(f"{file.name} became shorter while it was read")
            yield _Piece(start, data)
