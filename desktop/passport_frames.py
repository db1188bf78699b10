"""What a passport says of pictures and of the sound card's clock, from sidecars alone. Pure."""

import statistics
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import Final

from holdfast.jsonform import Json
from holdfast.manifest import Gap
from holdfast.sidecar import Sidecar
from holdfast.soundloss import SoundLoss, together

_EARLY: Final = 0.25


def frame_rate(sidecars: Sequence[Sidecar]) -> Json | None:
    """The real rate and its spread, from the capture times of pictures that follow each other.

    Where pictures were lost, and between two parts, there is a longer wait that says nothing of
    the camera's rate; the longest wait counts it.
    """
    intervals_ns = list(_intervals_ns(sidecars))
    if not intervals_ns:
        return None
    in_order = sorted(intervals_ns)
    return {
        "mean_fps": round(1e9 * len(intervals_ns) / max(1, sum(intervals_ns)), 3),
        "usual_fps": round(1e9 / max(1.0, statistics.median(in_order)), 3),
        "interval_ms": {
            "median": _ms(statistics.median(in_order)),
            "deviation": _ms(statistics.pstdev(in_order)),
            "p01": _ms(in_order[_rank(0.01, len(in_order))]),
            "p99": _ms(in_order[_rank(0.99, len(in_order))]),
        },
        "longest_interval_ms": _ms(in_order[-1]),
        "shortest_interval_ms": _ms(in_order[0]),
    }


def _intervals_ns(sidecars: Sequence[Sidecar]) -> Iterator[int]:
    for part in sorted({each.part for each in sidecars}):
        times_ns = [
            sidecar.base_monotonic_ns + time_us * 1000
            for sidecar in sidecars
            if sidecar.part == part
            for time_us in sidecar.frame_times_us
        ]
        yield from (after - before for before, after in pairwise(times_ns))


def _rank(share: float, count: int) -> int:
    return max(0, min(count - 1, ceil(share * count) - 1))


def _ms(interval_ns: float) -> float:
    return round(interval_ns / 1e6, 3)


def losses(sidecars: Sequence[Sidecar]) -> Json:
    """Lost pictures and sound with their places; sound is null where it was not written down."""
    heard = [each.sound for each in sidecars if each.sound is not None]
    sound: SoundLoss | None = together(heard) if heard else None
    return {
        "lost_frames": sum(each.lost_frames for each in sidecars),
        "losses": [list(loss) for each in sidecars for loss in each.losses],
        "sound": None if sound is None else sound.to_json(),
    }


def sound_clock(sidecars: Sequence[Sidecar]) -> Json | None:
    """How much faster than nominal the sound card ran, in ppm; null where that is not known."""
    known = [each.sound_clock_ppm for each in sidecars if each.sound_clock_ppm is not None]
    if not known:
        return None
    # The estimate settles: its early values are the less sure ones.
    settled = known[int(len(known) * _EARLY) :]
    return {
        "ppm": round(statistics.median(settled), 1),
        "least_ppm": min(settled),
        "most_ppm": max(settled),
    }


def without_picture_s(gaps: Sequence[Gap]) -> float:
    """All gaps together, in seconds."""
    return round(sum(each.to_s - each.from_s for each in gaps), 3)
