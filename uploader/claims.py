"""Taking items out of the queue for one instance alone, and returning what the dead had taken.

A claim is a token and the id of a live instance. It has no end in time: neither a clock that jumps
nor a computer that sleeps can take it away from a process that lives.
"""

import secrets
import threading
from typing import Any, Final

from holdfast.clock import Clock
from uploader.database import Database
from uploader.holding_rows import FROM_ITS_RECEIVER
from uploader.instances import Instance
from uploader.items import RecordingClaim, SegmentClaim, Step
from uploader.places import IS_HERE, Places
from uploader.transitions import FARTHEST_S, now_ms, require_one

_IS_COMPLETE: Final = """(r.manifest_sha256 IS NOT NULL
    AND r.manifest_segments <= ifnull(
        (SELECT iif(t.completed = t.segments, t.segments, -1) FROM tallies t
         WHERE t.recording = r.recording), 0))"""
_MAY_LEAVE: Final = """(r.hold = ''
    AND (r.decision = 'kept' OR r.decision = 'pending' AND NOT r.after_accept))"""
_HAS_STEP_TO_TAKE: Final = f"""(r.step = 'verified' AND {FROM_ITS_RECEIVER}
    OR r.step = 'announce' AND {_MAY_LEAVE}
    OR r.decision = 'kept' AND r.hold = ''
        AND (r.step = 'finalise' OR r.step = 'segments' AND {_IS_COMPLETE}))"""

# Read from the index alone, and no further than to the first one, however many wait.
_FIRST_DUE: Final = """(SELECT w.segment FROM segments w INDEXED BY segments_pending
    WHERE w.recording = r.recording AND w.state = 'pending'
        AND (w.not_before_ms <= :now OR w.not_before_ms > :farthest)
    ORDER BY w.segment LIMIT 1)"""

_WANTED_FIRST: Final = "r.first_ms DESC, r.recording"


def _first_segment(order: str) -> str:
    """The segment to send next. Two questions, as each is answered by an index of its own."""
    wanted = "AND r.first_ms > 0" if order == _WANTED_FIRST else ""
    return f"""SELECT s.recording, s.segment, r.session, r.overflow, s.attempts, s.mismatches,
            s.ask_first
        FROM recordings r CROSS JOIN segments s
            ON s.recording = r.recording AND s.segment = {_FIRST_DUE}
        WHERE r.step = 'segments' {wanted} AND {_MAY_LEAVE} AND {IS_HERE}
        ORDER BY {order} LIMIT 1"""


