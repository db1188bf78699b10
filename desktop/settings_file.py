"""Writes settings that somebody changed in the window into the settings file.

What else stands in the file, comments too, stays as it is. It checks no value: that is for whoever
owns the setting.
"""

import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from holdfast.durable import make_folder, write_replacing
from holdfast.settings_table import SettingError

_MODE = 0o600


def change(file: Path, values: Mapping[str, object]) -> None:
    """Write `section.key` -> value. Raises SettingError for a file that is not TOML, and OSError.

    A file that is not there is made.
    """
    # Only who changes a setting needs it, not whoever starts.
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    text, mode = _read(file)
    try:
        document = tomlkit.parse(text)
        for name, value in values.items():
            section, _, key = name.partition(".")
            if section not in document:
                document[section] = tomlkit.table()
            table = document[section]
            assert isinstance(table, dict)
            table[key] = value
        changed = tomlkit.dumps(document)
    except TOMLKitError as error:
        raise _not_toml(file, error) from error
    if changed != text:
        make_folder(file.parent)
        write_replacing(file, changed.encode(), mode)


def forget(file: Path, names: Iterable[str]) -> None:
    """Take these out of the file, so that they are what they are by themselves.

    Raises SettingError for a file that is not TOML, and OSError.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    text, mode = _read(file)
    try:
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise _not_toml(file, error) from error
    for name in names:
        section, _, key = name.partition(".")
        table = document.get(section)
        if isinstance(table, dict) and key in table:
            del table[key]
    changed = tomlkit.dumps(document)
    if changed != text:
        write_replacing(file, changed.encode(), mode)


def _not_toml(file: Path, error: Exception) -> SettingError:
    return SettingError(
        f"The settings file {file} is not valid TOML: {error}. Nothing was changed in it."
    )


def _read(file: Path) -> tuple[str, int]:
    """Its text, and who may read it."""
    try:
        return file.read_text("utf-8"), stat.S_IMODE(file.stat().st_mode)
    except FileNotFoundError:
        return "", _MODE
