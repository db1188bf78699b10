"""Disk space in minutes of recording: how long it lasts, when to warn, to refuse and to end. Pure.

A percentage or a number of bytes tells nobody whether the next hour fits; minutes do. It reads no
disk and no file: what is free and what was measured is handed in. `desktop/space.py` watches.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from holdfast.announcement import Video

MEASURED_AFTER_S: Final = 8.0
"""A rate is believed once two segments may have been closed."""
LOST_SHARE_MOST: Final = 0.1
"""A computer that loses more than this is not always so slow, and what it kept took less space."""
LEAST_S: Final = 60.0
"""A recording without a stated length begins only where so much of it fits."""
BITS_PER_PIXEL: Final = 0.12
"""Assumed before anything was measured: an ordinary webcam at 1280 x 720 and 30 pictures a second
takes 2.9 Mbit/s with our encoder's settings (crf 23, veryfast), which is 0.10; a little more, since
hours that come true are better than hours that do not."""
SOUND_BYTES_S: Final = 96_000 / 8
"""The encoder's sound."""

BALLAST_SHARE: Final = 100
"""The reserve takes at most the hundredth part of what is free: nobody misses one per cent."""
BALLAST_LEAST_BYTES: Final = 4 << 20
"""Below this a reserve is of no use: closing a recording writes sidecar, journal and manifest, and
the queue's log may hold 4 MB."""
BALLAST_LEAST_PARTS: Final = 8
"""Where less than so many smallest reserves are free, there is none."""

ENDED_REASON: Final = "disk nearly full"
MOVES_ON_REASON: Final = "disk nearly full; goes on in the overflow folder"

Basis = Literal["running", "last", "assumed"]


