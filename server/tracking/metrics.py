"""The five numbers that are said of how somebody moved. Pure: times and points in, numbers out.

The formulas are those of docs/tracking.md. It knows no detector, no file and no picture, so that
all of it can be reckoned anew from stored points.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
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


def measure(samples: Sequence[Sample], min_gap_s: float = MIN_GAP_S) -> Metrics:
    """The five numbers of a subject. Samples are in order and do not overlap."""
    gaps = gaps_of(samples, min_gap_s)
    smoothed = [(run, _smoothed(run)) for run in _runs(samples, min_gap_s)]
    return Metrics(
        coverage_percent=_coverage(samples),
        gaps_count=len(gaps),
        longest_gap_s=max((gap.lasts_s for gap in gaps), default=0.0),
        total_distance=sum(_length(smooth) for _, smooth in smoothed),
        jitter=_jitter(smoothed),
    )


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


def _coverage(samples: Sequence[Sample]) -> float:
    looked_s = math.fsum(each.lasts_s for each in samples)
    seen_s = math.fsum(each.lasts_s for each in samples if each.at is not None)
    return min(100.0, 100.0 * seen_s / looked_s) if looked_s > 0 else 0.0


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


def _length(points: Sequence[Point]) -> float:
    return math.fsum(math.dist(a, b) for a, b in itertools.pairwise(points))


def _jitter(smoothed: Sequence[tuple[Sequence[_Seen], Sequence[Point]]]) -> float | None:
    squares = [
        math.dist(seen.at, smooth) ** 2
        for run, points in smoothed
        if len(run) >= JITTER_LEAST_POINTS
        for seen, smooth in zip(run, points, strict=True)
    ]
    return math.sqrt(math.fsum(squares) / len(squares)) if squares else None
