"""How loud a film is over time: lowest and highest sample of each stretch, for a time line."""

from collections.abc import Callable, Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from holdfast.jsonform import FORMAT_VERSION, Json, canonical
from server.jobs.film_source import Film, film_of, opened
from server.jobs.hearing import Sound, blocks, sound_track
from server.jobs.kinds import Made, Task
from server.jobs.making import made_of

PEAKS_MOST: Final = 12_000
RATE_MOST_HZ: Final = 50.0
_FULL: Final = 127
_SPEAK_EVERY: Final = 200

Peaks = npt.NDArray[np.float32]


def make(task: Task) -> Made:
    """`derived/waveform.json`; of a film without sound it says so, and has no peaks.

    Raises CannotSucceed, NoRoom, FFmpegError, OSError.
    """
    film = film_of(task.folder)
    rate_hz = rate_of(film)
    peaks = None
    with opened(film) as container:
        stream = sound_track(container)
        if stream is not None:
            sound = blocks(container, stream)
            peaks = peaks_of(sound, stream.codec_context.sample_rate, rate_hz, film, task.told)
    facts: Json = {
        "format_version": FORMAT_VERSION,
        "has_sound": peaks is not None,
        "rate_hz": rate_hz,
        "count": 0 if peaks is None else len(peaks),
        "peak": None if peaks is None else round(float(np.abs(peaks).max(initial=0.0)), 4),
    }
    value = {
        "format_version": FORMAT_VERSION,
        "rate_hz": rate_hz,
        "peaks": [] if peaks is None else _whole(peaks).tolist(),
    }
    return Made((made_of(task, task.folder.waveform, canonical(value)),), facts)


def rate_of(film: Film) -> float:
    """How many stretches a second: fewer for a long film, so that the file stays small."""
    if film.duration_s * RATE_MOST_HZ <= PEAKS_MOST:
        return RATE_MOST_HZ
    return round(PEAKS_MOST / film.duration_s, 6)


def peaks_of(
    sound: Iterable[tuple[float, Sound]],
    sample_rate_hz: int,
    rate_hz: float,
    film: Film,
    told: Callable[[float], None],
) -> Peaks:
    """Lowest and highest sample over all channels of each stretch; silence where nothing is."""
    found = np.zeros((min(PEAKS_MOST, max(1, round(film.duration_s * rate_hz))), 2), np.float32)
    for number, (time_s, block) in enumerate(sound):
        if number % _SPEAK_EVERY == 0:
            told(min(1.0, max(0.0, time_s / film.duration_s)) if film.duration_s > 0 else 0.0)
        times_s = time_s + np.arange(block.shape[1]) / sample_rate_hz
        places = np.floor(times_s * rate_hz).astype(np.int64)
        heard = (places >= 0) & (places < len(found))
        np.minimum.at(found[:, 0], places[heard], block.min(axis=0)[heard])
        np.maximum.at(found[:, 1], places[heard], block.max(axis=0)[heard])
    return found


def _whole(peaks: Peaks) -> npt.NDArray[np.int64]:
    return np.clip(np.round(peaks * _FULL), -_FULL - 1, _FULL).astype(np.int64)
