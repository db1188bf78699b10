"""How far this computer's wall clock is from the receiver's, from one answer's `Holdfast-Time`.

Pure arithmetic. The receiver stamped its answer somewhere between request and answer; the middle
is the best guess, and half of the round trip is the most that it can be wrong (Cristian 1989).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from holdfast.clock import rfc3339
from holdfast.jsonform import Json
from holdfast.protocol import HEADER_TIME

_STAMP_S: Final = 0.001
"""The header counts milliseconds."""


@dataclass(frozen=True, slots=True)
class ClockOffset:
    """Receiver's time minus ours, in seconds; it is within `uncertainty_s` of the truth."""

    value_s: float
    uncertainty_s: float
    measured_at: datetime

    def to_json(self) -> Json:
        """As `clock_offset_s` of a manifest has it."""
        return {
            "value": round(self.value_s, 4),
            "uncertainty": round(self.uncertainty_s, 4),
            "measured_at": rfc3339(self.measured_at),
        }


def offset_of(
    headers: Mapping[str, str], sent_at: datetime, round_trip_s: float
) -> ClockOffset | None:
    """The offset that an answer shows; None where it does not say the receiver's time."""
    text = headers.get(HEADER_TIME, "").strip()
    if not (text.isascii() and text.isdigit()) or len(text) > 15:
        return None
    middle_s = sent_at.timestamp() + round_trip_s / 2
    return ClockOffset(int(text) / 1000 - middle_s, round_trip_s / 2 + _STAMP_S, sent_at)
