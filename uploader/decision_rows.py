"""What was decided about recordings, as the queue keeps it: who may be sent, what is being dropped.

The truth is `decision.json` beside each recording; these rows follow it, so that nothing is claimed
that must not leave. It opens no files and sends nothing.
"""

import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from holdfast.clock import Clock
from holdfast.decision import Decision, DecisionNote
from uploader.database import Database
from uploader.errors import NotDecidable, UnknownRecording
from uploader.instances import Instance
from uploader.items import RecordingClaim, Step
from uploader.places import IS_HERE, Places
from uploader.transitions import FARTHEST_S, Record, now_ms, require_one, write_down

_TO_TELL: Final = """r.decision = 'discarded' AND r.discard = 'tell' AND r.claim_token IS NULL
    AND r.step IN ('announce', 'segments', 'finalise', 'failed')
    AND NOT EXISTS (SELECT 1 FROM segments s
                    WHERE s.recording = r.recording AND s.state = 'uploading')"""
_AT_HOME: Final = (Step.VERIFIED.value, Step.PLAYABLE.value)
IS_AT_HOME: Final = (
    "The receiver has the whole recording already, so it cannot be discarded here. Nothing was "
    "changed; ask your administrator to withdraw it."
)
IS_FINISHING: Final = (
    "The recording is being finished at the receiver this moment. Nothing was changed; try again "
    "in a few seconds."
)
IS_GONE: Final = "The recording was withdrawn or discarded before. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Discarded:
    """A recording whose files wait for the end of the time to undo."""

    recording: str
    folder: str


