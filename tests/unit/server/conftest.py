"""A receiver inside the test's own process: real waitress, real SQLite, real files, no worker.

`HOLDFAST_TEST_DATABASE=postgres` puts a Postgres server in the place of SQLite.
"""

import itertools
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from server.app import create_app
from server.auth.policy import Role
from server.db.engine import open_database
from server.db.migrate import upgrade
from server.engines import Engines
from server.listener import Listener
from server.patience import Patience
from server.receiver import Receiver, open_receiver
from server.settings import Settings
from tests.support.manual_clock import ManualClock
from tests.support.receiver_client import Client, EnrolledDevice, direct_session

_databases = itertools.count()
_ON_POSTGRES = os.environ.get("HOLDFAST_TEST_DATABASE") == "postgres"
only_on_sqlite = pytest.mark.skipif(_ON_POSTGRES, reason="it is about SQLite's own files")
# A test moves the clock by days while a connection is kept, which no client can foresee.
NO_HURRY = Patience(head_s=1e9, silence_s=1e9, idle_s=1e9, first_s=1e9)


@dataclass(frozen=True, slots=True)
class Running:
    """A receiver that answers on loopback, and the clock that it lives by."""

    url: str
    receiver: Receiver
    clock: ManualClock
    engines: Engines

    def device(self, device: str | None = None) -> EnrolledDevice:
        return EnrolledDevice.enrol(self.url, self.receiver.devices.add("kiosk").code, device)

    def user(self, role: Role = Role.OPERATOR) -> Client:
        return Client(self.url, self.receiver.users.add_token(f"the {role.value}", role))

    def anonymous(self) -> requests.Session:
        return direct_session()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str | None]:
    if not _ON_POSTGRES:
        yield None
        return
    from tests.support import engine_servers

    with engine_servers.postgres() as url:
        yield url


@pytest.fixture
def engines(postgres_server: str | None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engines]:
    if postgres_server is None:
        yield Engines()
        return
    from tests.support import engine_servers

    name = f"receiver{next(_databases)}"
    url = engine_servers.make_database(postgres_server, name)
    # `holdfast admin` reads it there.
    monkeypatch.setenv("DATABASE_URL", url)
    yield Engines(database_url=url)
    engine_servers.drop_database(postgres_server, name)


@pytest.fixture
def only_films(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made of a film has tests of its own."""
    monkeypatch.setenv("HOLDFAST_JOBS__BY_THEMSELVES", "none")


@pytest.fixture
def settings(tmp_path: Path, engines: Engines, only_films: None) -> Settings:
    return Settings(
        engines=engines,
        data_folder=tmp_path / "data",
        port=0,
        threads=4,
        patience=NO_HURRY,
        body_most_bytes=1 << 20,
        segment_most_bytes=4 << 20,
    )


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as a receiver makes it when it is new. Making one is half of opening one."""
    file = tmp_path_factory.mktemp("database") / "empty.db"
    database = open_database(file, Engines())
    upgrade(database)
    database.close()
    return file


@pytest.fixture
def running(settings: Settings, empty_database: Path) -> Iterator[Running]:
    clock = ManualClock()
    if settings.engines.is_database_here:
        settings.data.root.mkdir(exist_ok=True)
        shutil.copyfile(empty_database, settings.data.database)
    receiver = open_receiver(settings.data, clock, settings.engines, settings.bounds)
    listener = Listener(create_app(settings, clock, receiver), settings, clock)
    thread = threading.Thread(target=listener.run)
    thread.start()
    yield Running(listener.url, receiver, clock, settings.engines)
    listener.stop()
    thread.join()
    listener.close()
    receiver.close()


@pytest.fixture
def admin(running: Running) -> Client:
    return running.user(Role.ADMIN)


@pytest.fixture
def device(running: Running) -> EnrolledDevice:
    return running.device()
