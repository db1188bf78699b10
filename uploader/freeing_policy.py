"""Frees by itself what the settings say, one recording at a time, when there is nothing else to do.

A deletion that was begun and cut short is carried to its end whatever the settings say: it was
decided. It asks the disk how full it is, and leaves the deleting to `freeing.py`.
"""

import logging
import shutil
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

from holdfast.clock import Clock, parse_rfc3339
from holdfast.layout import RecordingFolder
from uploader.confirm import Asker, NotAnswered
from uploader.errors import Stopped
from uploader.freeing import NO_AGE, Freer, receipt_age
from uploader.freeing_rows import AtHome
from uploader.freeing_settings import AFTER_DAYS, NEVER, FreeingSettings
from uploader.line import Line
from uploader.queue import Queue

LOOK_S: Final = 600.0
"""Between two looks at what may go."""
AGAIN_S: Final = 6 * 3600.0
"""Before a recording that had to stay is asked about again."""
_BEGUN: Final = "a deletion that was cut short"
_log = logging.getLogger(__name__)


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


class FreeingByPolicy:
    """What one worker frees by itself. One thread's."""

    def __init__(
        self,
        queue: Queue,
        clock: Clock,
        settings: FreeingSettings,
        free_bytes: Callable[[Path], int] = _free_bytes,
    ) -> None:
        self._queue = queue
        self._clock = clock
        self._settings = settings
        self._free_bytes = free_bytes
        self._look_due_ns = 0
        self._left: list[AtHome] = []
        self._kept_until_ns: dict[str, int] = {}

    def free_next(self, line: Line) -> bool:
        """Free the first recording whose turn it is; False where none is. Raises QueueError."""
        now_ns = self._clock.monotonic_ns()
        if now_ns >= self._look_due_ns:
            self._look_due_ns = now_ns + int(LOOK_S * 1e9)
            found = self._queue.freeing.at_home(only_begun=self._settings.when == NEVER)
            self._left = [each for each in found if self._may_be_due(each)]
        while self._left:
            each = self._left.pop(0)
            if self._is_due(each, line.enrolment.keys):
                return self._free(line, each)
        return False

    def _free(self, line: Line, each: AtHome) -> bool:
        asker = Asker(line.transport, line.enrolment, self._clock, line.stop)
        age = NO_AGE if each.is_begun else self._settings.after
        try:
            folder = RecordingFolder(Path(each.folder))
            found = Freer(self._queue, asker).free(each.recording, folder, self._by(each), age)
        except NotAnswered as error:
            # The same would come back for each of them.
            self._left.clear()
            _log.info("nothing is freed now: %s", error)
            return False
        except Stopped:
            return False
        if found.is_freed:
            line.tell("freed", each.recording, size_bytes=found.freed_bytes)
        else:
            self._kept_until_ns[each.recording] = self._clock.monotonic_ns() + int(AGAIN_S * 1e9)
            _log.info("the copy of %s here stays: %s", each.recording, found.why)
        return True

    def _by(self, each: AtHome) -> str:
        return _BEGUN if each.is_begun else f"freeing.{self._settings.when}"

    def _may_be_due(self, each: AtHome) -> bool:
        """Whether it is worth a look at its files; by this computer's clock, which may be wrong."""
        if self._kept_until_ns.get(each.recording, 0) > self._clock.monotonic_ns():
            return False
        if each.is_begun:
            return True
        if self._settings.when == NEVER or not each.is_calm:
            return False
        return self._clock.now() - parse_rfc3339(each.started_at) >= self._settings.after

    def _is_due(self, each: AtHome, receiver_keys: Sequence[str]) -> bool:
        if each.is_begun:
            return True
        folder = RecordingFolder(Path(each.folder))
        try:
            if self._settings.when == AFTER_DAYS:
                # Reading gigabytes again is not for while somebody is recorded.
                if self._queue.rules.is_being_recorded():
                    return False
            elif not self._settings.is_short(self._free_bytes(folder.path)):
                return False
            # By the receiver's clock, which dated the receipt: ours may have leapt by years.
            known = self._queue.receiver.receiver_clock()
            now = None if known is None else known.now(self._clock)
            if now is None:
                return False
            age = receipt_age(folder, receiver_keys, now)
        except OSError:
            # Its disk may have been taken away just now.
            return False
        return age is not None and age >= (self._settings.after or timedelta.min)
