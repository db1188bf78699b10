"""A sound card's own clock, recovered from the time stamps of its blocks.

Each stamp is late by some jitter, and sometimes by much more; the samples between them are not. A
second-order delay-locked loop follows the stamps so slowly that only the card's real rate is left
(F. Adriaensen, "Using a DLL to filter time", Linux Audio Conference 2005). Pure: no device, no
thread; it never changes a sample, only the time that a block is given.
"""

import math
import statistics
from collections import deque
from dataclasses import replace
from typing import Final

from desktop.recording.sources import RATE_HZ, Block

BANDWIDTH_HZ: Final = 0.03
STEP_S: Final = 0.04
"""A stamp farther off than this is no jitter: samples are missing, or they were held up."""
CONFIRM_S: Final = 0.2
"""For so much sound a step has to last. A pause that is made up for is over before."""
_UNDECIDED_S: Final = 0.4
_STILL_S: Final = 0.005
_START_S: Final = 0.1
SHIFT_S: Final = 0.008
"""Stamps that are off by this much for `_SHIFT_OVER_S`, on the median, have shifted for good."""
_SHIFT_OVER_S: Final = 0.5
_MOST_ERROR_S: Final = 0.01
_MOST_RATE_ERROR: Final = 0.002
_KNOWN_AFTER_S: Final = 60.0
"""The loop needs about two of its periods to find the card's rate."""
_SECOND_NS: Final = 1_000_000_000
_NOMINAL_NS: Final = _SECOND_NS / RATE_HZ


