"""The recorder: runs the state machine, records parts, reports through one injected callback.

It knows no pipe and no window: commands are posted to it, events go to a callback. It lives as
long as its source does; when that breaks, what was recorded is closed and the recorder is over.
"""

import logging
import queue
from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.recording.alarms import Alarms
from desktop.recording.capture import (
    Capture,
    FrameArrived,
    Notice,
    SoundReopened,
    SoundSettled,
    SourceBroke,
    SourceEnded,
)
from desktop.recording.encoding import Encoding
from desktop.recording.errors import (
    DeviceLetGo,
    FolderUnwritable,
    PictureFrozen,
    RecordingError,
    SourceUnreadable,
)
from desktop.recording.journal_file import disk_error, marker_at
from desktop.recording.load_watch import LoadWatch
from desktop.recording.model import (
    SOUND_BACK,
    SOUND_LOST,
    Close,
    Command,
    Event,
    Failed,
    LetGo,
    MarkerSet,
    MicrophoneOpened,
    Overload,
    PartBegan,
    PartLost,
    Paused,
    PauseRecording,
    Progress,
    Ready,
    RecordingEnded,
    RecordingRequest,
    Reopen,
    ResumeRecording,
    SetMarker,
    StartRecording,
    StopRecording,
)
from desktop.recording.overload import LOOK_EVERY_S, Taken
from desktop.recording.part import Medium, Totals
from desktop.recording.parts import Encoded, PartsRecorder
from desktop.recording.pause_clock import PauseClock
from desktop.recording.states import State, Trigger, advance
from holdfast import journal
from holdfast.clock import Clock
from holdfast.layout import RecordingFolder
from holdfast.locks import Lock, try_lock

_log = logging.getLogger(__name__)

APP_ENDED = "the app ended"
TIME_LIMIT = "time limit"
SOURCE_ENDED = "the source ended"
RESUMED = "resumed"
MARKED_BY = "recorder"
"""Source of the markers that no person set."""
_TRAILING_S = 0.5
"""An end this much later than the last picture is noted as it is."""


@dataclass(frozen=True, slots=True)
class AppGone:
    """Nobody listens any more: close what is open and end."""


@dataclass(frozen=True, slots=True)
class _PartBegun:
    """The part's first frame is in, and its line in the journal."""


@dataclass(frozen=True, slots=True)
class _PartOver:
    """The part ended by itself."""

    part: PartsRecorder


_Message = Command | AppGone | Notice | _PartBegun | _PartOver


