"""Every setting of this computer, as the settings window shows it: read, checked, kept one by one.

What a value may be, and what it is by itself, stands in the tables of whoever owns it. Nothing is
written that the next start would refuse.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop import settings_file
from desktop.settings import TABLE, load_settings
from desktop.window_settings import TABLE as WINDOW
from desktop.window_settings import load_window_settings
from holdfast.settings_table import Setting, check, load
from uploader.freeing_settings import TABLE as FREEING
from uploader.settings import TABLE as UPLOADER
from uploader.settings import load_settings as load_upload_settings

UPLOADING: Final = ("uploader.", "freeing.")
"""Sections that the uploader reads."""
_ENTERED: Final = "in what was entered"
_TABLES: Final = (TABLE, UPLOADER, FREEING, WINDOW)
_BY_NAME: Final = {each.name: each for table in _TABLES for each in table}


@dataclass(frozen=True, slots=True)
class Values:
    """All settings as they stand now, by `section.key`."""

    current: Mapping[str, Any]
    fixed: Mapping[str, str]
    """Those that the environment decides, and by which variable."""

    def is_default(self, name: str) -> bool:
        """Whether it is what it is by itself."""
        return bool(self.current[name] == _BY_NAME[name].default)


def setting(name: str) -> Setting:
    """The row of the table for `section.key`. Raises KeyError."""
    return _BY_NAME[name]


def read(file: Path, environ: Mapping[str, str]) -> Values:
    """All settings. Raises SettingError."""
    current: dict[str, Any] = {}
    for table in _TABLES:
        current.update(load(table, file, environ))
    fixed = {
        each.name: each.environment for each in _BY_NAME.values() if each.environment in environ
    }
    return Values(current, fixed)


def write(file: Path, environ: Mapping[str, str], name: str, value: Any) -> None:
    """Keep one value in the settings file. Raises SettingError and OSError, and changes nothing.

    None, and an empty text where nothing is the default, take it out of the file.
    """
    row = _BY_NAME[name]
    if value is None or (value == "" and row.default is None):
        put_back(file, environ, name)
        return
    check(row, value, _ENTERED)
    _try(file, environ, {row.environment: _as_text(value)})
    settings_file.change(file, {name: value})


def put_back(file: Path, environ: Mapping[str, str], name: str) -> None:
    """Have it be what it is by itself. Raises SettingError and OSError, and changes nothing."""
    row = _BY_NAME[name]
    if row.default is not None:
        _try(file, environ, {row.environment: _as_text(row.default)})
    settings_file.forget(file, [name])


def _try(file: Path, environ: Mapping[str, str], more: Mapping[str, str]) -> None:
    """Whether the next start would accept it, together with all the others."""
    together = {**environ, **more}
    load_settings(file, together)
    load_upload_settings(file, together)
    load_window_settings(file, together)


def _as_text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
