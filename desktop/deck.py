"""A deck: one source kept open, and at most one recording that is made from it.

It hears what its supervisor says, hands closed segments over, watches the disk's space for its
recording and finishes it. It decides neither when a recording begins nor what comes next: that is
the station's, which may have several decks side by side.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from desktop.ballast import Reserves
from desktop.choosing import Choose
from desktop.handoff import Handoff
from desktop.last_devices import NOTHING_REMEMBERED, DeviceMemory
from desktop.quality_check import QualityCheck
from desktop.recorder_process import Spawn
from desktop.recording import disk
from desktop.recording.choice import LIVE_SCENE, SCENE
from desktop.recording.disk import Level
from desktop.recording.encoding import DEFAULT, Encoding
from desktop.recording.errors import DiskFull
from desktop.recording.model import (
    CaptureRequest,
    Overload,
    PartBegan,
    PartLost,
    Progress,
    Ready,
    RecordingRequest,
    SegmentClosed,
)
from desktop.recording.preview_memory import PreviewReader
from desktop.recording.states import State
from desktop.register import RecordingRunning, RecordingWish, Register
from desktop.settings import QualitySettings
from desktop.space import SpaceWatch
from desktop.station_events import (
    EndedForSpace,
    InOverflow,
    RecordingSaved,
    SpaceLow,
    StationEvent,
)
from desktop.supervisor import Ended, RecorderLost, Supervisor, SupervisorEvent
from holdfast.clock import Clock
from holdfast.jsonform import FormatError
from holdfast.layout import RecordingFolder
from holdfast.locks import Lock
from holdfast.manifest import Manifest
from holdfast.overflow_layout import OverflowFolder

_log = logging.getLogger(__name__)

_LEAST_TO_GO_ON_S = 1.0
"""A rest that is shorter is not worth a recording of its own."""


@dataclass(slots=True)
class _Active:
    request: RecordingRequest
    lock: Lock
    wish: RecordingWish
    encoding: Encoding
    """How its newest part is encoded."""

    @property
    def folder(self) -> RecordingFolder:
        return RecordingFolder(self.request.folder)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all decks of a station share."""

    clock: Clock
    spawn: Spawn
    reserves: Reserves
    handoff: Callable[[], Handoff]
    """Asked each time: a queue that is built anew brings another."""
    register: Register
    busy: Callable[[str, bool], None]
    """Told of a recording whether sending has to wait for it."""
    distrust: Callable[[str, str], None]
    """Told of an encoder that failed while recording, and how."""
    over: Callable[[], None]
    """Called once a deck's recording has ended, before anybody is told that it is saved."""
    looked_at: Callable[[RecordingFolder, Lock], None]
    """Given an ended recording that somebody has to decide about, with its lock."""
    quality: QualitySettings = field(default_factory=QualitySettings)
    memory: DeviceMemory = NOTHING_REMEMBERED
    """Which devices were used last, for whoever can ask a person about others."""


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
        self._check: QualityCheck | None = None
        if around.quality.enabled:
            self._check = QualityCheck(
                _expected(around.quality, capture),
                around.clock,
                tell,
                lambda folder: around.handoff().learned(folder),
            )
            capture = capture if capture.with_preview else capture.for_the_check_alone()
        self._may_go_on = False
        """Whether nobody but a full disk ends the recording."""
        self._is_full = False
        self._is_paused = False
        """Whether somebody wants nothing recorded, also of what goes on elsewhere."""
        self.progress: Progress | None = None
        """The recorder's last sign of life."""
        self._supervisor = Supervisor(
            capture, self._handle, around.clock, around.spawn, around.memory
        )

    @property
    def preview(self) -> PreviewReader | None:
        """The newest picture of the source, or None where nobody looks."""
        return self._supervisor.preview

    @property
    def state(self) -> State:
        """What the source's recorder does, as far as a person is concerned."""
        return self._supervisor.state

    @property
    def recording(self) -> str | None:
        """The id of the recording that is being made, or None."""
        return self._active.folder.recording if self._active is not None else None

    @property
    def folder(self) -> RecordingFolder | None:
        """The folder of the recording that is being made, or None."""
        return self._active.folder if self._active is not None else None

    def open(self) -> None:
        """Open the source; `Ready` or `Failed` follows."""
        self.space.opening(self.capture)
        self._supervisor.start()
        if self._check is not None:
            self._check.open(self.preview.name if self.preview is not None else None)

    def watch_picture(self, *, wanted: bool) -> None:
        """Whether somebody wants to see what is seen in the live picture (`preview.sighting`)."""
        if self._check is not None:
            self._check.watch_picture(wanted=wanted)

    def begin(
        self,
        request: RecordingRequest,
        lock: Lock,
        wish: RecordingWish,
        overflow: OverflowFolder | None = None,
    ) -> None:
        """Record. `lock` is the recording folder's, and is let go when nobody writes any more."""
        self._is_paused = False
        self._start(_Active(request, lock, wish, request.encoding), overflow)
        if overflow is not None:
            said = disk.in_overflow_sentence(str(overflow.path))
            self._tell(InOverflow(request.recording, said))

    def _start(self, active: _Active, overflow: OverflowFolder | None) -> None:
        self.space.began(overflow)
        self._active, self._may_go_on, self._is_full = active, True, False
        self._supervisor.start_recording(active.request)

    def stop(self) -> None:
        """Ask the recording to end, if there is one. Returns at once."""
        self._may_go_on = False
        if self._active is not None:
            self._supervisor.stop_recording()

    def pause(self) -> None:
        """Record nothing until `resume`, if there is a recording. Returns at once."""
        if self._active is not None:
            self._is_paused = True
            self._supervisor.pause_recording()

    def resume(self) -> None:
        """Go on with a recording that is paused. Returns at once."""
        if self._active is not None:
            self._is_paused = False
            self._supervisor.resume_recording()

    def mark(self, name: str, source: str, at_ns: int) -> None:
        """Note a named instant, monotonic `at_ns`, in the recording, if there is one."""
        if self._active is not None:
            self._supervisor.mark(name, source, at_ns)

    def confirm_devices(self) -> None:
        """The camera and the microphone of now are the expected ones."""
        self._supervisor.confirm_devices()

    def choose(self, choice: Choose) -> None:
        """Go on with another camera or microphone. Returns at once; raises UnknownSource."""
        self._supervisor.choose(choice)
        self.capture = replace(
            self.capture,
            source=choice.source or self.capture.source,
            audio=choice.audio or self.capture.audio,
        )

    def close(self, timeout_s: float = 5.0) -> None:
        """End a running recording and let the devices go."""
        self._may_go_on = False
        self._supervisor.close(timeout_s)
        if self._check is not None:
            self._check.close()

    def _handle(self, event: SupervisorEvent) -> None:
        active = self._active
        if self._check is not None:
            self._check.hear(event)
        if isinstance(event, Progress):
            self.progress = event
        elif isinstance(event, Ready):
            self.space.opened(event)
        elif active is not None:
            self._take_in(event, active)
        self._tell(event)
        if isinstance(event, Progress) and active is not None:
            self._watch_space(active.folder.recording, event)
        elif isinstance(event, Ended) and active is not None:
            self._finish(active)

    def _take_in(self, event: SupervisorEvent, active: _Active) -> None:
        """Do at once what an event of the recording asks for, before anybody is told of it."""
        if isinstance(event, SegmentClosed):
            self._around.handoff().segment_closed(active.folder, event.segment)
        elif isinstance(event, Overload):
            self._around.busy(event.recording, event.holds_uploads)
        elif isinstance(event, PartBegan):
            self._watch_encoder(active, event)
        elif isinstance(event, PartLost) and event.code == DiskFull.code:
            # Before anything is written in the dead recorder's place.
            self._is_full = True
            self._around.reserves.release(active.folder.path)
        elif isinstance(event, RecorderLost):
            # What held sending is gone; its successor says so if it has to wait again.
            self._around.busy(active.folder.recording, False)

    def _watch_encoder(self, active: _Active, began: PartBegan) -> None:
        """An encoder that x264 had to stand in for is not used for the next recording either."""
        failed = active.encoding.is_hardware and began.encoding == DEFAULT
        if failed:
            reason = f"It failed while recording {began.recording}."
            self._around.distrust(active.encoding.encoder, reason)
        active.encoding = began.encoding

    def _watch_space(self, recording: str, progress: Progress) -> None:
        # What is paused takes nothing, and must not be ended for what others write.
        passed = None if self._is_paused else self.space.passed(progress)
        if passed is None:
            return
        level, left_s = passed
        if level < Level.STOP:
            self._tell(SpaceLow(recording, disk.left_sentence(left_s), level))
        elif self._may_go_on and self.space.place_to_go_on() is not None:
            self._is_full = True
            self._supervisor.stop_recording("complete", disk.MOVES_ON_REASON)
        else:
            self._supervisor.stop_recording("complete", disk.ENDED_REASON)
            self._tell(EndedForSpace(recording, disk.ended_sentence(left_s)))

    def _finish(self, active: _Active) -> None:
        manifest, trouble = None, None
        try:
            kept_by = None if active.wish.review else active.wish.kept_by
            manifest = self._around.handoff().recording_ended(active.folder, kept_by)
        except (OSError, FormatError) as error:
            _log.exception("%s has no manifest yet", active.folder.path)
            trouble = (
                f"The recording's manifest could not be written ({error}). Everything recorded is "
                f"safe in {active.folder.path}, and the next start finishes it."
            )
        if active.wish.review and manifest is not None:
            self._around.looked_at(active.folder, active.lock)
        else:
            active.lock.release()
        overflow = self.space.place_to_go_on() if self._is_full and self._may_go_on else None
        self.space.ended()
        self._around.busy(active.folder.recording, False)
        # Without a moment in which nothing runs, so that nobody comes in between.
        self._active = self._go_on(active, manifest, overflow) if overflow is not None else None
        self._around.over()
        following = self._active.request.recording if self._active is not None else None
        saved = RecordingSaved(
            active.folder.recording, active.folder.path, manifest, trouble, following
        )
        self._tell(saved)
        if self._check is not None:
            self._check.finish(active.folder, manifest, active.wish.seconds)
        if following is not None and overflow is not None:
            self._tell(InOverflow(following, disk.moved_on_sentence(str(overflow.path))))
        self._around.reserves.keep()

    def _go_on(
        self, before: _Active, manifest: Manifest | None, overflow: OverflowFolder
    ) -> _Active | None:
        seconds = before.wish.seconds
        if seconds is not None:
            seconds -= manifest.duration_s if manifest is not None else 0.0
            if seconds < _LEAST_TO_GO_ON_S:
                return None
        try:
            request, lock = self._around.register.follow(
                before.request, seconds, self._around.handoff(), overflow
            )
        except (OSError, RecordingRunning):
            _log.exception("nothing goes on in %s", overflow.path)
            recording = before.request.recording
            self._tell(
                EndedForSpace(recording, disk.ended_sentence(self.space.space().here_s or 0))
            )
            return None
        wish = replace(before.wish, seconds=seconds)
        following = _Active(request, lock, wish, request.encoding)
        self._start(following, overflow)
        if self._is_paused:
            self._supervisor.pause_recording()
        return following


def _expected(quality: QualitySettings, capture: CaptureRequest) -> QualitySettings:
    """What to look for in this source: the built-in scene's drawn person has no face."""
    if capture.source in (SCENE, LIVE_SCENE):
        return replace(quality, faces=False)
    return quality
