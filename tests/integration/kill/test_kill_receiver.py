"""SIGKILL at every call that makes something durable, in the receiver alone: every 2xx is true.

Chunks, whole segments, the manifest, the receipt: a receiver is killed by the kernel before the nth
such call, also while it starts again after that, and is then asked for everything that it had said.
A few points are tried every time; `make soak KIND=syscalls` tries every one.
"""

import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
import pytest
from nacl.signing import SigningKey

from holdfast.clock import SystemClock
from holdfast.ids import new_id
from holdfast.protocol import encode_key
from holdfast.receiver_layout import ReceiverData
from server.domain.check import Check, Subset
from server.domain.devices import Applicant
from server.receiver import open_receiver
from tests.support import killed_work as work
from tests.support.killed_at_calls import Killable, Point, Traced, end_the_fork_server
from tests.support.killed_receiving import Witness
from tests.support.model_runs import quick_folder
from tests.support.ports import free_port
from tests.support.received import STARTED, make_take, scene_part

SEED = int(os.environ.get("HOLDFAST_KILL_SEED") or random.SystemRandom().randrange(10**6))
FEW = 2
CHUNK_BYTES = 30_000
pytestmark = pytest.mark.trace


@dataclass
class Rig:
    """An empty receiver that is copied for each point, and a device that is enrolled there."""

    folder: Path
    random: random.Random
    key: SigningKey = field(default_factory=SigningKey.generate)
    device: str = field(default_factory=lambda: new_id(STARTED))
    token: str = ""
    copies: int = 0
    kills: int = 0

    def prepare(self) -> None:
        receiver = open_receiver(ReceiverData(self.folder / "empty"), SystemClock())
        code = receiver.devices.add("kiosk").code
        public_key = encode_key(bytes(self.key.verify_key))
        applicant = Applicant(self.device, public_key)
        self.token = receiver.enrolment.enrol(code, applicant).token
        receiver.close()

    def new_data(self) -> ReceiverData:
        self.copies += 1
        copy = self.folder / f"copy{self.copies}"
        shutil.copytree(self.folder / "empty", copy)
        return ReceiverData(copy)

    def new_witness(self) -> Witness:
        take = make_take(self.device, [scene_part(90)]).signed(self.key)
        return Witness(take, self.token, CHUNK_BYTES)

    def try_point(self, point: Point | None) -> list[Point]:
        """Send while it may be killed at that point; the points that were passed."""
        data, witness = self.new_data(), self.new_witness()
        port = free_port()
        receiver = Killable.start(work.receive, data.root, port)
        # Its first start is no promise to anybody; what it does after a kill is tried below.
        receiver.go()
        url = receiver.hear()
        with Traced(receiver, self.folder / "calls", point) as traced:
            is_done = witness.send(url)
            if point is not None and not is_done:
                receiver.process.join()
                self.kills += 1
            receiver.kill()
        if not is_done:
            self._start_and_kill(data, port)
        self._finish(data, witness, port)
        shutil.rmtree(data.root)
        return traced.points()

    def _start_and_kill(self, data: ReceiverData, port: int) -> None:
        """Killed once more, while it puts right what the first kill left."""
        again = Killable.start(work.receive, data.root, port)
        call = self.random.choice(("write", "pwrite64", "fsync", "fdatasync", "unlink"))
        second = Point(call, self.random.randint(1, 6))
        with Traced(again, self.folder / "calls", second):
            again.go()
            while again.process.is_alive() and not again.connection.poll(0.05):
                pass
            again.kill()

    def _finish(self, data: ReceiverData, witness: Witness, port: int) -> None:
        last = Killable.start(work.receive, data.root, port)
        last.go()
        url = last.hear()
        try:
            witness.check(url)
            assert witness.send(url)
            witness.check(url)
        finally:
            last.kill()
        witness.check_files(data)
        receiver = open_receiver(data, SystemClock())
        whole = Check(receiver.data, receiver.database, receiver.identity, Subset(1, 1))
        found = list(whole.run())
        receiver.close()
        assert found == []


@pytest.fixture(scope="module")
def rig() -> Iterator[Rig]:
    folder = quick_folder()
    ready = Rig(folder, random.Random(SEED))
    click.echo(f"\nHOLDFAST_KILL_SEED={SEED}")
    try:
        ready.prepare()
        yield ready
    finally:
        end_the_fork_server()
        shutil.rmtree(folder)


def surely_reached(points: list[Point]) -> list[Point]:
    """Without `write`, with which threads wake each other, now and then once less."""
    return [point for point in points if point.call != "write"]


def test_every_answer_is_true_after_a_kill_at_a_few_calls(rig: Rig) -> None:
    points = surely_reached(rig.try_point(None))
    few = [points[len(points) * each // FEW + len(points) // (2 * FEW)] for each in range(FEW)]
    for point in few:
        click.echo(str(point))
        rig.try_point(point)
    assert rig.kills == FEW


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_every_answer_is_true_after_a_kill_at_every_call(rig: Rig) -> None:
    points = rig.try_point(None)
    before = rig.kills
    for point in points:
        click.echo(str(point))
        rig.try_point(point)
    click.echo(f"{len(points)} points, {rig.kills - before} kills, every answer true")
    assert rig.kills - before >= len(surely_reached(points))
