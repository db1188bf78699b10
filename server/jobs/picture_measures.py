"""Light, detail, sharpness, change and faces of a film's pictures, measured as recorders do.

It only measures; from when on a number is bad stands in `holdfast/quality.py`. OpenCV's own
frontal face cascade finds upright faces from about 5 % of the picture's width on.
"""

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
from av.video.frame import VideoFrame
from cv2.data import haarcascades

from holdfast.quality import Look
from server.jobs.frames import Pixels, upright

SIZE: Final = (480, 270)
"""Everything is measured on a picture that fits into this."""
FACE_LEAST: Final = 20
_STEP: Final = 1.1
_NEIGHBOURS: Final = 4
_CASCADE: Final = "haarcascade_frontalface_alt2.xml"
_BRIGHT_PERCENTILE: Final = 95

Grey = npt.NDArray[np.float32]


class Examiner:
    """Looks at one picture after the other."""

    def __init__(self) -> None:
        self._cascade = cv2.CascadeClassifier(haarcascades + _CASCADE)
        if self._cascade.empty():
            raise RuntimeError(f"OpenCV brings no {_CASCADE}")
        self._before: Grey | None = None

    def look(self, picture: VideoFrame, time_ns: int) -> Look:
        """Measure a picture, and how much it differs from the one before."""
        width, height = SIZE
        box = SIZE if picture.width >= picture.height else (height, width)
        exact = np.asarray(cv2.cvtColor(upright(picture, *box), cv2.COLOR_BGR2GRAY), np.uint8)
        small = exact.astype(np.float32)
        contrast, sharpness = _detail(small)
        return Look(
            time_ns=time_ns,
            faces=self._faces(exact),
            brightness=float(np.percentile(exact, _BRIGHT_PERCENTILE)),
            contrast=contrast,
            sharpness=sharpness,
            change=self._change(small),
        )

    def _faces(self, grey: Pixels) -> int:
        least = (FACE_LEAST, FACE_LEAST)
        return len(self._cascade.detectMultiScale(grey, _STEP, _NEIGHBOURS, minSize=least))

    def _change(self, small: Grey) -> float | None:
        before, self._before = self._before, small
        if before is None or before.shape != small.shape:
            return None
        return float(np.mean(np.abs(small - before)))


def _detail(grey: Grey) -> tuple[float, float]:
    """Contrast of the detail in grey levels, and how sharp it is.

    Variance of the Laplacian (Pech-Pacheco et al. 2000, "Diatom autofocusing in brightfield
    microscopy"), over the variance of what is finer than an eighth of the width.
    """
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    window = grey.shape[1] // 16 * 2 + 1
    variance = float(np.var(smooth - cv2.blur(smooth, (window, window))))
    edges = float(np.var(cv2.Laplacian(smooth, cv2.CV_32F)))
    return variance**0.5, edges / variance if variance > 0 else 0.0
