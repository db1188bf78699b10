"""The one recording that a recorder makes: its part of now, its pauses, its markers and its lock.

It writes down what happens to it and how it ended. What happens, and when, is the recorder's to
decide.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from desktop.recording.capture import Capture
from desktop.recording.errors import FolderUnwritable, RecordingError
from desktop.recording.journal_file import disk_error, marker_at
from desktop.recording.model import Event, MarkerSet, RecordingRequest, SetMarker
from desktop.recording.part import Medium, Totals
from desktop.recording.parts import Encoded, PartsRecorder
from desktop.recording.pause_clock import PauseClock
from holdfast import journal
from holdfast.clock import Clock
from holdfast.layout import RecordingFolder
from holdfast.locks import Lock, try_lock

RESUMED: Final = "resumed"
_TRAILING_S: Final = 0.5
"""An end this much later than the last picture is noted as it is."""
_log = logging.getLogger(__name__)


class OneRecording:
    """At most one at a time. Used by the recorder's thread; `part` and `pauses` by any."""

    def __init__(
        self,
        capture: Capture,
        clock: Clock,
        report: Callable[[Event], None],
        over: Callable[[PartsRecorder], None],
        *,
        live: bool,
        encoded: Encoded | None,
    ) -> None:
        """`report` and `over` are called from the part's own thread, too."""
        self._capture = capture
        self._clock = clock
        self._report = report
        self._over = over
        self._live = live
        self._encoded = encoded
        self._lock: Lock | None = None
        self._early_markers: list[SetMarker] = []
        self.part: PartsRecorder | None = None
        """Its parts as this recorder makes them; None where nothing is recorded."""
        self.pauses = PauseClock(clock, capture.source_clock.at, live=live)

    def begin(self, request: RecordingRequest, medium: Medium) -> None:
        """Record from the next frame on. Raises RecordingError."""
        self.pauses.forget()
        part = self._start_part(request, medium, Totals())
        self._lock = _hold(part.folder)
        self._capture.attach(part)

    def pause(self) -> float:
        """Close what is open; returns where that is, in seconds. Raises RecordingError."""
        part = self._present()
        self.close(self._capture.hold())
        if part.failure is not None:
            raise part.failure
        if part.begun:
            part.journal.append(journal.Paused(part.request.part, round(part.end_s, 6)))
        self.pauses.begin(part.end_s, part.zero_ns)
        return part.end_s

    def resume(self, medium: Medium) -> None:
        """Record again, in a new part."""
        before = self._present()
        request = before.following(RESUMED)
        if request.zero_ns is not None:
            request = replace(request, zero_ns=request.zero_ns - self.pauses.slept_ns)
        self.pauses.end()
        part = self._start_part(request, medium, before.totals)
        self._capture.attach(part)
        self._capture.go_on()

    def is_time_up_in_pause(self) -> bool:
        """Whether a paused recording has come to its time limit."""
        if self.part is None or self.part.request.seconds is None:
            return False
        return (self.pauses.until_s or 0.0) >= self.part.request.seconds

    def mark(self, command: SetMarker) -> None:
        """Write a marker down, as soon as the recording has a zero. Raises RecordingError."""
        part = self.part
        if part is None:
            return
        if part.zero_ns is None:
            self._early_markers.append(command)
            return
        # What people saw then is what they marked, and a source that waits for us is behind.
        seen_ns = self._capture.source_clock.at(command.monotonic_ns)
        command = replace(command, monotonic_ns=seen_ns)
        marker = marker_at(command, part.zero_ns - self.pauses.slept_ns)
        part.journal.append(marker)
        self._report(MarkerSet(part.request.recording, marker.t_s, marker.name, marker.source))

    def write_early_markers(self) -> None:
        """The recording has a zero now, or never gets one."""
        waiting, self._early_markers = self._early_markers, []
        for marker in waiting:
            self.mark(marker)

    def close(self, end_ns: int | None = None) -> None:
        """End the part; sound that is still on its way to its last pictures is taken in."""
        self._present().finish(end_ns)
        self._capture.detach()

    def write_end(
        self,
        state: journal.RecordingState,
        reason: str,
        stopped_ns: int | None,
        paused_until_s: float | None,
    ) -> float:
        """Write down how it ended; returns its last second. Raises RecordingError.

        `stopped_ns`: when somebody stopped it; `paused_until_s`: how far its clock had come where
        it was paused.
        """
        part = self._present()
        end_s = part.end_s
        if paused_until_s is not None:
            limit_s = part.request.seconds
            end_s = paused_until_s if limit_s is None else min(paused_until_s, limit_s)
        elif self._live and stopped_ns is not None and part.zero_ns is not None:
            stopped_s = (stopped_ns - part.zero_ns) / 1e9
            end_s = stopped_s if stopped_s - end_s > _TRAILING_S else end_s
        part.journal.append(journal.Ended(state, reason, round(end_s, 6)))
        return end_s

    def write_loss(self, error: RecordingError) -> None:
        """Write down why the part ended, where that can be."""
        part = self._present()
        # A paused recording has lost nothing, and its journal says already why a gap follows.
        if part.begun and not self.pauses.is_running:
            try:
                part.journal.append(journal.PartLost(part.request.part, error.gap_reason))
            except RecordingError:
                # The gap's reason is lost, the recording is not: the next part tells of the gap.
                _log.exception("why the part ended could not be written down")

    def let_go(self) -> None:
        """It is nobody's any more."""
        self.part = None
        self.pauses.forget()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _present(self) -> PartsRecorder:
        assert self.part is not None
        return self.part

    def _start_part(
        self, request: RecordingRequest, medium: Medium, before: Totals
    ) -> PartsRecorder:
        part = PartsRecorder(
            request,
            medium,
            self._clock,
            self._report,
            lambda: self._over(part),
            before,
            self._encoded,
        )
        self.part = part
        part.start()
        return part


def _hold(folder: RecordingFolder) -> Lock:
    """Show that this recording is being made. Raises FolderUnwritable."""
    try:
        lock = try_lock(folder.lock, shared=True)
    except OSError as error:
        raise disk_error(error, folder) from error
    if lock is None:
        raise FolderUnwritable(
            f"Another program is closing the recording in {folder.path}; nothing is recorded."
            " Start a new recording."
        )
    return lock
