"""How far sound and picture are apart: flashes in the picture, beeps in the sound, and their pairs.

Pure measurement on numbers: no file, no decoder, no device. `sync_file.py` gives it a media file's
brightness and sound. An offset is positive where the sound comes after the picture.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

LEAST_JUMP: Final = 8.0
"""Of 255, in the whole picture's mean brightness: a filmed screen may fill only a part of it."""
_NOISES: Final = 6.0
"""A flash, and a beep, stand out at least so many times from what is there all the time."""
_APART_S: Final = 0.2
_AROUND_S: Final = 0.75

_HOP_S: Final = 0.002
_SPECTRUM_S: Final = 0.02
_SPECTRA: Final = 6000
_LOUDEST: Final = 5
_BAND_HZ: Final = (200.0, 8000.0)
_LEAST_LEVEL: Final = 1e-3
"""-60 dB below full scale."""
_BEEP_S: Final = 0.015
"""A shorter sound is a clap or a click."""
_GROWING_S: Final = 0.012
_STEADY: Final = 0.4

_FARTHEST_S: Final = 0.5
_SHARE_OF_PERIOD: Final = 0.45


class SyncUnmeasurable(Exception):
    """There is nothing to measure; `args[0]` is the sentence that says what is missing."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One flash and its beep."""

    flash_s: float
    beep_s: float

    @property
    def offset_ms(self) -> float:
        """Positive where the sound comes after the picture."""
        return (self.beep_s - self.flash_s) * 1000


@dataclass(frozen=True, slots=True)
class Drift:
    """The straight line through the offsets, by least squares.

    `standard_error` and `r2` are None where two pairs leave nothing to judge the line by.
    """

    ms_per_min: float
    standard_error: float | None
    r2: float | None

    def to_json(self) -> dict[str, float | None]:
        return {
            "ms_per_min": _rounded(self.ms_per_min),
            "standard_error": _rounded(self.standard_error),
            "r2": _rounded(self.r2),
        }


@dataclass(frozen=True, slots=True)
class Sync:
    """What was measured. Times in seconds on the file's clock."""

    pairs: tuple[Pair, ...]
    flashes_alone_s: tuple[float, ...]
    beeps_alone_s: tuple[float, ...]
    drift: Drift | None

    @property
    def offsets_ms(self) -> Numbers:
        return np.array([each.offset_ms for each in self.pairs])

    def to_json(self) -> dict[str, Any]:
        offsets = self.offsets_ms
        return {
            "pairs": len(self.pairs),
            "offset_ms": {
                "mean": _rounded(float(np.mean(offsets))),
                "std": _rounded(float(np.std(offsets))),
                "min": _rounded(float(np.min(offsets))),
                "max": _rounded(float(np.max(offsets))),
            },
            "drift": None if self.drift is None else self.drift.to_json(),
            "flashes_without_beep_s": [_rounded(each) for each in self.flashes_alone_s],
            "beeps_without_flash_s": [_rounded(each) for each in self.beeps_alone_s],
            "points": [[_rounded(each.flash_s), _rounded(each.offset_ms)] for each in self.pairs],
        }


def flash_onsets(times_s: Sequence[float], brightness: Sequence[float]) -> Numbers:
    """The times of the first bright picture of each flash; brightness is 0 to 255.

    A flash that the first picture already shows does not count: nobody knows when it began.
    """
    times, light = np.asarray(times_s, np.float64), np.asarray(brightness, np.float64)
    if len(light) < 3:
        return np.zeros(0)
    above = light - _surroundings(times, light)
    noise = float(np.median(np.abs(np.diff(light))))
    peaks = above[above >= max(LEAST_JUMP, _NOISES * noise)]
    if not len(peaks):
        return np.zeros(0)
    half = float(np.median(peaks)) / 2
    bright = above >= half
    begins = np.flatnonzero(bright[1:] & ~bright[:-1]) + 1
    # From two pictures before to one after: a camera may see a flash begin within a picture.
    rise = light[np.minimum(begins + 1, len(light) - 1)] - light[np.maximum(begins - 2, 0)]
    return _apart(times[begins[rise >= max(LEAST_JUMP, half)]])


