"""What the quality check's process is told and answers, and how it counts its looks. Pure.

A recording's looks are counted as they come, so that the answer is ready however long it was; the
newest are kept back, for the end of a recording is known only a moment after it.
"""

from collections import deque
from dataclasses import dataclass
from typing import Final

from holdfast.quality import Look, PictureCounts

KEPT_BACK_S: Final = 10.0
"""A recording ends within 5 s of the stop, so this much later nothing before it is in doubt."""


@dataclass(frozen=True, slots=True)
class Begin:
    """A recording began at this monotonic time: count from there, and nothing of before."""

    from_ns: int


@dataclass(frozen=True, slots=True)
class Pause:
    """The recording paused at this monotonic time: what is seen from there on is not in it."""

    from_ns: int


@dataclass(frozen=True, slots=True)
class Resume:
    """The recording went on at this monotonic time."""

    from_ns: int


@dataclass(frozen=True, slots=True)
class Watch:
    """Whether to look also while nothing is recorded: somebody wants to see what is seen."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """The recording ended at this monotonic time: answer with what was seen. Numbered."""

    number: int
    until_ns: int


@dataclass(frozen=True, slots=True)
class Watching:
    """Word of the process: it is ready to look."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Word of the process: what the looks of a recording showed, to the `Ask` of this number."""

    number: int
    counts: PictureCounts


class LookCounter:
    """Counts the looks of one recording after the other."""

    def __init__(self) -> None:
        self._from_ns: int | None = None
        """None while nothing is recorded."""
        self._counted = PictureCounts()
        self._newest: deque[Look] = deque()

    @property
    def is_counting(self) -> bool:
        """Whether something is being recorded at the moment."""
        return self._from_ns is not None

    @property
    def kept_back(self) -> int:
        """How many looks are held in memory."""
        return len(self._newest)

    def begin(self, begin: Begin) -> None:
        """Forget what was, and count from here on."""
        self._from_ns = begin.from_ns
        self._counted = PictureCounts()
        self._newest.clear()

    def pause(self, pause: Pause) -> None:
        """Count nothing from there on, until it goes on."""
        self._from_ns = None
        self._newest = deque(each for each in self._newest if each.time_ns < pause.from_ns)

    def resume(self, resume: Resume) -> None:
        """Count again from there on."""
        self._from_ns = resume.from_ns

    def add(self, look: Look) -> None:
        """Take a look in, if it is one at the recording. In the order of their times."""
        if self._from_ns is None or look.time_ns < self._from_ns:
            return
        self._newest.append(look)
        while look.time_ns - self._newest[0].time_ns > KEPT_BACK_S * 1e9:
            self._counted = self._counted.and_look(self._newest.popleft())

    def end(self, ask: Ask) -> PictureCounts:
        """What the recording's looks showed; nothing more is counted."""
        counts = self._counted
        for look in self._newest:
            if look.time_ns <= ask.until_ns:
                counts = counts.and_look(look)
        self._from_ns = None
        self._newest.clear()
        return counts
