"""A video file as a picture source, at its own speed or as fast as it decodes.

PyAV and not OpenCV: the file's own time stamps are kept to the tick, and OpenCV rounds them and
miscounts fragmented files. A file of JPEGs gives them as they are, like the camera that made them:
they are decoded once, by the encoder. It waits for its reader and never drops. Its sound is not
read.
"""

import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
import av.container
import av.error
import numpy as np

from desktop.recording.errors import SourceUnreadable
from desktop.recording.jpeg import jpeg_size
from desktop.recording.sources import Frame, Pixels
from holdfast.announcement import Video
from holdfast.clock import Clock

_log = logging.getLogger(__name__)

USUAL_FPS: Final = 30.0
_NO_VIDEO: Final = frozenset({"tty"})
"""FFmpeg would show any text file as a terminal's screen."""
_SECOND_NS: Final = 1_000_000_000
_BEHIND_NS: Final = 500_000_000
"""Later than this, the file's pace starts anew instead of being caught up with."""


@dataclass(frozen=True, slots=True)
class _Picture:
    """One picture of the file, decoded or as the JPEG that stands there."""

    pts: int | None
    time_base: Fraction | None
    what: av.VideoFrame | bytes


class VideoFile:
    """A file as a `VideoSource`. Times are `origin_ns` plus the file's own, from its first frame.

    `origin_ns` None: the instant of the first read. `resume_at_s` is where it goes on, in the
    file's time, when an earlier recorder died.
    """

    live = False

    def __init__(
        self,
        path: Path,
        clock: Clock,
        *,
        as_fast: bool = False,
        resume_at_s: float = 0.0,
        origin_ns: int | None = None,
    ) -> None:
        self._path = path
        self._clock = clock
        self._as_fast = as_fast
        self._resume_at_ns = round(resume_at_s * _SECOND_NS)
        self._origin_ns = origin_ns
        self._container: av.container.InputContainer | None = None
        self._pictures: Iterator[_Picture] = iter(())
        self._first: _Picture | None = None
        self._as_jpegs = False
        self._first_pts = 0
        self._fps = USUAL_FPS
        self._count = 0
        self._broken = 0
        self._due_ns: int | None = None
        self._last_file_ns = 0

    def open(self) -> Video:
        try:
            self._container = av.open(str(self._path))
        except (av.error.FFmpegError, OSError) as error:
            raise self._unreadable(error.strerror or str(error)) from error
        if not self._container.streams.video or self._container.format.name in _NO_VIDEO:
            raise self._unreadable("it holds no picture")
        stream = self._container.streams.video[0]
        stream.thread_type = "AUTO"
        rate = stream.average_rate or stream.guessed_rate
        self._fps = float(rate) if rate else USUAL_FPS
        self._as_jpegs = gives_jpegs(self._path)
        self._pictures = self._read_pictures(self._container, stream)
        self._first = next(self._pictures, None)
        if self._first is None:
            raise self._unreadable("no picture in it can be decoded")
        self._first_pts = self._first.pts or 0
        width, height = _size(self._first)
        if self._resume_at_ns:
            self._seek(self._container, stream)
        return Video(
            codec="h264",
            width=width + width % 2,
            height=height + height % 2,
            nominal_fps=round(self._fps, 3),
            camera_id=self._path.name,
            camera_name=self._path.name,
            padded=bool(width % 2 or height % 2),
        )

    def read(self, stop: threading.Event) -> Frame | None:
        """The next frame when its time has come; None at the end of the file."""
        picture, file_ns = self._next()
        if picture is None or not self._wait(file_ns, stop):
            return None
        if self._origin_ns is None:
            self._origin_ns = self._clock.monotonic_ns() - file_ns
        lost, self._broken = self._broken, 0
        time_ns = self._origin_ns + file_ns
        if isinstance(picture.what, bytes):
            return Frame(time_ns, jpeg=picture.what, lost_before=lost)
        return Frame(time_ns, pixels=pixels_of(picture.what), lost_before=lost)

    def close(self) -> None:
        container, self._container = self._container, None
        if container is not None:
            container.close()

    def _next(self) -> tuple[_Picture | None, int]:
        while True:
            picture, self._first = self._first, None
            if picture is None:
                picture = next(self._pictures, None)
            if picture is None:
                return None, 0
            file_ns = self._file_time_ns(picture)
            if file_ns >= self._resume_at_ns:
                return picture, file_ns

    def _file_time_ns(self, picture: _Picture) -> int:
        self._count += 1
        if picture.pts is None or picture.time_base is None:
            # A raw stream has no times of its own; its frames follow each other at its rate.
            return round((self._count - 1) * _SECOND_NS / self._fps)
        return round((picture.pts - self._first_pts) * picture.time_base * _SECOND_NS)

    def _wait(self, file_ns: int, stop: threading.Event) -> bool:
        """Wait until the frame is due by the file's own pace; false when stopped before."""
        if self._as_fast:
            return not stop.is_set()
        now_ns = self._clock.monotonic_ns()
        if self._due_ns is None:
            self._due_ns = now_ns
        else:
            self._due_ns += file_ns - self._last_file_ns
        if now_ns - self._due_ns > _BEHIND_NS:
            self._due_ns = now_ns
        self._last_file_ns = file_ns
        return not stop.wait(max(0, self._due_ns - now_ns) / _SECOND_NS)

    def _seek(self, container: av.container.InputContainer, stream: av.VideoStream) -> None:
        assert stream.time_base is not None
        ticks = int(self._resume_at_ns / _SECOND_NS / stream.time_base)
        try:
            container.seek(self._first_pts + ticks, stream=stream, backward=True)
        except av.error.FFmpegError as error:
            # Frames before that place are passed over one by one.
            _log.info("%s cannot be searched (%s)", self._path.name, error)
            return
        self._pictures = self._read_pictures(container, stream)
        self._first = None

    def _read_pictures(
        self, container: av.container.InputContainer, stream: av.VideoStream
    ) -> Iterator[_Picture]:
        """All pictures of the file; broken ones are counted, a torn end is the end."""
        packets = container.demux(stream)
        while True:
            try:
                packet = next(packets, None)
                if packet is None:
                    return
                if not self._as_jpegs:
                    for frame in packet.decode():
                        yield _Picture(frame.pts, frame.time_base, frame)
                elif packet.size:
                    yield _Picture(packet.pts, packet.time_base, bytes(packet))
            except av.error.InvalidDataError:
                self._broken += 1
            except av.error.FFmpegError as error:
                _log.warning("%s cannot be read to its end (%s)", self._path.name, error)
                return

    def _unreadable(self, why: str) -> SourceUnreadable:
        return SourceUnreadable(
            f"{self._path} cannot be read as a video ({why}); nothing was recorded. Choose another"
            " file."
        )


