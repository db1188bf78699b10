"""Sound sources by name."""

from desktop.recording.choice import kind_of
from desktop.recording.model import CaptureRequest
from desktop.recording.sources import AudioSource, VideoSource
from desktop.recording.test_scene import SceneTone, TestScene
from holdfast.clock import Clock


def audio_source(request: CaptureRequest, clock: Clock, picture: VideoSource) -> AudioSource | None:
    """The sound source that the request names."""
    if request.audio == "none":
        return None
    if kind_of(request.source).is_scene and request.audio in (None, "test"):
        return SceneTone(clock, picture if isinstance(picture, TestScene) else None)
    return None
