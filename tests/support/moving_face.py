"""Films of a real face that moves where a test says, and is hidden when it says so."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.stream import VideoStream

from tests.support.photograph import Colour, photograph

FACE = (130, 10, 190, 200)
"""Where the face is in the photograph: left, top, width, height; with hair and collar."""
FACE_MIDDLE = (0.497, 0.52)
"""Where the detectors' box has its middle, in shares of FACE."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Somebody who moves: the middle of the face at a time, in shares of the picture."""

    at: Callable[[float], tuple[float, float]]
    hidden: Sequence[tuple[float, float]] = ()
    height: float = 0.5
    """Of the face, of the picture's height."""

    def is_seen(self, t_s: float) -> bool:
        return not any(begin <= t_s < end for begin, end in self.hidden)


def swaying(t_s: float) -> tuple[float, float]:
    """To the right and back within six seconds, a little up and down."""
    return 0.5 + 0.2 * math.sin(t_s * 2 * math.pi / 6), 0.5 + 0.05 * math.sin(t_s * 2)


def face() -> Colour:
    """The face alone."""
    left, top, width, height = FACE
    return photograph()[top : top + height, left : left + width]


def picture(walks: Sequence[Walk], t_s: float, width: int = 640, height: int = 360) -> Colour:
    """What is seen at a time: everybody who is not hidden, before a grey wall."""
    pixels = np.full((height, width, 3), (120, 115, 110), np.uint8)
    for walk in walks:
        if walk.is_seen(t_s):
            _paint(pixels, walk, t_s)
    return pixels


def _paint(pixels: Colour, walk: Walk, t_s: float) -> None:
    height, width = pixels.shape[:2]
    tall = round(walk.height * height)
    wide = round(tall * FACE[2] / FACE[3])
    patch = cv2.resize(face(), (wide, tall), interpolation=cv2.INTER_AREA)
    x, y = walk.at(t_s)
    left = round(x * width - FACE_MIDDLE[0] * wide)
    top = round(y * height - FACE_MIDDLE[1] * tall)
    pixels[top : top + tall, left : left + wide] = patch


def face_film(
    path: Path,
    walks: Sequence[Walk],
    seconds: float,
    *,
    fps: int = 25,
    size: tuple[int, int] = (640, 360),
    pauses: Sequence[tuple[float, float]] = (),
    altered: Callable[[Colour], Colour] = lambda pixels: pixels,
) -> Path:
    """An H.264 film; in `pauses` it has no pictures, as where a recording was paused."""
    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=fps, options={"preset": "ultrafast"})
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.codec_context.time_base = Fraction(1, 1000)
        for number in range(round(seconds * fps)):
            t_s = number / fps
            if any(begin <= t_s < end for begin, end in pauses):
                continue
            frame = av.VideoFrame.from_ndarray(altered(picture(walks, t_s, *size)), format="bgr24")
            frame.pts, frame.time_base = round(t_s * 1000), Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path
