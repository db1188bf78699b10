"""What the list of recordings shows, as frozen values. Pure; the presenter makes them.

Apart from `views.py`, whose values are tuples: Qt would hand a tuple to a delegate as a list.
"""

from dataclasses import dataclass
from typing import Literal

LightState = Literal["on", "partial", "off", "problem"]


@dataclass(frozen=True, slots=True)
class Light:
    """One custody light. `word` stands beside the glyph; `share` of a partial one is 0 to 100."""

    name: str
    state: LightState
    word: str
    share: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One recording in the list."""

    recording: str
    title: str
    subtitle: str
    length: str
    size: str
    lights: tuple[Light, Light, Light, Light]
    why: str
    needs_person: bool
    can_keep: bool = False
    can_discard: bool = False
    has_ended: bool = True
