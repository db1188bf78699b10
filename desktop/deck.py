"""A deck: one source kept open, and at most one recording that is made from it.

It hears what its supervisor says, hands closed segments over, watches the disk's space for its
recording and finishes it. It decides neither when a recording begins nor what comes next: that is
the station's, which may have several decks side by side.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from desktop.ballast import Ballast
from desktop.handoff import Handoff
from desktop.recorder_process import Spawn
from desktop.recording import disk
from desktop.recording.disk import Level
from desktop.recording.errors import DiskFull
from desktop.recording.model import (
    CaptureRequest,
    PartLost,
    Progress,
    Ready,
    RecordingRequest,
    SegmentClosed,
)
from desktop.recording.preview_memory import PreviewReader
from desktop.register import RecordingWish
from desktop.space import SpaceWatch
from desktop.station_events import EndedForSpace, RecordingSaved, SpaceLow, StationEvent
from desktop.supervisor import Ended, Supervisor, SupervisorEvent
from holdfast.clock import Clock
from holdfast.jsonform import FormatError
from holdfast.layout import RecordingFolder
from holdfast.locks import Lock

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Active:
    folder: RecordingFolder
    lock: Lock
    wish: RecordingWish


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all decks of a station share."""

    clock: Clock
    spawn: Spawn
    ballast: Ballast
    handoff: Callable[[], Handoff]
    """Asked each time: a queue that is built anew brings another."""
    over: Callable[[], None]
    """Called once a deck's recording has ended, before anybody is told that it is saved."""


class Deck:
    """One source and its recording. Methods may be called from any thread, one at a time.

    `tell` is called from the supervisor's thread.
    """

    def __init__(
        self,
        capture: CaptureRequest,
        space: SpaceWatch,
        around: Surroundings,
        tell: Callable[[StationEvent], None],
    ) -> None:
        self.capture = capture
        self.space = space
        self._around = around
        self._tell = tell
        self._active: _Active | None = None
        self._supervisor = Supervisor(capture, self._handle, around.clock, around.spawn)

    @property
    def preview(self) -> PreviewReader | None:
        """The newest picture of the source, or None where nobody looks."""
        return self._supervisor.preview

    @property
    def recording(self) -> str | None:
        """The id of the recording that is being made, or None."""
        return self._active.folder.recording if self._active is not None else None

    def open(self) -> None:
        """Open the source; `Ready` or `Failed` follows."""
        self.space.opening(self.capture)
        self._supervisor.start()

    def begin(self, request: RecordingRequest, lock: Lock, wish: RecordingWish) -> None:
        """Record. `lock` is the recording folder's, and is let go when nobody writes any more."""
        self.space.began()
        self._active = _Active(RecordingFolder(request.folder), lock, wish)
        self._supervisor.start_recording(request)

    def stop(self) -> None:
        """Ask the recording to end, if there is one. Returns at once."""
        if self._active is not None:
            self._supervisor.stop_recording()

    def mark(self, name: str, source: str, at_ns: int) -> None:
        """Note a named instant, monotonic `at_ns`, in the recording, if there is one."""
        if self._active is not None:
            self._supervisor.mark(name, source, at_ns)

    def confirm_devices(self) -> None:
        """The camera and the microphone of now are the expected ones."""
        self._supervisor.confirm_devices()

    def close(self, timeout_s: float = 5.0) -> None:
        """End a running recording and let the devices go."""
        self._supervisor.close(timeout_s)

    def _handle(self, event: SupervisorEvent) -> None:
        active = self._active
        if isinstance(event, Ready):
            self.space.opened(event)
        elif isinstance(event, SegmentClosed) and active is not None:
            self._around.handoff().segment_closed(active.folder, event.segment)
        elif isinstance(event, PartLost) and event.code == DiskFull.code:
            # Before anything is written in the dead recorder's place.
            self._around.ballast.release()
        self._tell(event)
        if isinstance(event, Progress) and active is not None:
            self._watch_space(active.folder.recording, event)
        elif isinstance(event, Ended) and active is not None:
            self._finish(active)

    def _watch_space(self, recording: str, progress: Progress) -> None:
        passed = self.space.passed(progress)
        if passed is None:
            return
        level, left_s = passed
        if level < Level.STOP:
            self._tell(SpaceLow(recording, disk.left_sentence(left_s), level))
        else:
            self._supervisor.stop_recording("complete", disk.ENDED_REASON)
            self._tell(EndedForSpace(recording, disk.ended_sentence(left_s)))

    def _finish(self, active: _Active) -> None:
        manifest, trouble = None, None
        try:
            manifest = self._around.handoff().recording_ended(active.folder, active.wish.kept_by)
        except (OSError, FormatError) as error:
            _log.exception("%s has no manifest yet", active.folder.path)
            trouble = (
                f"The recording's manifest could not be written ({error}). Everything recorded is "
                f"safe in {active.folder.path}, and the next start finishes it."
            )
        active.lock.release()
        self.space.ended()
        self._active = None
        self._around.over()
        self._tell(RecordingSaved(active.folder.recording, active.folder.path, manifest, trouble))
        self._around.ballast.keep()
