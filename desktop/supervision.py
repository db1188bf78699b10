"""What a supervisor does on its own thread: wishes in, a recorder's words in, events out.

It owns the order of parts within a recording and decides when a recorder is of no use any more.
Public calls, the thread and the preview's memory are in `supervisor.py`.
"""

import logging
from multiprocessing.connection import wait
from typing import Any

from desktop import choosing, losses, reopening, watchdog
from desktop.choosing import Choose, Leaving
from desktop.course import Course
from desktop.disk_watch import DiskWatch
from desktop.keeper import Keeper
from desktop.last_devices import NOTHING_REMEMBERED, DeviceMemory
from desktop.losses import Losses
from desktop.recorder_process import Spawn
from desktop.recording.choice import SourceKind
from desktop.recording.errors import (
    DeviceLost,
    DiskFull,
    FolderUnwritable,
)
from desktop.recording.model import (
    CaptureRequest,
    Close,
    Event,
    Failed,
    LetGo,
    MicrophoneOpened,
    PartBegan,
    PartLost,
    PauseRecording,
    PictureAlarm,
    Progress,
    Ready,
    RecordingEnded,
    RecordingRequest,
    Reopen,
    ResumeRecording,
    SetMarker,
    StopRecording,
)
from desktop.recording.states import State
from desktop.reopening import Reopening
from desktop.source_in_use import SourceInUse
from desktop.supervisor_events import (
    Ended,
    OnEvent,
    RecorderBack,
    SupervisorEvent,
)
from desktop.supervisor_wishes import CloseBy, ConfirmDevices, Wish
from holdfast.clock import Clock

_log = logging.getLogger(__name__)

UNBORN_LIMIT = 3
"""So many recorders may die before the first picture; then there is no use in another."""
LOOK_EVERY_S = 0.25
APP_ENDED = "the app ended"

_FINAL_CODES = frozenset({DiskFull.code, FolderUnwritable.code})


