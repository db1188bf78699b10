"""A microphone that is off, too loud or hardly there is noticed; an ordinary one is not."""

import numpy as np
import pytest

from desktop.recording.sound_watch import (
    CLIPPED_S,
    FAINT_S,
    LOOK_S,
    MARKERS,
    SENTENCES,
    ZERO_S,
    AlarmKind,
    SoundWatch,
)
from desktop.recording.sources import RATE_HZ, Samples

RNG = np.random.default_rng(21)


def hear(watch: SoundWatch, sound: Samples, block: int = 480) -> list[AlarmKind | None]:
    """The alarm after each block."""
    alarms = []
    for first in range(0, len(sound), block):
        watch.add(sound[first : first + block])
        alarms.append(watch.alarm)
    return alarms


def noise(seconds: float, level_db: float) -> Samples:
    amplitude = 32_768 * 10 ** (level_db / 20)
    return RNG.normal(0, amplitude, round(seconds * RATE_HZ)).astype(np.int16)


def zeros(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE_HZ), np.int16)


def test_two_seconds_of_nothing_but_zeros_are_an_alarm() -> None:
    alarms = hear(SoundWatch(), np.concatenate([noise(1, -30), zeros(ZERO_S + 0.5)]))

    assert alarms.index("zero") == round((1 + ZERO_S) * 100) - 1
    assert set(alarms[: alarms.index("zero")]) == {None}


def test_one_sample_of_noise_is_not_nothing() -> None:
    sound = zeros(3)
    sound[RATE_HZ] = 1

    assert set(hear(SoundWatch(), sound)) == {None}


def test_the_alarm_is_over_with_the_first_sound() -> None:
    watch = SoundWatch()
    hear(watch, zeros(3))
    assert watch.alarm == "zero"

    assert hear(watch, noise(0.01, -30)) == [None]


@pytest.mark.parametrize("level_db", [-20, -40, -60, -70])
def test_ordinary_and_quiet_rooms_are_no_alarm(level_db: float) -> None:
    assert set(hear(SoundWatch(), noise(FAINT_S + 2, level_db))) == {None}


def test_sound_that_is_hardly_there_is_an_alarm_after_a_while() -> None:
    sound = zeros(FAINT_S + 2)
    sound[::1000] = 1

    alarms = hear(SoundWatch(), sound)

    assert alarms.index("faint") == pytest.approx(FAINT_S * 100, abs=2)


@pytest.mark.parametrize("block", [1, 2, 7, 480, 4800])
@pytest.mark.parametrize("full", [32_767, -32_768])
def test_a_wave_that_is_cut_off_is_an_alarm_wherever_blocks_end(full: int, block: int) -> None:
    sound = noise(0.5, -20)
    sound[10_000:10_003] = full

    assert "clipped" in hear(SoundWatch(), sound, block)


def test_touching_full_scale_is_no_alarm() -> None:
    sound = noise(0.5, -20)
    sound[10_000:10_002] = 32_767
    sound[10_003:10_005] = 32_767

    assert set(hear(SoundWatch(), sound)) == {None}


def test_the_alarm_about_a_cut_off_wave_ends() -> None:
    watch = SoundWatch()
    loud = np.clip(noise(0.2, 3), -32_768, 32_767).astype(np.int16)
    loud[:10] = 32_767
    hear(watch, loud)
    assert watch.alarm == "clipped"

    assert hear(watch, noise(CLIPPED_S + 0.1, -20))[-1] is None


@pytest.mark.parametrize("block", [480, 700, 9600])
def test_blocks_are_gathered_and_none_is_forgotten(block: int) -> None:
    watch = SoundWatch()
    sound = np.concatenate([noise(1, -30), zeros(ZERO_S + 0.5)])
    alarms = []
    for first in range(0, len(sound), block):
        watch.gather(sound[first : first + block])
        alarms.append(watch.alarm)

    heard_s = (alarms.index("zero") + 1) * block / RATE_HZ
    assert 1 + ZERO_S <= heard_s <= 1 + ZERO_S + 2 * LOOK_S + block / RATE_HZ


def test_each_alarm_has_its_sentence_and_its_marker() -> None:
    assert SENTENCES["zero"] == "We cannot hear anything. Is the microphone switched on?"
    assert set(MARKERS) == {*SENTENCES, None}
