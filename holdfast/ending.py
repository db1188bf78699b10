"""The manifest of a recording that has ended, made from what stands on disk alone.

It reads no file and writes none: it is given the announcement, the journal and the sidecars.
"""

import itertools
from collections.abc import Sequence

from holdfast.announcement import Announcement, Video
from holdfast.fragments import VIDEO_TICKS
from holdfast.journal import Ended, JournalEntry, Marker, PartLost, PartStarted, Paused
from holdfast.manifest import PAUSED, Gap, Manifest, ManifestSegment, Part
from holdfast.sidecar import Sidecar


def build(
    announcement: Announcement, journal: Sequence[JournalEntry], sidecars: Sequence[Sidecar]
) -> Manifest:
    """The manifest of a recording that has ended, from what is on disk alone.

    Without an `Ended` entry the recording was cut short and is `interrupted`. Between two parts
    lies a gap, from the end of the last picture to the offset of the next part.
    """
    sidecars = sorted(sidecars, key=lambda each: each.segment)
    starts = [entry for entry in journal if isinstance(entry, PartStarted)]
    recorded = {each.part for each in sidecars}
    starts = [entry for entry in starts if entry.part in recorded]
    ended = next((entry for entry in reversed(journal) if isinstance(entry, Ended)), None)
    pictures_end_s = max((each.start_s + each.duration_s for each in sidecars), default=0.0)
    gaps = _gaps(starts, sidecars, journal)
    if ended is not None:
        gaps += _trailing_gaps(pictures_end_s, ended, starts, journal)
    return Manifest(
        announcement=announcement,
        state=ended.state if ended is not None else "interrupted",
        parts=tuple(_listed(each, announcement.video) for each in starts),
        gaps=tuple(gaps),
        markers=tuple(entry for entry in journal if isinstance(entry, Marker)),
        segments=tuple(ManifestSegment.of(each) for each in sidecars),
        duration_s=round(pictures_end_s, 6),
        lost_frames=sum(each.lost_frames for each in sidecars),
    )


def _listed(started: PartStarted, announced: Video | None) -> Part:
    own = None if started.video == announced else started.video
    return Part(started.part, started.offset_s, started.reason, own)


_TRAILING_GAP_S = 0.5
"""A recording that ends this much after its last picture lost its camera before it was stopped."""

_TICK_S = 1 / VIDEO_TICKS
"""A part ends at a whole tick, the next begins to the nanosecond: what lies between is no gap."""


def _gaps(
    starts: Sequence[PartStarted], sidecars: Sequence[Sidecar], journal: Sequence[JournalEntry]
) -> list[Gap]:
    reasons = {entry.part: entry.reason for entry in journal if isinstance(entry, PartLost)}
    gaps = []
    for before, after in itertools.pairwise(starts):
        segments = [each for each in sidecars if each.part == before.part]
        end_s = max(each.start_s + each.duration_s for each in segments)
        if after.offset_s - end_s > _TICK_S:
            reason = reasons.get(before.part, after.reason)
            paused_s = _paused_s(journal, before.part, end_s)
            gaps += _split(round(end_s, 6), paused_s, after.offset_s, reason)
    return gaps


def _trailing_gaps(
    end_s: float,
    ended: Ended,
    starts: Sequence[PartStarted],
    journal: Sequence[JournalEntry],
) -> list[Gap]:
    paused_s = _paused_s(journal, starts[-1].part, end_s) if starts else None
    least_s = _TRAILING_GAP_S if paused_s is None else _TICK_S
    if ended.end_s - end_s <= least_s:
        return []
    return _split(end_s, paused_s, ended.end_s, ended.reason)


def _paused_s(journal: Sequence[JournalEntry], part: int, end_s: float) -> float | None:
    """When a part that ended at `end_s` was followed by a pause; None where it was not."""
    pauses = [entry.t_s for entry in journal if isinstance(entry, Paused) and entry.part == part]
    return max(end_s, min(pauses)) if pauses else None


def _split(from_s: float, paused_s: float | None, to_s: float, reason: str) -> list[Gap]:
    """The gap, of which all that lies behind `paused_s` is a pause."""
    if paused_s is None or paused_s >= to_s:
        return [Gap(from_s, to_s, reason)]
    if paused_s - from_s <= _TRAILING_GAP_S:
        return [Gap(from_s, to_s, PAUSED)]
    return [Gap(from_s, round(paused_s, 6), reason), Gap(round(paused_s, 6), to_s, PAUSED)]
