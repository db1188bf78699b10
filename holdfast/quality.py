"""From when on a look at a picture or at sound counts as bad: the same for a recorder, which looks
while it records, and for the receiver, which looks at the film.

Pure, and cheap to import. Each threshold is here, with where it comes from; `docs/quality.md` says
what each number means.
"""

from dataclasses import dataclass
from typing import Final

DETECTOR: Final = "OpenCV haarcascade_frontalface_alt2"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From when on a look counts as bad, and from when on a share of bad looks is worth words."""

    dark_below: float = 50.0
    """A picture is dark where 95 % of it are below this grey level (0 to 255). In the test
    photograph at 0.3 of its light (level 62) a face is found whatever the noise, at 0.2 (level 41)
    not any more with a sensor's noise of two levels."""
    contrast_least: float = 4.0
    """Grey levels of detail without which sharpness says nothing: a plain wall has 0.5 to 2.3,
    pictures of people have 10 to 45."""
    blurred_below: float = 0.01
    """Variance of the Laplacian over the variance of the detail. Sharp photographs have 0.06 to
    0.17, defocused by 0.4 % of their width (sigma) 0.004 to 0.009."""
    same_below: float = 0.01
    """Mean change of grey levels since the look before: any camera's noise is above it."""
    silent_below_db: float = -75.0
    """As the live alarm has it: below any room."""
    clipped_from_db: float = 0.0
    """The peak, rounded to 0.1 dB below full scale, together with the live alarm."""
    stalled_s: float = 1.5
    """A newest picture that is older than this is one that stands still."""
    unseen_share: float = 0.3
    """The detector misses turned and tilted heads: less than this is ordinary."""
    dark_share: float = 0.2
    blurred_share: float = 0.2
    frozen_share: float = 0.05
    """3 s in a minute."""
    silent_share: float = 0.1
    clipped_share: float = 0.02
    lost_share: float = 0.01
    """About one picture every 3 s at 30 a second."""
    length_share: float = 0.05
    """How far a recording may miss the length that was wanted."""


THRESHOLDS: Final = Thresholds()


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a picture. `faces` is None where nobody looks for them, `change` at the first."""

    time_ns: int
    faces: int | None
    brightness: float
    contrast: float
    sharpness: float
    change: float | None


@dataclass(frozen=True, slots=True)
class PictureCounts:
    """How many of the looks at pictures showed what."""

    looks: int = 0
    with_face: int | None = 0
    dark: int = 0
    blurred: int = 0
    same: int = 0

    def and_look(self, look: Look, limits: Thresholds = THRESHOLDS) -> "PictureCounts":
        """The counts with one look more."""
        dark = look.brightness < limits.dark_below
        # Noise and darkness look sharp, and a plain wall blurred: neither is judged.
        detailed = not dark and look.contrast >= limits.contrast_least
        unseen = look.faces is None or self.with_face is None
        return PictureCounts(
            looks=self.looks + 1,
            with_face=None if unseen else (self.with_face or 0) + bool(look.faces),
            dark=self.dark + dark,
            blurred=self.blurred + (detailed and look.sharpness < limits.blurred_below),
            same=self.same + (look.change is not None and look.change < limits.same_below),
        )
