"""What a file that was taken in is announced and signed off as: session, announcement, manifest.

The receiver writes them itself, for nobody else does. They say what is known without opening the
file; the jobs look into it afterwards. Values only; no files, no rows.
"""

import hashlib
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from holdfast.announcement import Announcement
from holdfast.clock import rfc3339
from holdfast.jsonform import Json
from holdfast.manifest import FOOTAGE, Manifest, ManifestSegment, Part, session_json
from holdfast.version import VERSION

UNKNOWN_PARTICIPANT: Final = "unknown"
TEXT_MOST: Final = 200
SNIFF_BYTES: Final = 4096
"""So many bytes from a file's beginning tell its container."""
_NO_BOOT: Final = ""
_TS_PACKET_BYTES: Final = 188
_UNKNOWN_CONTAINER: Final = "bin"
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that is here whole, and what was said of it."""

    recording: str
    session: str
    participant: str
    device: str
    name: str
    media_type: str
    details: Mapping[str, str]
    container: str
    created_at: datetime


def participant_of(details: Mapping[str, str]) -> str:
    """Whom a file shows, as far as its sender said so."""
    return plain(details.get("participant", "")) or UNKNOWN_PARTICIPANT


def plain(text: str) -> str:
    """A text from outside as one short line."""
    return _CONTROL.sub(" ", text).strip()[:TEXT_MOST]


def default_session(device: str, participant: str, generation: int) -> str:
    """The id of the session that a device's files belong to where none was named.

    Made of what it is for, so that it is the same at every time and in every process. A session
    that was withdrawn is never used again: its next generation is.
    """
    seed = f"imported\n{device}\n{participant}\n{generation}"
    bits = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:16], "big")
    milliseconds = uuid.UUID(device).int >> 80
    # The layout of a UUIDv7 (RFC 9562, 5.7), hashed where that is random.
    high, low = bits >> 116, bits & (1 << 62) - 1
    return str(uuid.UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low))


def session_of(session: str, device: str, participant: str, now: datetime) -> Json:
    """The session.json of such a session."""
    return {**session_json(session, participant, None, device, rfc3339(now)), "imported": True}


def announcement_for(taken: Taken) -> Announcement:
    """The announcement: a file of another camera, of which nothing inside is known yet."""
    return Announcement(
        recording=taken.recording,
        session=taken.session,
        participant=taken.participant,
        study=plain(taken.details.get("study", "")) or None,
        prompt=plain(taken.details.get("prompt", "")) or None,
        take=1,
        device=taken.device,
        app_version=VERSION,
        started_at=rfc3339(taken.created_at),
        boot_id=_NO_BOOT,
        started_monotonic_ns=0,
        video=None,
        audio=None,
        extra={
            FOOTAGE: {
                "name": plain(taken.name),
                "container": taken.container,
                "media_type": plain(taken.media_type),
                "modified_at": rfc3339(taken.created_at),
                "started_at_from": "arrival",
                "measured": False,
            }
        },
    )


def manifest_of(announcement: Announcement, size_bytes: int, sha256: str) -> Manifest:
    """The manifest: one segment, whole. Lengths are 0 until a job has looked inside."""
    segment = ManifestSegment(
        segment=0,
        part=0,
        container=announcement.extra[FOOTAGE]["container"],
        size_bytes=size_bytes,
        sha256=sha256,
        start_s=0.0,
        duration_s=0.0,
        frames=0,
    )
    return Manifest(
        announcement=announcement,
        state="complete",
        parts=(Part(0, 0.0, "start"),),
        gaps=(),
        markers=(),
        segments=(segment,),
        duration_s=0.0,
        lost_frames=0,
    )


def container_of(beginning: bytes) -> str:
    """The kind of a file by its first bytes, never by its name; `bin` for what is no video."""
    if beginning[4:8] == b"ftyp":
        return "mov" if beginning[8:12] == b"qt  " else "mp4"
    if beginning[4:8] in (b"moov", b"mdat", b"wide"):
        return "mov"
    if beginning.startswith(b"\x1a\x45\xdf\xa3"):
        return "webm" if b"webm" in beginning[:64] else "mkv"
    if beginning.startswith(b"RIFF") and beginning[8:12] == b"AVI ":
        return "avi"
    if beginning.startswith(b"\x00\x00\x01\xba"):
        return "mpg"
    if beginning[:1] == b"\x47" and beginning[_TS_PACKET_BYTES : _TS_PACKET_BYTES + 1] == b"\x47":
        return "ts"
    return _UNKNOWN_CONTAINER
