"""Speeds and remaining times in words, for the commands and the window. Values in, text out.

A remaining time is said as coarsely as it is known: it comes from the speed of some minutes.
"""

from uploader.items import Sending

_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86_400


def sending(now: Sending) -> str:
    """`1.2 MB/s, about 4 min left`; empty where the speed is not known or nothing is left."""
    if now.bytes_s is None or now.left_s is None:
        return ""
    return f"{speed(now.bytes_s)}, {left(now.left_s)}"


def speed(bytes_s: float) -> str:
    """`850 kB/s`, `1.2 MB/s`."""
    if bytes_s >= 1e6:
        return f"{bytes_s / 1e6:.1f} MB/s"
    return f"{max(bytes_s / 1e3, 1):.0f} kB/s"


def left(seconds: float) -> str:
    """`about 40 s left`, `about 4 min left`, `about 2 h 10 min left`, `about 3 days left`."""
    if seconds < 10:
        return "a few seconds left"
    if seconds < _MINUTE_S - 5:
        return f"about {round(seconds, -1):.0f} s left"
    if seconds < _HOUR_S - _MINUTE_S / 2:
        return f"about {max(1, round(seconds / _MINUTE_S))} min left"
    if seconds < 2 * _DAY_S:
        minutes = round(seconds / _MINUTE_S, -1)
        hours, rest = divmod(int(minutes), 60)
        return f"about {hours} h {rest:02d} min left" if rest else f"about {hours} h left"
    return f"about {round(seconds / _DAY_S)} days left"
