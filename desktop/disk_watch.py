"""Says when a running recording does not grow on the disk, and when it does again.

It joins the judge and the look at the files of `growth.py` for one supervision. Used by the
supervisor's thread.
"""

from collections.abc import Callable

from desktop.growth import SENTENCE, FileLook, Growth
from desktop.recording.model import PartBegan, Progress
from desktop.supervisor_events import GrowsAgain, NotGrowing
from holdfast.clock import Clock
from holdfast.layout import RecordingFolder

News = NotGrowing | GrowsAgain


class DiskWatch:
    """Watches the files of one recording at a time."""

    def __init__(
        self, clock: Clock, look: Callable[[RecordingFolder], FileLook] = FileLook
    ) -> None:
        self._clock = clock
        self._make_look = look
        self._look: FileLook | None = None
        self._growth = Growth()
        self._recording = ""
        self._zero_ns = 0
        self._alarmed = False

    def part_began(self, began: PartBegan, folder: RecordingFolder) -> None:
        """From now on the newest file in this folder must grow."""
        self._stop_looking()
        self._recording, self._zero_ns = began.recording, began.zero_ns
        self._growth = Growth()
        self._growth.begin(self._clock.monotonic_ns())
        self._look = self._make_look(folder)

    def heard(self, progress: Progress) -> None:
        """The recorder said how it stands."""
        self._growth.heard(progress, self._clock.monotonic_ns())

    def rest(self) -> None:
        """No part is open: nothing has to grow."""
        self._growth.rest()
        self._stop_looking()

    def news(self) -> News | None:
        """What has changed since it was last asked."""
        now_ns = self._clock.monotonic_ns()
        if self._look is not None:
            self._growth.seen(self._look.size, now_ns)
        since_ns = self._growth.still_since_ns(now_ns)
        if (since_ns is not None) == self._alarmed:
            return None
        self._alarmed = since_ns is not None
        if since_ns is None:
            return GrowsAgain(self._recording)
        since_s = round((since_ns - self._zero_ns) / 1e9, 3)
        return NotGrowing(self._recording, since_s, SENTENCE)

    def _stop_looking(self) -> None:
        if self._look is not None:
            self._look.stop()
            self._look = None
