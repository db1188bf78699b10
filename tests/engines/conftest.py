"""Servers for a whole run, and an empty database, bucket and queue for each test."""

import itertools
from collections.abc import Iterator

import pytest

from server.engines import Engines
from tests.support import engine_servers

_numbers = itertools.count()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs the servers."""
    for item in items:
        if "tests/engines/" in item.path.as_posix():
            item.add_marker("engines")


@pytest.fixture(scope="session", autouse=True)
def installed() -> None:
    missing = engine_servers.missing()
    if missing:
        pytest.skip(f"{', '.join(missing)} not installed (make engines)")


@pytest.fixture(scope="session")
def postgres_server(installed: None) -> Iterator[str]:
    with engine_servers.postgres() as url:
        yield url


@pytest.fixture(scope="session")
def s3_endpoint(installed: None) -> Iterator[str]:
    with engine_servers.s3_server() as endpoint:
        yield endpoint


@pytest.fixture
def database_url(postgres_server: str) -> str:
    return engine_servers.make_database(postgres_server, f"receiver{next(_numbers)}")


@pytest.fixture
def blob_url(s3_endpoint: str, monkeypatch: pytest.MonkeyPatch) -> str:
    for name, value in engine_servers.KEYS.items():
        monkeypatch.setenv(name, value)
    return engine_servers.make_bucket(s3_endpoint, f"receiver{next(_numbers)}")


@pytest.fixture
def redis_url(installed: None) -> Iterator[str]:
    with engine_servers.redis_server() as url:
        yield url


@pytest.fixture
def engines(database_url: str, blob_url: str, redis_url: str) -> Engines:
    return Engines(database_url, blob_url, redis_url)
