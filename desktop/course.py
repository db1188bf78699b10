"""The course of one source's recordings: what people wish of them, and what recorders are told.

It carries a recording from the wish to its end, over as many recorders as it takes, and knows its
state as far as a person is concerned. Which recorder is of use is the supervision's to judge.
"""

import logging
from collections.abc import Callable
from typing import Final

from desktop import growth
from desktop.disk_watch import DiskWatch
from desktop.expected import News
from desktop.keeper import Keeper
from desktop.recording.model import (
    PauseRecording,
    RecordingRequest,
    ResumeRecording,
    SetMarker,
    StartRecording,
    StopRecording,
)
from desktop.recording.states import State
from desktop.running import RunningRecording
from desktop.supervisor_events import (
    DeviceAsExpected,
    DeviceChanged,
    DeviceChosen,
    Ended,
    NotGrowing,
    SupervisorEvent,
)
from holdfast.clock import Clock

STOP_LIMIT_S: Final = 3.5
"""A recorder that has done nothing for so long after a stop is killed: whatever hangs, a stop is
answered within 5 s. One that still encodes what waits in memory may."""
TIME_LIMIT: Final = "time limit"
_log = logging.getLogger(__name__)


class Course:
    """At most one recording at a time. Used by the supervisor's thread alone."""

    def __init__(
        self, keeper: Keeper, clock: Clock, emit: Callable[[SupervisorEvent], None]
    ) -> None:
        self._keeper = keeper
        self._clock = clock
        self._emit = emit
        self.running: RunningRecording | None = None
        self.state = State.PREPARING
        """As far as a person is concerned: a recorder that is replaced does not end RECORDING."""

    @property
    def is_ending(self) -> bool:
        """Whether there is a recording that somebody asked to stop."""
        return self.running is not None and self.running.stop is not None

    @property
    def is_told(self) -> bool:
        """Whether the recorder of now was told to record."""
        return self.running is not None and self.running.told

    @property
    def is_begun(self) -> bool:
        """Whether there is a recording, and something in it."""
        return self.running is not None and self.running.begun

    def begin(self, request: RecordingRequest) -> bool:
        """Record this as soon as a recorder is ready; False where another is recorded."""
        if self.running is not None:
            _log.error("%s is not recorded: a recording runs already", request.recording)
            self._emit(Ended(request.recording))
            return False
        self.running = RunningRecording(request, self._clock)
        self.state = State.PREPARING
        self.tell()
        return True

    def tell(self) -> None:
        """Tell a recorder that is ready what to record."""
        running = self.running
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

    def mark(self, marker: SetMarker) -> None:
        """Note an instant in the recording, if there is one."""
        if self.running is not None:
            self.running.add_marker(marker)
            if self.running.told:
                self._keeper.send(marker)
            for event in self.running.write_markers():
                self._emit(event)

    def note(self, name: str) -> None:
        """Note in the recording what happens just now by itself."""
        self.mark(SetMarker(name, "recorder", self._clock.monotonic_ns()))

    def tell_news(self, news: list[News]) -> None:
        """Say and note which device is another one; recording goes on with it."""
        for each in news:
            if not isinstance(each, DeviceAsExpected):
                self._note_device(each)
            self._emit(each)

    def _note_device(self, news: DeviceChanged | DeviceChosen) -> None:
        running = self.running
        if running is None or not running.begun:
            return
        if isinstance(news, DeviceChanged):
            running.comes_back_as(news.reason)
        self.note(news.marker)

    def watch(self, disk: DiskWatch) -> None:
        """Say and note when what should grow on the disk does not, and when it does again."""
        owed = self.is_told and not self.is_ending
        if not owed or self.state is not State.RECORDING:
            disk.rest()
        news = disk.news()
        if news is None:
            return
        if owed:
            stands = isinstance(news, NotGrowing)
            self.note(growth.NOT_WRITTEN if stands else growth.WRITTEN_AGAIN)
        self._emit(news)

    def pause(self) -> None:
        """Record nothing until `resume`."""
        running = self.running
        if running is None or running.paused or running.stop is not None:
            return
        running.paused = True
        self.state = State.PAUSED
        self._keeper.paused()
        if running.told:
            self._keeper.send(PauseRecording())
        else:
            self._emit(running.pause_without_recorder(self._clock.monotonic_ns()))

    def resume(self) -> None:
        """Go on with what is paused."""
        running = self.running
        if running is None or not running.paused or running.stop is not None:
            return
        running.resume()
        self.state = State.RECORDING
        if running.told:
            self._keeper.send(ResumeRecording())
            self._keeper.recording()
        self.tell()

    def stop(self, stop: StopRecording) -> None:
        """Ask the recording to end."""
        running = self.running
        if running is None or running.stop is not None:
            return
        running.ask_to_stop(stop, self._clock.monotonic_ns(), STOP_LIMIT_S)
        self.state = State.FINALIZING
        if running.told:
            self._keeper.send(stop)

    def is_overdue(self, now_ns: int) -> bool:
        """Whether a recorder that was asked to stop should have done so long ago."""
        running = self.running
        return (
            running is not None
            and self.is_told
            and self.is_ending
            and (now_ns >= running.stop_by_ns)
        )

    def end_by_itself(self, *, goes_on: bool) -> bool:
        """End a recording that no recorder can end, being dead or never told; whether one ended.

        `goes_on`: whether time passes in the source while nothing is recorded.
        """
        running = self.running
        now_ns = self._clock.monotonic_ns()
        if running is None or running.told:
            return False
        stop = running.stop
        if stop is None and running.time_is_up(now_ns):
            stop = StopRecording("complete", TIME_LIMIT)
        if stop is None:
            return False
        if running.begun:
            self._emit(running.end_without_recorder(stop, now_ns, goes_on))
        return True

    def over(self) -> str:
        """The recording has ended; returns its id."""
        assert self.running is not None
        recording = self.running.recording
        self.running = None
        self._keeper.ended()
        self.state = State.IDLE if self._keeper.ready else State.PREPARING
        return recording

    def give_up(self) -> str | None:
        """Nothing can be recorded any more; returns the id of what was."""
        running, self.running = self.running, None
        self.state = State.FAILED
        return None if running is None else running.recording
