"""When a film's pictures follow each other, and how its tracks lie together; without decoding."""

import statistics
from array import array
from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import Final

from av.container import InputContainer
from av.video.stream import VideoStream

from holdfast.jsonform import Json

_KEPT_MOST: Final = 5_200_000
"""Times of a day's pictures at 60 a second, 42 MB."""


def measure_timing(container: InputContainer, stream: VideoStream) -> Json:
    """Rate, spread and longest wait of the pictures; starts and ends of both tracks, in seconds."""
    wanted = [stream, *container.streams.audio[:1]]
    times_s = array("d")
    heard_from_s: float | None = None
    heard_to_s = seen_to_s = 0.0
    keys = 0
    for packet in container.demux(wanted):
        at = packet.dts if packet.pts is None else packet.pts
        if at is None or packet.time_base is None:
            continue
        at_s = float(at * packet.time_base)
        end_s = at_s + float((packet.duration or 0) * packet.time_base)
        if packet.stream is stream or packet.stream.index == stream.index:
            keys += packet.is_keyframe
            seen_to_s = max(seen_to_s, end_s)
            if len(times_s) < _KEPT_MOST:
                times_s.append(at_s)
        else:
            heard_from_s = at_s if heard_from_s is None else min(heard_from_s, at_s)
            heard_to_s = max(heard_to_s, end_s)
    return {
        "frames": len(times_s),
        "frame_rate": frame_rate(sorted(times_s)),
        "key_frames": keys,
        "sound_starts_later_ms": None
        if heard_from_s is None or not times_s
        else round((heard_from_s - min(times_s)) * 1000, 3),
        "sound_ends_later_ms": None
        if heard_from_s is None
        else round((heard_to_s - seen_to_s) * 1000, 3),
    }


def frame_rate(times_s: Sequence[float]) -> Json | None:
    """The rate and its spread, in the words of a passport; None of fewer than two pictures."""
    waits_ms = sorted((after - before) * 1000 for before, after in pairwise(times_s))
    if not waits_ms:
        return None
    length_s = times_s[-1] - times_s[0]
    median = statistics.median(waits_ms)
    return {
        "mean_fps": round(len(waits_ms) / length_s, 3) if length_s > 0 else 0.0,
        "usual_fps": round(1000 / median, 3) if median > 0 else 0.0,
        "interval_ms": {
            "median": round(median, 3),
            "deviation": round(statistics.pstdev(waits_ms), 3),
            "p01": round(waits_ms[_rank(0.01, len(waits_ms))], 3),
            "p99": round(waits_ms[_rank(0.99, len(waits_ms))], 3),
        },
        "longest_interval_ms": round(waits_ms[-1], 3),
        "shortest_interval_ms": round(waits_ms[0], 3),
    }


def _rank(share: float, count: int) -> int:
    return max(0, min(count - 1, ceil(share * count) - 1))