class Supervision:
    """One source kept open and recorded from. Used by the supervisor's thread alone."""

    def __init__(
        self,
        request: CaptureRequest,
        on_event: OnEvent,
        clock: Clock,
        spawn: Spawn,
        memory: DeviceMemory = NOTHING_REMEMBERED,
    ) -> None:
        self._source = SourceInUse(request, memory)
        self._on_event = on_event
        self._clock = clock
        self._keeper = Keeper(spawn, self._source.kind.live, clock)
        self._reopening = Reopening()
        self._disk = DiskWatch(clock)
        self._course = Course(self._keeper, clock, self._emit)
        self._losses = Losses()
        self._closing: CloseBy | None = None
        self._wanted = True
        self._ever_ready = False
        self._choice: Choose | None = None
        """What a person chose and could not be opened yet."""
        self._leaving: Leaving | None = None

    @property
    def state(self) -> State:
        """As far as a person is concerned: a recorder that is replaced does not end RECORDING."""
        return self._course.state

    def begin(self, preview: str | None) -> None:
        """Open the source. `preview` names the block that its pictures go to."""
        self._source.begin(preview, self._clock.monotonic_ns())
        if self._source.refused is not None:
            self._give_up(self._source.refused)
        self._start_recorder()

    def end(self) -> None:
        """Leave no process behind."""
        self._keeper.drop()
        self._disk.rest()

    def wait(self, wake: int) -> None:
        """Wait until `wake` is readable, the recorder speaks or dies, or it is time to look."""
        watched: list[Any] = [wake, *self._keeper.waitables()]
        wait(watched, LOOK_EVERY_S)

    def step(self) -> None:
        """Hear what the recorder said, judge it, and have one running if one is wanted."""
        self._take_up_choice()
        self._listen()
        self._watch()
        self._course.watch(self._disk)
        self._end_by_ourselves()
        self._start_recorder()

    def is_over(self) -> bool:
        """Whether everything is closed that was to be closed."""
        done = self._course.running is None and not self._keeper.has_process
        return self._closing is not None and done

    def _start_recorder(self) -> None:
        if self._wanted:
            self._keeper.start_if_due(self._source.request_for(self._course.running))

    def grant(self, wish: Wish) -> None:
        """Do what somebody asked for, or see to it that it is done."""
        if isinstance(wish, RecordingRequest):
            self._begin(wish)
        elif isinstance(wish, StopRecording):
            self._course.stop(wish)
        elif isinstance(wish, SetMarker):
            self._course.mark(wish)
        elif isinstance(wish, PauseRecording):
            self._course.pause()
        elif isinstance(wish, ResumeRecording):
            self._course.resume()
        elif isinstance(wish, ConfirmDevices):
            self._course.tell_news(self._source.confirm())
        elif isinstance(wish, Choose):
            self._choice = wish if self._choice is None else self._choice.together(wish)
        else:
            self._close(wish)

    def _begin(self, request: RecordingRequest) -> None:
        if self._course.begin(request):
            self._wanted = self._closing is None

    def _take_up_choice(self) -> None:
        """Have the devices opened that a person chose; a recording goes on with them."""
        if self._choice is None or self._leaving or self._course.is_ending or self._closing:
            return
        now_ns = self._clock.monotonic_ns()
        choice, self._choice = self._choice, None
        self._source.choose(choice, now_ns)
        if self._source.refused is not None:
            self._give_up(self._source.refused)
            return
        self._wanted = True
        self._ever_ready = self._course.is_begun
        self._leaving = Leaving(choice, now_ns + int(choosing.ANSWER_S * 1e9))
        if self._course.is_told:
            self._keeper.send(LetGo(choice.sentence, choice.reason))
        else:
            self._lose(choice.sentence, choice.reason)

    def _close(self, close: CloseBy) -> None:
        self._closing = close
        self._wanted = False
        self._course.stop(StopRecording("interrupted", APP_ENDED))
        self._keeper.send(Close())

    def _listen(self) -> None:
        dead = self._keeper.is_dead()
        for event in self._keeper.events():
            self._hear(event)
        if dead and self._keeper.is_dead():
            self._recorder_died()

    def _hear(self, event: Event) -> None:
        running = self._course.running
        if isinstance(event, Failed):
            self._source_failed(event)
            return
        if running is not None:
            event = running.hear(event, self._clock.monotonic_ns())
        self._emit(event)
        if isinstance(event, Ready):
            self._course.tell_news(self._source.opened(event))
            self._became_ready()
        elif isinstance(event, PartBegan):
            self._keeper.recorded()
            if running is not None:
                self._disk.part_began(event, running.folder)
            self._is_back()
            if running is not None and (resumed := running.is_resumed_by(event)) is not None:
                self._emit(resumed)
        elif isinstance(event, PartLost):
            self._part_lost(event)
        elif isinstance(event, RecordingEnded):
            self._ended()
        else:
            self._hear_of_devices(event)

    def _hear_of_devices(self, event: Event) -> None:
        if isinstance(event, PictureAlarm):
            self._reopening.heard(event, self._clock.monotonic_ns())
        elif isinstance(event, Progress):
            self._disk.heard(event)
        elif isinstance(event, MicrophoneOpened):
            self._course.tell_news(self._source.heard_from(event.microphone))

    def _became_ready(self) -> None:
        self._ever_ready = True
        if self._course.running is None:
            self._course.state = State.IDLE
        if self._course.running is None or self._course.running.paused:
            self._is_back()
        self._course.tell()

    def _is_back(self) -> None:
        if self._losses.end():
            self._emit(RecorderBack())

    def _recorder_died(self) -> None:
        if not self._wanted and not self._course.is_told:
            self._keeper.drop()
            return
        _log.error("the recorder process died")
        self._lose(losses.DIED, watchdog.HANGS)
        if not self._ever_ready and self._keeper.failures >= UNBORN_LIMIT:
            self._give_up(losses.NEVER_WORKED)

    def _source_failed(self, failed: Failed) -> None:
        if self._ever_ready or self._leaving is not None:
            self._lose(losses.sentence_of(failed), watchdog.NO_PICTURE)
        else:
            self._give_up(failed)

    def _part_lost(self, lost: PartLost) -> None:
        if lost.code in _FINAL_CODES:
            self._course.stop(StopRecording("interrupted", lost.sentence))
        self._lose(lost.sentence, losses.gap_reason(lost))

    def _watch(self) -> None:
        now_ns = self._clock.monotonic_ns()
        if self._course.is_overdue(now_ns):
            _log.error("the recorder did not end its recording in time and is killed")
            self._lose(losses.SENTENCES[watchdog.HANGS], watchdog.HANGS)
        elif self._closing is not None and now_ns >= self._closing.deadline_ns:
            self._keeper.drop()
        elif self._leaving is not None and now_ns >= self._leaving.by_ns:
            _log.error("the recorder did not let its devices go in time and is killed")
            self._lose(self._leaving.choice.sentence, self._leaving.choice.reason)
        elif (verdict := self._keeper.verdict()) is not None:
            _log.error("the recorder is replaced: %s", verdict)
            self._watchdog_bites(verdict)
        elif self._closing is None and not self._course.is_ending:
            self._open_anew_where_frozen(now_ns)

    def _open_anew_where_frozen(self, now_ns: int) -> None:
        if self._reopening.is_due(now_ns):
            self._source.always_changes()
            self._keeper.send(Reopen(reopening.SENTENCE))
        elif self._reopening.is_unanswered(now_ns):
            self._lose(reopening.SENTENCE, reopening.REASON)

    def _watchdog_bites(self, reason: str) -> None:
        if self._ever_ready or self._keeper.failures + 1 < UNBORN_LIMIT:
            self._lose(losses.SENTENCES[reason], reason)
        else:
            self._give_up(Failed(DeviceLost.code, DeviceLost.title, losses.SENTENCES[reason]))

    def _lose(self, sentence: str, reason: str) -> None:
        """The recorder is of no use any more: end it, save what it left, go on with another."""
        leaving, self._leaving = self._leaving, None
        if leaving is None:
            self._lose_recorder(sentence, reason)
            return
        # Whatever ended it now: it was asked to end, and other devices come next.
        choice = leaving.choice
        self._losses.end()
        self._lose_recorder(choice.sentence, choice.reason, by_choice=True)
        if self._course.running is not None:
            self._course.running.comes_back_as(choice.reason)
        self._keeper.begin_anew(self._source.kind.live)

    def _lose_recorder(self, sentence: str, reason: str, *, by_choice: bool = False) -> None:
        self._keeper.failed()
        self._reopening.recorder_is_gone()
        running = self._course.running
        if running is not None and running.told:
            for event in running.lose_part(reason):
                self._emit(event)
            if (ended := running.ended_before_it_died()) is not None:
                self._emit(ended)
                self._ended()
                return
        if not self._course.is_ending and self._closing is None:
            news = self._losses.news(sentence, by_choice=by_choice)
            if news is not None:
                self._emit(news)
        if running is None:
            self._course.state = State.PREPARING

    def _end_by_ourselves(self) -> None:
        goes_on = self._source.kind is not SourceKind.FILE
        if self._course.end_by_itself(goes_on=goes_on):
            self._ended()

    def _ended(self) -> None:
        recording = self._course.over()
        if self._source.kind is SourceKind.FILE:
            # It has been read; another recording of it starts with another recorder.
            self._keeper.drop()
            self._wanted = False
            self._ever_ready = False
        self._emit(Ended(recording))

    def _give_up(self, failed: Failed) -> None:
        self._wanted = False
        self._losses.end()
        self._keeper.drop()
        recording = self._course.give_up()
        self._emit(failed)
        if recording is not None:
            self._emit(Ended(recording))

    def _emit(self, event: SupervisorEvent) -> None:
        try:
            self._on_event(event)
        except Exception:  # noqa: BLE001  # The listener's fault; the recording must go on.
            _log.exception("nobody could take in %s", type(event).__name__)
