"""SIGKILL at every call that makes something durable, in everything that is done to a recording.

At each point the kernel kills the process before the call is done; then the ordinary work is begun
anew, is killed once more at a call of its own, and is begun again. Nobody repairs anything. A few
points are tried every time; `make soak KIND=syscalls` tries every one.
"""

import os
import pickle
import random
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
import pytest

from holdfast.clock import SystemClock
from holdfast.jsonform import parse
from holdfast.layout import Home, RecordingFolder
from holdfast.receiver_layout import ReceiverData
from server.receiver import open_receiver
from tests.support import killed_work as work
from tests.support.killed_at_calls import CALLS, Killable, Point, Traced, Work, end_the_fork_server
from tests.support.model_runs import quick_folder
from tests.support.nothing_lost import sha256
from tests.support.ports import free_port
from tests.support.scene_media import encoded_scene
from uploader import receipts
from uploader.enrol import enrol_device
from uploader.installation import Installation

# Read here: every test begins without settings from outside.
SEED = int(os.environ.get("HOLDFAST_KILL_SEED") or random.SystemRandom().randrange(10**6))
FEW = 2
"""How many points of each kind of work are tried every time."""
pytestmark = pytest.mark.trace


@dataclass
class Rig:
    """One receiver that is always there, and homes that are enrolled at it."""

    folder: Path
    data: ReceiverData
    port: int
    random: random.Random
    serving: list[Killable] = field(default_factory=list)
    key: str = ""
    homes: int = 0
    kills: int = 0

    @property
    def media(self) -> Path:
        return self.folder / "media"

    def prepare(self) -> None:
        """Encode what is recorded, start the receiver, and enrol a home that is copied."""
        self.media.write_bytes(pickle.dumps(encoded_scene(150, 64, 48)))
        self.serve()
        receiver = open_receiver(self.data, SystemClock())
        code = receiver.devices.add("kiosk").code
        receiver.close()
        with Installation.open(Home(self.folder / "enrolled"), SystemClock()) as installation:
            enrol_device(installation, f"http://127.0.0.1:{self.port}", code, "kiosk")
            enrolment = installation.enrolment()
            assert enrolment is not None
            self.key = enrolment.receiver_key

    def serve(self) -> None:
        """Start the receiver, and wait until it answers."""
        serving = Killable.start(work.receive, self.data.root, self.port)
        serving.go()
        serving.hear()
        self.serving.append(serving)

    def end_receiver(self) -> None:
        while self.serving:
            self.serving.pop().kill()

    def new_home(self) -> Home:
        self.homes += 1
        home = self.folder / f"home{self.homes}"
        shutil.copytree(self.folder / "enrolled", home)
        return Home(home)

    def do(self, what: Work, *given: object) -> list[str]:
        """Do some work to its end; what it told."""
        process = Killable.start(what, *given)
        process.go()
        assert process.wait() == 0, (what.__name__, process.told)
        return process.told

    def traced(self, what: Work, point: Point | None, *given: object) -> tuple[list[str], Traced]:
        """Do some work under the eyes of strace, killed at that point if it is reached."""
        process = Killable.start(what, *given)
        with Traced(process, self.folder / "calls", point) as traced:
            process.go()
            code = process.wait()
        assert code in (0, -signal.SIGKILL), (what.__name__, code)
        self.kills += code != 0
        assert point is not None or code == 0
        return process.told, traced

    # What each kind of work needs, and how it goes on ------------------------------------------

    def recorded(self) -> Home:
        home = self.new_home()
        self.do(work.record, home.root, self.media)
        return home

    def abandoned(self) -> Home:
        """One recording that ended, one that was cut short, and no database."""
        home = self.recorded()
        self.traced(work.record, Point("fdatasync", 12), home.root, self.media)
        for path in home.root.glob("queue.db*"):
            path.unlink()
        return home

    def verified(self) -> Home:
        home = self.recorded()
        self.do(work.upload, home.root)
        return home

    def check(self, home: Home, told: list[str], *, freed: bool = False) -> None:
        """All that was promised holds, and everything is at the receiver, once and whole."""
        promised = [each.split() for each in told if each.startswith("closed ")]
        for _, path, number, digest in promised:
            folder = RecordingFolder(Path(path))
            there = self.data.recording(folder.session, folder.recording)
            assert freed or sha256(folder.segment(int(number))) == digest
            assert sha256(there.segment(int(number))) == digest
        for folder in home.recording_folders():
            if folder.announce.exists():
                self._check_recording(folder, freed)
        assert list(self.data.incoming.iterdir()) == []

    def _check_recording(self, folder: RecordingFolder, freed: bool) -> None:
        manifest = parse(folder.manifest.read_bytes(), "manifest")
        receipt = parse(folder.receipt.read_bytes(), "receipt")
        receipts.check(receipt, manifest, self.key)
        there = self.data.recording(folder.session, folder.recording)
        assert there.receipt.read_bytes() == folder.receipt.read_bytes()
        listed = {each["segment"]: each["sha256"] for each in manifest["segments"]}
        stored = {int(path.stem): sha256(path) for path in there.segments.iterdir()}
        assert stored == listed
        here = {number: sha256(path) for number, path in folder.segments().items()}
        assert here == ({} if freed else listed)
        assert not list(folder.path.glob("*.part"))


