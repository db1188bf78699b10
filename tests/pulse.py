"""A microphone made out of nothing: a private PulseAudio with a null sink, for tests marked audio.

What is played into the sink comes out of the microphone. It listens on a socket in the test's own
folder, touches no other sound server, and is ended by its process id.
"""

import math
import os
import struct
import subprocess
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

SINK = "fakemic"
RATE_HZ = 48_000
HALF = 16_000
"""Half of the full scale."""
START_LIMIT_S = 20.0


class Pulse:
    """A running sound server and the environment that leads to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._process: psutil.Process | None = None
        socket = folder / "pulse" / "native"
        self.environment = {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder / "pulse"),
            "PULSE_STATE_PATH": str(folder / "state"),
            "PULSE_SERVER": f"unix:{socket}",
            "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
        }

    def start(self) -> None:
        """Start the server and wait until it answers."""
        for name in ("pulse", "state"):
            (self.folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        lead_to_pulse = "pcm.!default { type pulse }\nctl.!default { type pulse }\n"
        alsa = f"</usr/share/alsa/alsa.conf>\n{lead_to_pulse}"
        (self.folder / "asound.conf").write_text(alsa)
        self._run("pulseaudio", "-n", "--daemonize=yes", "--exit-idle-time=-1", *self._modules())
        pid_file = self.folder / "pulse" / "pid"
        deadline = time.monotonic() + START_LIMIT_S
        while time.monotonic() < deadline:
            if pid_file.exists() and self._answers():
                self._run("pactl", "set-default-source", "mic")
                self._process = psutil.Process(int(pid_file.read_text()))
                return
            time.sleep(0.1)
        raise AssertionError(f"PulseAudio did not start: {(self.folder / 'log').read_text()}")

    def stop(self) -> None:
        """End the server by its process id; every microphone of it is gone."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(10)
        except psutil.TimeoutExpired:
            process.kill()

    def _modules(self) -> list[str]:
        named = "source_name=mic source_properties=device.description=TestMic"
        modules = [
            f"module-native-protocol-unix auth-anonymous=1 socket={self.folder}/pulse/native",
            f"module-null-sink sink_name={SINK} rate={RATE_HZ} channels=2",
            f"module-remap-source master={SINK}.monitor {named}",
        ]
        log = f"--log-target=newfile:{self.folder}/log"
        return ["--disallow-exit", log, *[part for each in modules for part in ("-L", each)]]

    @contextmanager
    def playing(
        self, frequency_hz: float, seconds: float = 60.0, peak: int = HALF
    ) -> Iterator[None]:
        """Play a tone into the microphone for as long as the block runs."""
        tone = self.folder / "tone.wav"
        write_tone(tone, frequency_hz, seconds, peak=peak)
        with subprocess.Popen(
            ["paplay", f"--device={SINK}", tone], env={**os.environ, **self.environment}
        ) as player:
            try:
                yield
            finally:
                player.terminate()

    def _answers(self) -> bool:
        done = subprocess.run(
            ["pactl", "info"],
            env={**os.environ, **self.environment},
            capture_output=True,
            check=False,
            timeout=START_LIMIT_S,
        )
        return done.returncode == 0

    def _run(self, *command: str) -> None:
        subprocess.run(
            command,
            env={**os.environ, **self.environment},
            check=True,
            capture_output=True,
            timeout=START_LIMIT_S,
        )


def write_tone(
    path: Path, frequency_hz: float, seconds: float, rate_hz: int = RATE_HZ, peak: int = HALF
) -> None:
    """A stereo sine as a WAV file; a `peak` above 32767 is cut off there."""
    wave_length = round(rate_hz / math.gcd(rate_hz, round(frequency_hz)))
    step = 2 * math.pi * frequency_hz / rate_hz
    wave_form = [round(peak * math.sin(step * n)) for n in range(wave_length)]
    samples = [max(-32_768, min(each, 32_767)) for each in wave_form]
    period = b"".join(struct.pack("<hh", each, each) for each in samples)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(period * round(seconds * rate_hz / wave_length))


@pytest.fixture
def pulse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    """A private sound server, found by this process and its children."""
    server = Pulse(tmp_path / "sound")
    server.start()
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    yield server
    server.stop()
