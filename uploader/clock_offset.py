"""How far this computer's wall clock is from the receiver's, from one answer's `Holdfast-Time`.

It sends nothing and stores nothing. The receiver stamped its answer somewhere between request and
answer; the middle is the best guess, and half of the round trip is the most that it can be wrong
(F. Cristian, "Probabilistic clock synchronization", 1989).
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from holdfast.announcement import Announcement
from holdfast.clock import Clock, parse_rfc3339, rfc3339
from holdfast.jsonform import Json, Reader
from holdfast.protocol import HEADER_TIME

_STAMP_S: Final = 0.001
"""The header counts milliseconds."""
_CRYSTAL: Final = 50e-6
"""How much faster or slower a computer's clock may run."""
_CLEARLY: Final = 0.9
_NO_BOOT: Final = "unknown"


@dataclass(frozen=True, slots=True)
class ClockOffset:
    """Receiver's time minus ours, in seconds; it is within `uncertainty_s` of the truth."""

    value_s: float
    uncertainty_s: float
    measured_at: datetime

    def to_json(self) -> Json:
        """As `clock_offset_s` of a manifest has it."""
        return {
            "value": round(self.value_s, 4),
            "uncertainty": round(self.uncertainty_s, 4),
            "measured_at": rfc3339(self.measured_at),
        }


def offset_of(
    headers: Mapping[str, str], sent_at: datetime, round_trip_s: float
) -> ClockOffset | None:
    """The offset that an answer shows; None where it does not say the receiver's time."""
    receiver_ms = _receiver_ms(headers)
    if receiver_ms is None:
        return None
    middle_s = sent_at.timestamp() + round_trip_s / 2
    return ClockOffset(receiver_ms / 1000 - middle_s, round_trip_s / 2 + _STAMP_S, sent_at)


def _receiver_ms(headers: Mapping[str, str]) -> int | None:
    text = headers.get(HEADER_TIME, "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 15 else None


@dataclass(frozen=True, slots=True)
class ReceiverClock:
    """The receiver's time at one instant of this boot's monotonic clock.

    Kept instead of an offset of the wall clock, which may be set at any moment: so a recording of
    the same boot gets the offset of its own start, also when it was made before the first contact.
    """

    receiver: str
    boot_id: str
    receiver_ms: int
    """Unix time, as the receiver had it at `monotonic_ns`."""
    monotonic_ns: int
    uncertainty_s: float
    measured_at: str

    def uncertainty_at(self, monotonic_ns: int) -> float:
        """How far it may be off at another instant, as the computer's clock is never exact."""
        return self.uncertainty_s + abs(monotonic_ns - self.monotonic_ns) / 1e9 * _CRYSTAL

    def now(self, clock: Clock) -> datetime | None:
        """The receiver's time now, whatever our wall clock says; None after another boot."""
        if self.boot_id != clock.boot_id() or self.boot_id == _NO_BOOT:
            return None
        since = timedelta(microseconds=(clock.monotonic_ns() - self.monotonic_ns) // 1000)
        return datetime.fromtimestamp(self.receiver_ms / 1000, UTC) + since

    def is_better_than(self, other: "ReceiverClock | None", now_ns: int) -> bool:
        """Whether it is clearly surer of the present moment than another one, or than none."""
        if other is None or (other.receiver, other.boot_id) != (self.receiver, self.boot_id):
            return True
        return self.uncertainty_at(now_ns) < other.uncertainty_at(now_ns) * _CLEARLY

    def offset_of(self, announcement: Announcement) -> Json | None:
        """`clock_offset_s` of a manifest: receiver's time minus ours, at the recording's start.

        None where the recording was made in another boot: its clock says nothing about ours.
        """
        if announcement.boot_id != self.boot_id or self.boot_id == _NO_BOOT:
            return None
        since_ns = announcement.started_monotonic_ns - self.monotonic_ns
        receivers_s = self.receiver_ms / 1000 + since_ns / 1e9
        ours_s = parse_rfc3339(announcement.started_at).timestamp()
        uncertainty_s = self.uncertainty_at(announcement.started_monotonic_ns) + _STAMP_S
        return {
            "value": round(receivers_s - ours_s, 4),
            "uncertainty": round(uncertainty_s, 4),
            "measured_at": self.measured_at,
        }

    def to_json(self) -> Json:
        return asdict(self)

    @classmethod
    def from_json(cls, value: Json) -> "ReceiverClock":
        reader = Reader(value, "the receiver's clock")
        return cls(
            receiver=reader.text("receiver"),
            boot_id=reader.text("boot_id"),
            receiver_ms=reader.whole("receiver_ms"),
            monotonic_ns=reader.whole("monotonic_ns"),
            uncertainty_s=reader.number("uncertainty_s"),
            measured_at=reader.text("measured_at"),
        )


def late_offset(
    known: ReceiverClock | None, announcement: Announcement, boot_id: str
) -> Json | None:
    """What can be said of a recording's clock after its manifest was written without it.

    None while the receiver may still be met in the recording's own boot; once that is over, or
    boots cannot be told apart, an offset of null with the reason.
    """
    offset = None if known is None else known.offset_of(announcement)
    if offset is not None:
        return offset
    if not announcement.boot_id:
        return _never("another camera recorded it, by its own clock")
    if announcement.boot_id == _NO_BOOT:
        return _never("this computer does not say when it was started")
    if announcement.boot_id != boot_id:
        return _never("the computer was started anew before it met a receiver")
    return None


def _never(reason: str) -> Json:
    return {"value": None, "uncertainty": None, "reason": f"It cannot be known: {reason}."}


class ClockWatch:
    """Looks at the time in every answer and keeps the one that is surest. For several threads."""

    def __init__(
        self,
        receiver: str,
        clock: Clock,
        known: ReceiverClock | None,
        keep: Callable[[ReceiverClock], None],
    ) -> None:
        self._receiver = receiver
        self._clock = clock
        self._best = known
        self._keep = keep
        self._lock = threading.Lock()

    def asked(self) -> int:
        """A request begins; give what this returns to `answered`."""
        return self._clock.monotonic_ns()

    def answered(self, headers: Mapping[str, str], asked_ns: int) -> None:
        """Its answer is here."""
        now_ns = self._clock.monotonic_ns()
        receiver_ms = _receiver_ms(headers)
        if receiver_ms is None:
            return
        found = ReceiverClock(
            receiver=self._receiver,
            boot_id=self._clock.boot_id(),
            receiver_ms=receiver_ms,
            monotonic_ns=(asked_ns + now_ns) // 2,
            uncertainty_s=(now_ns - asked_ns) / 2e9 + _STAMP_S,
            measured_at=rfc3339(self._clock.now()),
        )
        with self._lock:
            if not found.is_better_than(self._best, now_ns):
                return
            self._best = found
        self._keep(found)