class Recorder:
    """One source, one recording at a time. `run` is the only thread that changes its state."""

    def __init__(
        self,
        make_capture: Callable[[Callable[[Notice], None]], Capture],
        clock: Clock,
        report: Callable[[Event], None],
        *,
        live: bool,
        once: bool,
        load: LoadWatch | None = None,
        encoded: Encoded | None = None,
    ) -> None:
        """`make_capture` is given where to send notices. `once`: the source is used up by a
        recording. `load`: who looks whether the computer keeps up; nobody need, where the source
        waits."""
        self._clock = clock
        self._load = load
        self._report = report
        self._live = live
        self._encoded = encoded
        self._once = once
        self._messages: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self._capture = make_capture(self._messages.put)
        self._state = State.PREPARING
        self._over = False
        self._frame: FrameArrived | None = None
        self._sound: SoundSettled | None = None
        self._medium: Medium | None = None
        self._part: PartsRecorder | None = None
        self._lock: Lock | None = None
        self._early_markers: list[SetMarker] = []
        self._silent = False
        self._alarms = Alarms(self._capture, report)
        self._pauses = PauseClock(clock, live=live)

    @property
    def state(self) -> State:
        return self._state

    def post(self, message: Command | AppGone) -> None:
        """Have a command carried out. May be called from any thread and from a signal handler."""
        self._messages.put(message)

    def progress(self) -> Progress:
        """How it stands. May be called from any thread, whatever the devices do."""
        part = self._part
        totals = part.totals if part else Totals()
        level_db, peak_db = self._capture.level_db()
        return Progress(
            recording=part.request.recording if part else None,
            elapsed_s=max(part.elapsed_s, self._pauses.until_s or 0.0) if part else 0.0,
            frames=totals.frames,
            lost_frames=totals.lost_frames,
            fps=self._capture.fps,
            bytes_on_disk=totals.bytes_on_disk,
            level_db=level_db,
            peak_db=peak_db,
            last_frame_ns=self._capture.newest_ns,
            lost_sound_s=totals.lost_sound_s,
            silence_s=totals.silence_s,
            paused_s=self._pauses.paused_s if part else 0.0,
        )

    def run(self) -> None:
        """Work until told to close, until the app is gone or until the source breaks."""
        self._capture.start()
        while not self._over:
            try:
                self._step()
            except RecordingError as error:
                self._broke(error)
        self._capture.close()

    def _step(self) -> None:
        self._watch_limit()
        try:
            message = self._messages.get(timeout=LOOK_EVERY_S)
        except queue.Empty:
            self._watch_sound()
            self._look_for_alarms()
        else:
            self._handle(message)
        self._watch_load()

    def _watch_load(self) -> None:
        """Have something give way before the encoder falls so far behind that pictures are lost."""
        if self._load is None or self._part is None or self._state is not State.RECORDING:
            return
        steps = self._load.look(self._part)
        for step in steps:
            if isinstance(step, Taken) and step.encoding is not None:
                self._go_on_in_new_part(step.marker, step.encoding, at_once=True)
        # The disk may be what is slow: only now is anything written about it.
        for step in steps:
            self._mark(SetMarker(step.marker, MARKED_BY, self._clock.monotonic_ns()))
        if steps:
            self._report_load(self._part.request.recording)

    def _report_load(self, recording: str) -> None:
        assert self._load is not None
        self._report(Overload(recording, self._load.holds_uploads, self._load.sentence))

    def _watch_limit(self) -> None:
        """End a recording whose time is up while it is paused."""
        part = self._part
        if self._state is not State.PAUSED or part is None or part.request.seconds is None:
            return
        if (self._pauses.until_s or 0.0) >= part.request.seconds:
            self._finish("complete", TIME_LIMIT, None)

    def _watch_sound(self) -> None:
        """Note it in the recording when the microphone stops, and when it is back."""
        if self._state is not State.RECORDING or not self._medium or not self._medium.audio:
            return
        silent = self._capture.sound_is_silent()
        if silent != self._silent:
            self._silent = silent
            self._note(SOUND_LOST if silent else SOUND_BACK)

    def _look_for_alarms(self) -> None:
        """Say when sound or picture cannot be what was meant, and when they are well again."""
        self._alarms.look()
        self._note_alarms()

    def _note_alarms(self) -> None:
        if self._state is State.RECORDING:
            for name in self._alarms.to_be_noted():
                self._note(name)

    def _note(self, name: str) -> None:
        self._mark(SetMarker(name, MARKED_BY, self._clock.monotonic_ns()))

    def _handle(self, message: _Message) -> None:
        match message:
            case StartRecording(request):
                self._start(request)
            case PauseRecording():
                self._pause()
            case ResumeRecording():
                self._resume()
            case StopRecording(state, reason):
                self._stop(state, reason)
            case SetMarker():
                self._mark(message)
            case Reopen(sentence):
                self._broke(PictureFrozen(sentence))
            case LetGo(sentence, reason):
                self._broke(DeviceLetGo(sentence, reason))
            case Close() | AppGone():
                self._stop("interrupted", APP_ENDED)
                self._over = True
            case _:
                self._notice(message)

    def _notice(self, notice: Notice | _PartBegun | _PartOver) -> None:
        match notice:
            case FrameArrived() | SoundSettled():
                self._arrived(notice)
            case _PartBegun():
                self._write_early_markers()
                self._note_alarms()
            case _PartOver(part):
                self._part_over(part)
            case SoundReopened(microphone):
                self._report(MicrophoneOpened(microphone))
            case SourceEnded():
                self._source_ended()
            case SourceBroke(error):
                self._broke(error)

    def _stop(self, state: journal.RecordingState, reason: str) -> None:
        # A stop may come when the recording has just ended by itself.
        if self._state in (State.RECORDING, State.PAUSED):
            self._finish(state, reason, self._clock.monotonic_ns())

    def _advance(self, trigger: Trigger) -> None:
        self._state = advance(self._state, trigger)

    def _arrived(self, notice: FrameArrived | SoundSettled) -> None:
        if isinstance(notice, FrameArrived):
            self._frame = notice
        else:
            self._sound = notice
        if self._frame is None or self._sound is None or self._state is not State.PREPARING:
            return
        self._medium = Medium(self._frame.video, self._sound.audio, self._live, self._sound.exact)
        self._advance(Trigger.ARRIVED)
        self._report(Ready(self._frame.video, self._sound.audio, self._sound.note))

    def _start(self, request: RecordingRequest) -> None:
        self._advance(Trigger.START)
        self._alarms.recording_begins()
        self._pauses.forget()
        part = self._start_part(request, Totals())
        self._lock = _hold(part.folder)
        self._capture.attach(part)

    def _start_part(self, request: RecordingRequest, before: Totals) -> PartsRecorder:
        assert self._medium is not None
        part = PartsRecorder(
            request,
            self._medium,
            self._clock,
            self._report_of_part,
            lambda: self._ended(part),
            before,
            self._encoded,
        )
        self._part = part
        part.start()
        return part

    def _pause(self) -> None:
        """Close what is open, and record nothing until somebody resumes."""
        part = self._part
        if self._state is not State.RECORDING or part is None:
            return
        self._close_part(part, self._capture.hold())
        if part.failure is not None:
            self._broke(part.failure)
            return
        if part.begun:
            part.journal.append(journal.Paused(part.request.part, round(part.end_s, 6)))
        self._pauses.begin(part.end_s, part.zero_ns)
        self._advance(Trigger.PAUSE)
        self._report(self.progress())
        self._report(Paused(part.request.recording, part.end_s))

    def _resume(self) -> None:
        """Record again, in a new part."""
        before = self._part
        if self._state is not State.PAUSED or before is None:
            return
        request = before.following(RESUMED)
        if request.zero_ns is not None:
            request = replace(request, zero_ns=request.zero_ns - self._pauses.slept_ns)
        self._pauses.end()
        self._advance(Trigger.RESUME)
        part = self._start_part(request, before.totals)
        self._capture.attach(part)
        self._capture.go_on()

    def _go_on_in_new_part(
        self, reason: str, encoding: Encoding | None = None, *, at_once: bool = False
    ) -> None:
        """Close what is open at the next frame and go on from it, without losing anything."""
        if self._state is State.RECORDING and self._part is not None:
            self._part.switch(reason, encoding, at_once=at_once)

    def _report_of_part(self, event: Event) -> None:
        if isinstance(event, PartBegan):
            self._messages.put(_PartBegun())
        self._report(event)

    def _ended(self, part: PartsRecorder) -> None:
        self._messages.put(_PartOver(part))

    def _mark(self, command: SetMarker) -> None:
        part = self._part
        if part is None:
            return
        if part.zero_ns is None:
            self._early_markers.append(command)
            return
        marker = marker_at(command, part.zero_ns - self._pauses.slept_ns)
        part.journal.append(marker)
        self._report(MarkerSet(part.request.recording, marker.t_s, marker.name, marker.source))

    def _write_early_markers(self) -> None:
        waiting, self._early_markers = self._early_markers, []
        for marker in waiting:
            self._mark(marker)

    def _part_over(self, part: PartsRecorder) -> None:
        if part is not self._part or self._state is not State.RECORDING:
            return
        if part.failure is not None:
            self._broke(part.failure)
        else:
            self._finish("complete", TIME_LIMIT, None)

    def _source_ended(self) -> None:
        if self._state in (State.RECORDING, State.PAUSED):
            self._finish("complete", SOURCE_ENDED, None)
            self._over = True
        else:
            self._broke(SourceUnreadable("There is no picture in the source; nothing is recorded."))

    def _finish(self, state: journal.RecordingState, reason: str, stopped_ns: int | None) -> None:
        """Close what is open and write down how it ended; the recording is over."""
        part = self._part
        assert part is not None
        paused_until_s = self._pauses.until_s
        self._advance(Trigger.STOP)
        self._close_part(part)
        self._write_early_markers()
        if part.failure is not None:
            self._lose_part(part.failure)
            return
        end_s = part.end_s
        if paused_until_s is not None:
            limit_s = part.request.seconds
            end_s = paused_until_s if limit_s is None else min(paused_until_s, limit_s)
        elif self._live and stopped_ns is not None and part.zero_ns is not None:
            stopped_s = (stopped_ns - part.zero_ns) / 1e9
            end_s = stopped_s if stopped_s - end_s > _TRAILING_S else end_s
        try:
            part.journal.append(journal.Ended(state, reason, round(end_s, 6)))
        except RecordingError as error:
            self._lose_part(error)
            return
        # The last counts, so that whoever shows them ends with the right ones.
        self._report(self.progress())
        self._let_go()
        self._advance(Trigger.CLOSED)
        self._report(RecordingEnded(part.request.recording, state, reason, end_s))
        self._over = self._over or self._once

    def _close_part(self, part: PartsRecorder, end_ns: int | None = None) -> None:
        """End the part; sound that is still on its way to its last pictures is taken in."""
        part.finish(end_ns)
        self._capture.detach()

    def _broke(self, error: RecordingError) -> None:
        """Something that a recording needs has failed: close what is open; the recorder is over."""
        if self._state is State.FAILED:
            return
        if self._state not in (State.RECORDING, State.PAUSED):
            self._advance(Trigger.BROKE)
            self._over = True
            self._report(Failed(error.code, error.title, error.sentence, error.wrong_usage))
            return
        assert self._part is not None
        self._advance(Trigger.BROKE)
        self._close_part(self._part)
        self._lose_part(error)

    def _lose_part(self, error: RecordingError) -> None:
        part = self._part
        assert part is not None
        self._advance(Trigger.BROKE)
        # A paused recording has lost nothing, and its journal says already why a gap follows.
        if part.begun and not self._pauses.is_running:
            try:
                part.journal.append(journal.PartLost(part.request.part, error.gap_reason))
            except RecordingError:
                # The gap's reason is lost, the recording is not: the next part tells of the gap.
                _log.exception("why the part ended could not be written down")
        self._let_go()
        self._over = True
        self._report(PartLost(part.request.recording, error.code, error.sentence))

    def _let_go(self) -> None:
        if self._load is not None and self._part is not None and self._load.ends():
            self._report_load(self._part.request.recording)
        self._part = None
        self._pauses.forget()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


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
