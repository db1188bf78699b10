"""What people hear of a recorder that is gone, and when they hear of it again. Pure.

It starts and ends no recorder: that is the supervision's.
"""

from collections.abc import Mapping
from typing import Final

from desktop import reopening, watchdog
from desktop.recording.errors import DeviceBusy, DeviceLost, PictureFrozen
from desktop.recording.model import Failed, PartLost
from desktop.supervisor_events import RecorderLost

DIED: Final = (
    "The recorder stopped unexpectedly. What was recorded is safe; another recorder is being"
    " started, and the gap is noted."
)
SENTENCES: Final[Mapping[str, str]] = {
    watchdog.HANGS: (
        "The recorder did not answer any more. What was recorded is safe; another recorder is"
        " being started, and the gap is noted."
    ),
    watchdog.NO_PICTURE: (
        "The camera gives no picture any more. What was recorded is safe; waiting for it to come"
        " back, and the gap is noted."
    ),
}
"""By what the watchdog found."""
NEVER_WORKED: Final = Failed(
    "recorder_died",
    "The recorder cannot work",
    "The recorder stopped each time it was started, before the first picture."
    " Nothing was recorded. Choose another camera or microphone, or restart the"
    " computer.",
)
_BUSY: Final = (
    "Another program uses the camera now. What was recorded is safe. Close that program: the"
    " recording goes on as soon as the camera is free, and the gap is noted."
)
_PART_REASONS: Final[Mapping[str, str]] = {
    DeviceLost.code: watchdog.NO_PICTURE,
    PictureFrozen.code: reopening.REASON,
}


def gap_reason(lost: PartLost) -> str:
    """What the gap after a lost part is called."""
    return _PART_REASONS.get(lost.code, watchdog.HANGS)


def sentence_of(failed: Failed) -> str:
    """What people read of a source that failed and worked before."""
    return _BUSY if failed.code == DeviceBusy.code else failed.sentence


class Losses:
    """What was told about the recorder or its camera while it is gone."""

    def __init__(self) -> None:
        self._told: str | None = None
        self._changing: str | None = None
        """What was told of a choice; whatever fails after it is news."""

    def news(self, sentence: str, *, by_choice: bool) -> RecorderLost | None:
        """The event to tell, or None where people know already that something is gone."""
        is_news = self._told in (None, self._changing) or sentence == _BUSY != self._told
        if not is_news:
            return None
        self._told = sentence
        self._changing = sentence if by_choice else None
        return RecorderLost(sentence, by_choice)

    def end(self) -> bool:
        """Nothing is gone any more; whether people were told that something was."""
        was_told, self._told = self._told is not None, None
        return was_told
