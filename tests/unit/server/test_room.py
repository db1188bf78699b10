"""Jobs on a disk without room: nothing is begun, nothing is left behind, nothing is given up."""

import threading
from pathlib import Path

import pytest

from server.jobs import child, room
from server.jobs.assemble import assemble
from server.jobs.queue import ATTEMPTS_MOST
from server.jobs.room import LEFT_BYTES, NoRoom, require_room
from server.jobs.runner import Runner
from tests.support import limited_work
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(made)
    return made


@pytest.fixture
def runner(running: Running) -> Runner:
    here = running.receiver
    return Runner(here.data, here.database, here.jobs, threading.Event())


def in_folder(running: Running, take: Take) -> set[str]:
    folder = running.receiver.data.recording(take.session_id, take.id).path
    return {each.name for each in folder.iterdir()}


def attempt(running: Running, runner: Runner) -> bool:
    """Do one job that is due; false where none is."""
    claim = running.receiver.jobs.claim("worker")
    if claim is not None:
        runner.run(claim)
    return claim is not None


def test_room_for_everybody_else_is_left(tmp_path: Path) -> None:
    require_room(tmp_path, 1000, lambda _folder: LEFT_BYTES + 1000)

    with pytest.raises(NoRoom) as refused:
        require_room(tmp_path, 1000, lambda _folder: LEFT_BYTES + 999)

    assert str(refused.value) == (
        "The disk has 67 MB left, and this needs 67 MB. What was received is safe; this goes on by "
        "itself once there is room."
    )


def test_a_film_is_not_begun_without_room(
    running: Running, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = in_folder(running, take)
    # More than any disk has.
    monkeypatch.setattr(room, "LEFT_BYTES", 1 << 60)

    with pytest.raises(NoRoom):
        assemble(running.receiver.data.recording(take.session_id, take.id), "a.1", lambda _: None)

    assert in_folder(running, take) == before


def test_a_disk_that_fills_costs_no_attempt_and_leaves_nothing(
    running: Running, take: Take, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = in_folder(running, take)
    with monkeypatch.context() as limited:
        limited.setattr(child, "main", limited_work.main)
        for _ in range(ATTEMPTS_MOST + 1):
            assert attempt(running, runner)
            assert not attempt(running, runner), "it is not tried again at once"
            running.clock.advance(60)
    (job,) = [each for each in running.receiver.jobs.newest(active=True) if each.kind == "assemble"]
    assert (job.state, job.error) == ("queued", child.FULL)
    assert in_folder(running, take) == before

    assert attempt(running, runner)

    assert "recording.mp4" in in_folder(running, take)
