"""Confirmations: what is stored is read again and signed for, before a device deletes its copy.

Nothing is changed. The bytes are read from the disk and not from what the system has in memory, as
far as the system can be told so; what cannot be read has no hash in the answer.
"""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from holdfast.clock import Clock, rfc3339
from holdfast.confirmation import Confirmation, Piece
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.base import Files
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import RecordingRow
from server.domain.identity import ReceiverIdentity
from server.domain.refusals import Refusal
from server.domain.sessions import own_recording

_log = logging.getLogger(__name__)


class Confirmations:
    """Reads stored recordings again, for the device that owns them or for people."""

    def __init__(
        self, data: Store, database: Database, identity: ReceiverIdentity, clock: Clock
    ) -> None:
        self._data = data
        self._database = database
        self._identity = identity
        self._clock = clock

    def confirm(
        self, recording: str, nonce: str, pieces: Sequence[Piece], device: str | None
    ) -> Confirmation:
        """What is held of these pieces now, signed.

        Raises Refusal: `unknown_recording`, `withdrawn`, `not_ready` before it was finalised.
        """
        with self._database.reading() as session:
            row = own_recording(session, recording, device)
        if row.state != "stored" or row.stored_at is None:
            raise Refusal("not_ready", "The recording was not finalised, so nothing is confirmed.")
        folder = self._data.recording(row.session, recording)
        return self._identity.sign_confirmation(self._found(row, folder, nonce, pieces))

    def _found(
        self, row: RecordingRow, folder: ReceivedRecording, nonce: str, pieces: Sequence[Piece]
    ) -> Confirmation:
        assert row.stored_at is not None
        return Confirmation(
            recording=row.id,
            nonce=nonce,
            manifest_sha256=_manifest_sha256(self._data.files, folder),
            stored_at=rfc3339(row.stored_at),
            pieces=tuple(self._read_again(row, folder, each) for each in pieces),
            place=self._data.files.place(folder.path, self._clock),
            checked_at=rfc3339(self._clock.now()),
            receiver="",
            key_id="",
        )

    def _read_again(self, row: RecordingRow, folder: ReceivedRecording, piece: Piece) -> Piece:
        if piece.segment not in (row.expected or ()):
            # Nobody ever said that it is here.
            return replace(piece, sha256=None)
        # Footage keeps its own container.
        path = _path_of(self._data.files, folder, piece.segment)
        try:
            sha256 = _sha256(self._data.files, path, piece)
        except OSError as error:
            _log.error("%s cannot be read again: %s", path, error)
            sha256 = None
        return replace(piece, sha256=sha256)


def _manifest_sha256(files: Files, folder: ReceivedRecording) -> str | None:
    try:
        return files.sha256(folder.manifest)
    except OSError as error:
        _log.error("the manifest of %s cannot be read again: %s", folder.path, error)
        return None


def _path_of(files: Files, folder: ReceivedRecording, segment: int) -> Path:
    usual = folder.segment(segment)
    if files.exists(usual):
        return usual
    names = (each for each in files.names(folder.segments) if each.startswith(f"{segment:06d}."))
    return folder.segments / next(names, usual.name)


def _sha256(files: Files, path: Path, piece: Piece) -> str | None:
    digest, rest = hashlib.sha256(), piece.size_bytes
    if piece.last >= files.size_bytes(path):
        return None
    for block in files.blocks(path, piece.first, piece.last, anew=True):
        digest.update(block)
        rest -= len(block)
    return None if rest else digest.hexdigest()
