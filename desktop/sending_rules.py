"""The sending rules as a person changes them: read from the settings and written back, checked.

Units are those of the settings file (docs/sending-rules.md). It judges nothing and sends nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop import settings_file
from holdfast.settings_table import Setting, SettingError, check, load
from uploader.rules import parse_hours
from uploader.settings import TABLE

_SECTION: Final = "uploader"
KEYS: Final = (
    "limit_rate_kb_s",
    "while_recording",
    "quiet_hours",
    "daily_budget_mb",
    "on_metered",
    "wait_on",
)
_ENTERED: Final = "in what was entered"


@dataclass(frozen=True, slots=True)
class SendingRules:
    """When and how fast recordings leave; 0 and empty texts are no rule."""

    limit_rate_kb_s: int = 0
    while_recording: str = "gentle"
    quiet_hours: str = ""
    daily_budget_mb: float = 0
    on_metered: str = "send"
    wait_on: str = ""
    fixed: Mapping[str, str] | None = None
    """Keys that the environment decides, and by which variable: they cannot be changed here."""

    def is_fixed(self, key: str) -> bool:
        """Whether the environment decides it."""
        return self.fixed is not None and key in self.fixed

    def value(self, key: str) -> Any:
        """The value of one of `KEYS`."""
        return getattr(self, key)


def read(file: Path, environ: Mapping[str, str]) -> SendingRules:
    """The rules of the settings. Raises SettingError."""
    values = load(TABLE, file, environ)
    fixed = {key: _setting(key).environment for key in KEYS if _setting(key).environment in environ}
    return SendingRules(**{key: values[f"{_SECTION}.{key}"] for key in KEYS}, fixed=fixed)


def write(file: Path, environ: Mapping[str, str], values: Mapping[str, object]) -> None:
    """Keep what was changed in the settings file. Raises SettingError and OSError.

    Nothing is written where any value is wrong.
    """
    for key, value in values.items():
        check(_setting(key), value, _ENTERED)
    if "quiet_hours" in values:
        _check_hours(str(values["quiet_hours"]))
    free = {key: value for key, value in values.items() if _setting(key).environment not in environ}
    settings_file.change(file, {f"{_SECTION}.{key}": value for key, value in free.items()})


def _check_hours(text: str) -> None:
    try:
        parse_hours(text)
    except ValueError as error:
        raise SettingError(
            f"The quiet hours are {text!r}; allowed is nothing, or a list like 08:00-18:00,"
            " 22:00-06:00. Nothing was changed."
        ) from error


def _setting(key: str) -> Setting:
    return next(each for each in TABLE if each.key == key)
