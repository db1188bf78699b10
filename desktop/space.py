"""Watches the disk that recordings are kept on, in minutes of recording.

It knows the open source, what the running recording takes and what earlier ones took; it says what
is left, refuses what cannot fit and tells when a limit is passed. It starts and stops nothing, and
writes nothing. The numbers' meaning is in `desktop/recording/disk.py`.
"""

import logging
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from desktop.recording import disk
from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.disk import Level, Limits, Rate, Space, Usage
from desktop.recording.errors import NotEnoughSpace, RecordingError
from desktop.recording.model import CaptureRequest, Progress, Ready
from holdfast import salvage
from holdfast.announcement import Video
from holdfast.clock import Clock
from holdfast.jsonform import FormatError
from holdfast.layout import Home
from holdfast.overflow_layout import OverflowFolder

_log = logging.getLogger(__name__)

LOOK_EVERY_S = 1.0
_LAST = 3
"""So many of the last recordings in the same mode say what the next one takes."""
_LOOKED_AT = 20
"""So many recordings are read at the most to find them."""

DiskUsage = Callable[[Path], Usage]
Ours = Callable[[Path], int | None]
"""How many bytes our own recordings take in a recordings folder; None while nobody knows."""


def disk_usage(folder: Path) -> Usage:
    """The disk that `folder` is on, or will be on; zeros where the system does not say."""
    for place in (folder, *folder.parents):
        if place.exists():
            try:
                usage = shutil.disk_usage(place)
            except OSError:
                return Usage(0, 0)
            return Usage(usage.free, usage.total)
    return Usage(0, 0)


