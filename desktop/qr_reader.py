"""Finds the text of a QR code in a picture, with OpenCV's detector.

OpenCV is loaded with the first picture, never before: a window must be there first. It opens no
device and no file.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import cv2

_LARGE_PX = 1600
"""Pictures wider than this are made smaller first; the detector takes seconds for a photograph."""


class QrReader:
    """Reads one picture after the other. Used by one thread at a time."""

    def __init__(self) -> None:
        self._detector: cv2.QRCodeDetector | None = None

    def read(self, bgra: bytes, width: int, height: int, stride: int) -> str | None:
        """The text of the code in a picture of BGRA bytes, `stride` bytes a row; None without."""
        import cv2
        import numpy as np

        if self._detector is None:
            self._detector = cv2.QRCodeDetector()
        rows = np.frombuffer(bgra, np.uint8).reshape(height, stride)
        picture = rows[:, : width * 4].reshape(height, width, 4)
        grey = cv2.cvtColor(picture, cv2.COLOR_BGRA2GRAY)
        if width > _LARGE_PX:
            scale = _LARGE_PX / width
            grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        try:
            text, _corners, _straight = self._detector.detectAndDecode(grey)
        except cv2.error:
            # The detector trips over some shapes that look like a code; the next picture may do.
            return None
        return text or None
