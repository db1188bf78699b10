"""Shapes of sessions and recordings: announcements, manifest, receipt, custody, annotations."""

from typing import Annotated, Literal, NotRequired

from typing_extensions import TypedDict

from server.api.schemas.values import (
    AnyObject,
    Base64,
    Count,
    FormatVersion,
    Id,
    Instant,
    NextCursor,
    PageQuery,
    Pair,
    Positive,
    Says,
    SegmentNumber,
    Sha256,
)
from server.api.schemas.withdrawal import ClosingView

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


class SessionNamed(TypedDict):
    """Which session it was."""

    session: Id


class RecordingNamed(TypedDict):
    """Which recording it was."""

    recording: Id


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


class StoredSegments(TypedDict):
    """How much of a recording is here; `missing` is null until its manifest is known."""

    stored: Count
    bytes: Count
    missing: list[SegmentNumber] | None


class Lights(TypedDict):
    """The receiver's lights of a recording."""

    received: bool
    verified: bool
    playable: bool


class ActiveJob(TypedDict):
    """A job that is queued or running."""

    id: Id
    kind: str
    state: str


class Playable(TypedDict):
    """Whether it plays; if not, why, and who works on it."""

    ok: bool
    reason: str | None
    job: ActiveJob | None


class RecordingView(TypedDict):
    """One recording as others see it."""

    recording: Id
    session: Id
    participant: str
    prompt: str | None
    take: Positive
    started_at: Instant
    duration_s: float | None
    state: Literal["open", "stored"]
    segments: StoredSegments
    custody: Lights
    playable: Playable
    video: AnyObject | None
    files: list[AnyObject]


class SessionView(SessionFile):
    """`session.json`, the session's recordings, oldest first, and whether any are missing."""

    recordings: list[RecordingView]
    closing: ClosingView


class SessionPage(TypedDict):
    """Sessions, newest first."""

    sessions: list[SessionFile]
    next: NextCursor


class RecordingPage(TypedDict):
    """Recordings, newest first."""

    recordings: list[RecordingView]
    next: NextCursor


class SessionFilter(PageQuery, total=False):
    """Which sessions."""

    participant: str
    study: str
    device: Id


class RecordingFilter(PageQuery, total=False):
    """Which recordings."""

    session: Id
    participant: str
    study: str
    device: Id
    prompt: str
    state: Literal["open", "stored"]
    playable: bool


class AskedRecordings(TypedDict):
    """Whose state is asked for."""

    recordings: Annotated[list[Id], Says({"maxItems": 500})]


class RecordingStatus(TypedDict):
    """What is here of one recording."""

    recording: Id
    state: str
    manifest_sha256: Sha256 | None


class RecordingStatuses(TypedDict):
    """The same number of entries as were asked for, in the same order."""

    recordings: list[RecordingStatus]


class AskedPiece(TypedDict):
    """A stretch of a segment, both ends included."""

    segment: Count
    first: Count
    last: Count


class ConfirmationQuestion(TypedDict):
    """What is to be read again."""

    nonce: Annotated[str, Says({"pattern": "^[0-9A-Za-z]{32}$"})]
    pieces: Annotated[list[AskedPiece], Says({"maxItems": 500})]


class ConfirmedPiece(AskedPiece):
    """The digest of what was read; null where it could not be read whole."""

    sha256: Sha256 | None


class DiskPlace(TypedDict):
    """A computer and its disks, as texts that only compare."""

    computer: str
    disks: list[str]


class ConfirmationFile(TypedDict):
    """What the receiver read again just now, signed."""

    format_version: FormatVersion
    recording: Id
    nonce: str
    manifest_sha256: Sha256 | None
    stored_at: Instant
    pieces: list[ConfirmedPiece]
    place: DiskPlace
    checked_at: Instant
    receiver: str
    key_id: str
    signature: Base64


class AnnotationsFile(TypedDict):
    """The next version of what was learned later. Other keys are kept."""

    format_version: FormatVersion
    version: Positive
    quality: NotRequired[AnyObject | None]


class Writer(TypedDict):
    """Who wrote something."""

    role: str
    name: str


class AnnotationsVersion(TypedDict):
    """One version; version 0, which nobody wrote, where there is none."""

    format_version: FormatVersion
    recording: Id
    version: Count
    at: Instant | None
    by: Writer | None
    quality: AnyObject | None
    clock_offset_s: AnyObject | None


class AnnotationsHistory(TypedDict):
    """Every version, oldest first."""

    recording: Id
    versions: list[AnnotationsVersion]


class Discarded(TypedDict):
    """A recording that is not kept."""

    recording: Id
    state: Literal["discarded"]
