"""What ends a wait early: looks at the time, at the ways out, at the receiver's port."""

import socket
import threading

import pytest

from tests.support.queues import LeapingClock
from uploader.hints import Hint, Hints, News, TimeLooker, WayLooker
from uploader.knock import FAR_S, Knock, is_open


def never(_address: tuple[str, int]) -> bool:
    return False


def nobody(clock: LeapingClock) -> Knock:
    return Knock(lambda: None, clock, lambda least, _most: least, never)


class Ways:
    """The ways out as a test sets them."""

    def __init__(self, *addresses: str) -> None:
        self.now = frozenset(addresses)

    def __call__(self) -> frozenset[str]:
        return self.now


def test_time_that_passes_is_no_news_and_sleep_is() -> None:
    clock = LeapingClock()
    looker = TimeLooker(clock)
    clock.advance(3600)
    assert not looker.look()

    clock.sleep(8 * 3600)

    assert looker.look()
    assert not looker.look()


@pytest.mark.parametrize("years", [-3, 5])
def test_a_clock_that_was_set_either_way_is_news_once(years: int) -> None:
    clock = LeapingClock()
    looker = TimeLooker(clock)

    clock.leap(years * 365 * 86_400)

    assert looker.look()
    assert not looker.look()


def test_a_clock_that_a_time_server_corrects_a_little_is_none() -> None:
    clock = LeapingClock()
    looker = TimeLooker(clock)

    clock.leap(2)

    assert not looker.look()


def test_a_way_that_comes_is_news_and_one_that_goes_is_none() -> None:
    ways = Ways("10.0.0.2")
    looker = WayLooker(ways)
    assert not looker.look()
    ways.now = frozenset()
    assert not looker.look()

    ways.now = frozenset({"10.0.0.2"})
    assert looker.look()
    assert not looker.look()

    # Another network, without a moment in between.
    ways.now = frozenset({"192.168.7.3"})
    assert looker.look()


def test_each_looker_has_its_hint() -> None:
    clock, ways = LeapingClock(), Ways()
    hints = Hints(clock, lambda _hint: None, nobody(clock), WayLooker(ways), list)
    assert hints.look() == []

    ways.now = frozenset({"10.0.0.2"})
    clock.sleep(60)

    assert hints.look() == [Hint.AWAKE, Hint.NETWORK]


class Shouted:
    """News that a test tells."""

    def __init__(self) -> None:
        self.ours, self.theirs = socket.socketpair()
        self.closed = threading.Event()

    def socket(self) -> socket.socket | None:
        return self.theirs

    def is_back(self) -> bool:
        return self.theirs.recv(4) == b"back"

    def close(self) -> None:
        self.closed.set()


def test_news_are_heard_without_waiting_for_the_next_look() -> None:
    clock, shouted = LeapingClock(), Shouted()
    heard: list[Hint] = []
    done = threading.Event()

    def hear(hint: Hint) -> None:
        heard.append(hint)
        done.set()

    def news() -> list[News]:
        return [shouted]

    hints = Hints(clock, hear, nobody(clock), WayLooker(Ways()), news)
    hints.start()
    shouted.ours.send(b"else")
    assert not done.is_set()
    shouted.ours.send(b"back")

    assert done.wait(20)
    hints.stop()

    assert heard == [Hint.NETWORK]
    assert shouted.closed.is_set()
    shouted.ours.close()
    shouted.theirs.close()


def test_a_receiver_that_is_started_is_noticed_once() -> None:
    clock = LeapingClock()
    is_up = False
    knock = Knock(
        lambda: "http://localhost:8000/x", clock, lambda least, _m: least, lambda _address: is_up
    )

    def look() -> bool:
        knock.look()
        knock.wait()
        clock.advance(1.0)
        return knock.look()

    assert [look(), look()] == [False, False]
    is_up = True
    knock.wait()
    clock.advance(1.0)
    assert look()
    assert not look()


def test_what_was_open_all_the_time_was_not_started() -> None:
    clock = LeapingClock()
    knock = Knock(lambda: "https://r.example", clock, lambda least, _m: least, lambda _a: True)

    for _ in range(5):
        assert not knock.look()
        knock.wait()
        clock.advance(FAR_S[1])


def test_a_far_receiver_is_knocked_at_seldom_and_by_each_at_another_time() -> None:
    clock = LeapingClock()
    knocks: list[tuple[str, int]] = []
    asked: list[tuple[float, float]] = []

    def opens(address: tuple[str, int]) -> bool:
        knocks.append(address)
        return False

    def uniform(least: float, most: float) -> float:
        asked.append((least, most))
        return most

    knock = Knock(lambda: "https://r.example", clock, uniform, opens)
    for _ in range(int(FAR_S[1]) * 4):
        knock.look()
        knock.wait()
        clock.advance(1.0)

    assert knocks == [("r.example", 443)] * 4
    assert set(asked) == {FAR_S}


@pytest.mark.parametrize("where", [None, "http://[broken", "no address", "http://r:99999"])
def test_without_an_address_nobody_is_asked(where: str | None) -> None:
    clock = LeapingClock()
    asked: list[tuple[str, int]] = []

    def opens(address: tuple[str, int]) -> bool:
        asked.append(address)
        return True

    knock = Knock(lambda: where, clock, lambda least, _m: least, opens)

    assert not knock.look()
    knock.wait()
    assert asked == []


def test_a_port_is_open_while_somebody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = ("127.0.0.1", int(server.getsockname()[1]))
        assert is_open(address)
    assert not is_open(address)
