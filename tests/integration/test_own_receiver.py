"""A receiver that the window keeps on this computer: it runs, is enrolled at, and ends with it."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import requests

from desktop import own_receiver
from desktop.enrolling import enrol
from desktop.own_receiver import OwnReceiver, OwnReceiverFailed, OwnReceiverSlow
from desktop.window_settings import load_window_settings
from holdfast.clock import SystemClock
from holdfast.layout import Home
from uploader.identity import load_enrolment, open_secrets

CLOCK = SystemClock()
LONG_S = 60
OTHER_PROCESS = """
import os, sys
from pathlib import Path
from desktop import own_receiver
from desktop.own_receiver import OwnReceiver, OwnReceiverFailed, OwnReceiverSlow
from holdfast.clock import SystemClock
from holdfast.layout import Home
own = OwnReceiver(Home(Path(sys.argv[1])), SystemClock(), 0)
print(own.start(), flush=True)
sys.stdin.read()
os._exit(9)
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_there(url: str) -> bool:
    try:
        return requests.get(f"{url}/health", timeout=5).ok
    except requests.ConnectionError:
        return False


def enrolled_url(home: Home) -> str:
    enrolment = load_enrolment(home, open_secrets(home))
    assert enrolment is not None
    return enrolment.url


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def own(home: Home) -> Iterator[OwnReceiver]:
    made = OwnReceiver(home, CLOCK, free_port())
    yield made
    made.close()


def starts_as(monkeypatch: pytest.MonkeyPatch, code: str) -> list[Sequence[str]]:
    """Have a receiver start as this program; the words of each start."""
    starts: list[Sequence[str]] = []

    def command(words: Sequence[str]) -> list[str]:
        starts.append(words)
        return [sys.executable, "-c", code]

    monkeypatch.setattr(own_receiver, "_command", command)
    return starts


def test_one_that_takes_too_long_is_not_begun_again_elsewhere(
    own: OwnReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_receiver, "READY_S", 0.2)
    starts = starts_as(monkeypatch, "import time; time.sleep(60)")

    with pytest.raises(OwnReceiverSlow, match="when this computer has less to do"):
        own.start()
    assert len(starts) == 1


def test_one_that_ends_is_tried_on_another_port_and_its_log_is_named(
    home: Home, own: OwnReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts = starts_as(monkeypatch, "raise SystemExit('no disk')")

    with pytest.raises(OwnReceiverFailed, match=r"receiver\.log says why"):
        own.start()
    ports = [words[words.index("--port") + 1] for words in starts]
    assert len(set(ports)) == len(ports) == 2
    assert (home.logs / "receiver.log").read_text().splitlines() == ["no disk", "no disk"]


def test_this_computer_enrols_at_its_own_receiver_and_finds_it_where_it_moved(
    home: Home, own: OwnReceiver
) -> None:
    url = own.start()
    connection = enrol(home, CLOCK, own.invite(), "this computer")
    assert connection.url == url == enrolled_url(home)
    assert requests.get(own.sign_in_link("operator"), timeout=5).ok
    own.close()
    assert not is_there(url)

    with socket.create_server(("127.0.0.1", int(url.rpartition(":")[2]))):
        again = OwnReceiver(home, CLOCK, int(url.rpartition(":")[2]))
        try:
            moved = again.start()
            assert moved != url
            assert enrolled_url(home) == moved
            assert load_window_settings(home.config, {}).own_receiver_port == int(
                moved.rpartition(":")[2]
            )
        finally:
            again.close()


@pytest.mark.slow
def test_it_comes_back_when_it_dies(own: OwnReceiver) -> None:
    url = own.start()
    process = own._process
    assert process is not None

    process.kill()

    came_back = threading.Event()
    for _ in range(LONG_S * 10):
        if own._process is not process and is_there(url):
            came_back.set()
            break
        threading.Event().wait(0.1)
    assert came_back.is_set()


@pytest.mark.slow
def test_it_ends_with_the_window_however_that_ends(home: Home) -> None:
    window = subprocess.Popen(
        [sys.executable, "-c", OTHER_PROCESS, str(home.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ},
    )
    assert window.stdin is not None
    assert window.stdout is not None
    url = window.stdout.readline().strip()
    assert is_there(url)

    window.kill()
    window.communicate()

    for _ in range(LONG_S * 10):
        if not is_there(url):
            break
        threading.Event().wait(0.1)
    assert not is_there(url)
