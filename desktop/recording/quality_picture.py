"""Looks at one preview picture for the quality check: a face, light, sharpness, change.

It only measures; what the numbers mean is judged in `quality.py`. OpenCV's own frontal face
cascade finds upright faces from about 5 % of the picture's width on; heads that are turned to the
side, tilted by more than 10 degrees, or half covered, it misses.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
from cv2.data import haarcascades

from desktop.recording.preview_memory import Picture
from desktop.recording.sighting import Face, Sighting
from desktop.recording.sources import Pixels
from holdfast.quality import Look

LOOK_SIZE: Final = (480, 270)
"""Everything is measured on a picture that fits into this, pixels."""
FACE_LEAST: Final = 20
_STEP: Final = 1.1
_NEIGHBOURS: Final = 4
"""With these 98 % of 66 faces of 5 to 12 % of the width were found, and nothing else; half as wide
and at steps of 1.2 it were 29 %, at a quarter of the cost."""
_CASCADE: Final = "haarcascade_frontalface_alt2.xml"
_BRIGHT_PERCENTILE: Final = 95
_GONE_AFTER: Final = 4
"""After so many looks in vain only every second one searches: an empty room costs half."""
_NEAR: Final = 0.75
"""Where a face was last it is looked for first, and this much of its size around it."""

Grey = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Box:
    """A face's place in the detector's picture, pixels."""

    left: int
    top: int
    width: int
    height: int


class FaceFinder:
    """Finds a face, and remembers where: looking there first takes a fraction of the time."""

    def __init__(self) -> None:
        self._cascade = cv2.CascadeClassifier(haarcascades + _CASCADE)
        if self._cascade.empty():
            raise RuntimeError(f"OpenCV brings no {_CASCADE}")
        self._last: Box | None = None
        self._in_vain = 0

    def find(self, grey: Pixels) -> Box | None:
        """The largest upright face in a small grey picture, or None."""
        found = self._near_the_last(grey) if self._last is not None else None
        if found is None and not self._rests():
            found = self._search(grey, 0, 0)
        self._in_vain = 0 if found is not None else self._in_vain + 1
        self._last = found
        return found

    def _rests(self) -> bool:
        return self._in_vain >= _GONE_AFTER and self._in_vain % 2 == 1

    def _near_the_last(self, grey: Pixels) -> Box | None:
        last = self._last
        assert last is not None
        more_x, more_y = round(last.width * _NEAR), round(last.height * _NEAR)
        left, top = max(0, last.left - more_x), max(0, last.top - more_y)
        right, bottom = last.left + last.width + more_x, last.top + last.height + more_y
        return self._search(grey[top:bottom, left:right], left, top)

    def _search(self, grey: Pixels, left: int, top: int) -> Box | None:
        found = self._cascade.detectMultiScale(
            np.ascontiguousarray(grey), _STEP, _NEIGHBOURS, minSize=(FACE_LEAST, FACE_LEAST)
        )
        boxes = [Box(left + int(x), top + int(y), int(w), int(h)) for x, y, w, h in found]
        return max(boxes, key=lambda box: box.width, default=None)


class Examiner:
    """Looks at one picture after the other. `finder` is None where no face is expected."""

    def __init__(self, finder: FaceFinder | None) -> None:
        self._finder = finder
        self._before: Grey | None = None
        self.sighting: Sighting | None = None
        """What the newest look showed, for whoever is in front of the camera."""

    def look(self, picture: Picture) -> Look:
        """Measure a picture, and how much it differs from the one before."""
        rows = np.frombuffer(picture.bgra, np.uint8).reshape(picture.height, picture.stride)
        bgra = rows[:, : picture.width * 4].reshape(picture.height, picture.width, 4)
        grey = np.asarray(cv2.cvtColor(bgra, cv2.COLOR_BGRA2GRAY), np.uint8)
        exact = _fitted(grey, *LOOK_SIZE)
        small = exact.astype(np.float32)
        contrast, sharpness = _detail(small)
        face = self._finder.find(exact) if self._finder is not None else None
        brightness = float(np.percentile(exact, _BRIGHT_PERCENTILE))
        change = self._change(small)
        self.sighting = Sighting(
            picture.time_ns,
            self._finder is not None,
            None if face is None else _place(face, exact),
            brightness,
            change,
        )
        return Look(
            time_ns=picture.time_ns,
            faces=None if self._finder is None else int(face is not None),
            brightness=brightness,
            contrast=contrast,
            sharpness=sharpness,
            change=change,
        )

    def _change(self, small: Grey) -> float | None:
        before, self._before = self._before, small
        if before is None or before.shape != small.shape:
            return None
        return float(np.mean(np.abs(small - before)))


def _place(face: Box, grey: Pixels) -> Face:
    height, width = grey.shape
    return Face(face.left / width, face.top / height, face.width / width, face.height / height)


def _detail(grey: Grey) -> tuple[float, float]:
    """Contrast of the detail in grey levels, and how sharp it is.

    Variance of the Laplacian (Pech-Pacheco et al. 2000, "Diatom autofocusing in brightfield
    microscopy"), over the variance of what is finer than an eighth of the width: so neither the
    light nor the contrast of a scene changes it. Smoothing first keeps a sensor's noise out.
    """
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    window = grey.shape[1] // 16 * 2 + 1
    variance = float(np.var(smooth - cv2.blur(smooth, (window, window))))
    edges = float(np.var(cv2.Laplacian(smooth, cv2.CV_32F)))
    return variance**0.5, edges / variance if variance > 0 else 0.0


def _fitted(grey: Pixels, width_max: int, height_max: int) -> Pixels:
    height, width = grey.shape
    scale = min(width_max / width, height_max / height, 1.0)
    if scale == 1.0:
        return grey
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)
