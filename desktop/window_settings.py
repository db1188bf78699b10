"""The settings of the window itself: how it looks, what it speaks, whether it was set up; the kiosk.

Importing it has no effect. A kiosk's PIN stands here as its hash only (`operator_pin.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, cast

from holdfast.settings_table import Setting, load

Appearance = Literal["system", "light", "dark", "contrast"]
APPEARANCES: Final = ("system", "light", "dark", "contrast")
LANGUAGES: Final = ("system", "en", "de", "es")

APPEARANCE: Final = Setting(
    "window",
    "appearance",
    "text",
    "system",
    "How the window looks: as the `system` does, `light`, `dark`, or in high `contrast`.",
    allowed=APPEARANCES,
)
LANGUAGE: Final = Setting(
    "window",
    "language",
    "text",
    "system",
    "What the window speaks: the language of the `system`, or `en`, `de`, `es`.",
    allowed=LANGUAGES,
)
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
TABLE: Final = (APPEARANCE, LANGUAGE, SET_UP, PIN, OWN_RECEIVER, OWN_RECEIVER_PORT)


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """How the window is when nobody says anything else."""

    appearance: Appearance = "system"
    language: str = "system"
    set_up: bool = False
    pin_hash: str = ""
    own_receiver: bool = False
    own_receiver_port: int = 8470


def load_window_settings(file: Path, environ: Mapping[str, str]) -> WindowSettings:
    """The settings from file and environment. Raises holdfast.settings_table.SettingError."""
    values: Mapping[str, Any] = load(TABLE, file, environ)
    return WindowSettings(
        appearance=cast(Appearance, values[APPEARANCE.name]),
        language=values[LANGUAGE.name],
        set_up=values[SET_UP.name],
        pin_hash=values[PIN.name],
        own_receiver=values[OWN_RECEIVER.name],
        own_receiver_port=values[OWN_RECEIVER_PORT.name],
    )
