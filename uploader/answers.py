"""What the receiver's answers say of a recording: its segments, and whether it plays.

It asks nothing. An answer that makes no sense is a FormatError, or as good as no answer.
"""

from collections.abc import Mapping
from typing import Any

from holdfast.jsonform import FormatError, Json
from holdfast.protocol import SegmentStatus


def statuses(body: Json | None, recording: str) -> Mapping[int, SegmentStatus]:
    """What it has of the segments of a recording that it was asked about. Raises FormatError."""
    try:
        return {
            int(each["segment"]): SegmentStatus.from_json(each)
            for each in (body or {})["segments"]
            if each["recording"] == recording
        }
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError("the answer says nothing of segments") from error


def is_forgotten(body: Json | None) -> bool:
    """Whether it does not hold any more what it once gave a receipt for."""
    return _part(body or {}, "custody").get("verified") is False


def is_playable(body: Json | None) -> bool:
    """Whether its film has been made and plays."""
    return _part(body or {}, "playable").get("ok") is True


def why_not_playable(body: Json | None) -> str:
    """What people read until it plays."""
    playable = _part(body or {}, "playable")
    job = _part(playable, "job")
    reason = playable.get("reason")
    if not job and reason:
        return f"Received and verified, but it cannot be played: {reason}"
    details = [str(job["kind"])] if job.get("kind") else []
    if job.get("since"):
        details.append(f"since {job['since']}")
    said = f" ({', '.join(details)})" if details else ""
    return f"Received and verified. The receiver is still preparing the video{said}."


def _part(value: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    part = value.get(key)
    return part if isinstance(part, dict) else {}
