"""Whatever people, programs and cameras do to a recorder, in any order: what it leaves is whole.

A real recorder writes real files; only the camera is simulated. After each walk every recording
must give a valid manifest with exactly the pictures that came while it ran.
"""

import itertools
import queue
import shutil
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from desktop.recording.capture import Capture, Notice
from desktop.recording.errors import DeviceLost
from desktop.recording.model import (
    Close,
    Command,
    Event,
    Failed,
    MarkerSet,
    PartBegan,
    PartLost,
    Paused,
    PauseRecording,
    Progress,
    Ready,
    RecordingEnded,
    RecordingRequest,
    ResumeRecording,
    SetMarker,
    StartRecording,
    StopRecording,
)
from desktop.recording.recorder import AppGone, Recorder
from desktop.recording.sources import Frame
from desktop.recording.states import State
from holdfast import salvage
from holdfast.announcement import Video
from holdfast.ids import new_id
from holdfast.journal import RecordingState
from holdfast.jsonform import parse
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from tests.support.manual_clock import EPOCH, ManualClock

FPS = 30
GIVE_UP_S = 10.0
LOST_BEFORE = 3
E = TypeVar("E", bound=Event)


def wait_for(found: Callable[[], object], what: str) -> None:
    """Look a thousand times a second until it is so."""
    pause = threading.Event()
    for _ in range(round(GIVE_UP_S * 1000)):
        if found():
            return
        pause.wait(0.001)
    raise AssertionError(f"it has not come to this: {what}")


class Tape:
    """A camera that shows a picture or breaks when it is told to."""

    live = True

    def __init__(self) -> None:
        self._told: queue.SimpleQueue[Frame | DeviceLost] = queue.SimpleQueue()
        self._given = 0
        self._read = 0
        self._passed_on = 0

    def open(self) -> Video:
        return Video("h264", 64, 48, float(FPS), "tape", "Tape")

    def tell(self, what: Frame | DeviceLost) -> None:
        """Have it show this next."""
        self._given += 1
        self._told.put(what)

    @property
    def is_taken(self) -> bool:
        """Whether whoever records has all that was shown."""
        return self._passed_on == self._given

    def read(self, stop: threading.Event) -> Frame | None:
        # Asked for the next one, so the one before was passed on.
        self._passed_on = self._read
        while not stop.is_set():
            try:
                told = self._told.get(timeout=0.01)
            except queue.Empty:
                continue
            if isinstance(told, DeviceLost):
                raise told
            self._read += 1
            return told
        return None

    def close(self) -> None:
        return


@dataclass
class Expected:
    """What one recording must hold in the end."""

    request: RecordingRequest
    times_ns: list[int] = field(default_factory=list)
    """Capture times of the pictures that were given while it was recorded."""
    lost: int = 0
    markers: list[str] = field(default_factory=list)
    state: RecordingState = "interrupted"
    parts: int = 0
    is_paused: bool = False

    def is_within(self, time_ns: int) -> bool:
        """Whether a picture of this time lies before the recording's limit."""
        limit_s = self.request.seconds
        zero_ns = self.times_ns[0] if self.times_ns else time_ns
        return limit_s is None or time_ns - zero_ns < round(limit_s * 1e9)

    def expect(self, time_ns: int, lost_before: int = 0) -> None:
        """This picture was given to the recording."""
        if self.is_within(time_ns):
            self.times_ns.append(time_ns)
            self.lost += lost_before


class Bench:
    """One recorder, its camera and what it has reported, as a supervisor has them."""

    def __init__(self, clock: ManualClock) -> None:
        self.tape = Tape()
        self.ends = 0
        """Ends of recordings that were waited for."""
        self._clock = clock
        self._events: list[Event] = []
        self._recorder = Recorder(self._capture, clock, self._events.append, live=True, once=False)
        self._thread = threading.Thread(target=self._recorder.run, daemon=True)
        self._thread.start()
        self.show()
        wait_for(lambda: self.of(Ready), "the recorder is ready")

    def _capture(self, notify: Callable[[Notice], None]) -> Capture:
        return Capture(self.tape, lambda: None, self._clock, notify)

    def of(self, kind: type[E]) -> list[E]:
        """The events of one kind so far."""
        return [each for each in list(self._events) if isinstance(each, kind)]

    def do(self, command: Command | AppGone) -> None:
        """Give a command."""
        self._recorder.post(command)

    def next_end(self) -> RecordingEnded:
        """Wait for the end of the recording."""
        wait_for(lambda: len(self.of(RecordingEnded)) > self.ends, "the end")
        self.ends += 1
        return self.of(RecordingEnded)[-1]

    def show(self, lost_before: int = 0) -> int:
        """One picture; returns its capture time once whoever records has it."""
        self._clock.advance(1 / FPS)
        now_ns = self._clock.monotonic_ns()
        pixels = np.full((48, 64, 3), now_ns % 200, np.uint8)
        self.tape.tell(Frame(now_ns, pixels=pixels, lost_before=lost_before))
        wait_for(lambda: self.tape.is_taken, "the picture is taken")
        self._let_catch_up()
        return now_ns

    def _let_catch_up(self) -> None:
        """Give an encoder time that is a second behind: a full queue would drop pictures."""
        pause = threading.Event()
        for _ in range(500):
            if self._recorder.progress().behind_s < 1.0:
                return
            if self._recorder.state is not State.RECORDING:
                return
            pause.wait(0.001)

    def progress(self) -> Progress:
        """How it stands now."""
        return self._recorder.progress()

    def state(self) -> State:
        return self._recorder.state

    def join(self) -> None:
        """Wait until the recorder is over."""
        self._thread.join(GIVE_UP_S)
        assert not self._thread.is_alive()


