"""Uploader and receiver against a model, with everything between and inside them failing.

The real worker, queue and receiver with their real databases and files, in one process. Rules
record, send, break the wire, kill either side at any step, forget a database, bring back the
receiver of yesterday. What the receiver ever acknowledged is the model; after every rule both disks
are held against it, and at the end of each run the network heals and everything must come home.
"""

import json
import random
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from holdfast.jsonform import parse
from holdfast.layout import Home
from holdfast.locks import try_lock
from holdfast.protocol import SegmentStatus
from holdfast.receipt import Receipt
from holdfast.receiver_layout import ReceivedRecording, ReceiverData
from server.receiver import Receiver, open_receiver
from server.settings import Settings
from tests.recordings import DeviceOnPaper, begin_recording
from tests.support.journey_workshop import Backup, Recorded, workshop
from tests.support.model_runs import Counter
from tests.support.mortal import Killed, Mortals
from tests.support.queues import LeapingClock
from tests.support.wsgi_wire import FAULTS, RECEIVER, Asked, Told, WsgiWire
from uploader import attempt, receipts
from uploader.enrol import enrol_device
from uploader.identity import Enrolment
from uploader.installation import Installation
from uploader.items import ItemState, Step
from uploader.settings import UploadSettings
from uploader.worker import Worker

UPLOADER = "uploader"
CHUNK_BYTES = 500
URL = "http://127.0.0.1:9"
HOME_MOST_STEPS = 600
"""More than enough turns to bring everything home once nothing fails any more."""
STEPS_TO_DEATH = st.integers(0, 90)


RUNS = Counter()


