"""Picture sources by name, and the one that is a camera: V4L2 through OpenCV.

A camera says "yes" to what it does not do: what it delivers is read back, and it counts as open
only once a picture has come. It is reopened by the recorder's successor, never here.
"""

import errno
import logging
import os
import threading
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol

import cv2
import numpy as np

from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.devices import Camera, describe_camera, list_cameras
from desktop.recording.errors import DeviceAbsent, DeviceBusy, DeviceLost
from desktop.recording.jpeg import is_jpeg, jpeg_size
from desktop.recording.model import CaptureRequest
from desktop.recording.sources import Frame, Pixels, VideoSource
from desktop.recording.stream import StreamSource
from desktop.recording.test_scene import TestScene
from desktop.recording.v4l2 import Device, Mode, choose_mode
from desktop.recording.video_file import VideoFile
from holdfast.announcement import Video
from holdfast.clock import Clock

_log = logging.getLogger(__name__)

BUFFERS: Final = 4
"""Frames that the driver keeps for a reader who is late."""
USUAL_FPS: Final = 30.0
_STAMP_TRUST_NS: Final = 3_000_000_000
"""Pictures lay in the buffers for no longer: a recorder that stands still so long is replaced."""

_LEAD_MOST_NS: Final = 500_000_000
"""No camera takes that long for one picture: a stamp further ahead is of another clock."""
_LEADS: Final = 30


def video_source(request: CaptureRequest, clock: Clock) -> VideoSource:
    """The picture source that the request names. Raises UnknownSource."""
    kind = kind_of(request.source)
    if kind.is_scene:
        return TestScene(
            kind is SourceKind.LIVE_SCENE,
            clock,
            width=request.width or 1280,
            height=request.height or 720,
            fps=round(request.fps or 30),
            origin_ns=request.scene_origin_ns,
        )
    if kind is SourceKind.STREAM:
        return StreamSource(request.source, clock)
    if kind is SourceKind.FILE:
        return VideoFile(
            Path(request.source),
            clock,
            as_fast=request.as_fast,
            resume_at_s=request.resume_at_s,
            origin_ns=request.scene_origin_ns,
        )
    return CameraSource(request, clock)


class Grabber(Protocol):
    """What is used of `cv2.VideoCapture`."""

    def isOpened(self) -> bool: ...  # OpenCV's own spelling

    def read(self) -> tuple[bool, Pixels | None]: ...

    def get(self, prop: int) -> float: ...

    def release(self) -> None: ...


OpenGrabber = Callable[[str, Sequence[int]], Grabber]


def open_v4l2(path: str, settings: Sequence[int]) -> Grabber:
    """Open with all settings at once: each one set later would restart the camera."""
    capture: Grabber = cv2.VideoCapture(path, cv2.CAP_V4L2, list(settings))  # type: ignore[assignment]  # its stub allows more than pixels
    return capture


