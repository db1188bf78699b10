"""The queue's rows of what receivers gave receipts for. It sends nothing and opens no files."""

import json
from collections.abc import Iterable
from typing import Final

from uploader.database import Database
from uploader.meta_rows import keep_meta, meta

FORGOTTEN: Final = "The receiver does not have it any more; it is sent again."
LOST: Final = (
    "The receiver does not have it any more, and the copies here were deleted after it had "
    "confirmed them. Ask your administrator for a newer backup of the receiver, then press Retry."
)
AT_FORMER: Final = (
    "It is at the receiver that this computer sent to before. "
    "holdfast receiver send-again sends it to the present one too."
)
SENT_AGAIN: Final = "It is sent to the present receiver too."
_BEYOND: Final = "beyond ours"
_RECEIVER: Final = "receiver"
FROM_ITS_RECEIVER: Final = f"""r.receiver IN
    ('', (SELECT value FROM meta WHERE key = '{_RECEIVER}'))"""
"""SQL: whether the receipt of the recording `r` is of the receiver that we send to now."""


class HoldingRows:
    """What the queue has receipts for, by receiver. Methods may be called from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def manifests(self, receiver: str) -> dict[str, str]:
        """Recording -> SHA-256 of its manifest, for all that this receiver gave a receipt for."""
        with self._database.read() as database:
            rows = database.rows(
                """SELECT recording, manifest_sha256 FROM recordings
                   WHERE step IN ('verified', 'playable') AND receiver = ? ORDER BY recording""",
                (receiver,),
            )
        return dict(rows)

    def beyond(self, receiver: str) -> str | None:
        """How the receiver's recordings differed from ours when all of ours were there."""
        with self._database.read() as database:
            text = meta(database, _BEYOND)
        value = {} if text is None else json.loads(text)
        return value["beyond"] if value.get("receiver") == receiver else None

    def note_beyond(self, receiver: str, beyond: str) -> None:
        """Remember it: as long as it stays so, nothing was forgotten."""
        value = json.dumps({"receiver": receiver, "beyond": beyond})
        with self._database.write() as database:
            keep_meta(database, _BEYOND, value)

    def note_receiver(self, recording: str, receiver: str) -> None:
        """Note whose receipt lies beside a recording that is verified."""
        with self._database.write() as database:
            database.execute(
                "UPDATE recordings SET receiver = ? WHERE recording = ? AND receiver <> ?",
                (receiver, recording, receiver),
            )

    def forgotten(self, recordings: Iterable[str]) -> list[str]:
        """The receiver has these not any more: they are sent again; which it concerned.

        One whose copies here were deleted after the receiver had confirmed it is `failed`: there is
        nothing to send, and a person has to know.
        """
        with self._database.write() as database:
            again = [each for each in recordings if _to_announce(database, each, FORGOTTEN)]
            database.many(
                """UPDATE recordings SET step = 'failed', reason = ?
                   WHERE recording = ? AND step = 'announce' AND freed <> ''""",
                ((LOST, each) for each in again),
            )
        return again

    def send_again(self) -> list[str]:
        """Send to the present receiver what is at a former one and still here; which that is."""
        with self._database.write() as database:
            rows = database.rows(
                f"""SELECT r.recording FROM recordings r
                    WHERE r.step IN ('verified', 'playable') AND r.freed = ''
                        AND NOT {FROM_ITS_RECEIVER} ORDER BY r.recording"""
            )
            return [each for (each,) in rows if _to_announce(database, each, SENT_AGAIN)]

    def send_to(self, receiver: str) -> int:
        """This receiver is the one that we send to from now on; how much is at former ones.

        What no receiver gave a receipt for begins anew, for another receiver knows nothing of it;
        what a former one has stays there.
        """
        with self._database.write() as database:
            before = meta(database, _RECEIVER)
            keep_meta(database, _RECEIVER, receiver)
            if before not in (None, receiver):
                _begin_anew(database)
            _say_where(database, receiver)
            row = database.row(
                """SELECT count(*) FROM recordings WHERE step IN ('verified', 'playable')
                       AND receiver NOT IN ('', ?)""",
                (receiver,),
            )
        return 0 if row is None else int(row[0])

    def at_former(self) -> dict[str, str]:
        """Recording -> the former receiver that has it, for all that the present one has not."""
        with self._database.read() as database:
            rows = database.rows(
                f"""SELECT r.recording, r.receiver FROM recordings r
                    WHERE r.step IN ('verified', 'playable') AND NOT {FROM_ITS_RECEIVER}
                    ORDER BY r.recording"""
            )
        return dict(rows)


def _to_announce(database: Database, recording: str, reason: str) -> bool:
    changed = database.execute(
        """UPDATE recordings SET step = 'announce', receiver = '', attempts = 0, not_before_ms = 0,
               reason = ?
           WHERE recording = ? AND step IN ('verified', 'playable') AND claim_token IS NULL""",
        (reason, recording),
    )
    return changed == 1


def _begin_anew(database: Database) -> None:
    database.execute(
        """UPDATE segments SET state = 'pending', attempts = 0, mismatches = 0, not_before_ms = 0,
               reason = '', ask_first = 1
           WHERE state = 'failed' OR state = 'pending' AND attempts > 0"""
    )
    database.execute(
        """UPDATE recordings SET step = 'announce', attempts = 0, not_before_ms = 0, reason = ''
           WHERE step IN ('announce', 'segments', 'finalise', 'failed') AND claim_token IS NULL"""
    )


def _say_where(database: Database, receiver: str) -> None:
    database.execute(
        """UPDATE recordings SET reason = iif(receiver IN ('', ?), '', ?)
           WHERE step IN ('verified', 'playable') AND (receiver NOT IN ('', ?) OR reason = ?)""",
        (receiver, AT_FORMER, receiver, AT_FORMER),
    )
