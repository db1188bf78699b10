"""Looks at the load while something live is recorded, and says what has to give way.

It joins the ladder with what it needs to see: the queue before the encoder and the memory. The
preview is slowed here; all else is for the recorder to carry out.
"""

from collections.abc import Callable
from typing import Final, Protocol

from desktop.recording.encoding import Encoding, cheaper_than
from desktop.recording.overload import LOOK_EVERY_S, Ladder, Load, Step
from desktop.recording.part import Totals
from holdfast.clock import Clock

_LOOK_NS: Final = round(LOOK_EVERY_S * 1e9)


class Recorded(Protocol):
    """What is looked at of the parts that are being recorded."""

    @property
    def begun(self) -> bool: ...

    @property
    def fill(self) -> float: ...

    @property
    def encoding(self) -> Encoding: ...

    @property
    def camera_gives_jpeg(self) -> bool: ...

    @property
    def totals(self) -> Totals: ...


class MemoryUse(Protocol):
    """What is asked of the computer's memory."""

    def own_bytes(self) -> int: ...

    def available_bytes(self) -> int: ...


class LoadWatch:
    """The load of one recorder. Used by the recorder's thread alone."""

    def __init__(
        self, clock: Clock, memory: MemoryUse, slow_preview: Callable[[bool], None]
    ) -> None:
        self._clock = clock
        self._memory = memory
        self._slow_preview = slow_preview
        self._ladder: Ladder | None = None
        self._looked_ns = 0

    @property
    def sentence(self) -> str | None:
        """What people read while something has given way."""
        return self._ladder.sentence if self._ladder is not None else None

    @property
    def holds_uploads(self) -> bool:
        return self._ladder is not None and self._ladder.holds_uploads

    @property
    def loses_frames(self) -> bool:
        """Whether what gave way was not enough."""
        return self._ladder is not None and self._ladder.loses_frames

    def look(self, recorded: Recorded) -> list[Step]:
        """What is to be done now; nothing before it is time to look again."""
        now_ns = self._clock.monotonic_ns()
        if not recorded.begun or now_ns - self._looked_ns < _LOOK_NS:
            return []
        self._looked_ns = now_ns
        if self._ladder is None:
            self._ladder = Ladder(
                cheaper_than(recorded.encoding, camera_gives_jpeg=recorded.camera_gives_jpeg)
            )
        load = Load(
            recorded.fill,
            self._memory.own_bytes(),
            self._memory.available_bytes(),
            recorded.totals.lost_frames,
        )
        steps = self._ladder.look(now_ns, load)
        if steps:
            self._slow_preview(self._ladder.slows_preview)
        return steps

    def ends(self) -> bool:
        """The recording is over: all is as before; whether anything had given way."""
        had_given_way = self.sentence is not None
        self._ladder = None
        if had_given_way:
            self._slow_preview(False)
        return had_given_way
