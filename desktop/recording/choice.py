"""What kind of source a text names: camera, stream URL, video file or the built-in scene.

Pure text and one look at the file system; opens nothing, so that anybody may ask.
"""

import stat
from enum import Enum
from pathlib import Path

from desktop.recording.errors import UnknownSource

SCENE = "test"
LIVE_SCENE = "test:live"


class SourceKind(Enum):
    """Kinds of picture sources, which differ in pace, loss and default sound."""

    CAMERA = "camera"
    STREAM = "stream"
    FILE = "file"
    SCENE = "scene"
    LIVE_SCENE = "live scene"

    @property
    def live(self) -> bool:
        """Whether it goes on without us: frames are dropped and counted, and silence is a fault."""
        return self not in (SourceKind.FILE, SourceKind.SCENE)

    @property
    def is_scene(self) -> bool:
        return self in (SourceKind.SCENE, SourceKind.LIVE_SCENE)


def kind_of(source: str) -> SourceKind:
    """The kind of source that the text names. Raises UnknownSource with what is allowed."""
    if source in (SCENE, LIVE_SCENE):
        return SourceKind.SCENE if source == SCENE else SourceKind.LIVE_SCENE
    if source.isascii() and source.isdigit():
        return SourceKind.CAMERA
    if source.startswith(("http://", "https://")):
        return SourceKind.STREAM
    if source.startswith("/dev/"):
        return SourceKind.CAMERA
    path = Path(source)
    if path.is_file():
        return SourceKind.FILE
    if path.exists() and stat.S_ISCHR(path.stat().st_mode):
        return SourceKind.CAMERA
    raise UnknownSource(
        f"There is no source {source!r}; nothing was recorded. Name a camera (0 or"
        f" /dev/video0), a video file that exists, an http:// or https:// address, or {SCENE} for"
        f" the built-in scene ({LIVE_SCENE} makes it behave like a camera)."
    )
