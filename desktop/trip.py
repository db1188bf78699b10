"""The trip planner: how many more sessions fit, and how long the way home takes. Pure.

It knows what earlier sessions took, what is free and how fast it was sent last. It words nothing.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from desktop.recording.disk import Space
from uploader.items import QueueSnapshot, RecordingSnapshot

LOOKED_AT: Final = 300
"""So many of the newest recordings say what a session takes: this is asked several times a second,
also with a hundred thousand in the queue."""
SESSIONS: Final = 5
"""The mean of so many of the newest sessions is a session like these."""
LEAST_BYTES_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class Trip:
    """What a person who travels wants to know. None where nobody can tell yet."""

    sessions_left: int | None
    """How many more sessions like the last ones fit on the disk (and on the second one)."""
    waiting_bytes: int
    home_s: float | None
    """How long all that waits takes at the speed of now, or else at the last one."""
    is_sending: bool
    """Whether that speed is the one of now."""


def plan(queue: QueueSnapshot | None, space: Space | None, last_bytes_s: float | None) -> Trip:
    """What is known at this moment; `last_bytes_s` is how fast it was sent last, if ever."""
    if queue is None:
        return Trip(None, 0, None, is_sending=False)
    now_bytes_s = queue.sending.bytes_s
    bytes_s = now_bytes_s or last_bytes_s
    waiting = queue.totals.bytes_unsent
    home_s = waiting / bytes_s if waiting and bytes_s and bytes_s > LEAST_BYTES_S else None
    return Trip(_sessions_left(queue, space), waiting, home_s, is_sending=bool(now_bytes_s))


def _sessions_left(queue: QueueSnapshot, space: Space | None) -> int | None:
    each = session_bytes(queue)
    if space is None or space.total_bytes <= 0 or each is None:
        return None
    return int(_usable_bytes(space) // each)


def session_bytes(queue: QueueSnapshot) -> float | None:
    """What a session like the last ones takes; None before there was one."""
    running = {each.session for each in _newest(queue) if each.state == "recording"}
    sizes: Counter[str] = Counter()
    for recording in _newest(queue):
        if recording.session not in running:
            sizes[recording.session] += recording.size_bytes
    # In the order in which they were met: the newest first.
    found = [size for size in islice(sizes.values(), SESSIONS) if size > 0]
    return sum(found) / len(found) if found else None


def _newest(queue: QueueSnapshot) -> Iterator[RecordingSnapshot]:
    return reversed(queue.recordings[-LOOKED_AT:])


def _usable_bytes(space: Space) -> float:
    """What recordings can take before the last of them is ended for want of space."""
    kept = space.limits.stop_s * space.rate.bytes_s if space.rate is not None else 0.0
    beside = max(0.0, space.overflow.free_bytes - kept) if space.overflow is not None else 0.0
    return max(0.0, space.free_bytes - kept) + beside
