"""Building the queue anew: the old database is put aside, adoption does the rest.

What is on a disk that is not connected cannot be adopted now; its rows are taken over from the old
database, so that nobody believes it gone.
"""

import logging
import shutil
import tempfile
from pathlib import Path
from typing import Final

from holdfast.layout import Home
from holdfast.overflow import with_remembered
from uploader.database import Database, open_queue_database, put_aside, refuse_while_open
from uploader.errors import QueueError
from uploader.places import Places

_log = logging.getLogger(__name__)

_AWAY: Final = "overflow NOT IN (SELECT value FROM json_each(:here))"
_RECORDINGS: Final = """recording, session, overflow, participant, prompt, take, started_at, state,
    step, manifest_sha256, manifest_segments, duration_s, frames, lost_frames, saved, attempts,
    not_before_ms, reason, decision, after_accept, undo_until_ms, discard, hold"""
_SEGMENTS: Final = """recording, segment, size_bytes, sha256, duration_s, frames, lost_frames,
    attempts, mismatches, not_before_ms, reason, acknowledged_bytes"""


def rebuild_queue(home: Home) -> Path | None:
    """Put the queue database aside, whatever state it is in; where it was put, or None.

    The next `Installation.open` adopts what is on disk. Raises QueueBusy while another process uses
    it.
    """
    with refuse_while_open(home):
        if not home.queue_database.exists():
            return None
        folder = put_aside(home)
    _take_over_what_is_away(with_remembered(home), folder)
    return folder


def _take_over_what_is_away(home: Home, put_aside: Path) -> None:
    if all(each.is_here for each in home.overflows):
        return
    database = open_queue_database(home)
    try:
        # Of a copy: reading a database takes its log in, and the old one stays as it was found.
        with tempfile.TemporaryDirectory(dir=home.root, prefix="rebuild-") as folder:
            old = Path(shutil.copytree(put_aside, Path(folder) / "old"))
            here = Places(home).here()
            database.attached(old / home.queue_database.name, lambda: _copy(database, here))
    except (QueueError, OSError) as error:
        _log.warning("what is on a disk that is not connected is listed when it is back: %s", error)
    finally:
        database.close()


def _copy(database: Database, here: str) -> None:
    database.execute(
        f"""INSERT INTO main.recordings ({_RECORDINGS})
            SELECT {_RECORDINGS} FROM old.recordings WHERE {_AWAY}""",
        {"here": here},
    )
    # What was being sent waits again.
    database.execute(
        f"""INSERT INTO main.segments ({_SEGMENTS}, state, ask_first)
            SELECT {_SEGMENTS}, replace(state, 'uploading', 'pending'),
                ask_first OR state = 'uploading'
            FROM old.segments WHERE recording IN (SELECT recording FROM main.recordings)"""
    )
