"""Whether the run before ended in order, and when it was last alive."""

import os
from datetime import UTC, datetime
from pathlib import Path

from desktop.last_run import LastRun
from holdfast.layout import Home
from tests.support.manual_clock import ManualClock


def test_a_run_that_ends_in_order_leaves_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path)
    run, crash = LastRun.begin(home, ManualClock())
    assert crash is None
    assert home.running.exists()

    run.end()
    assert not home.running.exists()
    assert LastRun.begin(home, ManualClock())[1] is None


def test_a_run_that_was_killed_is_told_with_the_time_it_was_last_alive(tmp_path: Path) -> None:
    home, clock = Home(tmp_path), ManualClock()
    LastRun.begin(home, clock)
    alive_at = datetime(2026, 11, 21, 14, 6, tzinfo=UTC)
    os.utime(home.running, (alive_at.timestamp(),) * 2)

    run, crash = LastRun.begin(home, clock)
    run.end()

    assert crash is not None
    assert crash.alive_at == alive_at
    assert not crash.has_report


def test_a_report_of_native_code_counts_where_it_is_newer(tmp_path: Path) -> None:
    home, clock = Home(tmp_path), ManualClock()
    LastRun.begin(home, clock)
    home.logs.mkdir()
    report = home.logs / "crash.log"
    report.write_text("Fatal Python error: Aborted\n")
    began = clock.now().timestamp()

    os.utime(report, (began + 60,) * 2)
    after = LastRun.begin(home, clock)[1]
    os.utime(report, (began - 60,) * 2)
    before = LastRun.begin(home, clock)[1]

    assert after is not None
    assert after.has_report
    assert before is not None
    assert not before.has_report


def test_a_damaged_sign_of_life_is_a_crash_all_the_same(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.running.write_bytes(b"{")

    assert LastRun.begin(home, ManualClock())[1] is not None
