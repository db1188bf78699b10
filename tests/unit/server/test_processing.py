"""A job done here and now, with no worker anywhere."""

import subprocess
import sys
from pathlib import Path

import pytest

from holdfast.ids import new_id
from server.auth.policy import Role
from server.processing import NoSuchJob, process_job
from tests.support.manual_clock import EPOCH
from tests.support.received import make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running, only_on_sqlite


@only_on_sqlite
def test_one_call_does_a_job_and_all_that_was_queued_with_it(
    running: Running, device: EnrolledDevice
) -> None:
    takes = [make_take(device.id, [scene_part(30)]).signed(device.key) for _ in range(2)]
    for each in takes:
        device.client.send(each)
    here = running.receiver
    (work,) = here.session_work.of_recordings([takes[0].id])
    running.user(Role.ADMIN).call("PUT", "/api/v1/queues/probe", json={"paused": True})

    done = process_job(work.job, here.data.root)

    assert (done.state, done.progress, done.error) == ("completed", 1.0, None)
    assert here.custody.view(takes[0].id, None).is_playable
    assert not here.custody.view(takes[1].id, None).is_playable


@only_on_sqlite
def test_the_command_says_how_it_ended(running: Running, device: EnrolledDevice) -> None:
    take = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(take)
    here = running.receiver
    (work,) = here.session_work.of_recordings([take.id])
    folder = here.data.recording(take.session_id, take.id)
    folder.segment(0).write_bytes(b"not what came")
    words = [sys.executable, "-m", "server.processing", work.job, "--data", str(here.data.root)]

    said = subprocess.run(words, capture_output=True, text=True, timeout=120, check=False)

    assert (said.returncode, said.stdout) == (1, "failed\n")
    assert "damaged" in said.stderr


def test_a_job_that_nobody_knows_is_said_to_be_none(running: Running, tmp_path: Path) -> None:
    for data in (running.receiver.data.root, tmp_path / "elsewhere"):
        with pytest.raises(NoSuchJob, match="Nothing was changed"):
            process_job(new_id(EPOCH), data)
