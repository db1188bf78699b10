"""The small picture of each segment: what it shows, how large it may be, and what may go wrong."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from desktop.recording.pictures import compact
from desktop.recording.sources import Frame, Pixels
from desktop.recording.stills import Stills, small_jpeg
from holdfast.layout import RecordingFolder
from holdfast.protocol import PREVIEW_MOST_BYTES, is_preview
from holdfast.sidecar import Sidecar

SECOND_NS = 1_000_000_000
GREEN = (40, 200, 60)


def flat(colour: tuple[int, int, int] = GREEN, width: int = 640, height: int = 360) -> Pixels:
    return np.full((height, width, 3), colour, np.uint8)


def decoded(jpeg: bytes) -> Pixels:
    found = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)
    assert found is not None
    return np.asarray(found, np.uint8)


def camera_jpeg(pixels: Pixels) -> bytes:
    done, data = cv2.imencode(".jpg", pixels)
    assert done
    return data.tobytes()


def of_segment(number: int, begins_s: float, duration_s: float) -> Sidecar:
    return replace(
        SIDECAR,
        segment=number,
        base_monotonic_ns=round(begins_s * SECOND_NS),
        duration_s=duration_s,
    )


SIDECAR = Sidecar(
    recording="01a1fd3f-345c-7f62-8153-b426475e177c",
    segment=0,
    part=0,
    size_bytes=1,
    sha256="0" * 64,
    start_s=0.0,
    duration_s=4.0,
    frames=1,
    samples=0,
    lost_frames=0,
    losses=(),
    base_monotonic_ns=0,
    frame_times_us=(0,),
)


@pytest.mark.parametrize("kind", ["raw", "for the encoder", "the camera's own"])
def test_every_kind_of_picture_keeps_its_colours(kind: str) -> None:
    frame = Frame(0, pixels=flat())
    if kind == "for the encoder":
        frame = compact(frame)
        assert frame.pixels is not None
        assert frame.pixels.ndim == 2
    elif kind == "the camera's own":
        frame = Frame(0, jpeg=camera_jpeg(flat()))

    jpeg = small_jpeg(frame)

    assert jpeg is not None
    shown = decoded(jpeg)
    assert shown.shape == (180, 320, 3)
    assert np.abs(shown.mean(axis=(0, 1)) - GREEN).max() < 6


def test_the_noisiest_picture_is_small_enough() -> None:
    noise = np.random.default_rng(7).integers(0, 256, (1920, 1080, 3), np.uint8)

    jpeg = small_jpeg(Frame(0, pixels=noise))

    assert jpeg is not None
    assert is_preview(jpeg)
    assert len(jpeg) <= PREVIEW_MOST_BYTES


def test_a_broken_picture_of_the_camera_is_passed_over(tmp_path: Path) -> None:
    stills = Stills(RecordingFolder(tmp_path))

    stills.offer(Frame(0, jpeg=b"\xff\xd8 torn"))
    stills.write(of_segment(0, 0, 4))

    assert list(tmp_path.iterdir()) == []


def test_each_segment_gets_a_picture_of_its_own_time(tmp_path: Path) -> None:
    folder = RecordingFolder(tmp_path)
    stills = Stills(folder)
    for tenth in range(100):
        level = tenth // 10 * 25
        pixels = flat((level, level, level))
        stills.offer(Frame(tenth * SECOND_NS // 10, pixels=pixels))

    stills.write(of_segment(0, 0, 4))
    stills.write(of_segment(1, 4, 4))
    stills.write(of_segment(2, 8.2, 0.5))

    levels = [decoded(path.read_bytes()).mean() for path in folder.previews().values()]
    # Of the last, which is shorter than the time between two pictures, the one before.
    assert levels == pytest.approx([0, 100, 200], abs=3)


def test_a_disk_that_takes_nothing_costs_the_picture_alone(tmp_path: Path) -> None:
    stills = Stills(RecordingFolder(tmp_path / "gone"))
    stills.offer(Frame(0, pixels=flat()))

    stills.write(of_segment(0, 0, 4))

    assert not (tmp_path / "gone").exists()
