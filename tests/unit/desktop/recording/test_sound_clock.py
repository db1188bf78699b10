"""The sound card's clock is recovered from stamps that jitter, jump and pause."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest

from desktop.recording.sound_clock import SoundClock
from desktop.recording.sources import RATE_HZ, Block

START_NS = 5_000_000_000_000
BLOCK = 480
SILENCE = np.zeros(BLOCK, np.int16)


@dataclass(frozen=True)
class Card:
    """A simulated sound card: its rate is off, its stamps jitter, and some are 20 ms late."""

    ppm: float = 0.0
    jitter_s: float = 0.002
    spike_s: float = 0.020
    spikes: float = 0.01

    def true_s(self, block: int) -> float:
        return block * BLOCK / (RATE_HZ * (1 + self.ppm / 1e6))

    def blocks(self, count: int) -> Iterator[tuple[float, Block]]:
        """Each block with the true time of its first sample."""
        rng = np.random.default_rng(11)
        late = rng.normal(0, self.jitter_s, count)
        late += self.spike_s * (rng.random(count) < self.spikes)
        for number in range(count):
            true_s = self.true_s(number)
            yield true_s, Block(START_NS + round((true_s + late[number]) * 1e9), SILENCE)


def errors_ms(card: Card, seconds: float) -> tuple[np.ndarray, SoundClock]:
    """How far the recovered time of each block is from the truth."""
    clock = SoundClock()
    truth: list[float] = []
    recovered: list[float] = []
    for true_s, block in card.blocks(round(seconds * RATE_HZ / BLOCK)):
        truth.append(true_s)
        recovered += [(each.time_ns - START_NS) / 1e9 for each in clock.take(block)]
    recovered += [(each.time_ns - START_NS) / 1e9 for each in clock.end()]
    assert len(recovered) == len(truth)
    return (np.array(recovered) - np.array(truth)) * 1000, clock


@pytest.mark.parametrize("ppm", [0, 100, -100, 500, -500])
def test_jitter_and_spikes_do_not_reach_the_sound(ppm: float) -> None:
    errors, clock = errors_ms(Card(ppm), 600)

    assert np.max(np.abs(errors)) < 4
    assert abs(np.mean(errors)) < 1
    settled = errors[len(errors) // 2 :]
    assert np.max(np.abs(settled)) < 1.5
    assert clock.rate_error_ppm == pytest.approx(ppm, abs=60)
    assert clock.steps == 0


@pytest.mark.slow
@pytest.mark.parametrize("ppm", [500, -500])
def test_an_hour_does_not_drift(ppm: float) -> None:
    errors, _clock = errors_ms(Card(ppm), 3600)

    minute = 60 * RATE_HZ // BLOCK
    drift_ms = np.mean(errors[-minute:]) - np.mean(errors[minute : 2 * minute])
    assert abs(drift_ms) < 0.5
    assert np.max(np.abs(errors)) < 4


def test_a_first_stamp_that_is_far_off_moves_nothing() -> None:
    clock = SoundClock()
    given: list[Block] = []
    for number in range(50):
        late_ns = 20_000_000 if number == 0 else 0
        given += clock.take(Block(START_NS + number * 10_000_000 + late_ns, SILENCE))

    assert [each.time_ns - START_NS for each in given] == pytest.approx(
        [number * 10_000_000 for number in range(50)], abs=1000
    )


def pausing(pause: range, *, lost: bool, pause_s: float) -> tuple[list[float], SoundClock]:
    """Seconds at which blocks lie when the microphone pauses once, its samples lost or late."""
    clock = SoundClock()
    given: list[Block] = []
    count = round(pause_s * RATE_HZ / BLOCK)
    for number in range(600):
        true_s = number * 0.01
        if lost and number >= pause.start:
            true_s += pause_s
        stamp_s = true_s
        if not lost and number in range(pause.start, pause.start + count):
            # All of them arrive at once, when the pause is over.
            stamp_s = (pause.start + count) * 0.01
        given += clock.take(Block(START_NS + round(stamp_s * 1e9), SILENCE))
    given += clock.end()
    return [(each.time_ns - START_NS) / 1e9 for each in given], clock


@pytest.mark.parametrize("pause_s", [0.05, 0.1, 0.16])
def test_a_pause_that_is_made_up_for_keeps_true_time(pause_s: float) -> None:
    times, clock = pausing(range(300, 301), lost=False, pause_s=pause_s)

    assert times == pytest.approx([number * 0.01 for number in range(600)], abs=0.001)
    assert clock.steps == 0


@pytest.mark.parametrize("pause_s", [0.05, 0.16, 2.0])
def test_samples_that_are_lost_leave_a_gap_where_they_were(pause_s: float) -> None:
    times, clock = pausing(range(300, 301), lost=True, pause_s=pause_s)

    expected = [number * 0.01 + (pause_s if number >= 300 else 0) for number in range(600)]
    assert times == pytest.approx(expected, abs=0.001)
    assert clock.steps == 1


def test_a_small_loss_is_found_within_half_a_second() -> None:
    times, clock = pausing(range(300, 301), lost=True, pause_s=0.02)

    assert times[299] == pytest.approx(2.99, abs=0.001)
    assert times[370:] == pytest.approx(
        [number * 0.01 + 0.02 for number in range(370, 600)], abs=0.003
    )
    assert clock.steps == 1


def test_samples_that_are_known_to_be_lost_leave_their_gap_at_once() -> None:
    clock = SoundClock()
    for number in range(100):
        clock.take(Block(START_NS + number * 10_000_000, SILENCE))

    (block,) = clock.take(Block(START_NS + 1_020_000_000, SILENCE, lost_samples=960))

    assert block.time_ns == pytest.approx(START_NS + 1_020_000_000, abs=1000)


def test_no_sample_is_lost_or_changed_or_put_in_another_order() -> None:
    rng = np.random.default_rng(13)
    clock = SoundClock()
    given: list[Block] = []
    sent: list[np.ndarray] = []
    for number in range(400):
        samples = rng.integers(-3000, 3000, rng.integers(0, 900)).astype(np.int16)
        wild_ns = int(rng.normal(0, 60e6)) if rng.random() < 0.2 else 0
        sent.append(samples)
        given += clock.take(Block(START_NS + number * 10_000_000 + wild_ns, samples))
    given += clock.end()

    assert np.array_equal(np.concatenate([each.samples for each in given]), np.concatenate(sent))
    assert clock.end() == []


def test_a_pause_that_is_made_up_for_slowly_keeps_true_time() -> None:
    """What was held up comes at one and a half times the speed, not all at once."""
    clock = SoundClock()
    given: list[Block] = []
    for number in range(600):
        true_s = number * 0.01
        late_s = max(0.0, 0.16 - (number - 300) * 0.01 / 3) if number >= 300 else 0.0
        given += clock.take(Block(START_NS + round((true_s + late_s) * 1e9), SILENCE))

    times = [(each.time_ns - START_NS) / 1e9 for each in given]
    assert times == pytest.approx([number * 0.01 for number in range(600)], abs=0.005)
