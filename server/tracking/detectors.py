"""Who finds people in a picture: OpenCV's own detectors, behind one protocol.

Each says what it is called, which version and with which parameters it works, so that a result can
be told from one of another. None of them makes anything up: no detection is an answer, too.
"""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

import cv2
import numpy as np
import numpy.typing as npt
from cv2.data import haarcascades

from server.operating import DETECTORS
from server.tracking.payload import Engine

Colour = npt.NDArray[np.uint8]

_CASCADE: Final = "haarcascade_frontalface_alt2.xml"


class NoDetector(Exception):
    """The detector that was asked for cannot be had; one sentence."""


@dataclass(frozen=True, slots=True)
class Detection:
    """One place in the picture where somebody is: pixels from its left and its top."""

    left: float
    top: float
    width: float
    height: float
    confidence: float
    """0 to 1, higher is surer; no probability. It can be compared within one detector only."""


class Detector(Protocol):
    """Finds people in one picture after the other."""

    @property
    def engine(self) -> Engine:
        """What it is."""
        ...

    @property
    def longest_side(self) -> int:
        """Pictures are made so small before it looks at them, pixels; never larger."""
        ...

    def find(self, picture: Colour) -> list[Detection]:
        """Everybody in a BGR picture, in its pixels; those below the threshold, too."""
        ...


class HaarFace:
    """Faces that look towards the camera (Viola and Jones 2001), with the data in OpenCV's wheel.

    It answers to a face at several places and sizes at once; how many of them agree is how sure it
    is: n answers are n / (n + `_AGREE`).
    """

    longest_side: Final = 480
    _STEP: Final = 1.1
    _AGREE: Final = 4
    _LEAST_AGREE: Final = 2
    _LEAST_SIZE: Final = 24

    def __init__(self) -> None:
        """Raises NoDetector."""
        self._cascade = cv2.CascadeClassifier(haarcascades + _CASCADE)
        if self._cascade.empty():
            raise NoDetector(f"This OpenCV brings no {_CASCADE}.")
        self.engine: Engine = Engine(
            "haar-face",
            f"OpenCV {cv2.__version__} {_CASCADE}",
            0.5,
            {
                "longestSide": self.longest_side,
                "scaleFactor": self._STEP,
                "minNeighbors": self._LEAST_AGREE,
                "minSize": self._LEAST_SIZE,
                "confidence": f"neighbors / (neighbors + {self._AGREE})",
            },
        )

    def find(self, picture: Colour) -> list[Detection]:
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
        least = (self._LEAST_SIZE, self._LEAST_SIZE)
        boxes, agreeing = self._cascade.detectMultiScale2(
            grey, scaleFactor=self._STEP, minNeighbors=self._LEAST_AGREE, minSize=least
        )
        return [
            _detection(box, int(count) / (int(count) + self._AGREE))
            for box, count in zip(boxes, agreeing, strict=True)
        ]


class HogPerson:
    """Whole people who stand or walk (Dalal and Triggs 2005), with the data in OpenCV.

    A window's margin m at the classifier's border is as sure as 1 / (1 + exp(-m)).
    """

    longest_side: Final = 640
    _STRIDE: Final = 8
    _SCALE: Final = 1.05
    _OVERLAP_MOST: Final = 0.45

    def __init__(self) -> None:
        self._hog = cv2.HOGDescriptor()
        people: Any = cv2.HOGDescriptor.getDefaultPeopleDetector()
        self._hog.setSVMDetector(people)
        self.engine: Engine = Engine(
            "hog-person",
            f"OpenCV {cv2.__version__} HOGDescriptor default people detector",
            0.6,
            {
                "longestSide": self.longest_side,
                "winStride": self._STRIDE,
                "scale": self._SCALE,
                "overlapMost": self._OVERLAP_MOST,
                "confidence": "1 / (1 + exp(-margin))",
            },
        )

    def find(self, picture: Colour) -> list[Detection]:
        height, width = picture.shape[:2]
        if height < 128 or width < 64:
            # Smaller than the window that it looks through: OpenCV 4.14 writes beyond its memory.
            return []
        stride = (self._STRIDE, self._STRIDE)
        boxes, margins = self._hog.detectMultiScale(
            picture, winStride=stride, padding=stride, scale=self._SCALE
        )
        sure = [1 / (1 + math.exp(-float(each))) for each in np.asarray(margins).ravel()]
        found = [_detection(box, each) for box, each in zip(boxes, sure, strict=True)]
        return _apart(found, self._OVERLAP_MOST)


class YuNet:
    """Faces from all sides (Wu et al. 2023), with a model file that whoever runs this brings."""

    longest_side: Final = 640
    _OVERLAP_MOST: Final = 0.3
    _LEAST: Final = 0.5
    _MOST: Final = 5000

    def __init__(self, model: Path) -> None:
        """Raises NoDetector: the file is not there, or holds no such model."""
        try:
            content = model.read_bytes()
            self._net = cv2.FaceDetectorYN.create(
                str(model), "", (320, 320), self._LEAST, self._OVERLAP_MOST, self._MOST
            )
        except (OSError, cv2.error) as error:
            raise NoDetector(
                f"The model file {model.name} that track.model names cannot be used "
                f"({_first_line(error)}). Put the file there or choose another track.detector."
            ) from error
        self.engine: Engine = Engine(
            "yunet",
            f"OpenCV {cv2.__version__} FaceDetectorYN",
            0.7,
            {
                "longestSide": self.longest_side,
                "model": model.name,
                "modelSha256": hashlib.sha256(content).hexdigest(),
                "scoreThreshold": self._LEAST,
                "nmsThreshold": self._OVERLAP_MOST,
            },
        )

    def find(self, picture: Colour) -> list[Detection]:
        height, width = picture.shape[:2]
        self._net.setInputSize((width, height))
        faces: Any = self._net.detect(picture)[1]
        return [_detection(face[:4], float(face[14])) for face in (() if faces is None else faces)]


def open_detector(name: str, model: Path | None) -> Detector:
    """The detector of this name. Raises NoDetector with a sentence."""
    match name:
        case "haar-face":
            return HaarFace()
        case "hog-person":
            return HogPerson()
        case "yunet" if model is not None:
            return YuNet(model)
        case "yunet":
            raise NoDetector(
                "track.detector is yunet, which needs a model file: name it in track.model."
            )
    raise NoDetector(f"No detector is called {name}: choose one of {', '.join(DETECTORS)}.")


def _detection(box: Sequence[Any], confidence: float) -> Detection:
    left, top, width, height = (float(each) for each in box)
    return Detection(left, top, width, height, confidence)


def _apart(found: Sequence[Detection], overlap_most: float) -> list[Detection]:
    """Of detections that share most of their place only the surest."""
    boxes = [(each.left, each.top, each.width, each.height) for each in found]
    sure = [each.confidence for each in found]
    kept = cv2.dnn.NMSBoxes(boxes, sure, 0.0, overlap_most) if found else ()
    return [found[int(number)] for number in np.asarray(kept).ravel()]


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
