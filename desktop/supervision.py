"""What a supervisor does on its own thread: wishes in, a recorder's words in, events out.

It owns the order of parts within a recording and decides when a recorder is of no use any more.
Public calls, the thread and the preview's memory are in `supervisor.py`.
"""

import logging
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Any

from desktop import choosing, growth, reopening, watchdog
from desktop.choosing import Choose, Leaving
from desktop.disk_watch import DiskWatch
from desktop.expected import News
from desktop.keeper import Keeper
from desktop.last_devices import NOTHING_REMEMBERED, DeviceMemory
from desktop.recorder_process import Spawn
from desktop.recording.choice import SourceKind
from desktop.recording.errors import (
    DeviceBusy,
    DeviceLost,
    DiskFull,
    FolderUnwritable,
    PictureFrozen,
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
    StartRecording,
    StopRecording,
)
from desktop.recording.states import State
from desktop.reopening import Reopening
from desktop.running import RunningRecording
from desktop.source_in_use import SourceInUse
from desktop.supervisor_events import (
    DeviceAsExpected,
    DeviceChanged,
    DeviceChosen,
    Ended,
    NotGrowing,
    OnEvent,
    RecorderBack,
    RecorderLost,
    SupervisorEvent,
)
from holdfast.clock import Clock

_log = logging.getLogger(__name__)

STOP_LIMIT_S = 3.5
"""A recorder that has not ended its recording by then is killed: a stop answers within 5 s."""
UNBORN_LIMIT = 3
"""So many recorders may die before the first picture; then there is no use in another."""
LOOK_EVERY_S = 0.25
APP_ENDED = "the app ended"
TIME_LIMIT = "time limit"

_FINAL_CODES = frozenset({DiskFull.code, FolderUnwritable.code})
_PART_REASONS = {DeviceLost.code: watchdog.NO_PICTURE, PictureFrozen.code: reopening.REASON}
_DIED = (
    "The recorder stopped unexpectedly. What was recorded is safe; another recorder is being"
    " started, and the gap is noted."
)
_BUSY = (
    "Another program uses the camera now. What was recorded is safe. Close that program: the"
    " recording goes on as soon as the camera is free, and the gap is noted."
)
_SENTENCES = {
    watchdog.HANGS: (
        "The recorder did not answer any more. What was recorded is safe; another recorder is"
        " being started, and the gap is noted."
    ),
    watchdog.NO_PICTURE: (
        "The camera gives no picture any more. What was recorded is safe; waiting for it to come"
        " back, and the gap is noted."
    ),
}


@dataclass(frozen=True, slots=True)
class CloseBy:
    """Wish: end whatever runs, the process at the latest by then."""

    deadline_ns: int


@dataclass(frozen=True, slots=True)
class ConfirmDevices:
    """Wish: the devices of now are the expected ones."""


