"""Workers killed in a job, whatever delivers the news of it, and with nothing that delivers it."""

from pathlib import Path

import pytest

from holdfast.clock import SystemClock
from holdfast.receiver_layout import ReceiverData
from server.engines import Engines
from server.receiver import open_receiver
from tests.support.engine_servers import KEYS
from tests.support.killed_workers import (
    check_each_was_done_once,
    received,
    work_until_done,
)
from tests.support.ports import free_port
from tests.support.serving import Serving

KILLED = frozenset({"assemble", "thumbnail"})
ONLY = {"HOLDFAST_JOBS__BY_THEMSELVES": "thumbnail"}


@pytest.fixture(params=["postgresql", "redis", "a redis server that is away"])
def queue_url(request: pytest.FixtureRequest, database_url: str) -> str:
    match request.param:
        case "postgresql":
            return database_url
        case "redis":
            url: str = request.getfixturevalue("redis_url")
            return url
        case _:
            return f"redis://127.0.0.1:{free_port()}/0"


# Each dead worker's lease has to run out, and a worker that hears nothing looks every few seconds.
@pytest.mark.timeout(900)
@pytest.mark.parametrize("has_bucket", [False, True], ids=["disk", "bucket"])
def test_a_job_whose_worker_was_killed_is_done_again_once(
    tmp_path: Path, database_url: str, queue_url: str, blob_url: str, has_bucket: bool
) -> None:
    engines = Engines(database_url, blob_url if has_bucket else "disk", queue_url)
    environment = {
        **ONLY,
        "DATABASE_URL": engines.database_url,
        "BLOB_URL": engines.blob_url,
        "QUEUE_URL": engines.queue_url,
        **KEYS,
    }
    with Serving(tmp_path / "data", environment, words=("--workers", "0")) as serving:
        _, take = received(serving)

    assert work_until_done(tmp_path / "data", KILLED, environment) == len(KILLED)

    receiver = open_receiver(ReceiverData(tmp_path / "data"), SystemClock(), engines)
    check_each_was_done_once(receiver, take, KILLED)
    receiver.close()
