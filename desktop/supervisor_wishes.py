"""What is wished of a supervisor: the values that its public calls put into its mailbox."""

from dataclasses import dataclass

from desktop.choosing import Choose
from desktop.recording.model import (
    PauseRecording,
    RecordingRequest,
    ResumeRecording,
    SetMarker,
    StopRecording,
)


@dataclass(frozen=True, slots=True)
class CloseBy:
    """Wish: end whatever runs, the process at the latest by then."""

    deadline_ns: int


@dataclass(frozen=True, slots=True)
class ConfirmDevices:
    """Wish: the devices of now are the expected ones."""


Wish = (
    RecordingRequest
    | PauseRecording
    | ResumeRecording
    | StopRecording
    | SetMarker
    | ConfirmDevices
    | Choose
    | CloseBy
)
