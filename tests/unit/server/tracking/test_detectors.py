"""Detectors: a real face is found where it is, and nothing is made up."""

import hashlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from holdfast.jsonform import canonical
from server.operating import DETECTORS
from server.tracking.detectors import (
    Colour,
    HaarFace,
    HogPerson,
    NoDetector,
    YuNet,
    open_detector,
)
from tests.support.moving_face import Walk, picture
from tests.support.photograph import noisy
from tests.support.white_square_model import CELL, white_square_model


def at(x: float, y: float, height: float = 0.5) -> Colour:
    return picture([Walk(lambda _t: (x, y), height=height)], 0.0, 480, 270)


@pytest.mark.parametrize(("x", "y"), [(0.3, 0.45), (0.5, 0.55), (0.7, 0.5)])
def test_a_face_is_found_where_it_is(x: float, y: float) -> None:
    detector = HaarFace()

    (found,) = detector.find(at(x, y))

    middle = (found.left + found.width / 2) / 480, (found.top + found.height / 2) / 270
    assert middle == pytest.approx((x, y), abs=0.015)
    assert found.width == pytest.approx(0.5 * 270 * 95 / 200, rel=0.15)
    assert detector.engine.threshold < found.confidence < 1


def test_an_empty_room_holds_no_face() -> None:
    empty = np.full((270, 480, 3), 120, np.uint8)

    assert HaarFace().find(empty) == []
    assert HaarFace().find(noisy(empty, 12)) == []


def test_a_person_is_found_as_a_whole() -> None:
    detector = HogPerson()

    found = [each for each in detector.find(_person()) if each.confidence >= 0.6]

    assert len(found) == 1
    assert found[0].left < 320 < found[0].left + found[0].width
    assert found[0].top < 96 < 285 < found[0].top + found[0].height


def test_nobody_is_no_person() -> None:
    assert HogPerson().find(np.full((360, 640, 3), 120, np.uint8)) == []


def test_a_picture_smaller_than_a_person_is_looked_at_in_vain() -> None:
    # Handed on to OpenCV, the last one ends the whole process.
    for height, width in ((127, 640), (360, 63), (10, 10)):
        assert HogPerson().find(np.zeros((height, width, 3), np.uint8)) == []


@pytest.mark.parametrize("name", ["haar-face", "hog-person"])
def test_each_says_what_it_is(name: str) -> None:
    engine = open_detector(name, None).engine

    assert engine.name == name
    assert cv2.__version__ in engine.version
    assert 0 < engine.threshold < 1
    assert b"longestSide" in canonical(engine.to_json())


@pytest.mark.parametrize("content", [None, b"", b"no model"])
def test_a_model_that_cannot_be_used_is_said_to_be(tmp_path: Path, content: bytes | None) -> None:
    model = tmp_path / "face.onnx"
    if content is not None:
        model.write_bytes(content)

    with pytest.raises(NoDetector, match=r"face\.onnx"):
        YuNet(model)


@pytest.mark.parametrize(("width", "height"), [(320, 320), (640, 360), (480, 270)])
def test_a_model_that_somebody_brings_is_asked_about_pictures_of_any_size(
    tmp_path: Path, width: int, height: int
) -> None:
    file = tmp_path / "squares.onnx"
    file.write_bytes(white_square_model())
    detector = open_detector("yunet", file)
    room = np.zeros((height, width, 3), np.uint8)
    nobody = detector.find(room)
    room[CELL * 4 : CELL * 5, CELL * 6 : CELL * 7] = 255
    # Grey as it is, this one is no face to speak of: 0.49 is below what is told at all.
    room[CELL * 1 : CELL * 2, CELL * 2 : CELL * 3] = 125

    found = detector.find(room)

    assert nobody == []
    assert [(each.left, each.top, each.width, each.height) for each in found] == [
        (CELL * 6, CELL * 4, CELL, CELL)
    ]
    assert found[0].confidence == pytest.approx(1)
    params = detector.engine.to_json()["params"]
    assert params["modelSha256"] == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_detector_that_nobody_knows_is_refused() -> None:
    with pytest.raises(NoDetector, match=", ".join(DETECTORS)):
        open_detector("magic", None)
    with pytest.raises(NoDetector, match=r"track\.model"):
        open_detector("yunet", None)


def _person() -> Colour:
    """Somebody who stands, as a shadow, from y = 96 to y = 285."""
    dark, room = (60, 50, 40), np.full((360, 640, 3), 200, np.uint8)
    cv2.ellipse(room, (320, 117), (16, 21), 0, 0, 360, dark, -1)
    cv2.ellipse(room, (320, 178), (33, 51), 0, 0, 360, dark, -1)
    for side in (-1, 1):
        cv2.line(room, (320 + side * 12, 195), (320 + side * 15, 280), dark, 16)
        cv2.line(room, (320 + side * 30, 150), (320 + side * 39, 225), dark, 13)
    return room
