"""A recording's segments with real pictures and sound, as a recorder leaves them."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from desktop.playback.reel import Picture
from desktop.recording.scene_code import read_code
from holdfast.fragments import VIDEO_TICKS, Fragment, Init, content
from holdfast.ids import new_id
from holdfast.sidecar import Sidecar
from tests.support.manual_clock import EPOCH
from tests.support.scene_media import FPS, encoded_scene

SIZE = (320, 240)
FRAGMENTS = 4
"""In a segment: two seconds, as the encoder makes a key picture that often."""


def write_segments(
    folder: Path,
    frames: int,
    *,
    offset_s: float = 0.0,
    sound: bool = True,
    part: int = 0,
    size: tuple[int, int] = SIZE,
) -> list[Path]:
    """One part of the scene as segments of two seconds, with sidecars, after what is there."""
    folder.mkdir(parents=True, exist_ok=True)
    first = len(list(folder.glob("*.mp4")))
    init, pieces = encoded_scene(frames, *size, sound=sound).split()
    written = []
    for index in range(0, len(pieces), FRAGMENTS):
        number = first + index // FRAGMENTS
        path = folder / f"{number:06d}.mp4"
        own = pieces[index : index + FRAGMENTS]
        path.write_bytes(init.data + b"".join(each.data for each in own))
        sidecar = _sidecar(number, part, init, own, offset_s)
        path.with_suffix(".json").write_text(json.dumps(sidecar.to_json()))
        written.append(path)
    return written


def _sidecar(
    number: int, part: int, init: Init, fragments: Sequence[Fragment], offset_s: float
) -> Sidecar:
    held = content(init, fragments)
    return Sidecar(
        recording=new_id(EPOCH),
        segment=number,
        part=part,
        size_bytes=1,
        sha256="0" * 64,
        start_s=offset_s + held.video_pts[0] / VIDEO_TICKS,
        duration_s=held.video_duration / VIDEO_TICKS,
        frames=held.frames,
        samples=held.samples,
        lost_frames=0,
        losses=(),
        base_monotonic_ns=0,
        frame_times_us=tuple(each * 1_000_000 // FPS for each in range(held.frames)),
    )


def frame_number(picture: Picture) -> int:
    """Which frame of the scene this picture shows, as the scene itself says."""
    rows = np.frombuffer(picture.bgra, np.uint8).reshape(picture.height, picture.stride)
    pixels = rows[:, : picture.width * 4].reshape(picture.height, picture.width, 4)[:, :, :3]
    code = read_code(np.ascontiguousarray(pixels))
    assert code is not None, "the picture carries no code"
    return code.frame
