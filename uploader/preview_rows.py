"""Which preview pictures the receiver has, and whether they should overtake what was recorded.

A preview is derived and small: it is claimed by nobody, two processes that send the same one make
one, and one that cannot be sent is left. It opens no files and sends nothing.
"""

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from holdfast.clock import Clock
from uploader.database import Database
from uploader.places import IS_HERE, Places
from uploader.transitions import FARTHEST_S, Record, in_ms, now_ms, write_down

LATE_S: Final = 20.0
"""Where what waits takes longer than this at the measured speed, previews go first."""
UNKNOWN_BYTES_S: Final = 125_000
"""Of a link that nothing is known of: 1 Mbit/s, as with one bar of reception."""
STATES: Final = ("waiting", "sent", "left")
_NEWEST_TRIES: Final = 8
_LOOK_S: Final = 2.0
_WAITING: Final = f"""p.state = 'waiting' AND r.decision <> 'discarded' AND r.hold = ''
    AND r.step IN ('segments', 'finalise', 'verified', 'playable')
    AND (p.not_before_ms <= :now OR p.not_before_ms > :farthest) AND {IS_HERE}"""
_NOTHING_ELSE_WAITS: Final = """NOT EXISTS (SELECT 1 FROM segments s JOIN recordings o USING
    (recording) WHERE s.state = 'pending' AND o.step = 'segments' AND o.decision <> 'discarded'
    AND o.hold = '')"""


@dataclass(frozen=True, slots=True)
class WaitingPreview:
    """A preview that the receiver does not have yet."""

    recording: str
    segment: int
    folder: str
    attempts: int


