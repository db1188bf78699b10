"""Tells a recorder that works from one that hangs, from its signs of life alone. Pure.

It kills nothing and reads no clock; the supervisor brings the time.
"""

from desktop.recording.model import Progress

FIRST_SIGN_LIMIT_S = 15.0
"""Starting a process and loading its libraries takes seconds on a busy computer."""
PROGRESS_LIMIT_S = 2.75
FRAME_LIMIT_S = 2.75
"""Looked at four times a second: noticed within 3 s."""
READY_LIMIT_S = 30.0
"""Long enough for a sound system that hangs: 10 s to ask it, 5 s to open it."""
BLIND_S = 1.0
"""Where we have not looked for so long, it was we who stood still (a computer asleep)."""

HANGS = "recorder restarted"
NO_PICTURE = "camera lost"


class Watchdog:
    """Watches one recorder process. All times are monotonic nanoseconds."""

    def __init__(self, live: bool, now_ns: int) -> None:
        self._live = live
        self._started_ns = now_ns
        self._looked_ns = now_ns
        self._sign_ns: int | None = None
        self._frame_ns = now_ns
        self._newest_frame: int | None = None
        self._ready = False
        self._recording = False

    def progress(self, progress: Progress, now_ns: int) -> None:
        """The recorder gave a sign of life."""
        self._sign_ns = now_ns
        if progress.last_frame_ns != self._newest_frame:
            self._newest_frame = progress.last_frame_ns
            self._frame_ns = now_ns

    def ready(self) -> None:
        """The recorder has real frames."""
        self._ready = True

    def recording(self, now_ns: int) -> None:
        """The recorder was told to record: from now on a live source owes us frames."""
        self._recording = True
        self._frame_ns = now_ns

    def ended(self) -> None:
        """The recorder has closed its recording, or paused it."""
        self._recording = False

    def verdict(self, now_ns: int) -> str | None:
        """Why the recorder must be replaced, as a gap's reason; None while it works."""
        if now_ns - self._looked_ns > BLIND_S * 1e9:
            self._forgive(now_ns)
        self._looked_ns = now_ns
        if self._is_silent(now_ns):
            return HANGS
        if not self._ready and now_ns - self._started_ns > READY_LIMIT_S * 1e9:
            return NO_PICTURE
        stalled = now_ns - self._frame_ns > FRAME_LIMIT_S * 1e9
        return NO_PICTURE if self._live and self._recording and stalled else None

    def _is_silent(self, now_ns: int) -> bool:
        if self._sign_ns is None:
            return now_ns - self._started_ns > FIRST_SIGN_LIMIT_S * 1e9
        return now_ns - self._sign_ns > PROGRESS_LIMIT_S * 1e9

    def _forgive(self, now_ns: int) -> None:
        self._frame_ns = now_ns
        self._started_ns = now_ns
        if self._sign_ns is not None:
            self._sign_ns = now_ns
