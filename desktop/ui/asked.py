"""What the recorder's state follows besides the recorder's events: what people and programs asked.

Values only; `recorder_state.py` says what each changes.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordAsked:
    """Somebody pressed Record."""


@dataclass(frozen=True, slots=True)
class StartedElsewhere:
    """A program asked for a recording through the control socket; it is beginning."""

    participant: str
    prompt: str | None


@dataclass(frozen=True, slots=True)
class RecordRefused:
    """The station could not begin the recording."""

    sentence: str


@dataclass(frozen=True, slots=True)
class StopAsked:
    """Somebody pressed Stop."""


@dataclass(frozen=True, slots=True)
class RecordingKept:
    """The recording's manifest is written: the next recording may begin."""

    recording: str


@dataclass(frozen=True, slots=True)
class PrepareAsked:
    """The devices are being opened (again)."""
