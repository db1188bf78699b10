"""What whoever runs a receiver may settle in `DATA/receiver.toml`: scans, jobs, when to worry.

It stands in the data folder, so that `serve`, its worker and every `admin` command obey the same.
Each key also as `HOLDFAST_SECTION__KEY`. Values only; nothing is started here.
"""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from holdfast.jsonform import FormatError
from holdfast.receiver_layout import ReceiverData
from holdfast.settings_table import Setting, SettingError, load

FILE_PLACE: Final = "{file}"
DETECTORS: Final = ("haar-face", "hog-person", "yunet")
ALL: Final = "all"
NONE: Final = "none"

TABLE: Final = (
    Setting(
        "scan",
        "command",
        "text",
        "",
        "Looks at every stored file before anybody does; {file} stands for its path. "
        "Exit code 0: clean; `scan.found_exit_code`: keep it from everybody; any other: try again.",
    ),
    Setting("scan", "found_exit_code", "whole", 1, "How the command says that it found something."),
    Setting("scan", "timeout_s", "whole", 600, "How long one file may take.", least=1, most=86_400),
    Setting(
        "jobs",
        "by_themselves",
        "text",
        "all",
        "What is made of every recording once it is playable: `all`, `none`, or the names of kinds "
        "of jobs with commas between them. The others are made where somebody asks for them.",
    ),
    Setting(
        "track",
        "detector",
        "text",
        DETECTORS[0],
        "Who looks for people in films: faces that look to the camera, whole people who stand, or "
        "faces from all sides with a model file of your own.",
        allowed=DETECTORS,
    ),
    Setting(
        "track",
        "model",
        "text",
        "",
        "The ONNX file of the YuNet face detector; only for `yunet`.",
    ),
    Setting(
        "track",
        "sample_fps",
        "number",
        5.0,
        "How many pictures a second are looked at.",
        least=0.1,
        most=60,
    ),
    Setting(
        "watch",
        "silent_after_hours",
        "number",
        24.0,
        "A device that was not heard of for so long is silent.",
        least=0.01,
        most=8760,
    ),
)


@dataclass(frozen=True, slots=True)
class ScanSettings:
    """How stored files are looked at; no command: they are not."""

    command: tuple[str, ...] = ()
    found_exit_code: int = 1
    timeout_s: int = 600

    @property
    def is_on(self) -> bool:
        return bool(self.command)

    def words(self, file: str) -> list[str]:
        """The command for one file, as a program and its arguments; no shell reads them."""
        return [each.replace(FILE_PLACE, file) for each in self.command]


@dataclass(frozen=True, slots=True)
class JobSettings:
    """Which kinds of jobs follow by themselves when a recording is playable."""

    by_themselves: tuple[str, ...] = (ALL,)

    def wants(self, kind: str) -> bool:
        """Whether this kind is among them."""
        return ALL in self.by_themselves or kind in self.by_themselves


@dataclass(frozen=True, slots=True)
class TrackSettings:
    """How people are looked for in films."""

    detector: str = DETECTORS[0]
    model: Path | None = None
    sample_fps: float = 5.0


@dataclass(frozen=True, slots=True)
class OperatingSettings:
    """Everything in `receiver.toml`."""

    scan: ScanSettings = field(default_factory=ScanSettings)
    jobs: JobSettings = field(default_factory=JobSettings)
    track: TrackSettings = field(default_factory=TrackSettings)
    silent_after: timedelta = timedelta(hours=24)


def load_operating(data: ReceiverData, environ: Mapping[str, str]) -> OperatingSettings:
    """What holds for this data folder. Raises FormatError with a sentence."""
    try:
        return _read(load(TABLE, data.settings, environ))
    except SettingError as error:
        raise FormatError(str(error)) from error


def _read(values: Mapping[str, Any]) -> OperatingSettings:
    return OperatingSettings(
        scan=ScanSettings(
            command=_command(values["scan.command"]),
            found_exit_code=values["scan.found_exit_code"],
            timeout_s=values["scan.timeout_s"],
        ),
        jobs=JobSettings(_names(values["jobs.by_themselves"])),
        track=TrackSettings(
            detector=values["track.detector"],
            model=Path(values["track.model"]) if values["track.model"] else None,
            sample_fps=values["track.sample_fps"],
        ),
        silent_after=timedelta(hours=values["watch.silent_after_hours"]),
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for each in text.split(",") if (name := each.strip()) and name != NONE)


def _command(text: str) -> tuple[str, ...]:
    try:
        words = tuple(shlex.split(text))
    except ValueError as error:
        raise SettingError(f"scan.command cannot be read ({error}): {text!r}.") from error
    if words and not any(FILE_PLACE in word for word in words[1:]):
        raise SettingError(
            f"scan.command must name {FILE_PLACE} where the path of the file belongs: {text!r}."
        )
    return words
