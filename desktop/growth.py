"""Whether the bytes of a running recording grow on the disk, while the camera gives pictures.

Two witnesses: what the recorder says it wrote, and the files themselves, looked at by a thread of
its own, as a disk that hangs also holds whoever only asks about a file. Only looks and judges.
"""

import logging
import threading
from typing import Final

from desktop.recording.model import Progress
from holdfast.layout import RecordingFolder

_log = logging.getLogger(__name__)

STILL_S: Final = 3.0
"""Six fragments: a disk that lets none through for so long is in trouble."""
PICTURES: Final = 4
"""Signs of new pictures since the last growth: a slow camera fills a fragment in seconds."""
OWED_S: Final = 1.5
"""So much must have been encoded since the last growth, three fragments: an encoder that the
computer gives no time fills a fragment in seconds, too, and the disk is not to blame."""
LOOK_EVERY_S: Final = 0.5
NOT_WRITTEN: Final = "nothing is written"
WRITTEN_AGAIN: Final = "written again"
SENTENCE: Final = (
    "Nothing has reached the disk for 3 seconds, although the camera works. What was written before"
    " is safe. Check the disk and its cable; if this does not end, stop and keep the recording."
)

FileSize = tuple[int, int]
"""The newest segment's number and its size in bytes: it only ever grows."""


class Growth:
    """Judges one recording. Pure: times are monotonic nanoseconds."""

    def __init__(self) -> None:
        self._bytes = _Witness()
        self._file = _Witness()
        self._size = 0
        self._seen: FileSize = (-1, 0)
        self._newest_frame: int | None = None
        self._pictures = 0
        self._encoded_s = 0.0
        self._encoded_ns = 0
        """When the encoder came further last."""
        self._is_due = False

    def rest(self) -> None:
        """Nothing is owed: no part is open."""
        self._is_due = False

    def begin(self, now_ns: int) -> None:
        """A part has begun: from now on it must grow."""
        self._is_due = True
        self._encoded_ns = now_ns
        self._bytes.grew(now_ns, self._pictures, self._encoded_s)
        self._file.grew(now_ns, self._pictures, self._encoded_s)

    def heard(self, progress: Progress, now_ns: int) -> None:
        """The recorder said how it stands."""
        if progress.last_frame_ns != self._newest_frame:
            self._newest_frame = progress.last_frame_ns
            self._pictures += 1
        if progress.encoded_s != self._encoded_s:
            self._encoded_s, self._encoded_ns = progress.encoded_s, now_ns
        if progress.bytes_on_disk != self._size:
            self._size = progress.bytes_on_disk
            self._bytes.grew(now_ns, self._pictures, self._encoded_s)

    def seen(self, file: FileSize, now_ns: int) -> None:
        """Somebody looked at the file."""
        if file > self._seen:
            self._seen = file
            self._file.grew(now_ns, self._pictures, self._encoded_s)

    def still_since_ns(self, now_ns: int) -> int | None:
        """Since when nothing has grown; None where all is well or nothing is owed."""
        if not self._is_due:
            return None
        still = [each for each in (self._bytes, self._file) if self._stands(each, now_ns)]
        return min((each.grown_ns for each in still), default=None)

    def _stands(self, witness: "_Witness", now_ns: int) -> bool:
        # An encoder that does nothing at all waits for the disk, too: for a line in the journal.
        encodes = not _is_long_ago(self._encoded_ns, now_ns)
        if encodes and self._encoded_s - witness.encoded_s < OWED_S:
            return False
        return (
            _is_long_ago(witness.grown_ns, now_ns) and self._pictures - witness.pictures >= PICTURES
        )


def _is_long_ago(since_ns: int, now_ns: int) -> bool:
    return now_ns - since_ns >= STILL_S * 1e9


class _Witness:
    """When something grew last; how many pictures had come by then, and how far encoded."""

    def __init__(self) -> None:
        self.grown_ns = 0
        self.pictures = 0
        self.encoded_s = 0.0

    def grew(self, now_ns: int, pictures: int, encoded_s: float) -> None:
        self.grown_ns, self.pictures, self.encoded_s = now_ns, pictures, encoded_s


class FileLook:
    """A thread that looks at a recording's newest segment until it is told to stop."""

    def __init__(self, folder: RecordingFolder) -> None:
        self.size: FileSize = (-1, 0)
        """What the last look saw."""
        self._folder = folder
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="file look", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop looking; a look that hangs is left alone."""
        self._stop.set()

    def _run(self) -> None:
        while not self._stop.wait(LOOK_EVERY_S):
            try:
                self.size = newest_size(self._folder)
            except OSError:
                # That it cannot be seen is what counts, and is judged by the time that passes.
                _log.debug("%s cannot be looked at", self._folder.path, exc_info=True)


def newest_size(folder: RecordingFolder) -> FileSize:
    """The newest segment, open or closed. Raises OSError."""
    newest = folder.newest_segment()
    if newest is None:
        return (-1, 0)
    number, path = newest
    return (number, path.stat().st_size)
