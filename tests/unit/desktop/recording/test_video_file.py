"""What a video file hands over: a camera's JPEGs untouched, everything else decoded."""

import threading
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from desktop.recording.sources import Frame
from desktop.recording.video_file import VideoFile, gives_jpegs
from tests.support.manual_clock import ManualClock

FPS = 30


def jpegs(count: int, width: int = 64, height: int = 48) -> list[bytes]:
    """Pictures of one colour each, as a camera would compress them."""
    colours = [np.full((height, width, 3), 40 + 3 * number, np.uint8) for number in range(count)]
    return [cv2.imencode(".jpg", each)[1].tobytes() for each in colours]


def write_jpegs(path: Path, pictures: list[bytes], width: int = 64, height: int = 48) -> None:
    with av.open(str(path), "w") as container:
        stream = container.add_mux_stream("mjpeg", FPS, width=width, height=height)
        for number, picture in enumerate(pictures):
            packet = av.Packet(picture)
            packet.stream = stream
            packet.time_base = Fraction(1, FPS)
            packet.pts = packet.dts = number
            packet.is_keyframe = True
            container.mux(packet)


def read_all(path: Path, resume_at_s: float = 0.0) -> list[Frame]:
    source = VideoFile(path, ManualClock(), as_fast=True, resume_at_s=resume_at_s, origin_ns=0)
    source.open()
    stop = threading.Event()
    frames = []
    while (frame := source.read(stop)) is not None:
        frames.append(frame)
    source.close()
    return frames


@pytest.mark.parametrize("name", ["camera.mov", "camera.avi", "camera.mkv"])
def test_a_cameras_jpegs_are_handed_over_byte_for_byte(tmp_path: Path, name: str) -> None:
    pictures = jpegs(20)
    write_jpegs(tmp_path / name, pictures)

    frames = read_all(tmp_path / name)

    assert [frame.jpeg for frame in frames] == pictures
    times_ms = [frame.time_ns / 1e6 for frame in frames]
    assert times_ms == pytest.approx([1000 * n / FPS for n in range(20)], abs=1.0)


def test_jpegs_go_on_where_an_earlier_recorder_stopped(tmp_path: Path) -> None:
    pictures = jpegs(20)
    write_jpegs(tmp_path / "camera.mov", pictures)

    frames = read_all(tmp_path / "camera.mov", resume_at_s=12 / FPS)

    assert [frame.jpeg for frame in frames] == pictures[12:]


def test_jpegs_of_an_odd_size_are_decoded(tmp_path: Path) -> None:
    write_jpegs(tmp_path / "odd.mov", jpegs(3, 63, 47), 63, 47)

    frames = read_all(tmp_path / "odd.mov")

    assert [frame.pixels.shape for frame in frames if frame.pixels is not None] == [(47, 63, 3)] * 3


def test_what_begins_broken_is_left_to_the_decoder(tmp_path: Path) -> None:
    write_jpegs(tmp_path / "camera.mov", [b"\xff\xd8 no picture", *jpegs(3)])

    assert not gives_jpegs(tmp_path / "camera.mov")
