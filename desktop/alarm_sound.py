"""Plays short patterns of tones: the staff's alarm, a chime, a beep.

It owns the child process that plays, as native sound code may hang or abort. Nobody waits for it,
and a computer that cannot play sound loses nothing but the sound.
"""

import json
import logging
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_log = logging.getLogger(__name__)

CHILD: Final = Path(__file__).with_name("sound_child.py")
START_LIMIT_S: Final = 6.0
"""Beyond the pattern's own length: opening a sound system may take seconds."""


@dataclass(frozen=True, slots=True)
class Tone:
    """`frequency_hz` 0 is silence; `loudness` is 0 to 1 of full scale."""

    frequency_hz: float
    seconds: float
    loudness: float = 0.5


Pattern = tuple[Tone, ...]

ALARM: Final[Pattern] = (
    Tone(988, 0.12),
    Tone(0, 0.06),
    Tone(988, 0.12),
    Tone(0, 0.06),
    Tone(740, 0.24),
)
"""Staff should come: 0.6 s, so that little of it gets into the recording's sound."""
CHIME: Final[Pattern] = (Tone(659, 0.15, 0.25), Tone(523, 0.3, 0.2))
"""A friendly reminder."""


def length_s(pattern: Pattern) -> float:
    """How long a pattern sounds, in seconds."""
    return sum(each.seconds for each in pattern)


class Speaker:
    """The computer's default output. Methods may be called from any thread and return at once."""

    def __init__(self, child: Path = CHILD, start_limit_s: float = START_LIMIT_S) -> None:
        self._child = child
        self._start_limit_s = start_limit_s
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None

    def play(self, pattern: Pattern) -> bool:
        """Begin to play; false where something plays already or no process can be started."""
        words = json.dumps([[each.frequency_hz, each.seconds, each.loudness] for each in pattern])
        with self._lock:
            if self._process is not None:
                return False
            try:
                process = subprocess.Popen(
                    [sys.executable, "-P", str(self._child), words],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    text=True,
                )
            except OSError:
                _log.exception("no sound can be played")
                return False
            self._process = process
        limit_s = length_s(pattern) + self._start_limit_s
        threading.Thread(
            target=self._see_to_its_end, args=(process, limit_s), name="speaker", daemon=True
        ).start()
        return True

    @property
    def is_playing(self) -> bool:
        """Whether a pattern is being played."""
        return self._process is not None

    def close(self) -> None:
        """End what plays."""
        with self._lock:
            if self._process is not None:
                self._process.kill()

    def _see_to_its_end(self, process: "subprocess.Popen[str]", limit_s: float) -> None:
        try:
            _, said = process.communicate(timeout=limit_s)
        except subprocess.TimeoutExpired:
            process.kill()
            _, said = process.communicate()
            said = f"it did not end in {limit_s:.0f} s"
        if process.returncode:
            _log.warning("a sound could not be played: %s", said.strip().splitlines()[-1:])
        with self._lock:
            self._process = None
