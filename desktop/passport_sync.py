"""How far sound and picture are apart in a recording, measured at its sync marks. For a passport.

Reads the segments around the marks, with the code of `doctor --sync`; the built-in scene flashes
and beeps by itself. It decodes, so it is never called while anything is shown or recorded.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import av.error

from desktop.recording.sync import (
    SyncUnmeasurable,
    beep_onsets,
    flash_onsets,
    measure,
)
from desktop.recording.sync_file import read_brightness, read_sound
from desktop.sync_mark import MARKER, MARKER_REACH_S
from holdfast import fragments
from holdfast.boxes import Damaged
from holdfast.jsonform import Json
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest, ManifestSegment

_SCENE: Final = "test"
_SCENE_LOOK_S: Final = 20.0
"""Of the built-in scene, so much at the start and at the end."""


def measure_recording(folder: RecordingFolder, manifest: Manifest) -> Json:
    """Offset and drift, or `{"reason": ...}` where there is nothing to measure."""
    announcement = manifest.announcement
    if announcement.audio is None:
        return {"reason": "There was no sound."}
    spans = _spans(manifest)
    if not spans:
        return {"reason": "There is no sync mark in it."}
    try:
        return _measured(folder, manifest, spans)
    except SyncUnmeasurable as error:
        return {"reason": str(error)}
    except (av.error.FFmpegError, Damaged, OSError) as error:
        return {"reason": f"The segments around its sync marks cannot be read ({error})."}


def _spans(manifest: Manifest) -> list[tuple[float, float]]:
    video = manifest.announcement.video
    if video is not None and video.camera_id.startswith(_SCENE):
        end_s = manifest.duration_s
        return [(0.0, _SCENE_LOOK_S), (end_s - _SCENE_LOOK_S, end_s)]
    return [
        (each.t_s - MARKER_REACH_S, each.t_s + MARKER_REACH_S)
        for each in manifest.markers
        if each.name == MARKER
    ]


@dataclass(frozen=True, slots=True)
class _Run:
    """Segments of one part that follow each other."""

    offset_s: float
    segments: tuple[ManifestSegment, ...]


def _measured(
    folder: RecordingFolder, manifest: Manifest, spans: Sequence[tuple[float, float]]
) -> Json:
    flashes: list[float] = []
    beeps: list[float] = []
    runs = _runs(manifest, spans)
    if not runs:
        return {"reason": "The segments around its sync marks are not on this computer."}
    for run in runs:
        found = _look_at(folder, run)
        flashes += found[0]
        beeps += found[1]
    sync = measure(flashes, beeps)
    looked_at = sum(each.duration_s for run in runs for each in run.segments)
    return {**sync.to_json(), "looked_at_s": round(looked_at, 3)}


def _runs(manifest: Manifest, spans: Sequence[tuple[float, float]]) -> list[_Run]:
    offsets = {each.part: each.offset_s for each in manifest.parts}
    wanted = [
        each
        for each in manifest.segments
        if each.lost is None
        and any(
            each.start_s < to_s and from_s < each.start_s + each.duration_s
            for from_s, to_s in spans
        )
    ]
    runs: list[list[ManifestSegment]] = []
    for each in wanted:
        last = runs[-1][-1] if runs else None
        if last is not None and (last.part, last.segment + 1) == (each.part, each.segment):
            runs[-1].append(each)
        else:
            runs.append([each])
    return [_Run(offsets.get(run[0].part, 0.0), tuple(run)) for run in runs]


def _look_at(folder: RecordingFolder, run: _Run) -> tuple[list[float], list[float]]:
    """When it flashes and beeps in these segments, in seconds on the recording's clock."""
    with tempfile.TemporaryDirectory(prefix="holdfast-sync-") as scratch:
        path = Path(scratch) / "run.mp4"
        with path.open("xb") as joined:
            for piece in fragments.join(
                folder.segment(each.segment, each.container) for each in run.segments
            ):
                joined.write(piece)
        times_s, brightness = read_brightness(path)
        sound = read_sound(path)
    flashes = flash_onsets(times_s, brightness) + run.offset_s
    beeps = beep_onsets(sound.samples, sound.rate_hz, sound.first_s) + run.offset_s
    return flashes.tolist(), beeps.tolist()
