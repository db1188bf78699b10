"""The machine-readable code in every picture of the built-in scene: frame number and scene time.

A strip of black and white cells along the bottom edge, 2 rows of 48. It is placed in fractions of
the picture, so that it can be read back after compression, padding and scaling. The strip says
nothing else, and a picture whose check bits do not match has no code.
"""

import binascii
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from desktop.recording.sources import Pixels

_ROWS: Final = 2
_COLUMNS: Final = 48
_PICTURE_ROWS: Final = 36
"""A cell is this part of the picture's height: 20 of 720 lines."""
_SYNC: Final = 0xB4
_CELL_SAMPLES: Final = 8


@dataclass(frozen=True, slots=True)
class SceneCode:
    """What a picture says about itself: its number, and its time since frame 0 in microseconds."""

    frame: int
    time_us: int


def strip_height(height: int) -> int:
    """Lines that the code takes at the bottom of a picture of `height` lines."""
    return height * _ROWS // _PICTURE_ROWS


def draw_code(pixels: Pixels, frame_number: int, scene_time_us: int) -> None:
    """Draw the code into a BGR picture, in place. The picture should be 320 x 240 or larger."""
    payload = frame_number.to_bytes(4, "big") + scene_time_us.to_bytes(5, "big")
    data = bytes([_SYNC]) + payload + binascii.crc_hqx(payload, 0xFFFF).to_bytes(2, "big")
    bits = np.unpackbits(np.frombuffer(data, np.uint8)).reshape(_ROWS, _COLUMNS) * np.uint8(255)
    height, width = pixels.shape[:2]
    lines = strip_height(height)
    strip = cv2.resize(bits, (width, lines), interpolation=cv2.INTER_NEAREST)
    pixels[height - lines :] = cv2.cvtColor(strip, cv2.COLOR_GRAY2BGR)


def read_code(pixels: Pixels | npt.NDArray[np.uint8]) -> SceneCode | None:
    """The code of a picture, BGR or grey, of any size; None where there is none to be read."""
    height, width = pixels.shape[:2]
    lines = strip_height(height)
    if lines < _ROWS or width < _COLUMNS:
        return None
    strip = pixels[height - lines :]
    size = (_COLUMNS * _CELL_SAMPLES, _ROWS * _CELL_SAMPLES)
    small = np.asarray(cv2.resize(strip, size, interpolation=cv2.INTER_AREA), np.float32)
    grey = small.mean(axis=2) if small.ndim == 3 else small
    middle = slice(_CELL_SAMPLES // 4, -_CELL_SAMPLES // 4)
    cells = grey.reshape(_ROWS, _CELL_SAMPLES, _COLUMNS, _CELL_SAMPLES)[:, middle, :, middle]
    levels = cells.mean(axis=(1, 3)).ravel()
    darkest, brightest = float(levels.min()), float(levels.max())
    data = np.packbits(levels > (darkest + brightest) / 2).tobytes()
    if data[0] != _SYNC or binascii.crc_hqx(data[1:10], 0xFFFF) != int.from_bytes(data[10:]):
        return None
    return SceneCode(int.from_bytes(data[1:5]), int.from_bytes(data[5:10]))
