"""What both recorders are fed: a clip of a noisy camera's JPEGs, and a tone.

The built-in scene moves and waves; sensor noise on top makes it as hard to compress as a webcam's
picture. The same seed gives the same bytes.
"""

import wave
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
import cv2
import numpy as np
import numpy.typing as npt

from desktop.recording.scene_picture import ScenePainter
from desktop.recording.sources import RATE_HZ
from desktop.recording.test_scene import SceneTone
from holdfast.clock import SystemClock

SIZES: Final = ((640, 480), (1280, 720), (1920, 1080))
HD: Final = SIZES[1]
FPS: Final = 30
SEED: Final = 7
NOISE_LEVELS: Final = 3.0
"""Standard deviation of the noise, in levels of 255: a webcam indoors."""
JPEG_QUALITY: Final = 80
_SHIFT: Final = 64


@dataclass(frozen=True, slots=True)
class Clip:
    """A file of JPEGs, 4:2:2 as USB cameras give them, and a sound of the same length."""

    video: Path
    sound: Path
    size: tuple[int, int]
    seconds: int
    frames: int
    size_bytes: int

    def __str__(self) -> str:
        kilobytes = self.size_bytes / self.frames / 1000
        width, height = self.size
        return (
            f"{self.frames} JPEGs of {width} x {height} (4:2:2, {kilobytes:.0f} kB each),"
            f" {FPS} a second for {self.seconds} s; seed {SEED}"
        )


def make_clip(folder: Path, seconds: int, size: tuple[int, int] = HD) -> Clip:
    """Draw, compress and write a clip of this length and its tone."""
    width, height = size
    video, sound = folder / f"camera-{height}-{seconds}.mov", folder / f"tone-{seconds}.wav"
    rng = np.random.default_rng(SEED)
    noise = np.round(rng.normal(0, NOISE_LEVELS, (height + _SHIFT, width + _SHIFT, 3)))
    painter = ScenePainter(width, height, FPS)
    frames = seconds * FPS
    with av.open(video, "w") as container:
        stream = container.add_mux_stream("mjpeg", FPS, width=width, height=height)
        for number in range(frames):
            jpeg = _jpeg(painter.paint(number), _shifted(noise.astype(np.int16), size, rng))
            packet = av.Packet(jpeg)
            packet.stream = stream
            packet.time_base = Fraction(1, FPS)
            packet.pts = packet.dts = number
            packet.duration = 1
            packet.is_keyframe = True
            container.mux(packet)
    _write_tone(sound, seconds)
    return Clip(video, sound, size, seconds, frames, video.stat().st_size)


def _shifted(
    noise: npt.NDArray[np.int16], size: tuple[int, int], rng: np.random.Generator
) -> npt.NDArray[np.int16]:
    """The same noise from another corner: new to an encoder, and cheap to make."""
    width, height = size
    down, right = rng.integers(0, _SHIFT, 2)
    return noise[down : down + height, right : right + width]


def _jpeg(pixels: npt.NDArray[np.uint8], noise: npt.NDArray[np.int16]) -> bytes:
    noisy = np.clip(pixels.astype(np.int16) + noise, 0, 255).astype(np.uint8)
    how = [
        cv2.IMWRITE_JPEG_QUALITY,
        JPEG_QUALITY,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR_422,
    ]
    good, data = cv2.imencode(".jpg", noisy, how)
    if not good:
        raise RuntimeError("OpenCV could not compress a picture of the clip")
    return data.tobytes()


def _write_tone(path: Path, seconds: int) -> None:
    tone = SceneTone(SystemClock()).block(0, RATE_HZ, 0).samples
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(tone.astype("<i2").tobytes() * seconds)
