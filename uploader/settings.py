"""The uploader's settings: one declared table and the frozen value that it loads into.

Importing it has no effect; `load_settings` reads the file and the environment once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from holdfast.settings_table import Setting, SettingError, load
from uploader import rules
from uploader.freeing_settings import FreeingSettings, load_freeing_settings
from uploader.rules import Hours, RuleSettings, parse_hours

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
    Setting(
        "uploader",
        "limit_rate_kb_s",
        "whole",
        0,
        "At most so many kB (1000 bytes) a second leave, by all connections; 0 for no limit.",
        least=0,
    ),
    Setting(
        "uploader",
        "while_recording",
        "text",
        rules.GENTLE,
        "`full` speed, `gentle`: one connection that rests as long as it sends, or `off`.",
        allowed=rules.SPEEDS,
    ),
    Setting(
        "uploader",
        "quiet_hours",
        "text",
        "",
        "When nothing is sent, local time: `08:00-18:00`, several with commas, over midnight too.",
    ),
    Setting(
        "uploader",
        "daily_budget_mb",
        "number",
        0,
        "At most so many MB (1,000,000 bytes) of recordings a day are sent; 0 for no limit.",
        least=0,
    ),
    Setting(
        "uploader",
        "on_metered",
        "text",
        rules.SEND,
        "What to do on a connection that NetworkManager calls metered: `send` or `wait`.",
        allowed=(rules.SEND, rules.WAIT),
    ),
    Setting(
        "uploader",
        "wait_on",
        "text",
        "",
        "Connections on which nothing is sent, by NetworkManager's names, separated by commas.",
    ),
)


@dataclass(frozen=True, slots=True)
class UploadSettings:
    """How the uploader sends."""

    max_parallel: int = 2
    ca_file: str | None = None
    limit_rate_bytes_s: int = 0
    rules: RuleSettings = field(default_factory=RuleSettings)
    freeing: FreeingSettings = field(default_factory=FreeingSettings)


def load_settings(file: Path, environ: Mapping[str, str]) -> UploadSettings:
    """The settings from file and environment. Raises holdfast.settings_table.SettingError."""
    values = load(TABLE, file, environ)
    return UploadSettings(
        max_parallel=values["uploader.max_parallel"],
        ca_file=values["uploader.ca_file"],
        limit_rate_bytes_s=values["uploader.limit_rate_kb_s"] * 1000,
        freeing=load_freeing_settings(file, environ),
        rules=RuleSettings(
            quiet_hours=_hours(values["uploader.quiet_hours"]),
            daily_budget_bytes=round(values["uploader.daily_budget_mb"] * 1e6),
            while_recording=values["uploader.while_recording"],
            on_metered=values["uploader.on_metered"],
            wait_on=tuple(
                name.strip() for name in values["uploader.wait_on"].split(",") if name.strip()
            ),
        ),
    )


def _hours(text: str) -> tuple[Hours, ...]:
    try:
        return parse_hours(text)
    except ValueError as error:
        raise SettingError(
            f"uploader.quiet_hours is {text!r}; allowed is a list like 08:00-18:00, 22:00-06:00."
        ) from error
