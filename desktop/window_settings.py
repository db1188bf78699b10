"""What the window keeps for itself: whether it was set up, its own receiver, the kiosk's PIN.

Importing it has no effect. A kiosk's PIN stands here as its hash only (`operator_pin.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from holdfast.settings_table import Setting, load

SET_UP: Final = Setting(
    "window", "set_up", "flag", False, "Whether somebody has been through the first start."
)
PIN: Final = Setting(
    "kiosk",
    "pin",
    "text",
    "",
    "The operator's PIN, as its hash; the settings window sets it. Empty: none was set.",
)
KIOSK_CAMERA: Final = Setting(
    "kiosk",
    "camera",
    "text",
    "",
    "Camera of the kiosk, as in capture.source. Empty: the study's, or else the window's.",
)
KIOSK_MICROPHONE: Final = Setting(
    "kiosk",
    "microphone",
    "text",
    "",
    "Microphone of the kiosk, as in capture.audio. Empty: the study's, or else the window's.",
)
OWN_RECEIVER: Final = Setting(
    "own_receiver",
    "enabled",
    "flag",
    False,
    "Whether the window runs a receiver on this computer while it is open.",
)
OWN_RECEIVER_PORT: Final = Setting(
    "own_receiver",
    "port",
    "whole",
    8470,
    "On which port of this computer alone that receiver listens.",
    least=1,
    most=65_535,
)
TABLE: Final = (
    SET_UP,
    PIN,
    KIOSK_CAMERA,
    KIOSK_MICROPHONE,
    OWN_RECEIVER,
    OWN_RECEIVER_PORT,
)


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """What the window keeps."""

    set_up: bool = False
    pin_hash: str = ""
    kiosk_camera: str = ""
    kiosk_microphone: str = ""
    own_receiver: bool = False
    own_receiver_port: int = 8470


def load_window_settings(file: Path, environ: Mapping[str, str]) -> WindowSettings:
    """The settings from file and environment. Raises holdfast.settings_table.SettingError."""
    values: Mapping[str, Any] = load(TABLE, file, environ)
    return WindowSettings(
        set_up=values[SET_UP.name],
        pin_hash=values[PIN.name],
        kiosk_camera=values[KIOSK_CAMERA.name],
        kiosk_microphone=values[KIOSK_MICROPHONE.name],
        own_receiver=values[OWN_RECEIVER.name],
        own_receiver_port=values[OWN_RECEIVER_PORT.name],
    )
