"""What a supervisor reports: the recorder's own events and some of its own. Values only."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from desktop.recording.model import Event


@dataclass(frozen=True, slots=True)
class RecorderLost:
    """Event: the recorder or its camera is gone; another is being started.

    `by_choice`: nothing is wrong; a person chose another device, which is being opened.
    """

    sentence: str
    by_choice: bool = False


@dataclass(frozen=True, slots=True)
class RecorderBack:
    """Event: after a loss, pictures arrive again."""


ChangedDevice = Literal["camera", "microphone"]


@dataclass(frozen=True, slots=True)
class DeviceChanged:
    """Event: another device came back, or the same with another picture; a person should confirm.

    `was` and `now` are names, `sentence` the question, `reason` what the part is called.
    """

    device: ChangedDevice
    was: str
    now: str
    sentence: str
    reason: str

    @property
    def marker(self) -> str:
        """Its name among the recording's markers."""
        return f"{self.device} changed: {self.was} -> {self.now}"


@dataclass(frozen=True, slots=True)
class DeviceChosen:
    """Event: the device that a person chose is open and gives something. Both are names."""

    device: ChangedDevice
    was: str
    now: str

    @property
    def marker(self) -> str:
        """Its name among the recording's markers."""
        return f"{self.device} chosen: {self.was} -> {self.now}"


@dataclass(frozen=True, slots=True)
class DeviceAsExpected:
    """Event: the device is the expected one again, or a person confirmed the one of now."""

    device: ChangedDevice


@dataclass(frozen=True, slots=True)
class NotGrowing:
    """Event: nothing reaches the disk, although the camera gives pictures.

    `since_s` is when that began, in seconds on the recording's clock.
    """

    recording: str
    since_s: float
    sentence: str


@dataclass(frozen=True, slots=True)
class GrowsAgain:
    """Event: the recording's files grow again, or nothing is owed to them any more."""

    recording: str


@dataclass(frozen=True, slots=True)
class Ended:
    """Event, once for every recording asked for: nobody writes in its folder any more."""

    recording: str


SupervisorEvent = (
    Event
    | RecorderLost
    | RecorderBack
    | DeviceChanged
    | DeviceChosen
    | DeviceAsExpected
    | NotGrowing
    | GrowsAgain
    | Ended
)
OnEvent = Callable[[SupervisorEvent], None]
