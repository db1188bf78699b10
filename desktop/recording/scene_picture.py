"""The pictures of the built-in scene: a person who sways and waves in a room, digits, the code.

Everything is a function of the frame number, so that a frame looks the same whenever and wherever
it is drawn. Once a second the picture flashes white. No clock and no thread.
"""

import math
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from desktop.recording.scene_code import draw_code, strip_height
from desktop.recording.sources import Pixels

FLASH_AT_S: Final = 0.5
"""Into every second of scene time; not at its start, where segments and their pictures begin."""
FLASH_S: Final = 0.1

_SKIN = (150, 180, 225)
_HAIR = (38, 52, 74)
_SHIRT = (140, 96, 52)
_DARK = (40, 36, 34)
_LAMP = (90, 200, 245)


def is_flash(scene_time_us: int) -> bool:
    """Whether the picture at this scene time is white (and a beep sounds)."""
    into_us = scene_time_us % 1_000_000 - round(FLASH_AT_S * 1e6)
    return 0 <= into_us < round(FLASH_S * 1e6)


class ScenePainter:
    """Draws frames of one size. The room is drawn once; a frame costs its moving parts."""

    def __init__(self, width: int, height: int, fps: float) -> None:
        self._width, self._height, self._fps = width, height, fps
        self._unit = min(width / 1280, height / 720)
        self._room = _room(width, height)
        self._flash = np.full((height, width, 3), 255, np.uint8)

    def time_us(self, frame_number: int) -> int:
        """Scene time of a frame, in whole microseconds."""
        return int(frame_number * 1_000_000 / self._fps)

    def paint(self, frame_number: int) -> Pixels:
        """A new BGR picture of this frame."""
        time_us = self.time_us(frame_number)
        if is_flash(time_us):
            pixels = self._flash.copy()
        else:
            pixels = self._room.copy()
            self._draw_person(pixels, time_us / 1e6)
        self._draw_digits(pixels, frame_number, time_us)
        draw_code(pixels, frame_number, time_us)
        return pixels

    def _at(self, x: float, y: float) -> tuple[int, int]:
        """A point of the 1280 x 720 drawing in this picture's pixels, the drawing centred."""
        left = (self._width - 1280 * self._unit) / 2
        top = (self._height - 720 * self._unit) / 2
        return round(left + x * self._unit), round(top + y * self._unit)

    def _long(self, length: float) -> int:
        return max(1, round(length * self._unit))

    def _draw_person(self, pixels: Pixels, t_s: float) -> None:
        sway = 46 * math.sin(t_s * 0.9)
        nod = 7 * math.sin(t_s * 2.3)
        x, y = 640 + sway, 300 + nod
        self._ellipse(pixels, (640 + sway * 0.6, 640), (190, 190), _SHIRT)
        self._limb(pixels, [(480 + sway * 0.7, 540), (400 + sway * 0.5, 640)], 70, _SHIRT)
        wave = math.sin(t_s * 4.4)
        elbow = (900 + sway * 0.6, 520 - 20 * wave)
        hand = (930 + 90 * wave + sway * 0.4, 330 - 30 * abs(wave))
        self._limb(pixels, [(800 + sway * 0.7, 540), elbow, hand], 58, _SHIRT)
        self._ellipse(pixels, hand, (36, 42), _SKIN)
        self._ellipse(pixels, (x, y - 26), (104, 128), _HAIR)
        self._limb(pixels, [(x, y + 80), (640 + sway * 0.7, 470)], 64, _SKIN)
        self._ellipse(pixels, (x, y), (90, 116), _SKIN)
        eye = 3 if t_s % 3.1 < 0.13 else 14
        for side in (-36, 36):
            self._ellipse(pixels, (x + side, y - 22), (15, eye), (250, 250, 250))
            self._ellipse(pixels, (x + side + 5 * math.sin(t_s), y - 22), (7, min(eye, 8)), _DARK)
            # With brows it is a face to detectors, too: without them one look in three found it.
            brow = [(x + side - 20, y - 44), (x + side + 20, y - 44)]
            self._limb(pixels, brow, 9, _HAIR)
        self._ellipse(pixels, (x, y + 50), (34, 8 + 9 * abs(math.sin(t_s * 5))), (70, 70, 170))
        ball = (180 + 110 * math.sin(t_s * 2.2), 250 + 30 * math.cos(t_s * 4.4))
        self._ellipse(pixels, ball, (34, 34), _LAMP)

    def _ellipse(
        self,
        pixels: Pixels,
        centre: tuple[float, float],
        radii: tuple[float, float],
        colour: tuple[int, int, int],
    ) -> None:
        axes = (self._long(radii[0]), self._long(radii[1]))
        cv2.ellipse(pixels, self._at(*centre), axes, 0, 0, 360, colour, cv2.FILLED)

    def _limb(
        self,
        pixels: Pixels,
        points: list[tuple[float, float]],
        thickness: float,
        colour: tuple[int, int, int],
    ) -> None:
        line = np.array([self._at(*point) for point in points], np.int32)
        cv2.polylines(pixels, [line], False, colour, self._long(thickness))

    def _draw_digits(self, pixels: Pixels, frame_number: int, time_us: int) -> None:
        minutes, millis = divmod(time_us // 1000, 60_000)
        text = f"{frame_number:06d}  {minutes:02d}:{millis // 1000:02d}.{millis % 1000:03d}"
        left, line = self._long(24), self._long(48)
        pixels[: self._long(72), : self._long(560)] = 24
        colour = (245, 245, 245)
        scale = 1.4 * self._unit
        font = cv2.FONT_HERSHEY_SIMPLEX
        cv2.putText(pixels, text, (left, line), font, scale, colour, self._long(2))


def _room(width: int, height: int) -> Pixels:
    """A wall with texture and light from one side, a window, a shelf and a table."""
    rng = np.random.default_rng(7)
    wall = np.zeros((height, width), np.float32)
    for cell, weight in ((160, 10.0), (40, 5.0), (10, 3.0), (2, 2.5)):
        grain = rng.standard_normal((height // cell + 2, width // cell + 2)).astype(np.float32)
        wall += weight * _fitted(grain, width, height)
    wall += np.linspace(40, -25, width, dtype=np.float32)[None, :]
    tint = np.array([150, 158, 164], np.float32)
    room: Pixels = np.clip(wall[:, :, None] + tint, 0, 255).astype(np.uint8)
    unit_x, unit_y = width / 1280, height / 720

    def box(left: int, top: int, right: int, bottom: int, colour: tuple[int, int, int]) -> None:
        area = room[round(top * unit_y) : round(bottom * unit_y)]
        part = area[:, round(left * unit_x) : round(right * unit_x)]
        part[:] = (part * 0.25 + np.array(colour, np.float32) * 0.75).astype(np.uint8)

    box(60, 120, 340, 400, (235, 225, 205))
    box(190, 120, 206, 400, (90, 100, 110))
    box(60, 252, 340, 266, (90, 100, 110))
    box(980, 210, 1220, 226, (60, 82, 112))
    for index in range(8):
        colour = (60 + 20 * index, 160 - 15 * index, 70 + 22 * (index % 4))
        box(990 + 26 * index, 120 + 9 * (index % 3), 1012 + 26 * index, 210, colour)
    box(0, 600, 1280, 720 - 0, (66, 92, 128))
    room[height - strip_height(height) :] = 0
    return room


def _fitted(grain: npt.NDArray[np.float32], width: int, height: int) -> npt.NDArray[np.float32]:
    fitted = cv2.resize(grain, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(fitted, np.float32)
