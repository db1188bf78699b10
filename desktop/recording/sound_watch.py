"""Whether the sound that arrives can be what was meant: nothing at all, far too loud, hardly there.

Fed with every block, so it must stay cheap: it looks ten times a second and keeps no more sound
than that. Pure. What is wrong is one word, and the sentence that people read.
"""

import math
from collections.abc import Mapping
from typing import Final, Literal

import numpy as np

from desktop.recording.sources import RATE_HZ, Samples

AlarmKind = Literal["zero", "clipped", "faint"]

ZERO_S: Final = 2.0
"""Any microphone that is on gives some noise; so long nothing but zeros means that it is off."""
FAINT_S: Final = 10.0
FAINT_BELOW_DB: Final = -75.0
"""Below any room: a quiet person in a quiet room is still 15 dB louder."""
CLIPPED_SAMPLES: Final = 3
"""So many samples in a row at full scale are a wave that was cut off."""
CLIPPED_S: Final = 3.0
"""How long the alarm stays after the last wave that was cut off."""
SENTENCES: Final[Mapping[AlarmKind, str]] = {
    "zero": "We cannot hear anything. Is the microphone switched on?",
    "clipped": "The sound is too loud and distorted. Turn the microphone down, or move it away.",
    "faint": "We can hardly hear anything. Is this the right microphone, and is it near enough?",
}
MARKERS: Final[Mapping[AlarmKind | None, str]] = {
    "zero": "sound all zero",
    "clipped": "sound distorted",
    "faint": "sound hardly heard",
    None: "sound well again",
}
LOOK_S: Final = 0.1
_FULL: Final = 32_767


class SoundWatch:
    """Take in each block with `gather`; `alarm` says what is wrong now, or None."""

    def __init__(self) -> None:
        self.alarm: AlarmKind | None = None
        self._samples = 0
        self._zeros = 0
        self._at_full = 0
        self._clipped_until = 0
        self._loud_until = round(FAINT_S * RATE_HZ)
        self._gathered: list[Samples] = []
        self._gathered_samples = 0

    def gather(self, samples: Samples) -> None:
        """Take in a block, however short, and look when `LOOK_S` of sound have come together."""
        self._gathered.append(samples)
        self._gathered_samples += len(samples)
        if self._gathered_samples >= LOOK_S * RATE_HZ:
            sound = np.concatenate(self._gathered)
            self._gathered, self._gathered_samples = [], 0
            self.add(sound)

    def add(self, samples: Samples) -> None:
        """Look at this much mono sound at 48 kHz."""
        count = len(samples)
        if not count:
            return
        self._samples += count
        highest, lowest = int(samples.max()), int(samples.min())
        self._zeros = self._zeros + count if highest == lowest == 0 else 0
        if max(highest, -lowest) >= _FULL:
            self._count_full(samples)
        else:
            self._at_full = 0
        sound = samples.astype(np.float32)
        power = float(np.dot(sound, sound)) / count / _FULL**2
        if power > 0 and 10 * math.log10(power) >= FAINT_BELOW_DB:
            self._loud_until = self._samples + round(FAINT_S * RATE_HZ)
        self.alarm = self._judge()

    def _count_full(self, samples: Samples) -> None:
        """Find runs at full scale; one may have begun in the block before."""
        full = np.abs(samples.astype(np.int32)) >= _FULL
        edges = np.flatnonzero(~full)
        first_run = int(edges[0]) if len(edges) else len(full)
        last_run = len(full) - 1 - int(edges[-1]) if len(edges) else self._at_full + len(full)
        inner = int(np.max(np.diff(edges))) - 1 if len(edges) > 1 else 0
        if max(self._at_full + first_run, inner, last_run) >= CLIPPED_SAMPLES:
            self._clipped_until = self._samples + round(CLIPPED_S * RATE_HZ)
        self._at_full = last_run

    def _judge(self) -> AlarmKind | None:
        if self._zeros >= ZERO_S * RATE_HZ:
            return "zero"
        if self._samples < self._clipped_until:
            return "clipped"
        return "faint" if self._samples >= self._loud_until else None
