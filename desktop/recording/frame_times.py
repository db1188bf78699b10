"""Publishes when each recorded picture was taken, as a stream of the Lab Streaming Layer.

Optional: without pylsl there is no stream, and recording works as ever. It belongs to the recorder
process, which alone knows every picture; it records nothing and never waits for a listener.
"""

import logging
from typing import TYPE_CHECKING, Any, Final

from holdfast.clock import Clock

if TYPE_CHECKING:
    from pylsl import StreamOutlet

_log = logging.getLogger(__name__)

STREAM_NAME: Final = "Holdfast frames"
STREAM_TYPE: Final = "VideoFrames"
CHANNELS: Final = ("frame", "t_s")
"""The picture's number in its recording, from 0, and its time on the recording's clock."""
_TRIES: Final = 5


def lsl_module() -> Any | None:
    """pylsl with the library that it needs, or None where either is not installed."""
    try:
        import pylsl
    except (ImportError, OSError, RuntimeError) as error:
        _log.warning("Lab Streaming Layer cannot be used (%s); pip install 'holdfast[lsl]'", error)
        return None
    return pylsl


def lsl_ahead_ns(pylsl: Any, clock: Clock) -> int:
    """How far LSL's local clock is ahead of our monotonic clock, nanoseconds.

    Of several readings the one that took least time counts: the error is at most half of it.
    """
    best: tuple[int, int] | None = None
    for _ in range(_TRIES):
        before_ns = clock.monotonic_ns()
        local_ns = round(pylsl.local_clock() * 1e9)
        after_ns = clock.monotonic_ns()
        found = (after_ns - before_ns, local_ns - (before_ns + after_ns) // 2)
        best = found if best is None else min(best, found)
    assert best is not None
    return best[1]


class FrameTimes:
    """One stream for the life of a recorder: a sample for each picture that is recorded."""

    def __init__(self, pylsl: Any, source: str, clock: Clock) -> None:
        self._pylsl = pylsl
        self._clock = clock
        info = pylsl.StreamInfo(
            STREAM_NAME,
            STREAM_TYPE,
            len(CHANNELS),
            pylsl.IRREGULAR_RATE,
            pylsl.cf_double64,
            f"holdfast-frames-{source}",
        )
        channels = info.desc().append_child("channels")
        for name in CHANNELS:
            channels.append_child("channel").append_child_value("label", name)
        info.desc().append_child_value("source", source)
        self._outlet: StreamOutlet = pylsl.StreamOutlet(info)
        self._ahead_ns = lsl_ahead_ns(pylsl, clock)

    def publish(self, frame: int, t_s: float, captured_ns: int) -> None:
        """Tell of one picture, taken at monotonic `captured_ns`. Never waits."""
        self._outlet.push_sample([float(frame), t_s], (captured_ns + self._ahead_ns) / 1e9)


def frame_times(source: str, clock: Clock) -> FrameTimes | None:
    """The stream of a recorder of this source; None where there is no Lab Streaming Layer."""
    pylsl = lsl_module()
    return FrameTimes(pylsl, source, clock) if pylsl is not None else None
