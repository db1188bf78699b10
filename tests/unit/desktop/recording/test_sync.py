"""Offset and drift are measured to well under a millisecond, and what is missing is named."""

from pathlib import Path

import numpy as np
import pytest

from desktop.recording.sync import (
    Pair,
    SyncUnmeasurable,
    beep_onsets,
    flash_onsets,
    measure,
)
from desktop.recording.sync_file import measure_file
from desktop.sync_text import sync_text
from tests.support.flash_and_beep import (
    FPS,
    RATE_HZ,
    beeping_sound,
    offset_onsets,
    write_media,
)


def brightness(seconds: int, *, cloud: float = 0.0, share: float = 1.0) -> list[float]:
    """A flash of three pictures in the middle of every second, filling a share of the picture."""
    rng = np.random.default_rng(2)
    numbers = np.arange(seconds * FPS)
    light = 90 + cloud * np.sin(numbers / FPS) + rng.normal(0, 0.4, len(numbers))
    light[(numbers % FPS >= 15) & (numbers % FPS < 18)] += share * 150
    return [float(each) for each in light]


def frame_times(count: int) -> list[float]:
    return [number / FPS for number in range(count)]


@pytest.mark.parametrize("share", [1.0, 0.1])
def test_a_flash_begins_with_its_first_bright_picture(share: float) -> None:
    light = brightness(10, share=share)

    onsets = flash_onsets(frame_times(len(light)), light)

    assert onsets == pytest.approx([second + 0.5 for second in range(10)])


def test_light_that_comes_and_goes_slowly_is_no_flash() -> None:
    light = brightness(10, cloud=30)

    assert len(flash_onsets(frame_times(len(light)), light)) == 10
    steady = [90 + 30 * float(np.sin(number / FPS)) for number in range(300)]
    assert len(flash_onsets(frame_times(300), steady)) == 0


def test_times_come_from_the_pictures_and_not_from_their_number() -> None:
    light = brightness(4)
    times = [number / FPS + (0.25 if number >= 60 else 0.0) for number in range(len(light))]

    assert flash_onsets(times, light) == pytest.approx([0.5, 1.5, 2.75, 3.75])


@pytest.mark.parametrize("pitch_hz", [440.0, 1000.0, 1237.0, 4000.0])
def test_a_beep_begins_where_it_begins_whatever_its_pitch(pitch_hz: float) -> None:
    truth = [0.4, 1.5003, 2.71828, 3.3333]
    sound = beeping_sound(5, truth, pitch_hz=pitch_hz, hum=0.02 if pitch_hz != 440 else 0.0)

    assert beep_onsets(sound, RATE_HZ, first_s=2.0) == pytest.approx(
        [each + 2 for each in truth], abs=0.0003
    )


def test_a_clap_and_a_far_away_beep_are_no_beeps() -> None:
    truth = [0.5, 1.5, 2.5, 3.5]
    sound = beeping_sound(5, truth).astype(np.int32)
    clap = np.random.default_rng(4).normal(0, 15_000, 240)
    sound[48_000:48_240] += clap.astype(np.int32)
    t_s = np.arange(4800) / RATE_HZ
    sound[96_000:100_800] += (1200 * np.sin(2 * np.pi * 1000 * t_s)).astype(np.int32)

    onsets = beep_onsets(np.clip(sound, -32768, 32767).astype(np.int16), RATE_HZ)

    assert onsets == pytest.approx(truth, abs=0.0005)


def test_silence_and_noise_have_no_beep() -> None:
    noise = np.random.default_rng(6).normal(0, 300, 5 * RATE_HZ).astype(np.int16)

    assert len(beep_onsets(np.zeros(5 * RATE_HZ, np.int16), RATE_HZ)) == 0
    assert len(beep_onsets(noise, RATE_HZ)) == 0


def test_what_has_no_partner_is_told_by_its_time() -> None:
    sync = measure([0.5, 1.5, 2.5, 3.5], [0.51, 2.51, 3.51, 4.51])

    assert sync.pairs == (Pair(0.5, 0.51), Pair(2.5, 2.51), Pair(3.5, 3.51))
    assert sync.flashes_alone_s == (1.5,)
    assert sync.beeps_alone_s == (4.51,)


def test_each_beep_belongs_to_one_flash() -> None:
    sync = measure([0.5, 0.8, 1.5, 2.5, 3.5], [0.6, 1.6, 2.6, 3.6])

    assert [each.flash_s for each in sync.pairs] == [0.5, 1.5, 2.5, 3.5]


