"""What a picture source and a sound source are, and the values that they give.

Only protocols and values: the sources themselves are in `camera.py`, `microphone.py` and
`test_scene.py`.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from holdfast.announcement import Video

Pixels = npt.NDArray[np.uint8]
Samples = npt.NDArray[np.int16]

RATE_HZ = 48_000


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture. `time_ns` is its capture time on the monotonic clock.

    Either `jpeg`, the camera's own compressed bytes, or `pixels`, shaped (height, width, 3) in BGR;
    in the encoder's queue, (height * 3 / 2, width) in planes of 4:2:0.
    `lost_before` counts the pictures that the source knows were lost just before this one.
    """

    time_ns: int
    jpeg: bytes | None = None
    pixels: Pixels | None = None
    lost_before: int = 0

    @property
    def size_bytes(self) -> int:
        """Memory that the picture takes in a queue."""
        if self.jpeg is not None:
            return len(self.jpeg)
        return 0 if self.pixels is None else self.pixels.nbytes


@dataclass(frozen=True, slots=True)
class Block:
    """Mono sound, shaped (n,), int16 at `RATE_HZ`; `time_ns` is the first sample's capture time.

    `lost_samples` counts the samples that were lost just before this block.
    """

    time_ns: int
    samples: Samples
    lost_samples: int = 0


class VideoSource(Protocol):
    """A source of pictures. Opened and read on one thread; `close` may come from another."""

    live: bool
    """A live source goes on whether we keep up or not: frames are dropped and counted.
    Any other waits for us and never drops."""

    def open(self) -> Video:
        """Open the device or file and say what it gives. Raises RecordingError."""
        ...

    def read(self, stop: threading.Event) -> Frame | None:
        """The next picture, or None where the source has ended. Raises RecordingError when lost."""
        ...

    def close(self) -> None:
        """Release the device. Never raises; calling it again does nothing."""
        ...


class AudioSource(Protocol):
    """A source of sound: it calls back with blocks from a thread of its own."""

    name: str

    def open(self, deliver: Callable[[Block], None]) -> None:
        """Start; `deliver` must only enqueue. Raises RecordingError."""
        ...

    def close(self) -> None:
        """Stop and release the device. Never raises; calling it again does nothing."""
        ...
