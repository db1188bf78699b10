"""Preview pictures of segments: small JPEGs that arrive before the segments do. Files, no rows.

They are derived from what is recorded, so losing one loses nothing; they are dropped with their
recording and rebuilt from nowhere.
"""

from pathlib import Path
from typing import Final

from holdfast.protocol import is_preview
from holdfast.receiver_layout import ReceivedRecording
from server.blobs.store import Store
from server.db.engine import Database
from server.domain.admission import Admission
from server.domain.refusals import Refusal
from server.domain.sessions import own_recording

_NOT_A_PREVIEW: Final = "A preview is one whole JPEG. Nothing was stored."


class Previews:
    """Keeps previews and finds them. Who may see them is decided before."""

    def __init__(self, data: Store, database: Database, admission: Admission) -> None:
        self._data = data
        self._database = database
        self._admission = admission

    def put(self, recording: str, segment: int, device: str, picture: bytes) -> bool:
        """Store a segment's preview, durably; whether it is new.

        Raises Refusal: `unsupported_media`; `conflict` where another one is there, which stays;
        `unknown_recording`, `withdrawn`; `no_room_for_new`, for what is open needs the rest.
        """
        if not is_preview(picture):
            raise Refusal("unsupported_media", _NOT_A_PREVIEW)
        # As a change, so that a discard comes before it or takes it along.
        with self._database.writing() as session:
            row = own_recording(session, recording, device)
            path = self._data.recording(row.session, recording).preview(segment)
            if not self._data.files.exists(path):
                self._admission.require_room_for_new()
            self._data.files.make_folder(path.parent)
            try:
                self._data.files.write_new(path, picture)
            except FileExistsError:
                if self._data.files.read(path) == picture:
                    return False
                raise Refusal(
                    "conflict", "Another preview of this segment is here. It is unchanged."
                ) from None
        return True

    def path(self, folder: ReceivedRecording, segment: int) -> Path:
        """The file of a preview. Raises Refusal `not_found`."""
        path = folder.preview(segment)
        if not self._data.files.exists(path):
            raise Refusal("not_found", "There is no preview of this segment.")
        return path

    def numbers(self, folder: ReceivedRecording) -> list[int]:
        """Of which segments there are previews."""
        names = [Path(each) for each in self._data.files.names(folder.previews)]
        return sorted(int(each.stem) for each in names if each.stem.isdigit())
