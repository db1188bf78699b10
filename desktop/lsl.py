"""Markers of other programs on the Lab Streaming Layer become markers in the recording.

Optional: it needs pylsl and the setting `lsl.enabled`. It owns a thread that finds marker streams
and reads them; what is recorded, and whether anything is, is the station's.
"""

import logging
import threading
from collections.abc import Callable
from typing import Any

from desktop.recording.frame_times import lsl_ahead_ns, lsl_module
from holdfast.clock import Clock

_log = logging.getLogger(__name__)

MARKER_TYPE = "Markers"
NAME_MAX = 200
_READ_EVERY_S = 0.02
_FIND_EVERY_READS = 25
_SYNC_EVERY_READS = 250
_PATIENCE_S = 2.0

Mark = Callable[[str, str, int], None]
"""Notes a marker: its name, its source, its monotonic time in nanoseconds."""


class _Stream:
    """One marker stream of somebody else's."""

    def __init__(self, pylsl: Any, info: Any, clock: Clock) -> None:
        self._pylsl = pylsl
        self._clock = clock
        self.name = f"lsl:{info.name()}"
        # Without `recover` a stream that ends says so; one that comes back is found anew.
        self._inlet = pylsl.StreamInlet(info, recover=False)
        self._inlet.open_stream(timeout=_PATIENCE_S)
        self._shift_s = 0.0
        self.synchronise()

    def synchronise(self) -> None:
        """Measure by how much the sender's clock differs from ours. Raises pylsl's errors."""
        correction_s = self._inlet.time_correction(timeout=_PATIENCE_S)
        self._shift_s = correction_s - lsl_ahead_ns(self._pylsl, self._clock) / 1e9

    def read(self) -> list[tuple[str, int]]:
        """Markers that have arrived: name and monotonic time in nanoseconds."""
        found: list[tuple[str, int]] = []
        while True:
            sample, stamp_s = self._inlet.pull_sample(timeout=0.0)
            if sample is None:
                return found
            name = ", ".join(text for text in sample if text).strip()[:NAME_MAX]
            if name:
                found.append((name, round((stamp_s + self._shift_s) * 1e9)))

    def close(self) -> None:
        self._inlet.close_stream()


class MarkerListener:
    """Listens between `start` and `close`. `mark` is called from its thread."""

    def __init__(self, pylsl: Any, mark: Mark, clock: Clock) -> None:
        self._pylsl = pylsl
        self._mark = mark
        self._clock = clock
        self._streams: dict[str, _Stream] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="lsl", daemon=True)

    @property
    def streams(self) -> tuple[str, ...]:
        """The marker sources that are listened to now."""
        return tuple(each.name for each in list(self._streams.values()))

    def start(self) -> None:
        self._thread.start()

    def close(self, timeout_s: float = 2 * _PATIENCE_S) -> None:
        """Listen to nobody any more."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def _run(self) -> None:
        resolver = self._pylsl.ContinuousResolver("type", MARKER_TYPE)
        reads = 0
        while not self._stop.wait(_READ_EVERY_S):
            if reads % _FIND_EVERY_READS == 0:
                self._find(resolver.results())
            self._read_all(synchronise=reads % _SYNC_EVERY_READS == _SYNC_EVERY_READS - 1)
            reads += 1
        for stream in self._streams.values():
            stream.close()

    def _find(self, infos: list[Any]) -> None:
        for info in infos:
            if info.channel_format() != self._pylsl.cf_string or info.uid() in self._streams:
                continue
            try:
                self._streams[info.uid()] = _Stream(self._pylsl, info, self._clock)
            except (RuntimeError, TimeoutError) as error:
                _log.info("the marker stream %s cannot be read yet (%s)", info.name(), error)
            else:
                _log.info("markers of the stream %s are noted", info.name())

    def _read_all(self, *, synchronise: bool) -> None:
        for uid, stream in list(self._streams.items()):
            try:
                for name, at_ns in stream.read():
                    self._mark(name, stream.name, at_ns)
                if synchronise:
                    stream.synchronise()
            except (RuntimeError, TimeoutError) as error:
                _log.info("the marker stream %s is gone (%s)", stream.name, error)
                del self._streams[uid]


def marker_listener(mark: Mark, clock: Clock) -> MarkerListener | None:
    """A listener, not started; None where there is no Lab Streaming Layer."""
    pylsl = lsl_module()
    return MarkerListener(pylsl, mark, clock) if pylsl is not None else None
