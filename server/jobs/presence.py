"""Whether a worker is there: each says so now and then in the database, wherever it runs.

A worker that is at a job says so by renewing the job's lease. Nothing is decided by this; a
receiver without a worker takes recordings as before, and only people should hear of it.
"""

from datetime import datetime
from typing import Final

from sqlalchemy import func, select, text

from holdfast.clock import Clock, parse_rfc3339, rfc3339
from server.db.engine import Database
from server.db.models import JobRow, MetaRow

TELL_EVERY_NS: Final = 20 * 10**9
MISSED_AFTER_S: Final = 60.0
_SEEN: Final = "worker_seen_at"
_TELL: Final = text(
    "INSERT INTO meta (key, value) VALUES (:key, :at) "
    "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)


class Presence:
    """Told by workers, read by receivers; `clock` is the one on which they all agree."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._due_ns = 0

    def tell(self) -> None:
        """Say that this worker is there, unless it was said a moment ago."""
        now_ns = self._clock.monotonic_ns()
        if now_ns < self._due_ns:
            return
        self._due_ns = now_ns + TELL_EVERY_NS
        with self._database.changing(of=_SEEN) as connection:
            connection.execute(_TELL, {"key": _SEEN, "at": rfc3339(self._clock.now())})

    def seen_s(self) -> float | None:
        """How long ago a worker was there, seconds; None: none ever was."""
        with self._database.reading() as session:
            row = session.get(MetaRow, _SEEN)
            running = select(func.max(JobRow.lease_until)).where(JobRow.state == "running")
            lease_until: datetime | None = session.scalar(running)
        now = self._clock.now()
        if lease_until is not None and lease_until > now:
            return 0.0
        return None if row is None else max(0.0, (now - parse_rfc3339(row.value)).total_seconds())

    def is_missing(self) -> bool:
        """Whether nobody is there who prepares videos."""
        seen_s = self.seen_s()
        return seen_s is None or seen_s > MISSED_AFTER_S