class Walk(RuleBasedStateMachine):
    """Commands and accidents in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="holdfast-walk-"))
        self.clock = ManualClock()
        self.bench = Bench(self.clock)
        self.recordings: list[Expected] = []
        self.current: Expected | None = None
        self.marks = itertools.count()

    # No preconditions: how many pictures a part gets until its first one is in depends on how busy
    # the computer is, and with it whether a recording has reached its limit. Which rules may be
    # drawn must not depend on that.

    @rule(seconds=st.sampled_from([None, None, 0.1, 1.0]))
    def start(self, seconds: float | None) -> None:
        if self.current is not None:
            return
        folder = self.root / new_id(EPOCH) / new_id(EPOCH)
        folder.mkdir(parents=True)
        self.current = Expected(_request(folder, seconds))
        self.recordings.append(self.current)
        self._record(self.current)

    def _record(self, expected: Expected) -> None:
        """Start, and show pictures until the first one is in, or none can be."""
        began = len(self.bench.of(PartBegan))
        self.bench.do(StartRecording(expected.request))
        early = f"{next(self.marks)} before the first picture"
        marked = len(self.bench.of(MarkerSet))
        self.bench.do(SetMarker(early, "test", self.clock.monotonic_ns()))
        shown: list[int] = []

        def is_settled() -> bool:
            if len(self.bench.of(PartBegan)) > began:
                return True
            if len(self.bench.of(RecordingEnded)) > self.bench.ends:
                return True
            shown.append(self.bench.show(0 if shown else LOST_BEFORE))
            return False

        wait_for(is_settled, "the first picture is in")
        if expected.parts or len(self.bench.of(PartBegan)) > began:
            # Once the recording has a clock, a marker is in it.
            expected.markers.append(early)
            wait_for(lambda: len(self.bench.of(MarkerSet)) > marked, "the early marker")
        for begun in self.bench.of(PartBegan)[began:]:
            is_later = expected.parts > 0
            expected.parts += 1
            first_ns = begun.zero_ns + round(begun.offset_s * 1e9)
            for number, time_ns in enumerate(shown):
                if time_ns >= first_ns - 1000:
                    # What was lost before the first picture of all was never in the recording.
                    expected.expect(time_ns, 0 if number or not is_later else LOST_BEFORE)
        self._notice_limit()

    @rule(count=st.integers(1, 12), lost=st.sampled_from([0, 0, 1, 7]))
    def show(self, count: int, lost: int) -> None:
        for number in range(count):
            lost_before = 0 if number else lost
            time_ns = self.bench.show(lost_before)
            if self.current is not None and not self.current.is_paused:
                self.current.expect(time_ns, lost_before)
        self._notice_limit()

    def _notice_limit(self) -> None:
        """A picture past the limit ends the recording by itself."""
        if self.current is not None and not self.current.is_within(self.clock.monotonic_ns()):
            self._ended("complete")

    @rule(count=st.integers(0, 5), resumes=st.booleans())
    def pause(self, count: int, resumes: bool) -> None:
        """What is shown meanwhile is not recorded; the recording may also end while paused."""
        if self.current is None or self.current.request.seconds is not None:
            return
        if not self.current.is_paused:
            paused = len(self.bench.of(Paused))
            self.bench.do(PauseRecording())
            wait_for(lambda: len(self.bench.of(Paused)) > paused, "the pause")
            self.current.is_paused = True
        for _ in range(count):
            self.bench.show()
        if resumes:
            self.current.is_paused = False
            self._follow(self.current, ResumeRecording())

    def _follow(self, expected: Expected, command: Command) -> None:
        """Have a part begin after the command, and show pictures until its first one is in."""
        began = len(self.bench.of(PartBegan))
        self.bench.do(command)
        shown: list[int] = []

        def has_begun() -> bool:
            if len(self.bench.of(PartBegan)) > began:
                return True
            shown.append(self.bench.show())
            return False

        wait_for(has_begun, "the next part")
        begun = self.bench.of(PartBegan)[-1]
        expected.parts += 1
        first_ns = begun.zero_ns + round(begun.offset_s * 1e9)
        for time_ns in shown:
            if time_ns >= first_ns - 1000:
                expected.expect(time_ns)

    @rule(name=st.sampled_from(["stimulus", "Ω – answer", ""]))
    def mark(self, name: str) -> None:
        text = f"{next(self.marks)} {name}"
        marked = len(self.bench.of(MarkerSet))
        self.bench.do(SetMarker(text, "test", self.clock.monotonic_ns()))
        if self.current is not None:
            wait_for(lambda: len(self.bench.of(MarkerSet)) > marked, "the marker")
            self.current.markers.append(text)

    @rule(state=st.sampled_from(("complete", "interrupted")))
    def stop(self, state: RecordingState) -> None:
        self.bench.do(StopRecording(state, "stopped"))
        if self.current is not None:
            self._ended(state)

    def _ended(self, state: RecordingState) -> None:
        assert self.current is not None
        ended = self.bench.next_end()
        assert (ended.recording, ended.state) == (self.current.request.recording, state)
        self.current.state = state
        self.current = None

    @rule(last=st.sampled_from([Close(), AppGone()]))
    def close(self, last: Close | AppGone) -> None:
        self.bench.do(last)
        self.bench.join()
        if self.current is not None:
            self._ended("interrupted")
        self.bench = Bench(self.clock)

    @rule(goes_on=st.booleans())
    def unplug(self, goes_on: bool) -> None:
        """The camera is gone; the supervisor starts another recorder, for a new part perhaps."""
        if self.current is not None and self.current.is_paused:
            return
        self.bench.tape.tell(DeviceLost("The camera was unplugged. What was recorded is safe."))
        self.bench.join()
        lost, self.current = self.current, None
        gone = self.bench.of(Failed) if lost is None else self.bench.of(PartLost)
        assert ["unplugged" in each.sentence for each in gone] == [True]
        self.bench = Bench(self.clock)
        if lost is not None and goes_on:
            closed = RecordingFolder(lost.request.folder).segments()
            lost.request = replace(
                lost.request,
                part=lost.parts,
                first_segment=max(closed, default=-1) + 1,
                zero_ns=lost.times_ns[0],
                reason="camera lost",
            )
            self.current = lost
            self._record(lost)

    @invariant()
    def nothing_is_open_that_is_over(self) -> None:
        for each in self.recordings:
            if each is not self.current:
                assert not list(each.request.folder.glob("*.part"))

    def teardown(self) -> None:
        try:
            self.bench.do(Close())
            self.bench.join()
            for each in self.recordings:
                _assert_whole(each)
        finally:
            shutil.rmtree(self.root)


def _request(folder: Path, seconds: float | None) -> RecordingRequest:
    return RecordingRequest(
        folder=folder,
        recording=folder.name,
        session=folder.parent.name,
        participant="P-001",
        study=None,
        prompt=None,
        take=1,
        device=new_id(EPOCH),
        app_version="test",
        seconds=seconds,
    )


def _assert_whole(expected: Expected) -> None:
    folder = RecordingFolder(expected.request.folder)
    salvaged = salvage.close_recording(folder, lambda data: "unsigned")
    assert salvaged is not None
    assert salvaged.segments == ()
    manifest = salvaged.manifest
    assert Manifest.from_json(parse(folder.manifest.read_bytes(), "manifest")) == manifest
    assert manifest.state == expected.state
    assert [each.name for each in manifest.markers] == expected.markers
    assert [each.part for each in manifest.parts] == list(range(expected.parts))
    sidecars = [salvage.read_sidecar(folder, number) for number in folder.segments()]
    noted_ns = [
        each.base_monotonic_ns + delta_us * 1000
        for each in sidecars
        if each is not None
        for delta_us in each.frame_times_us
    ]
    assert len(noted_ns) == manifest.frames == len(expected.times_ns)
    for noted, true in zip(noted_ns, expected.times_ns, strict=True):
        assert 0 <= true - noted < 1000
    assert manifest.lost_frames == expected.lost


def test_any_order_of_commands_leaves_whole_recordings() -> None:
    run_state_machine_as_test(Walk, settings=settings(max_examples=25, stateful_step_count=24))


def test_after_a_pause_the_clock_stays_until_the_first_picture(tmp_path: Path) -> None:
    clock = ManualClock()
    bench = Bench(clock)
    folder = tmp_path / new_id(EPOCH) / new_id(EPOCH)
    folder.mkdir(parents=True)
    bench.do(StartRecording(_request(folder, None)))
    wait_for(lambda: bench.show() and bench.of(PartBegan), "it has begun")
    bench.do(PauseRecording())
    wait_for(lambda: bench.of(Paused), "it is paused")
    clock.advance(60.0)
    paused_s = bench.progress().elapsed_s
    bench.do(ResumeRecording())
    wait_for(lambda: bench.state() is State.RECORDING, "it goes on")
    resumed_s = bench.progress().elapsed_s
    bench.do(AppGone())
    bench.join()

    assert paused_s > 60.0
    assert resumed_s == paused_s
