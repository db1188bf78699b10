"""A camera on the network: MJPEG, or any stream that FFmpeg reads, over http(s).

Live: it goes on whether we keep up or not. The times in the stream are invented by the library that
reads it, so a frame's time is the moment at which it arrived here.
"""

import threading
from typing import Final
from urllib.parse import urlsplit

import cv2
import numpy as np

from desktop.recording.errors import DeviceAbsent, DeviceLost, SourceUnreadable
from desktop.recording.jpeg import is_jpeg, jpeg_size
from desktop.recording.sources import Frame
from holdfast.announcement import Video
from holdfast.clock import Clock

OPEN_LIMIT_S: Final = 5.0
READ_LIMIT_S: Final = 2.5
"""Less than the watchdog's 3 s: what ends by itself loses nothing."""
USUAL_FPS: Final = 30.0
"""The library says 25 of every stream; nobody knows before the frames come."""


class StreamSource:
    """A stream as a `VideoSource`: the camera's own JPEGs where it sends MJPEG, else pixels."""

    live = True

    def __init__(self, url: str, clock: Clock) -> None:
        self._url = url
        self._clock = clock
        self._name = public_address(url)
        self._capture: cv2.VideoCapture | None = None
        self._raw = True
        self._first: Frame | None = None
        self._last_ns = 0

    def open(self) -> Video:
        """Connect and wait for the first picture, which is given by the first `read`."""
        self._connect(raw=True)
        frame = self._next()
        size = jpeg_size(frame.jpeg) if frame.jpeg is not None and is_jpeg(frame.jpeg) else None
        if size is None or size[0] % 2 or size[1] % 2:
            # No MJPEG, or one whose size the encoder cannot take as it is.
            self.close()
            self._connect(raw=False)
            frame = self._next()
            size = _pixel_size(frame)
        self._first = frame
        width, height = size
        return Video(
            codec="h264",
            width=width + width % 2,
            height=height + height % 2,
            nominal_fps=USUAL_FPS,
            camera_id=self._name,
            camera_name=self._name,
            padded=bool(width % 2 or height % 2),
        )

    def read(self, stop: threading.Event) -> Frame | None:
        """The next picture. Raises DeviceLost when the stream ends or gives nothing any more."""
        frame, self._first = self._first, None
        return frame if frame is not None else self._next()

    def close(self) -> None:
        capture, self._capture = self._capture, None
        if capture is not None:
            capture.release()

    def _connect(self, *, raw: bool) -> None:
        limits = [
            cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
            int(OPEN_LIMIT_S * 1000),
            cv2.CAP_PROP_READ_TIMEOUT_MSEC,
            int(READ_LIMIT_S * 1000),
        ]
        undecoded = [cv2.CAP_PROP_FORMAT, -1] if raw else []
        capture = cv2.VideoCapture(self._url, cv2.CAP_FFMPEG, [*limits, *undecoded])
        if not capture.isOpened():
            capture.release()
            raise DeviceAbsent(
                f"No stream came from {self._name}; nothing is recorded from it. Check the address"
                " and that the camera is switched on."
            )
        self._capture = capture
        self._raw = raw

    def _next(self) -> Frame:
        if self._capture is None:
            raise SourceUnreadable(f"The stream from {self._name} is closed.")
        good, data = self._capture.read()
        now_ns = self._clock.monotonic_ns()
        if not good or data is None:
            raise DeviceLost(
                f"The camera at {self._name} sends nothing any more. What was recorded is safe;"
                " the recording goes on when it is back, and the gap is noted."
            )
        # Two frames that arrived together still came one after the other.
        self._last_ns = max(now_ns, self._last_ns + 1_000)
        if not self._raw:
            return Frame(self._last_ns, pixels=np.asarray(data, np.uint8))
        return Frame(self._last_ns, jpeg=data.tobytes())


def _pixel_size(frame: Frame) -> tuple[int, int]:
    assert frame.pixels is not None
    height, width = frame.pixels.shape[:2]
    return width, height


def public_address(url: str) -> str:
    """The address without user, password and query: these end up in manifests."""
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"
