"""A person's pause: until when or for ever, since when, by which way. Values and text only.

It is a row of the queue's `meta`, so that every process sees it and every restart keeps it.
"""

import re
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final, Self

from holdfast.clock import parse_rfc3339, rfc3339
from holdfast.jsonform import Json

LONGEST_S: Final = 366 * 24 * 3600.0
_LENGTH: Final = re.compile(r"(\d+(?:\.\d+)?)(s|m|min|h|d)?\Z")
_UNIT_S: Final = {"s": 1.0, "m": 60.0, "min": 60.0, "h": 3600.0, "d": 86400.0, None: 60.0}


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is sent; `until` None is until somebody resumes. `by` names the way it was asked."""

    since: datetime
    until: datetime | None
    by: str

    def is_over(self, now: datetime) -> bool:
        """Whether its time is up."""
        return self.until is not None and now >= self.until

    def to_json(self) -> Json:
        return {
            "since": rfc3339(self.since),
            "until": None if self.until is None else rfc3339(self.until),
            "by": self.by,
        }

    @classmethod
    def from_json(cls, value: Json) -> Self:
        """Raises KeyError, ValueError."""
        until = value["until"]
        return cls(
            since=parse_rfc3339(value["since"]),
            until=None if until is None else parse_rfc3339(until),
            by=str(value["by"]),
        )


def sentence(pause: Pause, now: datetime, zone: tzinfo | None = None) -> str:
    """What people read while sending is paused."""
    if pause.until is None:
        return "Sending is paused until somebody resumes it. Recordings are safe on this computer."
    ends = moment(pause.until, now, zone)
    return f"Sending is paused until {ends}. Recordings are safe on this computer."


def moment(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """`15:02`, with the date in front where that is not today's; in `zone`, else in local time."""
    there, here = at.astimezone(zone), now.astimezone(zone)
    return f"{there:%H:%M}" if there.date() == here.date() else f"{there:%Y-%m-%d %H:%M}"


def length_s(text: str) -> float:
    """Seconds of `90s`, `30m`, `1h`, `2d`; a bare number is minutes. Raises ValueError."""
    found = _LENGTH.match(text.strip().lower())
    seconds = 0.0 if found is None else float(found[1]) * _UNIT_S[found[2]]
    if not 0 < seconds <= LONGEST_S:
        raise ValueError(f"{text!r} is no length of time; give for example 30m, 1h or 2d")
    return seconds
