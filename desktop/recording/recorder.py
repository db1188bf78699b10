"""The recorder: runs the state machine, records parts, reports through one injected callback.

It knows no pipe and no window: commands are posted to it, events go to a callback. It lives as
long as its source does; when that breaks, what was recorded is closed and the recorder is over.
"""

import logging
import queue
from collections.abc import Callable
from dataclasses import dataclass

from desktop.recording.attention import Attention
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
    PictureFrozen,
    RecordingError,
    SourceUnreadable,
)
from desktop.recording.load_watch import LoadWatch
from desktop.recording.model import (
    Close,
    Command,
    Event,
    Failed,
    LetGo,
    MicrophoneOpened,
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
from desktop.recording.one_recording import OneRecording
from desktop.recording.overload import LOOK_EVERY_S
from desktop.recording.part import Medium
from desktop.recording.parts import Encoded, PartsRecorder
from desktop.recording.standing import progress_of
from desktop.recording.states import State, Trigger, advance
from holdfast import journal
from holdfast.clock import Clock

_log = logging.getLogger(__name__)

APP_ENDED = "the app ended"
TIME_LIMIT = "time limit"
SOURCE_ENDED = "the source ended"
MARKED_BY = "recorder"
"""Source of the markers that no person set."""


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
        self._report = report
        self._live = live
        self._once = once
        self._messages: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self._capture = make_capture(self._messages.put)
        self._state = State.PREPARING
        self._over = False
        self._frame: FrameArrived | None = None
        self._sound: SoundSettled | None = None
        self._medium: Medium | None = None
        self._recording = OneRecording(
            self._capture,
            clock,
            self._report_of_part,
            self._ended,
            live=live,
            encoded=encoded,
        )
        self._attention = Attention(self._capture, report, self._note, load)

    @property
    def state(self) -> State:
        return self._state

    def post(self, message: Command | AppGone) -> None:
        """Have a command carried out. May be called from any thread and from a signal handler."""
        self._messages.put(message)

    def progress(self) -> Progress:
        """How it stands. May be called from any thread, whatever the devices do."""
        return progress_of(self._recording, self._capture, self._clock)

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
            self._look_around()
        else:
            self._handle(message)
        part = self._recording.part
        if part is not None and self._state is State.RECORDING:
            self._attention.watch_load(part)

    def _watch_limit(self) -> None:
        """End a recording whose time is up while it is paused."""
        if self._state is State.PAUSED and self._recording.is_time_up_in_pause():
            self._finish("complete", TIME_LIMIT, None)

    def _look_around(self) -> None:
        is_recorded = self._state is State.RECORDING
        if is_recorded and self._medium is not None and self._medium.audio:
            self._attention.look_for_silence()
        self._attention.look_for_alarms()
        if is_recorded:
            self._attention.note_alarms()

    def _note(self, name: str) -> None:
        self._recording.mark(SetMarker(name, MARKED_BY, self._clock.monotonic_ns()))

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
                self._recording.mark(message)
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
                self._recording.write_early_markers()
                if self._state is State.RECORDING:
                    self._attention.note_alarms()
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
        self._attention.recording_begins()
        assert self._medium is not None
        self._recording.begin(request, self._medium)

    def _pause(self) -> None:
        """Close what is open, and record nothing until somebody resumes."""
        part = self._recording.part
        if self._state is not State.RECORDING or part is None:
            return
        end_s = self._recording.pause()
        self._advance(Trigger.PAUSE)
        self._report(self.progress())
        self._report(Paused(part.request.recording, end_s))

    def _resume(self) -> None:
        """Record again, in a new part."""
        if self._state is State.PAUSED and self._medium is not None:
            self._advance(Trigger.RESUME)
            self._recording.resume(self._medium)

    def _go_on_in_new_part(
        self, reason: str, encoding: Encoding | None = None, *, at_once: bool = False
    ) -> None:
        """Close what is open at the next frame and go on from it, without losing anything."""
        if self._state is State.RECORDING and self._recording.part is not None:
            self._recording.part.switch(reason, encoding, at_once=at_once)

    def _report_of_part(self, event: Event) -> None:
        if isinstance(event, PartBegan):
            self._messages.put(_PartBegun())
        self._report(event)

    def _ended(self, part: PartsRecorder) -> None:
        self._messages.put(_PartOver(part))

    def _part_over(self, part: PartsRecorder) -> None:
        if part is not self._recording.part or self._state is not State.RECORDING:
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
        part = self._recording.part
        assert part is not None
        paused_until_s = self._recording.pauses.until_s
        self._advance(Trigger.STOP)
        self._recording.close()
        self._recording.write_early_markers()
        try:
            if part.failure is not None:
                raise part.failure
            end_s = self._recording.write_end(state, reason, stopped_ns, paused_until_s)
        except RecordingError as error:
            self._lose_part(error)
            return
        # The last counts, so that whoever shows them ends with the right ones.
        self._report(self.progress())
        self._let_go()
        self._advance(Trigger.CLOSED)
        self._report(RecordingEnded(part.request.recording, state, reason, end_s))
        self._over = self._over or self._once

    def _broke(self, error: RecordingError) -> None:
        """Something that a recording needs has failed: close what is open; the recorder is over."""
        if self._state is State.FAILED:
            return
        if self._state not in (State.RECORDING, State.PAUSED):
            self._advance(Trigger.BROKE)
            self._over = True
            self._report(Failed(error.code, error.title, error.sentence, error.wrong_usage))
            return
        self._advance(Trigger.BROKE)
        self._recording.close()
        self._lose_part(error)

    def _lose_part(self, error: RecordingError) -> None:
        part = self._recording.part
        assert part is not None
        self._advance(Trigger.BROKE)
        self._recording.write_loss(error)
        self._let_go()
        self._over = True
        self._report(PartLost(part.request.recording, error.code, error.sentence))

    def _let_go(self) -> None:
        if self._recording.part is not None:
            self._attention.recording_ends(self._recording.part.request.recording)
        self._recording.let_go()
