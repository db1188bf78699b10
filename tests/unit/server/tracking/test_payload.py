"""The payload: what stands in it, whose numbers they are, and another primary."""

from collections.abc import Sequence
from typing import Any

import pytest

from holdfast.jsonform import canonical, parse
from server.tracking.making import Look, Place, make_payload
from server.tracking.payload import Engine, UnknownTrack, facts, with_primary

ENGINE = Engine("test", "1", 0.5, {"a": 1})
SIZE = (1920, 1080)
NAMES = {
    "coveragePercent",
    "gapsCount",
    "longestGapSec",
    "totalDistance",
    "jitter",
}


def place(x: float, y: float, side: float = 0.1, confidence: float = 0.9) -> Place:
    return Place(x - side / 2, y - side / 2, side, side, confidence)


def looks(found: Sequence[Sequence[Place]], size: tuple[int, int] = SIZE) -> list[Look]:
    return [Look(round(n * 0.2, 3), 0.2, size, tuple(each)) for n, each in enumerate(found)]


def payload(found: Sequence[Sequence[Place]]) -> dict[str, Any]:
    return make_payload(ENGINE, 5, looks(found), "r")


def two() -> list[list[Place]]:
    """Somebody far away for long, somebody near for short."""
    far = [[place(0.2, 0.2, 0.1)] for _ in range(10)]
    return [*far, *([*each, place(0.7, 0.5, 0.4)] for each in far[:5])]


def test_it_says_all_that_it_promises() -> None:
    made = payload([[place(0.5, 0.5)]] * 5)

    assert made["version"] == "v1"
    assert made["engine"] == {"name": "test", "version": "1", "threshold": 0.5, "params": {"a": 1}}
    assert (made["sampleFps"], made["frameSize"], made["minGapSec"]) == (5, [1920, 1080], 0.5)
    assert made["frameDetections"][1] == {
        "t": 0.2,
        "box": [0.45, 0.45, 0.1, 0.1],
        "confidence": 0.9,
        "track": 0,
    }
    assert made["trackPoints"][1] == {"t": 0.2, "x": 0.5, "y": 0.5, "predicted": False}
    assert made["gaps"] == []
    assert set(made["derivedMetrics"]) == NAMES
    assert parse(canonical(made), "payload") == made


def test_the_primary_is_who_filled_most_of_the_picture_for_longest() -> None:
    made = payload(two())

    assert [each["detections"] for each in made["tracks"]] == [15, 5]
    assert (made["primary"], made["primaryBy"]) == (1, "largest")
    assert made["derivedMetrics"]["coveragePercent"] == pytest.approx(100 / 3, abs=0.001)
    assert made["gaps"] == [[0.0, 2.0]]


def test_another_primary_has_its_own_numbers_and_nothing_else_changes() -> None:
    made = payload(two())

    other = with_primary(made, 0)

    assert (other["primary"], other["primaryBy"]) == (0, "person")
    assert other["derivedMetrics"]["coveragePercent"] == 100.0
    assert other["trackPoints"] == made["tracks"][0]["points"]
    assert other["gaps"] == []
    mine = {"primary", "primaryBy", "trackPoints", "gaps", "derivedMetrics"}
    assert {key: other[key] for key in other.keys() - mine} == {
        key: made[key] for key in made.keys() - mine
    }
    assert with_primary(other, 1) == {**made, "primaryBy": "person"}


@pytest.mark.parametrize("track", [-1, 2, 99])
def test_a_track_that_is_not_there_cannot_be_the_primary(track: int) -> None:
    with pytest.raises(UnknownTrack, match="2 tracks"):
        with_primary(payload(two()), track)


def test_what_is_below_the_threshold_is_told_and_followed_by_nobody() -> None:
    made = payload([[place(0.5, 0.5, confidence=0.49)]] * 5)

    assert [each["track"] for each in made["frameDetections"]] == [None] * 5
    assert (made["tracks"], made["primary"]) == ([], None)


def test_a_film_without_anybody_says_so() -> None:
    made = payload([[]] * 10)

    assert made["derivedMetrics"] == {
        "coveragePercent": 0.0,
        "gapsCount": 1,
        "longestGapSec": 2.0,
        "totalDistance": 0.0,
        "jitter": None,
    }
    assert (made["trackPoints"], made["frameDetections"], made["gaps"]) == ([], [], [[0.0, 2.0]])
    assert "found nobody" in made["note"]
    assert payload([[place(0.5, 0.5)]])["note"] is None


def test_a_step_costs_the_same_in_both_directions() -> None:
    across = payload([[place(0.3 + 0.01 * n, 0.5)] for n in range(20)])
    # As many pixels down as the other went across.
    down = payload([[place(0.5, 0.3 + 0.01 * n * 1920 / 1080)] for n in range(20)])

    assert down["derivedMetrics"]["totalDistance"] == pytest.approx(
        across["derivedMetrics"]["totalDistance"], rel=1e-3
    )


def test_a_part_of_another_shape_is_reckoned_in_its_own() -> None:
    wide = looks([[place(0.5, 0.3 + 0.01 * n)] for n in range(10)], (200, 100))
    tall = [Look(round(60 + each.t_s, 3), each.lasts_s, (100, 200), each.found) for each in wide]

    made = make_payload(ENGINE, 5, [*wide, *tall], "r")

    assert made["frameSizes"] == [
        {"fromSec": 0.0, "size": [200, 100]},
        {"fromSec": 60.0, "size": [100, 200]},
    ]
    alone = make_payload(ENGINE, 5, wide, "r")["derivedMetrics"]["totalDistance"]
    assert made["derivedMetrics"]["totalDistance"] == pytest.approx(alone + 4 * alone)


def test_who_is_thought_to_be_outside_is_shown_at_the_edge() -> None:
    leaving = [[place(0.80 + 0.03 * n, 0.5, 0.3)] for n in range(6)]
    back = [[place(0.95, 0.5, 0.3)]]

    made = payload([*leaving, *[[]] * 6, *back])

    thought = [each["x"] for each in made["trackPoints"] if each["predicted"]]
    assert len(thought) == 6
    assert max(thought) == 1.0


def test_the_facts_are_small_however_long_the_film_is() -> None:
    made = payload([[place(0.5, 0.5)]] * 5000)

    told = facts(made)

    assert len(canonical(told)) < 2000
    assert (told["tracks"], told["primary"]) == (1, 0)
    assert told["derivedMetrics"] == made["derivedMetrics"]
