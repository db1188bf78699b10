"""The receiver's time shows how far this computer's clock is off, and how sure that is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from holdfast import salvage
from holdfast.announcement import Announcement
from holdfast.layout import Home
from tests.recordings import begin_recording, some_device
from tests.support.manual_clock import ManualClock
from tests.support.queues import LeapingClock, QueueInHome
from uploader.adopt import adopt
from uploader.clock_offset import ClockWatch, ReceiverClock, offset_of

SENT_AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


def header(moment: datetime) -> dict[str, str]:
    return {"Holdfast-Time": str(round(moment.timestamp() * 1000))}


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("ahead_s", [0.0, 90.25, -3600.0])
def test_the_truth_is_within_the_uncertainty(ahead_s: float, share: float) -> None:
    round_trip_s = 0.4
    stamped = SENT_AT + timedelta(seconds=ahead_s + share * round_trip_s)

    offset = offset_of(header(stamped), SENT_AT, round_trip_s)

    assert offset is not None
    assert offset.uncertainty_s == pytest.approx(0.201)
    assert abs(offset.value_s - ahead_s) <= offset.uncertainty_s


def test_it_reads_like_a_manifests() -> None:
    offset = offset_of(header(SENT_AT + timedelta(seconds=2)), SENT_AT, 0.02)

    assert offset is not None
    assert offset.to_json() == {
        "value": 1.99,
        "uncertainty": 0.011,
        "measured_at": "2026-11-20T12:00:00.000Z",
    }


@pytest.mark.parametrize("text", ["", "soon", "-5", "1e12", "９９９", "9" * 400])
def test_what_is_no_time_says_nothing(text: str) -> None:
    assert offset_of({"Holdfast-Time": text}, SENT_AT, 0.1) is None
    assert offset_of({}, SENT_AT, 0.1) is None


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def clock_of(receiver_ms: int, monotonic_s: float, uncertainty_s: float = 0.05) -> ReceiverClock:
    return ReceiverClock(
        "receiver", "boot", receiver_ms, int(monotonic_s * 1e9), uncertainty_s, "then"
    )


def recorded(
    home: Home, started_at: str, monotonic_s: float, boot_id: str = "boot"
) -> Announcement:
    return replace(
        begin_recording(home, some_device()).announcement,
        started_at=started_at,
        started_monotonic_ns=int(monotonic_s * 1e9),
        boot_id=boot_id,
    )


def test_a_recording_gets_the_offset_of_its_own_start(home: Home) -> None:
    # At 12:00:10 by the receiver our monotonic clock stood at 1000 s.
    known = clock_of(round(SENT_AT.timestamp() * 1000) + 10_000, 1000)

    before = known.offset_of(recorded(home, "2026-11-20T11:00:00.000Z", 1000 - 3600))
    after = known.offset_of(recorded(home, "2026-11-20T12:00:00.000Z", 1000))
    # Somebody set the wall clock five seconds on: the offset of what follows is another one.
    set_on = known.offset_of(recorded(home, "2026-11-20T12:00:05.000Z", 1000))

    assert before is not None
    assert before["value"] == pytest.approx(10)
    assert before["uncertainty"] == pytest.approx(0.05 + 3600 * 50e-6 + 0.001)
    assert after == {"value": 10.0, "uncertainty": 0.051, "measured_at": "then"}
    assert set_on is not None
    assert set_on["value"] == pytest.approx(5)


def test_another_boots_clock_says_nothing(home: Home) -> None:
    known = clock_of(1_000_000, 1000)

    assert (
        known.offset_of(recorded(home, "2026-11-20T12:00:00.000Z", 1000, boot_id="before")) is None
    )
    unknown = replace(known, boot_id="unknown")
    assert (
        unknown.offset_of(recorded(home, "2026-11-20T12:00:00.000Z", 1, boot_id="unknown")) is None
    )


def test_only_what_is_clearly_surer_is_kept() -> None:
    clock = ManualClock()
    kept: list[ReceiverClock] = []
    watch = ClockWatch("receiver", clock, None, kept.append)

    for round_trip_s in (0.4, 0.5, 0.39, 0.1):
        asked_ns = watch.asked()
        clock.advance(round_trip_s)
        watch.answered(header(clock.now()), asked_ns)

    assert [each.uncertainty_s for each in kept] == pytest.approx([0.201, 0.051])

    # After a day at 50 ppm even a slow answer says more than yesterday's quick one.
    clock.advance(86_400)
    asked_ns = watch.asked()
    clock.advance(0.4)
    watch.answered(header(clock.now()), asked_ns)
    watch.answered({}, asked_ns)
    assert len(kept) == 3


def test_another_receivers_time_replaces_the_first_ones() -> None:
    known = clock_of(1_000_000, 1000, uncertainty_s=0.001)

    assert replace(known, receiver="other", uncertainty_s=5.0).is_better_than(known, 0)
    assert replace(known, boot_id="next", uncertainty_s=5.0).is_better_than(known, 0)
    assert not replace(known, uncertainty_s=5.0).is_better_than(known, 0)


def test_it_survives_a_restart_in_the_queue_and_reaches_a_manifest(tmp_path: Path) -> None:
    opened = QueueInHome.open(tmp_path, LeapingClock())
    recording = begin_recording(opened.home, opened.device)
    recording.add_segment(b"segment")
    announcement = recording.announcement
    started = datetime.fromisoformat(announcement.started_at)
    known = ReceiverClock(
        "receiver",
        announcement.boot_id,
        round(started.timestamp() * 1000) + 2500,
        announcement.started_monotonic_ns,
        0.02,
        "then",
    )

    opened.queue.receiver.note_receiver_clock(known)
    adopt(opened.home, opened.queue, opened.device.sign)

    assert opened.queue.receiver.receiver_clock() == known
    opened.close()
    manifest = salvage.read_manifest(recording.folder)
    assert manifest is not None
    assert manifest.clock_offset_s == {"value": 2.5, "uncertainty": 0.021, "measured_at": "then"}
