"""Watches the disk that recordings are kept on, in minutes of recording.

It knows the open source, what the running recording takes and what earlier ones took; it says what
is left, refuses what cannot fit and tells when a limit is passed. It starts and stops nothing, and
writes nothing. The numbers' meaning is in `desktop/recording/disk.py`.
"""

import logging
import shutil
from collections.abc import Callable, Iterator
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

_log = logging.getLogger(__name__)

LOOK_EVERY_S = 1.0
_LAST = 3
"""So many of the last recordings in the same mode say what the next one takes."""
_LOOKED_AT = 20
"""So many recordings are read at the most to find them."""

DiskUsage = Callable[[Path], Usage]


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
    ) -> None:
        """`beside_bytes_s` tells what other sources take that are recorded at the same time."""
        self._home = home
        self._limits = limits
        self._usage = usage
        self._clock = clock
        self._beside_bytes_s = beside_bytes_s
        self._is_file = False
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

    def began(self) -> None:
        """A recording begins."""
        self._measured = None
        self._told = Level.ROOMY
        self._look_at_ns = 0

    def ended(self) -> None:
        """The recording is over: from now on it counts among the earlier ones."""
        self._measured = None
        self._expected = None

    def space(self) -> Space:
        """What is free, and what it is worth at the rate that is known best."""
        usage = self._usage(self._home.recordings)
        rate = self._rate()
        if rate is not None:
            rate = Rate(rate.bytes_s + self._beside_bytes_s(), rate.basis)
        return Space(usage.free_bytes, usage.total_bytes, rate, self._limits)

    @property
    def rate_bytes_s(self) -> float:
        """What this source alone takes, bytes a second; 0 while nobody knows."""
        rate = self._rate()
        return rate.bytes_s if rate is not None else 0.0

    def refuse_what_cannot_fit(self, seconds: float | None) -> None:
        """Raise NotEnoughSpace where a recording of `seconds` (None: of any length) cannot fit.

        A file may be shorter than the most that is taken of it, so that this says nothing there.
        """
        if self._is_file:
            seconds = None
        left_s = self.space().left_s
        needed_s = disk.needed_s(seconds, self._limits)
        if left_s is not None and left_s < needed_s:
            raise NotEnoughSpace(disk.refusal(left_s, needed_s, seconds is not None))

    def passed(self, progress: Progress) -> tuple[Level, float] | None:
        """The limit that the running recording has passed since it was last asked, if any, and how
        many seconds are left."""
        now_ns = self._clock.monotonic_ns()
        if now_ns < self._look_at_ns:
            return None
        self._look_at_ns = now_ns + int(LOOK_EVERY_S * 1e9)
        self._measured = disk.measured(progress.bytes_on_disk, progress.elapsed_s)
        left_s = self.space().left_s
        level = disk.level(left_s, self._limits)
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
            if disk.measured(manifest.size_bytes, manifest.duration_s) is not None:
                yield manifest.size_bytes, manifest.duration_s


def _mode(video: Video | None) -> tuple[str, int, int] | None:
    return None if video is None else (video.codec, video.width, video.height)


def _is_file(source: str) -> bool:
    try:
        return kind_of(source) is SourceKind.FILE
    except RecordingError:
        return False
