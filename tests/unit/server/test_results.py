"""What jobs made outlives the database; and jobs that were queued before there were kinds go on."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from holdfast import durable
from holdfast.ids import new_id
from holdfast.receiver_layout import ReceiverData
from server.db import migrate
from server.db.engine import Database
from server.jobs.queue import JobQueue
from server.jobs.results import Result, ResultFile, write_result
from server.receiver import open_receiver
from tests.support.manual_clock import EPOCH, ManualClock
from tests.support.received import Take, make_take, scene_part
from tests.support.receiver_client import EnrolledDevice
from tests.unit.server.conftest import Running

WORKER, JOB = new_id(EPOCH), new_id(EPOCH)


@pytest.fixture
def take(device: EnrolledDevice) -> Take:
    made = make_take(device.id, [scene_part(30)]).signed(device.key)
    device.client.send(made)
    return made


def test_results_are_there_again_after_the_database_was_lost(
    running: Running, take: Take, tmp_path: Path
) -> None:
    here = running.receiver.data
    folder = here.recording(take.session_id, take.id)
    durable.make_folder(folder.derived)
    (folder.derived / "kept.txt").write_bytes(b"1234")
    (folder.derived / "cut.txt").write_bytes(b"12")
    made = {
        name: Result(name, JOB, EPOCH, 3, {"format_version": 1}, (ResultFile(f"{name}.txt", 4),))
        for name in ("kept", "cut", "gone")
    }
    for each in made.values():
        write_result(here.files, folder, each)
    folder.result("broken").write_bytes(b"{")
    copy = tmp_path / "copy"
    shutil.copytree(here.root, copy, ignore=shutil.ignore_patterns("*.db*", "engines.json"))

    rebuilt = open_receiver(ReceiverData(copy), running.clock)

    assert rebuilt.results.of(take.id) == {"kept": made["kept"]}
    rebuilt.close()


def test_what_is_made_again_takes_the_place_of_what_was_made_before(
    running: Running, take: Take
) -> None:
    from server.jobs.results import keep_result

    for version in (1, 2):
        files = (ResultFile("made.txt", version),)
        result = Result("made", JOB, EPOCH, version, {"format_version": 1}, files)
        with running.receiver.database.writing() as session:
            keep_result(session, take.id, result)

    assert running.receiver.results.of(take.id) == {"made": result}


def test_jobs_that_were_queued_before_the_migration_are_done_in_their_order(
    tmp_path: Path,
) -> None:
    database = Database(tmp_path / "holdfast.db")
    jobs = [new_id(EPOCH) for _ in range(2)]
    with database.migrating() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0010")
        connection.execute(
            text(
                "INSERT INTO sessions (id, device, participant, content, created_at) "
                "VALUES ('s', 'd', 'P', '{}', '2026-11-20 14:00:00')"
            )
        )
        for number, job in enumerate(jobs):
            connection.execute(
                text(
                    "INSERT INTO recordings (id, session, device, announcement, state, created_at) "
                    "VALUES (:recording, 's', 'd', '{}', 'stored', '2026-11-20 14:00:00')"
                ),
                {"recording": f"r{number}"},
            )
            at = EPOCH - timedelta(minutes=10 * (number + 1))
            connection.execute(
                text(
                    "INSERT INTO jobs (id, kind, recording, state, progress, attempts, "
                    "not_before, created_at) VALUES (:job, 'assemble', :recording, 'queued', 0, 0, "
                    ":at, :at)"
                ),
                {"job": job, "recording": f"r{number}", "at": f"{at:%Y-%m-%d %H:%M:%S.%f}"},
            )
    migrate.upgrade(database)
    queue = JobQueue(database, ManualClock())

    claims = [queue.claim(WORKER), queue.claim(WORKER)]

    assert [each and each.job for each in claims] == jobs[::-1]
    assert [each and (each.params, each.said) for each in claims] == [({}, ()), ({}, ())]
    database.close()
