"""Putting a claimed segment back: every way in which an attempt at one can end.

Each transition is one guarded UPDATE that names the state it comes from and the claim it is made
under; one that changes no row raises `ClaimLost` and is never passed over in silence.
"""

from collections.abc import Mapping
from typing import Any, Final

from holdfast.clock import Clock
from uploader.database import Database
from uploader.day_rows import count_sent
from uploader.items import SegmentClaim
from uploader.patience import PUT_OFF, Patience, values
from uploader.transitions import Record, in_ms, require_one, write_down

_CLAIMED_SEGMENT: Final = """recording = :recording AND segment = :segment
    AND state = 'uploading' AND claim_token = :token"""


class Settling:
    """The ends of attempts at segments. Its methods may be called from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def progress(self, claim: SegmentClaim, acknowledged_bytes: int) -> None:
        """Note how much of a claimed segment the receiver has acknowledged."""
        with self._database.write() as database:
            count_sent(database, self._clock.now(), acknowledged_bytes - _had(database, claim))
            changed = database.execute(
                f"""UPDATE segments SET acknowledged_bytes = :bytes, ask_first = 1
                    WHERE {_CLAIMED_SEGMENT}""",
                {"bytes": acknowledged_bytes, **_segment_key(claim)},
            )
            require_one(changed, "note the progress of a segment")

    def complete(self, claim: SegmentClaim, record: Record) -> bool:
        """`uploading -> completed`: the receiver has the whole segment.

        Returns whether that was the last of its recording that was known.
        """
        with self._database.write() as database:
            # What the receiver had without this try was not sent by it.
            rest_bytes = min(_rest(database, claim), record.sent_bytes)
            count_sent(database, self._clock.now(), rest_bytes)
            self._settle(
                database,
                claim,
                """state = 'completed', acknowledged_bytes = size_bytes, reason = '',
                   not_before_ms = 0, ask_first = 0""",
                {},
                record,
            )
            return _has_arrived(database, claim.recording)

    def release(self, claim: SegmentClaim, record: Record | None = None) -> None:
        """`uploading -> pending` at no cost: nothing was wrong with the segment."""
        self._settle_segment(claim, "state = 'pending', ask_first = 1", {}, record)

    def reschedule(
        self,
        claim: SegmentClaim,
        wait_s: float,
        record: Record,
        *,
        mismatch: bool = False,
        patience: Patience | None = None,
    ) -> None:
        """`uploading -> pending` after an attempt that failed; due again in `wait_s` seconds."""
        self._settle_segment(
            claim,
            f"""state = 'pending', attempts = attempts + 1, mismatches = mismatches + :mismatch,
               not_before_ms = :not_before, reason = :reason, ask_first = 1, {PUT_OFF}""",
            {
                **values(patience, self._clock),
                "mismatch": int(mismatch),
                "not_before": in_ms(self._clock, wait_s),
                "reason": record.reason,
            },
            record,
        )

    def fail(self, claim: SegmentClaim, record: Record) -> None:
        """`uploading -> failed`: it cannot succeed unchanged; the record's reason says why."""
        self._settle_segment(
            claim,
            "state = 'failed', attempts = attempts + 1, reason = :reason",
            {"reason": record.reason},
            record,
        )

    def forgotten(self, claim: SegmentClaim, wait_s: float, record: Record) -> None:
        """`uploading -> pending`, and its recording is announced again in `wait_s` seconds."""
        with self._database.write() as database:
            self._settle(database, claim, "state = 'pending', ask_first = 1", {}, record)
            # The other sender may have noticed first: then there is nothing left to change.
            database.execute(
                """UPDATE recordings SET step = 'announce', attempts = attempts + 1,
                       not_before_ms = ?, reason = ?
                   WHERE recording = ? AND step = 'segments' AND claim_token IS NULL""",
                (in_ms(self._clock, wait_s), record.reason, claim.recording),
            )

    def withdrawn(self, claim: SegmentClaim, record: Record) -> None:
        """`uploading -> pending`, and its recording is withdrawn: nothing of it is sent again."""
        with self._database.write() as database:
            self._settle(database, claim, "state = 'pending'", {}, record)
            database.execute(
                """UPDATE recordings SET step = 'withdrawn', reason = ?
                   WHERE recording = ? AND step NOT IN ('withdrawn', 'discarded')""",
                (record.reason, claim.recording),
            )

    def _settle_segment(
        self,
        claim: SegmentClaim,
        change: str,
        values: Mapping[str, Any],
        record: Record | None,
    ) -> None:
        with self._database.write() as database:
            self._settle(database, claim, change, values, record)

    def _settle(
        self,
        database: Database,
        claim: SegmentClaim,
        change: str,
        values: Mapping[str, Any],
        record: Record | None,
    ) -> None:
        changed = database.execute(
            f"""UPDATE segments SET {change}, claim_token = NULL, claim_instance = NULL
                WHERE {_CLAIMED_SEGMENT}""",
            {**values, **_segment_key(claim)},
        )
        require_one(changed, f"settle segment {claim.segment} of {claim.recording}")
        if record is not None:
            write_down(database, claim.recording, claim.segment, record)


def _had(database: Database, claim: SegmentClaim) -> int:
    row = database.row(
        "SELECT acknowledged_bytes FROM segments WHERE recording = ? AND segment = ?",
        (claim.recording, claim.segment),
    )
    return 0 if row is None else int(row[0])


def _rest(database: Database, claim: SegmentClaim) -> int:
    row = database.row(
        "SELECT size_bytes - acknowledged_bytes FROM segments WHERE recording = ? AND segment = ?",
        (claim.recording, claim.segment),
    )
    return 0 if row is None else int(row[0])


def _has_arrived(database: Database, recording: str) -> bool:
    row = database.row("SELECT completed = segments FROM tallies WHERE recording = ?", (recording,))
    return row is not None and bool(row[0])


def _segment_key(claim: SegmentClaim) -> dict[str, Any]:
    return {"recording": claim.recording, "segment": claim.segment, "token": claim.token}
