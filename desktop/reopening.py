"""When a camera that sends the same picture again and again is opened anew. Pure.

A driver that is stuck is often cured by that; one that is not cured would only be torn from its
recording again and again, so the waits grow and the tries are few. It kills nothing and reads no
clock.
"""

from typing import Final

from desktop.recording.errors import PICTURE_FROZEN
from desktop.recording.model import PictureAlarm

WAITS_S: Final = (10.0, 30.0, 90.0)
"""How long a picture stands still before the camera is opened anew, try after try."""
CURED_S: Final = 120.0
"""A picture that stands still so long after the last try is a new fault: the tries begin anew."""
ANSWER_S: Final = 5.0
"""A recorder that was asked to end, and has not by then, is killed."""
REASON: Final = PICTURE_FROZEN
FROZEN: Final = "frozen"
SENTENCE: Final = (
    "The camera sent the same picture again and again and is being opened anew. What was recorded"
    " is safe, and the gap is noted."
)


class Reopening:
    """The picture of one source, from recorder to recorder. Times are monotonic nanoseconds."""

    def __init__(self) -> None:
        self._frozen_ns: int | None = None
        self._asked_ns: int | None = None
        self._last_ns: int | None = None
        self._tries = 0

    def heard(self, alarm: PictureAlarm, now_ns: int) -> None:
        """A recorder said how its picture is."""
        if alarm.kind != FROZEN:
            self._frozen_ns = None
        elif self._frozen_ns is None:
            self._frozen_ns = now_ns
            if self._last_ns is not None and now_ns - self._last_ns > CURED_S * 1e9:
                self._tries = 0

    def recorder_is_gone(self) -> None:
        """Whatever was wrong with its picture is over."""
        self._frozen_ns = self._asked_ns = None

    def is_due(self, now_ns: int) -> bool:
        """Whether to ask the recorder to end now; true once for each try."""
        if self._frozen_ns is None or self._asked_ns is not None or self._tries >= len(WAITS_S):
            return False
        if now_ns - self._frozen_ns < WAITS_S[self._tries] * 1e9:
            return False
        self._asked_ns = self._last_ns = now_ns
        self._tries += 1
        return True

    def is_unanswered(self, now_ns: int) -> bool:
        """Whether the recorder was asked to end and does not."""
        return self._asked_ns is not None and now_ns - self._asked_ns > ANSWER_S * 1e9
