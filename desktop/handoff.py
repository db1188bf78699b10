"""Closed segment -> queue: the only code that knows both the recorder's words and the queue's.

It moves no bytes and decides nothing about sending. A row that cannot be written now is no loss:
the files are there, and the next scan gives them their rows.
"""

import logging
from collections.abc import Callable

from holdfast import crash, salvage
from holdfast.announcement import Announcement
from holdfast.clock import Clock, rfc3339
from holdfast.durable import write_new, write_replacing
from holdfast.jsonform import FormatError, Json, canonical
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Decision, Manifest, Sign, decision_json, session_json
from uploader.errors import QueueError
from uploader.queue import Queue

_log = logging.getLogger(__name__)


class Handoff:
    """Gives the queue what the recorder finished, and finishes what the recorder began."""

    def __init__(
        self, home: Home, queue: Queue, sign: Sign, clock: Clock, wake: Callable[[], None]
    ) -> None:
        self._home = home
        self._queue = queue
        self._sign = sign
        self._clock = clock
        self._wake = wake

    def open_session(self, session: str, participant: str, study: str | None, device: str) -> None:
        """Write `session.json`, unless the session is there already."""
        path = self._home.session_file(session)
        if not path.exists():
            value = session_json(session, participant, study, device, rfc3339(self._clock.now()))
            write_new(path, canonical(value))

    def segment_closed(self, folder: RecordingFolder, segment: int) -> None:
        """Queue a segment whose file and sidecar are durable."""
        crash.point("station.before-queue-row")
        try:
            sidecar = salvage.read_sidecar(folder, segment)
            announcement = salvage.read_announcement(folder)
            if sidecar is None or announcement is None:
                raise FormatError(f"segment {segment} in {folder.path} is not described")
            self._queue.enqueue_recording(folder, announcement)
            self._queue.enqueue_segment(folder, sidecar)
        except (QueueError, OSError, FormatError):
            _log.exception("segment %s of %s is saved but not queued yet", segment, folder.path)
            return
        self._wake()

    def recording_ended(self, folder: RecordingFolder, kept_by: str) -> Manifest | None:
        """Finish an ended recording, which `kept_by` keeps, and queue it; None if there is none.

        Raises OSError and FormatError where its manifest could not be written; the next scan does.
        """
        if not folder.announce.exists():
            return None
        self._decide(folder, "kept", kept_by)
        crash.point("station.before-manifest")
        salvaged = salvage.close_recording(folder, self._sign, self._clock_offset)
        if salvaged is None:
            return None
        for sidecar in salvaged.segments:
            self.segment_closed(folder, sidecar.segment)
        try:
            self._queue.enqueue_recording(folder, salvaged.manifest.announcement)
            self._queue.manifest_ready(folder, salvaged.manifest)
        except QueueError:
            _log.exception("%s is saved but not queued yet", folder.path)
        self._wake()
        return salvaged.manifest

    def _clock_offset(self, announcement: Announcement) -> Json | None:
        try:
            return self._queue.clock_offset(announcement)
        except (QueueError, FormatError):
            _log.exception("what is known of the receiver's clock cannot be read")
            return None

    def _decide(self, folder: RecordingFolder, decision: Decision, by: str) -> None:
        # On disk before the manifest, so that nobody finds a recording that ended undecided.
        value = decision_json(decision, rfc3339(self._clock.now()), by)
        write_replacing(folder.decision, canonical(value))
