"""Some pictures a second of a film, decoded in order and made small: what is looked at for people.

Opening and decoding within limits is elsewhere; what cannot be decoded is left out.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from server.jobs.film_source import picture_track
from server.jobs.frames import Decoding
from server.jobs.media import open_file

HOLD_MOST_S: Final = 1.0
"""A picture that stands longer is a pause of the recording, and nobody is looked for in it."""
_EARLY_S: Final = 0.0005
_STEP_UNKNOWN_S: Final = 0.04

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Sampled:
    """A picture to be looked at, small, in BGR, as players show it: upright and in its shape.

    It stands for `lasts_s` of the film; `size` is what it is in full.
    """

    t_s: float
    lasts_s: float
    size: tuple[int, int]
    pixels: Pixels


@dataclass(slots=True)
class _Waiting:
    """The picture whose end is not known yet."""

    t_s: float
    size: tuple[int, int]
    pixels: Pixels


@dataclass(frozen=True, slots=True)
class Film:
    """One file of a recording, and where it begins on the recording's clock."""

    path: Path
    offset_s: float = 0.0
    demuxer: str = "mp4"


def sample(film: Film, fps: float, longest_side: int) -> Iterator[Sampled]:
    """The first picture of each 1/`fps` seconds, where there is one, on the recording's clock.

    Raises CannotSucceed, FFmpegError, OSError.
    """
    with open_file(film.path, film.demuxer) as container:
        stream = picture_track(container)
        sampler = _Sampler(film.offset_s, fps, _Shape(stream, longest_side))
        yield from sampler.all(Decoding(container, stream))


class _Shape:
    """Makes a decoded picture small, upright, and as wide as it is shown."""

    def __init__(self, stream: VideoStream, longest_side: int) -> None:
        self._aspect = stream.sample_aspect_ratio or Fraction(1)
        self._longest_side = longest_side

    def made(self, frame: VideoFrame) -> tuple[tuple[int, int], Pixels]:
        """The size that it is shown in, and the small picture."""
        width, height = max(1, round(frame.width * self._aspect)), frame.height
        shrink = min(1.0, self._longest_side / max(width, height))
        small = frame.reformat(
            max(1, round(width * shrink)),
            max(1, round(height * shrink)),
            "bgr24",
            interpolation="AREA",
        )
        pixels: Any = small.to_ndarray()
        # Phones write how they were held beside the picture; players turn it, so it is turned here.
        turns = round(frame.rotation / 90) % 4
        if turns:
            pixels = np.ascontiguousarray(np.rot90(pixels, turns))
        return ((height, width) if turns % 2 else (width, height)), pixels


class _Sampler:
    """Goes through the pictures once, and says of each that is due for how long it stands."""

    def __init__(self, offset_s: float, fps: float, shape: _Shape) -> None:
        self._offset_s, self._fps, self._shape = offset_s, fps, shape
        self._waiting: _Waiting | None = None
        self._due_s = -math.inf
        self._last_s: float | None = None
        self._step_s = _STEP_UNKNOWN_S

    def all(self, decoding: Decoding) -> Iterator[Sampled]:
        for time_s, frame in decoding.run():
            t_s = round(self._offset_s + time_s, 3)
            if self._last_s is None or t_s > self._last_s:
                yield from self._take(frame, t_s)
        if self._waiting is not None and self._last_s is not None:
            yield self._ended(self._last_s + self._step_s)

    def _take(self, frame: VideoFrame, t_s: float) -> Iterator[Sampled]:
        step_s = None if self._last_s is None else t_s - self._last_s
        has_paused = step_s is not None and step_s > HOLD_MOST_S
        if has_paused or t_s >= self._due_s - _EARLY_S:
            if self._waiting is not None and self._last_s is not None:
                yield self._ended(self._last_s + self._step_s if has_paused else t_s)
            self._waiting = _Waiting(t_s, *self._shape.made(frame))
            self._due_s = (math.floor((t_s + _EARLY_S) * self._fps) + 1) / self._fps
        if step_s is not None and not has_paused:
            self._step_s = step_s
        self._last_s = t_s

    def _ended(self, at_s: float) -> Sampled:
        waiting = self._waiting
        assert waiting is not None
        return Sampled(waiting.t_s, round(at_s - waiting.t_s, 3), waiting.size, waiting.pixels)
