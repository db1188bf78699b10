"""Where a recording's time limit lies among its pictures. Pure.

Times are monotonic nanoseconds, as pictures have them; a limit is in seconds of the recording.
"""

import math

from desktop.recording.inbox import Stop
from desktop.recording.sources import Frame


def is_past_limit(
    limit_s: float | None, zero_ns: int | None, frame: Frame, slept_ns: int = 0
) -> bool:
    """Whether a picture lies at or after the limit of a recording with this zero."""
    if limit_s is None or zero_ns is None:
        return False
    return frame.time_ns + slept_ns - zero_ns >= round(limit_s * 1e9)


def end_at_limit(limit_s: float, zero_ns: int, last_ns: int | None, beyond: Frame) -> Stop:
    """The end at the limit, with those frames lost before `beyond` that were still within.

    `last_ns` is the last picture's time, if there is one. A limit that passed while the computer
    slept ends the part where it fell asleep.
    """
    end_ns = zero_ns + round(limit_s * 1e9)
    if end_ns > beyond.time_ns:
        return Stop()
    last_ns = beyond.time_ns if last_ns is None else last_ns
    apart_ns = max(1.0, (beyond.time_ns - last_ns) / (beyond.lost_before + 1))
    within = math.ceil((end_ns - last_ns) / apart_ns) - 1
    return Stop(end_ns, min(beyond.lost_before, max(0, within)))
