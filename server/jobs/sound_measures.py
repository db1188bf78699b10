"""Level, silence and distortion of a film's sound. Levels in dB below full scale."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from av.container import InputContainer

from holdfast.quality import THRESHOLDS
from server.jobs.film_source import Film
from server.jobs.hearing import Sound, blocks, sound_track

WINDOW_S: Final = 0.2
"""As often as a recorder gives a sign of its sound."""
FULL: Final = 0.985
"""From here on a sample is at full scale: encoding moves the flat top of a cut wave a little."""
FULL_SHARE: Final = 0.002
"""So much of a window at full scale is a wave that was cut off, and no single loud peak: 20
samples at 48 kHz."""
_SPEAK_EVERY: Final = 200


@dataclass(frozen=True, slots=True)
class Heard:
    """What the sound brought. A share is of the windows; a level is None where all is zero."""

    windows: int
    level_db: float | None
    peak_db: float | None
    silent_share: float | None
    clipped_share: float | None


def measure_sound(
    container: InputContainer, film: Film, told: Callable[[float], None]
) -> Heard | None:
    """Listen to all of it; None where there is no sound track. Raises CannotSucceed."""
    stream = sound_track(container)
    if stream is None:
        return None

    def progress(time_s: float) -> None:
        told(min(1.0, max(0.0, time_s / film.duration_s)) if film.duration_s > 0 else 0.0)

    return listen(blocks(container, stream), stream.codec_context.sample_rate, progress)


def listen(
    sound: Iterable[tuple[float, Sound]], rate_hz: int, progress: Callable[[float], None]
) -> Heard:
    """Count windows. What is left of the last one is too short to be judged."""
    size = max(1, round(WINDOW_S * rate_hz))
    rest = np.zeros(0, np.float32)
    windows = silent = clipped = 0
    power = 0.0
    peak = 0.0
    for number, (time_s, block) in enumerate(sound):
        if number % _SPEAK_EVERY == 0:
            progress(time_s)
        # Whichever channel is louder at each moment: one of two microphones may be silent.
        loudest = block[np.abs(block).argmax(axis=0), np.arange(block.shape[1])]
        rest = np.concatenate((rest, loudest))
        count = len(rest) // size
        if not count:
            continue
        together = rest[: count * size].reshape(count, size)
        rest = rest[count * size :]
        powers = np.mean(together.astype(np.float64) ** 2, axis=1)
        windows += count
        power += float(powers.sum())
        peak = max(peak, float(np.abs(together).max()))
        silent += int((powers < 10 ** (THRESHOLDS.silent_below_db / 10)).sum())
        clipped += int((np.mean(np.abs(together) >= FULL, axis=1) >= FULL_SHARE).sum())
    return Heard(
        windows=windows,
        level_db=_db(power / windows, 10) if windows else None,
        peak_db=_db(peak, 20) if windows else None,
        silent_share=round(silent / windows, 4) if windows else None,
        clipped_share=round(clipped / windows, 4) if windows else None,
    )


def together(each: Sequence[Heard]) -> Heard | None:
    """What several films brought, as if they were one; None where there was no sound at all."""
    if not each:
        return None
    windows = sum(one.windows for one in each)
    power = sum(one.windows * 10 ** (one.level_db / 10) for one in each if one.level_db is not None)
    peaks = [one.peak_db for one in each if one.peak_db is not None]
    return Heard(
        windows=windows,
        level_db=_db(power / windows, 10) if windows else None,
        peak_db=max(peaks, default=None),
        silent_share=_share(each, [one.silent_share for one in each]),
        clipped_share=_share(each, [one.clipped_share for one in each]),
    )


def _share(each: Sequence[Heard], shares: Sequence[float | None]) -> float | None:
    windows = sum(one.windows for one in each)
    counted = [one.windows * (share or 0.0) for one, share in zip(each, shares, strict=True)]
    return round(sum(counted) / windows, 4) if windows else None


def _db(value: float, factor: int) -> float | None:
    return round(factor * math.log10(value), 1) if value > 0 else None
