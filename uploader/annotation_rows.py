"""Which annotations the receiver has and which it must still be told: the queue's rows of them.

Nothing is claimed: two that send the same make one version. It opens no files and sends nothing.
"""

from dataclasses import dataclass
from typing import Final

from holdfast.clock import Clock
from uploader.database import Database
from uploader.places import IS_HERE, Places
from uploader.transitions import FARTHEST_S, Record, in_ms, now_ms, write_down

_UNTOLD: Final = """a.sha256 IS NOT NULL AND a.sha256 IS NOT a.told_sha256
    AND r.step IN ('segments', 'finalise', 'verified', 'playable')
    AND r.decision <> 'discarded'"""


@dataclass(frozen=True, slots=True)
class Made:
    """What a recording's annotations were made from when that was last looked at."""

    made_from: str
    clock_settled: bool


@dataclass(frozen=True, slots=True)
class Untold:
    """Annotations that the receiver does not have yet; `sha256` is of their content."""

    recording: str
    folder: str
    sha256: str
    attempts: int


class AnnotationRows:
    """The queue's table of annotations. Its methods may be called from any thread."""

    def __init__(self, database: Database, clock: Clock, places: Places) -> None:
        self._database = database
        self._places = places
        self._clock = clock

    def made(self, only: str | None = None) -> dict[str, Made]:
        """Recording -> what its annotations were made from; of all, or of the one named."""
        with self._database.read() as database:
            rows = database.rows(
                """SELECT recording, made_from, clock_settled FROM annotations
                   WHERE :only IS NULL OR recording = :only""",
                {"only": only},
            )
        return {row[0]: Made(row[1], bool(row[2])) for row in rows}

    def note(self, recording: str, made: Made, sha256: str | None) -> None:
        """Note what a recording's annotations say now; other content is due at once."""
        with self._database.write() as database:
            database.execute(
                """INSERT INTO annotations (recording, made_from, clock_settled, sha256)
                   SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM recordings WHERE recording = ?)
                   ON CONFLICT (recording) DO UPDATE SET made_from = excluded.made_from,
                       clock_settled = excluded.clock_settled, sha256 = excluded.sha256,
                       attempts = iif(sha256 IS excluded.sha256, attempts, 0),
                       not_before_ms = iif(sha256 IS excluded.sha256, not_before_ms, 0)""",
                (recording, made.made_from, made.clock_settled, sha256, recording),
            )

    def first_due(self) -> Untold | None:
        """Annotations of a recording the receiver knows and must be told of now, or None."""
        now = now_ms(self._clock)
        here = self._places.here()
        with self._database.read() as database:
            row = database.row(
                f"""SELECT a.recording, r.session, r.overflow, a.sha256, a.attempts
                    FROM annotations a JOIN recordings r USING (recording)
                    WHERE {_UNTOLD} AND {IS_HERE}
                        AND (a.not_before_ms <= :now OR a.not_before_ms > :farthest)
                    ORDER BY a.recording LIMIT 1""",
                {"now": now, "farthest": now + int(FARTHEST_S * 1000), "here": here},
            )
        if row is None:
            return None
        recording, session, overflow, sha256, attempts = row
        folder = self._places.folder(overflow, session, recording)
        return Untold(recording, folder, sha256, attempts)

    def next_due_s(self) -> float | None:
        """Seconds until the next ones are due, 0 if some are; None where none wait."""
        here = self._places.here()
        with self._database.read() as database:
            row = database.row(
                f"""SELECT min(a.not_before_ms) FROM annotations a
                    JOIN recordings r USING (recording) WHERE {_UNTOLD} AND {IS_HERE}""",
                {"here": here},
            )
        if row is None or row[0] is None:
            return None
        wait_s = (int(row[0]) - now_ms(self._clock)) / 1000
        return 0.0 if wait_s > FARTHEST_S else max(0.0, wait_s)

    def told(self, untold: Untold, record: Record) -> None:
        """The receiver has them; what changed meanwhile is sent again."""
        self._settle(
            untold,
            "told_sha256 = :sha256, attempts = 0, not_before_ms = 0, reason = ''",
            0.0,
            record,
        )

    def put_off(self, untold: Untold, wait_s: float, record: Record) -> None:
        """They could not be told; due again in `wait_s` seconds."""
        change = "attempts = attempts + 1, not_before_ms = :not_before, reason = :reason"
        self._settle(untold, change, wait_s, record)

    def _settle(self, untold: Untold, change: str, wait_s: float, record: Record) -> None:
        with self._database.write() as database:
            database.execute(
                f"UPDATE annotations SET {change} WHERE recording = :recording",
                {
                    "recording": untold.recording,
                    "sha256": untold.sha256,
                    "not_before": in_ms(self._clock, wait_s),
                    "reason": record.reason,
                },
            )
            write_down(database, untold.recording, None, record)
