"""Sync marks: flashes with beeps that open and close a recording, to measure its sound by.

What they are, and a player that has them shown by a process of its own. The passport finds them
again in the segments. Three flashes a second are the most that is safe to look at; a mark has one a
second.
"""

import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import subprocess

OFF: Final = "off"
START: Final = "start"
BOTH: Final = "both"
WHENS: Final = (OFF, START, BOTH)

MARKER: Final = "sync mark"
"""The name of the marker that stands in the recording for each series of flashes."""
SOURCE: Final = "window"
FLASHES: Final = 3
PERIOD_S: Final = 1.0
FLASH_S: Final = 0.1
BEEP_HZ: Final = 1000
LEAD_S: Final = 0.6
"""The screen is dark for so long before the first flash, and after the last."""
SERIES_S: Final = LEAD_S + (FLASHES - 1) * PERIOD_S + FLASH_S + LEAD_S
MARKER_REACH_S: Final = SERIES_S + 1.0
"""Around a marker, the flashes are looked for so far."""
_PATIENCE_S: Final = 5.0
_COMMAND: Final = (sys.executable, "-m", "desktop.ui.sync_screen")
_NOT_SHOWN: Final = (
    "The sync mark could not be shown: its screen does not answer. The recording goes on without."
)

Mark = Callable[[str, str, int], None]
"""Notes a marker: its name, its source, and the monotonic instant."""


class Moments(NamedTuple):
    """When a series flashes and when it is over; monotonic nanoseconds."""

    flashes_ns: tuple[int, ...]
    over_ns: int

    @classmethod
    def after(cls, first_ns: int) -> "Moments":
        """The series whose first flash is at this instant."""
        flashes = tuple(first_ns + round(each * PERIOD_S * 1e9) for each in range(FLASHES))
        return cls(flashes, flashes[-1] + round((FLASH_S + LEAD_S) * 1e9))


class SyncPlayer:
    """Has a process of its own show the series. `play` blocks; one series at a time."""

    def __init__(self, command: Sequence[str] = _COMMAND) -> None:
        self._command = tuple(command)
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    def get_ready(self) -> None:
        """Start the process, which takes a moment, before the first series is due."""
        with self._lock:
            self._started()

    def play(self, mark: Mark) -> str | None:
        """Show one series and note its marker; returns what went wrong, as a sentence."""
        with self._lock:
            process = self._started()
            # Whatever hangs is ended, so that nobody waits for it for ever.
            limit = threading.Timer(SERIES_S + _PATIENCE_S, process.kill)
            limit.start()
            try:
                return self._series(process, mark)
            except OSError:
                return _NOT_SHOWN
            finally:
                limit.cancel()

    def _started(self) -> "subprocess.Popen[str]":
        import subprocess

        if self._process is None or self._process.poll() is not None:
            self._forget()
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        return self._process

    def _series(self, process: "subprocess.Popen[str]", mark: Mark) -> str | None:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("play\n")
        process.stdin.flush()
        trouble: str | None = None
        for line in process.stdout:
            word, _, rest = line.strip().partition(" ")
            if word == "mark":
                mark(MARKER, SOURCE, int(rest))
            elif word == "trouble":
                trouble = rest
            elif word == "over":
                return trouble
        return _NOT_SHOWN

    def close(self) -> None:
        """End the process. A series that is running is broken off."""
        process = self._process
        if process is not None:
            process.kill()
        with self._lock:
            self._forget()

    def _forget(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    # What was still to be written to it is of no use to anybody.
                    continue


class SyncMarks:
    """The marks of recordings: at their start and, where wished, before their stop."""

    def __init__(
        self,
        when: str,
        player: SyncPlayer,
        mark: Mark,
        trouble: Callable[[str], None],
    ) -> None:
        """`mark` and `trouble` are called from a thread of its own."""
        self._when = when
        self._player = player
        self._mark = mark
        self._trouble = trouble

    @property
    def closes(self) -> bool:
        """Whether a recording is closed by a mark too."""
        return self._when == BOTH

    def get_ready(self) -> None:
        """Prepare for the first mark, where there will be any."""
        if self._when != OFF:
            self._player.get_ready()

    def open(self) -> None:
        """The first picture is in: show the first series. Returns at once."""
        if self._when != OFF:
            threading.Thread(target=self.play, name="sync mark", daemon=True).start()

    def begin_to_close(self) -> float:
        """Show the last series; returns after how many seconds the recording may stop."""
        if not self.closes:
            return 0.0
        threading.Thread(target=self.play, name="sync mark", daemon=True).start()
        return SERIES_S

    def play(self) -> None:
        """Show a series now and wait for its end."""
        trouble = self._player.play(self._mark)
        if trouble is not None:
            self._trouble(trouble)

    def close(self) -> None:
        """End the process that shows them."""
        self._player.close()


def flashes_by_itself(source: str) -> bool:
    """Whether a source needs no marks: the built-in scene flashes and beeps every second."""
    return source == "test" or source.startswith("test:")
