"""The computer is kept awake for exactly as long as somebody asked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from desktop.awake import Wakefulness, sleep_inhibited

PATIENCE_S = 20.0


class Service:
    """The system's own, as a context: notes who comes and goes."""

    def __init__(self, refusal: Exception | None = None) -> None:
        self.entered = threading.Event()
        self.threads: list[int] = []
        self.times = [0, 0]
        self._refusal = refusal

    @contextmanager
    def __call__(self) -> Iterator[None]:
        self.entered.set()
        if self._refusal is not None:
            raise self._refusal
        self.times[0] += 1
        self.threads.append(threading.get_ident())
        yield
        self.times[1] += 1
        self.threads.append(threading.get_ident())


def test_it_stays_awake_until_the_end() -> None:
    service = Service()
    wakefulness = Wakefulness(service)

    wakefulness.begin()
    assert service.entered.wait(PATIENCE_S)
    assert service.times == [1, 0]

    wakefulness.end()
    assert service.times == [1, 1]
    wakefulness.end()
    assert service.times == [1, 1]


def test_whoever_asks_takes_it_back() -> None:
    service = Service()
    wakefulness = Wakefulness(service)
    wakefulness.begin()
    service.entered.wait(PATIENCE_S)
    wakefulness.end()

    asked, taken_back = service.threads
    assert asked == taken_back != threading.get_ident()


def test_a_second_beginning_ends_the_first() -> None:
    service = Service()
    wakefulness = Wakefulness(service)
    for _time in range(2):
        service.entered.clear()
        wakefulness.begin()
        assert service.entered.wait(PATIENCE_S)

    assert service.times == [2, 1]
    wakefulness.end()
    assert service.times == [2, 2]


def test_a_service_that_fails_is_noted_and_no_error(caplog: pytest.LogCaptureFixture) -> None:
    service = Service(refusal=OSError("no bus"))
    wakefulness = Wakefulness(service)

    wakefulness.begin()
    service.entered.wait(PATIENCE_S)
    wakefulness.end()

    assert "may fall asleep" in caplog.text


@pytest.mark.parametrize(
    ("answer", "words"),
    [("1", "stays awake"), ("0", "may fall asleep by itself")],
    ids=["the system agrees", "the system does not"],
)
def test_what_the_system_says_is_in_the_log(
    answer: str, words: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", answer)
    caplog.set_level("INFO", "desktop.awake")

    with sleep_inhibited():
        assert words in caplog.text