class DecisionRows:
    """The queue's view of the decisions. Its methods may be called from any thread."""

    def __init__(
        self, database: Database, instance: Instance, clock: Clock, places: Places
    ) -> None:
        self._database = database
        self._instance = instance
        self._clock = clock
        self._places = places

    def note(self, recording: str, note: DecisionNote | None) -> None:
        """Follow what `decision.json` says; None where there is none, which keeps."""
        with self._database.write() as database:
            _follow(database, recording, note)

    def decide(self, recording: str, note: DecisionNote, write: Callable[[], None]) -> None:
        """Change a decision: `write` puts it on disk, and nothing is claimed meanwhile.

        Raises UnknownRecording, NotDecidable with a sentence, and what `write` raises; then
        nothing has changed.
        """
        with self._database.write() as database:
            row = database.row(
                "SELECT step, claim_token, discard FROM recordings WHERE recording = ?",
                (recording,),
            )
            if row is None:
                raise UnknownRecording(f"The queue has no recording {recording}.")
            step, token, discard = row
            if note.decision == "discarded":
                _require_discardable(step, token is not None)
            elif step in (Step.DISCARDED, Step.WITHDRAWN) or discard != "files":
                raise NotDecidable(IS_GONE)
            write()
            _follow(database, recording, note)

    def waiting_for_their_end(self) -> list[Discarded]:
        """Discarded recordings whose own files are still here, on disks that are here."""
        with self._database.read() as database:
            rows = database.rows(
                f"""SELECT r.recording, r.session, r.overflow FROM recordings r
                    WHERE r.decision = 'discarded' AND r.discard = 'files' AND {IS_HERE}
                        AND r.step IN ('announce', 'segments', 'finalise', 'failed')
                    ORDER BY r.recording""",
                {"here": self._places.here()},
            )
        return [
            Discarded(recording, self._places.folder(overflow, session, recording))
            for recording, session, overflow in rows
        ]

    def files_are_gone(self, recording: str, *, was_sent: bool, reason: str) -> None:
        """Its own files are deleted; where nothing was ever sent, that is all there is to do."""
        with self._database.write() as database:
            database.execute(
                """UPDATE recordings SET discard = 'tell', state = 'discarded', saved = 0,
                       attempts = 0, not_before_ms = 0, reason = ? WHERE recording = ?""",
                (reason, recording),
            )
            if not was_sent:
                database.execute(
                    """UPDATE recordings SET step = 'discarded'
                       WHERE recording = ? AND claim_token IS NULL
                           AND step IN ('announce', 'segments', 'finalise', 'failed')""",
                    (recording,),
                )
            database.execute("DELETE FROM previews WHERE recording = ?", (recording,))

    def discarded_of(self, recordings: Sequence[str]) -> list[str]:
        """Those of these recordings that were discarded, here and at the receiver."""
        with self._database.read() as database:
            rows = database.rows(
                """SELECT recording FROM recordings
                   WHERE step = 'discarded' AND recording IN (SELECT value FROM json_each(?))
                   ORDER BY recording""",
                (json.dumps(list(recordings)),),
            )
        return [recording for (recording,) in rows]

    def claim_to_tell(self) -> RecordingClaim | None:
        """The first discarded recording that the receiver has to be told of now, or None."""
        token = secrets.token_hex(8)
        now = now_ms(self._clock)
        with self._database.write() as database:
            row = database.row(
                f"""SELECT r.recording, r.session, r.overflow, r.step, r.attempts
                    FROM recordings r WHERE {_TO_TELL}
                        AND (r.not_before_ms <= :now OR r.not_before_ms > :farthest)
                    ORDER BY r.recording LIMIT 1""",
                {"now": now, "farthest": now + int(FARTHEST_S * 1000)},
            )
            if row is None:
                return None
            recording, session, overflow, step, attempts = row
            changed = database.execute(
                """UPDATE recordings SET claim_token = ?, claim_instance = ?
                   WHERE recording = ? AND claim_token IS NULL""",
                (token, self._instance.id, recording),
            )
            require_one(changed, "claim a discarded recording")
        folder = self._places.folder(overflow, session, recording)
        return RecordingClaim(token, recording, session, folder, Step(step), attempts)

    def refused(self, claim: RecordingClaim, record: Record) -> None:
        """The receiver keeps what was discarded here: a person has to see to it."""
        with self._database.write() as database:
            changed = database.execute(
                """UPDATE recordings SET step = 'failed', discard = 'refused', reason = ?,
                       claim_token = NULL, claim_instance = NULL
                   WHERE recording = ? AND claim_token = ?""",
                (record.reason, claim.recording, claim.token),
            )
            require_one(changed, f"note that {claim.recording} is not discarded")
            write_down(database, claim.recording, None, record)

    def next_due_s(self) -> float | None:
        """Seconds until the receiver is to be told of the next one, 0 if now; None for never."""
        with self._database.read() as database:
            row = database.row(f"SELECT min(r.not_before_ms) FROM recordings r WHERE {_TO_TELL}")
        if row is None or row[0] is None:
            return None
        wait_s = (int(row[0]) - now_ms(self._clock)) / 1000
        return 0.0 if wait_s > FARTHEST_S else max(0.0, wait_s)


def columns_of(note: DecisionNote | None) -> dict[str, Any]:
    """The columns that follow a decision; without one, everything is kept."""
    decision: Decision = "kept" if note is None else note.decision
    until = None if note is None else note.undo_until
    return {
        "decision": decision,
        "after_accept": int(note is not None and note.after_accept),
        "undo_until": 0 if until is None else int(until.timestamp() * 1000),
    }


def _follow(database: Database, recording: str, note: DecisionNote | None) -> None:
    database.execute(
        """UPDATE recordings SET decision = :decision, after_accept = :after_accept,
               undo_until_ms = :undo_until
           WHERE recording = :recording AND (decision <> :decision
               OR after_accept <> :after_accept OR undo_until_ms <> :undo_until)""",
        {**columns_of(note), "recording": recording},
    )


def _require_discardable(step: str, is_claimed: bool) -> None:
    if step in _AT_HOME:
        raise NotDecidable(IS_AT_HOME)
    if step in (Step.DISCARDED, Step.WITHDRAWN):
        raise NotDecidable(IS_GONE)
    if step == Step.FINALISE and is_claimed:
        raise NotDecidable(IS_FINISHING)
