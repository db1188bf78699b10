"""One source's quality check: hears what is recorded, and says afterwards how good it is.

It counts what the recorder says of its sound, has a process look at the pictures, and writes
`quality.json` once a recording is safe. Nothing waits for it.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desktop.quality_process import NotAnswered, QualityProcess
from desktop.recording.model import PartBegan, Paused, Progress, Resumed, SoundAlarm
from desktop.recording.quality import Quality, RecorderCounts, Totals, judge
from desktop.settings import QualitySettings
from desktop.station_events import QualityChecked
from desktop.supervisor_events import SupervisorEvent
from holdfast.clock import Clock, rfc3339
from holdfast.durable import write_replacing
from holdfast.jsonform import canonical
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from holdfast.quality import PictureCounts

_log = logging.getLogger(__name__)

NO_MEMORY: Final = "The pictures were not checked: there was no memory to show them in."
TOO_SHORT: Final = "The pictures were not checked: the recording ended before the first look."
_CLOSE_S: Final = 3.0

Spawn = Callable[[str, bool, Clock], QualityProcess]


@dataclass(frozen=True, slots=True)
class _Over:
    """A recording that has ended, and what the recorder said of it."""

    folder: RecordingFolder
    totals: Totals
    heard: RecorderCounts
    asked: int | None
    """Number of the question to the process."""


class QualityCheck:
    """The check of one source. `tell`, and `written` once the file stands, are called from a
    thread of its own."""

    def __init__(
        self,
        settings: QualitySettings,
        clock: Clock,
        tell: Callable[[QualityChecked], None],
        written: Callable[[RecordingFolder], None],
        spawn: Spawn = QualityProcess,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._tell = tell
        self._written = written
        self._spawn = spawn
        self._process: QualityProcess | None = None
        self._picture_is_watched = False
        self._zero_ns: int | None = None
        self._paused = False
        self._distorted = False
        self._heard = RecorderCounts()
        self._one_at_a_time = threading.Lock()
        self._finishing: list[threading.Thread] = []

    def open(self, block: str | None) -> None:
        """Have a process ready to look into this preview; None: there is no preview."""
        if block is not None:
            self._process = self._spawn(block, self._settings.faces, self._clock)
            if self._picture_is_watched:
                self._process.watch_picture(wanted=True)

    def watch_picture(self, *, wanted: bool) -> None:
        """Whether to look at the pictures also while nothing is recorded."""
        self._picture_is_watched = wanted
        if self._process is not None:
            self._process.watch_picture(wanted=wanted)

    def hear(self, event: SupervisorEvent) -> None:
        """Take in what the recorder says."""
        if isinstance(event, PartBegan) and self._zero_ns is None:
            self._zero_ns = event.zero_ns
            self._heard = RecorderCounts()
            if self._process is not None:
                self._process.begin(event.zero_ns)
        elif isinstance(event, Paused | Resumed):
            self._pause_or_resume(event)
        elif isinstance(event, SoundAlarm):
            self._distorted = event.kind == "clipped"
        elif isinstance(event, Progress) and self._zero_ns is not None and not self._paused:
            self._heard = self._count(event)

    def _pause_or_resume(self, event: Paused | Resumed) -> None:
        self._paused = isinstance(event, Paused)
        if self._zero_ns is None or self._process is None:
            return
        at_ns = self._zero_ns + round(event.t_s * 1e9)
        if self._paused:
            self._process.pause(at_ns)
        else:
            self._process.resume(at_ns)

    def _count(self, progress: Progress) -> RecorderCounts:
        return self._heard.and_sign(
            progress.level_db,
            progress.peak_db,
            progress.picture_age_s,
            distorted=self._distorted,
        )

    def finish(
        self, folder: RecordingFolder, manifest: Manifest | None, wanted_s: float | None
    ) -> None:
        """The recording is safe. Returns at once; `QualityChecked` follows within 2 s."""
        zero_ns, self._zero_ns = self._zero_ns, None
        self._paused = False
        if manifest is None or zero_ns is None:
            return
        asked = None
        if self._process is not None:
            asked = self._process.ask(zero_ns + round(manifest.duration_s * 1e9))
        over = _Over(folder, self._totals(manifest, wanted_s), self._heard, asked)
        thread = threading.Thread(target=self._check, args=(over,), name="quality")
        self._finishing = [*filter(threading.Thread.is_alive, self._finishing), thread]
        thread.start()

    def close(self) -> None:
        """Finish what is being checked, and leave no process behind."""
        for thread in self._finishing:
            thread.join(_CLOSE_S)
        if self._process is not None:
            self._process.close()
            self._process = None

    def _totals(self, manifest: Manifest, wanted_s: float | None) -> Totals:
        return Totals(
            duration_s=round(manifest.duration_s - manifest.paused_s, 6),
            frames=manifest.frames,
            lost_frames=manifest.lost_frames,
            has_sound=manifest.announcement.audio is not None,
            wanted_s=wanted_s,
            least_s=self._settings.least_s,
        )

    def _check(self, over: _Over) -> None:
        with self._one_at_a_time:
            pictures, not_checked = self._pictures(over.asked)
        quality = judge(pictures, over.heard, over.totals, not_checked)
        self._write(over.folder, quality)
        self._tell(QualityChecked(over.folder.recording, over.folder.path, quality))

    def _pictures(self, asked: int | None) -> tuple[PictureCounts | None, str]:
        if self._process is None or asked is None:
            return None, NO_MEMORY
        try:
            return self._process.answer(asked), TOO_SHORT
        except NotAnswered as error:
            return None, str(error)

    def _write(self, folder: RecordingFolder, quality: Quality) -> None:
        value = quality.to_file(folder.recording, rfc3339(self._clock.now()))
        try:
            write_replacing(folder.quality, canonical(value))
        except OSError:
            _log.exception("%s: what the quality check found could not be written", folder.path)
            return
        self._written(folder)