def beep_onsets(sound: npt.NDArray[np.int16], rate_hz: int, first_s: float = 0.0) -> Numbers:
    """When each beep begins: where its envelope passes half of its level, to well under 1 ms.

    The pitch is found by itself: whatever stands out most from what sounds all the time. The
    filter is symmetric, so that it does not shift an onset; `first_s` is the first sample's time.
    """
    pitch_hz = _pitch(sound, rate_hz)
    if pitch_hz is None:
        return np.zeros(0)
    hop = round(_HOP_S * rate_hz)
    envelope = _coarse_envelope(sound, rate_hz, pitch_hz, hop)
    onsets = [
        onset
        for start in _candidates(envelope)
        if _is_beep(envelope, start)
        and (onset := _refined(sound, rate_hz, pitch_hz, start * hop)) is not None
    ]
    return _apart(first_s + np.array(onsets) / rate_hz)


def measure(flashes_s: Sequence[float], beeps_s: Sequence[float]) -> Sync:
    """Pair flashes and beeps and work out offset and drift. Raises SyncUnmeasurable."""
    if not len(flashes_s):
        raise SyncUnmeasurable(
            "There is no flash in the picture: its brightness never jumps. Film a screen or a lamp"
            " that flashes with every beep."
        )
    if not len(beeps_s):
        raise SyncUnmeasurable(
            "There is no beep in the sound. Record one with every flash, louder than what is there"
            " all the time."
        )
    pairs = _pairs(list(flashes_s), list(beeps_s))
    if not pairs:
        raise SyncUnmeasurable(
            f"There are flashes ({len(flashes_s)}) and beeps ({len(beeps_s)}), but none within half"
            " a period of each other. Flash and beep must belong together."
        )
    with_beep = {each.flash_s for each in pairs}
    with_flash = {each.beep_s for each in pairs}
    return Sync(
        pairs=tuple(pairs),
        flashes_alone_s=tuple(float(each) for each in flashes_s if each not in with_beep),
        beeps_alone_s=tuple(float(each) for each in beeps_s if each not in with_flash),
        drift=_drift(pairs),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _apart(times_s: Numbers) -> Numbers:
    kept: list[float] = []
    for time_s in times_s:
        if not kept or time_s - kept[-1] >= _APART_S:
            kept.append(float(time_s))
    return np.array(kept)


def _surroundings(times: Numbers, light: Numbers) -> Numbers:
    """The usual brightness around each picture, so that a cloud is no flash."""
    firsts = np.searchsorted(times, times - _AROUND_S)
    ends = np.searchsorted(times, times + _AROUND_S, side="right")
    spans = zip(firsts, ends, strict=True)
    return np.array([np.median(light[first:end]) for first, end in spans])


def _pitch(sound: npt.NDArray[np.int16], rate_hz: int) -> float | None:
    """The frequency that stands out most, for moments, from what is there all the time."""
    size = round(_SPECTRUM_S * rate_hz)
    windows = len(sound) // size
    if windows < 2:
        return None
    chosen = np.unique(np.linspace(0, windows - 1, min(windows, _SPECTRA)).astype(int))
    pieces = sound[: windows * size].reshape(windows, size)[chosen] * np.hanning(size)
    power = np.abs(np.fft.rfft(pieces, axis=1)) ** 2
    contrast = np.sort(power, axis=0)[-_LOUDEST:].mean(axis=0) - np.median(power, axis=0)
    frequencies = np.fft.rfftfreq(size, 1 / rate_hz)
    contrast[(frequencies < _BAND_HZ[0]) | (frequencies > _BAND_HZ[1])] = 0
    return float(frequencies[np.argmax(contrast)]) if contrast.max() > 0 else None


def _demodulated(
    sound: npt.NDArray[np.int16], rate_hz: int, pitch_hz: float, first: int
) -> npt.NDArray[np.complex128]:
    turns = (first + np.arange(len(sound))) * (pitch_hz / rate_hz)
    shifted: npt.NDArray[np.complex128] = 2 / 32768 * sound * np.exp(-2j * np.pi * (turns % 1))
    return shifted


def _coarse_envelope(
    sound: npt.NDArray[np.int16], rate_hz: int, pitch_hz: float, hop: int
) -> Numbers:
    """The level at the pitch in steps of `hop`, a minute at a time to spare the memory."""
    piece = max(1, 60 * rate_hz // hop) * hop
    levels = []
    for first in range(0, len(sound) // hop * hop, piece):
        part = sound[first : first + piece]
        whole = len(part) // hop * hop
        shifted = _demodulated(part[:whole], rate_hz, pitch_hz, first)
        levels.append(np.abs(shifted.reshape(-1, hop).mean(axis=1)))
    return np.concatenate(levels) if levels else np.zeros(0)


def _candidates(envelope: Numbers) -> list[int]:
    """Where the level rises, out of what is there all the time, to half of what is usual."""
    least = max(_LEAST_LEVEL, _NOISES * float(np.median(envelope)))
    standing_out = envelope[envelope >= least]
    if not len(standing_out):
        return []
    loud = envelope >= max(least, float(np.median(standing_out)) / 2)
    starts = np.flatnonzero(loud[1:] & ~loud[:-1]) + 1
    apart = _apart(np.asarray(starts * _HOP_S, np.float64))
    return [round(each / _HOP_S) for each in apart]


def _is_beep(envelope: Numbers, start: int) -> bool:
    """Whether what begins here lasts, and is not over too soon."""
    # Coding smears the beginning: the level is read where the beep has grown.
    grown = start + round(_GROWING_S / _HOP_S)
    during = envelope[grown : grown + round(_BEEP_S / _HOP_S)]
    if not len(during):
        return False
    level = float(np.median(during))
    return level >= _LEAST_LEVEL and float(np.min(during)) >= _STEADY * level


def _refined(
    sound: npt.NDArray[np.int16], rate_hz: int, pitch_hz: float, near: int
) -> float | None:
    """The sample, with its fraction, at which the envelope passes half of the beep's level."""

    def samples(time_s: float) -> int:
        return round(time_s * rate_hz)

    first, end = near - samples(0.03), near + samples(0.03)
    if first < 0 or end > len(sound):
        return None
    shifted = _demodulated(sound[first:end], rate_hz, pitch_hz, first)
    # Whole waves: so twice the pitch, which demodulating leaves, falls into the filter's zero.
    width = max(3, round(2 * rate_hz / pitch_hz)) | 1
    kernel = np.convolve(np.ones(width), np.ones(width)) / width**2
    envelope = np.abs(np.convolve(shifted, kernel, mode="same"))
    middle = near - first
    before = float(np.median(envelope[middle - samples(0.02) : middle - samples(0.008)]))
    during = float(np.median(envelope[middle + samples(0.008) : middle + samples(0.016)]))
    half = (before + during) / 2
    span = slice(middle - samples(0.01), middle + samples(0.012))
    rises = np.flatnonzero((envelope[span][1:] >= half) & (envelope[span][:-1] < half))
    if not len(rises):
        return None
    at = span.start + int(rises[-1])
    return first + at + float((half - envelope[at]) / (envelope[at + 1] - envelope[at]))


def _pairs(flashes_s: list[float], beeps_s: list[float]) -> list[Pair]:
    """Each flash with the beep nearest to it, each beep once."""
    period_s = float(np.median(np.diff(flashes_s))) if len(flashes_s) > 1 else 1.0
    farthest_s = min(_FARTHEST_S, _SHARE_OF_PERIOD * period_s)
    near = sorted(
        (abs(beep - flash), flash, beep)
        for flash in flashes_s
        for beep in _between(beeps_s, flash - farthest_s, flash + farthest_s)
    )
    pairs: dict[float, float] = {}
    taken: set[float] = set()
    for _distance, flash, beep in near:
        if flash not in pairs and beep not in taken:
            pairs[flash] = beep
            taken.add(beep)
    return [Pair(float(flash), float(beep)) for flash, beep in sorted(pairs.items())]


def _between(times_s: list[float], first_s: float, last_s: float) -> list[float]:
    return times_s[bisect_left(times_s, first_s) : bisect_right(times_s, last_s)]


def _drift(pairs: list[Pair]) -> Drift | None:
    if len(pairs) < 2:
        return None
    minutes = np.array([each.flash_s / 60 for each in pairs])
    offsets = np.array([each.offset_ms for each in pairs])
    centred = minutes - minutes.mean()
    spread = float(np.sum(centred**2))
    slope = float(np.sum(centred * offsets)) / spread
    if len(pairs) == 2:
        return Drift(slope, None, None)
    left = offsets - offsets.mean() - slope * centred
    unexplained, all_there_is = (
        float(np.sum(left**2)),
        float(np.sum((offsets - offsets.mean()) ** 2)),
    )
    error = float(np.sqrt(unexplained / (len(pairs) - 2) / spread))
    return Drift(slope, error, 1 - unexplained / all_there_is if all_there_is > 0 else None)
