"""What a person's choice of another camera or microphone makes of what is captured. Pure.

It starts and stops nothing: that is the supervisor's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from desktop.recording.choice import kind_of
from desktop.recording.model import CaptureRequest
from desktop.supervisor_events import ChangedDevice

ANSWER_S: Final = 5.0
"""A recorder that was asked to let its devices go, and has not by then, is killed."""
BOTH: Final = "another camera and microphone chosen"
_REASONS: Final[Mapping[ChangedDevice, str]] = {
    "camera": "another camera chosen",
    "microphone": "another microphone chosen",
}
_CHANGING: Final = (
    "Changing to the {devices} that you chose. What was recorded is safe; recording goes on in a"
    " moment, and the gap is noted."
)


@dataclass(frozen=True, slots=True)
class Choose:
    """Wish: go on with another camera, another microphone or both; None keeps that of now.

    `source` and `audio` are named as in `CaptureRequest`.
    """

    source: str | None = None
    audio: str | None = None

    @property
    def devices(self) -> tuple[ChangedDevice, ...]:
        """Which devices it is about."""
        camera: tuple[ChangedDevice, ...] = () if self.source is None else ("camera",)
        return camera if self.audio is None else (*camera, "microphone")

    @property
    def reason(self) -> str:
        """What the gap, and the part after it, are called."""
        return BOTH if len(self.devices) > 1 else _REASONS[self.devices[0]]

    @property
    def sentence(self) -> str:
        """What people read meanwhile."""
        return _CHANGING.format(devices=" and ".join(self.devices))

    def together(self, later: "Choose") -> "Choose":
        """This and a later choice at once."""
        return Choose(later.source or self.source, later.audio or self.audio)


@dataclass(frozen=True, slots=True)
class Leaving:
    """A recorder was asked to let its devices go, and has time until `by_ns` (monotonic)."""

    choice: Choose
    by_ns: int


def chosen(capture: CaptureRequest, choice: Choose, now_ns: int) -> CaptureRequest:
    """What to capture from now on. Raises UnknownSource for a source that is none."""
    capture = replace(capture, audio=choice.audio or capture.audio)
    if choice.source is None or choice.source == capture.source:
        return capture
    return replace(
        capture,
        source=choice.source,
        resume_at_s=0.0,
        scene_origin_ns=now_ns if kind_of(choice.source).is_scene else None,
        picture_always_changes=False,
    )
