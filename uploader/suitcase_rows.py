"""What a suitcase changes in the queue. It opens no files and sends nothing."""

import json
from collections.abc import Sequence

from holdfast.clock import Clock
from uploader.database import Database
from uploader.transitions import Record, now_ms, write_down


class SuitcaseRows:
    """The queue's rows of recordings that travel. Its methods may be called from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def note_packed(self, recording: str, suitcase: str, *, is_news: bool) -> None:
        """From now on the receiver may have any of it: it is asked before bytes are sent.

        `is_news` leaves word in the history.
        """
        with self._database.write() as database:
            if is_news:
                write_down(database, recording, None, self._record("export", suitcase))
                database.execute(
                    "UPDATE recordings SET packed_ms = ? WHERE recording = ?",
                    (now_ms(self._clock), recording),
                )
            database.execute(
                """UPDATE segments SET ask_first = 1
                   WHERE recording = ? AND state IN ('pending', 'uploading')""",
                (recording,),
            )

    def note_received(self, recording: str, owed: Sequence[int]) -> None:
        """Take all segments but these as received, as the receiver signed."""
        with self._database.write() as database:
            database.execute(
                """UPDATE segments SET state = 'completed', acknowledged_bytes = size_bytes,
                       reason = '', not_before_ms = 0
                   WHERE recording = ? AND state IN ('pending', 'failed')
                       AND segment NOT IN (SELECT value FROM json_each(?))""",
                (recording, json.dumps(list(owed))),
            )

    def note_receipt(self, recording: str, suitcase: str) -> None:
        """Leave word in the history that the receipt came back this way."""
        with self._database.write() as database:
            write_down(database, recording, None, self._record("import", suitcase))

    def _record(self, action: str, suitcase: str) -> Record:
        now = self._clock.now()
        return Record(action, now, 0.0, "done", reason=f"Suitcase {suitcase}.")

    def is_being_sent(self, recording: str) -> bool:
        """Whether a worker has something of it in its hands."""
        with self._database.read() as database:
            row = database.row(
                """SELECT 1 FROM recordings WHERE recording = :recording
                       AND claim_token IS NOT NULL
                   UNION ALL SELECT 1 FROM segments WHERE recording = :recording
                       AND state = 'uploading'""",
                {"recording": recording},
            )
        return row is not None

    def note_playable(self, recording: str) -> bool:
        """Take a verified recording as playable, as the receiver signed; whether that was news."""
        with self._database.write() as database:
            changed = database.execute(
                """UPDATE recordings SET step = 'playable', attempts = 0, not_before_ms = 0,
                       reason = ''
                   WHERE recording = ? AND step = 'verified' AND claim_token IS NULL""",
                (recording,),
            )
        return changed == 1
