"""Paints the newest picture into the preview's memory, at most so many times a second.

It takes what is newest and forgets the rest, on a thread of its own: the encoder never waits for
it, and a preview that cannot be painted is no reason to stop a recording.
"""

import logging
import threading

import cv2
import numpy as np

from desktop.recording.capture_request import WINDOW_FPS, WINDOW_SIZE
from desktop.recording.jpeg import jpeg_size
from desktop.recording.preview_memory import PreviewWriter
from desktop.recording.sources import Frame, Pixels

_log = logging.getLogger(__name__)

_REDUCED = {
    8: cv2.IMREAD_REDUCED_COLOR_8,
    4: cv2.IMREAD_REDUCED_COLOR_4,
    2: cv2.IMREAD_REDUCED_COLOR_2,
}
SLOW_FPS = 2.0
"""What the quality check looks at; nobody else needs more while the computer is too slow."""


class PreviewPainter:
    """A thread that paints what `show` was last given."""

    def __init__(
        self, name: str, fps: float = WINDOW_FPS, size: tuple[int, int] = WINDOW_SIZE
    ) -> None:
        """`name` is the block's. Raises OSError where the block is gone."""
        self._writer = PreviewWriter(name)
        self.fps = fps
        """At most so many pictures a second; may be set at any time, from any thread."""
        self._size = size
        self._newest: Frame | None = None
        self._stop = threading.Event()
        self._there_is_one = threading.Event()
        self._thread = threading.Thread(target=self._run, name="preview", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def show(self, frame: Frame) -> None:
        """Let this be the next picture; costs nothing."""
        self._newest = frame
        self._there_is_one.set()

    def close(self) -> None:
        """Stop painting, soon."""
        self._stop.set()
        self._there_is_one.set()

    def _run(self) -> None:
        while not self._stop.wait(1 / self.fps):
            self._there_is_one.wait()
            self._there_is_one.clear()
            frame = self._newest
            if frame is not None:
                self._paint(frame)

    def _paint(self, frame: Frame) -> None:
        pixels = shrink(frame, *self._size)
        if pixels is None:
            _log.debug("a picture could not be decoded for the preview")
            return
        bgra: Pixels = np.ascontiguousarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2BGRA), np.uint8)
        height, width = bgra.shape[:2]
        self._writer.write(bgra.data.cast("B"), width, height, frame.time_ns)


def shrink(frame: Frame, width_max: int, height_max: int) -> Pixels | None:
    """The picture in BGR, no larger than this; None where a camera's JPEG is broken."""
    pixels = frame.pixels if frame.jpeg is None else _decode(frame.jpeg, width_max, height_max)
    if pixels is None:
        return None
    height, width = pixels.shape[:2]
    scale = min(width_max / width, height_max / height, 1.0)
    if scale == 1.0:
        return pixels
    size = (max(1, int(width * scale)), max(1, int(height * scale)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _decode(jpeg: bytes, width_max: int, height_max: int) -> Pixels | None:
    data = np.frombuffer(jpeg, np.uint8)
    size = jpeg_size(jpeg)
    # Decoding at part of the size skips most of the work; it must still be large enough to shrink.
    surplus = 1.0 if size is None else max(size[0] / width_max, size[1] / height_max)
    flags = (flag for part, flag in _REDUCED.items() if surplus >= part)
    decoded = cv2.imdecode(data, next(flags, cv2.IMREAD_COLOR))
    return None if decoded is None else np.asarray(decoded, np.uint8)