def test_a_line_through_the_offsets_is_the_drift() -> None:
    flashes = [float(each) for each in range(0, 600, 10)]
    beeps = [each * (1 + 50e-6) + 0.02 for each in flashes]

    drift = measure(flashes, beeps).drift

    assert drift is not None
    assert drift.ms_per_min == pytest.approx(3.0)
    assert drift.r2 == pytest.approx(1.0)
    assert drift.standard_error == pytest.approx(0.0, abs=1e-6)


def test_scatter_makes_the_drift_uncertain() -> None:
    rng = np.random.default_rng(8)
    flashes = [float(each) for each in range(100)]
    beeps = [each + rng.normal(0, 0.005) for each in flashes]

    drift = measure(flashes, beeps).drift

    assert drift is not None
    assert drift.standard_error is not None
    # 5 ms of scatter over 100 s: sigma / sqrt(sum of squared minutes).
    assert drift.standard_error == pytest.approx(5 / (100 * 100 / 60 / 12**0.5 / 10), rel=0.2)
    assert abs(drift.ms_per_min) < 3 * drift.standard_error


def test_one_pair_has_no_drift() -> None:
    assert measure([0.5], [0.51]).drift is None


@pytest.mark.parametrize(
    ("flashes", "beeps", "words"),
    [
        ([], [0.5], "no flash"),
        ([0.5], [], "no beep"),
        ([0.5, 1.5], [10.0], "none within"),
    ],
)
def test_where_nothing_can_be_measured_it_says_what_is_missing(
    flashes: list[float], beeps: list[float], words: str
) -> None:
    with pytest.raises(SyncUnmeasurable, match=words):
        measure(flashes, beeps)


@pytest.mark.parametrize("offset_s", [0.0, 0.040, -0.025])
def test_a_files_offset_is_measured_within_a_millisecond(tmp_path: Path, offset_s: float) -> None:
    file = write_media(tmp_path / "sync.mp4", 12, offset_onsets(12, offset_s))

    sync = measure_file(file)

    assert len(sync.pairs) == 12
    assert sync.offsets_ms == pytest.approx(np.full(12, offset_s * 1000), abs=1)


def test_a_files_drift_is_measured(tmp_path: Path) -> None:
    file = write_media(tmp_path / "drift.mp4", 40, offset_onsets(40, 0.01, ppm=100))

    sync = measure_file(file)

    assert sync.drift is not None
    assert sync.drift.ms_per_min == pytest.approx(6.0, abs=0.2)
    assert sync.drift.r2 is not None
    assert sync.drift.r2 > 0.99
    assert sync.offsets_ms[-1] == pytest.approx(10 + 39.5 * 0.1, abs=1)


def test_a_files_missing_flash_and_beep_are_named(tmp_path: Path) -> None:
    onsets = [each for each in offset_onsets(8, 0.0) if each != 3.5]
    file = write_media(tmp_path / "holes.mp4", 8, onsets, without_flashes=frozenset({5}))

    sync = measure_file(file)

    assert sync.flashes_alone_s == pytest.approx((3.5,))
    assert sync.beeps_alone_s == pytest.approx((5.5,), abs=0.001)
    assert len(sync.pairs) == 6


def test_a_file_without_sound_or_flash_or_picture_says_so(tmp_path: Path) -> None:
    silent = write_media(tmp_path / "silent.mp4", 2, None)
    dark = write_media(tmp_path / "dark.mp4", 2, [0.5], without_flashes=frozenset({0, 1}))
    text = tmp_path / "text.mp4"
    text.write_text("no video")

    for file, words in (
        (silent, "no sound"),
        (dark, "no flash"),
        (text, "cannot be read"),
        (tmp_path / "absent.mp4", "cannot be read"),
    ):
        with pytest.raises(SyncUnmeasurable, match=words):
            measure_file(file)


def test_people_read_the_measurement_in_sentences() -> None:
    text = sync_text(measure([0.5, 1.5, 2.5, 4.5], [0.54, 1.55, 2.54, 3.6]), "a.mp4")

    assert text.splitlines() == [
        "a.mp4: 3 pairs of flash and beep",
        "  offset  +43.3 ms on average: the sound comes late",
        "          +40.0 to +50.0, deviation 4.7",
        "  drift   +0.00 ms a minute ± 346.41 (standard error), R² 0.00",
        "  missing 1 x flash without a beep, at 4.50 s",
        "  missing 1 x beep without a flash, at 3.60 s",
    ]
    assert "says nothing" in sync_text(measure([0.5], [0.48]), "b.mp4")
