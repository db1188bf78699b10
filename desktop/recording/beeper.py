"""Beeps through the loudspeakers at given instants of the monotonic clock.

For a process that does nothing else: `sounddevice` is imported when it is opened, and the callback
only computes samples. What the sound system and the loudspeaker add behind their own word on it is
not known here.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from holdfast.clock import Clock

RATE_HZ: Final = 48_000
LATENCY_S: Final = 0.3
"""Buffer in the sound system: beeps are known long before, and a busy computer tears no beep."""
_RAMP_S: Final = 0.001
_LEVEL: Final = 0.5
_MOST_LEAD_S: Final = 1.0


def beeps(
    first_ns: float, count: int, starts_ns: Sequence[int], pitch_hz: float, length_s: float
) -> npt.NDArray[np.float32]:
    """`count` samples, the first at monotonic `first_ns`: silence but where a beep is due.

    A beep rises and falls within a millisecond, so that its beginning is sharp and does not click.
    """
    sound = np.zeros(count)
    times_ns = first_ns + np.arange(count) * (1e9 / RATE_HZ)
    for start_ns in starts_ns:
        since_s = (times_ns - start_ns) / 1e9
        shape = np.minimum(since_s / _RAMP_S, (length_s - since_s) / _RAMP_S).clip(0, 1)
        sound += _LEVEL * shape * np.sin(2 * np.pi * pitch_hz * since_s)
    return sound.astype(np.float32)


class Beeper:
    """The default loudspeaker. Used by one thread; the sound system calls back on its own."""

    def __init__(self, clock: Clock, pitch_hz: float, length_s: float) -> None:
        self._clock = clock
        self._pitch_hz = pitch_hz
        self._length_s = length_s
        self._starts_ns: tuple[int, ...] = ()
        self._stream: Any = None

    def play(self, starts_ns: Sequence[int]) -> None:
        """Beep at these instants. Raises OSError where there is no sound to be had."""
        import sounddevice

        self._starts_ns = tuple(starts_ns)
        if self._stream is not None:
            return
        try:
            self._stream = sounddevice.OutputStream(
                samplerate=RATE_HZ,
                channels=1,
                dtype="float32",
                latency=LATENCY_S,
                callback=self._fill,
            )
            self._stream.start()
        except sounddevice.PortAudioError as error:
            raise OSError(f"the sound system has no loudspeaker ({error})") from error

    def close(self) -> None:
        """Let the loudspeaker go."""
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def _fill(self, out: npt.NDArray[np.float32], count: int, when: Any, _status: Any) -> None:
        first_ns = self._clock.monotonic_ns() + self._lead_s(when) * 1e9
        out[:, 0] = beeps(first_ns, count, self._starts_ns, self._pitch_hz, self._length_s)

    def _lead_s(self, when: Any) -> float:
        """How long until the samples that are asked for now are heard, as the system says."""
        lead_s = float(when.outputBufferDacTime - when.currentTime)
        if when.currentTime <= 0 or not 0 <= lead_s < _MOST_LEAD_S:
            return float(self._stream.latency) if self._stream is not None else 0.0
        return lead_s
