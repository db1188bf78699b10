"""Cameras and microphones as bad as real ones: every picture is in the files once, in its place.

The seeds are fixed, so that every run tries the same; one test draws a fresh one and prints it.
HOLDFAST_DEVICE_SEED=N tries that one again. CI meets every trait once, `make long` every two.
"""

import itertools
import os
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import pytest

from tests.support.recorded_truth import assert_true
from tests.support.simulated_devices import CameraTraits, MicrophoneTraits, Trouble
from tests.support.simulated_recording import Scenario, record

FRESH_SEED = int(os.environ.get("HOLDFAST_DEVICE_SEED") or random.SystemRandom().getrandbits(32))

# Nominal and delivered rate go together: a camera lies about its own.
RATES = [(5.0, 5.0), (15.0, 14.2), (30.0, 29.97), (30.0, 12.5), (25.0, 26.1), (60.0, 59.94)]
RATES += [(120.0, 119.88)]
SIZES = [(320, 180), (321, 181), (240, 320), (319, 180)]
CAMERA: dict[str, Sequence[Any]] = {
    "rates": RATES,
    "trouble": ["none", "told drops", "untold drops", "stall", "dark", "bursts", "torn pictures"],
    "jpeg": [False, True],
    "stamped_by": ["driver", "arrival"],
    "jitter": [0.0, 0.2],
    "size": SIZES,
}
# What the microphone layer makes 48 kHz mono of: rate and channels.
FORMS = [(48_000, 1), (48_000, 2), (44_100, 1), (44_100, 2), (16_000, 1), (8_000, 1)]
FORMS += [(22_050, 1), (32_000, 4), (96_000, 2)]
MICROPHONE: dict[str, Sequence[Any]] = {
    "form": FORMS,
    "ppm": [500.0, -500.0, 0.0],
    "jitter_s": [0.002, 0.0],
    "trouble": ["none", "wireless pause", "overflow"],
}

Row = dict[str, Any]


def pairwise(dimensions: dict[str, Sequence[Any]], rng: random.Random) -> list[Row]:
    """Rows in which every two values of two dimensions meet at least once."""
    names = list(dimensions)
    open_pairs = {
        (one, other, a, b)
        for one, other in itertools.combinations(names, 2)
        for a in range(len(dimensions[one]))
        for b in range(len(dimensions[other]))
    }
    rows = []
    while open_pairs:
        one, other, a, b = min(open_pairs)
        tries = [
            {name: rng.randrange(len(dimensions[name])) for name in names} | {one: a, other: b}
            for _ in range(40)
        ]
        best = max(tries, key=lambda each: len(open_pairs & _pairs(each)))
        open_pairs -= _pairs(best)
        rows.append({name: dimensions[name][number] for name, number in best.items()})
    return rows


def _pairs(row: dict[str, int]) -> set[tuple[str, str, int, int]]:
    return {(one, other, row[one], row[other]) for one, other in itertools.combinations(row, 2)}


def camera(row: Row) -> CameraTraits:
    nominal, delivered = row["rates"]
    width, height = row["size"]
    return CameraTraits(
        nominal_fps=nominal,
        delivered_fps=delivered,
        width=width,
        height=height,
        jpeg=row["jpeg"] or row["trouble"] == "torn pictures",
        stamped_by=row["stamped_by"],
        jitter=row["jitter"],
        trouble=row["trouble"],
    )


def microphone(row: Row) -> MicrophoneTraits:
    rate_hz, channels = row["form"]
    return MicrophoneTraits(rate_hz, channels, row["ppm"], row["jitter_s"], row["trouble"])


def scenarios(seed: int) -> list[Scenario]:
    """Every pair of camera traits, every pair of microphone traits, side by side."""
    rng = random.Random(seed)
    cameras = pairwise(CAMERA, rng)
    microphones = [*map(microphone, pairwise(MICROPHONE, rng)), None]
    return [
        Scenario(
            (camera(row),),
            microphones[number % len(microphones)],
            # One cut at least, and not many more pictures than that takes.
            seconds=5.0 if row["rates"][1] > 50 else 7.0,
            seed=seed + number,
        )
        for number, row in enumerate(cameras)
    ]


def names(found: list[Scenario]) -> list[str]:
    return [f"{each.cameras[0].delivered_fps:g}-{each.cameras[0].trouble}" for each in found]


