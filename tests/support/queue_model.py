"""The queue against a model in memory: two processes claim, settle, die and come back at random."""

import random
import shutil
from dataclasses import dataclass, field

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from tests.recordings import RecordingOnDisk, begin_recording, some_device
from tests.support.model_runs import Counter, quick_folder
from tests.support.mortal import Killed, Mortals
from tests.support.queues import LeapingClock, QueueInHome
from uploader.errors import ClaimLost
from uploader.items import ItemState, SegmentClaim, Step
from uploader.transitions import Record

PROCESSES = st.integers(0, 1)
WHAT_MAY_DIE = ("claim", "announce", "complete", "reschedule", "release", "fail")
WAITS_S = st.sampled_from([0.0, 2.0, 60.0, 1800.0])

COUNTED = """
    SELECT recording, count(*), sum(state = 'pending'), sum(state = 'uploading'),
        sum(state = 'completed'), sum(state = 'failed'), sum(size_bytes), sum(acknowledged_bytes),
        total(duration_s), sum(frames), sum(lost_frames)
    FROM segments GROUP BY recording ORDER BY recording"""

RUNS = Counter()


@dataclass
class ModelSegment:
    """What the queue should know of a segment."""

    state: ItemState = ItemState.PENDING
    attempts: int = 0
    due_ms: int = 0
    owner: int | None = None


@dataclass
class ModelRecording:
    """What the queue should know of a recording."""

    on_disk: RecordingOnDisk
    announced: bool = False
    segments: list[ModelSegment] = field(default_factory=list)


