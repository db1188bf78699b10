"""THE wire between device and receiver: version, paths, headers, digests, problems, receipt.

Both sides import this, so that a status code and what the uploader makes of it cannot disagree.
It opens no connection and holds no key; signatures are made and checked by whoever has the keys.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final
from urllib.parse import quote

from holdfast.jsonform import FormatError, Json

VERSION: Final = 1
API: Final = "/api/v1"

HEADER_PROTOCOL: Final = "Holdfast-Protocol"
HEADER_TIME: Final = "Holdfast-Time"
HEADER_CONTENT_DIGEST: Final = "Content-Digest"
HEADER_REPR_DIGEST: Final = "Repr-Digest"

CHUNK_START_BYTES: Final = 960 * 1024
"""The first chunk's size: a default nginx refuses bodies over 1 MiB."""
CHUNK_LEAST_BYTES: Final = 128 * 1024
CHUNK_MOST_BYTES: Final = 8 * 1024 * 1024
SEGMENT_MOST_BYTES: Final = 64 * 1024**3
"""Footage of other cameras is one segment, sent in many chunks."""
BODY_MOST_BYTES: Final = 64 * 1024 * 1024
PREVIEW_MOST_BYTES: Final = 32 * 1024
PREVIEW_WIDTH: Final = 320
"""A segment's preview picture: a JPEG of this width, pixels, and no larger than that."""
STATUS_MOST: Final = 500
"""How many segments, or recordings, one status call may ask about."""


