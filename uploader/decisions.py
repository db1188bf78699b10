"""Keeping and discarding: `decision.json` first, then the queue's row; after the undo, the files.

A discard can be undone for ten minutes. Then the file says that there is no way back, and only then
is anything deleted: killed in between, the next look goes on where this one was. The receiver is
told by `discards.py`, whenever it can be reached.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from holdfast import durable, salvage
from holdfast.clock import Clock
from holdfast.decision import DecisionNote, decided, read_decision
from holdfast.jsonform import FormatError, canonical
from holdfast.layout import RecordingFolder
from uploader.decision_rows import IS_GONE, Discarded
from uploader.errors import NotDecidable, QueueError
from uploader.queue import Queue

BY_NEXT_START: Final = "next start"
"""Who keeps a recording whose app died while it was looked at."""
_IN_USE: Final = (
    "The recording is still being recorded or looked at. Nothing was changed; end that first."
)
_GONE_HERE: Final = "It was discarded, and its files here are deleted."
_log = logging.getLogger(__name__)


class Decisions:
    """Writes decisions. Its methods may be called from any thread."""

    def __init__(self, queue: Queue, clock: Clock) -> None:
        self._queue = queue
        self._clock = clock

    def keep(self, folder: RecordingFolder, by: str, *, is_held: bool = False) -> DecisionNote:
        """Keep a recording, also one that was discarded and whose time to undo is not over.

        `is_held`: the caller holds the recording's lock. Raises NotDecidable, UnknownRecording,
        OSError, FormatError; then nothing has changed.
        """
        with _held(folder, is_held):
            note = read_decision(folder)
            if note is None or note.decision == "kept":
                note = note or decided("kept", by, self._clock)
            elif note.is_final:
                raise NotDecidable(IS_GONE)
            else:
                note = note.following("kept", by, self._clock)
            self._decide(folder, note)
        return note

    def discard(self, folder: RecordingFolder, by: str, *, is_held: bool = False) -> DecisionNote:
        """Discard a recording: it is not sent any further, and deleted after the time to undo.

        Discarding it again does not begin that time anew. `is_held` and errors as for `keep`.
        """
        with _held(folder, is_held):
            note = read_decision(folder) or decided("kept", by, self._clock)
            if note.decision != "discarded":
                note = note.following("discarded", by, self._clock)
            self._decide(folder, note)
        return note

    def _decide(self, folder: RecordingFolder, note: DecisionNote) -> None:
        self._queue.decisions.decide(folder.recording, note, partial(write_decision, folder, note))

    def settle_review(
        self, folder: RecordingFolder, note: DecisionNote | None
    ) -> DecisionNote | None:
        """A recording whose app died while it was looked at counts as kept.

        Not one that must not leave before somebody accepted it: no crash can accept anything.
        """
        if note is None or note.decision != "pending" or note.after_accept:
            return note
        with salvage.abandoned(folder) as nobody_looks:
            if not nobody_looks:
                return note
            kept = note.following("kept", BY_NEXT_START, self._clock)
            write_decision(folder, kept)
        return kept

    def close_due(self) -> list[str]:
        """Delete what was discarded and can be undone no more; ids of what was deleted."""
        closed = []
        for each in self._queue.decisions.waiting_for_their_end():
            try:
                if self._close(each, RecordingFolder(Path(each.folder))):
                    closed.append(each.recording)
            except QueueError:
                raise
            except (OSError, FormatError) as error:
                _log.warning("%s is discarded and still here: %s", each.folder, error)
        return closed

    def _close(self, discarded: Discarded, folder: RecordingFolder) -> bool:
        if not folder.path.exists():
            self._queue.decisions.files_are_gone(
                discarded.recording, was_sent=True, reason=_GONE_HERE
            )
            return True
        with salvage.abandoned(folder) as nobody_is_left:
            if not nobody_is_left:
                return False
            note = read_decision(folder)
            if note is None or note.decision != "discarded":
                self._queue.decisions.note(discarded.recording, note)
                return False
            if not note.is_over(self._clock):
                return False
            if not note.is_final:
                write_decision(folder, note.finally_discarded())
            durable.empty_folder(folder.path, {each.name for each in _trace(folder)})
            self._queue.decisions.files_are_gone(
                discarded.recording, was_sent=not note.after_accept, reason=_GONE_HERE
            )
        return True


def write_decision(folder: RecordingFolder, note: DecisionNote) -> None:
    """Put a decision on disk, durably. The caller holds the recording's lock."""
    durable.write_replacing(folder.decision, canonical(note.to_json()))


def _trace(folder: RecordingFolder) -> Iterator[Path]:
    """What stays of a discarded recording: which take it was, and that it was discarded."""
    yield from (folder.announce, folder.decision, folder.lock)


@contextmanager
def _held(folder: RecordingFolder, is_held: bool) -> Iterator[None]:
    if is_held:
        yield
        return
    with salvage.abandoned(folder) as nobody_is_left:
        if not nobody_is_left:
            raise NotDecidable(_IN_USE)
        yield
