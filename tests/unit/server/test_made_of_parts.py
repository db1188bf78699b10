"""What is made of a recording whose parts differ in format: of all its films, on one clock."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from holdfast.ids import new_id
from server.jobs import quality, sprite, waveform
from server.jobs.film_source import films_of, length_s, shown_at
from tests.support.derived import ARRIVED, Work, work_on_take
from tests.support.received import make_take, scene_part


@pytest.fixture
def work(tmp_path: Path) -> Work:
    """Two seconds, from 3 to 4 s those of a wide camera, from 5 to 6 s the first one again."""
    parts = [scene_part(60), scene_part(30, 3.0, width=640, height=360), scene_part(30, 5.0)]
    return work_on_take(tmp_path, make_take(new_id(ARRIVED), parts))


def test_each_film_has_its_place_on_the_recordings_clock(work: Work) -> None:
    films = films_of(work.folder)

    assert [(each.begins_s, each.part) for each in films] == [(0.0, None), (3.0, 1)]
    assert length_s(films) == pytest.approx(6, abs=0.05)
    shown = [shown_at(films, time_s).part for time_s in (0.0, 2.5, 3.0, 3.9, 4.5, 5.5, 9.0)]
    assert shown == [None, None, 1, 1, None, None, None]


def test_a_sprite_shows_whichever_film_is_shown_then(work: Work) -> None:
    facts = work.run(sprite.make).facts

    assert facts["times_s"] == pytest.approx([0, 1, 2, 3, 2, 5], abs=0.05)
    assert (facts["tile_width"], facts["tile_height"]) == (160, 120)
    sheet = cv2.imread(str(work.folder.sprite))
    assert sheet is not None
    tops = [sheet[:10, number * 160 : (number + 1) * 160] for number in range(6)]
    # The wide picture stands in the middle of its place, and black is above it.
    assert [int(np.median(each)) < 8 for each in tops] == [False, False, False, True, False, False]


def test_a_waveform_goes_on_through_every_part(work: Work) -> None:
    work.run(waveform.make)

    peaks = np.array(json.loads(work.folder.waveform.read_bytes())["peaks"])
    assert len(peaks) == pytest.approx(300, abs=3)
    loud = [bool(np.abs(peaks[at * 50 + 10 : at * 50 + 40]).max() > 2) for at in range(6)]
    assert loud == [True, True, False, True, False, True]


def test_quality_looks_at_every_film(work: Work) -> None:
    facts = work.run(quality.make).facts

    first, second = facts["films"]
    assert (second["film"], second["part"], second["begins_s"]) == ("recording.part1.mp4", 1, 3.0)
    assert [each["timing"]["frames"] for each in facts["films"]] == [90, 30]
    assert facts["timing"] == first["timing"]
    assert facts["picture"]["looks"] == 12 + 2
    both = first["sound"]["windows"] + second["sound"]["windows"]
    assert facts["sound"]["windows"] == both
    assert max(work.shares) <= 1