class SoundClock:
    """Gives each block of one microphone the time at which its first sample was taken.

    A block comes out at once, except at the start and where stamps jump: then blocks are held, for
    at most 0.4 s of sound, until it is clear where they belong. A wireless microphone that pauses
    and then delivers everything is still in step; one that lost samples goes on after a gap.
    """

    def __init__(self, bandwidth_hz: float = BANDWIDTH_HZ) -> None:
        self._bandwidth_hz = bandwidth_hz
        self._sample_ns = _NOMINAL_NS
        self._next_ns: float | None = None
        """When the next sample is due; None before the first block."""
        self._locked = False
        self._held: list[Block] = []
        self._held_errors: list[float] = []
        self._recent: deque[tuple[float, int]] = deque()
        self._recent_samples = 0
        self._recent_far = 0
        """How many of the recent stamps were off by more than `SHIFT_S`."""
        self._followed = 0
        """Samples that the loop has followed."""
        self.steps = 0
        """How often sound went on at another place than the one where it stopped."""

    @property
    def rate_error_ppm(self) -> float:
        """How much faster than 48 kHz the card runs, in parts per million."""
        return (_NOMINAL_NS / self._sample_ns - 1) * 1e6

    @property
    def known_ppm(self) -> float | None:
        """`rate_error_ppm` once the loop has had the time to find it."""
        if self._followed < _KNOWN_AFTER_S * RATE_HZ:
            return None
        return round(self.rate_error_ppm, 1)

    def take(self, block: Block) -> list[Block]:
        """Take the next block in; returns the blocks whose time is known now, in order."""
        if not len(block.samples):
            return []
        if self._next_ns is None:
            self._next_ns = float(block.time_ns)
        self._next_ns += block.lost_samples * self._sample_ns
        error_ns = block.time_ns - self._due_ns()
        if not self._locked:
            return self._start(block, error_ns)
        if abs(error_ns) <= STEP_S * _SECOND_NS:
            return [*self._release(0.0), self._follow(block)]
        self._hold(block, error_ns)
        return self._settle_step() if self._is_step() else []

    def end(self) -> list[Block]:
        """What is still held, at the place that is most likely."""
        return self._settle_step() if self._held else []

    def _due_ns(self) -> float:
        assert self._next_ns is not None
        return self._next_ns + sum(len(each.samples) for each in self._held) * self._sample_ns

    def _start(self, block: Block, error_ns: float) -> list[Block]:
        """The first blocks together say where it begins: one stamp alone may be far off."""
        if self._held and abs(error_ns - self._held_errors[-1]) > STEP_S * _SECOND_NS:
            released = self._settle_start()
            return [*released, *self.take(replace(block, lost_samples=0))]
        self._hold(block, error_ns)
        return self._settle_start() if self._held_s() >= _START_S else []

    def _settle_start(self) -> list[Block]:
        self._locked = True
        return self._release(statistics.median(self._held_errors))

    def _hold(self, block: Block, error_ns: float) -> None:
        self._held.append(block)
        self._held_errors.append(error_ns)

    def _held_s(self) -> float:
        return sum(len(each.samples) for each in self._held) / RATE_HZ

    def _is_step(self) -> bool:
        held_s = self._held_s()
        if held_s < CONFIRM_S:
            return False
        half = len(self._held_errors) // 2
        if held_s >= _UNDECIDED_S or not half:
            return True
        before = statistics.median(self._held_errors[:half])
        after = statistics.median(self._held_errors[half:])
        return abs(after - before) < _STILL_S * _SECOND_NS

    def _settle_step(self) -> list[Block]:
        if not self._locked:
            return self._settle_start()
        self.steps += 1
        # The later half: what was held up at first has been made up for by then.
        return self._release(statistics.median(self._held_errors[len(self._held_errors) // 2 :]))

    def _release(self, shift_ns: float) -> list[Block]:
        """Give out what is held, moved by this much; without anything held, do nothing."""
        held, self._held, self._held_errors = self._held, [], []
        if held:
            assert self._next_ns is not None
            self._next_ns += shift_ns
            self._forget()
        return [self._stamped(each) for each in held]

    def _stamped(self, block: Block) -> Block:
        assert self._next_ns is not None
        time_ns = round(self._next_ns)
        self._next_ns += len(block.samples) * self._sample_ns
        return Block(time_ns, block.samples, block.lost_samples)

    def _follow(self, block: Block) -> Block:
        """One step of the loop: place and length of a sample move a little towards the stamp."""
        assert self._next_ns is not None
        count = len(block.samples)
        error_ns = block.time_ns - self._next_ns
        shift_ns = self._lasting_shift(error_ns, count)
        if shift_ns is not None:
            self.steps += 1
            self._next_ns += shift_ns
            return self._stamped(block)
        most_ns = _MOST_ERROR_S * _SECOND_NS
        error_ns = max(-most_ns, min(most_ns, error_ns))
        omega = 2 * math.pi * self._bandwidth_hz * count / RATE_HZ
        stamped = self._stamped(block)
        self._followed += count
        self._next_ns += math.sqrt(2) * omega * error_ns
        self._sample_ns += omega * omega * error_ns / count
        least, most = _NOMINAL_NS * (1 - _MOST_RATE_ERROR), _NOMINAL_NS * (1 + _MOST_RATE_ERROR)
        self._sample_ns = max(least, min(most, self._sample_ns))
        return stamped

    def _lasting_shift(self, error_ns: float, count: int) -> float | None:
        """By how much stamps have shifted for good without a step; None while they have not."""
        far_ns = SHIFT_S * _SECOND_NS
        self._recent.append((error_ns, count))
        self._recent_samples += count
        self._recent_far += abs(error_ns) > far_ns
        if self._recent_samples < _SHIFT_OVER_S * RATE_HZ:
            return None
        # No median is far off unless half of all are: a hundred times a second nothing is sorted.
        if self._recent_far * 2 >= len(self._recent):
            errors = [error for error, _count in self._recent]
            if abs(statistics.median(errors)) > far_ns:
                self._forget()
                # The newer ones: at first half of them are still from before.
                return statistics.median(errors[-max(1, len(errors) // 4) :])
        oldest_ns, oldest_count = self._recent.popleft()
        self._recent_samples -= oldest_count
        self._recent_far -= abs(oldest_ns) > far_ns
        return None

    def _forget(self) -> None:
        self._recent.clear()
        self._recent_samples = 0
        self._recent_far = 0
