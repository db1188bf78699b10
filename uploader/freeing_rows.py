"""What the queue keeps of copies that are deleted here: who may go, whose turn it is, who is gone.

An index of `freed.json`, like all of the queue. It opens no files and decides nothing.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from uploader.database import Database
from uploader.freed import FREED, Stage
from uploader.instances import Instance
from uploader.places import IS_HERE, Places
from uploader.transitions import Record, require_one, write_down

_IS_CALM: Final = """r.session NOT IN
    (SELECT session FROM recordings WHERE state = 'recording')"""
"""No recording of its session is being made: whoever is there may still look at it."""


@dataclass(frozen=True, slots=True)
class AtHome:
    """A recording whose receipt is here, and whose media are too as far as the queue knows."""

    recording: str
    participant: str
    prompt: str | None
    take: int
    started_at: str
    size_bytes: int
    folder: str
    overflow: str
    is_begun: bool
    """Whether its deletion was begun and cut short."""
    is_calm: bool
    """Whether nothing of its session is being recorded."""


class FreeingRows:
    """Rows of recordings that are at home. Its methods may be called from any thread."""

    def __init__(self, database: Database, instance: Instance, places: Places) -> None:
        self._database = database
        self._instance = instance
        self._places = places

    def at_home(self, *, only_begun: bool = False) -> list[AtHome]:
        """Every recording at home that is not freed and whose disk is here, the oldest first.

        `only_begun` leaves out those whose deletion was not begun.
        """
        with self._database.read() as database:
            rows = database.rows(
                f"""SELECT r.recording, r.session, r.participant, r.prompt, r.take, r.started_at,
                        r.overflow, r.freed = 'freeing', {_IS_CALM},
                        (SELECT total(size_bytes) FROM segments s
                         WHERE s.recording = r.recording)
                    FROM recordings r
                    WHERE r.step IN ('verified', 'playable') AND r.freed <> 'freed'
                        AND (NOT :only_begun OR r.freed = 'freeing') AND {IS_HERE}
                    ORDER BY r.recording""",
                {"here": self._places.here(), "only_begun": only_begun},
            )
        return [
            AtHome(
                recording=row[0],
                participant=row[2],
                prompt=row[3],
                take=row[4],
                started_at=row[5],
                size_bytes=int(row[9]),
                folder=self._places.folder(row[6], row[1], row[0]),
                overflow=row[6],
                is_begun=bool(row[7]),
                is_calm=bool(row[8]),
            )
            for row in rows
        ]

    @contextmanager
    def claimed(self, recording: str) -> Iterator[bool]:
        """Take a recording at home for this instance alone; false where somebody else has it."""
        token = secrets.token_hex(8)
        with self._database.write() as database:
            changed = database.execute(
                """UPDATE recordings SET claim_token = ?, claim_instance = ?
                   WHERE recording = ? AND claim_token IS NULL AND freed <> 'freed'
                       AND step IN ('verified', 'playable')""",
                (token, self._instance.id, recording),
            )
        if not changed:
            yield False
            return
        try:
            yield True
        finally:
            with self._database.write() as database:
                changed = database.execute(
                    """UPDATE recordings SET claim_token = NULL, claim_instance = NULL
                       WHERE recording = ? AND claim_token = ?""",
                    (recording, token),
                )
                require_one(changed, f"give recording {recording} back")

    def note(self, recording: str, stage: Stage, record: Record | None = None) -> None:
        """Note how far the deletion of a recording's media is; from now on it is not *saved*."""
        with self._database.write() as database:
            if record is not None:
                write_down(database, recording, None, record)
            database.execute(
                """UPDATE recordings SET freed = ?, saved = 0
                   WHERE recording = ? AND freed NOT IN (?, ?)""",
                (stage, recording, stage, FREED),
            )

    def forgotten(self, recording: str, reason: str) -> None:
        """`verified` or `playable` -> `announce`: the receiver lost it, so it is sent again."""
        with self._database.write() as database:
            database.execute(
                """UPDATE recordings SET step = 'announce', attempts = 0, not_before_ms = 0,
                       reason = ?
                   WHERE recording = ? AND step IN ('verified', 'playable')
                       AND claim_token IS NULL""",
                (reason, recording),
            )