class Retry(Enum):
    """What a device does after a problem."""

    LATER = "later"
    """Try the same again after a wait; nothing is wrong with it."""
    OTHERS_FIRST = "others first"
    """Try this one later; what was begun goes on meanwhile."""
    RESEND = "resend"
    """The bytes arrived damaged or are not there: send them again."""
    ANNOUNCE = "announce"
    """The receiver does not know this any more: announce again, then go on."""
    TAKE_IN = "take in"
    """Somebody wrote a newer version first: take it in, then send again."""
    SMALLER = "smaller"
    """The body was too large: halve the chunk and remember it."""
    PAUSE = "pause"
    """Nothing will be accepted until a person has acted: pause everything."""
    FAIL = "fail"
    """It can never succeed unchanged: give the reason and a Retry button."""
    WITHDRAWN = "withdrawn"
    """The recording was withdrawn: it is never sent again."""


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One row of the table of problems: stable code, HTTP status, retry class, title."""

    code: str
    status: int
    retry: Retry
    title: str


PROBLEMS: Final[Mapping[str, ProblemKind]] = {
    kind.code: kind
    for kind in (
        ProblemKind("bad_request", 400, Retry.FAIL, "The request is not valid"),
        ProblemKind("bad_range", 400, Retry.FAIL, "The byte range is not valid"),
        ProblemKind("chunks_missing", 400, Retry.RESEND, "Chunks are still missing"),
        ProblemKind("digest_required", 400, Retry.FAIL, "Both digests are required"),
        ProblemKind("protocol_mismatch", 400, Retry.PAUSE, "The two sides speak other versions"),
        ProblemKind("unauthorized", 401, Retry.PAUSE, "The token is missing or not known"),
        ProblemKind("token_revoked", 401, Retry.PAUSE, "The token was revoked"),
        ProblemKind("forbidden", 403, Retry.PAUSE, "This token may not do that"),
        ProblemKind("code_invalid", 403, Retry.PAUSE, "The enrolment code is used or expired"),
        ProblemKind("study_forbidden", 403, Retry.FAIL, "The device has no part in the study"),
        ProblemKind("not_found", 404, Retry.FAIL, "There is nothing here"),
        ProblemKind("unknown_session", 404, Retry.ANNOUNCE, "The session is not known"),
        ProblemKind("unknown_recording", 404, Retry.ANNOUNCE, "The recording is not known"),
        ProblemKind("unknown_segment", 404, Retry.RESEND, "Nothing of this segment is here"),
        ProblemKind("unknown_upload", 404, Retry.ANNOUNCE, "The upload is not known"),
        ProblemKind("not_ready", 404, Retry.LATER, "It is not there yet"),
        ProblemKind("method_not_allowed", 405, Retry.FAIL, "This cannot be done here"),
        ProblemKind("conflict", 409, Retry.FAIL, "Something else is stored under this id"),
        ProblemKind("ended", 409, Retry.FAIL, "It has ended already"),
        ProblemKind("missing", 409, Retry.RESEND, "Segments are still missing"),
        ProblemKind("stale", 409, Retry.TAKE_IN, "There is a newer version"),
        ProblemKind("consent_missing", 409, Retry.LATER, "The consent is not there yet"),
        ProblemKind("consent_not_playable", 409, Retry.LATER, "The consent cannot be played yet"),
        ProblemKind("withdrawn", 410, Retry.WITHDRAWN, "It was withdrawn"),
        ProblemKind("length_required", 411, Retry.FAIL, "The length must be given"),
        ProblemKind("tus_version", 412, Retry.FAIL, "The tus version is not spoken here"),
        ProblemKind("too_large", 413, Retry.SMALLER, "The body is too large"),
        ProblemKind("unsupported_media", 415, Retry.FAIL, "Bodies are raw and uncompressed"),
        ProblemKind("range_unsatisfiable", 416, Retry.FAIL, "The range is outside the file"),
        ProblemKind("digest_mismatch", 422, Retry.RESEND, "The chunk does not match its digest"),
        ProblemKind("segment_mismatch", 422, Retry.RESEND, "The segment does not match"),
        ProblemKind("manifest_mismatch", 422, Retry.FAIL, "The manifest does not match"),
        ProblemKind("rate_limited", 429, Retry.LATER, "Too many requests"),
        ProblemKind("checksum_mismatch", 460, Retry.RESEND, "The bytes do not match"),
        ProblemKind("internal", 500, Retry.LATER, "The receiver had a problem"),
        ProblemKind("unavailable", 503, Retry.LATER, "The receiver is not ready"),
        ProblemKind("storage_full", 507, Retry.LATER, "The receiver's disk is full"),
        ProblemKind("no_room_for_new", 507, Retry.OTHERS_FIRST, "Nothing new is begun"),
        ProblemKind("quota_exceeded", 507, Retry.OTHERS_FIRST, "This device's share is used up"),
    )
}
PROBLEM_TYPE: Final = "application/problem+json"


def problem(code: str, detail: str, **more: Any) -> Json:
    """The body of an error answer (RFC 9457). `detail` is one sentence for a person."""
    kind = PROBLEMS[code]
    return {
        "type": f"urn:holdfast:problem:{code}",
        "title": kind.title,
        "status": kind.status,
        "code": code,
        "detail": detail,
        **more,
    }


def enrol_path() -> str:
    return f"{API}/devices/enrol"


def receiver_path() -> str:
    """Who the receiver is; the smallest question that only a receiver can answer."""
    return f"{API}/receiver"


def status_path() -> str:
    """Heartbeat of the device that asks."""
    return f"{API}/devices/self/status"


def order_done_path(order: str) -> str:
    """The device that asks did what this order of the receiver's said."""
    return f"{API}/devices/self/orders/{order}/done"


def token_path() -> str:
    """A new token for the device that asks."""
    return f"{API}/devices/self/token"


def own_key_path() -> str:
    """The key with which the device that asks signs from now on."""
    return f"{API}/devices/self/key"


def own_studies_path() -> str:
    """The studies that were given to the device that asks."""
    return f"{API}/devices/self/studies"


def session_path(session: str) -> str:
    return f"{API}/sessions/{session}"


def session_close_path(session: str) -> str:
    """How many recordings to expect of a session."""
    return f"{API}/sessions/{session}/close"


def participant_path(study: str, participant: str) -> str:
    """Everything of one participant of a study; to be deleted, never to be read."""
    return f"{API}/studies/{quote(study, safe='')}/participants/{quote(participant, safe='')}"


def recording_path(recording: str) -> str:
    return f"{API}/recordings/{recording}"


def recordings_status_path() -> str:
    """What the receiver has of many recordings."""
    return f"{API}/recordings/status"


def manifest_path(recording: str) -> str:
    return f"{API}/recordings/{recording}/manifest"


def receipt_path(recording: str) -> str:
    return f"{API}/recordings/{recording}/receipt"


def video_path(recording: str) -> str:
    return f"{API}/recordings/{recording}/video"


