"""How loud it is and how many pictures a second there are, over the last moments.

Fed from capture threads at no cost; the numbers are worked out when somebody asks.
"""

import math
import threading
from collections import deque

import numpy as np

from desktop.recording.sources import RATE_HZ, Block

LEVEL_WINDOW_S = 0.3
FPS_WINDOW = 60
"""Frames over which the rate is measured."""
_FULL_SCALE = 32768.0
_SILENCE = 1e-5
"""-100 dB: digital silence has no logarithm."""


class SoundMemory:
    """The last moments of sound: for the level, and for a recording that begins within them."""

    def __init__(self) -> None:
        self._blocks: deque[Block] = deque()
        self._samples = 0

    def add(self, block: Block) -> None:
        """Remember a block and forget what is older than the window."""
        self._blocks.append(block)
        self._samples += len(block.samples)
        while self._samples - len(self._blocks[0].samples) >= LEVEL_WINDOW_S * RATE_HZ:
            self._samples -= len(self._blocks.popleft().samples)

    def blocks(self) -> list[Block]:
        """What is remembered, oldest first."""
        return list(self._blocks)


def level_db(blocks: list[Block]) -> tuple[float | None, float | None]:
    """Loudness (RMS) and peak in dB below full scale; None without sound."""
    if not blocks:
        return None, None
    sound = np.concatenate([each.samples for each in blocks]).astype(np.float64) / _FULL_SCALE
    rms = float(np.sqrt(np.mean(np.square(sound))))
    return _db(rms), _db(float(np.max(np.abs(sound))))


def _db(amplitude: float) -> float:
    return round(20 * math.log10(max(amplitude, _SILENCE)), 1)


class FrameRate:
    """Pictures a second, from their capture times. May be asked from another thread."""

    def __init__(self) -> None:
        self._times_ns: deque[int] = deque(maxlen=FPS_WINDOW)
        self._lock = threading.Lock()

    def add(self, time_ns: int) -> None:
        with self._lock:
            self._times_ns.append(time_ns)

    @property
    def fps(self) -> float:
        """0 until there are two pictures."""
        with self._lock:
            if len(self._times_ns) < 2:
                return 0.0
            elapsed_ns = self._times_ns[-1] - self._times_ns[0]
            return round((len(self._times_ns) - 1) * 1e9 / elapsed_ns, 2) if elapsed_ns else 0.0
