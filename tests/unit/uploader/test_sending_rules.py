"""When and how fast things may be sent: the table by rows, the bucket, what the queue keeps."""

import threading
from collections import deque
from datetime import UTC, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from holdfast.settings_table import SettingError
from tests.support.manual_clock import EPOCH, ClockedStop, ManualClock
from tests.support.queues import LeapingClock, QueueInHome
from uploader.errors import SendingHeld, Stopped
from uploader.flow import Flow, TokenBucket
from uploader.gate import Gate
from uploader.items import Network
from uploader.metered import Connection, read_connection
from uploader.pauses import Pause, length_s
from uploader.rules import (
    FULL,
    GENTLE,
    OFF,
    WAIT,
    Hours,
    Kind,
    RuleSettings,
    Situation,
    judge,
    parse_hours,
)
from uploader.settings import load_settings

CEST = timezone(timedelta(hours=2))
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=CEST)
NIGHT = parse_hours("22:00-06:00")
SAFE = "Recordings are safe on this computer."


def at(hour: int, minute: int = 0) -> Situation:
    return Situation(NOON.replace(hour=hour, minute=minute), zone=CEST)


def paused(until: datetime | None, now: datetime = NOON) -> Situation:
    return Situation(now, pause=Pause(NOON - timedelta(hours=1), until, "test"), zone=CEST)


def held(situation: Situation, settings: RuleSettings) -> tuple[Kind, datetime | None, str] | None:
    found = judge(situation, settings).held
    return None if found is None else (found.kind, found.until, found.sentence)