FIXED = scenarios(20_261_121)
SHORT = FIXED[::3]
LONG = [each for each in FIXED if each not in SHORT]


def test_every_two_traits_meet() -> None:
    for dimensions in (CAMERA, MICROPHONE):
        rows = pairwise(dimensions, random.Random(1))
        for one, other in itertools.combinations(dimensions, 2):
            met = {(row[one], row[other]) for row in rows}
            assert met == set(itertools.product(dimensions[one], dimensions[other]))
    heard = {each.microphone for each in FIXED}
    assert {(each.rate_hz, each.channels) for each in heard if each} == set(FORMS)


def test_the_short_run_meets_every_trait() -> None:
    cameras = [each.cameras[0] for each in SHORT]
    microphones = [each.microphone for each in SHORT if each.microphone]
    assert {(each.nominal_fps, each.delivered_fps) for each in cameras} == set(RATES)
    assert {(each.width, each.height) for each in cameras} == set(SIZES)
    assert {each.trouble for each in cameras} == set(CAMERA["trouble"])
    assert {(each.rate_hz, each.channels) for each in microphones} == set(FORMS)
    assert {each.trouble for each in microphones} == set(MICROPHONE["trouble"])


@pytest.mark.parametrize(
    "scenario",
    [*SHORT, *(pytest.param(each, marks=pytest.mark.slow) for each in LONG)],
    ids=names(SHORT + LONG),
)
def test_every_picture_and_sound_is_in_its_place(
    scenario: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded = record(scenario, tmp_path / "device", monkeypatch)

    assert_true(recorded, tmp_path / "receiver")


def test_a_device_that_nobody_foresaw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    click.echo(f"HOLDFAST_DEVICE_SEED={FRESH_SEED}")
    for scenario in random.Random(FRESH_SEED).sample(scenarios(FRESH_SEED), 3):
        click.echo(str(scenario))
        folder = tmp_path / str(scenario.seed)
        recorded = record(scenario, folder / "device", monkeypatch)
        assert_true(recorded, folder / "receiver")


@pytest.mark.parametrize(
    "second",
    [(321, 181), *(pytest.param(each, marks=pytest.mark.slow) for each in SIZES[::2])],
)
def test_a_camera_that_comes_back_goes_on_in_a_part_of_its_own(
    second: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = CameraTraits(jitter=0.1)
    width, height = second
    back = CameraTraits(delivered_fps=24.0, jitter=0.1, width=width, height=height, jpeg=True)
    scenario = Scenario(
        (first, back, first), MicrophoneTraits(44_100, 2, ppm=300.0, jitter_s=0.002)
    )

    recorded = record(scenario, tmp_path / "device", monkeypatch)
    manifest = assert_true(recorded, tmp_path / "receiver")

    assert [each.reason for each in manifest.parts] == ["start", "camera lost", "camera lost"]
    assert all("unplugged" in each.reason for each in manifest.gaps)


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param("told drops", marks=pytest.mark.slow),
        "bursts",
        pytest.param("torn pictures", marks=pytest.mark.slow),
    ],
)
def test_a_new_part_in_the_running_recorder_loses_nothing(
    trouble: Trouble, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    camera = CameraTraits(jpeg=True, jitter=0.2, trouble=trouble)
    scenario = Scenario(
        (camera, camera),
        MicrophoneTraits(44_100, 2, ppm=-400.0, jitter_s=0.002, trouble="wireless pause"),
        seconds=5.0,
        switches=(1, 40, 41, 100),
        seed=3,
    )

    recorded = record(scenario, tmp_path / "device", monkeypatch)
    manifest = assert_true(recorded, tmp_path / "receiver")

    assert len(recorded.seams) == 8
    assert len(manifest.parts) == 10
    assert len(manifest.gaps) == 1


def test_what_a_slow_encoder_leaves_is_counted_where_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = CameraTraits(nominal_fps=120.0, delivered_fps=120.0, width=960, height=540)

    recorded = record(
        Scenario((fast,), None, seconds=4.0, hurry=True), tmp_path / "device", monkeypatch
    )
    manifest = assert_true(recorded, tmp_path / "receiver")

    assert manifest.lost_frames > 0, "the encoder kept up, so this shows nothing"
    assert manifest.frames + manifest.lost_frames == len(recorded.given[0])
