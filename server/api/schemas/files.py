"""Shapes of the files that a device and the receiver keep, as they travel: session to receipt."""

from typing import Annotated, Literal, NotRequired

from typing_extensions import TypedDict

from server.api.schemas.values import (
    AnyObject,
    Base64,
    Count,
    FormatVersion,
    Id,
    Instant,
    Pair,
    Positive,
    Says,
    SegmentNumber,
    Sha256,
)

Finite = Annotated[float, Says({"minimum": -1e300, "maximum": 1e300})]


class ConsentFile(TypedDict):
    """Consent: awaited, or given to a version of the text, at a time, in a recording."""

    state: Literal["awaited", "given"]
    version: NotRequired[str]
    at: NotRequired[Instant]
    recording: NotRequired[Id | None]


class SessionFile(TypedDict):
    """`session.json`: one visit of one participant. Other keys are kept."""

    format_version: FormatVersion
    session: Id
    device: Id
    participant: str
    study: NotRequired[str | None]
    consent: NotRequired[ConsentFile | None]
    created_at: NotRequired[Instant]


class Camera(TypedDict):
    """The camera that a picture came from."""

    id: str
    name: str


class VideoFormat(TypedDict):
    """What the picture is; sizes in pixels."""

    codec: str
    width: Positive
    height: Positive
    nominal_fps: Finite
    camera: Camera
    padded: bool
    encoder: NotRequired[str | None]
    preset: NotRequired[str | None]


class AudioFormat(TypedDict):
    """What the sound is."""

    codec: str
    rate_hz: Positive
    channels: Positive
    microphone: str


class AnnouncementFile(TypedDict):
    """`announce.json`: what is known at a recording's first frame. Other keys are kept."""

    format_version: FormatVersion
    recording: Id
    session: Id
    participant: str
    study: str | None
    prompt: str | None
    take: Positive
    device: Id
    app_version: str
    started_at: Instant
    boot_id: str
    started_monotonic_ns: Count
    video: VideoFormat | None
    audio: AudioFormat | None


class PartEntry(TypedDict):
    """A run of one encoder."""

    part: Count
    offset_s: Finite
    reason: str
    video: NotRequired[VideoFormat | None]


class GapEntry(TypedDict):
    """A stretch without a picture."""

    from_s: Finite
    to_s: Finite
    reason: str


class MarkerEntry(TypedDict):
    """A named instant."""

    t_s: Finite
    name: str
    source: str


class SegmentEntry(TypedDict):
    """One segment as the manifest lists it; numbers rise."""

    segment: SegmentNumber
    part: Count
    container: str
    size_bytes: Count
    sha256: Sha256
    start_s: Finite
    duration_s: Finite
    frames: Count
    losses: list[Pair]
    lost: NotRequired[str | None]
    enc: NotRequired[AnyObject | None]


class Totals(TypedDict):
    """Sums over the segments that are not lost."""

    duration_s: Finite
    lost_frames: Count
    frames: NotRequired[Count]
    size_bytes: NotRequired[Count]


class ManifestFile(AnnouncementFile):
    """`manifest.json`: the announcement again, and every segment with its digest."""

    state: Literal["complete", "interrupted"]
    parts: list[PartEntry]
    gaps: list[GapEntry]
    markers: list[MarkerEntry]
    segments: list[SegmentEntry]
    totals: Totals
    clock_offset_s: AnyObject | None
    prev_session_manifest_sha256: str | None
    signature: Base64 | None


class ReceiptEntry(TypedDict):
    """One stored segment."""

    segment: SegmentNumber
    size_bytes: Count
    sha256: Sha256


class ReceiptFile(TypedDict):
    """`receipt.json`: the receiver's signed word that the recording is stored."""

    format_version: FormatVersion
    recording: Id
    manifest_sha256: Sha256
    segments: list[ReceiptEntry]
    stored_at: Instant
    receiver: str
    key_id: str
    signature: Base64
