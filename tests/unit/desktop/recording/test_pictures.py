"""A camera's JPEGs as the encoder takes them: exact colours, limited range, 4:2:0."""

import av
import cv2
import numpy as np
import numpy.typing as npt
import pytest

from desktop.recording.errors import PictureSizeChanged
from desktop.recording.pictures import BT601, LIMITED_RANGE, PictureConverter, compact
from desktop.recording.sources import Frame

WIDTH, HEIGHT = 96, 64
SAMPLINGS = {
    "yuvj420p": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420,
    "yuvj422p": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_422,
    "yuvj444p": cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
}
Plane = npt.NDArray[np.float64]


def jpeg(pixels: npt.NDArray[np.uint8], sampling: str) -> bytes:
    how = [
        cv2.IMWRITE_JPEG_QUALITY,
        95,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR,
        SAMPLINGS[sampling],
    ]
    return cv2.imencode(".jpg", pixels, how)[1].tobytes()


def some_picture() -> npt.NDArray[np.uint8]:
    """Noise in blocks: every colour, black and white among them, and edges on every line."""
    rng = np.random.default_rng(3)
    blocks = rng.integers(0, 256, (HEIGHT // 4, WIDTH // 4, 3), dtype=np.uint8)
    blocks[0, :4] = 255
    blocks[1, :4] = 0
    return np.asarray(cv2.resize(blocks, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR), np.uint8)


def planes(picture: av.VideoFrame) -> list[Plane]:
    return [
        np.frombuffer(memoryview(each), np.uint8)
        .reshape(-1, each.line_size)[:, : each.width]
        .astype(float)
        for each in picture.planes
    ]


def decoded(data: bytes) -> av.VideoFrame:
    decoder = av.CodecContext.create("mjpeg", "r")
    (picture,) = decoder.decode(av.Packet(data))
    assert isinstance(picture, av.VideoFrame)
    return picture


@pytest.mark.parametrize("sampling", ["yuvj420p", "yuvj422p"])
def test_each_sample_is_the_rounded_one_of_bt601(sampling: str) -> None:
    data = jpeg(some_picture(), sampling)
    source = decoded(data)
    assert source.format.name == sampling
    luma, blue, red = planes(source)

    picture = PictureConverter(WIDTH, HEIGHT).convert(Frame(0, jpeg=data))

    assert picture.format.name == "yuv420p"
    assert (picture.color_range, picture.colorspace) == (LIMITED_RANGE, BT601)
    got_luma, got_blue, got_red = planes(picture)
    assert np.abs(got_luma - (luma * 219 / 255 + 16)).max() <= 0.51
    for full, got in ((blue, got_blue), (red, got_red)):
        mean = full if sampling == "yuvj420p" else (full[0::2] + full[1::2]) / 2
        assert np.abs(got - ((mean - 128) * 224 / 255 + 128)).max() <= 0.51


@pytest.mark.parametrize("sampling", list(SAMPLINGS))
@pytest.mark.parametrize("height", [HEIGHT, HEIGHT - 2])
def test_white_and_black_lie_at_the_ends_of_the_range(sampling: str, height: int) -> None:
    converter = PictureConverter(WIDTH, height)
    found = []
    for level in (255, 0):
        data = jpeg(np.full((height, WIDTH, 3), level, np.uint8), sampling)
        found.append([set(each.ravel()) for each in planes(converter.convert(Frame(0, jpeg=data)))])

    assert found == [[{235.0}, {128.0}, {128.0}], [{16.0}, {128.0}, {128.0}]]


def test_a_red_wall_stays_red() -> None:
    wall = np.full((HEIGHT, WIDTH, 3), (0, 0, 255), np.uint8)
    converter = PictureConverter(WIDTH, HEIGHT)

    for sampling in SAMPLINGS:
        luma, blue, red = planes(converter.convert(Frame(0, jpeg=jpeg(wall, sampling))))

        # ITU-R BT.601: Y = 0.299 R, Cb = -0.169 R, Cr = 0.5 R, each in its limited range.
        assert luma.mean() == pytest.approx(81, abs=1)
        assert blue.mean() == pytest.approx(90, abs=1)
        assert red.mean() == pytest.approx(240, abs=1)


@pytest.mark.parametrize(("width", "height"), [(96, 64), (96, 66), (95, 64), (96, 63)])
def test_a_picture_that_waits_in_half_the_memory_is_encoded_from_the_same_samples(
    width: int, height: int
) -> None:
    frame = Frame(1, pixels=np.ascontiguousarray(np.resize(some_picture(), (height, width, 3))))

    waiting = compact(frame)

    assert waiting.size_bytes == (
        frame.size_bytes // 2 if (width, height) == (96, 64) else width * height * 3
    )
    converter = PictureConverter(width, height)
    straight = [each.copy() for each in planes(converter.convert(frame))]
    through_the_queue = planes(converter.convert(waiting))
    for one, other in zip(straight, through_the_queue, strict=True):
        assert np.array_equal(one, other)
    assert compact(waiting) is waiting


def test_a_picture_that_waited_and_has_another_size_ends_the_part() -> None:
    waiting = compact(Frame(1, pixels=some_picture()))

    with pytest.raises(PictureSizeChanged, match="96 x 64"):
        PictureConverter(WIDTH, HEIGHT * 2).convert(waiting)