class JourneyMachine(RuleBasedStateMachine):
    """Each rule is one thing that happens; the invariants look at both disks."""

    def __init__(self) -> None:
        super().__init__()
        self.root = workshop().root / "run"
        self.random = random.Random(11)
        self.clock = workshop().clock.of = LeapingClock()
        self.mortals = Mortals()
        self.wire = WsgiWire(self.mortals, self._heard)
        self.recordings: dict[str, Recorded] = {}
        self.backup: Backup | None = None
        self.receiver: Receiver | None = None
        self.installation: Installation | None = None
        self.worker: Worker | None = None
        self.spoiled = 0
        self._patches: list[AbstractContextManager[object]] = [
            self.mortals.among_us(),
            self.wire.spanned(),
            patch.object(attempt, "sleep_using_event", lambda _stop: lambda _seconds: None),
        ]
        for each in self._patches:
            each.__enter__()
        enrolled = workshop().root / "enrolled"
        shutil.rmtree(self.root, ignore_errors=True)
        if enrolled.exists():
            shutil.copytree(enrolled, self.root)
        self._start_receiver()
        self._start_uploader()
        if not enrolled.exists():
            self._enrol()
            self._kill_receiver()
            self._forget_uploader()
            shutil.copytree(self.root, enrolled)
            self._start_receiver()
            self._start_uploader()
        self._know_who()
        RUNS.runs += 1

    # Both sides --------------------------------------------------------------------------------

    @property
    def data(self) -> ReceiverData:
        return ReceiverData(self.root / "data")

    @property
    def home(self) -> Home:
        return Home(self.root / "home")

    def _start_receiver(self) -> None:
        self.mortals.revive(RECEIVER)
        try:
            with self.mortals.as_side(RECEIVER):
                settings = Settings(data_folder=self.data.root)
                self.receiver = open_receiver(self.data, self.clock)
                self.receiver.heal()
                self.wire.app = workshop().application(self.receiver, settings)
        except Killed:
            self.wire.app = None

    def _kill_receiver(self) -> None:
        self.wire.app = None
        self.mortals.kill(RECEIVER)
        self.receiver = None

    def _start_uploader(self) -> None:
        self.mortals.revive(UPLOADER)
        self.clock.advance(0.01)
        self._act(self._open)

    def _open(self) -> None:
        self.installation = installation = Installation.open(self.home, self.clock)
        installation.adopt()
        self.worker = Worker(
            installation.queue,
            self._enrolment,
            installation.adopt,
            self.clock,
            UploadSettings(),
            uniform=lambda least, _most: least,
        )

    def _enrolment(self) -> Enrolment | None:
        assert self.installation is not None
        return self.installation.enrolment()

    def _enrol(self) -> None:
        assert self.receiver is not None
        assert self.installation is not None
        code = self.receiver.devices.add("kiosk").code
        enrol_device(self.installation, URL, code, "kiosk")

    def _know_who(self) -> None:
        assert self.installation is not None
        enrolment = self.installation.enrolment()
        assert enrolment is not None
        self.key = enrolment.receiver_key
        self.installation.queue.receiver.note_chunk_limit(enrolment.receiver, CHUNK_BYTES)
        identity = self.installation.identity
        self.device = DeviceOnPaper(identity.device, identity.key)

    def _act(self, work: Callable[[], object]) -> None:
        """Have the uploader do something; where it dies of it, it is gone."""
        try:
            with self.mortals.as_side(UPLOADER):
                work()
        except Killed:
            self.installation = self.worker = None

    def _heard(self, asked: Asked, told: Told) -> None:
        """What the receiver answers is a promise, whether or not the answer comes home."""
        if told.status not in (200, 201):
            return
        for recording, segment in _said_complete(asked, told):
            self.recordings[recording].acknowledged.add(segment)
            self.recordings[recording].ever.add(segment)
        parts = asked.path.split("/")
        if asked.method == "PUT" and parts[-1] == "manifest":
            recorded = self.recordings[parts[-2]]
            assert recorded.receipt in (None, told.body), "two receipts for one recording"
            recorded.receipt = told.body
            everything = set(range(len(recorded.segments)))
            recorded.acknowledged |= everything
            recorded.ever |= everything

    # What happens ------------------------------------------------------------------------------

    @precondition(lambda self: len(self.recordings) < 3)
    @rule(sizes=st.lists(st.sampled_from([1, 300, 700, 1700]), min_size=0, max_size=2))
    def begin(self, sizes: list[int]) -> None:
        """A recording begins, and some segments of it are closed."""
        self.clock.advance(0.01)
        on_disk = begin_recording(self.home, self.device, started_at=self.clock.now())
        recorder = try_lock(on_disk.folder.lock)
        assert recorder is not None
        self.recordings[on_disk.id] = Recorded(on_disk, recorder)
        for size in sizes:
            self._close_segment(self.recordings[on_disk.id], size)

    @precondition(lambda self: any(not each.has_ended for each in self.recordings.values()))
    @rule(size=st.sampled_from([1, 300, 700, 1700]), which=st.integers(0, 2))
    def close_segment(self, size: int, which: int) -> None:
        """Another segment is closed, and queued where the queue is open."""
        self._close_segment(self._going(which), size)

    def _going(self, which: int) -> Recorded:
        going = [each for each in self.recordings.values() if not each.has_ended]
        return going[which % len(going)]

    def _close_segment(self, recorded: Recorded, size: int) -> None:
        content = self.random.randbytes(size)
        sidecar = recorded.on_disk.add_segment(content)
        recorded.segments.append(content)
        if self.installation is not None:
            queue, on_disk = self.installation.queue, recorded.on_disk
            self._act(lambda: queue.entries.enqueue_recording(on_disk.folder, on_disk.announcement))
        if self.installation is not None:
            self._act(lambda: queue.entries.enqueue_segment(on_disk.folder, sidecar))

    @precondition(lambda self: any(not each.has_ended for each in self.recordings.values()))
    @rule(which=st.integers(0, 2))
    def end(self, which: int) -> None:
        """A recording ends; the next scan finds its manifest."""
        recorded = self._going(which)
        recorded.on_disk.end()
        self._let_go(recorded)

    @precondition(lambda self: any(not each.has_ended for each in self.recordings.values()))
    @rule(which=st.integers(0, 2))
    def recorder_dies(self, which: int) -> None:
        """A recorder is killed; the next scan closes what it left."""
        self._let_go(self._going(which))

    def _let_go(self, recorded: Recorded) -> None:
        recorded.has_ended = True
        recorded.recorder.release()
        if self.installation is not None:
            self._act(self.installation.adopt)

    @precondition(lambda self: self.worker is not None)
    @rule(turns=st.integers(1, 20))
    def work(self, turns: int) -> None:
        """The uploader does the next things."""
        self._work(turns)

    def _work(self, turns: int) -> bool:
        for _ in range(turns):
            if self.worker is None:
                return False
            did: list[bool] = []
            worker = self.worker
            self._act(lambda worker=worker, did=did: did.append(worker.run_once()))  # type: ignore[misc]  # mypy wants no defaults here
            if did != [True]:
                return False
        return True

    @rule(faults=st.lists(st.sampled_from(FAULTS), min_size=1, max_size=3))
    def trouble_the_wire(self, faults: list[str]) -> None:
        """The coming requests meet these."""
        self.wire.faults = list(faults)

    @precondition(lambda self: self.worker is not None)
    @rule(steps=STEPS_TO_DEATH, turns=st.integers(1, 8))
    def die_while_working(self, steps: int, turns: int) -> None:
        """The uploader is killed at one of its next steps, and started again."""
        self.mortals.die_after(UPLOADER, steps)
        self._work(turns)
        self.mortals.spare()
        if self.worker is None:
            self._start_uploader()

    @precondition(lambda self: self.wire.app is not None and self.worker is not None)
    @rule(steps=STEPS_TO_DEATH, turns=st.integers(1, 8))
    def receiver_dies_while_working(self, steps: int, turns: int) -> None:
        """The receiver is killed at one of its next steps, and started again later."""
        self.mortals.die_after(RECEIVER, steps)
        self._work(turns)
        self.mortals.spare()

    @rule(steps=st.one_of(st.none(), STEPS_TO_DEATH))
    def start_anew(self, steps: int | None) -> None:
        """The uploader is killed between two steps, and at one of its steps as it starts."""
        self._forget_uploader()
        if steps is not None:
            self.mortals.die_after(UPLOADER, steps)
        self._start_uploader()
        self.mortals.spare()

    def _forget_uploader(self) -> None:
        self.mortals.kill(UPLOADER)
        self.installation = self.worker = None

    @rule(steps=st.one_of(st.none(), STEPS_TO_DEATH))
    def start_receiver_anew(self, steps: int | None) -> None:
        """The same for the receiver."""
        self._kill_receiver()
        if steps is not None:
            self.mortals.die_after(RECEIVER, steps)
        self._start_receiver()
        self.mortals.spare()

    @rule()
    def lose_the_queue(self) -> None:
        """The uploader's database is gone; the start builds it anew."""
        self._forget_uploader()
        for path in self.home.root.glob("queue.db*"):
            path.unlink()
        self._start_uploader()

    @rule()
    def lose_the_receivers_database(self) -> None:
        """The receiver's database is gone; its start reads its files."""
        self._kill_receiver()
        for path in self.data.root.glob("holdfast.db*"):
            path.unlink()
        self._start_receiver()

    @rule()
    def back_up(self) -> None:
        """The receiver's folder is copied while it is stopped."""
        self._kill_receiver()
        folder = self.root / "backup"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.data.root, folder)
        self.backup = Backup(
            folder,
            {name: set(each.acknowledged) for name, each in self.recordings.items()},
            {name: each.receipt for name, each in self.recordings.items()},
        )
        self._start_receiver()

    @precondition(lambda self: self.backup is not None)
    @rule()
    def restore(self) -> None:
        """The receiver is the one of the backup again: what came after, it never heard of."""
        assert self.backup is not None
        self._kill_receiver()
        shutil.rmtree(self.data.root)
        shutil.copytree(self.backup.folder, self.data.root)
        for name, each in self.recordings.items():
            each.acknowledged = set(self.backup.acknowledged.get(name, set()))
            each.receipt = self.backup.receipts.get(name)
        self._start_receiver()

    @precondition(lambda self: self.worker is not None)
    @rule()
    def try_now(self) -> None:
        """A person presses the button."""
        assert self.worker is not None
        self._act(self.worker.try_now)

    @rule(seconds=st.sampled_from([0.5, 3.0, 61.0, 4000.0]))
    def let_time_pass(self, seconds: float) -> None:
        self.clock.advance(seconds)

    @rule(years=st.sampled_from([-30, -1, 1, 10]))
    def leap(self, years: int) -> None:
        """The wall clock jumps; it is mended in the end."""
        self.clock.leap(years * 365 * 86400.0)

    # What must hold ----------------------------------------------------------------------------

    @invariant()
    def holds(self) -> None:
        RUNS.steps += 1
        self.what_was_acknowledged_is_there()
        self.nothing_else_is_there()
        self.what_was_recorded_is_untouched()
        self.what_is_shown_is_true()

    def what_was_acknowledged_is_there(self) -> None:
        for recorded in self.recordings.values():
            there = self._there(recorded)
            for number in recorded.acknowledged:
                assert there.segment(number).read_bytes() == recorded.segments[number]
            if recorded.receipt is not None:
                assert there.receipt.read_bytes() == recorded.receipt

    def nothing_else_is_there(self) -> None:
        for recorded in self.recordings.values():
            there = self._there(recorded)
            if not there.segments.is_dir():
                continue
            for path in there.segments.iterdir():
                assert path.read_bytes() == recorded.segments[int(path.stem)]

    def what_was_recorded_is_untouched(self) -> None:
        for recorded in self.recordings.values():
            assert recorded.on_disk.segment_bytes() == recorded.segments

    def what_is_shown_is_true(self) -> None:
        if self.installation is None:
            return
        queue = self.installation.queue
        for shown in queue.snapshot().recordings:
            recorded = self.recordings[shown.id]
            assert not shown.is_failed, f"failed: {shown.why}"
            for each in queue.segments(shown.id):
                assert 0 <= each.acknowledged_bytes <= each.size_bytes
                if each.state is ItemState.COMPLETED:
                    assert each.segment in recorded.ever, "called received, and never was"
            if shown.custody.verified:
                self._check_receipt(recorded)

    def _check_receipt(self, recorded: Recorded) -> None:
        folder = recorded.on_disk.folder
        receipt = parse(folder.receipt.read_bytes(), "receipt.json")
        manifest = parse(folder.manifest.read_bytes(), "manifest.json")
        assert isinstance(receipts.check(receipt, manifest, self.key), Receipt)

    def _there(self, recorded: Recorded) -> ReceivedRecording:
        folder = recorded.on_disk.folder
        return self.data.recording(folder.session, folder.recording)

    # The end -----------------------------------------------------------------------------------

    def teardown(self) -> None:
        try:
            self._come_home()
        finally:
            self.mortals.spare()
            self._kill_receiver()
            self._forget_uploader()
            for each in reversed(self._patches):
                each.__exit__(None, None, None)
            RUNS.deaths += self.mortals.deaths
            shutil.rmtree(self.root, ignore_errors=True)

    def _come_home(self) -> None:
        """Everything works again: all that was recorded arrives, and every light is lit."""
        self.wire.faults = []
        self.clock.leapt = timedelta()
        for each in self.recordings.values():
            if not each.has_ended:
                each.on_disk.end()
                each.has_ended = True
                each.recorder.release()
        if self.wire.app is None:
            self._start_receiver()
        if self.worker is None:
            self._start_uploader()
        for _ in range(HOME_MOST_STEPS):
            if self._are_home():
                break
            if not self._work(1):
                self.clock.advance(61.0)
        assert self._are_home(), self._stuck()
        self.holds()

    def _are_home(self) -> bool:
        assert self.installation is not None
        shown = {each.id: each for each in self.installation.queue.snapshot().recordings}
        return all(
            name in shown
            and shown[name].custody.verified
            and each.receipt is not None
            and each.acknowledged >= set(range(len(each.segments)))
            for name, each in self.recordings.items()
        )

    def _stuck(self) -> str:
        assert self.installation is not None
        return "not home: " + "; ".join(
            f"{each.id} is at {Step(each.step).value}: {each.why}"
            for each in self.installation.queue.snapshot().recordings
        )


def _said_complete(asked: Asked, told: Told) -> list[tuple[str, int]]:
    """The segments that an answer calls complete."""
    parts = asked.path.split("/")
    body = json.loads(told.body or b"{}")
    if parts[-1] == "status" and parts[-2] == "segments":
        found = [(each["recording"], each["segment"], each) for each in body["segments"]]
    elif parts[-2] == "segments":
        found = [(parts[-3], int(parts[-1]), body)]
    else:
        found = []
    return [
        (recording, segment)
        for recording, segment, status in found
        if SegmentStatus.from_json(status).complete
    ]
