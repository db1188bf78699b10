"""One recording as its supervisor carries it from part to part, until it has ended.

It knows what was asked for, what is safe on disk and which markers are not confirmed yet. It starts
and stops no process. What it cannot write down it logs: the media are safe as they are, and the
next start completes them.
"""

import logging
from collections.abc import Callable
from dataclasses import replace

from desktop import unfinished, watchdog
from desktop.recording.encoding import DEFAULT
from desktop.recording.errors import RecordingError
from desktop.recording.model import (
    Event,
    MarkerSet,
    PartBegan,
    Paused,
    Progress,
    RecordingEnded,
    RecordingRequest,
    Resumed,
    SegmentClosed,
    SetMarker,
    StopRecording,
)
from desktop.recording.sleep import SLEPT, Zero
from desktop.unfinished import Saved
from holdfast import salvage
from holdfast.clock import Clock
from holdfast.jsonform import FormatError
from holdfast.layout import RecordingFolder

_log = logging.getLogger(__name__)

RESUMED = "resumed"
_FAULTS = (OSError, FormatError, RecordingError)
_JUST_AFTER_S = 0.0005
"""Past the last saved frame of a file, and before the next one of any camera."""


class RunningRecording:
    """A recording that was asked for and has not ended. Used by the supervisor's thread alone."""

    def __init__(self, request: RecordingRequest, clock: Clock) -> None:
        self.request = request
        self.folder = RecordingFolder(request.folder)
        self._zero = Zero(clock)
        self.told = False
        """Whether the present recorder was told to record it."""
        self.paused = False
        """Whether somebody paused it and nobody resumed it."""
        self._resuming = False
        self._resumes_anew = False
        self.stop: StopRecording | None = None
        self.stop_by_ns = 0
        self._stop_limit_ns = 0
        self._frames_told = 0
        """How many pictures the present recorder has encoded."""
        self._stopped_ns = 0
        self._saved = Saved()
        self._reason = request.reason
        self._unconfirmed: list[SetMarker] = []

    @property
    def recording(self) -> str:
        return self.request.recording

    @property
    def zero_ns(self) -> int | None:
        """The recording's zero on the monotonic clock, as it is now; None before a first frame."""
        return self._zero.now_ns

    @property
    def begun(self) -> bool:
        """Whether its first frame was ever taken."""
        return self.zero_ns is not None

    @property
    def markers(self) -> tuple[SetMarker, ...]:
        """Markers that no recorder has confirmed."""
        return tuple(self._unconfirmed)

    @property
    def resume_at_s(self) -> float:
        """Where a file goes on, in seconds after its first frame."""
        last_s = self._saved.last_frame_s
        # A file stood still while the recording's clock went on.
        return 0.0 if last_s is None else last_s + _JUST_AFTER_S - self._saved.paused_s

    @property
    def file_origin_ns(self) -> int | None:
        """The instant of a file's time 0, as later frames are to be stamped."""
        zero_ns = self.zero_ns
        return None if zero_ns is None else zero_ns + round(self._saved.paused_s * 1e9)

    def ask_to_stop(self, stop: StopRecording, now_ns: int, limit_s: float) -> None:
        """Note when and how it was asked to end; the first wish counts."""
        if self.stop is None:
            self.stop = stop
            self._stopped_ns = now_ns
            self._stop_limit_ns = int(limit_s * 1e9)
            self.stop_by_ns = now_ns + self._stop_limit_ns

    def time_is_up(self, now_ns: int) -> bool:
        """Whether its own limit has passed, so that no further part could hold a frame."""
        if self.request.seconds is None or self.zero_ns is None:
            return False
        return now_ns >= self.zero_ns + self.request.seconds * 1e9

    def add_marker(self, marker: SetMarker) -> None:
        self._unconfirmed.append(marker)

    def comes_back_as(self, reason: str) -> None:
        """What follows begins for this reason, if anything came before it."""
        if self.begun and not self.told:
            self._reason = reason

    def hear(self, event: Event, now_ns: int) -> Event:
        """Take in what the recorder said; returns it as it holds for the whole recording."""
        if isinstance(event, Progress):
            self._note_work(event, now_ns)
            return self._whole(event, now_ns)
        if isinstance(event, PartBegan):
            self._zero.set(event.zero_ns)
            self.request = replace(self.request, encoding=event.encoding)
        elif isinstance(event, MarkerSet):
            self._confirm(event)
        return event

    def _note_work(self, progress: Progress, now_ns: int) -> None:
        # After a stop, what waits in memory is still encoded: a recorder that is at it on a slow
        # computer has not come to an end, and to kill it would lose that.
        if progress.frames > self._frames_told:
            self.stop_by_ns = now_ns + self._stop_limit_ns
        self._frames_told = progress.frames

    def _confirm(self, marker: MarkerSet) -> None:
        for waiting in self._unconfirmed:
            if (waiting.name, waiting.source) == (marker.name, marker.source):
                self._unconfirmed.remove(waiting)
                return

    def next_request(self) -> RecordingRequest:
        """What to tell the next recorder: the first part, or the one after what is saved."""
        saved = replace(self._saved, zero_ns=self.zero_ns)
        return unfinished.next_part(self.request, saved, self._reason)

    def _whole(self, progress: Progress, now_ns: int) -> Progress:
        # A recorder counts its own parts, and nothing before it was told.
        elapsed_s, paused_s = max(progress.elapsed_s, self._saved.end_s), progress.paused_s
        if self.paused and not self.told and self.zero_ns is not None:
            elapsed_s = (now_ns - self.zero_ns) / 1e9
            paused_s = elapsed_s - self._saved.end_s
        return replace(
            progress,
            recording=self.recording,
            elapsed_s=elapsed_s,
            paused_s=paused_s + self._saved.paused_s,
            frames=progress.frames + self._saved.frames,
            lost_frames=progress.lost_frames + self._saved.lost_frames,
            lost_sound_s=progress.lost_sound_s + self._saved.lost_sound_s,
            silence_s=progress.silence_s + self._saved.silence_s,
            bytes_on_disk=progress.bytes_on_disk + self._saved.size_bytes,
        )

    def pause_without_recorder(self, now_ns: int) -> Paused:
        """Write down that it is paused from now on, although nobody records it anyway."""
        t_s = self._end_s(now_ns)
        if self.begun:
            self._try(lambda: unfinished.note_paused(self.folder, self._saved, t_s))
        return Paused(self.recording, t_s)

    def resume(self) -> None:
        """What is recorded next follows a pause."""
        self.paused = False
        self._resuming = True
        self._resumes_anew = not self.told
        self._reason = RESUMED

    def is_resumed_by(self, began: PartBegan) -> Resumed | None:
        """What to tell where this part is the first one after a pause."""
        if not self._resuming:
            return None
        self._resuming = False
        if self._resumes_anew:
            # This recorder knows nothing of the pause, and what is saved did not end with it.
            pause_s = began.offset_s - self._saved.end_s
            self._saved = replace(self._saved, paused_s=self._saved.paused_s + pause_s)
        return Resumed(self.recording, began.offset_s)

    def write_markers(self) -> list[Event]:
        """Write down what no recorder will: none of them has the recording now."""
        events: list[Event] = []
        if self.begun and not self.told:
            self._try(lambda: events.extend(self._write_markers()))
        return events

    def lose_part(self, reason: str) -> list[Event]:
        """The recorder is dead: complete and count what it left; returns what is to be told."""
        self.told = False
        # Cameras are often lost by a sleep; that is then not what people should read.
        slept = self._zero.slept_ns > 0
        if self.request.encoding.is_hardware and reason == watchdog.HANGS:
            # Perhaps it was the driver's fault; libx264 has none.
            self.request = replace(self.request, encoding=DEFAULT)
        self._reason = reason = SLEPT if slept else reason
        events: list[Event] = []
        self._try(lambda: events.extend(self._salvage()))
        self._try(self._count)
        if self.paused:
            end_s = self._saved.end_s
            self._try(lambda: unfinished.note_paused(self.folder, self._saved, end_s))
        self._try(
            lambda: unfinished.note_lost_part(self.folder, self._saved, reason, overrules=slept)
        )
        if self.begun:
            self._try(lambda: events.extend(self._write_markers()))
        return events

    def ended_before_it_died(self) -> RecordingEnded | None:
        """The recorder's own last word, where it came to write it and not to send it."""
        entry = unfinished.ended(self.folder)
        if entry is None:
            return None
        return RecordingEnded(self.recording, entry.state, entry.reason, entry.end_s)

    def end_without_recorder(
        self, stop: StopRecording, now_ns: int, live_clock: bool
    ) -> RecordingEnded:
        """Write down that nothing follows. `live_clock`: its time went on without a recorder."""
        end_s = self._end_s(now_ns) if live_clock else self._saved.end_s
        ended = RecordingEnded(self.recording, stop.state, stop.reason, end_s)
        if self.begun:
            self._try(lambda: unfinished.note_end(self.folder, stop.state, stop.reason, end_s))
        return ended

    def _end_s(self, now_ns: int) -> float:
        if self.zero_ns is None:
            return 0.0
        end_s = ((self._stopped_ns or now_ns) - self.zero_ns) / 1e9
        limit_s = self.request.seconds
        return max(self._saved.end_s, end_s if limit_s is None else min(end_s, limit_s))

    def _salvage(self) -> list[Event]:
        salvaged = salvage.salvage_open_segments(self.folder)
        return [SegmentClosed(self.recording, each.segment) for each in salvaged]

    def _count(self) -> None:
        self._saved = unfinished.saved_so_far(self.folder)
        self._zero.learn(self._saved.zero_ns)

    def _write_markers(self) -> list[Event]:
        assert self.zero_ns is not None
        written = unfinished.note_markers(self.folder, self.zero_ns, self._unconfirmed)
        self._unconfirmed.clear()
        return [MarkerSet(self.recording, each.t_s, each.name, each.source) for each in written]

    def _try(self, step: Callable[[], None]) -> None:
        try:
            step()
        except _FAULTS:
            _log.exception("%s: left for the next start to complete", self.folder.path)
