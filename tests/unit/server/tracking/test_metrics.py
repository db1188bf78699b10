"""The five numbers: what they say of motion that is known, and what always holds of them."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.tracking.metrics import Gap, Metrics, Point, Sample, gaps_of, measure

FPS = 5


def seen(points: list[Point | None], fps: float = FPS, begin_s: float = 0.0) -> list[Sample]:
    """Samples at a steady pace; None where nobody was seen."""
    return [Sample(begin_s + number / fps, 1 / fps, at) for number, at in enumerate(points)]


def line(length: float, count: int) -> list[Point | None]:
    return [(0.1 + length * number / (count - 1), 0.5) for number in range(count)]


def test_a_straight_line_is_as_long_as_it_is_and_does_not_tremble() -> None:
    found = measure(seen(line(0.8, 60)))

    # The median at both ends looks to one side only, which takes half a step from either end.
    assert found.total_distance == pytest.approx(0.8 - 0.8 / 59)
    assert found.jitter == pytest.approx(0.8 / 59 / 2 * math.sqrt(2 / 60))
    assert (found.coverage_percent, found.gaps_count, found.longest_gap_s) == (100.0, 0, 0.0)


def test_a_face_that_rests_before_a_noisy_detector_trembles_as_much_as_its_noise() -> None:
    noise = random.Random(4)
    still: list[Point | None] = [
        (0.5 + noise.gauss(0, 0.005), 0.5 + noise.gauss(0, 0.005)) for _ in range(2000)
    ]

    jitter = measure(seen(still)).jitter

    # The median of three varies 0.4487 times as much as white noise does, and by a third with it.
    kept = math.sqrt(1 + 0.4487 - 2 / 3)
    assert jitter == pytest.approx(0.005 * math.sqrt(2) * kept, rel=0.03)


def test_nobody_is_a_gap_as_long_as_the_film() -> None:
    assert measure(seen([None] * 50, fps=4)) == Metrics(0.0, 1, 12.5, 0.0, None)


def test_an_empty_recording_has_nothing_in_it() -> None:
    assert measure([]) == Metrics(0.0, 0, 0.0, 0.0, None)


def test_gaps_at_both_ends_count() -> None:
    samples = seen([None] * 3 + [(0.5, 0.5)] * 4 + [None] * 5)

    assert [(gap.from_s, round(gap.to_s, 6)) for gap in gaps_of(samples)] == [
        (0.0, 0.6),
        (1.4, 2.4),
    ]


def test_a_moment_unseen_is_no_gap_and_its_step_counts() -> None:
    two_missing: list[Point | None] = [(0.2, 0.5), None, None, (0.4, 0.5)]

    found = measure(seen(two_missing))

    assert (found.gaps_count, found.coverage_percent) == (0, 50.0)
    assert found.total_distance == pytest.approx(0.2)


def test_a_gap_of_exactly_the_least_length_is_one() -> None:
    # Tenths are no sums of powers of two, and 0.7 - 0.2 is a little less than one half.
    samples = seen([(0.2, 0.5), *[None] * 5, (0.4, 0.5)], fps=10, begin_s=0.1)

    found = measure(samples)

    assert found.gaps_count == 1
    assert found.longest_gap_s == pytest.approx(0.5)
    assert found.total_distance == 0.0


def test_no_step_is_counted_across_a_gap() -> None:
    found = measure(seen([*line(0.2, 10), None, None, None, *line(0.2, 10)]))

    one = measure(seen(line(0.2, 10)))
    assert found.total_distance == pytest.approx(2 * one.total_distance)
    assert found.jitter == pytest.approx(one.jitter)


def test_no_step_is_counted_across_a_pause_of_the_film() -> None:
    before, after = seen(line(0.2, 10)), seen(line(0.2, 10), begin_s=60.0)

    found = measure([*before, *after])

    assert found.total_distance == pytest.approx(2 * measure(before).total_distance)
    assert (found.coverage_percent, found.gaps_count) == (100.0, 0)


def test_a_gap_ends_where_the_film_pauses() -> None:
    samples = [*seen([None] * 5), *seen([None] * 10, begin_s=60.0)]

    assert gaps_of(samples) == [Gap(0.0, 1.0), Gap(60.0, 62.0)]


def test_five_points_are_the_least_that_can_tremble() -> None:
    zigzag: list[Point | None] = [(0.5 + 0.01 * (number % 2), 0.5) for number in range(5)]

    assert measure(seen(zigzag)).jitter is not None
    assert measure(seen([*zigzag[:4], None, None, None, *zigzag[:4]])).jitter is None


def test_a_picture_that_stands_longer_weighs_more() -> None:
    samples = [Sample(0.0, 0.9, (0.5, 0.5)), Sample(0.9, 0.1)]

    assert measure(samples).coverage_percent == pytest.approx(90.0)


points = st.tuples(st.floats(0, 1), st.floats(0, 2))
sightings = st.lists(st.none() | points, max_size=60)
paces = st.sampled_from([1, 2, 5, 10, 24, 29.97])


@given(sightings, paces)
def test_what_always_holds(path: list[Point | None], fps: float) -> None:
    samples = seen(path, fps)

    found = measure(samples)
    gaps = gaps_of(samples)

    assert 0 <= found.coverage_percent <= 100
    assert found.gaps_count == len(gaps)
    assert all(gap.lasts_s >= 0.5 - 1e-6 for gap in gaps)
    seen_at = [each.t_s for each in samples if each.at]
    assert not any(gap.from_s <= t_s < gap.to_s - 1e-6 for gap in gaps for t_s in seen_at)
    unseen_s = sum(each.lasts_s for each in samples if each.at is None)
    assert sum(gap.lasts_s for gap in gaps) <= unseen_s + 1e-6
    assert found.jitter is None or 0 <= found.jitter <= math.hypot(1, 2)


@given(sightings, paces, points)
def test_where_in_the_picture_it_happens_changes_nothing(
    path: list[Point | None], fps: float, shift: Point
) -> None:
    moved: list[Point | None] = [at and (at[0] + shift[0], at[1] + shift[1]) for at in path]

    assert measure(seen(moved, fps)).total_distance == pytest.approx(
        measure(seen(path, fps)).total_distance, abs=1e-9
    )


@given(sightings, paces)
def test_backwards_it_is_as_long(path: list[Point | None], fps: float) -> None:
    forth, back = measure(seen(path, fps)), measure(seen(path[::-1], fps))

    assert forth.total_distance == pytest.approx(back.total_distance, abs=1e-9)
    assert forth.coverage_percent == pytest.approx(back.coverage_percent)
    assert forth.gaps_count == back.gaps_count


@given(sightings)
def test_seeing_more_covers_more(path: list[Point | None]) -> None:
    all_seen: list[Point | None] = [at or (0.5, 0.5) for at in path]

    assert measure(seen(all_seen)).coverage_percent >= measure(seen(path)).coverage_percent