class PreviewRows:
    """The queue's table of previews. Its methods may be called from any thread."""

    def __init__(self, database: Database, clock: Clock, places: Places) -> None:
        self._database = database
        self._clock = clock
        self._places = places
        self._lock = threading.Lock()
        self._under_way: set[tuple[str, int]] = set()
        """What a thread of this process sends now."""
        self._is_slow = False
        self._look_due_ns = 0

    def add(self, recording: str, sizes: Mapping[int, int]) -> None:
        """Note which segments of a recording have a preview, and its size in bytes."""
        with self._database.write() as database:
            database.many(
                """INSERT INTO previews (recording, segment, size_bytes)
                   SELECT ?, ?, ? WHERE EXISTS (SELECT 1 FROM recordings WHERE recording = ?)
                   ON CONFLICT DO NOTHING""",
                ((recording, segment, size, recording) for segment, size in sizes.items()),
            )

    def take(self, *, ahead: bool) -> WaitingPreview | None:
        """The first preview to send now; give it back with `done`, `put_off`, `leave`, `release`.

        `ahead` of what was recorded, where the link is slow; else once nothing else waits.
        """
        if ahead and not self.is_link_slow():
            return None
        now = now_ms(self._clock)
        with self._lock, self._database.read() as database:
            rows = database.rows(
                f"""SELECT p.recording, p.segment, r.session, r.overflow, p.attempts
                    FROM previews p JOIN recordings r USING (recording)
                    WHERE {_WAITING} {"" if ahead else f"AND {_NOTHING_ELSE_WAITS}"}
                    ORDER BY p.recording, p.segment LIMIT :most""",
                {
                    "now": now,
                    "farthest": now + int(FARTHEST_S * 1000),
                    "here": self._places.here(),
                    "most": len(self._under_way) + 1,
                },
            )
            for recording, segment, session, overflow, attempts in rows:
                if (recording, segment) not in self._under_way:
                    self._under_way.add((recording, segment))
                    folder = self._places.folder(overflow, session, recording)
                    return WaitingPreview(recording, segment, folder, attempts)
        return None

    def is_link_slow(self) -> bool:
        """Whether what waits takes long; looked at every two seconds."""
        with self._lock:
            now_ns = self._clock.monotonic_ns()
            if now_ns >= self._look_due_ns:
                self._look_due_ns = now_ns + int(_LOOK_S * 1e9)
                self._is_slow = self._is_late()
            return self._is_slow

    def _is_late(self) -> bool:
        with self._database.read() as database:
            if database.row("SELECT 1 FROM previews WHERE state = 'waiting' LIMIT 1") is None:
                return False
            waiting = database.row(
                """SELECT total(t.size_bytes - t.acknowledged_bytes) FROM tallies t
                   JOIN recordings r USING (recording)
                   WHERE r.step IN ('announce', 'segments') AND r.decision <> 'discarded'
                       AND r.hold = ''
                       AND (r.decision = 'kept' OR NOT r.after_accept)"""
            )
            speed = database.row(
                """SELECT total(sent_bytes), total(duration_s) FROM (
                       SELECT sent_bytes, duration_s FROM attempts
                       WHERE action = 'segment' AND sent_bytes > 0
                       ORDER BY attempt DESC LIMIT ?)""",
                (_NEWEST_TRIES,),
            )
        assert waiting is not None
        assert speed is not None
        sent_bytes, took_s = speed
        rate_bytes_s = sent_bytes / took_s if took_s > 0 else UNKNOWN_BYTES_S
        return float(waiting[0]) > LATE_S * rate_bytes_s

    def done(self, preview: WaitingPreview, record: Record) -> None:
        """The receiver has it."""
        self._settle(preview, "sent", 0.0, record)

    def leave(self, preview: WaitingPreview, record: Record) -> None:
        """It is never sent: it cannot be read, or the receiver does not take it."""
        self._settle(preview, "left", 0.0, record)

    def put_off(self, preview: WaitingPreview, wait_s: float, record: Record) -> None:
        """It is due again in `wait_s` seconds."""
        self._settle(preview, "waiting", wait_s, record)

    def release(self, preview: WaitingPreview) -> None:
        """Nothing came of it, and nothing was wrong with it."""
        with self._lock:
            self._under_way.discard((preview.recording, preview.segment))

    def forgotten(self, recording: str) -> None:
        """The receiver has nothing of a recording any more."""
        with self._database.write() as database:
            database.execute(
                """UPDATE previews SET state = 'waiting', attempts = 0, not_before_ms = 0
                   WHERE recording = ? AND state = 'sent'""",
                (recording,),
            )

    def next_due_s(self) -> float | None:
        """Seconds until the next one is due once nothing else waits; None where none is."""
        now = now_ms(self._clock)
        with self._database.read() as database:
            row = database.row(
                f"""SELECT min(p.not_before_ms) FROM previews p JOIN recordings r USING (recording)
                    WHERE p.state = 'waiting' AND r.decision <> 'discarded'
                        AND r.step IN ('segments', 'finalise', 'verified', 'playable')
                        AND {IS_HERE} AND {_NOTHING_ELSE_WAITS}""",
                {"here": self._places.here()},
            )
        if row is None or row[0] is None:
            return None
        wait_s = (int(row[0]) - now) / 1000
        return 0.0 if wait_s > FARTHEST_S else max(0.0, wait_s)

    def segments(self, recording: str, states: Iterable[str] = STATES) -> list[int]:
        """Segments of a recording whose preview is in one of these states."""
        wanted = set(states)
        with self._database.read() as database:
            rows = database.rows(
                "SELECT segment, state FROM previews WHERE recording = ? ORDER BY segment",
                (recording,),
            )
        return [segment for segment, state in rows if state in wanted]

    def _settle(self, preview: WaitingPreview, state: str, wait_s: float, record: Record) -> None:
        with self._database.write() as database:
            database.execute(
                """UPDATE previews SET state = ?, not_before_ms = ?, attempts = attempts + ?
                   WHERE recording = ? AND segment = ?""",
                (
                    state,
                    in_ms(self._clock, wait_s) if wait_s else 0,
                    int(state == "waiting"),
                    preview.recording,
                    preview.segment,
                ),
            )
            write_down(database, preview.recording, preview.segment, record)
        self.release(preview)
