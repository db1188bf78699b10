"""Run as a process of its own: plays samples from standard input, and says when each is heard.

Kept apart because PortAudio, or a sound driver beneath it, may hang or abort the process. Run it
through `sound_out.SoundOut`. Arguments: rate in hertz, channels. Input: messages of a kind (one
byte), a length (four bytes, big end first) and so many bytes. `F` forgets what was not heard yet,
its four bytes name the run that begins; `D` brings int16 samples of it. Output: JSON lines, the
first one `{"ready": true}`.
"""

import json
import queue
import struct
import sys
import threading
from typing import Any, BinaryIO, Final

import sounddevice

from holdfast.clock import SystemClock

HEADER: Final = struct.Struct(">cI")
RUN: Final = struct.Struct(">I")
_MOST_LATENCY_S: Final = 2.0
"""What a driver says beyond this is nonsense."""


class Output:
    """What waits to be heard, and how much of this run was."""

    def __init__(self, rate_hz: int, channels: int) -> None:
        self.rate_hz = rate_hz
        self.channels = channels
        self.reports: queue.SimpleQueue[dict[str, int] | None] = queue.SimpleQueue()
        self._frame_bytes = 2 * channels
        self._lock = threading.Lock()
        self._waiting = bytearray()
        self._run = 0
        self._played = 0
        self._clock = SystemClock()

    def forget(self, run: int) -> None:
        with self._lock:
            self._waiting.clear()
            self._run, self._played = run, 0

    def add(self, data: bytes) -> None:
        with self._lock:
            self._waiting += data

    def fill(self, out: Any, count: int, times: Any, _status: object) -> None:
        """PortAudio's callback: gives what there is, then silence, and notes when it is heard."""
        latency_s = min(_MOST_LATENCY_S, max(0.0, times.outputBufferDacTime - times.currentTime))
        at_ns = self._clock.monotonic_ns() + int(latency_s * 1e9)
        with self._lock:
            data = bytes(self._waiting[: count * self._frame_bytes])
            del self._waiting[: len(data)]
            run, first = self._run, self._played
            self._played += len(data) // self._frame_bytes
            last = self._played
        out[: len(data)] = data
        out[len(data) :] = bytes(count * self._frame_bytes - len(data))
        if last > first:
            self.reports.put({"run": run, "first": first, "last": last, "at_ns": at_ns})


def _listen(output: Output, source: BinaryIO) -> None:
    while len(head := source.read(HEADER.size)) == HEADER.size:
        kind, size_bytes = HEADER.unpack(head)
        data = source.read(size_bytes)
        if kind == b"F":
            output.forget(RUN.unpack(data)[0])
        else:
            output.add(data)
    output.reports.put(None)


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Play until standard input ends. Raises whatever the sound system raises."""
    output = Output(int(sys.argv[1]), int(sys.argv[2]))
    with sounddevice.RawOutputStream(
        samplerate=output.rate_hz,
        channels=output.channels,
        dtype="int16",
        latency="low",
        callback=output.fill,
    ):
        threading.Thread(target=_listen, args=(output, sys.stdin.buffer), daemon=True).start()
        _say({"ready": True})
        while (report := output.reports.get()) is not None:
            _say(report)


if __name__ == "__main__":
    main()
