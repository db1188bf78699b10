"""Which files of a recording there are to play, in order. Cheap to import: nothing is opened."""

from pathlib import Path

from holdfast.layout import RecordingFolder


def playable_files(folder: RecordingFolder) -> tuple[Path, ...]:
    """The media files of a recording, in order, with the one that is being written still."""
    found = {**folder.open_parts(), **folder.segments()}
    return tuple(path for _number, path in sorted(found.items()))
