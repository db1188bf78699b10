"""What a screen reader says when a recording begins and ends. Pure."""

from typing import Final

BEGAN: Final = "Recording has begun."
ENDED: Final = "Recording has ended."
PAUSED: Final = "The recording is paused."
GOES_ON: Final = "Recording goes on."
