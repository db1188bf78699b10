"""When copies here are deleted by themselves: never, unless somebody says so.

Importing it has no effect. Whatever it says, nothing goes without the receiver's fresh word.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from holdfast.settings_table import Setting, load

NEVER: Final = "never"
AFTER_DAYS: Final = "after_days"
WHEN_NEEDED: Final = "when_needed"

TABLE: Final = (
    Setting(
        "freeing",
        "when",
        "text",
        NEVER,
        "When copies here are deleted of what the receiver confirms that it holds: `never`, "
        "`after_days`, or `when_needed`: once space is short, the oldest first.",
        allowed=(NEVER, AFTER_DAYS, WHEN_NEEDED),
    ),
    Setting(
        "freeing",
        "after_days",
        "number",
        7,
        "No copy is deleted by itself before its receipt is so many days old. Longer than the "
        "time between two backups of the receiver.",
        least=0,
    ),
    Setting(
        "freeing",
        "least_free_gb",
        "number",
        20,
        "With `when_needed`: space is short while less than so many GB are free on that disk.",
        least=0,
    ),
)


@dataclass(frozen=True, slots=True)
class FreeingSettings:
    """The policy for copies here."""

    when: str = NEVER
    after: timedelta = timedelta(days=7)
    least_free_bytes: int = 20_000_000_000

    def is_short(self, free_bytes: int) -> bool:
        """Whether a disk has too little space left."""
        return free_bytes < self.least_free_bytes


def load_freeing_settings(file: Path, environ: Mapping[str, str]) -> FreeingSettings:
    """The policy from file and environment. Raises holdfast.settings_table.SettingError."""
    values = load(TABLE, file, environ)
    return FreeingSettings(
        when=values["freeing.when"],
        after=timedelta(days=values["freeing.after_days"]),
        least_free_bytes=round(values["freeing.least_free_gb"] * 1e9),
    )
