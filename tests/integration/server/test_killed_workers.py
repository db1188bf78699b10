"""Workers and receivers killed with SIGKILL: the job runs again once, nothing is left running."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from holdfast.clock import SystemClock
from holdfast.receiver_layout import ReceiverData
from server.jobs.kinds import KINDS
from server.receiver import open_receiver
from tests.support.killed_workers import (
    check_each_was_done_once,
    left_running,
    received,
    work_until_done,
)
from tests.support.serving import Serving

PATIENCE_S = 120
ALL = frozenset(KINDS) - {"scan", "partial"}
SCANNER = """#!/bin/sh
test -e "{once}" && exit 0
: > "{once}"
sleep 600 &
echo $! > "{pid}.tmp" && mv "{pid}.tmp" "{pid}"
wait
"""


@pytest.mark.parametrize(
    "kinds",
    [
        frozenset({"probe"}),
        pytest.param(ALL, marks=[pytest.mark.slow, pytest.mark.timeout(900)], id="every kind"),
    ],
)
def test_a_job_whose_worker_was_killed_is_done_again_once(
    tmp_path: Path, kinds: frozenset[str]
) -> None:
    only = {"HOLDFAST_JOBS__BY_THEMSELVES": "all" if kinds == ALL else "none"}
    with Serving(tmp_path / "data", only, words=("--workers", "0")) as serving:
        _, take = received(serving)

    assert work_until_done(tmp_path / "data", kinds, only) == len(kinds)

    receiver = open_receiver(ReceiverData(tmp_path / "data"), SystemClock())
    check_each_was_done_once(receiver, take, kinds)
    receiver.close()


def until(condition: Callable[[], bool]) -> None:
    for _ in range(PATIENCE_S * 50):
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("it did not come to that")


class Scanner:
    """A program that starts another one, which never ends, and says which; at its first start."""

    def __init__(self, folder: Path) -> None:
        self._pid = folder / "pid"
        program = folder / "scanner"
        program.write_text(SCANNER.format(once=folder / "once", pid=self._pid))
        program.chmod(0o700)
        self.environment = {"HOLDFAST_SCAN__COMMAND": f"{program} {{file}}"}

    def started(self) -> int:
        until(self._pid.exists)
        return int(self._pid.read_text())

    def has_ended(self) -> bool:
        try:
            return psutil.Process(self.started()).status() == psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return True


def worker_of(serving: Serving) -> psutil.Process:
    """The process that claims jobs; the job's own process is a child of it."""
    (worker,) = [
        each
        for each in psutil.Process(serving.process.pid).children()
        if any("spawn_main" in word for word in each.cmdline())
    ]
    return worker


@pytest.mark.slow
def test_a_killed_worker_leaves_no_program_running_and_its_job_is_done_again(
    tmp_path: Path,
) -> None:
    scanner = Scanner(tmp_path)
    with Serving(tmp_path / "data", scanner.environment) as serving:
        _, take = received(serving)
        scanner.started()

        worker_of(serving).kill()

        until(scanner.has_ended)
        client = serving.user()
        until(lambda: client.get(f"/api/v1/recordings/{take.id}")["custody"]["playable"])
        jobs = client.get("/api/v1/jobs")["jobs"]
        assert {each["kind"]: each["attempts"] for each in jobs} == {
            "scan": 2,
            "assemble": 1,
            "probe": 1,
        }


def test_a_killed_receiver_leaves_no_program_running(tmp_path: Path) -> None:
    scanner = Scanner(tmp_path)
    with Serving(tmp_path / "data", scanner.environment) as serving:
        _, take = received(serving)
        scanner.started()
        serving.kill()

        until(scanner.has_ended)

    with Serving(tmp_path / "data", scanner.environment) as again:
        client = again.user()
        until(lambda: client.get(f"/api/v1/recordings/{take.id}")["custody"]["playable"])


def test_when_worker_and_jobs_process_are_killed_at_once_the_next_worker_ends_what_is_left(
    tmp_path: Path,
) -> None:
    """As when the computer is out of memory: nobody is left who could have ended the program."""
    scanner = Scanner(tmp_path)
    with Serving(tmp_path / "data", scanner.environment) as serving:
        _, take = received(serving)
        scanner.started()
        worker = worker_of(serving)
        jobs = [each["job"] for each in serving.user().get("/api/v1/jobs")["jobs"]]
        (job,) = [each for each in worker.children() if each in left_running(jobs)]

        for each in (worker, job):
            os.kill(each.pid, signal.SIGSTOP)
        for each in (job, worker):
            os.kill(each.pid, signal.SIGKILL)

        until(scanner.has_ended)
        client = serving.user()
        until(lambda: client.get(f"/api/v1/recordings/{take.id}")["custody"]["playable"])
