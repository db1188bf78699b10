"""Who is who from one picture to the next: a Kalman filter for each subject, and the best pairing.

A subject that was not seen for a while may be farther away, so the gate grows with the time. Pairs
are chosen together (Hungarian method), so that two who pass each other are not swapped by whoever
comes first. Boxes in, tracks out; it looks at no picture.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import cv2
import numpy as np
from scipy.optimize import linear_sum_assignment

from server.tracking.metrics import Point

GATE: Final = 0.7
GATE_GROWS_S: Final = 0.7
"""A subject is looked for within GATE + GATE_GROWS_S * seconds unseen, in diagonals of its box."""
MAX_AGE_S: Final = 5.0
"""Who was not seen for longer and comes back is somebody new."""
_ACCELERATION: Final = 1.0
"""Widths of the picture a second, squared: how suddenly people in front of cameras move."""
_MEASUREMENT: Final = 0.01
"""How far a detector's box is off, in widths of the picture."""
PAUSE_COUNTS_S: Final = 4.0
"""A pause of the recording counts for no more: who was there may have moved, and has not left."""
_STILL_AFTER_S: Final = 1.0
"""An unseen subject's speed decays so fast: people in front of cameras sway, and do not walk on."""
_FAR: Final = 1e6

_SIZE_KEEPS: Final = 0.7
"""How much of a box's size stays when the next is seen: detectors' boxes breathe."""


@dataclass(frozen=True, slots=True)
class Found:
    """A detection in widths of the picture: its middle, its size, and its place in the list."""

    at: Point
    width: float
    height: float
    number: int

    @property
    def diagonal(self) -> float:
        return math.hypot(self.width, self.height)


@dataclass(frozen=True, slots=True)
class TrackPoint:
    """Where a subject was at a time: seen there (`number` of the detection) or thought to be."""

    t_s: float
    at: Point
    number: int | None

    @property
    def is_predicted(self) -> bool:
        return self.number is None


@dataclass(slots=True)
class Subject:
    """One track that grows with every picture. Its times are of the tracker's own clock."""

    filter: Any
    diagonal: float
    seen_s: float
    now_s: float
    points: list[TrackPoint] = field(default_factory=list)

    def advance(self, now_s: float) -> Point:
        """Where it should be by now."""
        step = now_s - self.now_s
        self.now_s = now_s
        self.filter.transitionMatrix = _transition(step)
        self.filter.processNoiseCov = _process_noise(step)
        state = self.filter.predict()
        return float(state[0, 0]), float(state[1, 0])

    def see(self, found: Found, t_s: float) -> None:
        """It was seen there."""
        self.filter.correct(np.array([[found.at[0]], [found.at[1]]], np.float32))
        self.diagonal = _SIZE_KEEPS * self.diagonal + (1 - _SIZE_KEEPS) * found.diagonal
        self.seen_s = self.now_s
        self.points.append(TrackPoint(t_s, found.at, found.number))

    def gate(self) -> float:
        """How far from where it should be it is still the same, in widths of the picture."""
        return (GATE + GATE_GROWS_S * (self.now_s - self.seen_s)) * self.diagonal


class Tracker:
    """Follows everybody through a film, one picture after the other."""

    def __init__(self) -> None:
        self._active: list[Subject] = []
        self._all: list[Subject] = []
        self._pauses_s = 0.0

    def look(self, t_s: float, found: Sequence[Found], paused_s: float = 0.0) -> None:
        """Take what was found in the next picture; `t_s` grows from call to call.

        `paused_s` of the time since the picture before was a pause of the recording.
        """
        self._pauses_s += max(0.0, paused_s - PAUSE_COUNTS_S)
        now_s = t_s - self._pauses_s
        self._active = [each for each in self._active if now_s - each.seen_s <= MAX_AGE_S]
        expected = [subject.advance(now_s) for subject in self._active]
        pairs = self._pairs(expected, found)
        for number, subject in enumerate(self._active):
            if number in pairs:
                subject.see(found[pairs[number]], t_s)
            else:
                subject.points.append(TrackPoint(t_s, expected[number], None))
        taken = set(pairs.values())
        for number, each in enumerate(found):
            if number not in taken:
                self._begin(t_s, now_s, each)

    def tracks(self) -> list[list[TrackPoint]]:
        """Everybody's points, whoever came first first; each ends where it was seen last."""
        return [_until_last_seen(subject.points) for subject in self._all]

    def _pairs(self, expected: Sequence[Point], found: Sequence[Found]) -> dict[int, int]:
        """Which subject is which detection: as many as pass the gate, as near as can be."""
        if not expected or not found:
            return {}
        cost = np.full((len(expected), len(found)), _FAR)
        for row, subject in enumerate(self._active):
            gate = subject.gate()
            for column, each in enumerate(found):
                far = math.dist(expected[row], each.at)
                if far <= gate:
                    cost[row, column] = far / gate
        rows, columns = linear_sum_assignment(cost)
        return {
            int(row): int(column)
            for row, column in zip(rows, columns, strict=True)
            if cost[row, column] < _FAR
        }

    def _begin(self, t_s: float, now_s: float, found: Found) -> None:
        subject = Subject(_filter(found.at), found.diagonal, now_s, now_s)
        subject.points.append(TrackPoint(t_s, found.at, found.number))
        self._active.append(subject)
        self._all.append(subject)


def _until_last_seen(points: Sequence[TrackPoint]) -> list[TrackPoint]:
    last = max(place for place, point in enumerate(points) if not point.is_predicted)
    return list(points[: last + 1])


def _filter(at: Point) -> Any:
    """A filter of place and speed, of which the place is measured."""
    kalman = cv2.KalmanFilter(4, 2)
    kalman.measurementMatrix = np.eye(2, 4, dtype=np.float32)
    kalman.measurementNoiseCov = np.eye(2, dtype=np.float32) * _MEASUREMENT**2
    kalman.errorCovPost = np.diag([_MEASUREMENT**2] * 2 + [0.25] * 2).astype(np.float32)
    kalman.statePost = np.array([[at[0]], [at[1]], [0], [0]], np.float32)
    return kalman


def _transition(step_s: float) -> Any:
    """Speed that decays: what is left of it after the step, and how far that carried."""
    left = math.exp(-step_s / _STILL_AFTER_S)
    matrix = np.diag([1, 1, left, left]).astype(np.float32)
    matrix[0, 2] = matrix[1, 3] = _STILL_AFTER_S * (1 - left)
    return matrix


def _process_noise(step_s: float) -> Any:
    """White acceleration over the step (Bar-Shalom et al. 2001, 6.2.2)."""
    place, both, speed = step_s**4 / 4, step_s**3 / 2, step_s**2
    noise = np.array(
        [[place, 0, both, 0], [0, place, 0, both], [both, 0, speed, 0], [0, both, 0, speed]],
        np.float32,
    )
    return noise * np.float32(_ACCELERATION**2)
