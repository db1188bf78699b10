"""Closed segment -> queue: the only code that knows both the recorder's words and the queue's.

It moves no bytes and decides nothing about sending. A row that cannot be written now is no loss:
the files are there, and the next scan gives them their rows.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from holdfast import crash, salvage
from holdfast.announcement import Announcement
from holdfast.clock import Clock, rfc3339
from holdfast.decision import Decision, decided, read_decision
from holdfast.durable import is_no_space, write_new
from holdfast.jsonform import FormatError, Json, canonical
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest, Sign, session_json
from uploader.annotate import Annotator
from uploader.decisions import write_decision
from uploader.entries import SegmentEntry
from uploader.errors import QueueError, QueueFull
from uploader.queue import Queue

_log = logging.getLogger(__name__)

T = TypeVar("T")
_REVIEW = "review"
"""Who is to decide where nobody kept it at its end."""


class Handoff:
    """Gives the queue what the recorder finished, and finishes what the recorder began."""

    def __init__(
        self,
        home: Home,
        queue: Queue,
        sign: Sign,
        clock: Clock,
        wake: Callable[[], None],
        make_room: Callable[[Path], bool],
    ) -> None:
        """`make_room` is asked when the disk that a folder is on is full; false where there is
        nothing to give.
        """
        self._home = home
        self._queue = queue
        self._sign = sign
        self._clock = clock
        self._wake = wake
        self._make_room = make_room
        self._session: tuple[str, bytes] | None = None
        """The last session's file: the disk that it began on may be away by now."""

    def open_session(
        self,
        folder: RecordingFolder,
        participant: str,
        study: str | None,
        device: str,
        consent: Json | None = None,
    ) -> None:
        """Write the `session.json` of a new recording, unless the session is there already.

        Where the session began on another disk, its file is copied: it is one and the same session.
        """
        path, session = folder.session_file, folder.session
        if path.exists():
            return
        elsewhere = self._home.session_file(session)
        if elsewhere is not None:
            self._session = (session, elsewhere.read_bytes())
        elif self._session is None or self._session[0] != session:
            value = session_json(
                session, participant, study, device, rfc3339(self._clock.now()), consent
            )
            self._session = (session, canonical(value))
        write_new(path, self._session[1])

    def segment_closed(self, folder: RecordingFolder, segment: int) -> None:
        """Queue a segment whose file and sidecar are durable."""
        crash.point("station.before-queue-row")
        try:
            sidecar = salvage.read_sidecar(folder, segment)
            announcement = salvage.read_announcement(folder)
            if sidecar is None or announcement is None:
                raise FormatError(f"segment {segment} in {folder.path} is not described")
            note = read_decision(folder)
            self._queued(lambda: self._queue.entries.enqueue_recording(folder, announcement, note))
            self._queued(lambda: self._queue.entries.enqueue_segment(folder, sidecar))
            preview = folder.preview(segment)
            if preview.exists():
                sizes = {segment: preview.stat().st_size}
                self._queued(lambda: self._queue.previews.add(folder.recording, sizes))
        except (QueueError, OSError, FormatError):
            _log.exception("segment %s of %s is saved but not queued yet", segment, folder.path)
            return
        self._wake()

    def hold_back(self, folder: RecordingFolder, by: str) -> None:
        """Let nothing of a recording that is about to begin leave before somebody keeps it."""
        note = decided("pending", by, self._clock, after_accept=True)
        self._written(folder, lambda: write_decision(folder, note))

    def is_held_back(self, folder: RecordingFolder) -> bool:
        """Whether nothing of a recording may leave yet; where nobody can tell, it may not."""
        try:
            note = read_decision(folder)
        except FormatError:
            _log.exception("what goes on from %s is held back", folder.path)
            return True
        return note is not None and not note.may_leave

    def recording_ended(self, folder: RecordingFolder, kept_by: str | None) -> Manifest | None:
        """Finish an ended recording and queue it; None if there is none.

        `kept_by` keeps it, unless it is held back; with None it waits for somebody's decision.
        Raises OSError and FormatError where its manifest could not be written; the next scan does.
        """
        if not folder.announce.exists():
            return None
        self._written(folder, lambda: self._decide(folder, kept_by))
        crash.point("station.before-manifest")
        salvaged = self._written(
            folder,
            lambda: salvage.close_recording(
                folder,
                self._sign,
                self._clock_offset,
                self._home.session_folders(folder.session),
            ),
        )
        if salvaged is None:
            return None
        self._queue_manifest(folder, salvaged.manifest)
        self._wake()
        return salvaged.manifest

    def learned(self, folder: RecordingFolder) -> None:
        """Have the receiver told what was learned of a recording after its manifest."""
        try:
            Annotator(self._queue, folder.recording).look_at(folder)
        except (QueueError, OSError, FormatError):
            _log.exception("what was learned of %s waits for the next scan", folder.path)
            return
        self._wake()

    def _clock_offset(self, announcement: Announcement) -> Json | None:
        try:
            return self._queue.receiver.clock_offset(announcement)
        except (QueueError, FormatError):
            _log.exception("what is known of the receiver's clock cannot be read")
            return None

    def _queue_manifest(self, folder: RecordingFolder, manifest: Manifest) -> None:
        try:
            note = read_decision(folder)
            self._queued(
                lambda: self._queue.entries.enqueue_recording(folder, manifest.announcement, note)
            )
            # Before it could be finalised: its row is as old as its first segment.
            self._queued(lambda: self._queue.decisions.note(folder.recording, note))
            # All of them: one that was only given its name now, or whose row had no room, too.
            entries = [
                SegmentEntry.of_manifest(each) for each in manifest.segments if not each.lost
            ]
            self._queued(lambda: self._queue.entries.enqueue_segments(folder, entries))
            self._queued(lambda: self._queue.entries.manifest_ready(folder, manifest))
        except (QueueError, OSError, FormatError):
            _log.exception("%s is saved but not queued yet", folder.path)

    def _queued(self, write: Callable[[], T]) -> T:
        """Change the queue; on a full disk once more, after the reserve was given back."""
        try:
            return write()
        except QueueFull:
            if not self._make_room(self._home.root):
                raise
        return write()

    def _written(self, folder: RecordingFolder, write: Callable[[], T]) -> T:
        """Write a file; on a full disk once more, after the reserve was given back."""
        try:
            return write()
        except OSError as error:
            if not is_no_space(error) or not self._make_room(folder.path):
                raise
        return write()

    def _decide(self, folder: RecordingFolder, kept_by: str | None) -> None:
        # On disk before the manifest, so that nobody finds a recording that ended undecided.
        if read_decision(folder) is not None:
            return
        decision: Decision = "pending" if kept_by is None else "kept"
        write_decision(folder, decided(decision, kept_by or _REVIEW, self._clock))
