"""Who is who: through gaps, past each other, and when somebody new comes."""

from collections.abc import Sequence

import pytest

from server.tracking.association import Found, Tracker, TrackPoint
from server.tracking.metrics import Point

STEP_S = 0.2


def tracks(
    looks: Sequence[Sequence[Point]], size: float = 0.1, step_s: float = STEP_S
) -> list[list[TrackPoint]]:
    tracker, number = Tracker(), 0
    for place, points in enumerate(looks):
        found = []
        for at in points:
            found.append(Found(at, size, size, number))
            number += 1
        tracker.look(round(place * step_s, 3), found)
    return tracker.tracks()


def path(track: Sequence[TrackPoint]) -> list[Point]:
    return [point.at for point in track if not point.is_predicted]


def test_who_is_hidden_for_a_while_comes_back_as_the_same() -> None:
    before = [[(0.2 + 0.01 * number, 0.3)] for number in range(10)]
    hidden: list[list[Point]] = [[]] * 8
    after = [[(0.38 + 0.01 * number, 0.3)] for number in range(10)]

    (track,) = tracks([*before, *hidden, *after])

    assert len(path(track)) == 20
    thought = [point.at for point in track if point.is_predicted]
    assert len(thought) == 8
    assert all(0.29 < x < 0.39 and y == pytest.approx(0.3, abs=0.001) for x, y in thought)


def test_two_who_pass_each_other_stay_who_they_are() -> None:
    looks = [
        [(0.2 + 0.02 * number, 0.45), (0.8 - 0.02 * number, 0.5)][:: 1 if number % 2 else -1]
        for number in range(31)
    ]

    left, right = sorted(tracks(looks), key=lambda track: track[0].at[0])

    assert path(left)[-1] == pytest.approx((0.8, 0.45))
    assert path(right)[-1] == pytest.approx((0.2, 0.5))


def test_pairs_are_the_best_together_and_not_the_nearest_first() -> None:
    first: list[Point] = [(0.5, 0.5), (0.6, 0.5)]
    # The left one is now nearest to where the right one was; taken alone it would lose its own.
    moved: list[Point] = [(0.58, 0.5), (0.68, 0.5)]

    left, right = tracks([first, moved])

    assert (path(left), path(right)) == ([(0.5, 0.5), (0.58, 0.5)], [(0.6, 0.5), (0.68, 0.5)])


def test_who_jumps_farther_than_anybody_can_is_somebody_else() -> None:
    first, second = tracks([[(0.1, 0.5)], [(0.9, 0.5)]])

    assert (path(first), path(second)) == ([(0.1, 0.5)], [(0.9, 0.5)])


def test_who_was_hidden_longer_may_have_gone_farther() -> None:
    hidden: list[list[Point]] = [[]] * 9

    assert len(tracks([[(0.4, 0.5)], [(0.6, 0.5)]])) == 2
    assert len(tracks([[(0.4, 0.5)], *hidden, [(0.6, 0.5)]])) == 1


def test_who_was_away_too_long_is_somebody_new() -> None:
    away_4_s: list[list[Point]] = [[]] * 20
    away_6_s: list[list[Point]] = [[]] * 30

    assert len(tracks([[(0.5, 0.5)], *away_4_s, [(0.5, 0.5)]])) == 1
    assert len(tracks([[(0.5, 0.5)], *away_6_s, [(0.5, 0.5)]])) == 2


def test_who_is_there_after_a_pause_is_the_same_who_was_there_before() -> None:
    tracker = Tracker()
    tracker.look(0.0, [Found((0.5, 0.5), 0.1, 0.1, 0)])
    tracker.look(1800.0, [Found((0.6, 0.5), 0.1, 0.1, 1)], paused_s=1799.8)
    tracker.look(1800.2, [Found((0.61, 0.5), 0.1, 0.1, 2)])

    (track,) = tracker.tracks()

    assert [(each.t_s, each.is_predicted) for each in track] == [
        (0.0, False),
        (1800.0, False),
        (1800.2, False),
    ]


def test_a_track_ends_where_it_was_seen_last() -> None:
    nobody: list[list[Point]] = [[]] * 10

    (track,) = tracks([[(0.5, 0.5)], [(0.51, 0.5)], *nobody])

    assert [point.t_s for point in track] == [0.0, 0.2]


def test_nobody_makes_no_track() -> None:
    assert tracks([[], [], []]) == []
