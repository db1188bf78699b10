"""Sound lies where it was heard, whatever the microphone's blocks look like."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.recording.sound_ledger import SoundNews
from desktop.recording.soundtrack import PATIENCE_S, Soundtrack
from desktop.recording.sources import RATE_HZ, Block, Samples

START_NS = 3_000_000_000
FRAME = 1024


def at_ns(sample: float) -> int:
    return START_NS + round(sample * 1e9 / RATE_HZ)


def ramp(first: int, end: int) -> Samples:
    """Each sample says its own number, modulo a prime."""
    return (np.arange(first, end) % 30_011 + 1).astype(np.int16)


def block(first: int, end: int) -> Block:
    return Block(at_ns(first), ramp(first, end))


def heard(track: Soundtrack, end_sample: int) -> Samples:
    frames = track.end(at_ns(end_sample))
    pieces = [np.asarray(frame.to_ndarray(), np.int16).reshape(-1) for frame in frames]
    return np.concatenate(pieces) if pieces else np.zeros(0, np.int16)


def exact() -> Soundtrack:
    return Soundtrack(START_NS, FRAME, exact=True)


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=30))
def test_exact_sound_is_passed_on_sample_by_sample(sizes: list[int]) -> None:
    track = exact()
    first = 0
    for size in sizes:
        track.add(block(first, first + size))
        first += size

    assert np.array_equal(heard(track, first), ramp(0, first))


def test_sound_before_the_first_picture_is_cut() -> None:
    track = exact()
    track.add(block(-4800, -2400))
    track.add(block(-2400, 2400))

    assert np.array_equal(heard(track, 2400), ramp(0, 2400))


def test_a_microphones_sound_before_the_first_picture_is_cut() -> None:
    track = Soundtrack(START_NS, FRAME, exact=False)
    for first in range(-4800, 9600, 480):
        click = np.zeros(480, np.int16)
        click[100:120] = 20_000 if first in {-480, 4800} else 0
        track.add(Block(at_ns(first + 300), click))

    loud = np.flatnonzero(np.abs(heard(track, 9600)) > 5000)

    assert loud[0] == pytest.approx(5200, abs=48)


def test_sound_that_comes_after_the_first_picture_begins_with_silence() -> None:
    track = exact()
    track.add(block(4800, 9600))

    sound = heard(track, 9600)

    assert not sound[:4800].any()
    assert np.array_equal(sound[4800:], ramp(4800, 9600))


def test_a_gap_is_silence_and_an_overlap_is_cut() -> None:
    track = exact()
    track.add(block(0, 1000))
    track.add(block(1500, 2500))
    track.add(block(2000, 3000))

    sound = heard(track, 3000)

    assert np.array_equal(sound[:1000], ramp(0, 1000))
    assert not sound[1000:1500].any()
    assert np.array_equal(sound[1500:], ramp(1500, 3000))


@pytest.mark.parametrize("end", [1, 999, 5000, 9600, 20_000])
@pytest.mark.parametrize("is_exact", [True, False])
def test_it_ends_where_the_picture_ends(end: int, is_exact: bool) -> None:
    track = Soundtrack(START_NS, FRAME, exact=is_exact)
    for first in range(0, 9600, 480):
        track.add(block(first, first + 480))

    assert len(heard(track, end)) == end


def test_frames_are_never_ahead_of_the_picture() -> None:
    track = exact()
    track.add(block(0, 48_000))

    assert track.frames_until(at_ns(FRAME - 1)) == []
    (together,) = track.frames_until(at_ns(3 * FRAME + 5))
    assert (together.pts, together.samples) == (0, 3 * FRAME)
    assert track.frames_until(at_ns(4 * FRAME - 1)) == []
    (following,) = track.frames_until(at_ns(4 * FRAME))
    assert (following.pts, following.samples) == (3 * FRAME, FRAME)


@pytest.mark.parametrize("is_exact", [True, False])
def test_a_microphone_that_says_nothing_is_silence_after_a_while(is_exact: bool) -> None:
    track = Soundtrack(START_NS, FRAME, exact=is_exact)
    patience = round(PATIENCE_S * RATE_HZ)

    assert track.frames_until(at_ns(patience)) == []
    given_samples = sum(frame.samples for frame in track.frames_until(at_ns(patience + 96_000)))

    assert given_samples == pytest.approx(96_000, abs=2 * FRAME)


def test_a_microphone_that_comes_back_is_heard_in_its_place() -> None:
    track = Soundtrack(START_NS, FRAME, exact=False)
    tone = (8000 * np.sin(np.arange(48_000) * 2 * np.pi * 440 / RATE_HZ)).astype(np.int16)
    track.add(Block(at_ns(0), tone[:24_000]))
    for picture in range(0, 144_000, 1600):
        track.frames_until(at_ns(picture))
    track.add(Block(at_ns(144_000), tone))

    given_samples = track.frames_until(at_ns(192_000))
    sound = np.concatenate(
        [np.asarray(frame.to_ndarray()).reshape(-1) for frame in given_samples]
        + [heard(track, 192_000)]
    )
    loud = np.flatnonzero(np.abs(sound.astype(int)) > 400)

    assert loud[0] == pytest.approx(len(sound) - 48_000, abs=100)


def test_a_gap_between_small_blocks_is_silence_of_its_own_length() -> None:
    track = Soundtrack(START_NS, FRAME, exact=False)
    click = np.zeros(480, np.int16)
    click[100:120] = 20_000
    for first in (0, 480, 24_000, 24_480, 24_960, 25_440):
        track.add(Block(at_ns(first), click))

    loud = np.flatnonzero(np.abs(heard(track, 26_000)) > 5000)
    onsets = [loud[0], *loud[1:][np.diff(loud) > 200]]

    assert onsets == pytest.approx([100, 580, 24_100, 24_580, 25_060, 25_540], abs=10)


def correct(ppm: float, jitter_s: float, seconds: int) -> Samples:
    """A click each second from a microphone whose clock is off and whose stamps jitter."""
    rng = np.random.default_rng(5)
    rate_hz = RATE_HZ * (1 + ppm / 1e6)
    device = np.zeros(round(seconds * rate_hz), np.int16)
    for second in range(1, seconds):
        place = round(second * rate_hz)
        device[place : place + 24] = 20_000
    track = Soundtrack(START_NS, FRAME, exact=False)
    for first in range(0, len(device), 480):
        late_s = abs(rng.normal(0, jitter_s))
        track.add(
            Block(START_NS + round((first / rate_hz + late_s) * 1e9), device[first : first + 480])
        )
    return heard(track, seconds * RATE_HZ)


@pytest.mark.parametrize("ppm", [0, 100, -100, 500])
def test_drift_is_taken_out(ppm: float) -> None:
    seconds = 60
    sound = np.abs(correct(ppm, 0.002, seconds).astype(int))

    errors_ms = []
    for second in range(1, seconds):
        around = slice(second * RATE_HZ - 2400, second * RATE_HZ + 2400)
        errors_ms.append((np.argmax(sound[around]) - 2400) / 48)

    assert max(map(abs, errors_ms)) < 6
    assert abs(np.mean(errors_ms[-10:]) - np.mean(errors_ms[:10])) < 3


@given(st.integers(0, 2000))
@settings(max_examples=20)
def test_without_sound_there_is_silence_of_the_right_length(end: int) -> None:
    sound = heard(exact(), end)

    assert len(sound) == end
    assert not sound.any()


def test_what_is_missing_is_told_once_and_with_its_place() -> None:
    track = exact()
    track.add(block(0, 1000))
    track.add(Block(at_ns(1500), ramp(1500, 2500), lost_samples=400))

    assert track.news() == SoundNews(lost=((1100, 400),), silent=((1000, 500),))
    assert track.news() == SoundNews()
    assert (track.lost_samples, track.silence_samples) == (400, 500)


@pytest.mark.parametrize("is_exact", [True, False])
def test_silence_for_a_microphone_that_stopped_is_one_run(is_exact: bool) -> None:
    track = Soundtrack(START_NS, FRAME, exact=is_exact)
    for first in range(0, 24_000, 480):
        track.add(block(first, first + 480))
    for picture in range(0, 144_000, 1600):
        track.frames_until(at_ns(picture))

    ((at, count),) = track.news().silent

    assert at == pytest.approx(24_000, abs=48)
    assert at + count == pytest.approx(144_000 - 1600 - PATIENCE_S * RATE_HZ, abs=48)


def test_what_was_lost_before_the_part_began_is_none_of_its_losses() -> None:
    track = exact()
    track.add(Block(at_ns(100), ramp(100, 580), lost_samples=1000))

    assert track.news().lost == ((0, 100),)


def test_a_microphone_that_starts_late_leaves_a_silence_that_is_counted() -> None:
    track = Soundtrack(START_NS, FRAME, exact=False)
    for first in range(12_000, 36_000, 480):
        track.add(block(first, first + 480))
    track.frames_until(at_ns(24_000))

    assert track.news().silent == ((0, 12_000),)


def test_the_cards_own_rate_is_told_once_it_is_known() -> None:
    track = Soundtrack(START_NS, FRAME, exact=False)
    rate_hz = RATE_HZ * (1 + 80e-6)
    for number in range(90 * 100):
        block_ns = START_NS + round(number * 480 / rate_hz * 1e9)
        track.add(Block(block_ns, np.zeros(480, np.int16)))
        if number == 3000:
            assert track.news().clock_ppm is None

    assert track.news().clock_ppm == pytest.approx(80, abs=8)
