"""The kernel's own test camera (vivid): what it is told to do, and what it writes into pictures.

Each picture carries the driver's sequence number and its running time in the upper left corner.
How the digits look is learnt from raw pictures whose numbers the driver tells.
"""

import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

CAMERA = Path("/dev/video0")
DRIVER = Path("/sys/bus/platform/drivers/vivid")
DEVICE = "vivid.0"
SIZE = (640, 480)
FPS = 10
"""Slow enough that the driver's own thread misses none on a busy machine."""

needs_vivid = pytest.mark.skipif(
    not (DRIVER / DEVICE).exists() or shutil.which("v4l2-ctl") is None,
    reason="needs the kernel's test camera (modprobe vivid) and v4l2-ctl",
)
needs_stable_names = pytest.mark.skipif(
    not Path("/dev/v4l/by-path").is_dir(),
    reason="needs udev, which gives cameras names that stay",
)

_LEARNT_FROM = 60
_CELL = (16, 8)
_LINE = 16
_LEFT = 16
_NUMBER_AT = 14
_TIME_AT = (1, 2, 4, 5, 7, 8, 10, 11, 12)
_BRIGHT = 100
_MOST_WRONG = 12
"""Of the 128 dots of a letter, after compression."""

Picture = npt.NDArray[np.uint8]


def control(setting: str, camera: Path = CAMERA) -> None:
    """Set one of the driver's controls."""
    subprocess.run(["v4l2-ctl", "-d", str(camera), "-c", setting], check=True, timeout=20)


def plug(action: str) -> None:
    """`unbind`: all cameras of this driver are gone at once; `bind`: they are back."""
    (DRIVER / action).write_text(DEVICE)


@contextmanager
def held_by_another_program(camera: Path = CAMERA) -> Iterator[None]:
    """Another program streams from the camera."""
    command = ["v4l2-ctl", "-d", str(camera), "--stream-mmap", "--stream-count=0", "--verbose"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as program:
        try:
            assert program.stdout is not None
            assert any("dqbuf" in line for line in program.stdout), "it does not stream"
            drain = threading.Thread(target=program.stdout.read, daemon=True)
            drain.start()
            yield
        finally:
            program.kill()


@dataclass(frozen=True, slots=True)
class Written:
    """What the driver wrote into one picture: its number, and its time since streaming began."""

    number: int
    time_ms: int


class Letters:
    """Reads what the driver writes into its pictures, also after compression."""

    def __init__(self, shapes: npt.NDArray[np.bool_]) -> None:
        self._shapes = shapes

    @classmethod
    def learnt(cls, folder: Path) -> "Letters":
        """Learn the digits from pictures of which the driver tells the numbers."""
        raw = folder / "raw"
        size = f"width={SIZE[0]},height={SIZE[1]},pixelformat=YUYV"
        said = subprocess.run(
            [
                *("v4l2-ctl", "-d", str(CAMERA), f"--set-fmt-video={size}", f"--set-parm={FPS}"),
                *("--stream-mmap", f"--stream-count={_LEARNT_FROM}", f"--stream-to={raw}"),
                "--verbose",
            ],
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
        )
        numbers = [int(each) for each in re.findall(r"seq: +(\d+)", said.stdout + said.stderr)]
        data = np.fromfile(raw, np.uint8).reshape(-1, SIZE[1], SIZE[0], 2)[..., 0]
        looks = {
            int(digit): _dots(picture, _NUMBER_AT + place)
            for number, picture in zip(numbers, data, strict=True)
            for place, digit in enumerate(str(number))
        }
        return cls(np.stack([looks[digit] for digit in range(10)]))

    def read(self, picture: Picture) -> Written:
        """What is written in a grey picture. Raises AssertionError where nothing readable is."""
        number = ""
        while (digit := self._digit(picture, _NUMBER_AT + len(number))) is not None:
            number += str(digit)
        digits = [self._digit(picture, column) for column in _TIME_AT]
        assert number, "no number is readable"
        assert None not in digits, f"no time is readable: {digits}"
        hours, minutes, seconds, ms = (
            int("".join(str(each) for each in part))
            for part in (digits[:2], digits[2:4], digits[4:6], digits[6:])
        )
        return Written(int(number), ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms)

    def _digit(self, picture: Picture, column: int) -> int | None:
        wrong = (self._shapes != _dots(picture, column)).sum(axis=(1, 2))
        best = int(wrong.argmin())
        return best if wrong[best] <= _MOST_WRONG else None


def _dots(picture: Picture, column: int) -> npt.NDArray[np.bool_]:
    height, width = _CELL
    left = _LEFT + column * width
    return picture[_LINE : _LINE + height, left : left + width] > _BRIGHT


def wait_until_there(camera: Path = CAMERA, limit_s: float = 10.0) -> None:
    """Wait for the node of a camera that was plugged in."""
    deadline = time.monotonic() + limit_s
    pause = threading.Event()
    while not camera.exists():
        assert time.monotonic() < deadline, f"{camera} does not come back"
        pause.wait(0.05)


def wait_a_moment(seconds: float) -> None:
    """Let a recording go on for a while."""
    threading.Event().wait(seconds)
