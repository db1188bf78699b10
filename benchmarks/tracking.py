"""What tracking finds and what it costs, against the truth and against plainer ways of doing it.

A real face moves through made films whose truth is known: alone and hidden twice, two who pass each
other, and a poor camera's picture. All ways look at the same decoded pictures in turns. The plainer
ones: the largest face of each picture without anybody being followed, and following by overlap
(IoU), which most small trackers do.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.report import Goal, heading, say, table
from holdfast.jsonform import Json
from server.jobs.sampling import Film, Sampled, sample
from server.tracking.detectors import Detection, HaarFace
from server.tracking.making import Look, Place, make_payload
from server.tracking.metrics import Metrics, Sample
from server.tracking.metrics import measure as measured
from tests.support.moving_face import Walk, face_film, swaying
from tests.support.photograph import Colour, noisy

FPS: Final = 5.0
_SIZE: Final = (1280, 720)
_FILM_FPS: Final = 30
_OVERLAP_LEAST: Final = 0.3
_AGE_MOST_S: Final = 5.0
GOAL_COVERAGE: Final = 2.0


@dataclass(frozen=True, slots=True)
class Scene:
    """A film and the truth about its main subject, who stands in front: the last of the walks."""

    name: str
    walks: tuple[Walk, ...]
    poorer: Callable[[Colour], Colour] = lambda picture: picture


@dataclass(frozen=True, slots=True)
class Found:
    """What a way of following says: the main subject's points, and how many subjects there are."""

    points: dict[float, tuple[float, float]]
    subjects: int
    cpu_s: float


def _passing(t_s: float) -> tuple[float, float]:
    """The other way round, farther away."""
    x, _ = swaying(t_s)
    return 1.0 - x, 0.36


SCENES: Final = (
    Scene("alone, hidden twice", (Walk(swaying, ((5.0, 6.5), (9.0, 9.4))),)),
    Scene(
        "two who pass each other, the nearer one hidden once",
        (Walk(_passing, height=0.35), Walk(swaying, ((4.0, 5.5),), height=0.5)),
    ),
    Scene(
        "in poor light, with noise",
        (Walk(swaying, ((4.0, 5.0),)),),
        lambda picture: noisy((picture * 0.35).astype(picture.dtype), 6),
    ),
)


def measure(folder: Path, seconds: int) -> list[Goal]:
    """Track made films of so many seconds; returns what was shown."""
    heading("Tracking: what is found, and what it costs")
    place = folder / "tracking"
    place.mkdir()
    shown: list[Goal] = []
    for number, scene in enumerate(SCENES):
        shown += _scene(place / f"{number}.mp4", scene, seconds)
    return shown


def _scene(path: Path, scene: Scene, seconds: int) -> list[Goal]:
    face_film(path, scene.walks, seconds, fps=_FILM_FPS, size=_SIZE, altered=scene.poorer)
    detector = HaarFace()
    before_s = time.process_time()
    pictures = list(sample(Film(path), FPS, detector.longest_side))
    decoded_s = time.process_time()
    found = [detector.find(each.pixels) for each in pictures]
    detected_s = time.process_time()
    looks = [_look(each, boxes) for each, boxes in zip(pictures, found, strict=True)]
    ways = {
        "Holdfast": _ours(detector, looks),
        "overlap (IoU)": _by_overlap(looks),
        "largest face, nobody followed": _largest(looks),
    }
    say(f"\n{scene.name}: {seconds} s of {_SIZE[0]} x {_SIZE[1]}, {len(looks)} looks.")
    count = len(looks)
    decoding_ms = 1000 * (decoded_s - before_s) / count
    detecting_ms = 1000 * (detected_s - decoded_s) / count
    say(f"Processor time a look: decoding {decoding_ms:.1f} ms, detecting {detecting_ms:.1f} ms.")
    truth = measured(_true(scene, looks))
    rows = [_row("the truth", truth, len(scene.walks), "", "")]
    for name, way in ways.items():
        off = f"{100 * _astray(scene, way.points):.0f} %"
        cost = f"{1000 * way.cpu_s / count:.2f} ms"
        rows.append(_row(name, measured(_samples(looks, way.points)), way.subjects, off, cost))
    table(["way", "coverage", "longest gap", "distance", "subjects", "astray", "a look"], rows)
    return _goals(scene, truth, measured(_samples(looks, ways["Holdfast"].points)), ways)


