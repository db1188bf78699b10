"""Appending to a recording's journal: each line is on the device before anybody is told.

The recorder appends while it lives, its supervisor once it is dead; never both at once.
"""

import threading

from desktop.recording.errors import DiskFull, FolderUnwritable, RecordingError
from desktop.recording.model import SetMarker
from holdfast import durable
from holdfast.journal import JournalEntry, Marker, journal_line
from holdfast.layout import RecordingFolder


class JournalFile:
    """The journal of one recording. May be used by several threads."""

    def __init__(self, folder: RecordingFolder) -> None:
        self._folder = folder
        self._lock = threading.Lock()

    def append(self, entry: JournalEntry) -> None:
        """Append one entry durably. Raises DiskFull or FolderUnwritable."""
        with self._lock:
            try:
                durable.append_line(self._folder.journal, journal_line(entry))
            except OSError as error:
                raise disk_error(error, self._folder) from error


def disk_error(error: OSError, folder: RecordingFolder) -> RecordingError:
    """What the operating system's refusal means to a person."""
    if durable.is_no_space(error):
        return DiskFull(
            f"The disk is full ({folder.path}). What was recorded so far is safe."
            " Free some space, then record again."
        )
    return FolderUnwritable(
        f"{folder.path} cannot be written ({error.strerror or error})."
        " What was recorded so far is safe. Check the folder's disk, then record again."
    )


def marker_at(command: SetMarker, zero_ns: int) -> Marker:
    """The marker on the clock of a recording whose first frame was at `zero_ns`."""
    # Set between the command to start and the first frame, it belongs to the beginning.
    t_s = max(0, command.monotonic_ns - zero_ns) / 1e9
    return Marker(round(t_s, 6), command.name, command.source)
