"""Real processes that work, talk, hang, die and grow: what the row says of it, and what is left."""

import os
import subprocess
import sys
import threading
import time
from typing import Any

import psutil
import pytest

from server.db.models import JobRow
from server.jobs import lifeline
from server.jobs.attending import LOOK_EVERY_NS, RENEW_EVERY_NS
from server.jobs.kinds import KINDS
from server.jobs.queue import ATTEMPTS_MOST, Claim, JobQueue, submit
from server.jobs.runner import Runner
from server.jobs.sayings import LINES_MOST
from tests.support.job_kinds import PATIENT_S, TRIED
from tests.support.manual_clock import ManualClock
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running

WORKER = "01a1f941-c700-7be7-9086-7d34c31426fc"
PATIENCE_S = 60


@pytest.fixture
def take(running: Running, device: EnrolledDevice, monkeypatch: pytest.MonkeyPatch) -> Take:
    monkeypatch.setattr("server.jobs.queue.KINDS", {**KINDS, **TRIED})
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(made)
    return made


@pytest.fixture
def queue(running: Running) -> JobQueue:
    return JobQueue(running.receiver.database, running.clock, {**KINDS, **TRIED})


@pytest.fixture
def runner(running: Running, queue: JobQueue) -> Runner:
    here = running.receiver
    return Runner(here.data, here.database, queue, threading.Event(), {**KINDS, **TRIED})


def queued(running: Running, take: Take, kind: str, params: Any = None) -> str:
    """A job of this kind, alone in the queue."""
    with running.receiver.database.writing() as session:
        for row in running.receiver.jobs.newest(active=True):
            session.delete(session.get_one(JobRow, row.id))
        (job,) = submit(session, take.id, (kind,), running.clock, params)
    return job


def claimed(queue: JobQueue) -> Claim:
    claim = queue.claim(WORKER)
    assert claim is not None
    return claim


def done(running: Running, take: Take, queue: JobQueue, runner: Runner, kind: str) -> JobRow:
    job = queued(running, take, kind)
    runner.run(claimed(queue))
    row = queue.get(job)
    assert row is not None
    return row


def texts(row: JobRow) -> list[str]:
    return [each["text"] for each in row.said or []]


def program_of(row: JobRow | None) -> int | None:
    """The process id of the program that a job said it had started."""
    words = (row.step or "" if row else "").split()
    return int(words[1]) if words else None


def once_started(queue: JobQueue, job: str, pace: ManualClock) -> int:
    """The program that the job has started; what it says is told whenever its lease is renewed."""
    for _ in range(PATIENCE_S * 100):
        program = program_of(queue.get(job))
        if program is not None:
            return program
        pace.advance(RENEW_EVERY_NS / 1e9)
        time.sleep(0.01)
    raise AssertionError("it was never started")


def has_ended(pid: int) -> bool:
    """Whether a process that was killed is gone; that takes it a moment."""
    for _ in range(PATIENCE_S * 100):
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.01)
    return False


def test_what_was_made_gets_its_name_its_row_and_its_copy_beside_it(
    running: Running, take: Take, queue: JobQueue, runner: Runner
) -> None:
    folder = running.receiver.data.recording(take.session_id, take.id)
    job = queued(running, take, "makes", {"text": "film"})

    runner.run(claimed(queue))

    assert (folder.derived / "made.txt").read_text() == "film"
    result = running.receiver.results.of(take.id)["makes"]
    assert (result.job, result.facts["length"]) == (job, 4)
    assert [each.to_json() for each in result.files] == [{"name": "made.txt", "size_bytes": 4}]
    assert sorted(each.name for each in folder.derived.iterdir()) == [
        "made.txt",
        "makes.result.json",
    ]
    row = queue.get(job)
    assert row is not None
    assert (row.state, row.progress, row.step) == ("succeeded", 1.0, "writing")
    assert texts(row) == ["one line"]


def test_what_programs_write_is_kept_within_bounds(
    running: Running, take: Take, queue: JobQueue, runner: Runner
) -> None:
    row = done(running, take, queue, runner, "talks")

    assert (row.state, row.error) == ("failed", "It was meant to fail.")
    assert len(texts(row)) == LINES_MOST
    assert texts(row)[-2:] == ["line 999", "a program speaks"]


