"""What is done, and in which order, when the encoder falls behind or memory gets short. Pure.

It looks several times a second at how full the queue before the encoder is, and goes down a ladder
before that queue is full: a picture is only lost where no rung is left. Nothing is measured and
nothing is carried out here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from desktop.recording.encoding import Encoding

LOOK_EVERY_S: Final = 0.25
FILLING: Final = 1 / 3
"""A queue that stays as full as this does not empty by itself: one rung, then see."""
URGENT: Final = 1 / 2
"""And rising: the next rung without waiting long for the one before."""
LAST_MOMENT: Final = 3 / 4
"""And not falling: all that is left at once, and of the encodings the cheapest."""
AT_THE_BEGINNING: Final = 0.9
"""The last moment for who looks for the first time."""
PATIENCE_S: Final = 2.0
"""How long a rung has time to help."""
SUSTAINED_S: Final = 1.0
URGENT_PATIENCE_S: Final = 0.5
AHEAD_LOOKS: Final = 1.5
"""A queue that would be full before the look after the next is at its last moment already."""

WELL: Final = 0.1
BACK_AFTER_S: Final = 10.0
"""So long all must be well until uploads, and then the preview, go on as before."""
BACK_MOST_S: Final = 160.0
"""Each time it was too early, the wait is doubled, up to this."""

RECORDER_MOST_BYTES: Final = 320 << 20
"""A recorder that takes more than this is in trouble: at 1080p, with full queues, it takes less."""
AVAILABLE_LEAST_BYTES: Final = 256 << 20
"""With less left for all programs, the computer begins to swap, and then pictures are lost."""
MEMORY_WELL: Final = 1.5

_BEHIND: Final = "The computer is too slow for this recording. "


class Rung(Enum):
    """What gives way, in this order."""

    PREVIEW = "preview"
    UPLOADS = "uploads"
    ENCODING = "encoding"


@dataclass(frozen=True, slots=True)
class Load:
    """What is measured: how full the frames' queue is (0 to 1), memory in bytes, what is lost."""

    fill: float
    recorder_bytes: int = 0
    available_bytes: int = 1 << 40
    lost_frames: int = 0
    """All that this recording has lost so far."""

    @property
    def is_short_of_memory(self) -> bool:
        return (
            self.recorder_bytes > RECORDER_MOST_BYTES
            or self.available_bytes < AVAILABLE_LEAST_BYTES
        )

    @property
    def has_memory_to_spare(self) -> bool:
        return (
            self.recorder_bytes * MEMORY_WELL < RECORDER_MOST_BYTES
            and self.available_bytes > AVAILABLE_LEAST_BYTES * MEMORY_WELL
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """A rung that was taken: `encoding` is the new part's, None for what is no encoding."""

    rung: Rung
    marker: str
    encoding: Encoding | None = None


@dataclass(frozen=True, slots=True)
class GivenBack:
    """The preview or uploads go on as before."""

    rung: Rung
    marker: str


Step = Taken | GivenBack

_TAKEN: Final = {Rung.PREVIEW: "preview slowed", Rung.UPLOADS: "uploads paused"}
_BACK: Final = {Rung.PREVIEW: "preview as before", Rung.UPLOADS: "uploads go on"}
_SHORT: Final = " (memory is short)"


class Ladder:
    """The ladder of one recording. `look` is called with a clock that only goes forward.

    The encoding never goes back before the recording ends: each change is a new part, and a
    computer that was too slow once will be so again when the picture moves as much.
    """

    def __init__(self, encodings: Sequence[Encoding]) -> None:
        """`encodings` are those that can still be taken, the costlier first."""
        self._encodings = list(encodings)
        self._held: list[Rung] = []
        self._last_fill: float | None = None
        self._filling_since_ns: int | None = None
        self._well_since_ns: int | None = None
        self._taken_ns: int | None = None
        self._back_after_s = BACK_AFTER_S
        self._lost_when_well = 0
        self.loses_frames = False
        """Whether pictures were lost since something had to give way."""
        self.sentence: str | None = None
        """What people read while something has given way; None while all is as it should be."""

    @property
    def holds_uploads(self) -> bool:
        return Rung.UPLOADS in self._held

    @property
    def slows_preview(self) -> bool:
        return Rung.PREVIEW in self._held

    @property
    def is_exhausted(self) -> bool:
        """Whether nothing is left to give way."""
        return not self._encodings and len(self._held) == len(_TAKEN)

    def look(self, now_ns: int, load: Load) -> list[Step]:
        """What to do now, in this order."""
        steps: list[Step] = []
        if not self._held:
            self._lost_when_well = load.lost_frames
        if load.is_short_of_memory and not self.holds_uploads:
            steps.append(self._take(Rung.UPLOADS, now_ns, _SHORT))
        rungs_due = self._due(now_ns, load.fill)
        while rungs_due and not self.is_exhausted:
            rungs_due -= 1
            steps.append(self._next(now_ns, at_the_last_moment=rungs_due > 0))
        if not steps:
            steps += self._give_back(now_ns, load)
        self._last_fill = load.fill
        self.loses_frames = bool(self._held) and load.lost_frames > self._lost_when_well
        self.sentence = self._sentence()
        return steps

    def _due(self, now_ns: int, fill: float) -> int:
        """How many rungs are due."""
        rise = 0.0 if self._last_fill is None else fill - self._last_fill
        # An encoder that has just been opened lets pictures wait for a moment, and catches up.
        last_moment = AT_THE_BEGINNING if self._last_fill is None else LAST_MOMENT
        if fill < FILLING:
            self._filling_since_ns = None
        elif self._filling_since_ns is None:
            self._filling_since_ns = now_ns
        everything = len(self._encodings) + len(_TAKEN)
        if rise < 0:
            return 0
        if rise > 0 and fill + AHEAD_LOOKS * rise >= 1:
            return everything
        had_time = self._has_passed(self._taken_ns, now_ns, URGENT_PATIENCE_S)
        if fill >= last_moment:
            return everything if had_time else 0
        if self._filling_since_ns is None:
            return 0
        if fill >= URGENT:
            # What costs nobody anything goes together.
            return max(1, len(_TAKEN) - len(self._held)) if had_time else 0
        patient = self._has_passed(self._taken_ns, now_ns, PATIENCE_S)
        return int(patient and self._has_passed(self._filling_since_ns, now_ns, SUSTAINED_S))

    def _has_passed(self, since_ns: int | None, now_ns: int, seconds: float) -> bool:
        return since_ns is None or now_ns - since_ns >= seconds * 1e9

    def _next(self, now_ns: int, *, at_the_last_moment: bool) -> Taken:
        for rung in _TAKEN:
            if rung not in self._held:
                return self._take(rung, now_ns)
        self._taken_ns = now_ns
        # There is no time to find out whether the next one would do.
        encoding = self._encodings[-1 if at_the_last_moment else 0]
        del self._encodings[: self._encodings.index(encoding) + 1]
        marker = (
            "camera's own pictures"
            if encoding.copies
            else f"faster encoding: {encoding.preset or encoding.encoder}"
            + (" (plain)" if encoding.plain else "")
        )
        return Taken(Rung.ENCODING, marker, encoding)

    def _take(self, rung: Rung, now_ns: int, why: str = "") -> Taken:
        self._taken_ns = now_ns
        self._held.append(rung)
        return Taken(rung, _TAKEN[rung] + why)

    def _give_back(self, now_ns: int, load: Load) -> list[Step]:
        if load.fill >= WELL or not load.has_memory_to_spare or not self._held:
            self._well_since_ns = None
            return []
        if self._well_since_ns is None:
            self._well_since_ns = now_ns
        if not self._has_passed(self._well_since_ns, now_ns, self._back_after_s):
            return []
        self._well_since_ns = now_ns
        self._back_after_s = min(self._back_after_s * 2, BACK_MOST_S)
        rung = Rung.UPLOADS if self.holds_uploads else self._held[-1]
        self._held.remove(rung)
        return [GivenBack(rung, _BACK[rung])]

    def _sentence(self) -> str | None:
        if self.loses_frames:
            return _BEHIND + (
                "Pictures are lost, and each is counted. Close other programs, or choose a smaller"
                " picture for the next recording."
            )
        if self.holds_uploads and self.slows_preview:
            return _BEHIND + "Nothing is lost: the preview is slower and sending waits."
        if self.slows_preview:
            return _BEHIND + "Nothing is lost: the preview is slower."
        if self.holds_uploads:
            return "Memory is short. Nothing is lost: sending waits while this is recorded."
        return None
