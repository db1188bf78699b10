"""Shapes of what is asked and answered about sessions and recordings: custody, lists, notes."""

from typing import Annotated, Literal, NotRequired

from typing_extensions import TypedDict

from server.api.schemas.files import SessionFile
from server.api.schemas.values import (
    AnyObject,
    Base64,
    Count,
    FormatVersion,
    Id,
    Instant,
    NextCursor,
    PageQuery,
    Positive,
    Says,
    SegmentNumber,
    Sha256,
)
from server.api.schemas.withdrawal import ClosingView


class SessionNamed(TypedDict):
    """Which session it was."""

    session: Id


class RecordingNamed(TypedDict):
    """Which recording it was."""

    recording: Id


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

    nonce: Annotated[
        str,
        Says({"pattern": "^[0-9A-Za-z]{32}$", "examples": ["0123456789abcdef0123456789abcdef"]}),
    ]
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
