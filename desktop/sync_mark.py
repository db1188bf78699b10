"""Sync marks: flashes with beeps that open and close a recording, to measure its sound by.

Values and times only. The window shows the flashes; the passport finds them again in the segments.
Three flashes a second are the most that is safe to look at; a mark has one a second.
"""

from typing import Final, Literal, get_args

When = Literal["off", "start", "both"]
WHENS: Final[tuple[str, ...]] = get_args(When)

MARKER: Final = "sync mark"
"""The name of the marker that stands in the recording for each series of flashes."""
FLASHES: Final = 3
PERIOD_S: Final = 1.0
FLASH_S: Final = 0.1
SERIES_S: Final = (FLASHES - 1) * PERIOD_S + FLASH_S
MARKER_REACH_S: Final = SERIES_S + 2.0
"""Around a marker, the flashes are looked for so far."""
BEEP_HZ: Final = 1000