class SpaceWatch:
    """One source's view of the disk. Methods may be called from any thread."""

    def __init__(
        self,
        home: Home,
        limits: Limits,
        usage: DiskUsage,
        clock: Clock,
        beside_bytes_s: Callable[[], float] = lambda: 0.0,
        ours: Ours = lambda _folder: None,
    ) -> None:
        """`beside_bytes_s` tells what other sources take that are recorded at the same time,
        `ours` what our recordings take in a recordings folder.
        """
        self._home = home
        self._limits = limits
        self._usage = usage
        self._clock = clock
        self._beside_bytes_s = beside_bytes_s
        self._ours = ours
        self._is_file = False
        self._overflow: OverflowFolder | None = None
        self._ready: Ready | None = None
        self._expected: Rate | None = None
        self._measured: float | None = None
        self._told = Level.ROOMY
        self._look_at_ns = 0

    def opening(self, capture: CaptureRequest) -> None:
        """Another source is being opened; what it gives is not known yet."""
        self._is_file = _is_file(capture.source)
        self._ready = None
        self._expected = None

    def opened(self, ready: Ready) -> None:
        """A source is open: what it gives decides what a recording takes."""
        self._ready = ready
        self._expected = None

    def began(self, overflow: OverflowFolder | None = None) -> None:
        """A recording begins, in the overflow folder where one is given."""
        self._overflow = overflow
        self._measured = None
        self._told = Level.ROOMY
        self._look_at_ns = 0

    def ended(self) -> None:
        """The recording is over: from now on it counts among the earlier ones."""
        self._measured = None
        self._expected = None
        self._overflow = None

    def space(self) -> Space:
        """What is free, and what it is worth at the rate that is known best."""
        rate = self._rate()
        if rate is not None:
            rate = Rate(rate.bytes_s + self._beside_bytes_s(), rate.basis)
        usage = self._usage(self._folder)
        return Space(
            usage.free_bytes,
            usage.total_bytes,
            rate,
            self._limits,
            overflow=self._usage_of_overflow(),
            in_overflow=self._overflow is not None,
        )

    def shown(self) -> Space:
        """As `space`, with what our own recordings take. Not for a thread that records."""
        return replace(self.space(), ours_bytes=self._ours(self._folder))

    @property
    def _folder(self) -> Path:
        return self._home.recordings if self._overflow is None else self._overflow.path

    def _usage_of_overflow(self) -> Usage | None:
        overflow = self._home.overflow
        if overflow is None or self._overflow is not None or not overflow.is_here:
            return None
        usage = self._usage(overflow.path)
        return usage if usage.is_known else None

    @property
    def rate_bytes_s(self) -> float:
        """What this source alone takes, bytes a second; 0 while nobody knows."""
        rate = self._rate()
        return rate.bytes_s if rate is not None else 0.0

    def place_for(self, seconds: float | None) -> OverflowFolder | None:
        """Where a recording of `seconds` (None: of any length) begins: None is the first folder.

        Where it fits on neither disk but on both together, it begins on the first and goes on on
        the second. A file may be shorter than the most that is taken of it, so that its length is
        of no account. Raises NotEnoughSpace.
        """
        if self._is_file:
            seconds = None
        space, overflow = self.space(), self._home.overflow
        needed_s, here_s = disk.needed_s(seconds, self._limits), space.here_s
        if here_s is None or here_s >= needed_s:
            return None
        if space.overflow_s is not None and space.overflow_s >= needed_s:
            return overflow
        left_s = space.left_s or 0.0
        if left_s >= needed_s and not self._is_file:
            return None if disk.has_room(here_s, self._limits) else overflow
        is_away = overflow is not None and not overflow.is_here
        away = str(overflow.path) if overflow is not None and is_away else None
        raise NotEnoughSpace(disk.refusal(left_s, needed_s, seconds is not None, away))

    def place_to_go_on(self) -> OverflowFolder | None:
        """Where the running recording may go on once its disk is full; None where nowhere."""
        if self._is_file:
            return None
        space = self.space()
        return self._home.overflow if disk.has_room(space.overflow_s, self._limits) else None

    def passed(self, progress: Progress) -> tuple[Level, float] | None:
        """The limit that the running recording has passed since it was last asked, if any, and how
        many seconds are left.

        What is low is what is left on both disks; what ends the recording is its own disk.
        """
        now_ns = self._clock.monotonic_ns()
        if now_ns < self._look_at_ns:
            return None
        self._look_at_ns = now_ns + int(LOOK_EVERY_S * 1e9)
        self._measured = disk.measured(progress.bytes_on_disk, progress.recorded_s)
        space = self.space()
        left_s = space.left_s
        level = disk.level(left_s, self._limits)
        if disk.level(space.here_s, self._limits) is Level.STOP:
            level = Level.STOP
        if left_s is None or level <= self._told:
            return None
        self._told = level
        return level, left_s

    def _rate(self) -> Rate | None:
        if self._measured is not None:
            return Rate(self._measured, "running")
        if self._expected is None and self._ready is not None:
            self._expected = self._expect(self._ready)
        return self._expected

    def _expect(self, ready: Ready) -> Rate:
        lengths = islice(self._earlier(ready), _LAST)
        return disk.last_rate(lengths) or disk.assumed_rate(ready.video, ready.audio is not None)

    def _earlier(self, ready: Ready) -> Iterator[tuple[int, float]]:
        """Bytes and seconds of recordings in the same mode, the newest first."""
        for folder in islice(self._home.newest_recording_folders(), _LOOKED_AT):
            try:
                manifest = salvage.read_manifest(folder)
            except (OSError, FormatError) as error:
                _log.warning("%s: nothing is known about its space (%s)", folder.path, error)
                continue
            if manifest is None or _mode(manifest.announcement.video) != _mode(ready.video):
                continue
            size_bytes, length_s = manifest.size_bytes, manifest.recorded_s
            if (
                disk.typical(size_bytes, length_s, manifest.frames, manifest.lost_frames)
                is not None
            ):
                yield size_bytes, length_s


def _mode(video: Video | None) -> tuple[str, int, int] | None:
    return None if video is None else (video.codec, video.width, video.height)


def _is_file(source: str) -> bool:
    try:
        return kind_of(source) is SourceKind.FILE
    except RecordingError:
        return False
