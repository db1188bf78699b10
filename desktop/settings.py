"""The desktop's settings: one declared table and the frozen value that it loads into.

Importing it has no effect; `load` reads the file and the environment once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.recording.model import CaptureRequest
from holdfast.settings_table import Setting, load

TABLE = (
    Setting(
        "capture",
        "source",
        "text",
        "0",
        "Camera by index or path, a video file, an http(s) URL, `test`, or `test:live`.",
    ),
    Setting(
        "capture",
        "audio",
        "text",
        None,
        "`default`, a microphone's name, `none` or `test`; left out, the source's own default.",
    ),
    Setting("capture", "width", "whole", 1280, "Wanted picture width, pixels.", least=16),
    Setting("capture", "height", "whole", 720, "Wanted picture height, pixels.", least=16),
    Setting("capture", "fps", "number", 30.0, "Wanted pictures a second.", least=1, most=240),
)


@dataclass(frozen=True, slots=True)
class DesktopSettings:
    """What the desktop does when nobody says anything else."""

    source: str
    audio: str | None
    width: int
    height: int
    fps: float

    def capture(self, source: str | None = None, audio: str | None = None) -> CaptureRequest:
        """What to capture: the settings, overruled by what a command line names."""
        return CaptureRequest(
            source=source or self.source,
            audio=audio if audio is not None or source is not None else self.audio,
            width=self.width,
            height=self.height,
            fps=self.fps,
        )


def load_settings(file: Path, environ: Mapping[str, str]) -> DesktopSettings:
    """The settings from file and environment. Raises holdfast.settings_table.SettingError."""
    values = load(TABLE, file, environ)
    return DesktopSettings(
        source=values["capture.source"],
        audio=values["capture.audio"],
        width=values["capture.width"],
        height=values["capture.height"],
        fps=values["capture.fps"],
    )
