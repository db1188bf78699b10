"""How long a recording is paused, on a clock set by hand that can sleep."""

import pytest

from desktop.recording.pause_clock import PauseClock
from tests.support.manual_clock import ManualClock

ZERO_NS = 1_000_000_000_000


@pytest.mark.parametrize(("live", "slept_s"), [(True, 30.0), (False, 0.0)])
def test_a_pause_counts_on_the_recordings_clock(live: bool, slept_s: float) -> None:
    clock = ManualClock(ZERO_NS)
    pauses = PauseClock(clock, lambda instant_ns: instant_ns, live=live)
    assert (pauses.until_s, pauses.paused_s) == (None, 0.0)
    clock.advance(10.0)
    pauses.begin(10.0, ZERO_NS)
    clock.advance(5.0)
    clock.sleep(30.0)

    assert pauses.is_running
    assert pauses.slept_ns == slept_s * 1e9
    assert pauses.until_s == pytest.approx(15.0 + slept_s)
    assert pauses.paused_s == pytest.approx(5.0 + slept_s)
    pauses.end()
    clock.advance(100.0)
    assert pauses.until_s is None
    assert pauses.reached_s == pytest.approx(15.0 + slept_s)
    assert pauses.paused_s == pytest.approx(5.0 + slept_s)
    pauses.begin(50.0, ZERO_NS - 30_000_000_000)
    assert pauses.slept_ns == 0
    pauses.forget()
    assert (pauses.is_running, pauses.paused_s) == (False, 0.0)
