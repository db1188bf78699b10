"""The wall clock leaps by years, in either direction: nothing waits for years, nothing goes early.

Claims and the gate to the network are in `test_waiting.py`.
"""

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from holdfast.clock import rfc3339
from tests.recordings import make_recording
from tests.support.manual_clock import EPOCH
from tests.support.queues import LeapingClock, QueueInHome
from tests.unit.uploader.test_sending_rules import gate_of
from uploader.adopt import adopt
from uploader.clock_offset import ReceiverClock
from uploader.errors import SendingHeld
from uploader.items import Step
from uploader.rules import Kind, RuleSettings, parse_hours
from uploader.transitions import Record
from uploader.why import next_try

YEARS_S = 20 * 365.25 * 86_400
LEAPS = pytest.mark.parametrize("leap_s", [YEARS_S, -YEARS_S], ids=["forward", "back"])


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[QueueInHome]:
    opened = QueueInHome.open(tmp_path / "home", LeapingClock())
    yield opened
    opened.close()


def record(opened: QueueInHome) -> Record:
    return Record("segment", opened.clock.now(), 0.1, "retry", reason="It is raining.")


@LEAPS
def test_what_waits_for_minutes_does_not_wait_for_years(opened: QueueInHome, leap_s: float) -> None:
    recording = make_recording(opened.home, opened.device, [b"one"])
    adopt(opened.home, opened.queue, opened.device.sign)
    opened.queue.note_enrolled(True)
    queue = opened.queue
    claim = queue.claims.claim_recording()
    assert claim is not None
    queue.steps.put_off(claim, 1800.0, "It is raining.", record(opened))
    assert queue.claims.claim_recording() is None

    opened.clock.leap(leap_s)

    assert queue.claims.next_recording_due_s() == 0.0
    claim = queue.claims.claim_recording()
    assert claim is not None
    queue.steps.announced(claim, {}, record(opened))
    segment = queue.claims.claim_segment()
    assert segment is not None
    queue.settling.reschedule(segment, 1800.0, record(opened))
    opened.clock.leap(-leap_s)
    assert queue.claims.next_segment_due_s() == 0.0
    why = queue.recording(recording.id).why
    assert why == "It is raining."
    assert queue.claims.claim_segment() is not None


def test_nobody_is_told_of_a_try_in_years() -> None:
    assert next_try(EPOCH + timedelta(minutes=30), EPOCH) == "Next try in 30:00."
    assert next_try(EPOCH + timedelta(seconds=YEARS_S), EPOCH) == ""


def test_a_pause_of_an_hour_lasts_no_year_after_the_clock_was_set_back(opened: QueueInHome) -> None:
    opened.queue.rules.pause_sending(3600, "test")
    gate = gate_of(opened, RuleSettings())
    opened.clock.leap(-YEARS_S)

    held = gate.verdict().held
    assert held is not None
    assert held.until == opened.clock.now() + timedelta(hours=1)
    opened.clock.advance(3599)
    assert gate.verdict().held is not None
    opened.clock.advance(1)
    assert gate.verdict().held is None


def test_a_pause_without_an_end_outlasts_every_leap(opened: QueueInHome) -> None:
    opened.queue.rules.pause_sending(None, "test")
    gate = gate_of(opened, RuleSettings())

    for leap_s in (YEARS_S, -2 * YEARS_S):
        opened.clock.leap(leap_s)
        with pytest.raises(SendingHeld):
            gate.check()


def test_a_clock_that_is_corrected_a_little_moves_no_pause(opened: QueueInHome) -> None:
    made = opened.queue.rules.pause_sending(3600, "test")
    opened.clock.leap(-30)

    assert opened.queue.rules.pause() == made


@LEAPS
def test_quiet_hours_are_those_of_the_clock_at_every_moment(
    opened: QueueInHome, leap_s: float
) -> None:
    gate = gate_of(opened, RuleSettings(quiet_hours=parse_hours("13:00-15:00")))
    assert EPOCH.hour == 14
    assert gate.verdict().held is not None

    opened.clock.leap(leap_s + 3 * 3600)
    assert gate.verdict().held is None
    opened.clock.leap(-leap_s - 3 * 3600)

    held = gate.verdict().held
    assert held is not None
    assert held.until == EPOCH.astimezone(UTC).replace(hour=15)


@LEAPS
def test_a_leap_and_back_does_not_give_a_days_budget_twice(
    opened: QueueInHome, leap_s: float
) -> None:
    gate = gate_of(opened, RuleSettings(daily_budget_bytes=1_000))
    assert gate.grant(900) == 900

    opened.clock.leap(leap_s)
    assert gate.grant(600) == 600
    opened.clock.leap(-leap_s)

    assert gate.grant(900) == 100
    held = gate.verdict().held
    assert held is not None
    assert held.kind is Kind.BUDGET


def test_days_that_are_over_are_not_kept_for_ever(opened: QueueInHome) -> None:
    gate = gate_of(opened, RuleSettings(daily_budget_bytes=1_000))
    for _ in range(30):
        gate.grant(400)
        opened.clock.advance(24 * 3600)

    assert opened.queue.rules.sent_on("2026-11-20") == 0
    assert opened.queue.rules.sent_on("2026-12-19") == 400


def test_what_an_earlier_version_counted_today_still_counts(opened: QueueInHome) -> None:
    with opened.database.write() as database:
        database.execute(
            """INSERT INTO meta VALUES ('sent_on_day', '{"day": "2026-11-20", "bytes": 700}')"""
        )

    assert gate_of(opened, RuleSettings(daily_budget_bytes=1_000)).grant(900) == 300


def test_the_receivers_time_does_not_follow_our_wall_clock() -> None:
    clock = LeapingClock()
    receiver_ms = int(EPOCH.timestamp() * 1000) + 5000
    known = ReceiverClock(
        "r", clock.boot_id(), receiver_ms, clock.monotonic_ns(), 0.01, rfc3339(clock.now())
    )
    clock.advance(60)
    clock.leap(YEARS_S)

    assert known.now(clock) == EPOCH + timedelta(seconds=65)


@LEAPS
def test_a_leap_forgets_no_recording_and_looks_at_none_for_nothing(
    opened: QueueInHome, leap_s: float
) -> None:
    recording = make_recording(opened.home, opened.device, [b"one"])
    adopt(opened.home, opened.queue, opened.device.sign)

    opened.clock.leap(leap_s)
    found = adopt(opened.home, opened.queue, opened.device.sign)

    assert (found.recordings, found.troubles) == ([], [])
    assert opened.queue.recording(recording.id).custody.saved
    assert opened.queue.recording(recording.id).step is Step.ANNOUNCE
