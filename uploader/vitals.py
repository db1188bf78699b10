"""How this computer is, for the heartbeat: how long it can still record, how its clock stands.

Estimates that a person acts on, nothing that the program decides by; `desktop/recording/disk.py`
decides what fits, with what it knows of the running recording.
"""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from holdfast.clock import Clock
from holdfast.jsonform import Json
from uploader.clock_offset import ReceiverClock
from uploader.items import RecordingSnapshot

ASSUMED_BYTES_S: Final = 3_000_000 / 8
"""Before anything was recorded: an ordinary webcam and sound, a little more than they take."""
_LAST: Final = 5
_LONG_ENOUGH_S: Final = 8.0
"""A shorter recording says little about the rate."""


def disk_hours(free_bytes: int, recordings: Sequence[RecordingSnapshot]) -> float:
    """Hours of recording that so many bytes are worth, at the rate of the last recordings."""
    told = [each for each in recordings if each.duration_s >= _LONG_ENOUGH_S and each.size_bytes]
    last = sorted(told, key=lambda each: each.started_at)[-_LAST:]
    recorded_s = sum(each.duration_s for each in last)
    bytes_s = sum(each.size_bytes for each in last) / recorded_s if last else ASSUMED_BYTES_S
    return round(free_bytes / bytes_s / 3600, 2)


def free_bytes(folders: Iterable[Path]) -> int | None:
    """Free bytes of the disks that these folders are on, each once; None where nobody can say."""
    disks: dict[int, int] = {}
    for folder in folders:
        place = next((each for each in (folder, *folder.parents) if each.exists()), folder)
        try:
            disks[place.stat().st_dev] = shutil.disk_usage(place).free
        except OSError:
            # A disk that was pulled out since; the others still count.
            continue
    return sum(disks.values()) if disks else None


def clock_offset(known: ReceiverClock | None, clock: Clock) -> Json | None:
    """The receiver's time minus ours, now, in seconds, as a manifest has it; None: not known."""
    theirs = None if known is None else known.now(clock)
    if known is None or theirs is None:
        return None
    return {
        "value": round((theirs - clock.now()).total_seconds(), 4),
        "uncertainty": round(known.uncertainty_at(clock.monotonic_ns()), 4),
        "measured_at": known.measured_at,
    }
