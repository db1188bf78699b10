"""What becomes of an item whose file here is not what was recorded, or is not here at all.

Nothing is sent in its place, nothing is deleted, and the sentence says what a person can do.
"""

from pathlib import Path

from holdfast import durable, salvage
from holdfast.clock import parse_rfc3339
from holdfast.jsonform import FormatError, parse
from holdfast.layout import RecordingFolder
from holdfast.manifest import ManifestSegment
from holdfast.sidecar import Sidecar
from uploader.freed import readable_freed
from uploader.policy import Action, Decision


def file_changed(path: Path) -> Decision:
    """A file is not what its sidecar, or the manifest, says."""
    return Decision(
        Action.FAIL,
        f"A recorded file was changed after it was recorded ({path.name}). "
        "It is kept and not sent. Put the original back and press Retry; if there is none, "
        "holdfast queue give-up sends the rest without it.",
    )


def file_missing(folder: RecordingFolder, path: Path) -> Decision:
    """A file is not where it was recorded."""
    freed = readable_freed(folder)
    if freed is not None and not path.exists() and path.suffix != ".json":
        return Decision(Action.FAIL, _was_freed(freed.at))
    return Decision(
        Action.FAIL,
        f"A recorded file is gone from this computer ({path.name}). "
        "Put it back and press Retry; if it is gone for good, holdfast queue give-up sends the "
        "rest without it.",
    )


def _was_freed(at: str) -> str:
    try:
        when = f"on {parse_rfc3339(at).astimezone():%Y-%m-%d} "
    except ValueError:
        when = ""
    return (
        f"The copy here was deleted {when}after the receiver confirmed that it held it, and now "
        "it does not. Have the receiver restored from its backup, then press Retry."
    )


def described(folder: RecordingFolder, segment: int) -> Sidecar | ManifestSegment:
    """What a segment's file should be: its sidecar says so, and the signed manifest does too.

    A sidecar that is gone or damaged costs nothing once there is a manifest. Raises
    FileNotFoundError, FormatError where neither can be read.
    """
    path = folder.sidecar(segment)
    try:
        return Sidecar.from_json(parse(path.read_bytes(), path.name))
    except (FileNotFoundError, FormatError):
        listed = _listed(folder, segment)
        if listed is None:
            raise
        return listed


def file_differs(folder: RecordingFolder, segment: int, path: Path) -> Decision:
    """A segment is not what its sidecar says: one of the two was changed, and the manifest tells.

    A sidecar that was changed goes into the quarantine, and the segment is sent after all.
    """
    listed = _listed(folder, segment)
    if listed is None or not _is(path, listed):
        return file_changed(path)
    if folder.sidecar(segment).exists():
        durable.move_aside(folder.sidecar(segment), folder.quarantine)
    return Decision(
        Action.RETRY, "Its sidecar was changed after it was recorded; it was put aside."
    )


def _listed(folder: RecordingFolder, segment: int) -> ManifestSegment | None:
    try:
        manifest = salvage.read_manifest(folder)
    except FormatError:
        return None
    segments = () if manifest is None else manifest.segments
    return next((each for each in segments if each.segment == segment), None)


def _is(path: Path, listed: ManifestSegment) -> bool:
    return path.stat().st_size == listed.size_bytes and durable.sha256_file(path) == listed.sha256
