"""What the kiosk hears: soft beeps that count down, one process for all of them.

A beep that comes late must not get into the recording, so the last one is a second before it.
"""

from typing import Final

from desktop.alarm_sound import Pattern, Tone

_BEEP: Final = Tone(880, 0.07, 0.12)
_PAUSE: Final = Tone(0, 0.93)


def countdown_beeps(seconds: int) -> Pattern:
    """One soft beep a second, `seconds` of them; the pause after the last one is left out."""
    return ((_BEEP, _PAUSE) * max(0, seconds))[:-1]
