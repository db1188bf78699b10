"""Claims, leases, attempts: the table's promises, without any worker."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from holdfast.ids import new_id
from holdfast.receiver_layout import ReceiverData
from server.db.models import JobRow, RecordingRow, SessionRow
from server.jobs.lease import kept
from server.jobs.queue import LEASE, Claim, JobQueue, News, submit
from server.receiver import Receiver, open_receiver
from tests.support.chain import wait_for
from tests.support.manual_clock import EPOCH, ManualClock

ONE, TWO = new_id(EPOCH), new_id(EPOCH)
RECORDING = new_id(EPOCH)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def receiver(tmp_path: Path, clock: ManualClock) -> Iterator[Receiver]:
    opened = open_receiver(ReceiverData(tmp_path), clock)
    visit = new_id(EPOCH)
    with opened.database.writing() as session:
        session.add(SessionRow(id=visit, device=ONE, participant="P", content={}, created_at=EPOCH))
        session.flush()
        session.add(
            RecordingRow(
                id=RECORDING,
                session=visit,
                device=ONE,
                announcement={},
                state="stored",
                created_at=EPOCH,
            )
        )
        session.flush()
        submit(session, RECORDING, ("assemble", "probe"), clock)
    yield opened
    opened.close()


@pytest.fixture
def queue(receiver: Receiver) -> JobQueue:
    return receiver.jobs


def job(queue: JobQueue, kind: str) -> JobRow:
    (found,) = [row for row in queue.newest(active=False) if row.kind == kind]
    return found


def claimed(queue: JobQueue, worker: str = ONE) -> Claim:
    claim = queue.claim(worker)
    assert claim is not None
    return claim


def test_a_job_is_claimed_by_one_worker_only(queue: JobQueue) -> None:
    claim = claimed(queue)

    assert (claim.kind, claim.attempt) == ("assemble", 1)
    assert queue.claim(TWO) is None


def test_the_next_job_waits_for_the_one_before_it(receiver: Receiver, queue: JobQueue) -> None:
    first = claimed(queue)
    with receiver.database.writing() as session:
        assert queue.succeed(session, first)

    assert claimed(queue).kind == "probe"


def test_a_lease_that_is_renewed_is_not_taken_away(queue: JobQueue, clock: ManualClock) -> None:
    claim = claimed(queue)
    for _ in range(5):
        clock.advance(LEASE.total_seconds() - 1)
        assert queue.renew(claim, 0.5)
        assert queue.reap(everything=False) == []

    assert job(queue, "assemble").progress == 0.5


def test_a_worker_that_sends_what_was_made_keeps_its_lease(
    queue: JobQueue, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.jobs.lease.KEEP_EVERY_S", 0.01)
    claim = claimed(queue)
    queue.renew(claim, 0.7, News("joining segments"))

    with kept(queue, claim):
        clock.advance(LEASE.total_seconds() - 1)
        wait_for(lambda: job(queue, "assemble").lease_until == clock.now() + LEASE, "a lease")
        clock.advance(2)
        assert queue.reap(everything=False) == []
    row = job(queue, "assemble")

    assert (row.progress, row.step) == (0.7, "joining segments")
    assert queue.with_work([RECORDING, TWO]) == {RECORDING}


def test_a_dead_workers_job_runs_again_and_its_late_word_counts_for_nothing(
    receiver: Receiver, queue: JobQueue, clock: ManualClock
) -> None:
    late = claimed(queue)
    clock.advance(LEASE.total_seconds())
    assert queue.reap(everything=False) == [late.name]

    again = claimed(queue, TWO)

    assert again.attempt == 2
    assert not queue.renew(late, 0.9)
    assert not queue.fail(late, "late", again=False)
    with receiver.database.writing() as session:
        assert not queue.succeed(session, late)
    assert job(queue, "assemble").worker == TWO


@pytest.mark.parametrize(
    "change", [{"worker": TWO}, {"attempt": 2}, {"attempt": 0}], ids=["worker", "later", "earlier"]
)
def test_a_claim_is_its_worker_and_its_attempt(queue: JobQueue, change: dict[str, Any]) -> None:
    claim = claimed(queue)
    other = replace(claim, **change)

    assert not queue.renew(other, 0.5)
    assert not queue.fail(other, "not mine", again=True)
    assert not queue.give_back(other)
    assert queue.renew(claim, 0.5)


def test_the_only_worker_takes_everything_back_at_its_start(queue: JobQueue) -> None:
    claim = claimed(queue)

    assert queue.reap(everything=True) == [claim.name]

    assert claimed(queue, TWO).attempt == 2


def test_a_failed_attempt_waits_before_the_next(queue: JobQueue, clock: ManualClock) -> None:
    queue.fail(claimed(queue), "the disk was busy", again=True)

    assert queue.claim(ONE) is None
    assert job(queue, "assemble").error == "the disk was busy"
    clock.advance(2)
    assert claimed(queue).attempt == 2


def test_after_three_attempts_it_has_failed_and_so_has_what_follows(
    queue: JobQueue, clock: ManualClock
) -> None:
    for _ in range(3):
        queue.fail(claimed(queue), "no luck", again=True)
        clock.advance(60)

    assert queue.claim(ONE) is None
    states = {row.kind: (row.state, row.error) for row in queue.newest(active=False)}
    assert states == {"assemble": ("failed", "no luck"), "probe": ("failed", "no luck")}


def test_a_worker_that_dies_ten_times_gives_the_job_up(queue: JobQueue) -> None:
    for death in range(1, 11):
        assert claimed(queue).attempt == death
        queue.reap(everything=True)

    assert queue.claim(ONE) is None
    assert job(queue, "assemble").state == "failed"


def test_what_cannot_succeed_is_not_tried_again(queue: JobQueue) -> None:
    queue.fail(claimed(queue), "damaged", again=False)

    assert job(queue, "assemble").state == "failed"


def test_a_job_given_back_has_lost_no_attempt(queue: JobQueue) -> None:
    assert queue.give_back(claimed(queue))

    assert claimed(queue).attempt == 1


YEARS_S = 20 * 365 * 86_400


def test_a_clock_that_was_set_back_holds_no_job_for_years(
    receiver: Receiver, queue: JobQueue
) -> None:
    """Both were written by a clock that was ahead: a job's turn, and a dead worker's lease."""
    behind = ManualClock()
    behind.advance(-YEARS_S)
    set_back = JobQueue(receiver.database, behind)

    claim = set_back.claim(ONE)
    assert claim is not None
    assert set_back.give_back(claim)
    claimed(queue)
    behind.advance(1)

    assert len(set_back.reap(everything=False)) == 1
    assert set_back.claim(TWO) is not None


def test_a_live_lease_is_nobody_elses_when_the_clocks_differ_a_little(
    receiver: Receiver, queue: JobQueue
) -> None:
    claimed(queue)
    behind = ManualClock()
    behind.advance(-2)

    assert JobQueue(receiver.database, behind).reap(everything=False) == []
