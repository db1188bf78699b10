"""What withdrawals change in the queue. It opens no files and sends nothing."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from holdfast.clock import Clock
from uploader.database import Database
from uploader.places import Places
from uploader.transitions import Record, write_down

DELETED: Final = "It was withdrawn. The copies here are deleted, and those at the receiver."


@dataclass(frozen=True, slots=True)
class Ordered:
    """One recording that an order is about, as the queue knows it."""

    recording: str
    is_in_use: bool
    """Whether a sender is at it now; it hears from the receiver that it was withdrawn."""
    is_away: bool
    """Whether it is on a disk that is not connected."""
    was_packed: bool
    """Whether it was copied onto a suitcase."""


class WithdrawalRows:
    """The queue's rows of what was withdrawn. Its methods may be called from any thread."""

    def __init__(self, database: Database, clock: Clock, places: Places) -> None:
        self._database = database
        self._clock = clock
        self._places = places

    def stop_sending(self, session: str, recordings: Sequence[str] | None) -> list[Ordered]:
        """Send nothing of a session any more, or of these of its recordings; which there are."""
        wanted = {
            "session": session,
            "all": int(recordings is None),
            "recordings": json.dumps(list(recordings or ())),
            "here": self._places.here(),
        }
        with self._database.write() as database:
            database.execute(
                f"""UPDATE recordings SET step = 'withdrawn', reason = '' WHERE {_ORDERED}
                        AND claim_token IS NULL AND step NOT IN ('withdrawn', 'discarded')""",
                wanted,
            )
            rows = database.rows(
                f"""SELECT recording, claim_token IS NOT NULL,
                        overflow NOT IN (SELECT value FROM json_each(:here)),
                        packed_ms > 0
                    FROM recordings WHERE {_ORDERED} ORDER BY recording""",
                wanted,
            )
        return [Ordered(row[0], bool(row[1]), bool(row[2]), bool(row[3])) for row in rows]

    def copies_are_gone(self, recording: str, record: Record) -> None:
        """Its copies here are deleted: the row stays, without saying who was recorded."""
        with self._database.write() as database:
            changed = database.execute(
                """UPDATE recordings SET participant = '', prompt = NULL, saved = 0, reason = ?
                   WHERE recording = ? AND (participant <> '' OR saved OR reason <> ?)""",
                (DELETED, recording, DELETED),
            )
            database.execute(
                "DELETE FROM segments WHERE recording = ? AND state <> 'uploading'", (recording,)
            )
            database.execute("DELETE FROM previews WHERE recording = ?", (recording,))
            database.execute("DELETE FROM annotations WHERE recording = ?", (recording,))
            if changed:
                write_down(database, recording, None, record)

    def announce_again(self, session: str) -> None:
        """Tell the receiver of a session whose consent was given, at once."""
        with self._database.write() as database:
            waiting = database.execute(
                """UPDATE recordings SET not_before_ms = 0, attempts = 0, reason = ''
                   WHERE session = ? AND step = 'announce'""",
                (session,),
            )
            if waiting:
                return
            database.execute(
                """UPDATE recordings SET step = 'announce', not_before_ms = 0, reason = ''
                   WHERE recording = (SELECT min(recording) FROM recordings WHERE session = ?
                       AND claim_token IS NULL
                       AND step IN ('segments', 'finalise', 'verified', 'playable'))""",
                (session,),
            )

    def note_expiry(self, recording: str, sentence: str) -> None:
        """Have `why` say that the receiver will not keep what it has for ever."""
        with self._database.write() as database:
            database.execute(
                """UPDATE recordings SET reason = ? WHERE recording = ?
                       AND step IN ('announce', 'segments', 'finalise')""",
                (sentence, recording),
            )


_ORDERED: Final = """session = :session
    AND (:all OR recording IN (SELECT value FROM json_each(:recordings)))"""
