"""The desktop's settings: one declared table and the frozen value that it loads into.

Importing it has no effect; `load` reads the file and the environment once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from desktop.encoder_wishes import AUTO, WISHES
from desktop.recording.capture_request import CaptureRequest
from desktop.recording.disk import Limits
from desktop.sync_mark import OFF, WHENS
from holdfast.decision import UPLOADS, WHILE_RECORDING
from holdfast.overflow import FOLDER_SETTING, folder_of
from holdfast.settings_table import Setting, SettingError, load

LANGUAGE_WISHES = ("system", "en", "de", "es", "pseudo")
"""As desktop.ui.words has them, which cannot be imported where there is no Qt."""
Scheme = Literal["system", "light", "dark", "contrast"]
SCHEMES: tuple[Scheme, ...] = ("system", "light", "dark", "contrast")

TABLE = (
    Setting(
        "appearance",
        "scheme",
        "text",
        "system",
        "How the window looks: as the `system` does, `light`, `dark`, or in high `contrast`.",
        allowed=SCHEMES,
    ),
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
    Setting(
        "capture",
        "more_sources",
        "text",
        "",
        "Further cameras, separated by commas, that are recorded at the same time, without sound.",
    ),
    Setting(
        "capture",
        "study",
        "text",
        "",
        "Study of what the window records: the id of one that the receiver gave, or a file's path.",
    ),
    Setting(
        "capture",
        "study_language",
        "text",
        "",
        "Language of that study's words, by its code (`de`), where it has several. Empty: the"
        " window's.",
    ),
    Setting(
        "capture",
        "framing_guide",
        "flag",
        False,
        "Whether the window shows where a face should be, and tells how to get there.",
    ),
    Setting("capture", "width", "whole", 1280, "Wanted picture width, pixels.", least=16),
    Setting("capture", "height", "whole", 720, "Wanted picture height, pixels.", least=16),
    Setting("capture", "fps", "number", 30.0, "Wanted pictures a second.", least=1, most=240),
    Setting(
        "capture",
        "pause_reminder_minutes",
        "number",
        2.0,
        "How often a paused recording reminds people of itself, minutes; 0 for never.",
        least=0,
    ),
    Setting(
        "capture",
        "stop_guard",
        "flag",
        True,
        "Whether a stop in the window has to be meant: a second on the button, or the key twice.",
    ),
    Setting(
        "capture",
        "encoder",
        "text",
        AUTO,
        "`auto`: hardware that passed its trial, else x264; `x264`; `camera`: the camera's own"
        " JPEGs, untouched; or a hardware encoder's name.",
        allowed=WISHES,
    ),
    Setting(
        "capture",
        "sync_mark",
        "text",
        OFF,
        "Three flashes with beeps to measure sound and picture by, at the `start` of a recording or"
        " at `both` ends; not for people whom flashing light may hurt.",
        allowed=WHENS,
    ),
    Setting(
        "capture",
        "upload",
        "text",
        WHILE_RECORDING,
        "`while_recording`, or `after_accept` for sensitive studies: nothing of a recording leaves"
        " this computer before somebody keeps it.",
        allowed=UPLOADS,
    ),
    Setting(
        "lsl",
        "enabled",
        "flag",
        False,
        "Whether markers of the Lab Streaming Layer are noted and frame times published there;"
        " needs pylsl.",
    ),
    Setting(
        "control",
        "socket",
        "flag",
        True,
        "Whether programs on this computer may control the window through its socket.",
    ),
    Setting(
        "disk",
        "amber_minutes",
        "number",
        60.0,
        "Space is low below so many minutes of recording.",
        least=0,
    ),
    Setting(
        "disk",
        "red_minutes",
        "number",
        15.0,
        "Space is very low below so many minutes of recording.",
        least=0,
    ),
    Setting(
        "disk",
        "stop_minutes",
        "number",
        2.0,
        "A recording is ended in good order below so many minutes; 0 for never.",
        least=0,
    ),
    Setting(
        "alarms",
        "sound",
        "flag",
        True,
        "Call staff by a short sound, every 10 s, while camera, microphone or disk fail.",
    ),
    Setting(
        "disk",
        "ballast_mib",
        "whole",
        256,
        "Space in reserve for closing a recording on a full disk, MiB; 0 for none.",
        least=0,
        most=65_536,
    ),
    Setting(
        "quality",
        "enabled",
        "flag",
        True,
        "Whether picture and sound are checked while recording, and the result kept with it.",
    ),
    Setting("quality", "faces", "flag", True, "Whether a face is expected in the picture."),
    Setting(
        "quality",
        "least_seconds",
        "number",
        5.0,
        "A recording that is shorter is pointed out; 0 for never.",
        least=0,
    ),
    Setting(
        "appearance",
        "language",
        "text",
        "system",
        "The window's language; `pseudo` is long, mirrored and nobody's: for those who translate.",
        allowed=LANGUAGE_WISHES,
    ),
    FOLDER_SETTING,
)


@dataclass(frozen=True, slots=True)
class QualitySettings:
    """What the quality check looks at."""

    enabled: bool = True
    faces: bool = True
    least_s: float = 5.0


@dataclass(frozen=True, slots=True)
class DesktopSettings:
    """What the desktop does when nobody says anything else."""

    source: str
    audio: str | None
    width: int
    height: int
    fps: float
    limits: Limits = field(default_factory=Limits)
    ballast_bytes: int = 256 << 20
    alarm_sound: bool = True
    quality: QualitySettings = field(default_factory=QualitySettings)
    overflow_folder: Path | None = None
    pause_reminder_minutes: float = 2.0
    stop_guard: bool = True
    encoder: str = AUTO
    control_socket: bool = True
    lsl_enabled: bool = False
    more_sources: tuple[str, ...] = ()
    sync_mark: str = OFF
    upload: str = WHILE_RECORDING
    study: str = ""
    study_language: str = ""
    framing_guide: bool = False
    language: str = "system"
    scheme: Scheme = "system"

    def captures(
        self, sources: Sequence[str] = (), audio: str | None = None
    ) -> tuple[CaptureRequest, ...]:
        """What to capture: the settings, overruled by what a command line names.

        One request for each camera; the sound goes with the first. Raises SettingError where a
        camera is named twice.
        """
        first = self.capture(sources[0] if sources else None, audio)
        more = tuple(sources[1:]) if sources else self.more_sources
        for named in more:
            if not named.startswith("test") and [first.source, *more].count(named) > 1:
                raise SettingError(f"The camera {named} is named twice; name each once.")
        return (first, *(replace(first, source=each, audio="none") for each in more))

    def capture(self, source: str | None = None, audio: str | None = None) -> CaptureRequest:
        """What to capture with one camera."""
        return CaptureRequest(
            source=source or self.source,
            audio=audio if audio is not None or source is not None else self.audio,
            width=self.width,
            height=self.height,
            fps=self.fps,
            lsl=self.lsl_enabled,
        )


def load_settings(file: Path, environ: Mapping[str, str]) -> DesktopSettings:
    """The settings from file and environment. Raises holdfast.settings_table.SettingError."""
    values = load(TABLE, file, environ)
    return DesktopSettings(
        scheme=values["appearance.scheme"],
        source=values["capture.source"],
        audio=values["capture.audio"],
        width=values["capture.width"],
        height=values["capture.height"],
        fps=values["capture.fps"],
        limits=_limits(values),
        ballast_bytes=values["disk.ballast_mib"] << 20,
        alarm_sound=values["alarms.sound"],
        quality=QualitySettings(
            enabled=values["quality.enabled"],
            faces=values["quality.faces"],
            least_s=values["quality.least_seconds"],
        ),
        overflow_folder=folder_of(values[FOLDER_SETTING.name]),
        lsl_enabled=values["lsl.enabled"],
        control_socket=values["control.socket"],
        pause_reminder_minutes=float(values["capture.pause_reminder_minutes"]),
        stop_guard=values["capture.stop_guard"],
        encoder=values["capture.encoder"],
        more_sources=tuple(
            name.strip() for name in values["capture.more_sources"].split(",") if name.strip()
        ),
        sync_mark=values["capture.sync_mark"],
        upload=values["capture.upload"],
        study=values["capture.study"],
        study_language=values["capture.study_language"],
        framing_guide=values["capture.framing_guide"],
        language=values["appearance.language"],
    )


def _limits(values: Mapping[str, Any]) -> Limits:
    stop, red, amber = (float(values[f"disk.{name}_minutes"]) for name in ("stop", "red", "amber"))
    if not stop <= red <= amber:
        raise SettingError(
            f"disk.stop_minutes is {stop:g}, disk.red_minutes {red:g} and disk.amber_minutes"
            f" {amber:g}; allowed is each at least as large as the one before it."
        )
    return Limits(amber_s=amber * 60, red_s=red * 60, stop_s=stop * 60)
