"""States of what waits in the queue, what may follow what, and frozen pictures of it all.

Values only: no SQL, no files, no network. `.to_json()` gives exactly the shapes that `--json`
promises to other programs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from holdfast.clock import rfc3339
from holdfast.jsonform import Json


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


@dataclass(frozen=True, slots=True)
class NetworkStatus:
    """The one global state: what is wrong since when, and when it is looked at again.

    `sentence` is whole but for the next try, which changes by the second.
    """

    state: Network = Network.ONLINE
    since: datetime | None = None
    sentence: str = ""
    next_try_at: datetime | None = None
    by_rule: bool = False
    """Whether a rule forbids to send; that is over by itself at `next_try_at`, if that is known."""
    calls: bool = False
    """Whether it has lasted so long that a person should look."""
    answers: bool = False
    """Whether the receiver does answer, and only takes nothing now: its disk is full, say."""


@dataclass(frozen=True, slots=True)
class SegmentClaim:
    """A segment that this instance alone may send until it settles the claim."""

    token: str
    recording: str
    segment: int
    folder: str
    attempts: int
    mismatches: int
    ask_first: bool
    """Whether the receiver may hold a part of it, so that it is asked before bytes are sent."""


@dataclass(frozen=True, slots=True)
class RecordingClaim:
    """A recording whose next step this instance alone may take until it settles the claim."""

    token: str
    recording: str
    session: str
    folder: str
    step: Step
    attempts: int


@dataclass(frozen=True, slots=True)
class SegmentSnapshot:
    """One segment as the queue knows it; sizes in bytes."""

    segment: int
    state: ItemState
    size_bytes: int
    acknowledged_bytes: int
    attempts: int
    reason: str
    next_try_at: datetime | None

    def to_json(self) -> Json:
        return {
            "segment": self.segment,
            "state": self.state.value,
            "bytes": self.size_bytes,
            "acknowledged_bytes": self.acknowledged_bytes,
            "attempts": self.attempts,
            "why": self.reason,
            "next_try_at": None if self.next_try_at is None else rfc3339(self.next_try_at),
        }


@dataclass(frozen=True, slots=True)
class AttemptSnapshot:
    """One try at sending something, and what came of it; `segment` is None for the recording."""

    segment: int | None
    action: str
    started_at: datetime
    duration_s: float
    sent_bytes: int
    outcome: str
    status: int | None
    reason: str

    def to_json(self) -> Json:
        return {
            "segment": self.segment,
            "action": self.action,
            "started_at": rfc3339(self.started_at),
            "duration_s": self.duration_s,
            "bytes": self.sent_bytes,
            "outcome": self.outcome,
            "status": self.status,
            "why": self.reason,
        }


@dataclass(frozen=True, slots=True)
class Custody:
    """The four lights, each set by evidence alone; `freed` says that copies here were deleted."""

    saved: bool = False
    received_segments: int = 0
    received_bytes: int = 0
    verified: bool = False
    playable: bool = False
    freed: bool = False

    def to_json(self) -> Json:
        return {
            "saved": self.saved,
            "received": {"segments": self.received_segments, "bytes": self.received_bytes},
            "verified": self.verified,
            "playable": self.playable,
            "freed": self.freed,
        }


@dataclass(frozen=True, slots=True)
class RecordingSnapshot:
    """One recording: what it is, where its bytes are, and why they are not further."""

    id: str
    session: str
    participant: str
    prompt: str | None
    take: int
    state: str
    started_at: str
    duration_s: float
    frames: int
    lost_frames: int
    segments: int
    size_bytes: int
    custody: Custody
    why: str
    folder: str
    step: Step
    counts: Mapping[ItemState, int] = field(default_factory=dict)
    attempts: int = 0
    next_try_at: datetime | None = None
    camera: str = ""
    """The camera's name, where it is known."""
    decision: str = "kept"
    """`pending` while somebody has to keep or discard it, `kept`, or `discarded`."""
    undo_until: datetime | None = None
    """Until when a discard can be undone; None where there is nothing to undo."""
    hold: str = Hold.NONE
    """Whether a person keeps it from being sent, a `Hold`."""
    is_first: bool = False
    """Whether somebody wanted it sent before the others."""
    follows_queue: bool = False
    """Whether `why` is its own alone, so that what stops the whole queue is yet to be added."""
    calls: bool = False
    """Whether what is in its way has lasted too long, although it is tried again by itself."""

    @property
    def needs_person(self) -> bool:
        """Whether a person has to act, and nobody has set it aside."""
        return (self.is_failed or self.calls) and self.hold != Hold.ASIDE

    @property
    def is_left_alone(self) -> bool:
        """Whether nothing of it will ever be sent, and rightly so."""
        return self.step in LEFT_ALONE or (
            self.decision == "discarded" and self.step is not Step.FAILED
        )

    @property
    def is_received(self) -> bool:
        """Whether the receiver misses nothing of a recording that has ended."""
        if self.step in AT_HOME:
            return True
        return self.state != "recording" and self.custody.received_segments == self.segments > 0

    @property
    def is_failed(self) -> bool:
        """Whether a person has to act before the rest can be sent."""
        has_failed = self.counts.get(ItemState.FAILED, 0) > 0
        return self.step is Step.FAILED or (has_failed and self.decision != "discarded")

    def to_json(self) -> Json:
        return {
            "id": self.id,
            "session": self.session,
            "participant": self.participant,
            "prompt": self.prompt,
            "take": self.take,
            "state": self.state,
            "started_at": self.started_at,
            "duration_s": self.duration_s,
            "frames": self.frames,
            "lost_frames": self.lost_frames,
            "segments": self.segments,
            "bytes": self.size_bytes,
            "custody": self.custody.to_json(),
            "why": self.why,
            "folder": self.folder,
        }


