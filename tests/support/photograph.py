"""A real photograph with a face, and what a poor camera makes of it."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
Colour = npt.NDArray[np.uint8]

_FILE = Path(__file__).parent / "pictures" / "astronaut.jpg"


def photograph() -> Colour:
    """The photograph itself, in BGR."""
    picture = cv2.imread(str(_FILE))
    assert picture is not None
    return np.asarray(picture, np.uint8)


def portrait(width: int = 1280, height: int = 720) -> Colour:
    """The photograph as high as the picture, in front of a plain wall, in BGR."""
    picture = np.full((height, width, 3), (90, 100, 110), np.uint8)
    left = (width - height) // 2
    picture[:, left : left + height] = cv2.resize(
        photograph(), (height, height), interpolation=cv2.INTER_CUBIC
    )
    return picture


def defocused(picture: Colour, share_of_width: float) -> Colour:
    """The picture out of focus; `share_of_width` is the blur's sigma."""
    sigma = share_of_width * picture.shape[1]
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), np.uint8)


def in_light(picture: Colour, share: float) -> Colour:
    """The picture in so much of its light."""
    return np.asarray(picture * share, np.uint8)


def noisy(picture: Colour, levels: float, seed: int = 1) -> Colour:
    """The picture with a sensor's noise of so many grey levels."""
    noise = np.random.default_rng(seed).normal(0, levels, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def tilted(picture: Colour, degrees: float) -> Colour:
    """The picture turned around its middle."""
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(picture, turn, (width, height)), np.uint8)


def wall(width: int = 1280, height: int = 720) -> Colour:
    """A plain wall, brighter in the middle than in the corners."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    light = 200 - 45 * (x**2 + y**2)
    return np.repeat(light[..., None], 3, axis=2).astype(np.uint8)


def film(path: Path, pictures: Iterable[Colour], fps: int = 10) -> Path:
    """A video of these pictures, each compressed alone: equal ones stay equal."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mjpeg", rate=fps)
        assert isinstance(stream, av.VideoStream)
        stream.pix_fmt = "yuvj420p"
        stream.codec_context.time_base = Fraction(1, fps)
        for number, picture in enumerate(pictures):
            if number == 0:
                stream.height, stream.width = picture.shape[:2]
            frame = av.VideoFrame.from_ndarray(picture, format="bgr24")
            frame.pts, frame.time_base = number, Fraction(1, fps)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path
