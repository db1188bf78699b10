"""What becomes of an item whose file here is not what was recorded, or is not here at all.

Nothing is sent in its place, nothing is deleted, and the sentence says what a person can do.
"""

from pathlib import Path

from holdfast.clock import parse_rfc3339
from holdfast.layout import RecordingFolder
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
