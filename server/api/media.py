"""Playing: the assembled file and single segments, with ranges, for whoever may play."""

from typing import Final

from flask import Response

from holdfast.manifest import FOOTAGE
from server.api.context import receiver
from server.api.guard import principal
from server.api.stored import stored_file
from server.domain.refusals import Refusal

KINDS: Final = {
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "mkv": "video/x-matroska",
    "webm": "video/webm",
    "avi": "video/x-msvideo",
    "ts": "video/mp2t",
    "mpg": "video/mpeg",
}
_UNKNOWN_KIND: Final = "application/octet-stream"
CONTAINERS: Final = (*KINDS.values(), _UNKNOWN_KIND)
"""The media types that a segment may have: footage of other cameras keeps its container."""


def recording_video(recording: str, part: int | None = None) -> Response:
    """The assembled file, or the file of a part with another format.

    Raises Refusal `not_ready`, `unknown_recording`, `forbidden`.
    """
    row = receiver().custody.row(recording, None)
    if row.state == "stored":
        receiver().provisional.require_playable(row, principal().role)
    folder = receiver().data.recording(row.session, row.id)
    path = folder.assembled if part is None else folder.assembled_part(part)
    files = receiver().data.files
    if part is None and row.state == "open" and files.exists(folder.partial):
        receiver().provisional.require_playable(row, principal().role)
        path = folder.partial
    if not files.exists(path):
        raise Refusal("not_ready", "The video is not prepared yet. The segments are safe.")
    name = f"{recording}{path.name.removeprefix('recording').removeprefix('partial')}"
    return stored_file(path, KINDS["mp4"], name)


def segment_video(recording: str, segment: int) -> Response:
    """One segment, which plays by itself. Raises Refusal `unknown_segment`, `forbidden`."""
    row = receiver().custody.row(recording, None)
    receiver().provisional.require_playable(row, principal().role)
    status = receiver().uploads.status(recording, segment, None)
    if not status.complete:
        raise Refusal("unknown_segment", "This segment is not here, or not all of it.")
    path = receiver().data.recording(row.session, row.id).segment(segment)
    # Footage of another camera keeps its container, whatever the file here is called.
    container = str((row.announcement.get(FOOTAGE) or {}).get("container", "mp4"))
    kind = KINDS.get(container, _UNKNOWN_KIND)
    return stored_file(path, kind, f"{recording}.{segment:06d}.{container}")


def recording_thumbnail(recording: str) -> Response:
    """The first preview of a recording.

    Raises Refusal `not_ready`, `unknown_recording`, `forbidden`.
    """
    here = receiver()
    row = here.custody.row(recording, None)
    here.provisional.require_visible(row, principal().role)
    folder = here.data.recording(row.session, recording)
    numbers = here.previews.numbers(folder)
    if not numbers:
        raise Refusal("not_ready", "No preview of this recording has come.")
    return stored_file(here.previews.path(folder, numbers[0]), "image/jpeg")