def test_a_process_that_dies_says_where(
    running: Running, take: Take, queue: JobQueue, runner: Runner
) -> None:
    row = done(running, take, queue, runner, "dies")

    assert (row.state, row.error) == ("queued", "The process that did it died (-6).")
    assert any("job_kinds.py" in each for each in texts(row))


def test_a_job_that_wants_too_much_memory_ends_with_that_reason(
    running: Running, take: Take, queue: JobQueue, runner: Runner
) -> None:
    row = done(running, take, queue, runner, "grows")

    assert (row.state, row.error) == ("failed", "It needs more memory than a job may have.")


def test_a_hung_job_is_ended_with_the_programs_it_started(
    running: Running, take: Take, queue: JobQueue
) -> None:
    here, pace = running.receiver, ManualClock()
    hurried = Runner(here.data, here.database, queue, threading.Event(), TRIED, pace)
    job = queued(running, take, "hangs")
    work = threading.Thread(target=hurried.run, args=(claimed(queue),))
    work.start()
    program = once_started(queue, job, pace)

    # Longer than it may say nothing, and as long as any disk of this machine takes to copy it.
    pace.advance(2 * PATIENT_S)

    work.join(PATIENCE_S)
    row = queue.get(job)
    assert row is not None
    assert (row.state, row.error) == ("queued", "It took too long without any progress.")
    assert has_ended(program)


def test_each_attempts_sayings_stay(
    running: Running, take: Take, queue: JobQueue, runner: Runner
) -> None:
    job = queued(running, take, "dies")
    for _ in range(ATTEMPTS_MOST):
        runner.run(claimed(queue))
        running.clock.advance(60)

    row = queue.get(job)
    assert row is not None
    assert row.state == "failed"
    assert {each["attempt"] for each in row.said or []} == {1, 2, 3}


@pytest.mark.parametrize("kind", ["hangs", "chats"])
def test_a_cancelled_job_ends_with_the_programs_it_started(
    running: Running, take: Take, queue: JobQueue, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is noticed by a look into the table, long before the lease is to be renewed."""
    here, pace = running.receiver, ManualClock()
    runner = Runner(here.data, here.database, queue, threading.Event(), TRIED, pace)
    job = queued(running, take, kind)
    work = threading.Thread(target=runner.run, args=(claimed(queue),))
    work.start()
    program = once_started(queue, job, pace)

    monkeypatch.setattr(queue, "renew", lambda *_news: True)
    running.receiver.job_control.cancel(job, "the test")
    for _ in range(PATIENCE_S * 20):
        pace.advance(LOOK_EVERY_NS / 1e9)
        work.join(0.05)
        if not work.is_alive():
            break

    assert not work.is_alive()
    assert has_ended(program)
    row = queue.get(job)
    assert row is not None
    assert (row.state, row.error) == ("failed", "It was cancelled by the test.")


def test_what_a_dead_worker_left_is_found_by_its_mark() -> None:
    wait = [sys.executable, "-c", "import time; print(flush=True); time.sleep(600)"]
    mine = {**os.environ, lifeline.MARK: "job.1"}
    others = {**os.environ, lifeline.MARK: "job.2"}
    with (
        subprocess.Popen(wait, env=mine, stdout=subprocess.PIPE) as left,
        subprocess.Popen(wait, env=others, stdout=subprocess.PIPE) as other,
    ):
        for each in (left, other):
            assert each.stdout is not None
            each.stdout.readline()

        assert lifeline.end_left_over("job.1") == 1

        assert left.wait(PATIENCE_S) == -9
        assert other.poll() is None
        other.kill()


def test_an_attempt_that_lost_its_claim_changes_nothing(
    running: Running, take: Take, queue: JobQueue, runner: Runner
) -> None:
    """Its worker was held up for longer than its lease, and another one was faster."""
    folder = running.receiver.data.recording(take.session_id, take.id)
    queued(running, take, "makes", {"text": "late"})
    late = claimed(queue)
    running.clock.advance(60)
    queue.reap(everything=False)
    early = queue.claim("01a1f941-c700-7be7-9086-7d34c31426fd")
    assert early is not None
    runner.run(early)
    result = running.receiver.results.of(take.id)["makes"]

    runner.run(late)

    assert running.receiver.results.of(take.id)["makes"] == result
    assert {each.name for each in folder.derived.iterdir()} == {"made.txt", "makes.result.json"}
    assert [each.event for each in running.receiver.job_control.get(early.job)[1]] == [
        "started",
        "failed",
        "started",
        "succeeded",
    ]
