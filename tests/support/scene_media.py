"""The built-in scene recorded by the real encoder, for tests that need real media."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2

from desktop.recording.encoder import PartEncoder
from desktop.recording.encoding import DEFAULT, Encoding
from desktop.recording.scene_picture import ScenePainter
from desktop.recording.segmenter import Captured
from desktop.recording.sources import RATE_HZ, Frame
from desktop.recording.test_scene import SceneTone
from holdfast.announcement import Audio, Video
from holdfast.fragments import Fragment, Init, Splitter
from tests.support.manual_clock import ManualClock

FPS = 30
START_NS = 7_000_000_000
AUDIO = Audio("aac", RATE_HZ, 1, "Built-in tone")


@dataclass(frozen=True, slots=True)
class Encoded:
    """One part as the muxer gave it."""

    data: bytes
    captured: tuple[Captured, ...]

    def split(self) -> tuple[Init, list[Fragment]]:
        init, *fragments = Splitter().feed(self.data)
        assert isinstance(init, Init)
        return init, [each for each in fragments if isinstance(each, Fragment)]


def scene_video(width: int, height: int) -> Video:
    padded = bool(width % 2 or height % 2)
    size = (width + width % 2, height + height % 2)
    return Video("h264", *size, float(FPS), "test", "Built-in scene", padded)


def frame_time_ns(number: int) -> int:
    return START_NS + number * 1_000_000_000 // FPS


def scene_frame(painter: ScenePainter, number: int, *, jpeg: bool = False) -> Frame:
    pixels = painter.paint(number)
    if not jpeg:
        return Frame(frame_time_ns(number), pixels=pixels)
    _, coded = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, 80])
    return Frame(frame_time_ns(number), jpeg=coded.tobytes())


def record_scene(
    sink: Callable[[bytes], None],
    captured: Callable[[Captured], None],
    *,
    frames: int | Sequence[int],
    width: int,
    height: int,
    sound: bool,
    jpeg: bool = False,
    encoding: Encoding = DEFAULT,
) -> None:
    """Encode these frames of the scene, and their sound, into a sink."""
    numbers = range(frames) if isinstance(frames, int) else frames
    painter = ScenePainter(width, height, FPS)
    tone = SceneTone(ManualClock())
    encoder = PartEncoder(
        scene_video(width, height),
        AUDIO if sound else None,
        sink,
        frame_time_ns(numbers[0]),
        captured=captured,
        exact_sound=True,
        encoding=encoding,
    )
    for number in numbers:
        samples = number * RATE_HZ // FPS
        encoder.audio(tone.block(samples, samples + RATE_HZ // FPS, START_NS))
        encoder.video(scene_frame(painter, number, jpeg=jpeg))
    encoder.finish()


@functools.cache
def encoded_scene(
    frames: int,
    width: int = 320,
    height: int = 240,
    *,
    sound: bool = True,
    jpeg: bool = False,
    encoding: Encoding = DEFAULT,
) -> Encoded:
    """The scene's first frames as one part."""
    pieces: list[bytes] = []
    captured: list[Captured] = []
    record_scene(
        pieces.append,
        captured.append,
        frames=frames,
        width=width,
        height=height,
        sound=sound,
        jpeg=jpeg,
        encoding=encoding,
    )
    return Encoded(b"".join(pieces), tuple(captured))
