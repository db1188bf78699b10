"""Loudness and frame rate."""

import numpy as np
import pytest

from desktop.recording.level import FrameRate, SoundMemory, level_db
from desktop.recording.sources import Block


def block(samples: "np.ndarray") -> Block:
    return Block(0, samples.astype(np.int16))


def test_a_full_sine_is_three_decibels_below_its_peak() -> None:
    sine = 32767 * np.sin(2 * np.pi * 1000 * np.arange(4800) / 48_000)

    loudness, peak = level_db([block(sine)])

    assert loudness == pytest.approx(-3.0, abs=0.1)
    assert peak == pytest.approx(0.0, abs=0.1)


def test_silence_has_a_level_and_no_sound_has_none() -> None:
    assert level_db([block(np.zeros(480))]) == (-100.0, -100.0)
    assert level_db([]) == (None, None)


def test_the_most_negative_sample_is_full_scale() -> None:
    assert level_db([block(np.full(480, -32768))]) == (0.0, 0.0)


def test_only_the_last_moments_are_remembered() -> None:
    memory = SoundMemory()
    for number in range(1000):
        memory.add(Block(number, np.zeros(480, np.int16)))

    assert [each.time_ns for each in memory.blocks()] == list(range(970, 1000))


def test_the_rate_is_of_capture_times() -> None:
    rate = FrameRate()
    assert rate.fps == 0.0
    rate.add(1_000)
    assert rate.fps == 0.0

    for number in range(100):
        rate.add(1_000_000_000 + number * 40_000_000)

    assert rate.fps == 25.0
