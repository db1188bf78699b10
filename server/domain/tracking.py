"""Where somebody was in a recording's picture, as it is read, and another primary subject.

What was found is never changed and nothing is decoded again: a person only says which of the
tracks is the one that the numbers are about. Who only stores never loads how they are computed.
"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from holdfast.jsonform import Json, canonical, parse
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.store import Store
from server.db.engine import Database
from server.db.models import JobRow, RecordingRow
from server.domain.refusals import Refusal
from server.domain.sessions import own_recording
from server.jobs.results import Result, ResultFile, keep_result, result_of, write_result

KIND: Final = "track"
_NOT_YET: Final = "Nobody was looked for in this recording yet. The recording itself is safe."


class Tracking:
    """Reads results of the kind `track`, and lets a person choose whom they are about."""

    def __init__(self, data: Store, database: Database) -> None:
        self._data = data
        self._database = database

    def is_there(self, session: str, recording: str) -> bool:
        """Whether there is a result of a recording."""
        return self._data.files.exists(self._data.recording(session, recording).tracking)

    def path(self, row: RecordingRow) -> Path:
        """Where the payload is. Raises Refusal `not_ready`, with the reason where one is known."""
        path = self._data.recording(row.session, row.id).tracking
        if not self._data.files.exists(path):
            raise Refusal("not_ready", self._why_not(row.id))
        return path

    def _why_not(self, recording: str) -> str:
        newest = (
            select(JobRow)
            .where(JobRow.recording == recording, JobRow.kind == KIND)
            .order_by(JobRow.created_at.desc())
            .limit(1)
        )
        with self._database.reading() as session:
            job = session.scalar(newest)
        if job is None or job.state != "failed" or not job.error:
            return _NOT_YET
        return f"Nobody could be looked for in this recording. {job.error}"

    def choose(self, recording: str, track: int) -> Json:
        """Make a track the primary; the facts as they are now.

        Raises Refusal: `unknown_recording`, `withdrawn`, `not_ready` before there is a result,
        `not_found` where it has no such track.
        """
        from server.tracking.payload import facts

        with self._database.writing() as session:
            row = own_recording(session, recording, None)
            result = _result(session, row)
            folder = self._data.recording(row.session, recording)
            changed = self._changed(folder, track)
            content = canonical(changed)
            file = ResultFile(folder.tracking.name, len(content))
            result = replace(result, facts=facts(changed), files=(file,))
            self._data.files.write_replacing(folder.tracking, content)
            write_result(self._data.files, folder, result)
            keep_result(session, recording, result)
        return result.facts

    def _changed(self, folder: ReceivedRecording, track: int) -> Json:
        from server.tracking.payload import UnknownTrack, with_primary

        try:
            payload = parse(self._data.files.read(folder.tracking), folder.tracking.name)
        except FileNotFoundError as error:
            raise Refusal("not_ready", _NOT_YET) from error
        try:
            return with_primary(payload, track)
        except UnknownTrack as error:
            raise Refusal("not_found", str(error)) from error


def _result(session: Session, row: RecordingRow) -> Result:
    result = result_of(session, row.id, KIND)
    if result is None:
        raise Refusal("not_ready", _NOT_YET)
    return result
