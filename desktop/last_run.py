"""Whether the window ended in order the last time: a file that is there while it runs.

It is touched now and then, so that the next start knows when the window was last alive. It judges
nothing else, and says nothing.
"""

import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Self

from holdfast import durable
from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.jsonform import FORMAT_VERSION, FormatError, Reader, canonical, parse
from holdfast.layout import Home

ALIVE_EVERY_S: Final = 20.0


@dataclass(frozen=True, slots=True)
class Crash:
    """The window ended without a word; it was alive at this time, give or take `ALIVE_EVERY_S`."""

    alive_at: datetime
    started_at: str
    has_report: bool
    """Whether native code left a report of its own in `crash.log`."""


class LastRun:
    """This run's sign of life. `begin` it once, with the app's lock; `end` it in good order."""

    def __init__(self, home: Home, clock: Clock) -> None:
        self._home = home
        self._clock = clock
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._live, name="alive", daemon=True)

    @classmethod
    def begin(cls, home: Home, clock: Clock) -> tuple[Self, Crash | None]:
        """Begin a run; tells how the one before ended, if it did not end in order.

        Raises OSError.
        """
        crash = _unended(home)
        run = cls(home, clock)
        run._write()
        run._thread.start()
        return run, crash

    def end(self) -> None:
        """This run ends in good order. Raises OSError."""
        self._stop.set()
        self._thread.join()
        durable.remove(self._home.running)

    def _write(self) -> None:
        value = {"format_version": FORMAT_VERSION, "started_at": rfc3339(self._clock.now())}
        durable.write_replacing(self._home.running, canonical(value))

    def _live(self) -> None:
        while not self._stop.wait(ALIVE_EVERY_S):
            try:
                self._home.running.touch()
            except OSError:
                # A disk that is away says so elsewhere; nobody needs to hear it from here.
                continue


def _unended(home: Home) -> Crash | None:
    try:
        alive_at = datetime.fromtimestamp(home.running.stat().st_mtime, UTC)
        started_at = Reader(parse(home.running.read_bytes(), "the last run"), "").text("started_at")
        began = parse_rfc3339(started_at)
    except FileNotFoundError:
        return None
    except (FormatError, ValueError):
        return Crash(alive_at, "", has_report=False)
    report = home.logs / "crash.log"
    try:
        written = report.stat()
    except OSError:
        return Crash(alive_at, started_at, has_report=False)
    is_new = written.st_size > 0 and written.st_mtime > began.timestamp()
    return Crash(alive_at, started_at, has_report=is_new)
