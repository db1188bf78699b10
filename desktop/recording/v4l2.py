"""What the kernel says about a Linux camera: its name, its modes, whether it is in use.

The V4L2 calls of <linux/videodev2.h> that OpenCV does not offer, over `ioctl`. It streams nothing
and changes no setting.
"""

import errno
import fcntl
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

_QUERYCAP: Final = 0x80685600
_ENUM_FMT: Final = 0xC0405602
_REQBUFS: Final = 0xC0145608
_ENUM_FRAMESIZES: Final = 0xC02C564A
_ENUM_FRAMEINTERVALS: Final = 0xC034564B

_CAPABILITY: Final = struct.Struct("=16s32s32sIII12x")
_FORMAT: Final = struct.Struct("=III32sI16x")
_BUFFERS: Final = struct.Struct("=IIII4x")
_FRAME_SIZE: Final = struct.Struct("=III6I8x")
_FRAME_INTERVAL: Final = struct.Struct("=IIIII6I8x")

_VIDEO_CAPTURE: Final = 1
_IS_DISCRETE: Final = 1
_MEMORY_MAPPED: Final = 1
_ENUM_LIMIT: Final = 64
_COMMON_SIZES: Final = ((640, 480), (1280, 720), (1920, 1080))
"""Offered where a camera names a range of sizes instead of a list."""


@dataclass(frozen=True, slots=True)
class Mode:
    """One way in which a camera can deliver: pixels, frames a second, format's four letters."""

    width: int
    height: int
    fps: float
    format: str


class Device:
    """An open camera node. Use as a context manager. Raises OSError as the system gives it."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)

    def card(self) -> str | None:
        """The camera's name; None where the node gives no pictures (a metadata node)."""
        answer = self._ask(_QUERYCAP, _CAPABILITY)
        _, card, _, _, capabilities, device_capabilities = answer
        if not (device_capabilities or capabilities) & _VIDEO_CAPTURE:
            return None
        return bytes(card).split(b"\0")[0].decode("utf-8", "replace")

    def modes(self) -> list[Mode]:
        """Every size, rate and format that the driver lists."""
        return [
            Mode(width, height, fps, name)
            for name, code in self._formats()
            for width, height in self._sizes(code)
            for fps in self._rates(code, width, height)
        ]

    def is_streaming_elsewhere(self) -> bool:
        """Whether another program has its buffers; asking takes and gives back one of ours."""
        try:
            self._ask(_REQBUFS, _BUFFERS, 1, _VIDEO_CAPTURE, _MEMORY_MAPPED, 0)
            self._ask(_REQBUFS, _BUFFERS, 0, _VIDEO_CAPTURE, _MEMORY_MAPPED, 0)
        except OSError as error:
            return error.errno == errno.EBUSY
        return False

    def _formats(self) -> Iterator[tuple[str, int]]:
        for index in range(_ENUM_LIMIT):
            answer = self._enumerate(_ENUM_FMT, _FORMAT, index, _VIDEO_CAPTURE, 0, b"", 0)
            if answer is None:
                return
            code = int(answer[4])
            yield struct.pack("<I", code).decode("ascii", "replace").rstrip(), code

    def _sizes(self, code: int) -> Iterator[tuple[int, int]]:
        for index in range(_ENUM_LIMIT):
            answer = self._enumerate(_ENUM_FRAMESIZES, _FRAME_SIZE, index, code, 0, *[0] * 6)
            if answer is None:
                return
            _, _, kind, width, max_width, _, min_height, max_height, _ = answer
            if kind == _IS_DISCRETE:
                yield int(width), int(max_width)  # a discrete size is (width, height) here
                continue
            for common_width, common_height in _COMMON_SIZES:
                fits_width = int(width) <= common_width <= int(max_width)
                if fits_width and int(min_height) <= common_height <= int(max_height):
                    yield common_width, common_height
            return

    def _rates(self, code: int, width: int, height: int) -> Iterator[float]:
        for index in range(_ENUM_LIMIT):
            asked = (index, code, width, height, 0, *[0] * 6)
            answer = self._enumerate(_ENUM_FRAMEINTERVALS, _FRAME_INTERVAL, *asked)
            if answer is None:
                return
            numerator, denominator = int(answer[5]), int(answer[6])
            if numerator:
                yield round(denominator / numerator, 3)
            if int(answer[4]) != _IS_DISCRETE:
                return

    def _ask(self, request: int, form: struct.Struct, *values: object) -> tuple[Any, ...]:
        buffer = bytearray(form.pack(*values) if values else form.size)
        fcntl.ioctl(self._descriptor, request, buffer)
        return form.unpack(buffer)

    def _enumerate(
        self, request: int, form: struct.Struct, *values: object
    ) -> tuple[Any, ...] | None:
        """The entry at an index; None past the last one, and where the driver has no such list."""
        try:
            return self._ask(request, form, *values)
        except OSError as error:
            if error.errno in (errno.EINVAL, errno.ENOTTY, errno.ENODATA):
                return None
            raise


def choose_mode(
    modes: list[Mode], width: int | None, height: int | None, fps: float | None
) -> Mode | None:
    """The mode nearest to what is asked for (1280 x 720 at 30 by default); None of no modes.

    A smooth picture counts more than a large one, and a camera's own JPEG more than raw pixels,
    which cost bandwidth and processor time.
    """
    wanted_width, wanted_height, wanted_fps = width or 1280, height or 720, fps or 30.0

    def distance(mode: Mode) -> tuple[float, ...]:
        exact_size = (mode.width, mode.height) == (wanted_width, wanted_height)
        asked_size = width is not None or height is not None
        too_slow = max(0.0, wanted_fps - mode.fps) > wanted_fps / 6
        area = abs(mode.width * mode.height - wanted_width * wanted_height)
        return (
            asked_size and not exact_size,
            too_slow,
            mode.width * mode.height > wanted_width * wanted_height,
            area,
            abs(mode.fps - wanted_fps),
            mode.format != "MJPG",
            mode.format != "YUYV",
        )

    return min(modes, key=distance, default=None)
