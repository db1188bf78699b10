"""A tracking payload as rows for people: how much was seen, where, and how it moved, by time.

The plots and the tables under them show the same rows, and the numbers of all rows together are
those of the payload. Values only; it opens nothing.
"""

import bisect
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final

from holdfast.jsonform import Json
from server.tracking.metrics import Sample, Step, coverage_of, jitter_of, steps_of
from server.tracking.payload import samples_of

ROWS_MOST: Final = 120
_LENGTHS_S: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600)


@dataclass(frozen=True, slots=True)
class Row:
    """One stretch of the recording. Lengths in widths of the picture, places as shares of it.

    `x`, `y`, `moved` and `way`, the distance since the beginning, are None where nobody was seen,
    `jitter` also where too few points follow each other.
    """

    from_s: float
    length_s: float
    found: float
    x: float | None
    y: float | None
    moved: float | None
    way: float | None
    jitter: float | None

    def to_json(self) -> Json:
        return asdict(self)


def rows_of(payload: Json, duration_s: float) -> list[Row]:
    """The primary subject over time, in at most `ROWS_MOST` rows of the same length."""
    length_s = row_length_s(duration_s)
    samples = samples_of(payload, payload["trackPoints"])
    steps = steps_of(samples, float(payload["minGapSec"]))
    points = [
        (float(each["t"]), float(each["x"]), float(each["y"]))
        for each in payload["trackPoints"]
        if not each["predicted"]
    ]
    rows: list[Row] = []
    way = 0.0
    for number in range(max(1, math.ceil(duration_s / length_s - 1e-9))):
        first_s = number * length_s
        last_s = first_s + length_s
        own = steps[_from(steps, first_s) : _from(steps, last_s)]
        moved = math.fsum(each.length for each in own)
        way += moved
        here = points[
            bisect.bisect_left(points, (first_s,)) : bisect.bisect_left(points, (last_s,))
        ]
        looked = samples[_from(samples, first_s) : _from(samples, last_s)]
        lasts_s = round(min(length_s, duration_s - first_s), 3)
        if here:
            rows.append(_row(first_s, lasts_s, here, looked, _Moved(moved, way, jitter_of(own))))
        else:
            rows.append(Row(first_s, lasts_s, 0.0, None, None, None, None, None))
    return rows


def row_length_s(duration_s: float) -> float:
    """A round length that gives few enough rows."""
    for length_s in _LENGTHS_S:
        if duration_s / length_s <= ROWS_MOST:
            return float(length_s)
    return float(math.ceil(duration_s / ROWS_MOST))


Point = tuple[float, float, float]
"""Seconds, share of the width, share of the height."""


@dataclass(frozen=True, slots=True)
class _Moved:
    """How it moved in a row, and until its end."""

    moved: float
    way: float
    jitter: float | None


def _from(times: Sequence[Sample] | Sequence[Step], at_s: float) -> int:
    return bisect.bisect_left(times, at_s, key=lambda each: each.t_s)


def _row(
    first_s: float, lasts_s: float, here: list[Point], looked: list[Sample], how: _Moved
) -> Row:
    return Row(
        from_s=first_s,
        length_s=lasts_s,
        found=round(coverage_of(looked), 4),
        x=round(sum(each[1] for each in here) / len(here), 4),
        y=round(sum(each[2] for each in here) / len(here), 4),
        moved=round(how.moved, 4),
        way=round(how.way, 4),
        jitter=None if how.jitter is None else round(how.jitter, 5),
    )