class CameraSource:
    """A camera as a `VideoSource`: its own JPEGs where it gives them, else pixels."""

    live = True

    def __init__(
        self, request: CaptureRequest, clock: Clock, open_grabber: OpenGrabber = open_v4l2
    ) -> None:
        source = request.source
        self._path = Path(f"/dev/video{source}" if source.isdigit() else source)
        self._request = request
        self._clock = clock
        self._open_grabber = open_grabber
        self._grabber: Grabber | None = None
        self._first: Frame | None = None
        self._raw = False
        self._name = source
        self._stamps = Stamps()
        self._full_buffers = FullBuffers()
        self._interval_ns = round(1e9 / USUAL_FPS)
        self._returned_ns = 0

    def open(self) -> Video:
        """Open it and wait for the first picture, which is given by the first `read`."""
        node = self._path.resolve()
        self._check(node)
        camera = describe_camera(node)
        self._name = camera.name
        request = self._request
        mode = choose_mode(list(camera.modes), request.width, request.height, request.fps)
        for settings, raw in self._attempts(mode):
            self._grabber = self._open_grabber(str(node), settings)
            self._raw = raw
            frame = self._try_first() if self._grabber.isOpened() else None
            if frame is not None:
                return self._describe(camera, frame, mode)
            self.close()
        raise self._refusal(node)

    def read(self, stop: threading.Event) -> Frame | None:
        """The next picture. Raises DeviceLost when the camera gives none any more."""
        frame, self._first = self._first, None
        if frame is None:
            frame = self._grab()
        if frame is None:
            raise DeviceLost(
                f"Camera “{self._name}” was unplugged or stopped. What was recorded is safe; the"
                " recording goes on when it is back, and the gap is noted."
            )
        return frame

    def close(self) -> None:
        grabber, self._grabber = self._grabber, None
        if grabber is not None:
            grabber.release()

    def _attempts(self, mode: Mode | None) -> list[tuple[list[int], bool]]:
        """Settings to try in turn, and whether undecoded JPEGs are expected with them."""
        request = self._request
        width = mode.width if mode else request.width or 1280
        height = mode.height if mode else request.height or 720
        fps = mode.fps if mode else request.fps or USUAL_FPS
        size = [
            cv2.CAP_PROP_FRAME_WIDTH,
            width,
            cv2.CAP_PROP_FRAME_HEIGHT,
            height,
            cv2.CAP_PROP_FPS,
            round(fps),
            cv2.CAP_PROP_BUFFERSIZE,
            BUFFERS,
        ]
        undecoded = [*_format("MJPG"), *size, cv2.CAP_PROP_CONVERT_RGB, 0]
        # Named, or OpenCV asks for BGR, which no USB camera has.
        decoded = [*_format("YUYV" if mode is None else mode.format), *size]
        if mode is not None and mode.format != "MJPG":
            return [(decoded, False)]
        return [(undecoded, True), (decoded, False)]

    def _try_first(self) -> Frame | None:
        """A first picture of the kind that is expected; that it opened proves nothing."""
        frame = self._grab()
        if frame is not None and self._raw and not is_jpeg(frame.jpeg or b""):
            _log.info("“%s” said it gives JPEG and does not", self._name)
            return None
        return frame

    def _grab(self) -> Frame | None:
        if self._grabber is None:
            return None
        last_ns = self._stamps.last_ns
        away_ns = self._clock.monotonic_ns() - self._returned_ns
        good, data = self._grabber.read()
        now_ns = self._returned_ns = self._clock.monotonic_ns()
        if not good or data is None:
            return None
        stamp_ns = round(self._grabber.get(cv2.CAP_PROP_POS_MSEC) * 1_000_000)
        time_ns = self._stamps.time_ns(stamp_ns, now_ns)
        lost = 0
        if last_ns:
            between_ns = time_ns - last_ns
            late_ns = max(0, now_ns - time_ns)
            lost = max(
                overwritten(away_ns, between_ns, self._interval_ns),
                self._full_buffers.lost(late_ns, between_ns, self._interval_ns),
            )
        if self._raw:
            return Frame(time_ns, jpeg=data.tobytes(), lost_before=lost)
        return Frame(time_ns, pixels=np.asarray(data, np.uint8), lost_before=lost)

    def _describe(self, camera: Camera, frame: Frame, mode: Mode | None) -> Video:
        self._first = frame
        assert self._grabber is not None
        if frame.pixels is not None:
            height, width = frame.pixels.shape[:2]
        else:
            width, height = jpeg_size(frame.jpeg or b"") or (0, 0)
        said = self._grabber.get(cv2.CAP_PROP_FPS)
        fps = said if said > 0 else mode.fps if mode else USUAL_FPS
        self._interval_ns = round(1e9 / fps)
        return Video(
            codec="h264",
            width=width + width % 2,
            height=height + height % 2,
            nominal_fps=round(fps, 3),
            camera_id=camera.id,
            camera_name=camera.name,
            padded=bool(width % 2 or height % 2),
        )

    def _check(self, node: Path) -> None:
        if not node.exists():
            there = ", ".join(f"“{each.name}” ({each.path})" for each in list_cameras())
            what_there_is = f"There is: {there}." if there else "No camera is connected."
            raise DeviceAbsent(
                f"There is no camera {self._path}; nothing is recorded. {what_there_is}"
                " Plug it in and try again."
            )
        if not os.access(node, os.R_OK | os.W_OK):
            raise DeviceAbsent(
                f"This user may not open {node}; nothing is recorded. Add the user to the group"
                " “video”, then log in again."
            )

    def _refusal(self, node: Path) -> DeviceBusy | DeviceLost:
        if _is_busy(node):
            return DeviceBusy(
                f"Another program uses camera “{self._name}”; nothing is recorded. Close that"
                " program, then try again."
            )
        return DeviceLost(
            f"Camera “{self._name}” opened but gave no picture; nothing is recorded. Unplug it and"
            " plug it in again, or choose another."
        )


