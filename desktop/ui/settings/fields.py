"""Which settings stand on which page, and how each is entered. A table; no widget, no value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final, Literal

from desktop.ui.settings import texts

Kind = Literal["choice", "flag", "number", "text", "folder", "file"]


class Tab(IntEnum):
    """The pages, in the order of `texts.PAGES`."""

    GENERAL = 0
    RECORDING = 1
    SENDING = 2
    STORAGE = 3
    RECEIVER = 4
    KIOSK = 5
    HELP = 6


@dataclass(frozen=True, slots=True)
class Field:
    """One setting on its page. `unit` stands behind a number; `zero` in the place of 0."""

    name: str
    tab: Tab
    kind: Kind
    choices: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    zero: str = ""
    most: int = 1_000_000
    at_once: bool = True
    """Whether it holds at once; else from the next start on."""

    @property
    def says_when(self) -> bool:
        """Whether its own line says when it holds; a page where all wait says it once."""
        return not self.at_once and self.tab is not Tab.RECORDING


MINUTES: Final = " min"
FIELDS: Final = (
    Field("appearance.scheme", Tab.GENERAL, "choice", texts.SCHEMES),
    Field("appearance.language", Tab.GENERAL, "choice", at_once=False),
    Field("control.socket", Tab.GENERAL, "flag", at_once=False),
    Field("lsl.enabled", Tab.GENERAL, "flag", at_once=False),
    Field("capture.width", Tab.RECORDING, "number", unit=" px", most=15_360, at_once=False),
    Field("capture.height", Tab.RECORDING, "number", unit=" px", most=8_640, at_once=False),
    Field("capture.fps", Tab.RECORDING, "number", most=240, at_once=False),
    Field("capture.framing_guide", Tab.RECORDING, "flag", at_once=False),
    Field("capture.encoder", Tab.RECORDING, "choice", texts.ENCODERS, at_once=False),
    Field("capture.upload", Tab.RECORDING, "choice", texts.UPLOADS, at_once=False),
    Field("capture.sync_mark", Tab.RECORDING, "choice", texts.SYNC_MARKS, at_once=False),
    Field(
        "capture.pause_reminder_minutes",
        Tab.RECORDING,
        "number",
        unit=MINUTES,
        zero=texts.NEVER,
        most=600,
        at_once=False,
    ),
    Field("capture.stop_guard", Tab.RECORDING, "flag", at_once=False),
    Field("quality.enabled", Tab.RECORDING, "flag", at_once=False),
    Field("quality.faces", Tab.RECORDING, "flag", at_once=False),
    Field(
        "quality.least_seconds",
        Tab.RECORDING,
        "number",
        unit=" s",
        zero=texts.NEVER,
        most=3_600,
        at_once=False,
    ),
    Field("alarms.sound", Tab.RECORDING, "flag", at_once=False),
    Field("uploader.limit_rate_kb_s", Tab.SENDING, "number", unit=" kB/s", zero=texts.NO_LIMIT),
    Field("uploader.while_recording", Tab.SENDING, "choice", texts.SPEEDS),
    Field("uploader.quiet_hours", Tab.SENDING, "text"),
    Field("uploader.daily_budget_mb", Tab.SENDING, "number", unit=" MB", zero=texts.NO_LIMIT),
    Field("uploader.on_metered", Tab.SENDING, "choice", texts.METERED),
    Field("uploader.wait_on", Tab.SENDING, "text"),
    Field("uploader.max_parallel", Tab.SENDING, "number", most=4, at_once=False),
    Field("uploader.ca_file", Tab.SENDING, "file", at_once=False),
    Field("kiosk.camera", Tab.KIOSK, "choice", texts.KIOSK_DEVICE),
    Field("kiosk.microphone", Tab.KIOSK, "choice", texts.KIOSK_DEVICE),
    Field("disk.overflow_folder", Tab.STORAGE, "folder", at_once=False),
    Field("disk.amber_minutes", Tab.STORAGE, "number", unit=MINUTES, at_once=False),
    Field("disk.red_minutes", Tab.STORAGE, "number", unit=MINUTES, at_once=False),
    Field(
        "disk.stop_minutes",
        Tab.STORAGE,
        "number",
        unit=MINUTES,
        zero=texts.NEVER,
        at_once=False,
    ),
    Field(
        "disk.ballast_mib",
        Tab.STORAGE,
        "number",
        unit=" MiB",
        zero=texts.NONE,
        most=65_536,
        at_once=False,
    ),
    Field("freeing.when", Tab.STORAGE, "choice", texts.FREEING),
    Field("freeing.after_days", Tab.STORAGE, "number", unit=" d"),
    Field("freeing.least_free_gb", Tab.STORAGE, "number", unit=" GB"),
)
