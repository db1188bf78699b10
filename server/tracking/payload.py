"""The tracking payload `version: "v1"`: who made it, what is kept of it, and another primary.

It holds all tracks, and the numbers of the one that is the primary. Pure: no file, no picture, and
none of the libraries that look at pictures: the process that answers requests reckons with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from holdfast.jsonform import FORMAT_VERSION, Json
from server.tracking.metrics import Sample, gaps_of, measure

VERSION: Final = "v1"
UNITS: Final = "frameWidth"
LARGEST: Final = "largest"
PERSON: Final = "person"
METRIC_DIGITS: Final = 6


class UnknownTrack(Exception):
    """The track that was asked for is not in the payload; one sentence."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What made a result: who reads it later can tell it from that of another."""

    name: str
    version: str
    threshold: float
    params: Mapping[str, Any]

    def to_json(self) -> Json:
        return {
            "name": self.name,
            "version": self.version,
            "threshold": self.threshold,
            "params": dict(self.params),
        }


def with_primary(payload: Json, track: int) -> Json:
    """The same payload with this track as the primary, reckoned from the stored points.

    Raises UnknownTrack.
    """
    if not 0 <= track < len(payload["tracks"]):
        raise UnknownTrack(
            f"This recording has {len(payload['tracks'])} tracks, numbered from 0, and no track "
            f"{track}. Nothing was changed."
        )
    return about(payload, track, PERSON)


def facts(payload: Json) -> Json:
    """What is kept of a payload where its points would be too much."""
    return {
        "format_version": FORMAT_VERSION,
        "version": payload["version"],
        "engine": payload["engine"],
        "sampleFps": payload["sampleFps"],
        "primary": payload["primary"],
        "primaryBy": payload["primaryBy"],
        "tracks": len(payload["tracks"]),
        "derivedMetrics": payload["derivedMetrics"],
        "note": payload["note"],
    }


def about(payload: Json, track: int | None, chosen_by: str) -> Json:
    """The payload with the points, the gaps and the numbers of this track; None: of nobody."""
    points = [] if track is None else payload["tracks"][track]["points"]
    samples = samples_of(payload, points)
    min_gap_s = payload["minGapSec"]
    found = measure(samples, min_gap_s)
    return {
        **payload,
        "primary": track,
        "primaryBy": chosen_by,
        "trackPoints": points,
        "gaps": [[round(gap.from_s, 3), round(gap.to_s, 3)] for gap in gaps_of(samples, min_gap_s)],
        "derivedMetrics": {
            "coveragePercent": round(found.coverage_percent, 3),
            "gapsCount": found.gaps_count,
            "longestGapSec": round(found.longest_gap_s, 3),
            "totalDistance": round(found.total_distance, METRIC_DIGITS),
            "jitter": None if found.jitter is None else round(found.jitter, METRIC_DIGITS),
        },
    }


def samples_of(payload: Json, points: Sequence[Json]) -> list[Sample]:
    """Every picture that was looked at, and where in it these points of one track are."""
    seen = {each["t"]: (each["x"], each["y"]) for each in points if not each["predicted"]}
    sizes = list(payload["frameSizes"])
    samples = []
    for t_s, lasts_s in payload["samples"]:
        while len(sizes) > 1 and t_s >= sizes[1]["fromSec"]:
            del sizes[0]
        at = seen.get(t_s)
        width, height = sizes[0]["size"]
        in_widths = None if at is None else (at[0], at[1] * height / width)
        samples.append(Sample(t_s, lasts_s, in_widths))
    return samples
