"""Keeps count of the sound that is missing in one part, and where. Pure; in samples of the part."""

from dataclasses import dataclass
from typing import Final

Run = tuple[int, int]
"""Where it begins, in samples since the part began, and how many samples it has."""


@dataclass(frozen=True, slots=True)
class SoundNews:
    """What became known since it was last asked.

    `lost` was lost before it reached us; `silent` is silence that stands where nothing arrived;
    `clock_ppm` is how much faster than nominal the sound card runs, None while that is not known.
    """

    lost: tuple[Run, ...] = ()
    silent: tuple[Run, ...] = ()
    clock_ppm: float | None = None


NOTHING_NEW: Final = SoundNews()


class SoundLedger:
    """Totals since the part began, and what is new."""

    def __init__(self) -> None:
        self.lost_samples = 0
        self.silence_samples = 0
        self._lost: list[Run] = []
        self._silent: list[Run] = []

    def lose(self, at: int, count: int) -> None:
        """So many samples from `at` on were lost; what lies before the part is none of it."""
        at, count = max(at, 0), min(count, at + count)
        if count > 0:
            self.lost_samples += count
            _add(self._lost, at, count)

    def fill(self, at: int, count: int) -> None:
        """So many samples of silence stand from `at` on."""
        if count > 0:
            self.silence_samples += count
            _add(self._silent, at, count)

    def end(self, at: int) -> None:
        """The part ends there: what is missing after that is none of it."""
        self.lost_samples -= _cut(self._lost, at)
        self.silence_samples -= _cut(self._silent, at)

    def take(self, clock_ppm: float | None = None) -> SoundNews:
        """What is new, once."""
        if not self._lost and not self._silent and clock_ppm is None:
            return NOTHING_NEW
        lost, silent = tuple(self._lost), tuple(self._silent)
        self._lost.clear()
        self._silent.clear()
        return SoundNews(lost, silent, clock_ppm)


def _cut(runs: list[Run], at: int) -> int:
    """Cut what lies after `at`; returns how much that was."""
    kept = [(first, min(count, at - first)) for first, count in runs if first < at]
    cut = sum(count for _, count in runs) - sum(count for _, count in kept)
    runs[:] = kept
    return cut


def _add(runs: list[Run], at: int, count: int) -> None:
    if runs and sum(runs[-1]) == at:
        runs[-1] = (runs[-1][0], runs[-1][1] + count)
    else:
        runs.append((at, count))
