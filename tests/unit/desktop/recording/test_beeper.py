"""Beeps begin at the instant that was asked for, however the sound system cuts its buffers."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.recording.beeper import RATE_HZ, Beeper, beeps
from desktop.recording.sync import beep_onsets
from tests.support.manual_clock import ManualClock

ZERO_NS = 5_000_000_000_000


def at_ns(sample: float) -> float:
    return ZERO_NS + sample * 1e9 / RATE_HZ


@given(st.lists(st.integers(1, 4000), min_size=1, max_size=8), st.integers(0, 9000))
def test_the_same_beep_whatever_the_buffers(sizes: list[int], start: int) -> None:
    starts_ns = [round(at_ns(start))]
    total = sum(sizes)
    whole = beeps(ZERO_NS, total, starts_ns, 1000, 0.1)
    pieces, first = [], 0
    for size in sizes:
        pieces.append(beeps(at_ns(first), size, starts_ns, 1000, 0.1))
        first += size

    assert np.allclose(np.concatenate(pieces), whole, atol=1e-3)
    assert not whole[:start].any()
    assert np.abs(whole).max(initial=0) <= 0.5


def test_three_beeps_are_found_where_they_were_asked_for() -> None:
    starts_s = [0.5, 1.5, 2.5]
    starts_ns = [ZERO_NS + round(each * 1e9) for each in starts_s]

    sound = (beeps(ZERO_NS, 3 * RATE_HZ, starts_ns, 1000, 0.1) * 32767).astype(np.int16)

    assert beep_onsets(sound, RATE_HZ).tolist() == pytest.approx(starts_s, abs=0.001)


@pytest.mark.parametrize(
    ("when", "lead_s"),
    [
        (SimpleNamespace(outputBufferDacTime=10.05, currentTime=10.0), 0.05),
        (SimpleNamespace(outputBufferDacTime=0.0, currentTime=0.0), 0.02),
        (SimpleNamespace(outputBufferDacTime=99.0, currentTime=10.0), 0.02),
    ],
)
def test_the_sound_systems_own_delay_is_taken_off(when: SimpleNamespace, lead_s: float) -> None:
    clock = ManualClock()
    beeper = Beeper(clock, 1000, 0.1)
    beeper._stream = SimpleNamespace(latency=0.02)
    due_ns = clock.monotonic_ns() + round((lead_s + 0.01) * 1e9)
    beeper._starts_ns = (due_ns,)
    out = np.ones((960, 1), np.float32)

    beeper._fill(out, 960, when, None)

    assert np.flatnonzero(np.abs(out[:, 0]) > 1e-6)[0] == pytest.approx(480, abs=2)
