"""Settings as a declared table: file, environment and defaults, checked, with plain errors.

One TOML file; every key also as `HOLDFAST_SECTION__KEY`, which wins. Each package declares its own
table; this module knows no setting. Loading has no effect beyond reading.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Kind = Literal["text", "whole", "number", "flag"]
_TRUE = ("1", "true", "yes", "on")
_FALSE = ("0", "false", "no", "off")


class SettingError(ValueError):
    """A setting is wrong: the message names the key, its value and what is allowed."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One row: where it stands, what it may be, what it is when nobody says anything, and why."""

    section: str
    key: str
    kind: Kind
    default: Any
    meaning: str
    allowed: Sequence[str] | None = None
    least: float | None = None
    most: float | None = None

    @property
    def name(self) -> str:
        return f"{self.section}.{self.key}"

    @property
    def environment(self) -> str:
        return f"HOLDFAST_{self.section}__{self.key}".upper()


def load(
    table: Sequence[Setting],
    file: Path,
    environ: Mapping[str, str],
    *,
    whole_sections: bool = True,
) -> dict[str, Any]:
    """`section.key` -> value for every row of the table. Raises SettingError.

    A table of `whole_sections` knows every key that its sections may have.
    """
    stated = _read(file)
    if whole_sections:
        _refuse_unknown_keys(table, stated, file)
    values = {}
    for setting in table:
        if setting.environment in environ:
            place = f"in the environment as {setting.environment}"
            value = _from_text(setting, environ[setting.environment], place)
        else:
            place = f"in {file}"
            value = stated.get(setting.section, {}).get(setting.key, setting.default)
        values[setting.name] = _checked(setting, value, place)
    return values


def _read(file: Path) -> dict[str, dict[str, Any]]:
    if not file.exists():
        return {}
    # Here and not above: most who load settings have no file of them.
    import tomllib

    try:
        with file.open("rb") as stream:
            stated = tomllib.load(stream)
    except tomllib.TOMLDecodeError as error:
        raise SettingError(f"The settings file {file} is not valid TOML: {error}.") from error
    for section, rows in stated.items():
        if not isinstance(rows, dict):
            raise SettingError(f"In {file}, {section!r} stands outside a [section].")
    return stated


def _refuse_unknown_keys(
    table: Sequence[Setting], stated: Mapping[str, Mapping[str, Any]], file: Path
) -> None:
    known = {setting.name for setting in table}
    for section in {setting.section for setting in table}:
        for key in stated.get(section, {}):
            if f"{section}.{key}" not in known:
                names = ", ".join(sorted(each.key for each in table if each.section == section))
                raise SettingError(f"In {file}, [{section}] has no {key!r}; it has {names}.")


def _from_text(setting: Setting, text: str, place: str) -> Any:
    try:
        if setting.kind == "whole":
            return int(text)
        if setting.kind == "number":
            return float(text)
    except ValueError:
        raise _wrong(setting, text, place) from None
    if setting.kind == "flag":
        if text.lower() not in _TRUE + _FALSE:
            raise _wrong(setting, text, place)
        return text.lower() in _TRUE
    return text


def check(setting: Setting, value: Any, place: str) -> None:
    """Raises SettingError where the setting may not have this value, which stands in `place`."""
    _checked(setting, value, place)


_TYPES: Mapping[Kind, tuple[type, ...]] = {
    "text": (str,),
    "whole": (int,),
    "number": (int, float),
    "flag": (bool,),
}


def _checked(setting: Setting, value: Any, place: str) -> Any:
    if value is None and setting.default is None:
        return None
    if not isinstance(value, _TYPES[setting.kind]):
        raise _wrong(setting, value, place)
    if isinstance(value, bool) and setting.kind != "flag":
        raise _wrong(setting, value, place)
    if setting.allowed is not None and value not in setting.allowed:
        raise _wrong(setting, value, place)
    if not _within_bounds(setting, value):
        raise _wrong(setting, value, place)
    return value


def _within_bounds(setting: Setting, value: Any) -> bool:
    at_least = setting.least is None or value >= setting.least
    return at_least and (setting.most is None or value <= setting.most)


def _wrong(setting: Setting, value: Any, place: str) -> SettingError:
    return SettingError(
        f"{setting.name} is {value!r}; allowed is {_allowed(setting)}. It stands {place}."
    )


def _allowed(setting: Setting) -> str:
    if setting.allowed is not None:
        return " or ".join(setting.allowed)
    words = {
        "text": "text",
        "whole": "a whole number",
        "number": "a number",
        "flag": "true or false",
    }
    bounds = ""
    if setting.least is not None:
        bounds += f" from {setting.least:g}"
    if setting.most is not None:
        bounds += f" up to {setting.most:g}"
    return words[setting.kind] + bounds
