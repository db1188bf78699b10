"""Sound stays with the picture for as long as one likes, through the real resampler.

A simulated microphone clicks on every true second; its clock is off by 500 ppm, its stamps jitter
by 2 ms, and one in a hundred is 20 ms late.
"""

import numpy as np
import numpy.typing as npt
import pytest

from desktop.recording.soundtrack import Soundtrack
from desktop.recording.sources import RATE_HZ, Block

START_NS = 8_000_000_000_000
BLOCK = 480
FRAME_MS = 1000 / 30
JITTER_S, SPIKE_S, SPIKES = 0.002, 0.020, 0.01


class Microphone:
    """Blocks of a card that runs `ppm` too fast. `pause` is (first block, blocks held up)."""

    def __init__(self, ppm: float, pause: tuple[int, int] | None = None) -> None:
        self.rate_hz = RATE_HZ * (1 + ppm / 1e6)
        self._rng = np.random.default_rng(17)
        self._pause = pause

    def block(self, number: int) -> Block:
        first = number * BLOCK
        samples = np.zeros(BLOCK, np.int16)
        click = round(np.ceil(first / self.rate_hz) * self.rate_hz) - first
        if 0 <= click < BLOCK:
            samples[click : click + 24] = 20_000
        late_s = self._rng.normal(0, JITTER_S) + SPIKE_S * (self._rng.random() < SPIKES)
        arrived = number
        if self._pause and self._pause[0] <= number < sum(self._pause):
            arrived = sum(self._pause)
        return Block(START_NS + round((arrived * BLOCK / self.rate_hz + late_s) * 1e9), samples)


def click_errors_ms(microphone: Microphone, seconds: int) -> npt.NDArray[np.float64]:
    """How late each click is in the encoder's sound, in milliseconds."""
    track = Soundtrack(START_NS, 1024, exact=False)
    clicks: list[float] = []
    quiet_until = -1

    def listen(frame_first: int, samples: npt.NDArray[np.int16]) -> None:
        nonlocal quiet_until
        for place in (frame_first + np.flatnonzero(np.abs(samples.astype(int)) > 8000)).tolist():
            if place > quiet_until:
                clicks.append(place / RATE_HZ)
            quiet_until = place + RATE_HZ // 10

    picture = 0
    for number in range(int(seconds * microphone.rate_hz / BLOCK)):
        track.add(microphone.block(number))
        # The picture is at most a little ahead of the sound, as when both are live.
        while picture / 30 < number * BLOCK / microphone.rate_hz:
            for frame in track.frames_until(START_NS + picture * 1_000_000_000 // 30):
                assert frame.pts is not None
                listen(frame.pts, np.asarray(frame.to_ndarray(), np.int16).reshape(-1))
            picture += 1
    assert track.silence_samples == 0
    inside = [each for each in clicks if each > 0.5]
    return np.array([(each - round(each)) * 1000 for each in inside])


def assert_in_step(errors_ms: npt.NDArray[np.float64], seconds: int) -> None:
    assert seconds - 3 <= len(errors_ms) <= seconds
    assert abs(np.mean(errors_ms)) <= 10
    assert np.max(np.abs(errors_ms)) <= FRAME_MS
    tenth = max(5, len(errors_ms) // 10)
    assert abs(np.mean(errors_ms[-tenth:]) - np.mean(errors_ms[tenth : 2 * tenth])) <= 5


@pytest.mark.parametrize("ppm", [500, -500])
def test_two_minutes_stay_in_step(ppm: float) -> None:
    errors_ms = click_errors_ms(Microphone(ppm), 120)

    assert_in_step(errors_ms, 120)
    # What was measured with room to spare; the promise above is a frame.
    assert np.max(np.abs(errors_ms)) <= 5


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("ppm", [500, -500])
def test_an_hour_stays_in_step(ppm: float) -> None:
    assert_in_step(click_errors_ms(Microphone(ppm), 3600), 3600)


def test_a_wireless_microphones_pause_is_no_fault() -> None:
    """For 160 ms nothing arrives, then everything at once."""
    errors_ms = click_errors_ms(Microphone(100, pause=(1495, 16)), 30)

    assert_in_step(errors_ms, 30)
    assert np.max(np.abs(errors_ms)) <= 5