def gives_jpegs(path: Path) -> bool:
    """Whether the file's pictures can be recorded as the JPEGs that they are.

    Not those that lie on their side, are odd in size, or of which two make one picture.
    """
    try:
        with av.open(str(path)) as container:
            stream = container.streams.video[0]
            if stream.codec_context.name != "mjpeg":
                return False
            for packet in container.demux(stream):
                for frame in packet.decode():
                    size = frame.width, frame.height
                    is_even = frame.width % 2 == 0 and frame.height % 2 == 0
                    whole = jpeg_size(bytes(packet)) == size
                    return is_even and whole and frame.rotation == 0
    except av.error.FFmpegError as error:
        _log.info("%s is decoded, for it may be broken (%s)", path.name, error)
    return False


def _size(picture: _Picture) -> tuple[int, int]:
    """Width and height of an upright picture."""
    if isinstance(picture.what, bytes):
        return jpeg_size(picture.what) or (0, 0)
    height, width = pixels_of(picture.what).shape[:2]
    return width, height


def pixels_of(frame: av.VideoFrame) -> Pixels:
    """The picture in BGR, upright: phones note a rotation instead of turning the pixels."""
    pixels = np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
    quarters = round(frame.rotation / 90) % 4
    return np.ascontiguousarray(np.rot90(pixels, quarters)) if quarters else pixels
