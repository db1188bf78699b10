"""Speeds, remaining times and days in words. Values in, text out.

A remaining time is said as coarsely as it is known: it comes from the speed of some minutes.
"""

from collections.abc import Sequence

from uploader.day_rows import Day, Reason
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


def numbers(now: Sending, days: Sequence[Day], reasons: Sequence[Reason]) -> str:
    """Everything that `queue numbers` says."""
    lines = [_now(now)]
    if not days:
        return "\n".join([*lines, "Nothing was sent or tried yet."])
    lines += ["", f"{'Day':10}  {'Sent':>10}  {'Speed':>9}  {'Tries':>6}  {'Again':>11}  Failed"]
    lines += [_day(each) for each in days]
    if reasons:
        lines += ["", "What stood in the way:"]
        lines += [f"{each.tries:6d}  {each.reason}" for each in reasons]
    return "\n".join(lines)


def _now(now: Sending) -> str:
    if not now.left_bytes:
        return "Nothing waits to be sent."
    waits = f"{now.left_bytes / 1e6:.1f} MB wait to be sent"
    said = sending(now)
    return f"{waits}: {said}." if said else f"{waits}; how long that takes is not known now."


def _day(day: Day) -> str:
    measured = "" if day.bytes_s is None else speed(day.bytes_s)
    return (
        f"{day.day:10}  {day.sent_bytes / 1e6:7.1f} MB  {measured:>9}  {day.tries:6d}  "
        f"{_share(day.again, day.again_share):>11}  {_share(day.failed, day.failed_share)}"
    )


def _share(count: int, share: float) -> str:
    return f"{count} ({share:.1%})"
