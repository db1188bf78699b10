"""The computer's loudspeaker, as playback uses it: takes samples and knows which is heard now.

It owns the child process that plays: native sound code may hang or abort. Where it does either,
`failed` says so and whoever plays goes on without sound.
"""

import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop.playback.reel import Sound
from holdfast.clock import Clock

_log = logging.getLogger(__name__)

CHILD: Final = Path(__file__).with_name("sound_child.py")
START_LIMIT_S: Final = 4.0
"""A sound system that takes longer to open is played without."""
_END_LIMIT_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Heard:
    """Samples `first` to `last` of a run are heard from `at_ns` of the monotonic clock on."""

    run: int
    first: int
    last: int
    at_ns: int

    def position(self, now_ns: int, rate_hz: int) -> float:
        """How much of the run has been heard, in seconds; it never runs ahead of the samples."""
        exact = self.first + (now_ns - self.at_ns) / 1e9 * rate_hz
        return max(0.0, min(float(self.last), exact)) / rate_hz


class SoundOut:
    """One opened output. Methods may be called from any thread; `write` may block for a moment."""

    def __init__(
        self,
        sound: Sound,
        clock: Clock,
        on_change: Callable[[], None],
        child: Path = CHILD,
        *words: str,
    ) -> None:
        self.sound = sound
        self._clock = clock
        self._on_change = on_change
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._run = 0
        self._heard: Heard | None = None
        self._last_s = 0.0
        self._is_ready = self._has_failed = False
        self._started_ns = clock.monotonic_ns()
        self._reader: threading.Thread | None = None
        self._process = self._start(child, words)

    def _start(self, child: Path, more: Sequence[str]) -> "subprocess.Popen[bytes] | None":
        words = [str(self.sound.rate_hz), str(self.sound.channels)]
        try:
            process = subprocess.Popen(
                [sys.executable, "-P", str(child), *words, *more],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError:
            _log.exception("no sound can be played back")
            self._has_failed = True
            return None
        self._reader = threading.Thread(
            target=self._read, args=(process,), name="heard", daemon=True
        )
        self._reader.start()
        return process

    @property
    def is_ready(self) -> bool:
        """Whether what is written will be heard."""
        return self._is_ready and not self._has_failed

    @property
    def has_failed(self) -> bool:
        """Whether nothing will be heard, or nothing any more."""
        late_ns = self._clock.monotonic_ns() - self._started_ns - int(START_LIMIT_S * 1e9)
        return self._has_failed or (not self._is_ready and late_ns > 0)

    def begin(self) -> int:
        """Forget what was not heard yet and begin a new run; returns its number."""
        with self._lock:
            self._run += 1
            self._heard, self._last_s = None, 0.0
            run = self._run
        self._send(b"F", run.to_bytes(4, "big"))
        return run

    def write(self, run: int, data: bytes) -> None:
        """Interleaved int16 samples of this run; those of an earlier run are thrown away."""
        if run == self._run:
            self._send(b"D", data)

    def heard_s(self) -> float:
        """How much of this run has been heard, in seconds. It never goes back."""
        with self._lock:
            if self._heard is not None:
                now_s = self._heard.position(self._clock.monotonic_ns(), self.sound.rate_hz)
                self._last_s = max(self._last_s, now_s)
            return self._last_s

    def close(self) -> None:
        """Be silent and let the process go."""
        process, self._process = self._process, None
        if process is None:
            return
        self._has_failed = True
        process.kill()
        process.wait(_END_LIMIT_S)
        if self._reader is not None:
            self._reader.join(_END_LIMIT_S)

    def _send(self, kind: bytes, data: bytes) -> None:
        process = self._process
        if process is None or process.stdin is None:
            return
        try:
            with self._writing:
                process.stdin.write(kind + len(data).to_bytes(4, "big") + data)
                process.stdin.flush()
        except (OSError, ValueError):
            # It has ended; its reader says why.
            self._has_failed = True

    def _read(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        with process.stdout, process.stderr:
            for line in process.stdout:
                self._take(json.loads(line))
            said = process.stderr.read().decode(errors="replace").strip().splitlines()
        self._has_failed, has_ended_by_itself = True, not self._has_failed
        self._close_input(process)
        if has_ended_by_itself:
            process.wait()
            _log.warning("sound cannot be played back: %s", said[-1:])
        self._on_change()

    def _close_input(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None
        try:
            with self._writing:
                process.stdin.close()
        except OSError:
            # What was not written yet has nobody to go to.
            _log.debug("the loudspeaker's process was gone before its input was closed")

    def _take(self, line: dict[str, Any]) -> None:
        if "ready" in line:
            self._is_ready = True
        else:
            with self._lock:
                if line["run"] == self._run:
                    self._heard = Heard(**line)
        self._on_change()
