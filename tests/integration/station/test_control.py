"""The control socket with real sockets: who is answered, what is refused, whom nobody waits for."""

import json
import socket
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.control import CLIENTS_MAX, ControlServer, ControlUnavailable, socket_path
from desktop.control_desk import NO_START, NOT_RUNNING, StationDesk
from desktop.control_lines import LINE_MAX_BYTES, Refused, Start
from desktop.recording.model import PartBegan, Paused, Resumed
from desktop.station import RecordingSaved
from holdfast.clock import SystemClock
from holdfast.jsonform import Json
from holdfast.layout import Home
from tests.integration.station.conftest import Running

CLOCK = SystemClock()


class NotingDesk:
    """Notes what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def mark(self, name: str, source: str, at_ns: int) -> None:
        self.asked.append(("mark", name, source, at_ns))

    def start(self, wish: Start) -> str:
        self.asked.append(("start", wish))
        raise Refused("Not today.")

    def stop(self) -> None:
        self.asked.append(("stop",))

    def pause(self) -> None:
        raise ValueError("a fault of our own")

    def resume(self) -> None:
        self.asked.append(("resume",))

    def status(self) -> Json:
        return {"state": "idle"}


class Client:
    """A program at the socket."""

    def __init__(self, path: Path) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(20)
        self.socket.connect(str(path))
        self._answers = self.socket.makefile("rb")

    def say(self, data: bytes) -> None:
        self.socket.sendall(data)

    def hear(self) -> Json:
        answer: Json = json.loads(self._answers.readline())
        return answer

    def ask(self, line: str) -> Json:
        self.say(line.encode() + b"\n")
        return self.hear()

    def close(self) -> None:
        self._answers.close()
        self.socket.close()


@pytest.fixture
def desk() -> NotingDesk:
    return NotingDesk()


@pytest.fixture
def server(tmp_path: Path, desk: NotingDesk) -> Iterator[ControlServer]:
    made = ControlServer(tmp_path / "control.sock", desk, CLOCK)
    made.start()
    yield made
    made.close()
    assert not made.path.exists()


@pytest.fixture
def clients(server: ControlServer) -> Iterator[list[Client]]:
    made = [Client(server.path) for _ in range(3)]
    yield made
    for each in made:
        each.close()


def test_a_marker_has_the_time_at_which_its_line_arrived(
    clients: list[Client], desk: NotingDesk
) -> None:
    before_ns = CLOCK.monotonic_ns()
    assert clients[0].ask("marker look") == {"ok": True}
    after_ns = CLOCK.monotonic_ns()

    ((_, name, source, at_ns),) = desk.asked
    assert (name, source) == ("look", "socket")
    assert isinstance(at_ns, int)
    assert before_ns <= at_ns <= after_ns


def test_each_client_hears_its_own_answers_in_order(clients: list[Client]) -> None:
    clients[0].say(b"status\nnonsense\nmarker x\n")
    assert clients[1].ask("status") == {"ok": True, "state": "idle"}
    answers = [clients[0].hear() for _ in range(3)]

    assert [each["ok"] for each in answers] == [True, False, True]
    assert clients[2].ask("start") == {"ok": False, "error": "Not today."}


def test_a_line_in_pieces_is_one_line(clients: list[Client], desk: NotingDesk) -> None:
    for piece in (b"mar", b"ker in pie", b"ces\nsto", b"p\n"):
        clients[0].say(piece)
    assert [clients[0].hear()["ok"] for _ in range(2)] == [True, True]

    assert [each[:2] for each in desk.asked] == [("mark", "in pieces"), ("stop",)]


def test_a_line_that_is_too_long_is_refused_once_and_the_next_one_counts(
    clients: list[Client], desk: NotingDesk
) -> None:
    clients[0].say(b"marker " + b"x" * (2 * LINE_MAX_BYTES))
    # Before its end has come: nobody keeps what may never end.
    assert "longer than" in clients[0].hear()["error"]
    clients[0].say(b"x" * (3 * LINE_MAX_BYTES) + b"\nmarker short\n")

    assert clients[0].hear() == {"ok": True}
    assert [each[1] for each in desk.asked] == ["short"]


def test_a_fault_of_ours_is_answered_and_the_client_goes_on(clients: list[Client]) -> None:
    assert "fault" in clients[0].ask("pause")["error"]
    assert clients[0].ask("stop") == {"ok": True}


def test_nobody_waits_for_a_client_that_never_reads(
    clients: list[Client], desk: NotingDesk
) -> None:
    def flood() -> None:
        try:
            for _ in range(2000):
                clients[0].say(b"nonsense that is answered\n" * 50)
        except OSError:
            return

    flooding = threading.Thread(target=flood, daemon=True)
    flooding.start()
    for number in range(20):
        assert clients[1].ask(f"marker {number}") == {"ok": True}
    # It is left, which ends its own sending.
    flooding.join(20)

    assert not flooding.is_alive()
    assert len(desk.asked) == 20


def test_there_is_an_end_to_how_many_may_come(server: ControlServer, clients: list[Client]) -> None:
    more = [Client(server.path) for _ in range(CLIENTS_MAX - len(clients))]
    for each in more:
        each.ask("status")
    one_too_many = Client(server.path)
    assert "connected already" in one_too_many.hear()["error"]
    one_too_many.close()
    for each in more:
        each.close()

    assert clients[0].ask("status")["ok"] is True


def test_only_its_user_may_use_it_and_no_second_program_takes_it(
    server: ControlServer, desk: NotingDesk
) -> None:
    assert stat.S_IMODE(server.path.stat().st_mode) == 0o600
    with pytest.raises(ControlUnavailable, match="already"):
        ControlServer(server.path, desk, CLOCK).start()
    client = Client(server.path)
    assert client.ask("status")["ok"] is True
    client.close()


def test_a_socket_whose_program_is_gone_is_replaced(tmp_path: Path, desk: NotingDesk) -> None:
    path = tmp_path / "control.sock"
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(path))
    server = ControlServer(path, desk, CLOCK)
    server.start()
    client = Client(path)
    assert client.ask("status")["ok"] is True
    client.close()
    server.close()


def test_a_long_home_still_has_a_socket(tmp_path: Path) -> None:
    short, long = Home(Path("/h")), Home(tmp_path / ("x" * 90) / ("y" * 90))

    assert socket_path(short) == Path("/h/control.sock")
    assert len(str(socket_path(long))) <= 100
    assert socket_path(long) == socket_path(Home(long.root))
    assert socket_path(long) != socket_path(Home(tmp_path / ("x" * 91) / ("y" * 90)))


def test_a_station_does_what_lines_say(running: Running, tmp_path: Path) -> None:
    running.prepare(640, 360)

    def begin(wish: Start) -> str:
        return running.station.start_recording(wish.participant or "P-9", wish.prompt)

    server = ControlServer(tmp_path / "c.sock", StationDesk(running.station, begin), CLOCK)
    server.start()
    client = Client(server.path)
    try:
        for line in ("stop", "pause", "resume", "marker x"):
            assert client.ask(line) == {"ok": False, "error": NOT_RUNNING}
        assert client.ask("status") == {"ok": True, "state": "idle", "recording": None}
        started = client.ask("start participant=P-7 prompt=smile")
        running.wait_for(PartBegan)
        assert "running already" in client.ask("start")["error"]
        assert "not paused" in client.ask("resume")["error"]
        assert client.ask("marker look")["ok"]
        client.say(b"pause\nresume\npause\n")
        assert [client.hear()["ok"] for _ in range(3)] == [True, True, True]
        running.wait_for(Paused)
        running.wait_for(Paused)
        assert "paused already" in client.ask("pause")["error"]
        assert client.ask("status")["state"] == "paused"
        assert client.ask("resume")["ok"]
        running.wait_for(Resumed)
        assert client.ask("stop")["ok"]
        saved = running.wait_for(RecordingSaved)
    finally:
        client.close()
        server.close()

    assert saved.recording == started["recording"]
    assert saved.manifest is not None
    assert saved.manifest.announcement.participant == "P-7"
    assert [(each.name, each.source) for each in saved.manifest.markers] == [("look", "socket")]


def test_record_begins_by_itself(running: Running) -> None:
    with pytest.raises(Refused, match="by itself"):
        StationDesk(running.station).start(Start())
    assert "window" in NO_START
