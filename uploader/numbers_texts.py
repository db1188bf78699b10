"""Days and their numbers in words. Values in, text out."""

from collections.abc import Sequence

from uploader.day_rows import Day, Reason
from uploader.items import Sending
from uploader.pace_texts import sending, speed


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
