"""What the morning rehearsal is made of: whose recording it is, and the four lights. Values."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from uploader.items import RecordingSnapshot

SECONDS: Final = 6.0
HOME_S: Final = 90.0
"""How long the recording may take to come home and be played there."""
PARTICIPANT: Final = "REHEARSAL"
PROMPT: Final = "morning_rehearsal"
BY: Final = "rehearsal"


@dataclass(frozen=True, slots=True)
class Light:
    """One custody light: its name, whether it is on, and what to do where it stays off."""

    name: str
    is_on: Callable[[RecordingSnapshot], bool]
    detail: str
    do: str


NO_RECEIVER: Final = "Not enrolled: recordings are kept here, and nothing was sent for a trial."
ENROL: Final = "`holdfast enrol URL CODE` changes that."
_WHY_DOCTOR: Final = "See the line of the receiver above, and `holdfast queue list`."
LIGHTS: Final = (
    Light(
        "saved",
        lambda each: each.custody.saved,
        "Every segment is on disk and matches its hash.",
        "Look at the line of the disk above.",
    ),
    Light(
        "received",
        lambda each: each.is_received,
        "The receiver misses nothing of it.",
        _WHY_DOCTOR,
    ),
    Light(
        "verified",
        lambda each: each.custody.verified,
        "The receiver's signed receipt matches our hashes.",
        _WHY_DOCTOR,
    ),
    Light(
        "playable",
        lambda each: each.custody.playable,
        "The receiver has joined it and decoded its first and last picture.",
        "Ask your administrator whether the receiver prepares videos.",
    ),
)