@dataclass(frozen=True, slots=True)
class History:
    """One recording from near: its segments in order, and the newest tries, the newest first."""

    recording: RecordingSnapshot
    segments: tuple[SegmentSnapshot, ...]
    attempts: tuple[AttemptSnapshot, ...]
    attempts_in_all: int


@dataclass(frozen=True, slots=True)
class Totals:
    """The whole queue in numbers; counts are of segments, bytes of those not acknowledged."""

    pending: int = 0
    uploading: int = 0
    completed: int = 0
    failed: int = 0
    bytes_unsent: int = 0
    oldest_unsent_at: str | None = None

    def to_json(self) -> Json:
        return {
            "pending": self.pending,
            "uploading": self.uploading,
            "completed": self.completed,
            "failed": self.failed,
            "bytes_unsent": self.bytes_unsent,
            "oldest_unsent_at": self.oldest_unsent_at,
        }


@dataclass(frozen=True, slots=True)
class Standing:
    """How many recordings stand where, so that nobody counts a long queue again and again."""

    total: int = 0
    """Of those that are or were to be sent."""
    unsent: int = 0
    live: int = 0
    """Of the unsent ones, those that are still being recorded."""
    checking: int = 0
    """Verified, and not yet known to play."""
    at_home: int = 0
    aside: int = 0
    """Unsent, and set aside by a person."""
    needing: tuple[RecordingSnapshot, ...] = ()
    """Those for which a person has to act."""
    open: tuple[RecordingSnapshot, ...] = ()
    """Those that wait for a decision, or whose discard can be undone."""


@dataclass(frozen=True, slots=True)
class Sending:
    """How fast it goes, and how long what waits will take at that speed; None where unknown."""

    bytes_s: float | None = None
    left_bytes: int = 0
    """Of what can be sent without a person having to act."""

    @property
    def left_s(self) -> float | None:
        """Seconds until all of it is sent, if the speed stays and nothing is added."""
        return self.left_s_of(self.left_bytes)

    def left_s_of(self, size_bytes: int) -> float | None:
        """Seconds for so many bytes."""
        return size_bytes / self.bytes_s if self.bytes_s and size_bytes else None

    def to_json(self) -> Json:
        return {
            "bytes_s": None if self.bytes_s is None else round(self.bytes_s),
            "left_bytes": self.left_bytes,
            "left_s": None if self.left_s is None else round(self.left_s, 1),
        }


@dataclass(frozen=True, slots=True)
class PausedByPerson:
    """A person's pause of sending; `until` None is until somebody resumes."""

    until: datetime | None
    sentence: str

    def is_over(self, now: datetime) -> bool:
        """Whether its time is up."""
        return self.until is not None and now >= self.until


@dataclass(frozen=True, slots=True)
class Contact:
    """When the receiver at this host answered last."""

    receiver: str
    at: datetime


@dataclass(frozen=True, slots=True)
class QueueSnapshot:
    """Everything that waits, everything that arrived, and one sentence about it."""

    recordings: tuple[RecordingSnapshot, ...]
    totals: Totals
    network: Network
    why: str
    sending: Sending = Sending()
    pace: str = ""
    """`sending` in words; empty where there is nothing to say."""
    pause: PausedByPerson | None = None
    """A person's pause, where one holds."""
    standing: Standing | None = None
    """What `recordings` come down to, where whoever made this has counted."""
    is_refused: bool = False
    """Whether nothing is sent until a person has acted: a token, a certificate, a key."""
    stopped: str = ""
    """What stops all sending now, for the recordings that `follows_queue` is said of."""
    is_enrolled: bool = True
    """Whether there is a receiver to send to, as far as whoever made this looked."""
    contact: Contact | None = None
    """The receiver's last answer; None where it never gave one."""
    answers: bool = False
    """Whether the receiver does answer, and only takes nothing now."""

    def to_json(self) -> Json:
        return {
            "recordings": [each.to_json() for each in self.recordings],
            "totals": self.totals.to_json(),
            "network": self.network.value,
            "why": self.why,
            "sending": self.sending.to_json(),
        }


@dataclass(frozen=True, slots=True)
class UploadEvent:
    """Something that happened while sending, as `upload --json` prints it.

    `event` is one of started, sent, retry, verified, playable, offline, failed, `freed` where the
    copy here was deleted, `withdrawn` where that was ordered, `notice` where the receiver will not
    keep its part for long, `discarded` where the receiver dropped its part, `paused` where a rule
    or a person forbids to send, and `full` where the queue's disk has no room.
    """

    at: datetime
    event: str
    recording: str | None = None
    segment: int | None = None
    size_bytes: int | None = None
    why: str = ""

    def to_json(self) -> Json:
        return {
            "t": rfc3339(self.at),
            "event": self.event,
            "recording": self.recording,
            "segment": self.segment,
            "bytes": self.size_bytes,
            "why": self.why,
        }