Wish = (
    RecordingRequest
    | PauseRecording
    | ResumeRecording
    | StopRecording
    | SetMarker
    | ConfirmDevices
    | Choose
    | CloseBy
)


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
        self._running: RunningRecording | None = None
        self._closing: CloseBy | None = None
        self._wanted = True
        self._ever_ready = False
        self._lost: str | None = None
        """What was told about the recorder or its camera while it is gone."""
        self._choice: Choose | None = None
        """What a person chose and could not be opened yet."""
        self._leaving: Leaving | None = None
        self._changing: str | None = None
        """What was told of a choice; whatever fails after it is news."""
        self.state = State.PREPARING
        """As far as a person is concerned: a recorder that is replaced does not end RECORDING."""

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
        self._watch_disk()
        self._end_by_ourselves()
        self._start_recorder()

    def is_over(self) -> bool:
        """Whether everything is closed that was to be closed."""
        done = self._running is None and not self._keeper.has_process
        return self._closing is not None and done

    def _start_recorder(self) -> None:
        if self._wanted:
            self._keeper.start_if_due(self._source.request_for(self._running))

    def grant(self, wish: Wish) -> None:
        """Do what somebody asked for, or see to it that it is done."""
        if isinstance(wish, RecordingRequest):
            self._begin(wish)
        elif isinstance(wish, StopRecording):
            self._stop(wish)
        elif isinstance(wish, SetMarker):
            self._mark(wish)
        elif isinstance(wish, PauseRecording):
            self._pause()
        elif isinstance(wish, ResumeRecording):
            self._resume()
        elif isinstance(wish, ConfirmDevices):
            self._tell_news(self._source.confirm())
        elif isinstance(wish, Choose):
            self._choice = wish if self._choice is None else self._choice.together(wish)
        else:
            self._close(wish)

    def _begin(self, request: RecordingRequest) -> None:
        if self._running is not None:
            _log.error("%s is not recorded: a recording runs already", request.recording)
            self._emit(Ended(request.recording))
            return
        self._running = RunningRecording(request, self._clock)
        self._wanted = self._closing is None
        self.state = State.PREPARING
        self._tell()

    def _tell(self) -> None:
        """Tell a recorder that is ready what to record."""
        running = self._running
        if running is None or running.told or running.stop or not self._keeper.ready:
            return
        if running.paused:
            return
        running.told = True
        self._keeper.send(StartRecording(running.next_request()))
        for marker in running.markers:
            self._keeper.send(marker)
        self._keeper.recording()
        self.state = State.RECORDING

    def _mark(self, marker: SetMarker) -> None:
        if self._running is not None:
            self._running.add_marker(marker)
            if self._running.told:
                self._keeper.send(marker)
            for event in self._running.write_markers():
                self._emit(event)

    def _pause(self) -> None:
        running = self._running
        if running is None or running.paused or running.stop is not None:
            return
        running.paused = True
        self.state = State.PAUSED
        self._keeper.paused()
        if running.told:
            self._keeper.send(PauseRecording())
        else:
            self._emit(running.pause_without_recorder(self._clock.monotonic_ns()))

    def _resume(self) -> None:
        running = self._running
        if running is None or not running.paused or running.stop is not None:
            return
        running.resume()
        self.state = State.RECORDING
        if running.told:
            self._keeper.send(ResumeRecording())
            self._keeper.recording()
        self._tell()

    def _stop(self, stop: StopRecording) -> None:
        running = self._running
        if running is None or running.stop is not None:
            return
        running.ask_to_stop(stop, self._clock.monotonic_ns(), STOP_LIMIT_S)
        self.state = State.FINALIZING
        if running.told:
            self._keeper.send(stop)

    def _take_up_choice(self) -> None:
        """Have the devices opened that a person chose; a recording goes on with them."""
        running = self._running
        ending = running is not None and running.stop is not None
        if self._choice is None or self._leaving is not None or ending or self._closing:
            return
        now_ns = self._clock.monotonic_ns()
        choice, self._choice = self._choice, None
        self._source.choose(choice, now_ns)
        if self._source.refused is not None:
            self._give_up(self._source.refused)
            return
        self._wanted = True
        self._ever_ready = running is not None and running.begun
        self._leaving = Leaving(choice, now_ns + int(choosing.ANSWER_S * 1e9))
        if running is not None and running.told:
            self._keeper.send(LetGo(choice.sentence, choice.reason))
        else:
            self._lose(choice.sentence, choice.reason)

    def _close(self, close: CloseBy) -> None:
        self._closing = close
        self._wanted = False
        self._stop(StopRecording("interrupted", APP_ENDED))
        self._keeper.send(Close())

    def _listen(self) -> None:
        dead = self._keeper.is_dead()
        for event in self._keeper.events():
            self._hear(event)
        if dead and self._keeper.is_dead():
            self._recorder_died()

    def _hear(self, event: Event) -> None:
        running = self._running
        if isinstance(event, Failed):
            self._source_failed(event)
            return
        if running is not None:
            event = running.hear(event, self._clock.monotonic_ns())
        self._emit(event)
        if isinstance(event, Ready):
            self._tell_news(self._source.opened(event))
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
            self._tell_news(self._source.heard_from(event.microphone))

    def _tell_news(self, news: list[News]) -> None:
        """Say and note which device is another one; recording goes on with it."""
        for each in news:
            if not isinstance(each, DeviceAsExpected):
                self._note_device(each)
            self._emit(each)

    def _note_device(self, news: DeviceChanged | DeviceChosen) -> None:
        running = self._running
        if running is None or not running.begun:
            return
        if isinstance(news, DeviceChanged):
            running.comes_back_as(news.reason)
        self._mark(SetMarker(news.marker, "recorder", self._clock.monotonic_ns()))

    def _became_ready(self) -> None:
        self._ever_ready = True
        if self._running is None:
            self.state = State.IDLE
        if self._running is None or self._running.paused:
            self._is_back()
        self._tell()

    def _is_back(self) -> None:
        if self._lost is not None:
            self._lost = None
            self._emit(RecorderBack())

    def _recorder_died(self) -> None:
        if not self._wanted and (self._running is None or not self._running.told):
            self._keeper.drop()
            return
        _log.error("the recorder process died")
        self._lose(_DIED, watchdog.HANGS)
        if not self._ever_ready and self._keeper.failures >= UNBORN_LIMIT:
            self._give_up(
                Failed(
                    "recorder_died",
                    "The recorder cannot work",
                    "The recorder stopped each time it was started, before the first picture."
                    " Nothing was recorded. Choose another camera or microphone, or restart the"
                    " computer.",
                )
            )

    def _source_failed(self, failed: Failed) -> None:
        if self._ever_ready or self._leaving is not None:
            busy = failed.code == DeviceBusy.code
            self._lose(_BUSY if busy else failed.sentence, watchdog.NO_PICTURE)
        else:
            self._give_up(failed)

    def _part_lost(self, lost: PartLost) -> None:
        if lost.code in _FINAL_CODES:
            self._stop(StopRecording("interrupted", lost.sentence))
        self._lose(lost.sentence, _PART_REASONS.get(lost.code, watchdog.HANGS))

    def _watch(self) -> None:
        now_ns = self._clock.monotonic_ns()
        running = self._running
        if running is not None and running.told and running.stop and now_ns >= running.stop_by_ns:
            _log.error("the recorder did not end its recording in time and is killed")
            self._lose(_SENTENCES[watchdog.HANGS], watchdog.HANGS)
        elif self._closing is not None and now_ns >= self._closing.deadline_ns:
            self._keeper.drop()
        elif self._leaving is not None and now_ns >= self._leaving.by_ns:
            _log.error("the recorder did not let its devices go in time and is killed")
            self._lose(self._leaving.choice.sentence, self._leaving.choice.reason)
        elif (verdict := self._keeper.verdict()) is not None:
            _log.error("the recorder is replaced: %s", verdict)
            self._watchdog_bites(verdict)
        elif self._closing is None and (running is None or running.stop is None):
            self._open_anew_where_frozen(now_ns)

    def _watch_disk(self) -> None:
        running = self._running
        owed = running is not None and running.told and running.stop is None
        if not owed or self.state is not State.RECORDING:
            self._disk.rest()
        news = self._disk.news()
        if news is None:
            return
        if owed:
            stands = isinstance(news, NotGrowing)
            name = growth.NOT_WRITTEN if stands else growth.WRITTEN_AGAIN
            self._mark(SetMarker(name, "recorder", self._clock.monotonic_ns()))
        self._emit(news)

    def _open_anew_where_frozen(self, now_ns: int) -> None:
        if self._reopening.is_due(now_ns):
            self._source.always_changes()
            self._keeper.send(Reopen(reopening.SENTENCE))
        elif self._reopening.is_unanswered(now_ns):
            self._lose(reopening.SENTENCE, reopening.REASON)

    def _watchdog_bites(self, reason: str) -> None:
        if self._ever_ready or self._keeper.failures + 1 < UNBORN_LIMIT:
            self._lose(_SENTENCES[reason], reason)
        else:
            self._give_up(Failed(DeviceLost.code, DeviceLost.title, _SENTENCES[reason]))

    def _lose(self, sentence: str, reason: str) -> None:
        """The recorder is of no use any more: end it, save what it left, go on with another."""
        leaving, self._leaving = self._leaving, None
        if leaving is None:
            self._lose_recorder(sentence, reason)
            return
        # Whatever ended it now: it was asked to end, and other devices come next.
        choice, self._lost = leaving.choice, None
        self._lose_recorder(choice.sentence, choice.reason, by_choice=True)
        if self._running is not None:
            self._running.comes_back_as(choice.reason)
        self._keeper.begin_anew(self._source.kind.live)

    def _lose_recorder(self, sentence: str, reason: str, *, by_choice: bool = False) -> None:
        self._keeper.failed()
        self._reopening.recorder_is_gone()
        running = self._running
        if running is not None and running.told:
            for event in running.lose_part(reason):
                self._emit(event)
            if (ended := running.ended_before_it_died()) is not None:
                self._emit(ended)
                self._ended()
                return
        ending = running is not None and running.stop is not None
        is_news = self._lost in (None, self._changing) or sentence == _BUSY != self._lost
        if is_news and not ending and self._closing is None:
            self._lost = sentence
            self._changing = sentence if by_choice else None
            self._emit(RecorderLost(sentence, by_choice))
        if running is None:
            self.state = State.PREPARING

    def _end_by_ourselves(self) -> None:
        """End a recording that no recorder can end: it is dead, or was never told."""
        running = self._running
        now_ns = self._clock.monotonic_ns()
        if running is None or running.told:
            return
        stop = running.stop
        if stop is None and running.time_is_up(now_ns):
            stop = StopRecording("complete", TIME_LIMIT)
        if stop is None:
            return
        if running.begun:
            goes_on = self._source.kind is not SourceKind.FILE
            self._emit(running.end_without_recorder(stop, now_ns, goes_on))
        self._ended()

    def _ended(self) -> None:
        assert self._running is not None
        recording = self._running.recording
        self._running = None
        self._keeper.ended()
        self.state = State.IDLE if self._keeper.ready else State.PREPARING
        if self._source.kind is SourceKind.FILE:
            # It has been read; another recording of it starts with another recorder.
            self._keeper.drop()
            self._wanted = False
            self._ever_ready = False
        self._emit(Ended(recording))

    def _give_up(self, failed: Failed) -> None:
        self._wanted = False
        self._lost = None
        self._keeper.drop()
        self.state = State.FAILED
        self._emit(failed)
        if self._running is not None:
            recording, self._running = self._running.recording, None
            self._emit(Ended(recording))

    def _emit(self, event: SupervisorEvent) -> None:
        try:
            self._on_event(event)
        except Exception:  # noqa: BLE001  # The listener's fault; the recording must go on.
            _log.exception("nobody could take in %s", type(event).__name__)
