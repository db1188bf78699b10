"""Which recordings' folders are as they were when all in them was last looked at.

A start, and every minute of a worker, would otherwise read and compare thousands of manifests and
files that nobody has touched. A folder's time tells that a file came, went or was replaced; what
was changed inside a file is found by looking at a few folders again each time, by verifying, and
before anything is sent. Nothing here opens a file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from holdfast.clock import Clock
from holdfast.layout import RecordingFolder
from uploader.database import Database

AGAIN_SEGMENTS: Final = 2000
"""At least so many segments are looked at again each time, those of the longest ago first."""
_TOO_FRESH_NS: Final = 2_000_000_000
"""What changes a folder twice within its clock's grain leaves one time."""


@dataclass(frozen=True, slots=True)
class Look:
    """The folder's stamp at the last look at all of it, and which look that was, by number."""

    stamp: str
    number: int


def due_again(looks: Mapping[str, Look], segments: Mapping[str, int]) -> set[str]:
    """The recordings that are looked at whatever their stamps say; `segments` counts theirs."""
    due: set[str] = set()
    left = AGAIN_SEGMENTS
    for recording in sorted(looks, key=lambda each: (looks[each].number, each)):
        if left <= 0:
            break
        due.add(recording)
        left -= max(1, segments.get(recording, 0))
    return due


class LookRows:
    """The queue's table of looks. Its methods may be called from any thread."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def stamp(self, folder: RecordingFolder, circumstances: str) -> str | None:
        """What a folder is told apart by; None where it was changed too shortly ago to tell.

        `circumstances` is what else the look's result rests on. Raises OSError.
        """
        changed_ns = folder.path.stat().st_mtime_ns
        if abs(int(self._clock.now().timestamp() * 1e9) - changed_ns) < _TOO_FRESH_NS:
            return None
        return f"{changed_ns} {circumstances}"

    def all(self) -> dict[str, Look]:
        """Recording -> the last look at it that found all as it should be."""
        with self._database.read() as database:
            rows = database.rows("SELECT recording, stamp, look FROM looks")
        return {recording: Look(stamp, number) for recording, stamp, number in rows}

    def note(self, looked_at: Mapping[str, str], forget: Iterable[str]) -> None:
        """Note the stamps of what was looked at and is whole; `forget` is not, or may not be."""
        forget = list(forget)
        if not looked_at and not forget:
            return
        with self._database.write() as database:
            row = database.row("SELECT ifnull(max(look), 0) + 1 FROM looks")
            number = 1 if row is None else int(row[0])
            database.many("DELETE FROM looks WHERE recording = ?", ((each,) for each in forget))
            database.many(
                """INSERT INTO looks SELECT ?, ?, ? WHERE EXISTS
                       (SELECT 1 FROM recordings WHERE recording = ?)
                   ON CONFLICT (recording) DO UPDATE
                       SET stamp = excluded.stamp, look = excluded.look""",
                ((each, stamp, number, each) for each, stamp in looked_at.items()),
            )
