"""Workers that are killed in each kind of job, after the work and before anything of it counts.

Run as a program it is such a worker: at its first attempt at each job it kills itself, as the
system's memory killer would, once the job's process says that the work is done.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

import psutil

from holdfast.clock import SystemClock
from holdfast.receiver_layout import ReceiverData
from server.engines import Engines
from server.jobs.attending import Attendant, Outcome
from server.jobs.child import Errand
from server.jobs.lifeline import MARK
from server.jobs.queue import Claim
from server.jobs.worker import work
from server.receiver import Receiver, open_receiver
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.support.serving import Serving

PATIENCE_S = 300
"""A dead worker's lease runs out first, and on a busy machine each job's process begins slowly."""


def _kill_at_first(kinds: frozenset[str]) -> None:
    attend = Attendant.attend

    def attend_once(
        self: Attendant, claim: Claim, errand: Errand, patience_s: float
    ) -> Outcome | None:
        outcome = attend(self, claim, errand, patience_s)
        if claim.attempt == 1 and claim.kind in kinds:
            os.kill(os.getpid(), signal.SIGKILL)
        return outcome

    Attendant.attend = attend_once  # type: ignore[method-assign]  # only in this process


def _work(data: Path, kinds: frozenset[str]) -> None:
    """Work until nothing is left to do."""
    engines, stop = Engines.from_environment(os.environ), threading.Event()
    _kill_at_first(kinds)
    receiver = open_receiver(ReceiverData(data), SystemClock(), engines)

    def watch() -> None:
        while receiver.jobs.newest(active=True):
            stop.wait(0.1)
        stop.set()

    threading.Thread(target=watch, daemon=True).start()
    work(ReceiverData(data), engines, stop, is_alone=engines.is_queue_here)
    receiver.close()


def work_until_done(data: Path, kinds: frozenset[str], environment: Mapping[str, str]) -> int:
    """Start one worker after the other, as a supervisor does; how many were killed."""
    words = [sys.executable, "-m", __name__, str(data), ",".join(kinds)]
    for deaths in range(len(kinds) + 1):
        ended = subprocess.run(
            words, env={**os.environ, **environment}, timeout=PATIENCE_S, check=False
        )
        if ended.returncode == 0:
            return deaths
        assert ended.returncode == -signal.SIGKILL
    raise AssertionError("more workers died than there are jobs")


def received(serving: Serving) -> tuple[EnrolledDevice, Take]:
    """A recording that a receiver without workers was sent."""
    device = serving.enrolled()
    take = make_take(device.id, [scene_part(60)]).signed(device.key)
    device.client.send(take)
    return device, take


def check_each_was_done_once(receiver: Receiver, take: Take, kinds: frozenset[str]) -> None:
    """Every job succeeded, those whose worker was killed at the second attempt; one result each,
    and nothing else is left, neither files nor processes."""
    page = receiver.job_control.page({"recording": take.id}, None, 100)
    assert {row.kind: (row.state, row.error) for row in page.rows} == {
        row.kind: ("succeeded", None) for row in page.rows
    }
    assert kinds <= {row.kind for row in page.rows}
    assert {row.kind: row.attempts for row in page.rows} == {
        row.kind: 2 if row.kind in kinds else 1 for row in page.rows
    }
    folder = receiver.data.recording(take.session_id, take.id)
    results = receiver.results.of(take.id)
    for kind, result in results.items():
        assert receiver.data.files.exists(folder.result(kind))
        for each in result.files:
            assert receiver.data.files.size_bytes(folder.derived / each.name) == each.size_bytes
    for place in (folder.path, folder.derived):
        assert [name for name in receiver.data.files.names(place) if name.endswith(".tmp")] == []
    assert left_running([row.id for row in page.rows]) == []


def left_running(jobs: Collection[str]) -> list[psutil.Process]:
    """Processes on this machine that belong to attempts at these jobs."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if process.environ().get(MARK, "").partition(".")[0] in jobs:
                found.append(process)
    return found


if __name__ == "__main__":
    _work(Path(sys.argv[1]), frozenset(sys.argv[2].split(",")))
