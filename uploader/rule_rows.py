"""What the sending rules keep in the queue: the pause, and how much was sent today.

Rows of `meta`, so that every process sees them and every restart keeps them. It judges nothing.
"""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from holdfast.clock import Clock
from holdfast.layout import RecordingFolder
from holdfast.locks import is_held
from uploader import snapshots
from uploader.database import Database
from uploader.meta_rows import keep_meta, meta
from uploader.pauses import Pause
from uploader.places import Places

_SENT: Final = "sent_on_day"
_DAYS_KEPT: Final = 8
_CLOCK_SLACK: Final = timedelta(minutes=1)
"""A time server corrects a clock by less than that, and nobody needs to know."""


class RuleRows:
    """What rules are judged by. Its methods may be called from any thread."""

    def __init__(self, database: Database, clock: Clock, places: Places) -> None:
        self._database = database
        self._clock = clock
        self._places = places
        self._noted: tuple[int, Pause | None] | None = None
        """What other processes had changed when the pause was read, and the pause."""

    def pause_sending(self, seconds: float | None, by: str) -> Pause:
        """Send nothing for so long, or with None until `resume_sending`; it outlives restarts."""
        now = self._clock.now()
        until = None if seconds is None else now + timedelta(seconds=seconds)
        pause = Pause(now, until, by)
        with self._database.write() as database:
            self._note(database, pause)
        return pause

    def resume_sending(self) -> bool:
        """End the pause; whether there was one that was not over by itself."""
        with self._database.write() as database:
            found = snapshots.pause(database, self._clock.now())
            database.execute("DELETE FROM meta WHERE key = ?", (snapshots.PAUSE,))
            self._noted = None
        return found is not None

    def pause(self) -> Pause | None:
        """The pause that holds now; None where there is none, or its time is up.

        One that begins in the future is older than the clock that was set back meanwhile: it lasts
        its length from now on, and not for the years until then.
        """
        now = self._clock.now()
        found = self._noted_pause()
        if found is None or found.is_over(now):
            return None
        if found.until is None or found.since <= now + _CLOCK_SLACK:
            return found
        return self._begun_again(found, now)

    def _noted_pause(self) -> Pause | None:
        # Asked before every block that is sent, and changed a few times a day.
        changes = self._database.changes_by_others()
        noted = self._noted
        if noted is None or noted[0] != changes:
            with self._database.read() as database:
                # Kept while the database is ours, as it is forgotten: never after a newer one.
                self._noted = noted = changes, snapshots.noted_pause(database)
        return noted[1]

    def _note(self, database: Database, pause: Pause) -> None:
        keep_meta(database, snapshots.PAUSE, json.dumps(pause.to_json()))
        self._noted = None

    def _begun_again(self, seen: Pause, now: datetime) -> Pause | None:
        with self._database.write() as database:
            found = snapshots.pause(database, now)
            if found != seen or found.until is None:
                return found
            again = Pause(now, now + (found.until - found.since), found.by)
            self._note(database, again)
        return again

    def is_being_recorded(self) -> bool:
        """Whether any process records into this home now: it holds the recording's lock."""
        with self._database.read() as database:
            rows = database.rows(
                "SELECT overflow, session, recording FROM recordings WHERE state = 'recording'"
            )
        folders = (RecordingFolder(Path(self._places.folder(*row))) for row in rows)
        return any(_is_locked(folder) for folder in folders)

    def sent_on(self, day: str) -> int:
        """How many bytes of segments were sent on this local day, `2026-11-21`."""
        with self._database.read() as database:
            return _sent(database, day)

    def take_from_budget(self, day: str, budget: int, wanted: int, least: int) -> int:
        """Count bytes as sent before they are; returns how many may be, 0 if less than `least`.

        Whoever breaks off afterwards has sent part of them, and nobody knows how much arrived: a
        budget is spent rather than overdrawn.
        """
        with self._database.write() as database:
            sent = _sent(database, day)
            granted = max(0, min(wanted, budget - sent))
            if granted < least:
                return 0
            keep_meta(database, _SENT, json.dumps(_with_day(_days(database), day, sent + granted)))
        return granted


def _is_locked(folder: RecordingFolder) -> bool:
    try:
        return is_held(folder.lock)
    except OSError:
        # On a disk that cannot be written, nobody records either.
        return False


def _sent(database: Database, day: str) -> int:
    return _days(database).get(day, 0)


def _days(database: Database) -> dict[str, int]:
    text = meta(database, _SENT)
    value = {} if text is None else json.loads(text)
    if "bytes" in value:
        # As an earlier version wrote it.
        return {value["day"]: int(value["bytes"])}
    return {str(day): int(sent) for day, sent in value.items()}


def _with_day(days: dict[str, int], day: str, sent: int) -> dict[str, int]:
    """The last few days, in the order in which they were sent on, whatever the clock called them.

    A clock that leaps to another day and back finds that day's budget as it was left.
    """
    days.pop(day, None)
    return dict([*days.items(), (day, sent)][-_DAYS_KEPT:])
