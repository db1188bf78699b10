"""What a person at the kiosk asks for beside the steps of the visit: staff, sending, playing. Pure.

The pages emit these and the steps of `desktop/kiosk/steps.py`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaybackBegan:
    """The first picture of the review is on the screen."""


@dataclass(frozen=True, slots=True)
class PlaybackFailed:
    """The review cannot be shown; the sentence says why, for the log."""

    sentence: str


@dataclass(frozen=True, slots=True)
class SendAgain:
    """Send what failed again, and end every wait."""


@dataclass(frozen=True, slots=True)
class AskForStaff:
    """The staff corner was held, or its keys pressed."""


@dataclass(frozen=True, slots=True)
class EnterPin:
    """The digits that were typed."""

    pin: str


@dataclass(frozen=True, slots=True)
class CloseOverlay:
    """Back to the page behind."""


@dataclass(frozen=True, slots=True)
class LeaveKiosk:
    """Staff: close the kiosk."""
