"""Shapes of tracking. The payload's names are in camel case, as its other readers know it."""

from typing import Annotated, Any, Literal

from typing_extensions import TypedDict

from server.api.schemas.values import Count, FormatVersion, Id, Pair, Says, Share

Seconds = Annotated[float, Says({"minimum": 0})]
Box = Annotated[
    list[float],
    Says(
        {
            "minItems": 4,
            "maxItems": 4,
            "description": "Left, top, width and height, in shares of the picture.",
        }
    ),
]
FrameSize = Annotated[list[Count], Says({"minItems": 2, "maxItems": 2})]


class Engine(TypedDict):
    """What looked: detections below `threshold` are told and count nowhere."""

    name: str
    version: str
    threshold: Share
    params: dict[str, Any]


class SizeFrom(TypedDict):
    """From when on pictures have which size."""

    fromSec: Seconds
    size: FrameSize


class FrameDetection(TypedDict):
    """One detection; `track` is null where it is below the threshold."""

    t: Seconds
    box: Box
    confidence: Share
    track: Count | None


class TrackPoint(TypedDict):
    """Where a subject was seen, or is thought to have been (`predicted`), which counts nowhere."""

    t: Seconds
    x: Share
    y: Share
    predicted: bool


class Track(TypedDict):
    """One subject, followed through the film."""

    track: Count
    detections: Count
    fromSec: Seconds
    toSec: Seconds
    areaSeconds: Seconds
    points: list[TrackPoint]


class DerivedMetrics(TypedDict):
    """The five numbers of the primary subject; distances in widths of the picture."""

    coveragePercent: Annotated[float, Says({"minimum": 0, "maximum": 100})]
    gapsCount: Count
    longestGapSec: Seconds
    totalDistance: Annotated[float, Says({"minimum": 0})]
    jitter: float | None


class TrackingPayload(TypedDict):
    """Everything that was found; `samples` are time and length of each picture looked at."""

    format_version: FormatVersion
    version: Literal["v1"]
    recording: Id
    engine: Engine
    sampleFps: float
    frameSize: FrameSize
    frameSizes: list[SizeFrom]
    units: Literal["frameWidth"]
    minGapSec: Seconds
    samples: list[Pair]
    frameDetections: list[FrameDetection]
    tracks: list[Track]
    note: str | None
    primary: Count | None
    primaryBy: Literal["largest", "person"]
    trackPoints: list[TrackPoint]
    gaps: list[Pair]
    derivedMetrics: DerivedMetrics


class TrackingFacts(TypedDict):
    """What is kept of a payload beside its points; `tracks` is how many."""

    format_version: FormatVersion
    version: Literal["v1"]
    engine: Engine
    sampleFps: float
    primary: Count | None
    primaryBy: Literal["largest", "person"]
    tracks: Count
    derivedMetrics: DerivedMetrics
    note: str | None


class PrimaryTrack(TypedDict):
    """Whom the numbers are to be about."""

    track: Count
