"""What a look at the live picture showed a moment ago: a face, the light, how much moved. Pure.

It is news, not evidence: nothing of it is kept. `desktop/framing.py` says what it means for whoever
sits in front of the camera.
"""

import struct
from dataclasses import dataclass
from typing import Final, Self

# Time; face, light, movement; whether a face was looked for and found, and whether it moved.
_FORM: Final = struct.Struct("<qffffffBBxx")
SIGHTING_BYTES: Final = _FORM.size


@dataclass(frozen=True, slots=True)
class Face:
    """Where a face is: shares of the picture's width and height, from its left and its top."""

    left: float
    top: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Sighting:
    """One look. `brightness` is 0 to 255, `change` the mean difference to the look before."""

    time_ns: int
    looked_for_face: bool
    face: Face | None
    brightness: float
    change: float | None

    def packed(self) -> bytes:
        """The form in which it lies in memory, SIGHTING_BYTES long."""
        face = self.face or Face(0.0, 0.0, 0.0, 0.0)
        return _FORM.pack(
            self.time_ns,
            face.left,
            face.top,
            face.width,
            face.height,
            self.brightness,
            -1.0 if self.change is None else self.change,
            self.looked_for_face,
            self.face is not None,
        )

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """What `packed` gave."""
        time_ns, left, top, width, height, brightness, change, looked, found = _FORM.unpack(data)
        face = Face(left, top, width, height) if found else None
        return cls(time_ns, bool(looked), face, brightness, None if change < 0 else change)
