"""A claimed recording's way home, step by step.

Each transition is one guarded UPDATE that names the step it comes from and the claim it is made
under; one that changes no row raises `ClaimLost` and is never passed over in silence.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from holdfast.clock import Clock
from holdfast.protocol import SegmentStatus
from uploader.database import Database
from uploader.items import RecordingClaim, Step
from uploader.patience import PUT_OFF, Patience, values
from uploader.transitions import Record, in_ms, require_one, write_down


class Steps:
    """What a recording's claim can end in. Its methods may be called from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def segments_to_ask_about(self, claim: RecordingClaim, known: bool) -> list[int]:
        """Which segments' whereabouts the receiver must tell after it was announced to.

        `known` says that the receiver had the recording already. Where it had not, only segments
        count of which something was sent before: the receiver forgot them.
        """
        with self._database.read() as database:
            rows = database.rows(
                """SELECT segment FROM segments WHERE recording = ?
                   AND (? OR state = 'completed' OR ask_first) ORDER BY segment""",
                (claim.recording, known),
            )
        return [row[0] for row in rows]

    def announced(
        self, claim: RecordingClaim, statuses: Mapping[int, SegmentStatus], record: Record
    ) -> None:
        """`announce -> segments`, with what the receiver said it has of the segments."""
        with self._database.write() as database:
            self._move(
                database,
                claim,
                Step.SEGMENTS,
                "reason = '', not_before_ms = 0, troubled_ms = 0, calls = 0",
                {},
                record,
            )
            for segment, status in statuses.items():
                _believe(database, claim.recording, segment, status)
            # It may be another receiver, or one that forgot: whatever was told before counts not.
            database.execute(
                """UPDATE annotations SET told_sha256 = NULL, attempts = 0, not_before_ms = 0
                   WHERE recording = ?""",
                (claim.recording,),
            )

    def owed(
        self, claim: RecordingClaim, segments: Sequence[int], wait_s: float, record: Record
    ) -> None:
        """`finalise -> segments`: the receiver misses these, so they are sent again."""
        with self._database.write() as database:
            self._move(
                database,
                claim,
                Step.SEGMENTS,
                "attempts = attempts + 1, not_before_ms = :not_before, reason = :reason",
                {"not_before": in_ms(self._clock, wait_s), "reason": record.reason},
                record,
            )
            database.many(
                """UPDATE segments SET state = 'pending', acknowledged_bytes = 0, ask_first = 1
                   WHERE recording = ? AND segment = ? AND state = 'completed'""",
                ((claim.recording, segment) for segment in segments),
            )

    def verified(self, claim: RecordingClaim, record: Record, receiver: str = "") -> None:
        """`finalise -> verified`: the checked receipt, of this receiver, is stored here."""
        with self._database.write() as database:
            self._move(
                database,
                claim,
                Step.VERIFIED,
                """attempts = 0, not_before_ms = 0, reason = '', receiver = :receiver,
                    troubled_ms = 0, calls = 0""",
                {"receiver": receiver},
                record,
            )

    def playable(self, claim: RecordingClaim, record: Record) -> None:
        """`verified -> playable`: the receiver decoded the first and the last picture."""
        self._settle(claim, Step.PLAYABLE, "attempts = 0, reason = ''", {}, record)

    def forgotten(self, claim: RecordingClaim, wait_s: float, record: Record) -> None:
        """Back to `announce`: the receiver does not know the recording any more."""
        self._settle(
            claim,
            Step.ANNOUNCE,
            "attempts = attempts + 1, not_before_ms = :not_before, reason = :reason",
            {"not_before": in_ms(self._clock, wait_s), "reason": record.reason},
            record,
        )

    def fail(self, claim: RecordingClaim, record: Record) -> None:
        """To `failed`: it cannot succeed unchanged; the record's reason says why."""
        self._settle(claim, Step.FAILED, "reason = :reason", {"reason": record.reason}, record)

    def withdrawn(self, claim: RecordingClaim, record: Record) -> None:
        """To `withdrawn`: nothing of it is ever sent again."""
        self._settle(claim, Step.WITHDRAWN, "reason = :reason", {"reason": record.reason}, record)

    def discarded(self, claim: RecordingClaim, record: Record) -> None:
        """To `discarded`: it is deleted here, and the receiver has nothing of it any more."""
        self._settle(
            claim,
            Step.DISCARDED,
            "state = 'discarded', reason = :reason",
            {"reason": record.reason},
            record,
        )

    def put_off(
        self,
        claim: RecordingClaim,
        wait_s: float,
        reason: str,
        record: Record | None = None,
        *,
        counts: bool = True,
        patience: Patience | None = None,
    ) -> None:
        """Stay at this step and be due again in `wait_s` seconds; `counts` as an attempt."""
        self._settle(
            claim,
            claim.step,
            f"""attempts = attempts + :counts, not_before_ms = :not_before, reason = :reason,
                {PUT_OFF}""",
            {
                **values(patience, self._clock),
                "counts": int(counts),
                "not_before": in_ms(self._clock, wait_s),
                "reason": reason,
            },
            record,
        )

    def release(self, claim: RecordingClaim) -> None:
        """Stay at this step, at no cost: nothing was wrong with the recording."""
        self._settle(claim, claim.step, "attempts = attempts", {}, None)

    def _settle(
        self,
        claim: RecordingClaim,
        step: Step,
        change: str,
        values: Mapping[str, Any],
        record: Record | None,
    ) -> None:
        with self._database.write() as database:
            self._move(database, claim, step, change, values, record)

    def _move(
        self,
        database: Database,
        claim: RecordingClaim,
        step: Step,
        change: str,
        values: Mapping[str, Any],
        record: Record | None,
    ) -> None:
        changed = database.execute(
            f"""UPDATE recordings SET step = :to, claim_token = NULL, claim_instance = NULL,
                    {change}
                WHERE recording = :recording AND step = :from AND claim_token = :token""",
            {
                **values,
                "to": step.value,
                "from": claim.step.value,
                "recording": claim.recording,
                "token": claim.token,
            },
        )
        require_one(changed, f"move recording {claim.recording} to {step.value}")
        if record is not None:
            write_down(database, claim.recording, None, record)


def _believe(database: Database, recording: str, segment: int, status: SegmentStatus) -> None:
    key = {"recording": recording, "segment": segment, "sha256": status.sha256}
    if status.complete:
        # Another hash under this number is no reason to believe that ours arrived: it is sent, and
        # the receiver's answer says what is wrong.
        database.execute(
            """UPDATE segments SET state = 'completed', acknowledged_bytes = size_bytes,
                   reason = '', not_before_ms = 0
               WHERE recording = :recording AND segment = :segment AND sha256 = :sha256
                   AND state IN ('pending', 'failed')""",
            key,
        )
        return
    received = (status.size_bytes or 0) - sum(last - first + 1 for first, last in status.missing)
    database.execute(
        """UPDATE segments SET state = 'pending', acknowledged_bytes = 0
           WHERE recording = :recording AND segment = :segment AND state = 'completed'""",
        key,
    )
    database.execute(
        """UPDATE segments SET ask_first = :partly, acknowledged_bytes = :received
           WHERE recording = :recording AND segment = :segment AND state = 'pending'""",
        {**key, "partly": int(received > 0), "received": max(received, 0)},
    )
