"""Pictures of a film at given times, decoded in bounded work, upright and small.

A damaged packet costs its picture and not the film: it is counted, and decoding goes on.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
from av.container import InputContainer
from av.error import InvalidDataError
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from server.jobs.film_source import FRAMES_MOST
from server.jobs.media import require_points
from server.jobs.parts import CannotSucceed

Pixels = npt.NDArray[np.uint8]
Progress = Callable[[float], None]

SEEK_FROM_S: Final = 5.0
"""From this distance on the way is not decoded: the player jumps."""
DECODE_MOST: Final = 300
"""So many pictures are decoded for one that was asked for after a jump."""
_SPEAK_EVERY: Final = 25


@dataclass(slots=True)
class Decoding:
    """Decodes a film's pictures one after the other, and counts what it had to leave out."""

    container: InputContainer
    stream: VideoStream
    frames: int = 0
    damaged: int = 0
    _start_s: float = field(init=False)

    def __post_init__(self) -> None:
        start, base = self.stream.start_time, self.stream.time_base
        self._start_s = 0.0 if start is None or base is None else float(start * base)

    def run(self) -> Iterator[tuple[float, VideoFrame]]:
        """Pictures from here on with their times from the film's start, in seconds."""
        for packet in self.container.demux(self.stream):
            try:
                pictures = packet.decode()
            except InvalidDataError:
                self.damaged += 1
                continue
            for picture in pictures:
                self.frames += 1
                if self.frames > FRAMES_MOST:
                    raise CannotSucceed(
                        f"The film has more than {FRAMES_MOST} pictures. It is kept as it is."
                    )
                assert isinstance(picture, VideoFrame)
                require_points(picture.width, picture.height, "the film")
                yield float(picture.time or 0.0) - self._start_s, picture

    def at(self, time_s: float) -> tuple[float, VideoFrame] | None:
        """The picture shown then, after a jump; the nearest before it where that is far."""
        base = self.stream.time_base
        assert base is not None
        target = round((time_s + self._start_s) / float(base))
        self.container.seek(max(0, target), stream=self.stream)
        found = None
        for number, each in enumerate(self.run()):
            if found is not None and each[0] > time_s:
                break
            found = each
            if each[0] >= time_s or number >= DECODE_MOST:
                break
        return found


def pictures_at(
    decoding: Decoding, times_s: Sequence[float], progress: Progress
) -> Iterator[tuple[int, float, VideoFrame]]:
    """The picture shown at each of these rising times: the time's number, the picture's own time,
    and the picture.

    Pictures that a damaged film does not have are left out. Raises CannotSucceed, FFmpegError.
    """
    if all(after - before < SEEK_FROM_S for before, after in pairwise(times_s)):
        yield from _on_the_way(decoding, times_s, progress)
        return
    for number, time_s in enumerate(times_s):
        progress(number / len(times_s))
        found = decoding.at(time_s)
        if found is not None:
            yield number, *found


def _on_the_way(
    decoding: Decoding, times_s: Sequence[float], progress: Progress
) -> Iterator[tuple[int, float, VideoFrame]]:
    wanted = 0
    before: tuple[float, VideoFrame] | None = None
    for each in decoding.run():
        if decoding.frames % _SPEAK_EVERY == 0:
            progress(wanted / len(times_s))
        while wanted < len(times_s) and times_s[wanted] < each[0]:
            yield wanted, *(before or each)
            wanted += 1
        if wanted == len(times_s):
            return
        before = each
    # The last picture is shown until the film ends.
    while before is not None and wanted < len(times_s):
        yield wanted, *before
        wanted += 1


def upright(picture: VideoFrame, width: int, height: int) -> Pixels:
    """The picture as BGR, as large as fits into a box, turned as its camera was held."""
    turns = round(picture.rotation / 90) % 4
    if turns % 2:
        width, height = height, width
    scale = min(width / picture.width, height / picture.height, 1.0)
    small = picture.reformat(
        width=max(1, round(picture.width * scale)),
        height=max(1, round(picture.height * scale)),
        format="bgr24",
        interpolation="AREA",
    ).to_ndarray()
    return np.ascontiguousarray(np.rot90(small, turns), dtype=np.uint8)


def jpeg(pixels: Pixels, quality: int = 80) -> bytes:
    """A BGR picture as JPEG. Raises ValueError."""
    done, data = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise ValueError("the picture cannot be made a JPEG")
    return data.tobytes()
