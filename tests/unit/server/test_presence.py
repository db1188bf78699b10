"""Whether anybody prepares videos: who says so, who is told, and that uploads do not mind."""

import requests

from server.jobs.presence import MISSED_AFTER_S, TELL_EVERY_NS, Presence
from server.jobs.queue import LEASE, JobQueue
from server.ops.overview import overview_of
from tests.support.received import make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running


def presence(running: Running) -> Presence:
    return Presence(running.receiver.database, running.clock)


def ready(running: Running) -> tuple[int, str]:
    answer = requests.get(f"{running.url}/ready", timeout=30)
    return answer.status_code, answer.json()["worker"]


def test_a_receiver_says_whether_a_worker_is_there_and_is_ready_without(running: Running) -> None:
    assert ready(running) == (200, "missing")
    assert running.receiver.presence.seen_s() is None

    running.receiver.presence.tell()

    assert ready(running) == (200, "here")


def test_a_worker_that_says_nothing_for_a_minute_is_missing(running: Running) -> None:
    worker, asking = presence(running), presence(running)
    worker.tell()
    running.clock.advance(MISSED_AFTER_S)
    assert not asking.is_missing()

    running.clock.advance(1)

    assert asking.is_missing()
    worker.tell()
    assert asking.seen_s() == 0


def test_it_is_not_written_down_more_often_than_needed(running: Running) -> None:
    worker, asking = presence(running), presence(running)
    worker.tell()
    running.clock.advance(TELL_EVERY_NS / 1e9 - 1)
    worker.tell()
    assert asking.seen_s() == TELL_EVERY_NS / 1e9 - 1

    running.clock.advance(1)
    worker.tell()

    assert asking.seen_s() == 0


def test_a_worker_at_a_long_job_is_there(running: Running, device: EnrolledDevice) -> None:
    device.client.send(make_take(device.id, [scene_part(30)]).signed(device.key))
    asking, queue = presence(running), JobQueue(running.receiver.database, running.clock)
    claim = queue.claim("worker")
    assert claim is not None
    running.clock.advance(LEASE.total_seconds() - 1)
    assert asking.seen_s() == 0

    running.clock.advance(2)

    assert asking.is_missing()


def test_jobs_that_nobody_does_need_a_look(running: Running, device: EnrolledDevice) -> None:
    asking = presence(running)
    assert not overview_of(running.receiver.database, asking, running.clock).needs_a_look
    device.client.send(make_take(device.id, [scene_part(30)]).signed(device.key))

    seen = overview_of(running.receiver.database, asking, running.clock)

    assert seen.needs_a_look
    assert seen.to_json()["worker"] == {"seen_s": None}
    assert seen.lines()[-1].startswith("worker: none is there")
    asking.tell()
    assert not overview_of(running.receiver.database, asking, running.clock).needs_a_look
