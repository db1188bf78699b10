"""The queue's numbers: tries a day, bytes a second. It counts and reads; it decides nothing.

A day is this computer's own, from midnight to midnight. Seconds are kept for an hour, for the
speed; days for ever.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from holdfast.jsonform import Json
from uploader.database import Database

WINDOW_S: Final = 300
"""The speed is that of the last five minutes: steady, and honest about what stood still in them."""
QUIET_S: Final = 60
"""After a quiet minute it is another stretch of sending; in one, the speed is not known."""
LEAST_S: Final = 5
_KEPT_S: Final = 3600
_COLUMNS: Final = {
    "done": "done",
    "retry": "again",
    "forgotten": "again",
    "missing": "again",
    "failed": "failed",
    "held": "held",
}
"""Outcome of a try -> the column that counts it; other outcomes were no try to send."""


@dataclass(frozen=True, slots=True)
class Day:
    """What sending came to on one day; `sending_s` are seconds in which something arrived."""

    day: str
    tries: int
    done: int
    again: int
    failed: int
    held: int
    sent_bytes: int
    sending_s: int

    @property
    def again_share(self) -> float:
        """How many of the tries had to be made again."""
        return self.again / self.tries if self.tries else 0.0

    @property
    def failed_share(self) -> float:
        """How many of the tries failed, so that a person had to act."""
        return self.failed / self.tries if self.tries else 0.0

    @property
    def bytes_s(self) -> float | None:
        """How fast it went while something was sent; None where nobody measured."""
        return self.sent_bytes / self.sending_s if self.sending_s else None

    def to_json(self) -> Json:
        return {
            "day": self.day,
            "tries": self.tries,
            "done": self.done,
            "again": self.again,
            "failed": self.failed,
            "held": self.held,
            "again_share": round(self.again_share, 4),
            "failed_share": round(self.failed_share, 4),
            "bytes": self.sent_bytes,
            "sending_s": self.sending_s,
            "bytes_s": None if self.bytes_s is None else round(self.bytes_s),
        }


@dataclass(frozen=True, slots=True)
class Reason:
    """Why tries did not succeed, and how many of them."""

    reason: str
    tries: int

    def to_json(self) -> Json:
        return {"why": self.reason, "tries": self.tries}


def count_try(database: Database, started_at: datetime, outcome: str) -> None:
    """Count one try, inside a transaction."""
    column = _COLUMNS.get(outcome)
    if column is None:
        return
    database.execute(
        f"""INSERT INTO days (day, tries, {column}) VALUES (?, 1, 1)
            ON CONFLICT (day) DO UPDATE SET tries = tries + 1, {column} = {column} + 1""",
        (_day(started_at),),
    )


def count_sent(database: Database, now: datetime, sent_bytes: int) -> None:
    """Count bytes that the receiver acknowledged just now, inside a transaction."""
    if sent_bytes <= 0:
        return
    second = int(now.timestamp())
    is_new = database.row("SELECT 1 FROM seconds WHERE second = ?", (second,)) is None
    database.execute(
        """INSERT INTO seconds VALUES (?, ?)
           ON CONFLICT (second) DO UPDATE SET sent_bytes = sent_bytes + excluded.sent_bytes""",
        (second, sent_bytes),
    )
    database.execute(
        """INSERT INTO days (day, sent_bytes, sending_s) VALUES (:day, :bytes, :seconds)
           ON CONFLICT (day) DO UPDATE
               SET sent_bytes = sent_bytes + :bytes, sending_s = sending_s + :seconds""",
        {"day": _day(now), "bytes": sent_bytes, "seconds": int(is_new)},
    )
    if is_new:
        # Those ahead are from before the clock was set back.
        database.execute(
            "DELETE FROM seconds WHERE second <= ? OR second > ?", (second - _KEPT_S, second)
        )


def speed_bytes_s(database: Database, now: datetime) -> float | None:
    """How fast sending is now; None where nothing was sent lately, or too briefly to tell."""
    second = int(now.timestamp())
    rows = database.rows(
        "SELECT second, sent_bytes FROM seconds WHERE second BETWEEN ? AND ? ORDER BY second DESC",
        (second - WINDOW_S, second),
    )
    return speed_of(rows, second)


def speed_of(rows: Sequence[tuple[int, ...]], now_s: int) -> float | None:
    """The speed, from (second, bytes) with the newest first."""
    sent_bytes = in_the_first = 0
    since = now_s
    for second, in_it in rows:
        if since - second > QUIET_S:
            break
        sent_bytes, since, in_the_first = sent_bytes + in_it, second, in_it
    took_s = now_s - since
    # What arrived first was on its way before, for nobody knows how long.
    counted_bytes = sent_bytes - in_the_first
    return counted_bytes / took_s if took_s >= LEAST_S and counted_bytes else None


def days(database: Database, newest: int) -> list[Day]:
    """The newest days on which there was something to count, the oldest of them first."""
    rows = database.rows(
        """SELECT day, tries, done, again, failed, held, sent_bytes, sending_s
           FROM days ORDER BY day DESC LIMIT ?""",
        (newest,),
    )
    return [Day(*row) for row in reversed(rows)]


def reasons(database: Database, since: datetime, most: int = 5) -> list[Reason]:
    """What stood in the way since then, the most frequent first."""
    rows = database.rows(
        """SELECT reason, count(*) FROM attempts
           WHERE started_at_ms >= ? AND outcome IN ('retry', 'failed', 'held') AND reason <> ''
           GROUP BY reason ORDER BY count(*) DESC, reason LIMIT ?""",
        (int(since.timestamp() * 1000), most),
    )
    return [Reason(*row) for row in rows]


def _day(moment: datetime) -> str:
    return moment.astimezone().date().isoformat()