class Level(IntEnum):
    """How urgent it is; a higher one is worse."""

    ROOMY = 0
    AMBER = 1
    RED = 2
    STOP = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of recording left, below which it is amber, red, and over. `stop_s` 0: never over."""

    amber_s: float = 60 * 60.0
    red_s: float = 15 * 60.0
    stop_s: float = 2 * 60.0


@dataclass(frozen=True, slots=True)
class Rate:
    """How fast a recording takes space, bytes a second, and where that number is from."""

    bytes_s: float
    basis: Basis


@dataclass(frozen=True, slots=True)
class Usage:
    """A disk, bytes; all zero where the system does not say."""

    free_bytes: int
    total_bytes: int

    @property
    def is_known(self) -> bool:
        return self.total_bytes > 0


@dataclass(frozen=True, slots=True)
class Space:
    """The disk that is recorded on, the one where recording can go on, and what both are worth."""

    free_bytes: int
    total_bytes: int
    rate: Rate | None = None
    """None before a camera is open and before anything was measured."""
    limits: Limits = field(default_factory=Limits)
    overflow: Usage | None = None
    """The disk with the overflow folder, where that is connected and not recorded on already."""
    in_overflow: bool = False
    """Whether the disk that is recorded on is the one with the overflow folder."""
    overflow_trouble: str | None = None
    """Why the overflow folder cannot be used now, as a sentence."""
    ours_bytes: int | None = None
    """What our own recordings take on the disk that is recorded on; None before it was counted."""

    @property
    def other_bytes(self) -> int | None:
        """What all other files take on the disk that is recorded on."""
        if self.ours_bytes is None:
            return None
        return max(0, self.total_bytes - self.free_bytes - self.ours_bytes)

    @property
    def left_s(self) -> float | None:
        """How long recording could go on, on both disks; None where that is not known."""
        return None if self.rate is None else self.left_at_s(self.rate.bytes_s)

    @property
    def here_s(self) -> float | None:
        """How long recording could go on without the overflow folder."""
        if self.rate is None or self.total_bytes <= 0:
            return None
        return left_s(self.free_bytes, self.rate.bytes_s)

    @property
    def overflow_s(self) -> float | None:
        """How long a recording in the overflow folder could last; None where there is none."""
        if self.rate is None or self.overflow is None:
            return None
        return left_s(self.overflow.free_bytes, self.rate.bytes_s)

    def left_at_s(self, bytes_s: float) -> float | None:
        """How long recording could go on at this rate, on both disks."""
        if self.total_bytes <= 0:
            return None
        here_s = left_s(self.free_bytes, bytes_s)
        if here_s is None or self.overflow is None:
            return here_s
        return left_on_both_s(here_s, left_s(self.overflow.free_bytes, bytes_s), self.limits)


def left_s(free_bytes: int, bytes_s: float) -> float | None:
    """How many seconds of recording fit; None for a rate of nothing."""
    return free_bytes / bytes_s if bytes_s > 0 else None


def has_room(seconds_left: float | None, limits: Limits) -> bool:
    """Whether it is worth beginning a recording where so much is left."""
    return seconds_left is not None and seconds_left >= needed_s(None, limits)


def left_on_both_s(here_s: float, overflow_s: float | None, limits: Limits) -> float:
    """How long recording can go on: here until it is moved on, and then in the overflow folder."""
    if overflow_s is None or not has_room(overflow_s, limits):
        return here_s
    return max(0.0, here_s - limits.stop_s) + overflow_s


def level(seconds_left: float | None, limits: Limits) -> Level:
    """How urgent so many seconds are; not knowing is no alarm."""
    if seconds_left is None or seconds_left >= limits.amber_s:
        return Level.ROOMY
    if seconds_left >= limits.red_s:
        return Level.AMBER
    return Level.STOP if seconds_left < limits.stop_s else Level.RED


def measured(size_bytes: int, length_s: float) -> float | None:
    """Bytes a second of a recording so far; None before it says anything."""
    return size_bytes / length_s if length_s >= MEASURED_AFTER_S and size_bytes > 0 else None


def typical(size_bytes: int, length_s: float, frames: int, lost_frames: int) -> float | None:
    """As `measured`, and None where so many pictures were lost that it says nothing of the next
    hours: hours that come true are better than hours that do not."""
    if lost_frames > LOST_SHARE_MOST * (frames + lost_frames):
        return None
    return measured(size_bytes, length_s)


def last_rate(recordings: Iterable[tuple[int, float]]) -> Rate | None:
    """The rate of earlier recordings, each (bytes, seconds), the longer ones counting for more."""
    worth = [(size, length) for size, length in recordings if measured(size, length) is not None]
    if not worth:
        return None
    return Rate(sum(size for size, _ in worth) / sum(length for _, length in worth), "last")


def assumed_rate(video: "Video", with_sound: bool) -> Rate:
    """What a recording in this mode probably takes, before any was measured."""
    picture = video.width * video.height * video.nominal_fps * BITS_PER_PIXEL / 8
    return Rate(picture + (SOUND_BYTES_S if with_sound else 0.0), "assumed")


def needed_s(seconds: float | None, limits: Limits) -> float:
    """How much must fit for a recording of `seconds` to begin: itself, and what is left at the end.

    Without a stated length (None) at least LEAST_S: one that ends at once helps nobody.
    """
    return (LEAST_S if seconds is None else seconds) + limits.stop_s


def ballast_bytes(setting_bytes: int, free_bytes: int) -> int:
    """How large the reserve is where so much is free without it: the setting, or less.

    At most the hundredth part of what is free, but never so little that it is of no use; none at
    all on a disk that has next to nothing.
    """
    if setting_bytes <= 0 or free_bytes < BALLAST_LEAST_PARTS * BALLAST_LEAST_BYTES:
        return 0
    return min(setting_bytes, max(BALLAST_LEAST_BYTES, free_bytes // BALLAST_SHARE))


def left_sentence(seconds_left: float) -> str:
    """The interface's sentence for a disk that fills. Never rounded up."""
    minutes = int(max(0.0, seconds_left) // 60)
    if minutes < 1:
        return "Space for less than 1 minute left at this quality."
    return f"Space for {minutes} minute{'' if minutes == 1 else 's'} left at this quality."


def refusal(
    seconds_left: float, seconds_needed: float, has_length: bool, away: str | None = None
) -> str:
    """Why a recording does not begin, and what to do; `away` is an overflow that is not here."""
    minutes = int(max(0.0, seconds_left) // 60)
    left = f"{minutes} min" if minutes else "less than 1 min"
    shorter = ", or record for a shorter time" if has_length else ""
    connect = "" if away is None else f", connect the disk with the overflow folder {away}"
    return (
        f"Not enough space to record ({left} left, {math.ceil(seconds_needed / 60)} needed)."
        f" Nothing was recorded; earlier recordings are safe. Free some space{connect}{shorter}."
    )


def in_overflow_sentence(folder: str) -> str:
    """Why a recording begins in the overflow folder."""
    return f"The first disk is nearly full; recordings go to {folder}."


def moved_on_sentence(folder: str) -> str:
    """Why a running recording was ended, and where it goes on."""
    return (
        "The disk is nearly full. The recording was ended in good order, all of it is safe, and"
        f" another one goes on at once in {folder}."
    )


def ended_sentence(seconds_left: float) -> str:
    """Why a running recording was ended."""
    return (
        f"{left_sentence(seconds_left)} The recording was ended in good order, and all of it is"
        " safe. Free some space before recording again."
    )
