"""Media files whose flashes and beeps are apart by a known amount: the truth for a measurement."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

RATE_HZ = 48_000
FPS = 30
FLASH_AT_S = 0.5
BEEP_S = 0.08


def beeping_sound(
    seconds: float,
    onsets_s: list[float],
    *,
    pitch_hz: float = 1000.0,
    hum: float = 0.02,
    noise: float = 0.003,
) -> npt.NDArray[np.int16]:
    """Beeps that begin at exactly these times, over a hum and noise."""
    t_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    sound = hum * np.sin(2 * np.pi * 440 * t_s)
    sound += np.random.default_rng(3).normal(0, noise, len(t_s))
    for onset_s in onsets_s:
        during = (t_s >= onset_s) & (t_s < onset_s + BEEP_S)
        sound[during] += 0.4 * np.sin(2 * np.pi * pitch_hz * (t_s[during] - onset_s))
    return (sound * 32767).astype(np.int16)


def offset_onsets(seconds: int, offset_s: float, ppm: float = 0.0) -> list[float]:
    """When the beep of each second's flash begins, with an offset and a clock that is off."""
    flashes = [second + FLASH_AT_S for second in range(seconds)]
    return [flash * (1 + ppm / 1e6) + offset_s for flash in flashes]


def write_media(
    path: Path,
    seconds: int,
    beeps_s: list[float] | None,
    *,
    without_flashes: frozenset[int] = frozenset(),
) -> Path:
    """An MP4 (or whatever the name says) that flashes every second; None: without a sound track."""
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=FPS, options={"preset": "ultrafast"})
        video.width, video.height, video.pix_fmt = 160, 120, "yuv420p"
        if beeps_s is not None:
            audio = container.add_stream("aac", rate=RATE_HZ, layout="mono")
            # Enough that the coder's smearing does not move an onset.
            audio.bit_rate = 128_000
            frame = av.AudioFrame.from_ndarray(
                beeping_sound(seconds, beeps_s).reshape(1, -1), format="s16", layout="mono"
            )
            frame.sample_rate, frame.pts = RATE_HZ, 0
            frame.time_base = Fraction(1, RATE_HZ)
        rng = np.random.default_rng(9)
        room = rng.integers(40, 140, (120, 160, 3)).astype(np.uint8)
        for number in range(seconds * FPS):
            second, into = divmod(number, FPS)
            is_flash = 15 <= into < 18 and second not in without_flashes
            picture = np.full_like(room, 255) if is_flash else np.roll(room, number, axis=1)
            container.mux(video.encode(av.VideoFrame.from_ndarray(picture, format="bgr24")))
        container.mux(video.encode(None))
        if beeps_s is not None:
            container.mux(audio.encode(frame))
            container.mux(audio.encode(None))
    return path
