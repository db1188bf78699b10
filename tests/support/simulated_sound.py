"""A microphone as bad as real ones, below PortAudio: the real `MicrophoneSource` hears it.

Each true half second clicks, so that a recording shows where its sound lies. What goes wrong
follows from the traits of the world's microphone and a seed.
"""

import math
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

from desktop.recording.sources import Samples
from tests.support.simulated_devices import PRE_ROLL_S, World

CLICKS_EVERY_S = 0.5
CLICK_S = 0.004
LATENCY_S = 0.03
"""From the last sample of a block to its arrival."""
PAUSE_S = 0.16
"""The longest pause of a wireless microphone that is no fault."""
TROUBLE_EVERY_S = 2.0
TROUBLE_AT_S = 0.2


class SimulatedStream:
    """What PortAudio makes of the microphone: blocks, late by its latency, through a callback."""

    def __init__(
        self, world: World, callback: Callable[..., None], block: int, rng: np.random.Generator
    ) -> None:
        assert world.microphone is not None
        self._world = world
        self._traits = world.microphone
        self._callback = callback
        self._block = block
        self._rng = rng
        self._rate_hz = self._traits.rate_hz * (1 + self._traits.ppm / 1e6)
        self._number = 0
        self._begins_s = world.begins_s
        self._running = False
        self._overflowed = False

    def start(self) -> None:
        self._running = True
        self._world.stream = self
        self._world.opened.set()

    def abort(self, ignore_errors: bool = True) -> None:
        self._running = False

    def close(self, ignore_errors: bool = True) -> None:
        self._running = False

    def play_until(self, at_s: float) -> None:
        """Call back for every block that has arrived by then."""
        while self._running and self._arrives_s(self._number) <= at_s:
            self._play(self._number)
            self._number += 1

    def _ends_s(self, number: int) -> float:
        return self._begins_s + (number + 1) * self._block / self._rate_hz

    def _trouble_s(self, number: int) -> float:
        """Where in the trouble a block is, between two clicks in every 2 s; -1 outside."""
        since_s = number * self._block / self._rate_hz
        into_s = (self._begins_s + since_s - TROUBLE_AT_S) % TROUBLE_EVERY_S
        return into_s if since_s > PRE_ROLL_S and into_s < PAUSE_S else -1.0

    def _arrives_s(self, number: int) -> float:
        late_s = LATENCY_S
        into_s = self._trouble_s(number)
        if self._traits.trouble == "wireless pause" and into_s >= 0:
            # Held up in the air; then all of it comes at once.
            late_s += PAUSE_S - into_s
        return self._ends_s(number) + late_s

    def _play(self, number: int) -> None:
        arrives_s = self._arrives_s(number)
        self._world.clock.move_to(arrives_s)
        if self._traits.trouble == "overflow" and 0 <= self._trouble_s(number) < PAUSE_S / 2:
            self._overflowed = True
            return
        delay_s = LATENCY_S + self._block / self._rate_hz
        delay_s -= self._rng.normal(0, self._traits.jitter_s) if self._traits.jitter_s else 0.0
        times = SimpleNamespace(currentTime=arrives_s, inputBufferAdcTime=arrives_s - delay_s)
        status = SimpleNamespace(input_overflow=self._overflowed)
        self._overflowed = False
        self._callback(self._samples(number), self._block, times, status)

    def _samples(self, number: int) -> Samples:
        first = number * self._block
        at_s = self._begins_s + (first + np.arange(self._block)) / self._rate_hz
        loud = np.where(at_s % CLICKS_EVERY_S < CLICK_S, 20_000, 0).astype(np.int16)
        return np.repeat(loud.reshape(-1, 1), self._traits.channels, axis=1)


class SimulatedPortAudio:
    """Stands in for the module `sounddevice`, at the boundary where the sound system begins."""

    class PortAudioError(Exception):
        """As the module's own."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.world: World | None = None
        self._rng = rng
        self.blocks: set[int] = set()
        """Sizes of the blocks that were asked for."""

    def check_input_settings(self, *, channels: int, samplerate: float, **_: Any) -> None:
        """Refuse every form but the microphone's own."""
        assert self.world is not None
        own = self.world.microphone
        assert own is not None
        if (own.channels, own.rate_hz) != (channels, samplerate):
            raise self.PortAudioError("Invalid number of channels or sample rate")

    def InputStream(  # The module's name for it.
        self,
        *,
        samplerate: float,
        channels: int,
        blocksize: int,
        callback: Callable[..., None],
        **_: Any,
    ) -> SimulatedStream:
        self.check_input_settings(channels=channels, samplerate=samplerate)
        assert self.world is not None
        self.blocks.add(blocksize)
        return SimulatedStream(self.world, callback, blocksize, self._rng)

    def _terminate(self) -> None:
        return

    def _initialize(self) -> None:
        return


def clicks_between(from_s: float, until_s: float) -> list[float]:
    """When the world's clicks are, in its seconds."""
    first = math.ceil(from_s / CLICKS_EVERY_S)
    return [n * CLICKS_EVERY_S for n in range(first, math.ceil(until_s / CLICKS_EVERY_S))]
