"""The five numbers that are said of how somebody moved. Pure: times and points in, numbers out.

The formulas are those of docs/tracking.md. It knows no detector, no file and no picture, so that
all of it can be reckoned anew from stored points.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

MIN_GAP_S: Final = 0.5
"""Somebody who is not seen for less is not away: a blink, a hand before the face."""
WINDOW_S: Final = 0.25
"""The median looks so far to either side."""
JITTER_LEAST_POINTS: Final = 5
_HAIR_S: Final = 1e-6
"""Two times that are closer are the same: they come out of fractions and of files."""

Point = tuple[float, float]
"""x and y in widths of the picture, so that a step costs the same in both directions."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One picture that was looked at: when, for how long it stands, where somebody was seen."""

    t_s: float
    lasts_s: float
    at: Point | None = None

    @property
    def end_s(self) -> float:
        return self.t_s + self.lasts_s


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of the film in which nobody was seen, seconds."""

    from_s: float
    to_s: float

    @property
    def lasts_s(self) -> float:
        return self.to_s - self.from_s


@dataclass(frozen=True, slots=True)
class Metrics:
    """What is said of how somebody moved. Distances are in widths of the picture."""

    coverage_percent: float
    gaps_count: int
    longest_gap_s: float
    total_distance: float
    jitter: float | None


@dataclass(frozen=True, slots=True)
class Step:
    """What a detection adds to the way, in widths of the picture: `length` from the one before it,
    0 after a gap; `off` from the smoothed way, None where too few points in a row say it."""

    t_s: float
    length: float
    off: float | None


def measure(samples: Sequence[Sample], min_gap_s: float = MIN_GAP_S) -> Metrics:
    """The five numbers of a subject. Samples are in order and do not overlap."""
    gaps = gaps_of(samples, min_gap_s)
    steps = steps_of(samples, min_gap_s)
    return Metrics(
        coverage_percent=100.0 * coverage_of(samples),
        gaps_count=len(gaps),
        longest_gap_s=max((gap.lasts_s for gap in gaps), default=0.0),
        total_distance=math.fsum(each.length for each in steps),
        jitter=jitter_of(steps),
    )


def steps_of(samples: Sequence[Sample], min_gap_s: float = MIN_GAP_S) -> list[Step]:
    """The way in its steps; distance and jitter of the whole are their sum and their mean."""
    found: list[Step] = []
    for run in _runs(samples, min_gap_s):
        smooth = _smoothed(run)
        is_long = len(run) >= JITTER_LEAST_POINTS
        before = smooth[0]
        for seen, at in zip(run, smooth, strict=True):
            off = math.dist(seen.at, at) if is_long else None
            found.append(Step(seen.t_s, math.dist(before, at), off))
            before = at
    return found


def jitter_of(steps: Sequence[Step]) -> float | None:
    """The root of the mean square of how far off the way the points are; None of none."""
    squares = [each.off**2 for each in steps if each.off is not None]
    return math.sqrt(math.fsum(squares) / len(squares)) if squares else None


def coverage_of(samples: Sequence[Sample]) -> float:
    """The share of the time in which somebody was seen, 0 to 1; 0 of no time."""
    looked_s = math.fsum(each.lasts_s for each in samples)
    seen_s = math.fsum(each.lasts_s for each in samples if each.at is not None)
    return min(1.0, seen_s / looked_s) if looked_s > 0 else 0.0


def gaps_of(samples: Sequence[Sample], min_gap_s: float = MIN_GAP_S) -> list[Gap]:
    """Maximal runs without a detection that last at least `min_gap_s`, both ends included.

    Where the film itself stops, in a pause, a run ends: nobody looked there.
    """
    found: list[Gap] = []
    open_since: float | None = None
    before: Sample | None = None
    for each in samples:
        if open_since is not None and before is not None and not _adjoin(before, each):
            found.append(Gap(open_since, before.end_s))
            open_since = None
        if each.at is None and open_since is None:
            open_since = each.t_s
        elif each.at is not None and open_since is not None:
            found.append(Gap(open_since, each.t_s))
            open_since = None
        before = each
    if open_since is not None and before is not None:
        found.append(Gap(open_since, before.end_s))
    return [gap for gap in found if gap.lasts_s >= min_gap_s - _HAIR_S]


def _adjoin(before: Sample, after: Sample) -> bool:
    return after.t_s - before.end_s <= _HAIR_S


@dataclass(frozen=True, slots=True)
class _Seen:
    t_s: float
    at: Point


def _runs(samples: Sequence[Sample], min_gap_s: float) -> Iterator[list[_Seen]]:
    """Detections between which there is no gap, neither of sight nor of the film."""
    run: list[_Seen] = []
    until_s = -math.inf
    for each in samples:
        if each.at is None:
            continue
        if run and each.t_s - until_s >= min_gap_s - _HAIR_S:
            yield run
            run = []
        run.append(_Seen(each.t_s, each.at))
        until_s = each.end_s
    if run:
        yield run


def _smoothed(run: Sequence[_Seen]) -> list[Point]:
    """For each point the componentwise median of those within WINDOW_S of it."""
    # Here and not above: it loads much, and most receivers that load this never reckon.
    from statistics import median

    smooth: list[Point] = []
    first = after = 0
    for each in run:
        while run[first].t_s < each.t_s - WINDOW_S - _HAIR_S:
            first += 1
        while after < len(run) and run[after].t_s <= each.t_s + WINDOW_S + _HAIR_S:
            after += 1
        near = run[first:after]
        smooth.append((median(one.at[0] for one in near), median(one.at[1] for one in near)))
    return smooth
