"""A bell wakes who waits, forgets nothing that matters, and its server may be away."""

import threading
from collections.abc import Iterator

import pytest

from server.engines import Engines
from server.jobs.bell import Bell, RedisBell, open_bell
from tests.support.ports import free_port

PATIENCE_S = 60


@pytest.fixture(params=["postgresql", "redis"])
def url(request: pytest.FixtureRequest) -> str:
    name = "database_url" if request.param == "postgresql" else "redis_url"
    found: str = request.getfixturevalue(name)
    return found


@pytest.fixture
def bell(url: str) -> Iterator[Bell]:
    made = open_bell(Engines(queue_url=url))
    yield made
    made.close()


def test_a_ring_wakes_a_worker_that_waits(
    url: str, bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.jobs.bell.LOOK_ANYWAY_S", float("inf"))
    waiting = open_bell(Engines(queue_url=url))
    stop, woken = threading.Event(), threading.Semaphore(0)

    def work() -> None:
        while not stop.is_set():
            waiting.wait(stop)
            woken.release()

    thread = threading.Thread(target=work)
    thread.start()
    # A worker that begins to listen looks at once; only what wakes it later was the bell.
    bell.ring()
    assert woken.acquire(timeout=PATIENCE_S)
    for _ in range(3):
        bell.ring()
        assert woken.acquire(timeout=PATIENCE_S)
    stop.set()
    bell.ring()
    thread.join()
    waiting.close()


def test_a_worker_that_is_told_to_stop_waits_no_longer(
    bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.jobs.bell.LOOK_ANYWAY_S", float("inf"))
    stop = threading.Event()
    bell.wait(threading.Event()) if not isinstance(bell, RedisBell) else None
    thread = threading.Thread(target=bell.wait, args=(stop,))
    thread.start()

    stop.set()

    thread.join(PATIENCE_S)
    assert not thread.is_alive()


def test_nobody_fails_because_the_bells_server_is_away(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("server.jobs.bell._STEP_S", 0.01)
    monkeypatch.setattr("server.jobs.bell.LOOK_ANYWAY_S", 0.02)
    for scheme in ("redis", "postgresql"):
        away = open_bell(Engines(queue_url=f"{scheme}://:secret@127.0.0.1:{free_port()}/0"))

        away.ring()
        away.wait(threading.Event())
        away.close()

    assert "away" in caplog.text
    assert "secret" not in caplog.text
