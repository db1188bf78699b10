"""What a device last told about itself, read with care: nobody checked it when it was stored."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from holdfast.clock import parse_rfc3339
from holdfast.jsonform import Json


@dataclass(frozen=True, slots=True)
class DeviceNews:
    """A heartbeat's numbers; None where it did not say, or said what cannot be."""

    version: str | None = None
    segments_unsent: float | None = None
    bytes_unsent: float | None = None
    oldest_unsent_at: str | None = None
    unverified: float | None = None
    disk_hours: float | None = None
    clock_offset_s: float | None = None
    last_error: str = ""
    held: str | None = None
    """Why the device sends nothing by its own wish, in its words."""

    @property
    def oldest_unsent(self) -> datetime | None:
        """When the oldest of what waits was made."""
        return None if self.oldest_unsent_at is None else parse_rfc3339(self.oldest_unsent_at)

    @classmethod
    def of(cls, status: Json | None) -> Self:
        """The news in a heartbeat's body; None: there was none yet."""
        told = status or {}
        totals = told.get("totals")
        totals = totals if isinstance(totals, dict) else {}
        pending, uploading = _number(totals.get("pending")), _number(totals.get("uploading"))
        known = [each for each in (pending, uploading) if each is not None]
        offset = told.get("clock_offset_s")
        return cls(
            version=_text(told.get("app_version")),
            segments_unsent=sum(known) if known else None,
            bytes_unsent=_number(totals.get("bytes_unsent")),
            oldest_unsent_at=_instant(totals.get("oldest_unsent_at")),
            unverified=_number(told.get("unverified")),
            disk_hours=_number(told.get("disk_hours")),
            clock_offset_s=_number(offset.get("value") if isinstance(offset, dict) else offset),
            last_error=_text(told.get("last_error")) or "",
            held=_text(told.get("held")),
        )

    def to_json(self) -> Json:
        return {
            "version": self.version,
            "segments_unsent": self.segments_unsent,
            "bytes_unsent": self.bytes_unsent,
            "oldest_unsent_at": self.oldest_unsent_at,
            "unverified": self.unverified,
            "disk_hours": self.disk_hours,
            "clock_offset_s": self.clock_offset_s,
            "last_error": self.last_error,
            "held": self.held,
        }


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _instant(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    try:
        parse_rfc3339(value)
    except ValueError:
        return None
    return value
