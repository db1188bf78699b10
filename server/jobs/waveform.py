"""How loud a recording is over time: lowest and highest sample of each stretch, for a time line."""

from collections.abc import Callable, Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from holdfast.jsonform import FORMAT_VERSION, Json, canonical
from server.jobs.film_source import films_of, length_s, opened
from server.jobs.hearing import Sound, blocks, sound_track
from server.jobs.kinds import Made, Task
from server.jobs.making import made_of

PEAKS_MOST: Final = 12_000
RATE_MOST_HZ: Final = 50.0
_FULL: Final = 127
_SPEAK_EVERY: Final = 200


def make(task: Task) -> Made:
    """`derived/waveform.json`; of a recording without sound it says so, and has no peaks.

    Raises CannotSucceed, NoRoom, FFmpegError, OSError.
    """
    films = films_of(task.folder)
    whole_s = length_s(films)
    rate_hz = rate_of(whole_s)
    peaks = Peaks(whole_s, rate_hz)

    def told(time_s: float) -> None:
        task.told(min(1.0, max(0.0, time_s / whole_s)) if whole_s > 0 else 0.0)

    has_sound = False
    for film in films:
        with opened(film) as container:
            stream = sound_track(container)
            if stream is not None:
                has_sound = True
                sound = blocks(container, stream)
                peaks.add(sound, stream.codec_context.sample_rate, film.begins_s, told)
    found = peaks.found if has_sound else None
    facts: Json = {
        "format_version": FORMAT_VERSION,
        "has_sound": has_sound,
        "rate_hz": rate_hz,
        "count": 0 if found is None else len(found),
        "peak": None if found is None else round(float(np.abs(found).max(initial=0.0)), 4),
    }
    value = {
        "format_version": FORMAT_VERSION,
        "rate_hz": rate_hz,
        "peaks": [] if found is None else _whole(found).tolist(),
    }
    return Made((made_of(task, task.folder.waveform, canonical(value)),), facts)


def rate_of(duration_s: float) -> float:
    """How many stretches a second: fewer for a long recording, so that the file stays small."""
    if duration_s * RATE_MOST_HZ <= PEAKS_MOST:
        return RATE_MOST_HZ
    return round(PEAKS_MOST / duration_s, 6)


class Peaks:
    """Lowest and highest sample over all channels of each stretch; silence where nothing is."""

    def __init__(self, duration_s: float, rate_hz: float) -> None:
        count = min(PEAKS_MOST, max(1, round(duration_s * rate_hz)))
        self.found: npt.NDArray[np.float32] = np.zeros((count, 2), np.float32)
        self._rate_hz = rate_hz

    def add(
        self,
        sound: Iterable[tuple[float, Sound]],
        sample_rate_hz: int,
        begins_s: float,
        told: Callable[[float], None],
    ) -> None:
        """Take in the sound of a film that begins there; `told` hears how far it is, in seconds."""
        for number, (time_s, block) in enumerate(sound):
            if number % _SPEAK_EVERY == 0:
                told(begins_s + time_s)
            times_s = begins_s + time_s + np.arange(block.shape[1]) / sample_rate_hz
            places = np.floor(times_s * self._rate_hz).astype(np.int64)
            heard = (places >= 0) & (places < len(self.found))
            np.minimum.at(self.found[:, 0], places[heard], block.min(axis=0)[heard])
            np.maximum.at(self.found[:, 1], places[heard], block.max(axis=0)[heard])


def _whole(peaks: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    return np.clip(np.round(peaks * _FULL), -_FULL - 1, _FULL).astype(np.int64)