class QueueMachine(RuleBasedStateMachine):
    """Every rule does the same to the queue and to the model; the invariants compare them."""

    def __init__(self) -> None:
        super().__init__()
        self.root = quick_folder()
        self.mortals = Mortals()
        self.counting = self.mortals.among_us()
        self.counting.__enter__()
        self.clock = LeapingClock()
        self.device = some_device()
        self.random = random.Random(1)
        self.recordings: dict[str, ModelRecording] = {}
        self.claims: list[tuple[int, SegmentClaim]] = []

    @initialize()
    def start(self) -> None:
        self.processes = [self._open(), self._open()]

    def _open(self) -> QueueInHome:
        self.clock.advance(0.01)
        return QueueInHome.open(self.root / "home", self.clock, self.device)

    def teardown(self) -> None:
        for process in getattr(self, "processes", []):
            process.close()
        self.counting.__exit__(None, None, None)
        RUNS.runs += 1
        RUNS.deaths += self.mortals.deaths
        shutil.rmtree(self.root)

    def _now_ms(self) -> int:
        return int(self.clock.now().timestamp() * 1000)

    def _record(self, reason: str = "") -> Record:
        return Record("segment", self.clock.now(), 0.1, "test", reason=reason)

    def _first_due(self) -> tuple[str, int] | None:
        for name, recording in sorted(self.recordings.items()):
            for number, segment in enumerate(recording.segments):
                is_pending = recording.announced and segment.state is ItemState.PENDING
                if is_pending and segment.due_ms <= self._now_ms():
                    return name, number
        return None

    @precondition(lambda self: len(self.recordings) < 3)
    @rule(process=PROCESSES)
    def record(self, process: int) -> None:
        self.clock.advance(0.01)
        started_at = self.clock.now()
        on_disk = begin_recording(self.processes[0].home, self.device, started_at=started_at)
        self.processes[process].queue.entries.enqueue_recording(
            on_disk.folder, on_disk.announcement
        )
        self.recordings[on_disk.id] = ModelRecording(on_disk)

    @precondition(lambda self: self.recordings)
    @rule(process=PROCESSES, data=st.data())
    def close_segment(self, process: int, data: st.DataObject) -> None:
        recording = self.recordings[data.draw(st.sampled_from(sorted(self.recordings)))]
        sidecar = recording.on_disk.add_segment(self.random.randbytes(8))
        queue = self.processes[process].queue
        queue.entries.enqueue_segment(recording.on_disk.folder, sidecar)
        queue.entries.enqueue_segment(recording.on_disk.folder, sidecar)
        recording.segments.append(ModelSegment())

    @rule(process=PROCESSES)
    def announce(self, process: int) -> None:
        queue = self.processes[process].queue
        claim = queue.claims.claim_recording()
        waiting = [name for name, each in sorted(self.recordings.items()) if not each.announced]
        if not waiting:
            assert claim is None
            return
        assert claim is not None
        assert (claim.recording, claim.step) == (waiting[0], Step.ANNOUNCE)
        queue.steps.announced(claim, {}, self._record())
        self.recordings[claim.recording].announced = True

    @rule(process=PROCESSES)
    def claim(self, process: int) -> None:
        claim = self.processes[process].queue.claims.claim_segment()
        expected = self._first_due()
        assert (claim and (claim.recording, claim.segment)) == expected
        if claim is not None:
            segment = self.recordings[claim.recording].segments[claim.segment]
            assert claim.attempts == segment.attempts
            segment.state, segment.owner = ItemState.UPLOADING, process
            self.claims.append((process, claim))

    @precondition(lambda self: self.claims)
    @rule(
        ending=st.sampled_from(["complete", "reschedule", "release", "fail"]),
        wait_s=WAITS_S,
        data=st.data(),
    )
    def settle(self, ending: str, wait_s: float, data: st.DataObject) -> None:
        process, claim = self.claims.pop(data.draw(st.integers(0, len(self.claims) - 1)))
        settling = self.processes[process].queue.settling
        segment = self.recordings[claim.recording].segments[claim.segment]
        is_ours = segment.state is ItemState.UPLOADING and segment.owner == process
        assert is_ours
        self._settle(claim, process, ending, wait_s)
        with pytest.raises(ClaimLost):
            settling.complete(claim, self._record())
        self._note_settled(claim, ending, wait_s)

    def _note_settled(self, claim: SegmentClaim, ending: str, wait_s: float) -> None:
        segment = self.recordings[claim.recording].segments[claim.segment]
        segment.owner = None
        if ending == "complete":
            segment.state = ItemState.COMPLETED
        elif ending == "fail":
            segment.state = ItemState.FAILED
            segment.attempts += 1
        else:
            segment.state = ItemState.PENDING
            if ending == "reschedule":
                segment.attempts += 1
                segment.due_ms = self._now_ms() + int(wait_s * 1000)

    def _settle(self, claim: SegmentClaim, process: int, ending: str, wait_s: float) -> None:
        settling = self.processes[process].queue.settling
        if ending == "complete":
            settling.complete(claim, self._record())
        elif ending == "release":
            settling.release(claim)
        elif ending == "fail":
            settling.fail(claim, self._record("refused"))
        else:
            settling.reschedule(claim, wait_s, self._record("later"))

    @rule(process=PROCESSES)
    def kill_and_restart(self, process: int) -> None:
        lost = len([claim for owner, claim in self.claims if owner == process])
        assert self._restart(process) == lost

    def _restart(self, process: int) -> int:
        """A new process in a killed one's place; how many claims of the dead it gave back."""
        self.processes[process].die()
        self.processes[process] = self._open()
        lost = [claim for owner, claim in self.claims if owner == process]
        self.claims = [(owner, claim) for owner, claim in self.claims if owner != process]
        released = self.processes[process].queue.claims.release_dead()
        for claim in lost:
            segment = self.recordings[claim.recording].segments[claim.segment]
            segment.state, segment.owner = ItemState.PENDING, None
            with pytest.raises(ClaimLost):
                self.processes[process].queue.settling.complete(claim, self._record())
        return released

    @rule(process=PROCESSES, what=st.sampled_from(WHAT_MAY_DIE), steps=st.integers(0, 8))
    def die_in_the_middle(self, process: int, what: str, steps: int) -> None:
        """Killed at any statement of a change: before its commit, it never happened."""
        mine = [claim for owner, claim in self.claims if owner == process]
        before = list(self.claims)
        self.mortals.die_after(str(process), steps)
        try:
            with self.mortals.as_side(str(process)):
                if what == "claim":
                    self.claim(process)
                elif what == "announce":
                    self.announce(process)
                elif mine:
                    self._settle(mine[0], process, what, 2.0)
                    self._note_settled(mine[0], what, 2.0)
                    self.claims.remove((process, mine[0]))
        except Killed:
            self.claims = before
        self.mortals.spare()
        self.mortals.revive(str(process))
        self._restart(process)

    @precondition(lambda self: self.recordings)
    @rule(process=PROCESSES, data=st.data())
    def retry(self, process: int, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.recordings)))
        self.processes[process].queue.retry(name)
        for segment in self.recordings[name].segments:
            if segment.state in (ItemState.FAILED, ItemState.PENDING):
                segment.state, segment.attempts, segment.due_ms = ItemState.PENDING, 0, 0

    @rule(seconds=st.sampled_from([1.0, 59.0, 1801.0]))
    def let_time_pass(self, seconds: float) -> None:
        self.clock.advance(seconds)

    @invariant()
    def agrees_with_the_model(self) -> None:
        RUNS.steps += 1
        for process in getattr(self, "processes", []):
            for name, recording in self.recordings.items():
                seen = process.queue.segments(name)
                assert [(each.state, each.attempts) for each in seen] == [
                    (each.state, each.attempts) for each in recording.segments
                ]

    @invariant()
    def counts_what_there_is(self) -> None:
        if not hasattr(self, "processes"):
            return
        totals = self.processes[0].queue.snapshot().totals
        everything = [each.state for one in self.recordings.values() for each in one.segments]
        assert (totals.pending, totals.uploading, totals.completed, totals.failed) == tuple(
            everything.count(state) for state in ItemState
        )

    @invariant()
    def tallies_are_what_the_segments_add_up_to(self) -> None:
        if not hasattr(self, "processes"):
            return
        with self.processes[0].database.read() as database:
            kept = database.rows("SELECT * FROM tallies WHERE segments > 0 ORDER BY recording")
            counted = database.rows(COUNTED)
        assert kept == counted
