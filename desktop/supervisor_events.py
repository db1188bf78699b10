"""What a supervisor reports: the recorder's own events and three of its own. Values only."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.recording.model import Event


@dataclass(frozen=True, slots=True)
class RecorderLost:
    """Event: the recorder or its camera is gone; another is being started."""

    sentence: str


@dataclass(frozen=True, slots=True)
class RecorderBack:
    """Event: after a loss, pictures arrive again."""


@dataclass(frozen=True, slots=True)
class Ended:
    """Event, once for every recording asked for: nobody writes in its folder any more."""

    recording: str


SupervisorEvent = Event | RecorderLost | RecorderBack | Ended
OnEvent = Callable[[SupervisorEvent], None]
