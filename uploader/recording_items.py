"""One recording of the queue as frozen pictures: what it is, its segments, what was tried.

Values only; `.to_json()` gives exactly the shapes that `--json` promises to other programs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from holdfast.clock import rfc3339
from holdfast.jsonform import Json
from uploader.states import AT_HOME, LEFT_ALONE, Hold, ItemState, Step


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
