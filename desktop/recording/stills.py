"""A small picture of each segment, for whoever watches a recording arrive over a slow link.

Taken from what is encoded anyway, once a second, and written beside the segment. A picture that
cannot be made or written is no reason to stop a recording: it is derived, and nothing waits for it.
"""

import logging
import threading
from collections import deque
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np

from desktop.recording.preview import shrink
from desktop.recording.sources import Frame
from holdfast import durable
from holdfast.layout import RecordingFolder
from holdfast.protocol import PREVIEW_MOST_BYTES, PREVIEW_WIDTH
from holdfast.sidecar import Sidecar

_log = logging.getLogger(__name__)

_EVERY_NS: Final = 1_000_000_000
_HEIGHT_MOST: Final = 4 * PREVIEW_WIDTH
_QUALITIES: Final = (75, 50, 25, 10)
"""JPEG's, best first; the first that is small enough is taken."""
_KEPT_MOST: Final = 64
"""A minute of them: so long the disk may take to close a segment."""


@dataclass(frozen=True, slots=True)
class _Still:
    time_ns: int
    jpeg: bytes


class Stills:
    """Pictures of one recording. `offer` is the encoder's thread's, `write` the syncing one's."""

    def __init__(self, folder: RecordingFolder) -> None:
        self._folder = folder
        self._stills: deque[_Still] = deque(maxlen=_KEPT_MOST)
        self._next_ns: int | None = None
        self._lock = threading.Lock()

    def offer(self, frame: Frame) -> None:
        """Take a picture that is encoded; one a second is kept."""
        if self._next_ns is not None and frame.time_ns < self._next_ns:
            return
        self._next_ns = frame.time_ns + _EVERY_NS
        try:
            jpeg = small_jpeg(frame)
        except cv2.error:
            _log.exception("a preview picture could not be made; the recording goes on")
            return
        if jpeg is not None:
            with self._lock:
                self._stills.append(_Still(frame.time_ns, jpeg))

    def write(self, sidecar: Sidecar) -> None:
        """Put a picture beside a segment that has just got its name."""
        jpeg = self._of(sidecar)
        if jpeg is None:
            return
        try:
            durable.write_replacing(self._folder.preview(sidecar.segment), jpeg)
        except OSError as error:
            _log.warning("segment %s has no preview picture: %s", sidecar.segment, error)

    def _of(self, sidecar: Sidecar) -> bytes | None:
        """The first picture of the segment or, of one shorter than a second, the one before."""
        begins_ns = sidecar.base_monotonic_ns
        with self._lock:
            inside = [each for each in self._stills if each.time_ns >= begins_ns]
            before = [each for each in self._stills if each.time_ns < begins_ns]
        ends_ns = begins_ns + round(sidecar.duration_s * 1e9)
        if inside and inside[0].time_ns < ends_ns:
            return inside[0].jpeg
        return before[-1].jpeg if before else None


def small_jpeg(frame: Frame) -> bytes | None:
    """The picture as a JPEG of the preview's width and size; None where it cannot be decoded."""
    pixels = shrink(_in_bgr(frame), PREVIEW_WIDTH, _HEIGHT_MOST)
    if pixels is None:
        return None
    for quality in _QUALITIES:
        done, data = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])
        if done and data.nbytes <= PREVIEW_MOST_BYTES:
            return data.tobytes()
    return None


def _in_bgr(frame: Frame) -> Frame:
    if frame.pixels is None or frame.pixels.ndim != 2:
        return frame
    pixels = np.asarray(cv2.cvtColor(frame.pixels, cv2.COLOR_YUV2BGR_I420), np.uint8)
    return replace(frame, pixels=pixels)
