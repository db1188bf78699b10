"""The trip planner's arithmetic: what a session takes, what fits, and how long the way home is."""

from dataclasses import replace

import pytest

from desktop.recording.disk import Limits, Rate, Space, Usage
from desktop.trip import LOOKED_AT, SESSIONS, Trip, plan, session_bytes
from tests.ui.station_script import queue_of, recording
from uploader.items import QueueSnapshot, RecordingSnapshot, Sending

GB = 1_000_000_000
SPACE = Space(40 * GB, 250 * GB)


def of(number: int, session: str, size_bytes: int, state: str = "complete") -> RecordingSnapshot:
    return replace(recording(number), session=session, size_bytes=size_bytes, state=state)


def sessions(*sizes_gb: float) -> QueueSnapshot:
    """A session of two recordings for each size, the oldest first."""
    parts = []
    for number, size_gb in enumerate(sizes_gb):
        half = int(size_gb * GB / 2)
        parts += [of(2 * number, f"s{number}", half), of(2 * number + 1, f"s{number}", half)]
    return queue_of(*parts)


def test_a_session_like_these_is_the_mean_of_the_last_ones() -> None:
    queue = sessions(*[100.0] * 3, *[2.0, 4.0, 3.0, 3.0, 3.0])

    assert SESSIONS == 5
    assert session_bytes(queue) == 3 * GB
    assert plan(queue, SPACE, None).sessions_left == 13


def test_the_session_that_runs_is_not_one_like_these_yet() -> None:
    running = of(99, "now", 1000, state="recording")
    queue = queue_of(*sessions(4.0).recordings, of(98, "now", GB), running)

    assert session_bytes(queue) == 4 * GB


def test_before_the_first_session_nobody_can_tell() -> None:
    assert plan(queue_of(), SPACE, None).sessions_left is None
    assert plan(None, SPACE, None) == Trip(None, 0, None, is_sending=False)
    assert plan(sessions(1.0), Space(0, 0), None).sessions_left is None
    assert plan(sessions(1.0), None, None).sessions_left is None


def test_the_last_minutes_are_no_room_and_the_second_disk_is() -> None:
    # Two minutes at 10 MB/s are kept on each disk: 1.2 GB.
    rate, limits = Rate(10_000_000.0, "last"), Limits()
    here = Space(10 * GB, 250 * GB, rate, limits)

    assert plan(sessions(3.0), here, None).sessions_left == 2
    both = replace(here, overflow=Usage(20 * GB, 500 * GB))
    assert plan(sessions(3.0), both, None).sessions_left == 9


@pytest.mark.parametrize(
    ("now_bytes_s", "last_bytes_s", "hours", "is_sending"),
    [
        (2_000_000.0, 500_000.0, 6.0, True),
        (None, 1_000_000.0, 12.0, False),
        (None, None, None, False),
    ],
)
def test_the_way_home_takes_what_waits_at_the_speed_of_now_or_at_the_last_one(
    now_bytes_s: float | None, last_bytes_s: float | None, hours: float | None, is_sending: bool
) -> None:
    queue = sessions(1.0)
    totals = replace(queue.totals, bytes_unsent=int(43.2 * GB))
    queue = replace(queue, totals=totals, sending=Sending(now_bytes_s))

    trip = plan(queue, SPACE, last_bytes_s)

    assert trip.waiting_bytes == 43_200_000_000
    assert trip.is_sending is is_sending
    assert trip.home_s == (None if hours is None else pytest.approx(hours * 3600))


def test_only_the_newest_of_a_long_queue_are_looked_at() -> None:
    old = [of(number, "old", 50 * GB) for number in range(10)]
    new = [of(number, f"s{number}", GB) for number in range(100, 100 + LOOKED_AT)]

    assert session_bytes(queue_of(*old, *new)) == GB
