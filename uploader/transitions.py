"""What every transition of the queue shares: the guard, the clock in the database, the history."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.clock import Clock
from uploader.database import Database
from uploader.day_rows import count_try
from uploader.errors import ClaimLost
from uploader.why import FARTHEST_S

# No wait is longer than this: a `not_before` further away comes from a clock that jumped.
__all__ = ["FARTHEST_S", "Record", "in_ms", "now_ms", "require_one", "write_down"]


@dataclass(frozen=True, slots=True)
class Record:
    """What the history keeps of one try; times in seconds, `status` is HTTP's."""

    action: str
    started_at: datetime
    duration_s: float
    outcome: str
    sent_bytes: int = 0
    status: int | None = None
    reason: str = ""


def now_ms(clock: Clock) -> int:
    """The wall clock as the database keeps it: milliseconds since 1970."""
    return int(clock.now().timestamp() * 1000)


def in_ms(clock: Clock, wait_s: float) -> int:
    """The instant `wait_s` seconds from now, never further away than FARTHEST_S."""
    return now_ms(clock) + int(min(wait_s, FARTHEST_S) * 1000)


def require_one(changed: int, what: str) -> None:
    """Raise ClaimLost unless a guarded UPDATE changed its one row."""
    if changed != 1:
        raise ClaimLost(f"Could not {what}: it is not in the state, or under the claim, expected.")


def write_down(database: Database, recording: str, segment: int | None, record: Record) -> None:
    """Add a try to the history, and to its day's numbers."""
    count_try(database, record.started_at, record.outcome)
    database.execute(
        """INSERT INTO attempts (recording, segment, action, started_at_ms, duration_s,
               sent_bytes, outcome, status, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            recording,
            segment,
            record.action,
            int(record.started_at.timestamp() * 1000),
            record.duration_s,
            record.sent_bytes,
            record.outcome,
            record.status,
            record.reason,
        ),
    )
