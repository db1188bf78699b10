"""Playing: the assembled file and single segments, with ranges, for whoever may play."""

from pathlib import Path
from typing import Final

from flask import Response, request, send_file
from werkzeug.wsgi import wrap_file

from holdfast.manifest import FOOTAGE
from server.api.context import receiver
from server.api.guard import principal
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
    if part is None and row.state == "open" and folder.partial.exists():
        receiver().provisional.require_playable(row, principal().role)
        path = folder.partial
    if not path.exists():
        raise Refusal("not_ready", "The video is not prepared yet. The segments are safe.")
    return _play(path, f"{recording}{path.name.removeprefix('recording').removeprefix('partial')}")


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
    return _play(path, f"{recording}.{segment:06d}.{container}", kind)


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
    return _picture(here.previews.path(folder, numbers[0]))


def _picture(path: Path) -> Response:
    answer = send_file(path.resolve(), mimetype="image/jpeg", conditional=True, max_age=0)
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _play(path: Path, name: str, kind: str = KINDS["mp4"]) -> Response:
    answer = send_file(
        path.resolve(), mimetype=kind, conditional=True, download_name=name, max_age=0
    )
    answer.headers["Cache-Control"] = "private, no-cache"
    if answer.status_code == 206 and request.environ.get("holdfast.sends_files"):
        _send_as_file(answer, path)
    return answer


def _send_as_file(answer: Response, path: Path) -> None:
    # A player takes a film as fast as it shows it. The server sends a file by itself; of anything
    # else a thread would hand it pieces, all that time, and there are few of those.
    first = answer.content_range.start
    assert first is not None
    answer.close()
    file = path.open("rb")
    file.seek(first)
    answer.response = wrap_file(request.environ, file)
