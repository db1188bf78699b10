"""Recordings that have ended and that somebody looks at: kept or discarded, by whoever decides.

It holds each one's lock until then, so that no other process takes its silence for a death. What
nobody decided before the app ends counts as kept at the next start.
"""

import threading
from collections.abc import Callable

from holdfast.layout import RecordingFolder
from holdfast.locks import Lock
from uploader.decisions import Decisions


class Reviews:
    """The decisions of one station. Its methods may be called from any thread."""

    def __init__(self, decisions: Callable[[], Decisions], wake: Callable[[], None]) -> None:
        """`decisions` is asked each time: a queue that is built anew brings others."""
        self._decisions = decisions
        self._wake = wake
        self._locks: dict[str, Lock] = {}
        self._turn = threading.RLock()

    def begin(self, folder: RecordingFolder, lock: Lock) -> None:
        """Somebody looks at this recording from now on; `lock` is its folder's."""
        with self._turn:
            self._locks[folder.recording] = lock

    def keep(self, folder: RecordingFolder, by: str) -> None:
        """Raises uploader.errors.NotDecidable, OSError, FormatError; then nothing has changed."""
        with self._turn:
            held = folder.recording in self._locks
            self._decisions().keep(folder, by, is_held=held)
            self._end(folder)

    def discard(self, folder: RecordingFolder, by: str) -> None:
        """Raises as `keep`."""
        with self._turn:
            held = folder.recording in self._locks
            self._decisions().discard(folder, by, is_held=held)
            self._end(folder)

    def close(self) -> None:
        """Nobody looks at anything any more."""
        with self._turn:
            for lock in self._locks.values():
                lock.release()
            self._locks.clear()

    def _end(self, folder: RecordingFolder) -> None:
        lock = self._locks.pop(folder.recording, None)
        if lock is not None:
            lock.release()
        self._wake()
