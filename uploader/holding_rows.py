"""The queue's rows of what receivers gave receipts for. It sends nothing and opens no files."""

import json
from collections.abc import Iterable
from typing import Final

from uploader import snapshots
from uploader.database import Database

_BEYOND: Final = "beyond ours"


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
            text = snapshots.meta(database, _BEYOND)
        value = {} if text is None else json.loads(text)
        return value["beyond"] if value.get("receiver") == receiver else None

    def note_beyond(self, receiver: str, beyond: str) -> None:
        """Remember it: as long as it stays so, nothing was forgotten."""
        value = json.dumps({"receiver": receiver, "beyond": beyond})
        with self._database.write() as database:
            database.execute(
                """INSERT INTO meta VALUES (?, ?)
                   ON CONFLICT (key) DO UPDATE SET value = excluded.value""",
                (_BEYOND, value),
            )

    def note_receiver(self, recording: str, receiver: str) -> None:
        """Note whose receipt lies beside a recording that is verified."""
        with self._database.write() as database:
            database.execute(
                "UPDATE recordings SET receiver = ? WHERE recording = ? AND receiver <> ?",
                (receiver, recording, receiver),
            )

    def forgotten(self, recordings: Iterable[str], reason: str) -> list[str]:
        """`verified` or `playable -> announce`: these are sent again; which it concerned."""
        with self._database.write() as database:
            return [
                each
                for each in recordings
                if database.execute(
                    """UPDATE recordings SET step = 'announce', receiver = '', attempts = 0,
                           not_before_ms = 0, reason = ?
                       WHERE recording = ? AND step IN ('verified', 'playable')
                           AND claim_token IS NULL""",
                    (reason, each),
                )
            ]
