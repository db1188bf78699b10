"""Joins a recorder with the sources that a request names. Composition only."""

import logging
from collections.abc import Callable

import cv2

from desktop.recording.camera import video_source
from desktop.recording.capture import Capture, Notice
from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.frame_times import frame_times
from desktop.recording.microphone import audio_source
from desktop.recording.model import CaptureRequest, Event
from desktop.recording.preview import PreviewPainter
from desktop.recording.recorder import Recorder
from desktop.recording.sources import Frame
from holdfast.clock import Clock, SystemClock

_log = logging.getLogger(__name__)


def make_recorder(
    request: CaptureRequest, report: Callable[[Event], None], clock: Clock | None = None
) -> Recorder:
    """A recorder for this request. Raises UnknownSource."""
    # The encoder has threads of its own; OpenCV's would only be in its way.
    cv2.setNumThreads(1)
    clock = clock or SystemClock()
    kind = kind_of(request.source)
    show = _painter(request.preview)

    def make_capture(notify: Callable[[Notice], None]) -> Capture:
        source = video_source(request, clock)
        return Capture(
            source,
            lambda: audio_source(request, clock, source),
            clock,
            notify,
            show,
            holds=kind is SourceKind.FILE,
            resumes=request.scene_origin_ns is not None,
        )

    once = kind is SourceKind.FILE
    published = frame_times(request.source, clock) if request.lsl else None
    encoded = published.publish if published is not None else None
    return Recorder(make_capture, clock, report, live=kind.live, once=once, encoded=encoded)


def _painter(preview: str | None) -> Callable[[Frame], None] | None:
    if preview is None:
        return None
    try:
        painter = PreviewPainter(preview)
    except OSError:
        _log.exception("the preview's memory is gone; recording works without it")
        return None
    painter.start()
    return painter.show
