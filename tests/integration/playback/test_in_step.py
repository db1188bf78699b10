"""Picture and sound as they reach a person: flashes shown and beeps heard, by one clock.

Real segments, the real loudspeaker's process, PulseAudio. It measures time, so it is run on a quiet
machine: `pytest -m "slow and audio" tests/integration/playback`.
"""

import os
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from desktop.playback.player import Player
from desktop.playback.reel import Picture
from holdfast.clock import SystemClock
from tests.pulse import RATE_HZ, SINK, Pulse, pulse
from tests.support.watchable import write_segments

__all__ = ["pulse"]

pytestmark = [pytest.mark.slow, pytest.mark.audio]

IN_STEP_S = 0.040
FIRST_PICTURE_S = 1.0
BRIGHTER = 30
LOUD = 3000
QUIET_S = 0.2


class Ears:
    """Hears what the loudspeaker plays, and when."""

    def __init__(self) -> None:
        self.beeps_s: list[float] = []
        self._quiet_s = 0.0

    @contextmanager
    def listening(self) -> Iterator[None]:
        words = [f"--device={SINK}.monitor", "--latency-msec=5", f"--rate={RATE_HZ}"]
        with subprocess.Popen(
            ["parec", *words, "--channels=1", "--format=s16le", "--raw"], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            thread = threading.Thread(target=self._listen, args=(process.stdout.fileno(),))
            thread.start()
            try:
                yield
            finally:
                process.terminate()
                thread.join()

    def _listen(self, source: int) -> None:
        while data := os.read(source, 65_536):
            samples = np.frombuffer(data[: len(data) // 2 * 2], np.int16)
            began_s = time.monotonic() - len(samples) / RATE_HZ
            loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > LOUD)
            if len(loud) and self._quiet_s > QUIET_S:
                self.beeps_s.append(began_s + loud[0] / RATE_HZ)
            quiet = len(samples) - (loud[-1] if len(loud) else -1) - 1
            self._quiet_s = quiet / RATE_HZ + (0.0 if len(loud) else self._quiet_s)


def brightness(picture: Picture) -> float:
    rows = np.frombuffer(picture.bgra, np.uint8).reshape(picture.height, picture.stride)
    return float(rows[::8, ::8].mean())


def watched(player: Player) -> tuple[float, list[float]]:
    """Play to the end, with a pause and a leap; seconds to the first picture, times of flashes."""
    began_s, first_s = time.monotonic(), 0.0
    flashes_s: list[float] = []
    before, shown = 255.0, 0
    player.play()
    while player.is_playing or not shown:
        time.sleep(0.004)
        picture = player.picture()
        if picture is None:
            continue
        shown += 1
        first_s = first_s or time.monotonic() - began_s
        light = brightness(picture)
        if light - before > BRIGHTER:
            flashes_s.append(time.monotonic())
        before = light
        if shown == 100:
            player.pause()
            time.sleep(0.5)
            player.play()
        if shown == 200:
            player.seek(9.5)
            # A leap may brighten the scene too.
            before = 255.0
    return first_s, flashes_s


def test_flashes_and_beeps_reach_a_person_together(tmp_path: Path, pulse: Pulse) -> None:
    files = write_segments(tmp_path, 450)
    ears = Ears()
    player = Player(SystemClock(), lambda: None)
    with ears.listening():
        player.open(files)
        first_s, flashes_s = watched(player)
        assert player.has_sound
        player.close()
        time.sleep(0.5)

    assert first_s < FIRST_PICTURE_S
    assert len(flashes_s) >= 10
    apart = [min((beep - each for beep in ears.beeps_s), key=abs) for each in flashes_s]
    assert max(map(abs, apart)) < IN_STEP_S, [f"{each * 1000:.1f} ms" for each in apart]
