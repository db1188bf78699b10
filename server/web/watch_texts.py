"""Places in a film and lengths of time as people read them, for the pages on which one watches."""

from typing import Final

from holdfast.jsonform import Json

_MINUTE_TENTHS: Final = 600
_HOUR_MIN: Final = 60


def clock_place(seconds: float) -> str:
    """A place in a film: `0:07.5`, `12:41.0`, `1:02:03.4`."""
    tenths = round(seconds * 10)
    minutes, rest = divmod(tenths, _MINUTE_TENTHS)
    hours, minutes = divmod(minutes, _HOUR_MIN)
    return f"{hours}:{minutes:02}:{rest / 10:04.1f}" if hours else f"{minutes}:{rest / 10:04.1f}"


def length_words(seconds: float) -> str:
    """A round length: `second`, `5 seconds`, `minute`, `2 minutes`."""
    number, unit = (seconds, "second") if seconds < 60 else (seconds / 60, "minute")
    return unit if number == 1 else f"{number:g} {unit}s"


def without_segments(manifest: Json) -> Json:
    """A manifest as it is read: its segments stand in a table."""
    return {key: value for key, value in manifest.items() if key != "segments"}
