"""Connections that can be read from or written to, found without asking all of them."""

import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from waitress import wasyncore

from server.arriving import Load
from server.readiness import Connections

NOW_S = 0.0
SOON_S = 5.0


class Connection(wasyncore.dispatcher):  # type: ignore[misc]  # waitress has no types
    """One end of a pair, with what a channel of waitress has; counts how often it was asked."""

    def __init__(self, connections: Connections) -> None:
        ours, self.other = socket.socketpair()
        self.requests_lock = threading.Lock()
        self.requests: list[bytes] = []
        self.unsent = b""
        self.heard = b""
        self.asked = self.reads = 0
        self.reads_ahead = 0
        self.on_read: Callable[[], None] = lambda: None
        super().__init__(ours, map=connections)

    def readable(self) -> bool:
        self.asked += 1
        return len(self.requests) <= self.reads_ahead and not self.unsent

    def writable(self) -> bool:
        return bool(self.unsent)

    def handle_read(self) -> None:
        self.reads += 1
        self.heard += self.recv(1000)
        self.on_read()

    def handle_write(self) -> None:
        self.unsent = self.unsent[self.send(self.unsent) :]

    def answer(self, said: bytes) -> None:
        """As a thread of waitress does: the answer, then the request is gone."""
        self.unsent = said
        with self.requests_lock:
            self.requests.pop()

    def end(self) -> None:
        self.other.close()
        if self._fileno is not None:
            self.close()


class Opened:
    """Connections, all closed in the end."""

    def __init__(self) -> None:
        self.all = Connections()
        self._made: list[Connection] = []

    def one(self) -> Connection:
        self._made.append(Connection(self.all))
        return self._made[-1]

    def end(self) -> None:
        for each in self._made:
            each.end()
        self.all.close()


@pytest.fixture
def opened() -> Iterator[Opened]:
    opened = Opened()
    yield opened
    opened.end()


def test_what_arrives_is_read(opened: Opened) -> None:
    first, second = opened.one(), opened.one()
    second.other.send(b"hello")

    opened.all.turn(SOON_S)

    assert (first.heard, second.heard) == (b"", b"hello")


def test_who_is_silent_is_asked_once_and_not_again(opened: Opened) -> None:
    silent, talking = opened.one(), opened.one()
    opened.all.turn(NOW_S)
    asked = silent.asked

    for _ in range(50):
        talking.other.send(b"x")
        opened.all.turn(SOON_S)

    assert talking.heard == b"x" * 50
    assert silent.asked == asked


def test_who_is_answered_by_a_thread_is_not_read_until_it_is(opened: Opened) -> None:
    busy = opened.one()
    busy.on_read = lambda: busy.requests.append(busy.heard)
    busy.other.send(b"first")
    opened.all.turn(SOON_S)
    busy.other.send(b"second")

    opened.all.turn(NOW_S)
    assert busy.heard == b"first"

    busy.answer(b"answer")
    opened.all.turn(SOON_S)
    assert busy.other.recv(100) == b"answer"
    opened.all.turn(SOON_S)

    assert busy.heard == b"firstsecond"


def test_who_is_answered_while_it_may_go_on_is_answered(opened: Opened) -> None:
    ahead = opened.one()
    ahead.reads_ahead = 1
    ahead.on_read = lambda: ahead.requests.append(ahead.heard)
    ahead.other.send(b"first")
    opened.all.turn(SOON_S)
    opened.all.turn(NOW_S)

    ahead.answer(b"answer")
    opened.all.turn(NOW_S)

    assert not ahead.unsent
    assert ahead.other.recv(100) == b"answer"


def test_who_hangs_up_while_it_is_answered_is_left_alone(opened: Opened) -> None:
    busy = opened.one()
    busy.on_read = lambda: busy.requests.append(busy.heard)
    busy.other.send(b"first")
    opened.all.turn(SOON_S)
    busy.other.close()

    opened.all.turn(NOW_S)

    assert list(opened.all.values()) == [busy]
    assert busy.heard == b"first"


def test_who_is_ended_by_another_in_the_same_turn_is_not_read(opened: Opened) -> None:
    one, other = opened.one(), opened.one()
    one.on_read, other.on_read = other.close, one.close
    one.other.send(b"x")
    other.other.send(b"x")

    opened.all.turn(SOON_S)

    assert one.reads + other.reads == 1
    assert len(opened.all) == 1


def test_a_number_that_is_used_again_is_another_connection(opened: Opened) -> None:
    gone = opened.one()
    opened.all.turn(NOW_S)
    number = gone.socket.fileno()
    gone.close()
    again = opened.one()
    assert again.socket.fileno() == number

    again.other.send(b"new")
    opened.all.turn(SOON_S)

    assert (gone.heard, again.heard) == (b"", b"new")


def test_bodies_are_counted_only_where_they_could_be_too_much() -> None:
    counted = [60, 90]
    load = Load(100, lambda: counted.pop(0))

    load.expect(60)
    assert not load.is_too_much(60)
    assert counted == [60, 90]

    load.expect(60)  # the first has gone meanwhile, so 60 are counted
    assert not load.is_too_much(60)
    assert counted == [90]

    load.expect(30)
    assert not load.is_too_much(30)
    assert counted == [90]

    load.expect(30)
    assert not load.is_too_much(30)
    assert counted == []


def test_bodies_that_are_too_much_wait_but_for_one_that_is_alone() -> None:
    here = [120]
    load = Load(100, lambda: here[0])
    load.expect(120)
    assert not load.is_too_much(120)

    here[0] = 150
    load.expect(30)
    assert load.is_too_much(30)
