"""The alarm is heard: played by a child process on a private sound server, and listened to."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from desktop.alarm_sound import ALARM, Speaker, Tone, length_s
from tests.pulse import RATE_HZ, SINK, Pulse, pulse
from tests.support.chain import wait_for

__all__ = ["pulse"]

Sound = npt.NDArray[np.float64]


class Ear:
    """Everything that came out of the sink."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def sound(self) -> Sound:
        data = self._file.read_bytes()
        return np.frombuffer(data[: len(data) // 2 * 2], np.int16) / 32_768

    def seconds_of(self, frequency_hz: float) -> float:
        """How long this frequency, and hardly anything else, was heard."""
        window = RATE_HZ // 50
        sound = self.sound()
        pieces = sound[: len(sound) // window * window].reshape(-1, window)
        loud = [piece for piece in pieces if np.sqrt(np.mean(piece**2)) > 0.05]
        hits = [piece for piece in loud if abs(_loudest_hz(piece) - frequency_hz) < 30]
        return len(hits) * window / RATE_HZ


def _loudest_hz(piece: Sound) -> float:
    spectrum = np.abs(np.fft.rfft(piece * np.hanning(len(piece)), 8192))
    return float(np.argmax(spectrum) * RATE_HZ / 8192)


@contextmanager
def listening(pulse: Pulse, file: Path) -> Iterator[Ear]:
    """Record what comes out of the sink while the block runs."""
    words = ["parec", f"--device={SINK}.monitor", "--raw", "--channels=1"]
    words += [f"--rate={RATE_HZ}", "--format=s16le", "--latency-msec=50"]
    with (
        file.open("wb") as output,
        subprocess.Popen(words, stdout=output, env={**os.environ, **pulse.environment}) as parec,
    ):
        try:
            wait_for(lambda: file.stat().st_size > 0, "the ear hears silence")
            yield Ear(file)
        finally:
            parec.terminate()


@pytest.mark.audio
def test_the_alarm_is_heard_and_no_longer_than_it_should_be(pulse: Pulse, tmp_path: Path) -> None:
    speaker = Speaker()
    with listening(pulse, tmp_path / "heard") as ear:
        assert speaker.play(ALARM)
        wait_for(lambda: not speaker.is_playing, "the pattern has been played")
        wait_for(lambda: ear.seconds_of(740) > 0.15, "the alarm's last tone")

    assert ear.seconds_of(988) == pytest.approx(0.24, abs=0.1)
    assert ear.seconds_of(740) == pytest.approx(0.24, abs=0.1)
    assert length_s(ALARM) < 1.0


@pytest.mark.audio
@pytest.mark.usefixtures("pulse")
def test_one_pattern_at_a_time() -> None:
    speaker = Speaker()

    assert speaker.play((Tone(440, 0.5),))
    assert not speaker.play(ALARM)
    wait_for(lambda: not speaker.is_playing, "the pattern has been played")
    assert speaker.play(ALARM)
    speaker.close()
    wait_for(lambda: not speaker.is_playing, "what is closed has ended")


@pytest.mark.parametrize(
    "fault", ["import os; os.abort()", "import time; time.sleep(60)", "raise SystemExit(3)"]
)
def test_a_sound_system_that_aborts_or_hangs_takes_nobody_along(tmp_path: Path, fault: str) -> None:
    child = tmp_path / "child.py"
    child.write_text(fault)
    speaker = Speaker(child, start_limit_s=0.5)

    began = time.monotonic()
    assert speaker.play(ALARM)
    assert time.monotonic() - began < 5.0
    wait_for(lambda: not speaker.is_playing, "the child is gone")

    assert speaker.play((Tone(440, 0.1),))
    wait_for(lambda: not speaker.is_playing, "the next child is gone")