def _goals(scene: Scene, truth: Metrics, ours: Metrics, ways: dict[str, Found]) -> list[Goal]:
    off = abs(ours.coverage_percent - truth.coverage_percent)
    astray = _astray(scene, ways["Holdfast"].points)
    least = min(_astray(scene, way.points) for way in ways.values())
    return [
        Goal(
            f"{scene.name}: coverage within {GOAL_COVERAGE} of the truth: {off:.1f}",
            off <= GOAL_COVERAGE,
        ),
        Goal(f"{scene.name}: no way goes astray less often", astray <= least),
    ]


def _row(name: str, said: Metrics, subjects: int, astray: str, cost: str) -> list[str]:
    return [
        name,
        f"{said.coverage_percent:.1f} %",
        f"{said.longest_gap_s:.1f} s",
        f"{said.total_distance:.2f}",
        str(subjects),
        astray,
        cost,
    ]


def _look(sampled: Sampled, found: Sequence[Detection]) -> Look:
    height, width = sampled.pixels.shape[:2]
    places = tuple(
        Place(b.left / width, b.top / height, b.width / width, b.height / height, b.confidence)
        for b in found
    )
    return Look(sampled.t_s, sampled.lasts_s, sampled.size, places)


def _ours(detector: HaarFace, looks: Sequence[Look]) -> Found:
    before_s = time.process_time()
    payload: Json = make_payload(detector.engine, FPS, looks, "bench")
    cpu_s = time.process_time() - before_s
    points = {p["t"]: (p["x"], p["y"]) for p in payload["trackPoints"] if not p["predicted"]}
    return Found(points, len(payload["tracks"]), cpu_s)


def _largest(looks: Sequence[Look]) -> Found:
    before_s = time.process_time()
    points = {}
    for look in looks:
        best = max(_sure(look), key=_area, default=None)
        if best is not None:
            points[look.t_s] = _middle(best)
    return Found(points, 1, time.process_time() - before_s)


def _by_overlap(looks: Sequence[Look]) -> Found:
    """Each detection belongs to the track whose last box it overlaps most."""
    before_s = time.process_time()
    tracks: list[list[tuple[float, Place]]] = []
    for look in looks:
        free = [each for each in tracks if look.t_s - each[-1][0] <= _AGE_MOST_S]
        for box in _sure(look):
            near = max(free, key=lambda each: _overlap(each[-1][1], box), default=None)
            if near is not None and _overlap(near[-1][1], box) >= _OVERLAP_LEAST:
                near.append((look.t_s, box))
                free.remove(near)
            else:
                tracks.append([(look.t_s, box)])
    main = max(tracks, key=lambda each: sum(_area(box) for _, box in each), default=[])
    cpu_s = time.process_time() - before_s
    return Found({t_s: _middle(box) for t_s, box in main}, len(tracks), cpu_s)


def _sure(look: Look) -> list[Place]:
    return [each for each in look.found if each.confidence >= 0.5]


def _area(box: Place) -> float:
    return box.width * box.height


def _middle(box: Place) -> tuple[float, float]:
    return box.left + box.width / 2, box.top + box.height / 2


def _overlap(one: Place, other: Place) -> float:
    """Intersection over union."""
    wide = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    tall = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    both = max(0.0, wide) * max(0.0, tall)
    return both / (_area(one) + _area(other) - both)


def _true(scene: Scene, looks: Sequence[Look]) -> list[Sample]:
    main = scene.walks[-1]
    seen = {look.t_s: main.at(look.t_s) for look in looks if main.is_seen(look.t_s)}
    return _samples(looks, seen)


def _samples(looks: Sequence[Look], points: dict[float, tuple[float, float]]) -> list[Sample]:
    aspect = _SIZE[1] / _SIZE[0]
    return [
        Sample(
            look.t_s,
            look.lasts_s,
            (points[look.t_s][0], points[look.t_s][1] * aspect) if look.t_s in points else None,
        )
        for look in looks
    ]


def _astray(scene: Scene, points: dict[float, tuple[float, float]]) -> float:
    """The share of points that are not on the main subject's face."""
    main = scene.walks[-1]
    off = [
        not main.is_seen(t_s) or abs(at[0] - main.at(t_s)[0]) > 0.05 for t_s, at in points.items()
    ]
    return sum(off) / len(off) if off else 0.0
