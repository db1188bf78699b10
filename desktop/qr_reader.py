"""Finds the text of a QR code in a picture, with OpenCV's two detectors in turns.

Each of them is blind to some codes from some distances: the first never found 3 of 89 enrolment
codes that were held still, which the other read at once.

OpenCV is loaded with the first picture, never before: a window must be there first. It opens no
device and no file.
"""

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import cv2

    Detector = cv2.QRCodeDetector | cv2.QRCodeDetectorAruco

_LARGE_PX = 1600
"""Pictures wider than this are made smaller first; the detector takes seconds for a photograph."""


class QrReader:
    """Reads one picture after the other. Used by one thread at a time."""

    def __init__(self) -> None:
        self._detectors: deque[Detector] = deque()

    def read(self, bgra: bytes, width: int, height: int, stride: int) -> str | None:
        """The text of the code in a picture of BGRA bytes, `stride` bytes a row; None without."""
        import cv2
        import numpy as np

        if not self._detectors:
            self._detectors.extend((cv2.QRCodeDetector(), cv2.QRCodeDetectorAruco()))
        rows = np.frombuffer(bgra, np.uint8).reshape(height, stride)
        picture = rows[:, : width * 4].reshape(height, width, 4)
        grey = cv2.cvtColor(picture, cv2.COLOR_BGRA2GRAY)
        if width > _LARGE_PX:
            scale = _LARGE_PX / width
            grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        detector = self._detectors[0]
        self._detectors.rotate()
        try:
            text, _corners, _straight = detector.detectAndDecode(grey)
        except cv2.error:
            # The detector trips over some shapes that look like a code; the next picture may do.
            return None
        return text or None
