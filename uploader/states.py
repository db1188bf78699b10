"""The states of what waits in the queue, and what may follow what.

Values only: the database refuses every change that does not stand here.
"""

from enum import StrEnum
from typing import Final


class ItemState(StrEnum):
    """A segment in the queue."""

    PENDING = "pending"
    UPLOADING = "uploading"
    COMPLETED = "completed"
    FAILED = "failed"


class Step(StrEnum):
    """How far a recording has come on its way home."""

    ANNOUNCE = "announce"
    SEGMENTS = "segments"
    FINALISE = "finalise"
    VERIFIED = "verified"
    PLAYABLE = "playable"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    DISCARDED = "discarded"


TRANSITIONS: Final = frozenset(
    {
        (ItemState.PENDING, ItemState.UPLOADING),
        (ItemState.UPLOADING, ItemState.COMPLETED),
        (ItemState.UPLOADING, ItemState.PENDING),
        (ItemState.UPLOADING, ItemState.FAILED),
        (ItemState.FAILED, ItemState.PENDING),
        # Evidence from the receiver: it has the segment already, or does not have it any more.
        (ItemState.PENDING, ItemState.COMPLETED),
        (ItemState.FAILED, ItemState.COMPLETED),
        (ItemState.COMPLETED, ItemState.PENDING),
    }
)
"""Every change of a segment's state that there is. The database refuses any other."""

_UNDERWAY: Final = (Step.ANNOUNCE, Step.SEGMENTS, Step.FINALISE)
STEPS: Final = frozenset(
    {
        (Step.ANNOUNCE, Step.SEGMENTS),
        (Step.SEGMENTS, Step.FINALISE),
        (Step.FINALISE, Step.SEGMENTS),
        (Step.FINALISE, Step.VERIFIED),
        (Step.VERIFIED, Step.PLAYABLE),
        # The receiver forgot the recording.
        (Step.SEGMENTS, Step.ANNOUNCE),
        (Step.FINALISE, Step.ANNOUNCE),
        (Step.VERIFIED, Step.ANNOUNCE),
        # A person pressed Retry.
        (Step.FAILED, Step.ANNOUNCE),
        # A receipt was found on disk, or is gone from it.
        (Step.ANNOUNCE, Step.VERIFIED),
        (Step.SEGMENTS, Step.VERIFIED),
        (Step.FAILED, Step.VERIFIED),
        (Step.PLAYABLE, Step.ANNOUNCE),
    }
    | {(step, Step.FAILED) for step in _UNDERWAY}
    | {(step, Step.DISCARDED) for step in (*_UNDERWAY, Step.FAILED)}
    | {(step, Step.WITHDRAWN) for step in (*_UNDERWAY, Step.FAILED, Step.VERIFIED, Step.PLAYABLE)}
)
"""Every change of a recording's step that there is. The database refuses any other."""

RECORDING_STATES: Final = ("recording", "complete", "interrupted", "discarded")
AT_HOME: Final = frozenset({Step.VERIFIED, Step.PLAYABLE})
"""Steps at which the receiver's checked receipt is stored here."""
LEFT_ALONE: Final = frozenset({Step.WITHDRAWN, Step.DISCARDED})
"""Steps at which nothing more is ever sent, and rightly so."""


class Hold(StrEnum):
    """How a person keeps a single recording from being sent."""

    NONE = ""
    PAUSED = "paused"
    ASIDE = "aside"
    """Not before somebody thinks better of it; it is nobody's business until then."""


class Network(StrEnum):
    """Whether anything can be sent at all."""

    ONLINE = "online"
    OFFLINE = "offline"
    RECEIVER_UNREACHABLE = "receiver_unreachable"
    PAUSED = "paused"
