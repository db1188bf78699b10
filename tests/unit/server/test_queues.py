"""Whole queues over the real API: paused, bounded, tried again, filled; and whose turn it is."""

import os
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from holdfast.clock import rfc3339
from holdfast.ids import new_id
from holdfast.jsonform import FormatError, Json
from holdfast.protocol import API
from holdfast.receiver_layout import ReceiverData
from server.db.models import JobRow, RecordingRow
from server.domain.queue_controls import controls_from_file
from server.jobs.kinds import DERIVED, KINDS, Kind
from server.jobs.picking import next_due
from server.jobs.queue import Claim, JobQueue, submit
from server.jobs.results import Result, keep_result
from server.operating import load_operating
from server.receiver import open_receiver
from tests.support.manual_clock import ManualClock
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import Client, EnrolledDevice
from tests.unit.server.conftest import Running
from tests.unit.server.test_segments import problem

WORKER = "01a1f941-c700-7be7-9086-7d34c31426fc"
EARLY = Kind("early", "nowhere:none", after="probe", head_start_min=60)
LATE = Kind("late", "nowhere:none", after="probe", waits_for=("early",), version=2)
TRIED = {**KINDS, "early": EARLY, "late": LATE}


@pytest.fixture(autouse=True)
def more_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two more kinds than there are."""
    for module in ("server.jobs.queue", "server.domain.queues"):
        monkeypatch.setattr(f"{module}.KINDS", TRIED)
    monkeypatch.setattr("server.domain.job_control.DERIVED", (EARLY, LATE))


@pytest.fixture
def queue(running: Running) -> JobQueue:
    return JobQueue(running.receiver.database, running.clock, TRIED)


@pytest.fixture
def takes(device: EnrolledDevice) -> list[Take]:
    made = [make_take(device.id, [scene_part(30)]).signed(device.key) for _ in range(3)]
    for each in made:
        device.client.send(each)
    return made


def look(client: Client, kind: str) -> Json:
    found: dict[str, Json] = {each["kind"]: each for each in client.get(f"{API}/queues")["queues"]}
    return found[kind]


def change(client: Client, kind: str, **to: object) -> Json:
    answer = client.call("PUT", f"{API}/queues/{kind}", json=to)
    assert answer.status_code == 200, answer.text
    value: Json = answer.json()
    return value


def post(client: Client, path: str) -> int:
    answer = client.call("POST", f"{API}/queues/{path}")
    assert answer.status_code == 202, answer.text
    count: int = answer.json()["queued"]
    return count


def claims(queue: JobQueue) -> list[Claim]:
    """Everything that may begin now."""
    found = []
    while (claim := queue.claim(WORKER)) is not None:
        found.append(claim)
    return found


def succeed(running: Running, queue: JobQueue, done: Sequence[Claim]) -> None:
    for each in done:
        with running.receiver.database.writing() as session:
            assert queue.succeed(session, each)


def make_playable(running: Running, queue: JobQueue, takes: Sequence[Take]) -> None:
    for _ in ("assemble", "probe"):
        succeed(running, queue, claims(queue))
    with running.receiver.database.writing() as session:
        for each in takes:
            session.get_one(RecordingRow, each.id).probe = {"ok": True}


def queued(running: Running, recording: str, *kinds: str) -> list[str]:
    with running.receiver.database.writing() as session:
        return submit(session, recording, kinds, running.clock)


def test_a_paused_queue_begins_nothing_and_others_go_on(
    running: Running, queue: JobQueue, admin: Client, takes: list[Take]
) -> None:
    (first,) = claims(queue)[:1]
    assert queue.give_back(first)
    make_playable(running, queue, [])
    queued(running, takes[0].id, "late")
    queued(running, takes[1].id, "early")

    said = change(admin, "early", paused=True)

    assert (said["paused"], said["waiting"], said["changed_by"]) == (
        True,
        1,
        "admin the admin",
    )
    assert [each.kind for each in claims(queue)] == ["late"]
    change(admin, "early", paused=False)
    assert [each.kind for each in claims(queue)] == ["early"]


def test_no_more_jobs_of_a_kind_run_than_may(
    running: Running,
    queue: JobQueue,
    admin: Client,
    takes: list[Take],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Another worker begins one after this one saw that one more may begin."""
    assert change(admin, "assemble", at_once=1)["at_once"] == 1
    others = [row.id for row in queue.newest(active=True) if row.kind == "assemble"][:1]
    begun: list[Claim | None] = []

    def see_too_early(*asked: Any) -> JobRow | None:
        found = next_due(*asked)
        if not begun:
            begun.append(None)
            begun.append(queue.claim(new_id(running.clock.now()), only=others))
        return found

    with monkeypatch.context() as late:
        late.setattr("server.jobs.queue.next_due", see_too_early)
        assert queue.claim(WORKER) is None

    other = begun[1]
    assert other is not None
    assert queue.give_back(other)
    assert len(claims(queue)) == 1
    assert change(admin, "assemble", at_once=None)["at_once"] is None
    assert len(claims(queue)) == 2


def test_what_waits_long_enough_comes_before_what_is_more_important(
    running: Running, queue: JobQueue, takes: list[Take]
) -> None:
    make_playable(running, queue, takes)
    (old,) = queued(running, takes[0].id, "late")
    running.clock.advance(timedelta(minutes=EARLY.head_start_min).total_seconds() / 2)
    (new,) = queued(running, takes[1].id, "early")
    running.clock.advance(timedelta(minutes=EARLY.head_start_min).total_seconds())
    (newest,) = queued(running, takes[2].id, "early")

    assert [each.job for each in claims(queue)] == [new, old, newest]