class Claims:
    """What one instance may take and settle. Its methods may be called from any thread."""

    def __init__(
        self, database: Database, instance: Instance, clock: Clock, places: Places
    ) -> None:
        self._database = database
        self._instance = instance
        self._places = places
        self._clock = clock
        self._last: dict[tuple[int, str], str] = {}

    def claim_segment(self) -> SegmentClaim | None:
        """The first segment that is due and here, for this instance alone; None where none is.

        It is one of a recording that somebody wants first, where there is one.
        """
        token = secrets.token_hex(8)
        parameters = {**self._times(), "here": self._places.here()}
        with self._database.write() as database:
            row = database.row(_first_segment(_WANTED_FIRST), parameters)
            row = row or database.row(_first_segment("r.recording"), parameters)
            if row is None:
                return None
            recording, segment, session, overflow, attempts, mismatches, ask_first = row
            changed = database.execute(
                """UPDATE segments SET state = 'uploading', claim_token = ?, claim_instance = ?
                   WHERE recording = ? AND segment = ? AND state = 'pending'""",
                (token, self._instance.id, recording, segment),
            )
            require_one(changed, "claim a segment")
        self._last[threading.get_ident(), "segment"] = token
        folder = self._places.folder(overflow, session, recording)
        return SegmentClaim(
            token, recording, segment, folder, attempts, mismatches, bool(ask_first)
        )

    def claim_recording(self) -> RecordingClaim | None:
        """The first recording with a step to take that is due; None where there is none.

        Announcing comes before everything else, asking whether it plays after everything else; what
        somebody wants first comes before all others.
        One whose segments have all arrived, and whose manifest is there, comes at `finalise`. One
        on a disk that is not connected has no step to take but the last, which reads nothing here.
        """
        token = secrets.token_hex(8)
        here = self._places.here()
        with self._database.write() as database:
            row = database.row(
                f"""SELECT r.recording, r.session, r.overflow,
                        CASE r.step WHEN 'segments' THEN 'finalise' ELSE r.step END, r.attempts
                    FROM recordings r
                    WHERE r.claim_token IS NULL AND {_HAS_STEP_TO_TAKE} AND {_due("r")}
                        AND (r.step = 'verified' OR {IS_HERE})
                    ORDER BY r.step = 'verified', r.first_ms DESC, r.step <> 'announce', r.recording
                    LIMIT 1""",
                {**self._times(), "here": here},
            )
            if row is None:
                return None
            recording, session, overflow, step, attempts = row
            changed = database.execute(
                """UPDATE recordings SET claim_token = ?, claim_instance = ?, step = ?
                   WHERE recording = ? AND claim_token IS NULL""",
                (token, self._instance.id, step, recording),
            )
            require_one(changed, "claim a recording")
        self._last[threading.get_ident(), "recording"] = token
        folder = self._places.folder(overflow, session, recording)
        return RecordingClaim(token, recording, session, folder, Step(step), attempts)

    def release_dead(self) -> int:
        """Return what instances that are not alive had claimed; returns how much that was."""
        with self._database.write() as database:
            owners = database.rows(
                """SELECT claim_instance FROM segments WHERE claim_instance IS NOT NULL
                   UNION SELECT claim_instance FROM recordings WHERE claim_instance IS NOT NULL"""
            )
            dead = [owner for (owner,) in owners if not self._instance.is_alive(owner)]
            released = sum(self._release_all(database, owner) for owner in dead)
        for owner in dead:
            self._instance.forget(owner)
        return released

    def release_of_thread(self, ident: int) -> int:
        """Return what a thread of this process claimed and has not settled; how much that was."""
        keys = [(ident, "segment"), (ident, "recording")]
        tokens = [self._last[key] for key in keys if key in self._last]
        with self._database.write() as database:
            released = sum(self._release_all(database, each, "claim_token") for each in tokens)
        for key in keys:
            self._last.pop(key, None)
        return released

    def release_own(self) -> int:
        """Return what a worker of this very instance left claimed when it broke off."""
        with self._database.write() as database:
            return self._release_all(database, self._instance.id)

    def _release_all(self, database: Database, owner: str, by: str = "claim_instance") -> int:
        segments = database.execute(
            f"""UPDATE segments SET state = 'pending', claim_token = NULL, claim_instance = NULL,
                   ask_first = 1 WHERE {by} = ? AND state = 'uploading'""",
            (owner,),
        )
        recordings = database.execute(
            f"""UPDATE recordings SET claim_token = NULL, claim_instance = NULL
               WHERE {by} = ?""",
            (owner,),
        )
        return segments + recordings

    def next_segment_due_s(self) -> float | None:
        """Seconds until the next segment is due, 0 if one is; None where none waits."""
        return self._next_due_s(
            f"""SELECT min(s.not_before_ms) FROM segments s JOIN recordings r USING (recording)
                WHERE s.state = 'pending' AND r.step = 'segments' AND {_MAY_LEAVE} AND {IS_HERE}"""
        )

    def next_recording_due_s(self) -> float | None:
        """Seconds until the next recording has a step to take, 0 if one has; None for never."""
        return self._next_due_s(
            f"""SELECT min(r.not_before_ms) FROM recordings r
                WHERE r.claim_token IS NULL AND {_HAS_STEP_TO_TAKE}
                    AND (r.step = 'verified' OR {IS_HERE})"""
        )

    def _next_due_s(self, query: str) -> float | None:
        here = self._places.here()
        with self._database.read() as database:
            row = database.row(query, {"here": here})
        if row is None or row[0] is None:
            return None
        wait_s = (int(row[0]) - now_ms(self._clock)) / 1000
        return 0.0 if wait_s > FARTHEST_S else max(0.0, wait_s)

    def _times(self) -> dict[str, Any]:
        now = now_ms(self._clock)
        return {"now": now, "farthest": now + int(FARTHEST_S * 1000)}


def _due(table: str) -> str:
    return f"({table}.not_before_ms <= :now OR {table}.not_before_ms > :farthest)"
