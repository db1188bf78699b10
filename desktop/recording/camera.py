"""Picture sources by name: the scene, cameras, files and streams."""

from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.errors import UnknownSource
from desktop.recording.model import CaptureRequest
from desktop.recording.sources import VideoSource
from desktop.recording.test_scene import TestScene
from holdfast.clock import Clock


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
    raise UnknownSource("not yet")
