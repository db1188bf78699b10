"""Shrinking pictures for the preview, and painting them."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.recording.jpeg import is_jpeg, jpeg_size
from desktop.recording.preview import shrink
from desktop.recording.sources import Frame


def picture(width: int, height: int) -> "np.ndarray":
    return np.full((height, width, 3), (30, 60, 200), np.uint8)


def jpeg(width: int, height: int) -> bytes:
    return cv2.imencode(".jpg", picture(width, height))[1].tobytes()


WINDOW, CHECK = (960, 540), (480, 270)
SIZES = [
    ((640, 480), WINDOW, (640, 480)),
    ((1280, 720), WINDOW, (960, 540)),
    ((1920, 1080), WINDOW, (960, 540)),
    ((3840, 2160), WINDOW, (960, 540)),
    ((720, 1280), WINDOW, (303, 540)),
    ((640, 480), CHECK, (360, 270)),
    ((1920, 1080), CHECK, (480, 270)),
    ((1930, 1090), CHECK, (478, 270)),
    ((3840, 2160), CHECK, (480, 270)),
]


@pytest.mark.parametrize(("size", "limit", "shrunk"), SIZES)
@pytest.mark.parametrize("as_jpeg", [True, False])
def test_a_picture_fits_and_keeps_its_shape_and_colour(
    size: tuple[int, int], limit: tuple[int, int], shrunk: tuple[int, int], as_jpeg: bool
) -> None:
    frame = Frame(0, jpeg=jpeg(*size)) if as_jpeg else Frame(0, pixels=picture(*size))

    small = shrink(frame, *limit)

    assert small is not None
    assert (small.shape[1], small.shape[0]) == pytest.approx(shrunk, abs=1)
    assert small.shape[1] <= limit[0]
    assert small.shape[0] <= limit[1]
    assert small.mean(axis=(0, 1)) == pytest.approx([30, 60, 200], abs=3)


def test_a_broken_jpeg_is_no_picture() -> None:
    assert shrink(Frame(0, jpeg=b"\xff\xd8 nothing"), *WINDOW) is None


@given(st.integers(1, 300), st.integers(1, 300))
def test_a_jpegs_size_is_read_from_its_header(width: int, height: int) -> None:
    data = jpeg(width, height)

    assert is_jpeg(data)
    assert jpeg_size(data) == (width, height)


@given(st.binary(max_size=200))
def test_no_bytes_upset_it(data: bytes) -> None:
    size = jpeg_size(b"\xff\xd8" + data)

    assert size is None or min(size) >= 0
