"""The uploader's settings: one declared table and the frozen value that it loads into.

Importing it has no effect; `load_settings` reads the file and the environment once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from holdfast.settings_table import Setting, load

TABLE = (
    Setting(
        "uploader",
        "max_parallel",
        "whole",
        2,
        "Connections that send at the same time. Two fill nearly every link.",
        least=1,
        most=4,
    ),
    Setting(
        "uploader",
        "ca_file",
        "text",
        None,
        "File with the certificates to trust for the receiver, beside those of the system.",
    ),
)


@dataclass(frozen=True, slots=True)
class UploadSettings:
    """How the uploader sends."""

    max_parallel: int = 2
    ca_file: str | None = None


def load_settings(file: Path, environ: Mapping[str, str]) -> UploadSettings:
    """The settings from file and environment. Raises holdfast.settings_table.SettingError."""
    values = load(TABLE, file, environ)
    return UploadSettings(
        max_parallel=values["uploader.max_parallel"],
        ca_file=values["uploader.ca_file"],
    )
