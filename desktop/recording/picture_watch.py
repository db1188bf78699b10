"""Whether the picture that arrives can be what was meant: the same again and again, or black.

Fed with every frame of a live source, so it must stay cheap: it looks ten times a second and keeps
one frame. What is black is found by whoever asks, on that thread. It reads no clock: times are the
frames'. What is wrong is one word, and the sentence that people read.

A camera's noise makes each of its pictures differ from the one before; a computer's screen on a
grabber, or a stream of still pictures, repeats them to the bit and is well. So a picture that
repeats counts as frozen only where the source was seen to change all the time before. One that
never changed at all is asked about after half a minute, and one that stood still and went on by
itself more than once may do so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import cv2
import numpy as np

from desktop.recording.errors import PICTURE_FROZEN
from desktop.recording.jpeg import jpeg_size
from desktop.recording.sources import Frame, Pixels

PictureAlarmKind = Literal["frozen", "still", "black"]

LOOK_S: Final = 0.1
FROZEN_S: Final = 2.0
"""The same picture for so long, from a source that always changed."""
STILL_S: Final = 30.0
"""The same picture for so long, from a source that nobody knows yet."""
BLACK_S: Final = 1.0
RESTLESS_S: Final = 2.0
"""A source that changed without a pause for so long is one that always changes."""
PAUSE_S: Final = 0.5
HABIT_S: Final = 1.0
HABIT: Final = 2
"""A source that stood still for `HABIT_S` and went on by itself so often does that."""
SAME_LOOKS: Final = 3
"""A slow camera may give a picture in 2 s; so many looks must have found the same one."""
BLACK_MEAN: Final = 24.0
"""Of 255. A covered lens gives 0 to 16, more where its amplifier is turned up."""
BLACK_SPREAD: Final = 8.0
"""Standard deviation. The darkest room has a lamp or a screen in it; a lens cap has noise only."""
SENTENCES: Final[Mapping[PictureAlarmKind, str]] = {
    "frozen": (
        "The camera sends the same picture again and again. What was recorded is safe. It is"
        " opened anew by itself; if that does not help, unplug it and plug it in again."
    ),
    "still": (
        "The picture has stood still for half a minute. If this camera looks at people, it hangs:"
        " unplug it and plug it in again. What was recorded is safe."
    ),
    "black": (
        "The picture is black. Take off the lens cap, open the camera's shutter, or switch the"
        " light on."
    ),
}
MARKERS: Final[Mapping[PictureAlarmKind | None, str]] = {
    "frozen": PICTURE_FROZEN,
    "still": "picture still",
    "black": "picture black",
    None: "picture well again",
}
DENSE: Final = 0.15
"""Bytes a pixel. Black compresses to a tenth of that; what is larger is decoded less often."""
DENSE_EVERY_S: Final = 1.0
_HEAD: Final = 1024
"""A camera may write the time into the head of a JPEG that shows the same picture."""
_STEP: Final = 16


@dataclass(frozen=True, slots=True)
class _Run:
    """The newest picture and for how long it has been the same."""

    frame: Frame
    since_ns: int
    looks: int
    restless: bool

    @property
    def length_s(self) -> float:
        return (self.frame.time_ns - self.since_ns) / 1e9


class PictureWatch:
    """Take in each frame with `add`, on one thread; ask with `judge`, on one other."""

    def __init__(self, *, always_changes: bool = False) -> None:
        """`always_changes`: this source is known; it need not be learned."""
        self._always_changes = always_changes
        self._due_ns = 0
        self._run: _Run | None = None
        self._restless_since_ns = 0
        self._own_pauses = 0
        self._judged: Frame | None = None
        self._black_since_ns: int | None = None

    def add(self, frame: Frame) -> None:
        """Take in a frame; costs nothing but for every tenth of a second."""
        if frame.time_ns < self._due_ns:
            return
        self._due_ns = frame.time_ns + int(LOOK_S * 1e9)
        run = self._run
        if run is None:
            self._restless_since_ns = frame.time_ns
            self._begin_run(frame)
        elif _is_same(run.frame, frame):
            self._run = _Run(frame, run.since_ns, run.looks + 1, run.restless)
        else:
            self._end_run(run, frame)
            self._begin_run(frame)

    def _begin_run(self, frame: Frame) -> None:
        changed_s = (frame.time_ns - self._restless_since_ns) / 1e9
        restless = self._always_changes or changed_s >= RESTLESS_S
        self._run = _Run(frame, frame.time_ns, 1, restless)

    def _end_run(self, run: _Run, frame: Frame) -> None:
        if run.looks >= SAME_LOOKS and run.length_s >= PAUSE_S:
            self._restless_since_ns = frame.time_ns
            self._own_pauses += run.length_s >= HABIT_S

    def judge(self) -> PictureAlarmKind | None:
        """What is wrong with the picture now; decodes at most one, an eighth of its size."""
        run = self._run
        if run is None:
            return None
        if self._is_black(run):
            return "black"
        if run.looks < SAME_LOOKS or self._own_pauses >= HABIT:
            return None
        if run.restless:
            return "frozen" if run.length_s >= FROZEN_S else None
        return "still" if run.length_s >= STILL_S else None

    def _is_black(self, run: _Run) -> bool:
        frame = run.frame
        if self._judged is None or self._is_worth_judging(self._judged, frame):
            self._judged = frame
            if not _looks_black(frame):
                self._black_since_ns = None
            elif self._black_since_ns is None:
                self._black_since_ns = frame.time_ns
        since_ns = self._black_since_ns
        return since_ns is not None and frame.time_ns - since_ns >= BLACK_S * 1e9

    def _is_worth_judging(self, judged: Frame, frame: Frame) -> bool:
        if frame is judged:
            return False
        width, height = (jpeg_size(frame.jpeg) if frame.jpeg else None) or (0, 0)
        dense = frame.size_bytes > DENSE * width * height > 0
        return not dense or frame.time_ns - judged.time_ns >= DENSE_EVERY_S * 1e9


def _is_same(one: Frame, other: Frame) -> bool:
    if one.jpeg is not None and other.jpeg is not None:
        alike = len(one.jpeg) == len(other.jpeg)
        return alike and one.jpeg[_HEAD:] == other.jpeg[_HEAD:]
    if one.pixels is None or other.pixels is None or one.pixels.shape != other.pixels.shape:
        return False
    return bool(np.array_equal(_sample(one.pixels), _sample(other.pixels)))


def _sample(pixels: Pixels) -> Pixels:
    # Odd steps meet other columns and rows of a pattern that repeats every 8 or 16 pixels.
    return pixels[:: _STEP + 1, :: _STEP - 1]


def _looks_black(frame: Frame) -> bool:
    if frame.jpeg is None:
        seen = None if frame.pixels is None else _sample(frame.pixels)
    else:
        decoded = cv2.imdecode(np.frombuffer(frame.jpeg, np.uint8), cv2.IMREAD_REDUCED_GRAYSCALE_8)
        seen = None if decoded is None else np.asarray(decoded, np.uint8)
    if seen is None or not seen.size:
        return False
    return float(seen.mean()) <= BLACK_MEAN and float(seen.std()) <= BLACK_SPREAD
