"""What waits in the queue as values: claims, frozen pictures of it all, and what happened.

Values only: no SQL, no files, no network. `.to_json()` gives exactly the shapes that `--json`
promises to other programs.
"""

from dataclasses import dataclass
from datetime import datetime

from holdfast.clock import rfc3339
from holdfast.jsonform import Json
from uploader.recording_items import (
    AttemptSnapshot,
    Custody,
    History,
    RecordingSnapshot,
    SegmentSnapshot,
)
from uploader.states import (
    AT_HOME,
    LEFT_ALONE,
    RECORDING_STATES,
    STEPS,
    TRANSITIONS,
    Hold,
    ItemState,
    Network,
    Step,
)

__all__ = [
    "AT_HOME",
    "LEFT_ALONE",
    "RECORDING_STATES",
    "STEPS",
    "TRANSITIONS",
    "AttemptSnapshot",
    "Contact",
    "Custody",
    "History",
    "Hold",
    "ItemState",
    "Network",
    "NetworkStatus",
    "PausedByPerson",
    "QueueSnapshot",
    "RecordingClaim",
    "RecordingSnapshot",
    "SegmentClaim",
    "SegmentSnapshot",
    "Sending",
    "Standing",
    "Step",
    "Totals",
    "UploadEvent",
]


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
