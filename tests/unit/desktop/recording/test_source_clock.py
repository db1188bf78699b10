"""A source's own time: that of the pictures which were shown, however late they came."""

import pytest

from desktop.recording.source_clock import REMEMBERED, SourceClock

SECOND_NS = 1_000_000_000
FRAME_NS = SECOND_NS // 30


def slow_clock(pictures: int, times_slower: int = 5) -> SourceClock:
    """A source whose picture n, of time n / 30 s, came `times_slower` as late."""
    clock = SourceClock(live=False)
    for number in range(pictures):
        clock.add(number * times_slower * FRAME_NS, number * FRAME_NS)
    return clock


def test_a_cameras_time_is_the_computers() -> None:
    clock = SourceClock(live=True)
    assert clock.at(5) == 5
    clock.add(3 * SECOND_NS, 2 * SECOND_NS)

    assert clock.at(7 * SECOND_NS) == 7 * SECOND_NS
    assert clock.newest_ns == 3 * SECOND_NS
    assert clock.age_s(5 * SECOND_NS) == 2.0


def test_before_its_first_picture_a_source_has_no_other_time() -> None:
    for live in (True, False):
        clock = SourceClock(live=live)
        assert (clock.at(5), clock.newest_ns, clock.age_s(5)) == (5, None, None)


def test_a_source_that_waits_was_where_its_picture_of_then_is() -> None:
    clock = slow_clock(150)

    # Picture 60 was there at 10 s, and it is that of second 2.
    assert clock.at(10 * SECOND_NS) == pytest.approx(2 * SECOND_NS, abs=FRAME_NS)
    assert clock.at(20 * SECOND_NS) == pytest.approx(4 * SECOND_NS, abs=FRAME_NS)
    # The next one has not come: its time is not over yet.
    assert clock.at(60 * SECOND_NS) == 150 * FRAME_NS
    assert clock.age_s(60 * SECOND_NS) is None, "it owes none"


def test_one_that_keeps_step_is_on_time() -> None:
    clock = slow_clock(100, times_slower=1)

    assert clock.at(SECOND_NS + 7) == pytest.approx(SECOND_NS + 7, abs=100)


def test_time_only_goes_forward() -> None:
    clock = slow_clock(90)
    instants = range(-SECOND_NS, 20 * SECOND_NS, 7_000_000)
    times = [clock.at(each) for each in instants]

    assert times == sorted(times)


def test_what_a_source_is_made_to_wait_for_passes_in_it_too() -> None:
    clock = slow_clock(30, times_slower=1)
    clock.wait()
    asked_ns = 10 * SECOND_NS

    while_it_waits = clock.at(asked_ns)
    clock.add(20 * SECOND_NS, 20 * SECOND_NS)

    assert while_it_waits == clock.at(asked_ns) == pytest.approx(asked_ns, abs=100)
    assert clock.at(60 * SECOND_NS) == 20 * SECOND_NS + FRAME_NS


def test_it_remembers_no_more_than_it_needs() -> None:
    clock = slow_clock(REMEMBERED + 300)

    assert clock.at(0) < clock.at(REMEMBERED * 5 * FRAME_NS)
    assert len(clock._came) == REMEMBERED  # Nobody else is to know how it remembers.
