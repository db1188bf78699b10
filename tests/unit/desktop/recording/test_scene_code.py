"""The code in the scene's pictures survives what happens to pictures, and never lies."""

import io

import av
import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.recording.scene_code import SceneCode, draw_code, read_code
from desktop.recording.scene_picture import ScenePainter
from desktop.recording.sources import Pixels
from tests.support.scene_media import encoded_scene

NUMBERS = st.integers(0, 2**32 - 1)
TIMES = st.integers(0, 2**40 - 1)


def picture(width: int = 640, height: int = 360, grey: int = 128) -> Pixels:
    return np.full((height, width, 3), grey, np.uint8)


@given(NUMBERS, TIMES, st.integers(320, 700), st.integers(240, 500))
@settings(max_examples=60)
def test_every_number_and_time_reads_back(
    number: int, time_us: int, width: int, height: int
) -> None:
    pixels = picture(width, height)

    draw_code(pixels, number, time_us)

    assert read_code(pixels) == SceneCode(number, time_us)


@given(NUMBERS, TIMES, st.integers(100, 300))
@settings(max_examples=60)
def test_it_survives_scaling(number: int, time_us: int, per_cent: int) -> None:
    pixels = picture()
    draw_code(pixels, number, time_us)
    size = (640 * per_cent // 200, 360 * per_cent // 200)

    scaled = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)

    assert read_code(scaled) == SceneCode(number, time_us)


@pytest.mark.parametrize("quality", [80, 50])
def test_it_survives_jpeg_and_padding(quality: int) -> None:
    pixels = ScenePainter(641, 361, 30).paint(12345)
    _, coded = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])

    decoded = np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)
    padded = np.pad(decoded, ((0, 1), (0, 1), (0, 0)), mode="edge")

    assert read_code(padded) == SceneCode(12345, 411_500_000)


def test_it_survives_h264_in_every_frame() -> None:
    data = encoded_scene(60, 1280, 720, sound=False, jpeg=True).data

    with av.open(io.BytesIO(data), "r") as container:
        codes = [
            read_code(np.asarray(frame.to_ndarray(format="bgr24"), np.uint8))
            for frame in container.decode(video=0)
        ]

    assert codes == [SceneCode(number, number * 1_000_000 // 30) for number in range(60)]


def test_a_grey_picture_is_read_too() -> None:
    pixels = picture()
    draw_code(pixels, 7, 8)

    assert read_code(np.asarray(pixels[:, :, 0])) == SceneCode(7, 8)


def test_one_wrong_cell_is_no_code() -> None:
    pixels = picture()
    draw_code(pixels, 77, 1_000_000)
    for column in range(48):
        broken = pixels.copy()
        cell = broken[340:350, column * 640 // 48 : (column + 1) * 640 // 48]
        cell[:] = 255 - cell
        assert read_code(broken) is None


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_picture_without_a_code_has_none(grey: int) -> None:
    assert read_code(picture(grey=grey)) is None
    assert read_code(picture(20, 20, grey)) is None


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=50)
def test_noise_has_no_code(seed: int) -> None:
    noise = np.random.default_rng(seed).integers(0, 256, (120, 200, 3), dtype=np.uint8)

    assert read_code(noise) is None
