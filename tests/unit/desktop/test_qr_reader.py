"""Enrolment codes are read out of pictures, also those that one of the detectors is blind to."""

import numpy as np
import segno
from numpy.typing import NDArray

from desktop.qr_reader import QrReader

Pixels = NDArray[np.uint8]
BLIND_TO = "holdfast:enrol?url=http://127.0.0.1:33494&code=A161-E580-C9BA-69F0&key="
"""Held as below, OpenCV's own detector finds nothing in it (4.14)."""
WIDTH, HEIGHT = 960, 540


def held_up(text: str) -> Pixels:
    """A BGRA picture with the code of a text in it."""
    code = np.array(list(segno.make_qr(text, error="m").matrix_iter(scale=6, border=4)), np.uint8)
    picture = np.empty((HEIGHT, WIDTH, 4), np.uint8)
    picture[:] = (0x7A, 0x65, 0x56, 0xFF)
    height, width = code.shape
    picture[60 : 60 + height, 300 : 300 + width, :3] = np.where(code, 0, 255)[:, :, np.newaxis]
    return picture


def read_twice(picture: Pixels) -> set[str | None]:
    reader = QrReader()
    return {reader.read(picture.tobytes(), WIDTH, HEIGHT, WIDTH * 4) for _ in range(2)}


def test_a_code_that_is_held_still_is_read_at_the_second_look_at_the_latest() -> None:
    for text in (BLIND_TO, "a ticket for the train"):
        assert text in read_twice(held_up(text))


def test_nothing_is_read_where_nothing_is() -> None:
    assert read_twice(np.full((HEIGHT, WIDTH, 4), 100, np.uint8)) == {None}
