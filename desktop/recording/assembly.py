"""Joins a recorder with the sources that a request names. Composition only."""

import logging
from collections.abc import Callable

import cv2

from desktop.recording.camera import video_source
from desktop.recording.capture import Capture, Notice
from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.frame_times import frame_times
from desktop.recording.load_watch import LoadWatch
from desktop.recording.memory import Memory
from desktop.recording.microphone import audio_source
from desktop.recording.model import CaptureRequest, Event
from desktop.recording.preview import SLOW_FPS, PreviewPainter
from desktop.recording.recorder import Recorder
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
    painter = _painter(request)

    def make_capture(notify: Callable[[Notice], None]) -> Capture:
        source = video_source(request, clock)
        return Capture(
            source,
            lambda: audio_source(request, clock, source),
            clock,
            notify,
            painter.show if painter is not None else None,
            holds=kind is SourceKind.FILE,
            resumes=request.scene_origin_ns is not None,
            always_changes=request.picture_always_changes,
        )

    usual_fps = painter.fps if painter is not None else SLOW_FPS

    def slow_preview(slow: bool) -> None:
        if painter is not None:
            painter.fps = min(usual_fps, SLOW_FPS) if slow else usual_fps

    once = kind is SourceKind.FILE
    load = LoadWatch(clock, Memory(), slow_preview) if kind.live else None
    published = frame_times(request.source, clock) if request.lsl else None
    encoded = published.publish if published is not None else None
    return Recorder(
        make_capture, clock, report, live=kind.live, once=once, load=load, encoded=encoded
    )


def _painter(request: CaptureRequest) -> PreviewPainter | None:
    if request.preview is None:
        return None
    try:
        painter = PreviewPainter(request.preview, request.preview_fps, request.preview_size)
    except OSError:
        _log.exception("the preview's memory is gone; recording works without it")
        return None
    painter.start()
    return painter
