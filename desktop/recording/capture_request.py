"""Which picture and sound a recorder opens, and how. Frozen, and picklable; it opens nothing.

Apart from the recorder's other values (`model.py`): whoever reads the settings needs this one only.
"""

from dataclasses import dataclass, replace
from typing import Self

WINDOW_FPS = 15.0
WINDOW_SIZE = (960, 540)
"""The preview where a person looks at it; pixels."""
CHECK_FPS = 2.0
CHECK_SIZE = (480, 270)
"""The preview where nobody but the quality check looks: it costs nearly nothing."""


@dataclass(frozen=True, slots=True)
class CaptureRequest:
    """Which picture and sound to open, and how. Lives as long as the recorder process.

    `source` is a camera index or path, a file, an http(s) URL, `test` or `test:live`; `audio` is
    `default`, a device's name, `none`, `test`, or None for the source's own default.
    `resume_at_s` is where a file goes on when an earlier recorder died; `scene_origin_ns` is the
    monotonic instant of the scene's frame 0, or of a file's time 0, so that a new recorder goes on
    in the same scene and a resumed file keeps its times.
    """

    source: str
    audio: str | None = None
    as_fast: bool = False
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    resume_at_s: float = 0.0
    scene_origin_ns: int | None = None
    lsl: bool = False
    """Whether the pictures' times are published on the Lab Streaming Layer."""
    with_preview: bool = True
    """Whether anybody looks: without, no picture is scaled and no memory is shared."""
    preview_fps: float = WINDOW_FPS
    """At most so many pictures a second are scaled for those who look."""
    preview_size: tuple[int, int] = WINDOW_SIZE
    """Width and height that they fit into, pixels."""
    picture_always_changes: bool = False
    """The source's pictures are known to differ each from the last, so one that repeats hangs."""
    preview: str | None = None
    """Name of the shared-memory block for the preview; the supervisor sets it."""

    def for_the_check_alone(self) -> Self:
        """The same with a preview that is small and slow: nobody but the quality check looks."""
        return replace(self, with_preview=True, preview_fps=CHECK_FPS, preview_size=CHECK_SIZE)
