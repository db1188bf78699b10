"""Shrinking pictures for the preview."""

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


SIZES = [
    ((640, 480), (640, 480)),
    ((1280, 720), (960, 540)),
    ((1920, 1080), (960, 540)),
    ((3840, 2160), (960, 540)),
    ((720, 1280), (303, 540)),
]


@pytest.mark.parametrize(("size", "shrunk"), SIZES)
@pytest.mark.parametrize("as_jpeg", [True, False])
def test_a_picture_fits_and_keeps_its_shape_and_colour(
    size: tuple[int, int], shrunk: tuple[int, int], as_jpeg: bool
) -> None:
    frame = Frame(0, jpeg=jpeg(*size)) if as_jpeg else Frame(0, pixels=picture(*size))

    small = shrink(frame)

    assert small is not None
    assert (small.shape[1], small.shape[0]) == shrunk
    assert small.mean(axis=(0, 1)) == pytest.approx([30, 60, 200], abs=3)


def test_a_broken_jpeg_is_no_picture() -> None:
    assert shrink(Frame(0, jpeg=b"\xff\xd8 nothing")) is None


@given(st.integers(1, 300), st.integers(1, 300))
def test_a_jpegs_size_is_read_from_its_header(width: int, height: int) -> None:
    data = jpeg(width, height)

    assert is_jpeg(data)
    assert jpeg_size(data) == (width, height)


@given(st.binary(max_size=200))
def test_no_bytes_upset_it(data: bytes) -> None:
    size = jpeg_size(b"\xff\xd8" + data)

    assert size is None or min(size) >= 0