@pytest.fixture(scope="module")
def rig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    folder = quick_folder()
    data = ReceiverData(tmp_path_factory.mktemp("receiver"))
    ready = Rig(folder, data, free_port(), random.Random(SEED))
    click.echo(f"\nHOLDFAST_KILL_SEED={SEED}")
    try:
        ready.prepare()
        yield ready
    finally:
        ready.end_receiver()
        end_the_fork_server()
        shutil.rmtree(folder)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work: what it begins with, what it is, and how it goes on after a kill."""

    name: str
    begin: Callable[[Rig], Home]
    work: Work
    again: Work
    with_media: bool = False
    freed: bool = False

    def given(self, rig: Rig, home: Home) -> tuple[Path, ...]:
        return (home.root, rig.media) if self.with_media else (home.root,)


KINDS = (
    Kind("recording", Rig.new_home, work.record, work.start, with_media=True),
    Kind("starting", Rig.abandoned, work.start, work.start),
    Kind("sending", Rig.recorded, work.upload, work.upload),
    Kind("freeing", Rig.verified, work.free, work.free, freed=True),
)


def try_point(rig: Rig, kind: Kind, point: Point) -> None:
    """Kill at that point, kill what begins anew at a point of chance, and let the third live."""
    home = kind.begin(rig)
    told, _ = rig.traced(kind.work, point, *kind.given(rig, home))
    second = Point(rig.random.choice(CALLS), rig.random.randint(1, 12))
    more, _ = rig.traced(kind.again, second, home.root)
    told += more
    rig.do(kind.again if kind.freed else work.upload, home.root)
    rig.check(home, told, freed=kind.freed)
    shutil.rmtree(home.root)


def points_of(rig: Rig, kind: Kind) -> list[Point]:
    home = kind.begin(rig)
    _, traced = rig.traced(kind.work, None, *kind.given(rig, home))
    shutil.rmtree(home.root)
    return traced.points()


def try_receiver(rig: Rig, point: Point | None) -> Traced:
    """Kill the receiver at a call while somebody sends to it; the sender lives on."""
    home = rig.recorded()
    rig.end_receiver()
    receiver = Killable.start(work.receive, rig.data.root, rig.port)
    sender = Killable.start(work.upload, home.root)
    # Its start is a kind of its own: only what it does for others is counted here.
    receiver.go()
    receiver.hear()
    with Traced(receiver, rig.folder / "calls", point) as traced:
        sender.go()
        if point is not None:
            while receiver.process.is_alive() and sender.process.is_alive():
                receiver.process.join(0.1)
            is_dead = not receiver.process.is_alive()
            rig.kills += is_dead
            if is_dead:
                rig.serve()
        assert sender.wait() == 0, sender.told
        receiver.kill()
    rig.end_receiver()
    rig.serve()
    rig.check(home, sender.told)
    shutil.rmtree(home.root)
    return traced


def few(points: list[Point]) -> list[Point]:
    """Some of them, spread over all."""
    return [points[len(points) * each // FEW + len(points) // (2 * FEW)] for each in range(FEW)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_killed_at_a_few_calls_while(rig: Rig, kind: Kind) -> None:
    before = rig.kills
    for point in few(points_of(rig, kind)):
        click.echo(f"{kind.name}: {point}")
        try_point(rig, kind, point)
    assert rig.kills >= before + FEW


def test_killed_at_a_few_calls_while_receiving(rig: Rig) -> None:
    before = rig.kills
    for point in few(try_receiver(rig, None).points()):
        click.echo(f"receiving: {point}")
        try_receiver(rig, point)
    assert rig.kills == before + FEW


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_killed_at_every_call_while(rig: Rig, kind: Kind) -> None:
    before, points = rig.kills, points_of(rig, kind)
    for point in points:
        try_point(rig, kind, point)
    click.echo(f"{kind.name}: {len(points)} points, {rig.kills - before} kills, nothing lost")


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_killed_at_every_call_while_receiving(rig: Rig) -> None:
    before, points = rig.kills, try_receiver(rig, None).points()
    for point in points:
        try_receiver(rig, point)
    click.echo(f"receiving: {len(points)} points, {rig.kills - before} kills, nothing lost")
