"""A real sound card: the kernel's loopback card (snd-aloop), fed by aplay. Run with `-m hardware`.

While the player runs in stereo at 44100 Hz the other end offers nothing else: a microphone whose
format is not ours.
"""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
import numpy as np
import pytest

from desktop.recording.model import MarkerSet, Ready
from tests.integration.recorder.conftest import Bench, Open
from tests.pulse import write_tone

pytestmark = [
    pytest.mark.hardware,
    pytest.mark.timeout(180),
    pytest.mark.skipif(
        not Path("/proc/asound/Loopback").exists() or shutil.which("aplay") is None,
        reason="needs the kernel's loopback sound card (modprobe snd-aloop) and aplay",
    ),
]
MICROPHONE = "Loopback: PCM (hw:0,1)"
CARD = Path("/sys/bus/platform/drivers/snd_aloop")


@contextmanager
def playing(tmp_path: Path, rate_hz: int) -> Iterator[None]:
    tone = tmp_path / "tone.wav"
    write_tone(tone, 1000.0, 60.0, rate_hz)
    command = ["aplay", "-q", "-D", "hw:Loopback,0,0", "--buffer-time=500000", str(tone)]
    with subprocess.Popen(command) as player:
        try:
            yield
        finally:
            player.kill()


@pytest.fixture
def plugged_in_afterwards() -> Iterator[None]:
    yield
    if not Path("/proc/asound/Loopback").exists():
        (CARD / "bind").write_text("snd_aloop.0")


def sound_of(bench: Bench) -> np.ndarray:
    pieces = []
    for path in bench.folder.segments().values():
        with av.open(path) as container:
            pieces += [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
    return np.concatenate(pieces)


@pytest.mark.parametrize("rate_hz", [48_000, 44_100])
def test_whatever_the_card_offers_the_tone_is_recorded(
    open_bench: Open, tmp_path: Path, rate_hz: int
) -> None:
    with playing(tmp_path, rate_hz):
        bench = open_bench("test:live", width=320, height=240, audio=MICROPHONE)
        ready = bench.wait_for(Ready)
        bench.record(seconds=6.0)
        bench.end()

    assert ready.audio is not None
    assert ready.audio.microphone == MICROPHONE
    sound = sound_of(bench)
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    loudest_hz = np.fft.rfftfreq(len(sound), 1 / 48_000)[np.argmax(spectrum)]
    # The loopback card's clock is the kernel's tick; a rate taken for another is off by 88 Hz.
    assert loudest_hz == pytest.approx(1000.0, abs=5.0)
    assert len(sound) / 48_000 == pytest.approx(6.0, abs=0.05)


@pytest.mark.usefixtures("plugged_in_afterwards")
def test_a_card_that_is_unplugged_is_noted_and_the_picture_goes_on(
    open_bench: Open, tmp_path: Path
) -> None:
    with playing(tmp_path, 48_000):
        bench = open_bench("test:live", width=320, height=240, audio=MICROPHONE)
        bench.record()
        bench.wait_until_recorded(2.0)
        # It waits until every handle is closed, ours among them.
        with subprocess.Popen(["sh", "-c", f"echo snd_aloop.0 > {CARD}/unbind"]):
            marker = bench.wait_for(MarkerSet)
            bench.wait_until_recorded(marker.t_s + 1.5)
            bench.supervisor.stop_recording()
            manifest = bench.end()
            bench.supervisor.close()

    assert marker.name == "sound lost"
    assert manifest.gaps == ()
    assert manifest.state == "complete"
    assert len(sound_of(bench)) / 48_000 == pytest.approx(manifest.duration_s, abs=0.05)
