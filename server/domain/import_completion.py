"""The last step of a file that was taken in: it becomes a recording, or a segment of one.

Every step is durable before the next, and one that a crash cut off is taken up where it ended. The
caller holds the lock on the file.
"""

from server.db.engine import Database
from server.db.models import RecordingRow
from server.domain.import_papers import (
    SNIFF_BYTES,
    Taken,
    announcement_for,
    container_of,
    manifest_of,
)
from server.domain.import_values import ImportState
from server.domain.recordings import Recordings
from server.domain.refusals import Refusal
from server.domain.sessions import Sessions, announcement_of
from server.domain.staging import Staging
from server.domain.uploads import Uploads


class BytesGone(Exception):
    """Bytes of which the row speaks are not here any more."""


class Completion:
    """Makes staged bytes what they are for."""

    def __init__(
        self,
        database: Database,
        staging: Staging,
        sessions: Sessions,
        uploads: Uploads,
        recordings: Recordings,
    ) -> None:
        self._database = database
        self._staging = staging
        self._sessions = sessions
        self._uploads = uploads
        self._recordings = recordings

    def run(self, row: ImportState) -> None:
        """Complete a file of which every byte is here.

        Raises Refusal: `segment_mismatch` where it is not what its metadata promise, `withdrawn`,
        `conflict`. Raises BytesGone.
        """
        assert row.recording is not None
        assert row.segment is not None
        assert row.size_bytes is not None
        if row.purpose == "segment":
            self._into_segment(row, row.recording, row.segment, row.size_bytes)
        else:
            self._into_recording(row, row.recording, row.size_bytes)

    def _into_segment(
        self, row: ImportState, recording: str, segment: int, size_bytes: int
    ) -> None:
        if self._staging.has(row.staged):
            sha256 = self._checked_sha256(row, size_bytes)
            self._take_in(row, recording, segment, size_bytes, sha256)
            self._staging.drop(row.staged)
        elif not self._uploads.status(recording, segment, row.device).complete:
            raise BytesGone
        # Else a crash came between the rename and this file's row.

    def _into_recording(self, row: ImportState, recording: str, size_bytes: int) -> None:
        announced = self._row(recording)
        # A crash may have come after the announcement, or after the rename.
        sha256 = None if announced is None else self._stored_sha256(recording, row.device)
        is_stored = sha256 is not None
        sha256 = sha256 or self._checked_sha256(row, size_bytes)
        if announced is None:
            announced = self._announced(row, recording)
        if not is_stored:
            self._take_in(row, recording, 0, size_bytes, sha256)
        manifest = manifest_of(announcement_of(announced.announcement), size_bytes, sha256)
        self._recordings.finalise(recording, manifest.to_json(), row.device, made_here=True)

    def _take_in(
        self, row: ImportState, recording: str, segment: int, size_bytes: int, sha256: str
    ) -> None:
        self._uploads.take_in(recording, segment, row.device, (row.staged, 0), size_bytes, sha256)

    def _stored_sha256(self, recording: str, device: str) -> str | None:
        status = self._uploads.status(recording, 0, device)
        return status.sha256 if status.complete else None

    def _announced(self, row: ImportState, recording: str) -> RecordingRow:
        assert row.session is not None
        session = self._sessions.get(row.session, row.device)
        sniffed = min(SNIFF_BYTES, row.size_bytes or 0)
        beginning = b"".join(self._staging.read(row.staged, 0, sniffed - 1))
        taken = Taken(
            recording=recording,
            session=row.session,
            participant=session.participant,
            device=row.device,
            name=row.name,
            media_type=row.media_type,
            details=row.details,
            container=container_of(beginning),
            created_at=row.created_at,
        )
        content = announcement_for(taken).to_json()
        # It was let in when it was begun, and takes no more room than it has.
        self._sessions.announce_recording(recording, content, row.device, is_admitted=True)
        made = self._row(recording)
        assert made is not None
        return made

    def _row(self, recording: str) -> RecordingRow | None:
        with self._database.reading() as session:
            return session.get(RecordingRow, recording)

    def _checked_sha256(self, row: ImportState, size_bytes: int) -> str:
        try:
            sha256 = self._staging.sha256(row.staged, size_bytes)
        except FileNotFoundError as error:
            raise BytesGone from error
        promised = row.details.get("sha256", sha256).lower()
        if promised != sha256:
            raise Refusal(
                "segment_mismatch",
                "All bytes are here, but they do not match the SHA-256 that was promised for the "
                "file. Everything of it was dropped; send it again.",
            )
        return sha256
