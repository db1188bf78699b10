"""The kernel's loopback sound card (snd-aloop): what is played at one end is heard at the other.

The two ends are one wire: while somebody plays in a format, the other end offers no other one.
"""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import pytest

from tests.integration.recorder.conftest import Bench

MICROPHONE = "Loopback: PCM (hw:0,1)"
TONE_HZ = 1000.0
RATE_HZ = 48_000
_CARD = Path("/proc/asound/Loopback")
_DRIVER = Path("/sys/bus/platform/drivers/snd_aloop")
_DEVICE = "snd_aloop.0"
_TONE_S = 60

needs_loopback = pytest.mark.skipif(
    not _CARD.exists() or shutil.which("aplay") is None,
    reason="needs the kernel's loopback sound card (modprobe snd-aloop) and aplay",
)


@dataclass(frozen=True, slots=True)
class Format:
    """How the player plays: the only format in which the other end can be opened."""

    rate_hz: int
    channels: int = 2
    kind: str = "S16_LE"

    def __str__(self) -> str:
        return f"{self.kind}-{self.rate_hz}-{self.channels}"

    def tone(self) -> bytes:
        """A second of a sine of half the full scale, in this format."""
        times = np.arange(self.rate_hz) / self.rate_hz
        sine = np.repeat(0.5 * np.sin(2 * np.pi * TONE_HZ * times), self.channels)
        if self.kind == "FLOAT_LE":
            return sine.astype("<f4").tobytes()
        if self.kind == "S16_LE":
            return (sine * 0x7FFF).astype("<i2").tobytes()
        whole = (sine * 0x7FFFFFFF).astype("<i4")
        if self.kind == "S32_LE":
            return whole.tobytes()
        assert self.kind == "S24_3LE"
        return whole.view(np.uint8).reshape(-1, 4)[:, 1:].tobytes()


USUAL = Format(48_000)


@contextmanager
def playing(folder: Path, form: Format = USUAL) -> Iterator[None]:
    """Somebody plays a tone into the card."""
    tone = folder / "tone.raw"
    tone.write_bytes(form.tone() * _TONE_S)
    shape = ["-t", "raw", "-f", form.kind, "-r", str(form.rate_hz), "-c", str(form.channels)]
    card = ["-D", "hw:Loopback,0,0", "--buffer-time=500000"]
    with subprocess.Popen(["aplay", "-q", *card, *shape, str(tone)]) as player:
        try:
            yield
        finally:
            player.kill()


@contextmanager
def unplugged() -> Iterator[None]:
    """The card is gone, and back afterwards. Its driver waits until every handle is closed."""
    with subprocess.Popen(["sh", "-c", f"echo {_DEVICE} > {_DRIVER}/unbind"]) as unbinding:
        try:
            yield
        finally:
            unbinding.wait(30)
            (_DRIVER / "bind").write_text(_DEVICE)


def sound_of(bench: Bench) -> np.ndarray:
    """All sound of a recording, full scale at 1."""
    pieces = []
    for path in bench.folder.segments().values():
        with av.open(path) as container:
            pieces += [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
    return np.concatenate(pieces)


def loudest_hz(sound: np.ndarray) -> float:
    """The pitch of a tone."""
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return float(np.fft.rfftfreq(len(sound), 1 / RATE_HZ)[np.argmax(spectrum)])


def peaks(sound: np.ndarray) -> np.ndarray:
    """The highest value in each 10 ms."""
    piece = RATE_HZ // 100
    whole = sound[: len(sound) // piece * piece].reshape(-1, piece)
    return np.asarray(np.abs(whole).max(axis=1))


def usual_peak(sound: np.ndarray) -> float:
    """How loud a tone is, whatever happens at its ends."""
    return float(np.median(peaks(sound)))


def silence_s(sound: np.ndarray) -> float:
    """How much of it is no tone, in seconds."""
    return float((peaks(sound) < 0.05).sum()) / 100