class Stamps:
    """Capture times of one camera: the driver's where they can be believed, else of arrival."""

    def __init__(self) -> None:
        self.last_ns = 0
        """The time of the last picture; 0 before one."""
        self._last_stamp_ns = 0
        self._leads_ns: deque[int] = deque([0], maxlen=_LEADS)

    def time_ns(self, stamp_ns: int, now_ns: int) -> int:
        """The time of a picture that arrived at `now_ns` and that the driver stamped.

        The driver's stamp counts if it is near now and increasing. Times always increase.

        No picture was taken after it arrived, but some drivers stamp the end of a picture that they
        hand over at its beginning, and two clocks may differ. By as much as stamps were ahead of
        arrival lately, all are taken back, so that pictures that lay in the driver's buffers
        keep their distance from those that did not.
        """
        near = -_LEAD_MOST_NS <= now_ns - stamp_ns <= _STAMP_TRUST_NS
        believed = near and stamp_ns > self._last_stamp_ns
        self._last_stamp_ns = stamp_ns
        if believed:
            self._leads_ns.append(max(0, stamp_ns - now_ns))
            time_ns = stamp_ns - max(self._leads_ns)
        else:
            time_ns = now_ns
        self.last_ns = max(time_ns, self.last_ns + 1_000)
        return self.last_ns


class FullBuffers:
    """Counts the pictures for which the driver had no buffer, because nobody read.

    OpenCV does not pass on the driver's counter. A long time between two pictures alone proves
    nothing: in the dark a camera takes fewer. But a picture that waited so long that every buffer
    was full by then tells that some are missing, and they are missing after those in the buffers.
    """

    def __init__(self) -> None:
        self._usual_ns: int | None = None
        self._until_hole = 0

    def lost(self, late_ns: int, between_ns: int, interval_ns: int) -> int:
        """How many are missing before a picture that was read `late_ns` after its stamp.

        `between_ns` is the time from the picture before it. The time that a picture always takes to
        arrive does not count as late.
        """
        if self._usual_ns is None or late_ns < self._usual_ns:
            self._usual_ns = late_ns
        lost = missing(between_ns, interval_ns) if self._until_hole else 0
        if late_ns - self._usual_ns > (BUFFERS - 1) * interval_ns:
            self._until_hole = BUFFERS
        else:
            self._until_hole = max(0, self._until_hole - 1)
        return lost


def missing(between_ns: int, interval_ns: int) -> int:
    """How many pictures fit between two that are `between_ns` apart."""
    return max(0, round(between_ns / interval_ns) - 1)


def overwritten(away_ns: int, between_ns: int, interval_ns: int) -> int:
    """How many pictures were lost while nobody read for `away_ns`, by times of arrival alone.

    For cameras whose stamps cannot be believed; see `FullBuffers` for the others.
    """
    if away_ns <= (BUFFERS - 1) * interval_ns:
        return 0
    return missing(between_ns, interval_ns)


def _format(name: str) -> list[int]:
    return [cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*f"{name:4}"[:4])]


def _is_busy(node: Path) -> bool:
    try:
        with Device(node) as device:
            return device.is_streaming_elsewhere()
    except OSError as error:
        return error.errno == errno.EBUSY
