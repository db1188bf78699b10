"""What the heartbeat says of a computer: hours of disk, and how its clock stands."""

from pathlib import Path

import pytest

from tests.support.manual_clock import ManualClock
from uploader.clock_offset import ReceiverClock
from uploader.items import Custody, RecordingSnapshot, Step
from uploader.vitals import ASSUMED_BYTES_S, clock_offset, disk_hours, free_bytes


def recording(number: int, size_bytes: int, duration_s: float) -> RecordingSnapshot:
    return RecordingSnapshot(
        id=f"{number}",
        session="s",
        participant="p",
        prompt=None,
        take=1,
        state="complete",
        started_at=f"2026-11-20T14:{number:02d}:00.000Z",
        duration_s=duration_s,
        frames=1,
        lost_frames=0,
        segments=1,
        size_bytes=size_bytes,
        custody=Custody(),
        why="",
        folder="",
        step=Step.SEGMENTS,
    )


def test_hours_come_from_what_the_last_recordings_took() -> None:
    old = [recording(0, 1_000_000_000, 10.0)]
    last = [recording(number, 1_000_000, 10.0) for number in range(1, 6)]
    short = [recording(9, 50_000_000, 2.0)]

    assert disk_hours(3_600_000_000, [*short, *last, *old]) == 10.0
    assert disk_hours(round(ASSUMED_BYTES_S * 7200), []) == 2.0
    assert disk_hours(round(ASSUMED_BYTES_S * 7200), short) == 2.0


def test_a_disk_counts_once_however_many_folders_it_has(tmp_path: Path) -> None:
    not_there_yet = tmp_path / "home" / "recordings"
    once = free_bytes([tmp_path])
    twice = free_bytes([tmp_path, not_there_yet])

    assert once is not None
    assert twice is not None
    # Others write on this disk meanwhile.
    assert twice < once * 1.5
    assert free_bytes([]) is None


def test_the_offset_is_the_receivers_time_minus_ours() -> None:
    clock = ManualClock()
    theirs_ms = round(clock.now().timestamp() * 1000) + 2500
    known = ReceiverClock("r", "manual", theirs_ms, clock.monotonic_ns(), 0.1, "then")
    clock.advance(60)

    told = clock_offset(known, clock)

    assert told == {
        "value": 2.5,
        "uncertainty": pytest.approx(0.103, abs=1e-4),
        "measured_at": "then",
    }
    after_boot = ReceiverClock("r", "another boot", theirs_ms, clock.monotonic_ns(), 0.1, "then")
    assert clock_offset(after_boot, clock) is None
    assert clock_offset(None, clock) is None
