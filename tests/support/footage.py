"""Video files as other cameras make them, small and whole, in any container."""

import os
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream

FPS = 25
_RATE_HZ = 44_100


def make_footage(
    path: Path, *, frames: int = 50, codec: str = "libx264", sound: str | None = "aac"
) -> Path:
    """Write a moving picture, and a tone where `sound` names a codec; the suffix says how."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=FPS)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = 160, 120, "yuv420p"
        heard = None if sound is None else container.add_stream(sound, rate=_RATE_HZ)
        for number in range(frames):
            pixels = np.full((120, 160, 3), number * 5 % 256, np.uint8)
            pixels[:, number % 160] = 255
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if isinstance(heard, AudioStream):
            _tone(container, heard, frames / FPS)
    return path


def _tone(container: OutputContainer, stream: AudioStream, length_s: float) -> None:
    size = 1024
    for number in range(int(length_s * _RATE_HZ) // size):
        times = (np.arange(size) + number * size) / _RATE_HZ
        wave = (0.2 * np.sin(times * 2 * np.pi * 440)).astype(np.float32).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(wave, format="fltp", layout="mono")
        frame.sample_rate, frame.pts = _RATE_HZ, number * size
        frame.time_base = Fraction(1, _RATE_HZ)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def grow(path: Path, size_bytes: int) -> None:
    """Make an MP4 larger without changing what it shows: with a box that players pass over."""
    with path.open("ab") as file:
        file.write((size_bytes + 8).to_bytes(4, "big") + b"free" + os.urandom(size_bytes))
