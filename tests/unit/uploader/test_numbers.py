"""Speeds, remaining times and days: what is counted, what is known, and how it is said."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recordings import make_recording
from tests.support.queues import LeapingClock, QueueInHome
from uploader.adopt import adopt
from uploader.day_rows import QUIET_S, WINDOW_S, Day, Reason, speed_of
from uploader.items import Network, NetworkStatus, Sending
from uploader.numbers_texts import numbers
from uploader.pace_texts import left, sending, speed
from uploader.transitions import Record


@pytest.fixture
def opened(tmp_path: Path) -> QueueInHome:
    return QueueInHome.open(tmp_path / "home", LeapingClock())


def record(opened: QueueInHome, outcome: str, sent_bytes: int = 0, reason: str = "") -> Record:
    return Record("segment", opened.clock.now(), 1.0, outcome, sent_bytes, reason=reason)


def queued(opened: QueueInHome, *segments: bytes) -> str:
    recording = make_recording(opened.home, opened.device, segments)
    adopt(opened.home, opened.queue, opened.device.sign)
    claim = opened.queue.claims.claim_recording()
    assert claim is not None
    opened.queue.steps.announced(claim, {}, record(opened, "done"))
    return recording.id


def send_chunk(opened: QueueInHome, acknowledged_bytes: int) -> None:
    claim = opened.queue.claims.claim_segment()
    assert claim is not None
    opened.queue.settling.progress(claim, acknowledged_bytes)
    opened.queue.settling.release(claim)


def test_the_speed_is_that_of_what_the_receiver_acknowledged(opened: QueueInHome) -> None:
    queued(opened, b"x" * 100_000)
    assert opened.queue.snapshot().sending == Sending(None, 100_000)

    for acknowledged in range(1000, 11_000, 1000):
        send_chunk(opened, acknowledged)
        opened.clock.advance(1.0)

    now = opened.queue.snapshot().sending
    # Ten chunks in ten seconds, of which the first was on its way before.
    assert now.bytes_s == 900.0
    assert (now.left_bytes, now.left_s) == (90_000, 100.0)


def test_what_stands_still_makes_it_slower_and_then_unknown(opened: QueueInHome) -> None:
    queued(opened, b"x" * 100_000)
    for acknowledged in range(1000, 11_000, 1000):
        send_chunk(opened, acknowledged)
        opened.clock.advance(1.0)

    opened.clock.advance(QUIET_S - 10)
    slower = opened.queue.snapshot().sending.bytes_s
    opened.clock.advance(20)

    assert slower is not None
    assert 0 < slower < 200
    assert opened.queue.snapshot().sending.bytes_s is None


def test_offline_no_time_is_promised(opened: QueueInHome) -> None:
    queued(opened, b"x" * 100_000)
    for acknowledged in range(1000, 11_000, 1000):
        send_chunk(opened, acknowledged)
        opened.clock.advance(1.0)

    opened.queue.note_network(NetworkStatus(Network.OFFLINE, opened.clock.now()))

    assert opened.queue.snapshot().sending == Sending(None, 90_000)


def test_bytes_that_the_receiver_had_already_are_no_speed(opened: QueueInHome) -> None:
    queued(opened, b"x" * 50_000)
    claim = opened.queue.claims.claim_segment()
    assert claim is not None

    opened.queue.settling.complete(claim, record(opened, "done", sent_bytes=0))

    (today,), _ = opened.queue.days(1)
    assert (today.sent_bytes, today.sending_s) == (0, 0)


def test_a_clock_that_was_set_back_leaves_no_speed_from_the_future(opened: QueueInHome) -> None:
    queued(opened, b"x" * 100_000)
    for acknowledged in (40_000, 50_000):
        send_chunk(opened, acknowledged)
        opened.clock.advance(1.0)
    opened.clock.leap(-86_400)
    assert opened.queue.snapshot().sending.bytes_s is None

    send_chunk(opened, 50_100)
    opened.clock.leap(86_400)
    opened.clock.advance(10.0)

    assert opened.queue.snapshot().sending.bytes_s is None


def test_each_day_has_its_tries_its_bytes_and_its_reasons(opened: QueueInHome) -> None:
    queued(opened, b"x" * 1000, b"y" * 2000)
    claim = opened.queue.claims.claim_segment()
    assert claim is not None
    opened.queue.settling.reschedule(claim, 0.0, record(opened, "retry", 0, "It broke."))
    opened.clock.advance(60.0)
    for sent_bytes in (1000, 2000):
        claim = opened.queue.claims.claim_segment()
        assert claim is not None
        opened.queue.settling.complete(claim, record(opened, "done", sent_bytes))
        opened.clock.advance(1.0)
    first = opened.clock.now().astimezone().date()
    opened.clock.advance(timedelta(days=2).total_seconds())
    claim_again = opened.queue.claims.claim_recording()
    assert claim_again is not None
    opened.queue.steps.fail(claim_again, record(opened, "failed", 0, "It is refused."))

    found, reasons = opened.queue.days(14)

    # The announcement was a try, too.
    assert found == [
        Day(first.isoformat(), 4, 3, 1, 0, 0, 3000, 2),
        Day((first + timedelta(days=2)).isoformat(), 1, 0, 0, 1, 0, 0, 0),
    ]
    assert found[0].again_share == 0.25
    assert found[0].bytes_s == 1500
    assert found[1].bytes_s is None
    assert reasons == [Reason("It broke.", 1), Reason("It is refused.", 1)]
    newest, last_reasons = opened.queue.days(1)
    assert newest == found[1:]
    assert last_reasons == [Reason("It is refused.", 1)]


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 10**9)), max_size=50))
def test_a_speed_is_never_higher_than_the_fastest_and_never_below_nothing(
    rows: list[tuple[int, int]],
) -> None:
    ago = sorted({1000 - second: size for second, size in rows}.items(), reverse=True)

    found = speed_of(ago, 1000)

    assert found is None or 0 < found <= max(size for _, size in ago)


def test_a_steady_link_has_a_steady_time_left() -> None:
    """However its chunks fall into seconds, the promise does not jump."""
    rows = [(second, 3_000_000) for second in range(0, WINDOW_S, 3)]
    promised = []
    for now in range(60, WINDOW_S):
        past = [each for each in reversed(rows) if each[0] <= now]
        found = speed_of(past, now)
        assert found is not None
        left_bytes = 1e9 - sum(size for _, size in past)
        promised.append(left_bytes / found + now)

    # In truth after 1000 s.
    assert 990 <= min(promised) <= max(promised) <= 1070


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.4, "a few seconds left"),
        (42, "about 40 s left"),
        (58, "about 1 min left"),
        (250, "about 4 min left"),
        (3550, "about 59 min left"),
        (3590, "about 1 h left"),
        (7850, "about 2 h 10 min left"),
        (7170, "about 2 h left"),
        (260_000, "about 3 days left"),
    ],
)
def test_a_time_is_said_as_coarsely_as_it_is_known(seconds: float, said: str) -> None:
    assert left(seconds) == said


def test_the_numbers_in_words() -> None:
    assert speed(1_250_000) == "1.2 MB/s"
    assert speed(870) == "1 kB/s"
    assert sending(Sending(1e6, 240_000_000)) == "1.0 MB/s, about 4 min left"
    assert sending(Sending(None, 5)) == sending(Sending(5.0, 0)) == ""
    said = numbers(
        Sending(None, 2_000_000),
        [Day("2026-11-20", 200, 190, 9, 1, 0, 123_400_000, 60)],
        [Reason("The receiver does not answer.", 9)],
    )
    assert said.splitlines() == [
        "2.0 MB wait to be sent; how long that takes is not known now.",
        "",
        "Day               Sent      Speed   Tries        Again  Failed",
        "2026-11-20    123.4 MB   2.1 MB/s     200     9 (4.5%)  1 (0.5%)",
        "",
        "What stood in the way:",
        "     9  The receiver does not answer.",
    ]
    assert "Nothing was sent or tried yet." in numbers(Sending(), [], [])
