"""The job `track`: looks at a film some times a second and writes down where everybody was.

It never makes anybody up: a film in which nobody is found gives a result that says so, and one
without a picture gives none.
"""

import heapq
from collections.abc import Callable, Iterator
from typing import Final

from holdfast import durable
from holdfast.jsonform import Json, canonical
from server.jobs.film_source import films_of, length_s
from server.jobs.kinds import Made, Piece, Task
from server.jobs.parts import CannotSucceed, read_manifest
from server.jobs.sampling import Film, Sampled, sample
from server.tracking.detectors import Detection, Detector, NoDetector, open_detector
from server.tracking.making import Look, Place, make_payload
from server.tracking.payload import facts

LOOKS_MOST: Final = 1_000_000
"""Two days at five a second; what is longer is no session."""


def make(task: Task) -> Made:
    """Track a recording's films. Raises CannotSucceed, FFmpegError, OSError."""
    settings = task.operating.track
    try:
        detector = open_detector(settings.detector, settings.model)
    except NoDetector as error:
        raise CannotSucceed(str(error)) from error
    manifest = read_manifest(task.folder)
    found = films_of(task.folder)
    films = [Film(each.path, each.begins_s, each.demuxer) for each in found]
    # Of footage that nobody measured before, the probe knows the length.
    news = _News(task, max(manifest.duration_s, length_s(found)))
    payload = track(films, detector, settings.sample_fps, task.folder.recording, news)
    final = task.folder.tracking
    temporary = task.temporary(final)
    durable.write_replacing(temporary, canonical(payload))
    said = facts(payload)
    task.say(
        f"{news.looks} pictures were looked at by {detector.engine.name}: {said['tracks']} tracks, "
        f"coverage {said['derivedMetrics']['coveragePercent']} %"
    )
    return Made((Piece(temporary, final),), said)


class _News:
    """Tells how far the work has come, on the recording's clock."""

    def __init__(self, task: Task, duration_s: float) -> None:
        self._task, self._duration_s = task, max(duration_s, 0.001)
        self.looks = 0

    def __call__(self, t_s: float) -> None:
        self.looks += 1
        self._task.told(min(1.0, t_s / self._duration_s))


def track(
    films: list[Film],
    detector: Detector,
    sample_fps: float,
    recording: str,
    seen_until: Callable[[float], None],
) -> Json:
    """The payload of a recording. `seen_until` hears seconds of its clock.

    Raises CannotSucceed where no picture can be decoded, FFmpegError, OSError.
    """
    looks: list[Look] = []
    for each in _in_time(films, sample_fps, detector.longest_side):
        if len(looks) == LOOKS_MOST:
            raise CannotSucceed("It is longer than anything that is looked through for people.")
        found = detector.find(each.pixels)
        looks.append(Look(each.t_s, each.lasts_s, each.size, _places(each, found)))
        seen_until(each.t_s)
    if not looks:
        raise CannotSucceed("No picture of it can be decoded, so nobody can be looked for.")
    return make_payload(detector.engine, sample_fps, looks, recording)


def _in_time(films: list[Film], fps: float, longest_side: int) -> Iterator[Sampled]:
    """The pictures of all files, as they follow each other on the recording's clock."""
    each = [sample(film, fps, longest_side) for film in films]
    return heapq.merge(*each, key=lambda sampled: sampled.t_s)


def _places(sampled: Sampled, found: list[Detection]) -> tuple[Place, ...]:
    height, width = sampled.pixels.shape[:2]
    return tuple(
        Place(
            each.left / width,
            each.top / height,
            each.width / width,
            each.height / height,
            each.confidence,
        )
        for each in found
    )
