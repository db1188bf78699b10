"""What the station tells of its own, beside what recorder and uploader say. Values only.

The window takes them in without importing the station.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.recording.disk import Level
from desktop.recording.quality import Quality
from desktop.supervisor_events import SupervisorEvent
from holdfast.manifest import Manifest
from uploader.items import UploadEvent


@dataclass(frozen=True, slots=True)
class RecordingSaved:
    """Event: the recording has ended, and nobody writes in its folder any more.

    `manifest` is None where nothing was recorded, and where it could not be written; then `trouble`
    is the sentence that says so.
    """

    recording: str
    folder: Path
    manifest: Manifest | None
    trouble: str | None = None
    goes_on_as: str | None = None
    """The recording that follows it at once in the overflow folder, if any."""


@dataclass(frozen=True, slots=True)
class QualityChecked:
    """Event, within 2 s of `RecordingSaved`: how good picture and sound of the recording are."""

    recording: str
    folder: Path
    quality: Quality


@dataclass(frozen=True, slots=True)
class Recovered:
    """Event, at the start: recordings that an earlier run left unfinished are complete now."""

    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SpaceLow:
    """Event: the disk's space fell below a limit while recording; recording goes on."""

    recording: str
    sentence: str
    level: Level = Level.AMBER


@dataclass(frozen=True, slots=True)
class InOverflow:
    """Event: this recording is made in the overflow folder, because the first disk is full."""

    recording: str
    sentence: str


@dataclass(frozen=True, slots=True)
class EndedForSpace:
    """Event: the recording is being ended, complete, because the disk is nearly full."""

    recording: str
    sentence: str


@dataclass(frozen=True, slots=True)
class StaffCalled:
    """Event: staff are being called by sound, or not any more."""

    sounding: bool


@dataclass(frozen=True, slots=True)
class FromCamera:
    """Event of a camera beside the first one; `camera` 1 is the second.

    What happens to the first camera is told without this, as where there is one camera only.
    """

    camera: int
    source: str
    event: object
    """One of the other values of `StationEvent`, or what a listener made of it."""


StationEvent = (
    SupervisorEvent
    | UploadEvent
    | RecordingSaved
    | QualityChecked
    | Recovered
    | SpaceLow
    | InOverflow
    | EndedForSpace
    | StaffCalled
    | FromCamera
)
OnEvent = Callable[[StationEvent], None]
