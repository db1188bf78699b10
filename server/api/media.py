"""Playing: the assembled file and single segments, with ranges, for whoever may play."""

from pathlib import Path
from typing import Final

from flask import Response

from holdfast.manifest import FOOTAGE
from holdfast.receiver_layout import ReceivedRecording
from server.api.context import receiver
from server.api.guard import principal
from server.api.stored import stored_file
from server.db.models import RecordingRow
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


def recording_video(
    recording: str, part: int | None = None, *, for_browser: bool = False
) -> Response:
    """The film, or the file of a part with another format; `for_browser` the copy that was made
    for browsers, where the film itself is nothing for them.

    Raises Refusal `not_ready`, `unknown_recording`, `forbidden`.
    """
    row = receiver().custody.row(recording, None)
    if row.state == "stored":
        receiver().provisional.require_playable(row, principal().role)
    folder = receiver().data.recording(row.session, row.id)
    copies = _made_files(row.id) if for_browser else set()
    if part is not None:
        copy = folder.playback_part(part)
        path, container = copy if copy.name in copies else folder.assembled_part(part), "mp4"
    elif row.state == "open" and receiver().data.files.exists(folder.partial):
        receiver().provisional.require_playable(row, principal().role)
        path, container = folder.partial, "mp4"
    elif folder.playback.name in copies:
        path, container = folder.playback, "mp4"
    else:
        path, container = _film(row, folder)
    if not receiver().data.files.exists(path):
        raise Refusal("not_ready", "The video is not prepared yet. The segments are safe.")
    end = "" if part is None else f".part{part}"
    return stored_file(path, KINDS.get(container, _UNKNOWN_KIND), f"{recording}{end}.{container}")


def _film(row: RecordingRow, folder: ReceivedRecording) -> tuple[Path, str]:
    """Footage that no MP4 can hold is its own film; the probe says so."""
    video = (row.probe or {}).get("video") or {}
    if (row.probe or {}).get("ok") and "container" in video:
        return folder.path / video["file"], str(video["container"])
    return folder.assembled, "mp4"


def _made_files(recording: str) -> set[str]:
    made = receiver().results.of(recording).values()
    return {each.name for result in made for each in result.files}


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


def container_of(answer: Response) -> str:
    """What a film's file is called at its end."""
    kinds = {kind: container for container, kind in KINDS.items()}
    return kinds.get(answer.mimetype or "", "bin")


def recording_thumbnail(recording: str) -> Response:
    """The picture that was made of the film, or else the first preview that its device sent.

    Raises Refusal `not_ready`, `unknown_recording`, `forbidden`.
    """
    here = receiver()
    row = here.custody.row(recording, None)
    here.provisional.require_visible(row, principal().role)
    folder = here.data.recording(row.session, recording)
    if folder.thumbnail.name in _made_files(recording):
        return stored_file(folder.thumbnail, "image/jpeg")
    numbers = here.previews.numbers(folder)
    if not numbers:
        raise Refusal("not_ready", "No picture of this recording is here yet.")
    return stored_file(here.previews.path(folder, numbers[0]), "image/jpeg")
