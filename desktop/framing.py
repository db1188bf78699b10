"""What to tell somebody in front of the camera about where they sit and how they are seen. Pure.

Numbers in, one piece of advice out; the words for it are in a texts module. The place of the oval
that is painted on the picture is here, too, so that the advice and the oval mean the same.
"""

from enum import Enum
from typing import Final

from desktop.recording.sighting import Face, Sighting

OVAL_CENTRE: Final = (0.5, 0.47)
"""Where the face should be, in shares of the picture: a little above the middle."""
OVAL_HEIGHT: Final = 0.62
"""Of the picture's height. The oval holds a head; the detector's box is the face inside it."""
OVAL_WIDTH_TO_HEIGHT: Final = 0.74
FACE_LEAST, FACE_MOST = 0.22, 0.62
"""The box of the face, of the picture's height: below, eyes and mouth are too small to judge."""
OFF_ACROSS, OFF_DOWN = 0.07, 0.1
"""So far the face's middle may be from the oval's, in shares of the picture."""
STALE_AFTER_S: Final = 2.5
"""Looks come twice a second; what is older says nothing of now."""
MOVED_ABOVE: Final = 2.0
"""A mean difference of so many grey levels between two looks is a person who moves."""


class Advice(Enum):
    """What somebody in front of the camera should do."""

    NOTHING = "nothing is known"
    GOOD = "good"
    TOO_DARK = "too dark"
    NO_FACE = "no face"
    CLOSER = "closer"
    BACK = "back"
    LEFT = "to their left"
    RIGHT = "to their right"
    UP = "up"
    DOWN = "down"


def advice(sighting: Sighting | None, now_ns: int) -> Advice:
    """The one thing that helps most; `now_ns` is monotonic. Left and right are the person's own."""
    if sighting is None or now_ns - sighting.time_ns > STALE_AFTER_S * 1e9:
        return Advice.NOTHING
    # The window needs the words for all this before it needs the check's numbers.
    from holdfast.quality import Thresholds

    if sighting.brightness < Thresholds().dark_below:
        return Advice.TOO_DARK
    if not sighting.looked_for_face:
        return Advice.NOTHING
    if sighting.face is None:
        return Advice.NO_FACE
    return _about_face(sighting.face)


def _about_face(face: Face) -> Advice:
    if face.height < FACE_LEAST:
        return Advice.CLOSER
    if face.height > FACE_MOST:
        return Advice.BACK
    across, down = (at - wanted for at, wanted in zip(face.centre, OVAL_CENTRE, strict=True))
    if abs(across) > OFF_ACROSS:
        # The picture's left is the right hand of whoever looks into the camera.
        return Advice.LEFT if across < 0 else Advice.RIGHT
    if abs(down) > OFF_DOWN:
        return Advice.DOWN if down < 0 else Advice.UP
    return Advice.GOOD


def is_present(sighting: Sighting | None, now_ns: int) -> bool:
    """Whether somebody is seen to be there: a face, or something that moves."""
    if sighting is None or now_ns - sighting.time_ns > STALE_AFTER_S * 1e9:
        return False
    return sighting.face is not None or (sighting.change or 0.0) > MOVED_ABOVE