def discard_path(recording: str) -> str:
    return f"{API}/recordings/{recording}/discard"


def annotations_path(recording: str) -> str:
    """What was learned of a recording after its manifest."""
    return f"{API}/recordings/{recording}/annotations"


def annotations_history_path(recording: str) -> str:
    """Every version of it, with who wrote it and when."""
    return f"{annotations_path(recording)}/history"


def segment_path(recording: str, segment: int) -> str:
    return f"{API}/recordings/{recording}/segments/{segment}"


def preview_path(recording: str, segment: int) -> str:
    """A segment's preview picture, which may arrive before the segment does."""
    return f"{API}/recordings/{recording}/previews/{segment}"


def is_preview(picture: bytes) -> bool:
    """Whether these bytes can be a whole preview: a JPEG's first and last marker, and its size."""
    is_whole = picture.startswith(b"\xff\xd8\xff") and picture.endswith(b"\xff\xd9")
    return is_whole and len(picture) <= PREVIEW_MOST_BYTES


def segments_status_path() -> str:
    return f"{API}/segments/status"


def uploads_path() -> str:
    """Where tus clients begin an upload; each has its own address below."""
    return f"{API}/uploads"


def digest_field(sha256_hex: str) -> str:
    """The value of a digest header (RFC 9530): `sha-256=:BASE64:`."""
    return f"sha-256=:{base64.b64encode(bytes.fromhex(sha256_hex)).decode()}:"


_DIGEST_MEMBER = re.compile(r"sha-256=:([A-Za-z0-9+/]{43}=):\Z")


def parse_digest_field(text: str) -> str:
    """The SHA-256, in hex, that a digest header names; other algorithms in it are passed over.

    Raises FormatError where there is no SHA-256 or it is not 32 bytes of base64.
    """
    for member in text.split(","):
        match = _DIGEST_MEMBER.match(member.strip())
        if match is not None:
            return base64.b64decode(match.group(1)).hex()
    raise FormatError(f"{text!r} names no SHA-256: expected sha-256=:BASE64:")


_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})\Z")


def content_range(first: int, last: int, size_bytes: int) -> str:
    """The value of `Content-Range` (RFC 9110, 14.4) for bytes first..last of size_bytes."""
    return f"bytes {first}-{last}/{size_bytes}"


def parse_content_range(text: str) -> tuple[int, int, int]:
    """(first, last, size_bytes) of a `Content-Range`. Raises FormatError for anything else."""
    match = _CONTENT_RANGE.match(text.strip())
    if match is None:
        raise FormatError(f"{text!r} is not a range: expected bytes FIRST-LAST/SIZE")
    first, last, size_bytes = (int(group) for group in match.groups())
    if not first <= last < size_bytes:
        raise FormatError(f"{text!r} is not a range inside {size_bytes} bytes")
    return first, last, size_bytes


def encode_key(raw: bytes) -> str:
    """Keys and signatures as text: standard base64."""
    return base64.b64encode(raw).decode()


def decode_key(text: str, size_bytes: int) -> bytes:
    """The bytes of a key or signature. Raises FormatError unless there are `size_bytes` of them."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise FormatError("a key or signature is not base64") from error
    if len(raw) != size_bytes:
        raise FormatError(f"a key or signature has {len(raw)} bytes instead of {size_bytes}")
    return raw


@dataclass(frozen=True, slots=True)
class SegmentStatus:
    """What the receiver has of one segment; `missing` holds inclusive byte ranges."""

    size_bytes: int | None
    sha256: str | None
    missing: tuple[tuple[int, int], ...]
    complete: bool

    def to_json(self) -> Json:
        return {
            "size_bytes": self.size_bytes,
            "sha256": self.sha256,
            "missing": [list(each) for each in self.missing],
            "complete": self.complete,
        }

    @classmethod
    def from_json(cls, value: Json) -> "SegmentStatus":
        try:
            return cls(
                size_bytes=None if value["size_bytes"] is None else int(value["size_bytes"]),
                sha256=None if value["sha256"] is None else str(value["sha256"]),
                missing=tuple((int(first), int(last)) for first, last in value["missing"]),
                complete=value["complete"] is True,
            )
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise FormatError("the segment status is not one") from error