def test_a_kind_waits_until_others_have_ended_and_not_until_they_succeed(
    running: Running, queue: JobQueue, takes: list[Take]
) -> None:
    make_playable(running, queue, takes)
    queued(running, takes[0].id, "late", "early")

    (early,) = claims(queue)
    assert early.kind == "early"
    queue.fail(early, "no luck", again=False)

    assert [each.kind for each in claims(queue)] == ["late"]


def test_jobs_wait_for_the_nearest_that_they_are_made_from(
    running: Running, queue: JobQueue, takes: list[Take]
) -> None:
    job = dict(
        zip(
            ("probe", "early", "late"),
            queued(running, takes[0].id, "probe", "early", "late"),
            strict=True,
        )
    )
    with running.receiver.database.reading() as session:
        after = {kind: session.get_one(JobRow, each).after for kind, each in job.items()}

    assert after == {"probe": None, "early": job["probe"], "late": job["probe"]}


def test_all_that_failed_is_tried_again_and_nothing_else(
    running: Running, queue: JobQueue, admin: Client, takes: list[Take]
) -> None:
    make_playable(running, queue, takes)
    for each in takes:
        queued(running, each.id, "early")
    for claim in claims(queue):
        queue.fail(claim, "no luck", again=False)
    running.clock.advance(1)
    # One was cancelled, and one succeeded later: neither is failed.
    (cancelled,) = queued(running, takes[0].id, "early")
    running.receiver.job_control.cancel(cancelled, "the test")
    queued(running, takes[1].id, "early")
    succeed(running, queue, claims(queue))
    assert look(admin, "early")["failed"] == 1

    assert post(admin, "early/retry") == 1

    assert [each.recording for each in claims(queue)] == [takes[2].id]
    assert look(admin, "early")["failed"] == 0
    assert post(admin, "early/retry") == 0


def test_what_is_missing_is_made_where_nobody_tries_it_already(
    running: Running, queue: JobQueue, admin: Client, takes: list[Take], device: EnrolledDevice
) -> None:
    make_playable(running, queue, takes)
    unplayable = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(unplayable)
    for each, version in zip(takes, (2, 1), strict=False):
        result = Result("late", WORKER, running.clock.now(), version, {}, ())
        with running.receiver.database.writing() as session:
            keep_result(session, each.id, result)

    assert post(admin, "late/missing") == 2
    assert post(admin, "late/missing") == 0

    late = [each for each in claims(queue) if each.kind == "late"]
    assert {each.recording for each in late} == {takes[1].id, takes[2].id}
    for claim in late:
        queue.fail(claim, "no luck", again=False)
    assert post(admin, "late/missing") == 0
    problem(admin.call("POST", f"{API}/queues/partial/missing"), "bad_request")
    problem(admin.call("POST", f"{API}/queues/none/missing"), "not_found")


def test_only_some_kinds_are_done_anew(
    running: Running, queue: JobQueue, admin: Client, takes: list[Take]
) -> None:
    path = f"{API}/recordings/{takes[0].id}/process"
    problem(admin.call("POST", path, json={"kinds": ["early"]}), "not_ready")
    make_playable(running, queue, takes)

    jobs = admin.call("POST", path, json={"kinds": ["late", "early"]}).json()["jobs"]

    assert admin.call("POST", path, json={"kinds": ["early"]}).json()["jobs"] == jobs[:1]
    (early,) = claims(queue)
    assert early.job == jobs[0]
    problem(admin.call("POST", path, json={"kinds": ["assemble"]}), "bad_request")


@pytest.mark.parametrize(
    "said", [{"at_once": 0}, {"at_once": True}, {"paused": "yes"}, {"paused": None}]
)
def test_a_queue_is_not_told_nonsense(admin: Client, said: Json) -> None:
    problem(admin.call("PUT", f"{API}/queues/probe", json=said), "bad_request")

    assert look(admin, "probe")["changed_at"] is None


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("all", [each.name for each in DERIVED]),
        ("none", []),
        ("track, thumbnail", ["thumbnail", "track"]),
    ],
)
def test_what_follows_by_itself_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, kinds: list[str]
) -> None:
    monkeypatch.setenv("HOLDFAST_JOBS__BY_THEMSELVES", said)
    data = ReceiverData(tmp_path)

    wants = load_operating(data, os.environ).jobs.wants

    assert [each.name for each in DERIVED if wants(each.name)] == kinds
    open_receiver(data, ManualClock()).close()


def test_a_kind_that_there_is_not_is_told_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOLDFAST_JOBS__BY_THEMSELVES", "thumbnial")

    with pytest.raises(FormatError, match=r"thumbnial.*thumbnail"):
        open_receiver(ReceiverData(tmp_path), ManualClock())


def test_a_lost_database_forgets_no_pause_and_no_bound(running: Running, admin: Client) -> None:
    change(admin, "late", paused=True)
    change(admin, "early", at_once=3)
    change(admin, "late", at_once=2)
    before = [look(admin, kind) for kind in ("early", "late")]

    found = controls_from_file(running.receiver.data)

    told = [(row.kind, row.is_paused, row.at_once, row.changed_by) for row in found]
    assert told == [
        (each["kind"], each["paused"], each["at_once"], each["changed_by"]) for each in before
    ]
    assert [rfc3339(row.changed_at) for row in found] == [each["changed_at"] for each in before]
