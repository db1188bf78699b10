"""A thread that hangs or died is replaced; one that lives, however slowly, is left alone."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from uploader.crew import GIVEN_UP_MOST, LOOK_S, Crew

PATIENCE_S = 60.0


@dataclass
class Deaf:
    """Work that waits for something that never comes, until the test is over."""

    crew: Crew
    wakes: threading.Event = field(default_factory=threading.Event)
    began: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    was_given_up: list[bool] = field(default_factory=list)

    def __call__(self) -> None:
        self.began.release()
        assert self.wakes.wait(PATIENCE_S)
        self.was_given_up.append(self.crew.is_given_up())

    def wait_for_one(self) -> None:
        assert self.began.acquire(timeout=PATIENCE_S)


@dataclass
class Hall:
    """A crew, and who was lost from it."""

    lost: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.crew = Crew(self.lost.append)
        self.deaf = Deaf(self.crew)

    def end(self) -> None:
        self.deaf.wakes.set()
        for thread in self.crew.threads():
            thread.join(PATIENCE_S)


@pytest.fixture
def hall() -> Iterator[Hall]:
    hall = Hall()
    yield hall
    hall.end()


def looks(hall: Hall, count: int) -> None:
    for _ in range(count):
        hall.crew.look()


def test_who_is_quiet_for_too_long_is_replaced_and_ends_when_it_wakes(hall: Hall) -> None:
    hall.crew.start("sender", hall.deaf, 3 * LOOK_S)
    hall.deaf.wait_for_one()
    (first,) = hall.crew.threads()

    looks(hall, 3)
    assert hall.lost == []
    looks(hall, 1)

    assert hall.lost == [first.ident]
    hall.deaf.wait_for_one()
    (second,) = hall.crew.threads()
    assert second is not first
    hall.deaf.wakes.set()
    for thread in (first, second):
        thread.join(PATIENCE_S)
    assert sorted(hall.deaf.was_given_up) == [False, True]


def test_a_single_beat_between_two_looks_is_enough(hall: Hall) -> None:
    turn, done = threading.Semaphore(0), threading.Semaphore(0)
    over = threading.Event()

    def slow() -> None:
        while turn.acquire(timeout=PATIENCE_S) and not over.is_set():
            hall.crew.beat()
            done.release()

    hall.crew.start("sender", slow, LOOK_S)
    for _ in range(5):
        turn.release()
        assert done.acquire(timeout=PATIENCE_S)
        looks(hall, 1)

    assert hall.lost == []
    over.set()
    turn.release()


def test_who_died_is_replaced_at_the_next_look(hall: Hall) -> None:
    lives = threading.Semaphore(0)
    runs: list[int] = []

    def short() -> None:
        runs.append(len(runs))
        lives.release()

    hall.crew.start("sender", short, 100 * LOOK_S)
    assert lives.acquire(timeout=PATIENCE_S)
    (first,) = hall.crew.threads()
    first.join(PATIENCE_S)

    looks(hall, 1)

    assert lives.acquire(timeout=PATIENCE_S)
    assert hall.lost == [first.ident]
    assert runs == [0, 1]


def test_one_that_hangs_takes_nobody_else_with_it(hall: Hall) -> None:
    hall.crew.start("sender", hall.deaf, LOOK_S)
    hall.crew.start("other", hall.deaf, 100 * LOOK_S)
    for _ in range(2):
        hall.deaf.wait_for_one()
    _, other = hall.crew.threads()

    looks(hall, 2)

    assert len(hall.lost) == 1
    assert hall.crew.threads()[1] is other


def test_what_holds_every_replacement_gets_no_more_of_them(
    hall: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    hall.crew.start("sender", hall.deaf, LOOK_S)

    for _ in range(20):
        looks(hall, 2)

    assert len(hall.lost) == GIVEN_UP_MOST
    told = [each for each in caplog.messages if "what holds them has to end" in each]
    assert len(told) == 1