NOTHING = RuleSettings()
PAUSED_UNTIL_TOMORROW = f"Sending is paused until 2026-11-22 09:00. {SAFE}"
ROWS = {
    "nothing forbids": (at(12), NOTHING, None),
    "paused for ever": (
        paused(None),
        NOTHING,
        (Kind.PAUSE, None, f"Sending is paused until somebody resumes it. {SAFE}"),
    ),
    "paused for a while": (
        paused(NOON.replace(hour=15, minute=2)),
        NOTHING,
        (Kind.PAUSE, NOON.replace(hour=15, minute=2), f"Sending is paused until 15:02. {SAFE}"),
    ),
    "paused until another day": (
        paused(NOON.replace(day=22, hour=9)),
        NOTHING,
        (
            Kind.PAUSE,
            NOON.replace(day=22, hour=9),
            PAUSED_UNTIL_TOMORROW,
        ),
    ),
    "a pause whose time is up": (paused(NOON), NOTHING, None),
    "quiet hours": (
        at(12),
        RuleSettings(quiet_hours=parse_hours("08:00-18:00")),
        (Kind.HOURS, NOON.replace(hour=18), f"Quiet hours until 18:00. {SAFE}"),
    ),
    "quiet hours have not begun": (
        at(7, 59),
        RuleSettings(quiet_hours=parse_hours("8:00-18:00")),
        None,
    ),
    "quiet hours are over": (at(18), RuleSettings(quiet_hours=parse_hours("08:00-18:00")), None),
    "over midnight, before it": (
        at(23),
        RuleSettings(quiet_hours=NIGHT),
        (Kind.HOURS, NOON.replace(day=22, hour=6), f"Quiet hours until 2026-11-22 06:00. {SAFE}"),
    ),
    "over midnight, after it": (
        at(5, 59),
        RuleSettings(quiet_hours=NIGHT),
        (Kind.HOURS, NOON.replace(hour=6), f"Quiet hours until 06:00. {SAFE}"),
    ),
    "over midnight, in the day": (at(12), RuleSettings(quiet_hours=NIGHT), None),
    "stretches that touch are one": (
        at(9),
        RuleSettings(quiet_hours=parse_hours("12:00-14:00, 08:00-12:00, 20:00-21:00")),
        (Kind.HOURS, NOON.replace(hour=14), f"Quiet hours until 14:00. {SAFE}"),
    ),
    "a budget with something left": (
        Situation(NOON, sent_today_bytes=4_999_999, zone=CEST),
        RuleSettings(daily_budget_bytes=5_000_000),
        None,
    ),
    "a spent budget": (
        Situation(NOON, sent_today_bytes=5_000_000, zone=CEST),
        RuleSettings(daily_budget_bytes=5_000_000),
        (
            Kind.BUDGET,
            NOON.replace(day=22, hour=0),
            f"Today's 5 MB are used up; sending goes on after midnight. {SAFE}",
        ),
    ),
    "a metered connection that may be used": (Situation(NOON, metered=True), NOTHING, None),
    "a metered connection": (
        Situation(NOON, metered=True),
        RuleSettings(on_metered=WAIT),
        (
            Kind.METERED,
            None,
            f"Sending waits for another network: this one is metered. {SAFE}",
        ),
    ),
    "a connection that is not metered": (Situation(NOON), RuleSettings(on_metered=WAIT), None),
    "a connection that is not to be used": (
        Situation(NOON, connection="Hotel"),
        RuleSettings(wait_on=("Phone", "Hotel")),
        (
            Kind.NETWORK,
            None,
            f"Sending waits for another network: Hotel is not to be used. {SAFE}",
        ),
    ),
    "another connection": (
        Situation(NOON, connection="Lab"),
        RuleSettings(wait_on=("Hotel",)),
        None,
    ),
    "off while recording": (
        Situation(NOON, recording=True),
        RuleSettings(while_recording=OFF),
        (Kind.RECORDING, None, "Sending waits until the recording has ended."),
    ),
    "off, but nothing records": (Situation(NOON), RuleSettings(while_recording=OFF), None),
    "gentle is not held": (
        Situation(NOON, recording=True),
        RuleSettings(while_recording=GENTLE),
        None,
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_each_rule_says_what_waits_and_until_when(row: str) -> None:
    situation, settings, expected = ROWS[row]

    assert held(situation, settings) == expected


@pytest.mark.parametrize(
    ("recording", "speed", "gentle"),
    [(True, GENTLE, True), (True, FULL, False), (True, OFF, False), (False, GENTLE, False)],
)
def test_sending_is_gentle_only_while_something_is_recorded(
    recording: bool, speed: str, gentle: bool
) -> None:
    verdict = judge(Situation(NOON, recording=recording), RuleSettings(while_recording=speed))

    assert verdict.gentle is gentle


def test_of_several_rules_the_one_that_lasts_longest_is_told() -> None:
    quiet = RuleSettings(quiet_hours=parse_hours("08:00-18:00"))

    for until, kind in (
        (NOON + timedelta(hours=1), Kind.HOURS),
        (NOON + timedelta(hours=7), Kind.PAUSE),
        (None, Kind.PAUSE),
    ):
        told = held(paused(until), quiet)
        assert told is not None
        assert told[0] is kind


def test_a_spent_budget_hides_no_rule_that_forbids_more() -> None:
    situation = Situation(NOON, sent_today_bytes=9, zone=CEST)
    both = RuleSettings(daily_budget_bytes=1, quiet_hours=parse_hours("11:00-13:00"))

    found = judge(situation, both).held

    assert found is not None
    assert found.kind is Kind.HOURS
    assert not found.only_segments


def test_hours_that_cover_the_day_end_some_day() -> None:
    found = judge(at(12), RuleSettings(quiet_hours=parse_hours("00:00-24:00"))).held

    assert found is not None
    assert found.until is not None
    assert found.until > NOON


def test_midnight_may_be_an_end() -> None:
    assert parse_hours("18:00-24:00") == (Hours(time(18), time(0)),)


@pytest.mark.parametrize("text", ["8-18", "08:00", "25:00-26:00", "08:00-08:00", "noon-one"])
def test_hours_that_make_no_sense_are_refused_by_name(text: str, tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"uploader\.quiet_hours is .* 08:00-18:00"):
        load_settings(tmp_path / "none.toml", {"HOLDFAST_UPLOADER__QUIET_HOURS": text})


def test_all_rules_come_from_the_settings(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        '[uploader]\nlimit_rate_kb_s = 250\nwhile_recording = "off"\n'
        'quiet_hours = "08:00-18:00"\ndaily_budget_mb = 1.5\non_metered = "wait"\n'
        'wait_on = "Hotel, Phone"\n'
    )

    settings = load_settings(file, {})

    assert settings.limit_rate_bytes_s == 250_000
    assert settings.rules == RuleSettings(
        (Hours(time(8), time(18)),), 1_500_000, OFF, WAIT, ("Hotel", "Phone")
    )


@pytest.mark.parametrize(
    ("text", "seconds"), [("1h", 3600), ("90s", 90), ("30m", 1800), ("45", 2700), ("1.5d", 129_600)]
)
def test_lengths_of_time_are_read(text: str, seconds: float) -> None:
    assert length_s(text) == seconds


@pytest.mark.parametrize("text", ["", "0", "-1h", "soon", "9999d", "1h30"])
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="30m"):
        length_s(text)


# How fast -------------------------------------------------------------------------------------


def nothing_forbids() -> None:
    return None


def flow_at(rate_bytes_s: int, clock: ManualClock) -> Flow:
    stop = ClockedStop(clock)
    return Flow(TokenBucket(rate_bytes_s, clock), nothing_forbids, clock, stop.wait)


@pytest.mark.parametrize("rate_bytes_s", [1_000, 64_000, 2_000_000, 50_000_000])
@pytest.mark.parametrize("busy_s", [0.0, 0.02])
def test_a_limit_is_exact_over_ten_seconds(rate_bytes_s: int, busy_s: float) -> None:
    clock = ManualClock()
    flow = flow_at(rate_bytes_s, clock)
    started_ns, sent, pauses = clock.monotonic_ns(), 0, 0

    while (now_s := (clock.monotonic_ns() - started_ns) / 1e9) < 10:
        sent += flow.take(128 * 1024)
        if busy_s and now_s > pauses:
            # Now and then something else takes its time: an answer, a digest.
            pauses += 1
            clock.advance(busy_s)

    assert sent / now_s == pytest.approx(rate_bytes_s, rel=0.05)


def test_all_senders_share_one_limit() -> None:
    clock = ManualClock()
    bucket = TokenBucket(100_000, clock)

    waits_s = [bucket.take_s(10_000) for _ in range(20)]

    assert waits_s[-1] == pytest.approx(2.0, rel=0.06)


def test_a_long_rest_earns_no_burst() -> None:
    clock = ManualClock()
    bucket = TokenBucket(100_000, clock)
    clock.advance(3600)

    assert bucket.take_s(100_000) == pytest.approx(0.9)


def test_a_limit_that_is_changed_holds_for_what_is_on_its_way() -> None:
    clock = ManualClock()
    bucket = TokenBucket(1_000, clock)
    assert bucket.take_s(100_000) == pytest.approx(99.9, rel=0.01)

    bucket.follow(100_000)
    assert bucket.take_s(100_000) == pytest.approx(0.9, rel=0.2)
    bucket.follow(0)
    assert bucket.take_s(1 << 30) == 0.0
    assert bucket.slice_bytes(1 << 20) == 1 << 20


def test_without_a_limit_whole_blocks_leave_at_once() -> None:
    clock = ManualClock()
    started_ns = clock.monotonic_ns()

    assert flow_at(0, clock).take(128 * 1024) == 128 * 1024
    assert clock.monotonic_ns() == started_ns


def test_a_pause_is_seen_while_a_body_waits_for_its_turn() -> None:
    clock = ManualClock()
    looks = 0

    def forbid_soon() -> None:
        nonlocal looks
        looks += 1
        if looks == 3:
            raise SendingHeld("paused")

    flow = Flow(TokenBucket(1_000, clock), forbid_soon, clock, ClockedStop(clock).wait)
    started_ns = clock.monotonic_ns()

    with pytest.raises(SendingHeld):
        deque((flow.take(128 * 1024) for _ in range(100)), maxlen=0)

    assert (clock.monotonic_ns() - started_ns) / 1e9 < 2.5


def test_a_pause_is_seen_in_the_middle_of_a_long_rest() -> None:
    clock = ManualClock()
    started_ns = clock.monotonic_ns()

    def forbid_later() -> None:
        if clock.monotonic_ns() - started_ns > 10e9:
            raise SendingHeld("paused")

    flow = Flow(TokenBucket(0, clock), forbid_later, clock, ClockedStop(clock).wait)
    flow.owe(3600)

    with pytest.raises(SendingHeld):
        flow.rest_owed()

    assert (clock.monotonic_ns() - started_ns) / 1e9 < 11


@pytest.mark.parametrize(
    ("rate_bytes_s", "slice_bytes"), [(1_000, 1_024), (1_000_000, 50_000), (50_000_000, 131_072)]
)
def test_a_limited_body_leaves_evenly(rate_bytes_s: int, slice_bytes: int) -> None:
    assert TokenBucket(rate_bytes_s, ManualClock()).slice_bytes(131_072) == slice_bytes


def test_the_end_is_seen_while_a_body_waits_for_its_turn() -> None:
    clock = ManualClock()
    stop = threading.Event()
    stop.set()
    flow = Flow(TokenBucket(1_000, clock), nothing_forbids, clock, stop.wait)

    with pytest.raises(Stopped):
        flow.take(128 * 1024)


def test_a_rest_that_is_owed_is_taken_before_the_next_chunk() -> None:
    clock = ManualClock()
    flow = flow_at(0, clock)
    flow.owe(3.0)
    started_ns = clock.monotonic_ns()

    flow.rest_owed()
    flow.rest_owed()

    assert (clock.monotonic_ns() - started_ns) / 1e9 == pytest.approx(3.0)


# What the queue keeps -------------------------------------------------------------------------


@pytest.fixture
def opened(tmp_path: Path) -> QueueInHome:
    return QueueInHome.open(tmp_path / "home", LeapingClock())


def gate_of(opened: QueueInHome, settings: RuleSettings, **more: Connection) -> Gate:
    return Gate(
        opened.queue,
        opened.clock,
        settings,
        lambda: more.get("connection", Connection()),
        zone=UTC,
    )


def test_a_pause_is_seen_by_others_and_survives_a_restart(opened: QueueInHome) -> None:
    opened.queue.rules.pause_sending(None, "test")
    opened.die()

    again = QueueInHome.open(opened.home.root, opened.clock, opened.device)

    assert again.queue.network().state is Network.PAUSED
    assert again.queue.network().since == EPOCH
    with pytest.raises(SendingHeld):
        gate_of(again, RuleSettings()).check()
    assert again.queue.rules.resume_sending()
    gate_of(again, RuleSettings()).check()
    assert again.queue.network().state is Network.ONLINE
    assert not again.queue.rules.resume_sending()
    again.close()


def test_a_pause_for_an_hour_ends_by_itself(opened: QueueInHome) -> None:
    opened.queue.rules.pause_sending(3600, "test")
    gate = gate_of(opened, RuleSettings())

    opened.clock.advance(3599)
    assert gate.verdict().held is not None
    opened.clock.advance(1)

    assert gate.verdict().held is None
    assert opened.queue.network().state is Network.ONLINE
    assert not opened.queue.rules.resume_sending()
    opened.close()


def test_rules_that_are_changed_hold_at_once(opened: QueueInHome) -> None:
    settings = RuleSettings(wait_on=("Phone",))
    gate = gate_of(opened, RuleSettings(), connection=Connection(name="Phone"))
    assert gate.verdict().held is None

    gate.follow(settings)
    held = gate.verdict().held
    assert held is not None
    assert held.kind is Kind.NETWORK
    gate.follow(RuleSettings(daily_budget_bytes=100))
    assert gate.grant(700) == 100
    opened.close()


def test_a_budget_is_spent_to_the_byte_and_outlives_a_restart(opened: QueueInHome) -> None:
    settings = RuleSettings(daily_budget_bytes=1_000)
    assert gate_of(opened, settings).grant(700) == 700
    opened.die()

    again = QueueInHome.open(opened.home.root, opened.clock, opened.device)
    gate = gate_of(again, settings)

    with pytest.raises(SendingHeld):
        gate.grant(700, 700)
    assert gate.grant(700) == 300
    with pytest.raises(SendingHeld):
        gate.grant(1)
    found = gate.verdict().held
    assert found is not None
    assert found.kind is Kind.BUDGET
    # A chunk that is on its way was taken from the budget before.
    gate.check()
    again.clock.advance(24 * 3600)
    assert gate.grant(700) == 700
    again.close()


def test_a_budget_that_is_not_asked_for_counts_nothing(opened: QueueInHome) -> None:
    assert gate_of(opened, RuleSettings()).grant(700) == 700
    assert opened.queue.rules.sent_on("2026-11-20") == 0
    opened.close()


def test_the_connection_is_asked_about_only_where_it_matters(opened: QueueInHome) -> None:
    metered = Connection(metered=True, name="Phone")

    assert gate_of(opened, RuleSettings(), connection=metered).verdict().held is None
    waits = gate_of(opened, RuleSettings(on_metered=WAIT), connection=metered).verdict().held
    named = gate_of(opened, RuleSettings(wait_on=("Phone",)), connection=metered).verdict().held
    opened.close()

    assert waits is not None
    assert waits.kind is Kind.METERED
    assert named is not None
    assert named.kind is Kind.NETWORK


@pytest.mark.parametrize(
    ("value", "metered"), [(0, False), (1, True), (2, False), (3, True), (4, False)]
)
def test_what_networkmanager_guesses_counts_and_unknown_does_not(value: int, metered: bool) -> None:
    said: dict[str, object] = {"Metered": value, "PrimaryConnection": "/a/1", "Id": "Hotel"}

    assert read_connection(lambda *asked: said[asked[-1]]) == Connection(metered, "Hotel")


def test_without_a_connection_there_is_no_name() -> None:
    said: dict[str, object] = {"Metered": 0, "PrimaryConnection": "/"}

    assert read_connection(lambda *asked: said[asked[-1]]) == Connection()
