"""What our own recordings take on each disk, counted cheaply: for the window, ten times a minute.

The sizes are the queue's, from the sidecars; the disk is only asked which recordings are there.
No file is opened and none is looked at, so that a disk with thousands of hours costs next to
nothing. It is asked from a thread that shows things, never from one that records.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from holdfast.clock import Clock
from holdfast.layout import Home
from uploader.errors import QueueError

_log = logging.getLogger(__name__)

COUNT_EVERY_S: Final = 10.0

Sizes = Callable[[], Mapping[str, int]]
"""Recording -> bytes of its closed segments."""


class Holdings:
    """The sums of one home. Methods may be called from any thread."""

    def __init__(self, home: Home, sizes: Sizes, clock: Clock) -> None:
        self._home = home
        self._sizes = sizes
        self._clock = clock
        self._sums: dict[Path, int] = {}
        self._due_ns = 0
        self._lock = threading.Lock()

    def in_folder(self, folder: Path) -> int | None:
        """What recordings in this recordings folder take, bytes; None where nobody can tell.

        At the most COUNT_EVERY_S old.
        """
        with self._lock:
            now_ns = self._clock.monotonic_ns()
            if now_ns >= self._due_ns:
                self._due_ns = now_ns + int(COUNT_EVERY_S * 1e9)
                self._sums = self._count()
            return self._sums.get(folder)

    def _count(self) -> dict[Path, int]:
        try:
            sizes = self._sizes()
            sums = dict.fromkeys(self._home.folders_here().values(), 0)
            for each in self._home.recording_folders():
                root = each.path.parent.parent
                if root in sums:
                    sums[root] += sizes.get(each.recording, 0)
        except (QueueError, OSError) as error:
            # A number less in the window; whatever is wrong there is told by who needs it.
            _log.info("what recordings take is not known now: %s", error)
            return {}
        return sums
