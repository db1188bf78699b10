"""A media file's flashes and beeps: decodes picture and sound for `sync.py`, and measures.

It only reads. A picture's time is its PTS, a sample's time that of its frame; sound that is missing
inside a file counts as silence, so that what follows keeps its time.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import av
import av.error
import numpy as np
import numpy.typing as npt

from desktop.recording.sync import Sync, SyncUnmeasurable, beep_onsets, flash_onsets, measure

_GRID: Final = (64, 36)
_GAP_S: Final = 0.002
_MOST_GAP_S: Final = 600.0


@dataclass(frozen=True, slots=True)
class Sound:
    """Mono sound without holes; `first_s` is the time of its first sample."""

    samples: npt.NDArray[np.int16]
    rate_hz: int
    first_s: float


def measure_file(path: Path) -> Sync:
    """Offset and drift of the sound in this file. Raises SyncUnmeasurable.

    Takes about 345 MB of memory for an hour of sound at 48 kHz.
    """
    try:
        times_s, brightness = read_brightness(path)
        sound = read_sound(path)
    except (av.error.FFmpegError, OSError) as error:
        raise SyncUnmeasurable(
            f"{path} cannot be read as a video ({error.strerror or error}). It is untouched."
        ) from error
    flashes = flash_onsets(times_s, brightness)
    beeps = beep_onsets(sound.samples, sound.rate_hz, sound.first_s)
    return measure(flashes.tolist(), beeps.tolist())


def read_brightness(path: Path) -> tuple[list[float], list[float]]:
    """Time in seconds and mean brightness, 0 to 255, of each picture. Raises SyncUnmeasurable."""
    times_s: list[float] = []
    brightness: list[float] = []
    with av.open(str(path)) as container:
        if not container.streams.video:
            raise SyncUnmeasurable(f"There is no picture in {path}: there is nothing to measure.")
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        for frame in container.decode(stream):
            small = frame.reformat(*_GRID, format="gray", interpolation="AREA")
            times_s.append(float(frame.time))
            brightness.append(float(small.to_ndarray().mean()))
    return times_s, brightness


def read_sound(path: Path) -> Sound:
    """The file's sound. Raises SyncUnmeasurable where it has none."""
    with av.open(str(path)) as container:
        if not container.streams.audio:
            raise SyncUnmeasurable(
                f"There is no sound in {path}: there is nothing to measure. Record with a"
                " microphone."
            )
        stream = container.streams.audio[0]
        rate_hz = stream.rate
        resampler = av.AudioResampler(format="s16", layout="mono", rate=rate_hz)
        pieces: list[npt.NDArray[np.int16]] = []
        first_s: float | None = None
        length = 0
        for frame in container.decode(stream):
            time_s = frame.time or 0.0
            first_s = time_s if first_s is None else first_s
            missing = round((time_s - first_s) * rate_hz) - length
            if _GAP_S * rate_hz < missing < _MOST_GAP_S * rate_hz:
                pieces.append(np.zeros(missing, np.int16))
                length += missing
            for mono in resampler.resample(frame):
                piece = np.asarray(mono.to_ndarray(), np.int16).reshape(-1)
                pieces.append(piece)
                length += len(piece)
    samples = np.concatenate(pieces) if pieces else np.zeros(0, np.int16)
    return Sound(samples, rate_hz, first_s or 0.0)
