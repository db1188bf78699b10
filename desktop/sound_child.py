"""Run as a process of its own: plays a pattern of tones on the default output.

Kept apart because PortAudio, or a sound driver beneath it, may hang or abort the process. Run it
through `alarm_sound.Speaker`. The pattern is the first argument: a JSON list of
`[frequency in hertz, seconds, loudness from 0 to 1]`; a frequency of 0 is silence.
"""

import json
import math
import sys
from array import array
from collections.abc import Sequence

RATE_HZ = 48_000
FADE_S = 0.005
"""A tone that begins at once clicks."""
TAIL_S = 0.3
"""Silence after the last tone: some sound systems drop what is in their buffer at the end."""


def samples(pattern: Sequence[Sequence[float]], rate_hz: int) -> "array[int]":
    """The pattern as mono int16."""
    sound = array("h")
    for frequency_hz, seconds, loudness in pattern:
        count = round(seconds * rate_hz)
        step = 2 * math.pi * frequency_hz / rate_hz
        for n in range(count):
            fade = min(1.0, n / (FADE_S * rate_hz), (count - 1 - n) / (FADE_S * rate_hz))
            sound.append(round(32_767 * loudness * fade * math.sin(step * n)))
    sound.extend([0] * round(TAIL_S * rate_hz))
    return sound


def main() -> None:
    """Play and end. Raises whatever the sound system raises."""
    import sounddevice

    pattern = json.loads(sys.argv[1])
    try:
        sounddevice.check_output_settings(channels=1, dtype="int16", samplerate=RATE_HZ)
        rate_hz = RATE_HZ
    except sounddevice.PortAudioError:
        rate_hz = round(sounddevice.query_devices(kind="output")["default_samplerate"])
    with sounddevice.RawOutputStream(
        samplerate=rate_hz, channels=1, dtype="int16", latency="high"
    ) as stream:
        stream.write(samples(pattern, rate_hz).tobytes())


if __name__ == "__main__":
    main()
