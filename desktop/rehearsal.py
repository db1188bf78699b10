"""A short rehearsal: the real recorder on the configured source, and how well it did.

It records into a home of its own inside the real one, so on the same disk. That home is gone
afterwards: nothing of a rehearsal reaches the queue.
"""

import queue
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop.check import Check
from desktop.recording.model import CaptureRequest, Failed, Ready
from desktop.recording.sync import Sync, SyncUnmeasurable
from desktop.recording.sync_file import measure_file
from desktop.station import RecordingSaved, RecordingWish, Station, StationEvent
from desktop.windowless import opened_station
from holdfast import fragments
from holdfast.clock import Clock
from holdfast.command import Failure
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest

SECONDS: Final = 10.0
_USUAL_FPS: Final = 30.0


def rehearsal_checks(
    home: Home, capture: CaptureRequest, clock: Clock, seconds: float = SECONDS
) -> Iterator[Check]:
    """Record for some seconds and measure pictures lost, and offset where there are beeps."""
    with tempfile.TemporaryDirectory(dir=home.root, prefix="rehearsal-") as folder:
        own = Home(Path(folder))
        try:
            saved = _rehearse(own, replace(capture, with_preview=False), clock, seconds)
        except Failure as error:
            yield Check("rehearsal", False, error.message)
            return
        manifest = saved.manifest
        if manifest is None:
            yield Check("rehearsal", False, saved.trouble or "Nothing was recorded.")
            return
        yield _pictures(manifest, seconds)
        yield _together(RecordingFolder(saved.folder), manifest, own.root / "rehearsal.mp4")


def _rehearse(home: Home, capture: CaptureRequest, clock: Clock, seconds: float) -> RecordingSaved:
    inbox: queue.SimpleQueue[StationEvent] = queue.SimpleQueue()
    with opened_station(
        home, clock, inbox.put, with_overflow=False, checks_quality=False
    ) as station:
        station.prepare(capture)
        return _record(station, inbox, seconds)


def _record(
    station: Station, inbox: queue.SimpleQueue[StationEvent], seconds: float
) -> RecordingSaved:
    while True:
        match inbox.get():
            case Ready() if station.active_recording is None:
                station.begin(
                    RecordingWish(participant="rehearsal", seconds=seconds, kept_by="doctor")
                )
            case Failed(sentence=sentence):
                raise Failure(sentence)
            case RecordingSaved() as saved:
                return saved


def _pictures(manifest: Manifest, seconds: float) -> Check:
    detail = (
        f"{manifest.duration_s:.1f} s, {manifest.frames} pictures"
        f" ({manifest.frames / max(manifest.duration_s, 0.001):.2f} a second),"
        f" {manifest.lost_frames} lost."
    )
    if manifest.lost_frames or manifest.gaps:
        return Check(
            "rehearsal",
            False,
            detail,
            "Close other programs, or choose a smaller picture in the settings.",
            essential=False,
        )
    return Check("rehearsal", True, detail)


def _together(folder: RecordingFolder, manifest: Manifest, file: Path) -> Check:
    video = manifest.announcement.video
    if manifest.announcement.audio is None:
        return Check(
            "sync",
            False,
            "There was no sound to measure.",
            "Plug in a microphone if sound is needed.",
            essential=False,
        )
    with file.open("xb") as joined:
        for piece in fragments.join(path for _number, path in sorted(folder.segments().items())):
            joined.write(piece)
    try:
        sync = measure_file(file)
    except SyncUnmeasurable as error:
        return Check(
            "sync",
            False,
            f"Not measured. {error}",
            "For a measurement, show the camera a screen that flashes with a beep.",
            essential=False,
        )
    fps = video.nominal_fps if video is not None and video.nominal_fps > 0 else _USUAL_FPS
    return _judged(sync, 1000 / fps)


def _judged(sync: Sync, frame_ms: float) -> Check:
    offsets = sync.offsets_ms
    mean = float(offsets.mean())
    detail = (
        f"Sound {mean:+.1f} ms to the picture, {offsets.min():+.1f} to {offsets.max():+.1f},"
        f" in {len(sync.pairs)} flashes."
    )
    if abs(mean) > frame_ms:
        return Check(
            "sync",
            False,
            detail,
            f"That is more than one picture ({frame_ms:.0f} ms): try another microphone.",
        )
    return Check("sync", True, detail)
