"""A tracking payload as rows for people: how much was seen, where, and how far it moved, by time.

The plots and the tables under them show the same rows. Values only; it opens nothing.
"""

import bisect
import itertools
import math
from dataclasses import asdict, dataclass
from typing import Final

from holdfast.jsonform import Json

ROWS_MOST: Final = 120
_LENGTHS_S: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600)


@dataclass(frozen=True, slots=True)
class Row:
    """One stretch of the recording. Lengths in widths of the picture, places as shares of it.

    `x`, `y` and `moved` are None where nobody was seen.
    """

    from_s: float
    length_s: float
    found: float
    x: float | None
    y: float | None
    moved: float | None

    def to_json(self) -> Json:
        return asdict(self)


def rows_of(payload: Json, duration_s: float) -> list[Row]:
    """The primary subject over time, in at most `ROWS_MOST` rows of the same length."""
    length_s = row_length_s(duration_s)
    sample_s = 1.0 / float(payload["sampleFps"])
    width, height = payload["frameSize"]
    points = [
        (float(each["t"]), float(each["x"]), float(each["y"]))
        for each in payload["trackPoints"]
        if not each["predicted"]
    ]
    looks = [float(t_s) for t_s, _ in payload["samples"]]
    rows = []
    for number in range(max(1, math.ceil(duration_s / length_s - 1e-9))):
        first_s = number * length_s
        looked = _count_within(looks, first_s, length_s)
        first = bisect.bisect_left(points, (first_s,))
        here = points[first : bisect.bisect_left(points, (first_s + length_s,))]
        before = points[first - 1] if first else None
        lasts_s = round(min(length_s, duration_s - first_s), 3)
        moved = _moved([before, *here] if before else here, 1.5 * sample_s, height / width)
        rows.append(_row(first_s, lasts_s, here, looked, moved))
    return rows


def _count_within(times: list[float], first_s: float, length_s: float) -> int:
    return bisect.bisect_left(times, first_s + length_s) - bisect.bisect_left(times, first_s)


def row_length_s(duration_s: float) -> float:
    """A round length that gives few enough rows."""
    for length_s in _LENGTHS_S:
        if duration_s / length_s <= ROWS_MOST:
            return float(length_s)
    return float(math.ceil(duration_s / ROWS_MOST))


Point = tuple[float, float, float]
"""Seconds, share of the width, share of the height."""


def _moved(points: list[Point], near_s: float, shape: float) -> float:
    """The length of the way from each point to the next, unless a gap lies between."""
    return sum(
        math.hypot(b[1] - a[1], (b[2] - a[2]) * shape)
        for a, b in itertools.pairwise(points)
        if b[0] - a[0] <= near_s
    )


def _row(first_s: float, lasts_s: float, here: list[Point], looked: int, moved: float) -> Row:
    if not here:
        return Row(first_s, lasts_s, 0.0, None, None, None)
    return Row(
        from_s=first_s,
        length_s=lasts_s,
        found=round(len(here) / max(looked, len(here)), 4),
        x=round(sum(each[1] for each in here) / len(here), 4),
        y=round(sum(each[2] for each in here) / len(here), 4),
        moved=round(moved, 4),
    )
