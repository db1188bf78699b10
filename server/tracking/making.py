"""Makes a payload out of what was found in a film: who is who, and everybody's points.

Times are seconds of the recording's clock, coordinates 0 to 1 of the picture from its left and top.
It looks at no picture itself; it runs where detectors do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from holdfast.jsonform import FORMAT_VERSION, Json
from server.tracking.association import Found, Tracker, TrackPoint
from server.tracking.metrics import MIN_GAP_S
from server.tracking.payload import LARGEST, METRIC_DIGITS, UNITS, VERSION, Engine, about

NOBODY: Final = (
    "The detector found nobody in this recording. That says what it can see, not that nobody was"
    " there."
)
_DIGITS: Final = 5

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """One detection in shares of its picture."""

    left: float
    top: float
    width: float
    height: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Look:
    """One picture that was looked at: when, for how long it stands, its size, who was found."""

    t_s: float
    lasts_s: float
    size: Size
    found: tuple[Place, ...]


def make_payload(engine: Engine, sample_fps: float, looks: Sequence[Look], recording: str) -> Json:
    """The payload of a film; its primary is whoever filled most of the picture for longest."""
    places = [(look, place) for look in looks for place in look.found]
    followed = _follow(engine.threshold, looks)
    tracks = [_track(number, points, places) for number, points in enumerate(followed)]
    whose = {point.number: number for number, points in enumerate(followed) for point in points}
    body: Json = {
        "format_version": FORMAT_VERSION,
        "version": VERSION,
        "recording": recording,
        "engine": engine.to_json(),
        "sampleFps": sample_fps,
        "frameSize": list(looks[0].size),
        "frameSizes": _sizes(looks),
        "units": UNITS,
        "minGapSec": MIN_GAP_S,
        "samples": [[look.t_s, look.lasts_s] for look in looks],
        "frameDetections": [
            {
                "t": look.t_s,
                "box": _rounded(place.left, place.top, place.width, place.height),
                "confidence": round(place.confidence, 4),
                "track": whose.get(number),
            }
            for number, (look, place) in enumerate(places)
        ],
        "tracks": tracks,
        "note": None if tracks else NOBODY,
    }
    # Of equals the one who came first.
    largest = max(tracks, key=lambda each: (each["areaSeconds"], -each["track"]), default=None)
    return about(body, None if largest is None else largest["track"], LARGEST)


def _follow(threshold: float, looks: Sequence[Look]) -> list[list[TrackPoint]]:
    """Everybody's points, still in widths of the picture."""
    tracker, number = Tracker(), 0
    until_s = looks[0].t_s
    for look in looks:
        aspect = look.size[1] / look.size[0]
        sure = []
        for place in look.found:
            if place.confidence >= threshold:
                at = (place.left + place.width / 2, (place.top + place.height / 2) * aspect)
                sure.append(Found(at, place.width, place.height * aspect, number))
            number += 1
        tracker.look(look.t_s, sure, paused_s=look.t_s - until_s)
        until_s = look.t_s + look.lasts_s
    return tracker.tracks()


def _track(number: int, points: Sequence[TrackPoint], places: Sequence[tuple[Look, Place]]) -> Json:
    seen = [places[point.number] for point in points if point.number is not None]
    aspect = seen[0][0].size[1] / seen[0][0].size[0]
    return {
        "track": number,
        "detections": len(seen),
        "fromSec": points[0].t_s,
        "toSec": round(seen[-1][0].t_s + seen[-1][0].lasts_s, 3),
        "areaSeconds": round(
            sum(place.width * place.height * look.lasts_s for look, place in seen), METRIC_DIGITS
        ),
        "points": [_point(point, places, aspect) for point in points],
    }


def _point(point: TrackPoint, places: Sequence[tuple[Look, Place]], aspect: float) -> Json:
    if point.number is None:
        x, y = point.at[0], point.at[1] / aspect
    else:
        _, place = places[point.number]
        x, y = place.left + place.width / 2, place.top + place.height / 2
    # What is thought of may be outside; it is shown at the edge.
    x, y = _rounded(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))
    return {"t": point.t_s, "x": x, "y": y, "predicted": point.is_predicted}


def _sizes(looks: Sequence[Look]) -> list[Json]:
    """From when on pictures have which size: a part may have another camera."""
    sizes: list[dict[str, Any]] = []
    for look in looks:
        if not sizes or sizes[-1]["size"] != list(look.size):
            sizes.append({"fromSec": look.t_s, "size": list(look.size)})
    return sizes


def _rounded(*values: float) -> list[float]:
    return [round(value, _DIGITS) for value in values]
