"""When and how fast things may be sent: a table of rules, the worst wins. Pure.

Each rule looks at the situation and says nothing, or what has to wait, until when, and why in one
sentence. It reads no clock, no database and no network; `gate.py` does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from uploader import pauses
from uploader.pauses import Pause

FULL: Final = "full"
GENTLE: Final = "gentle"
OFF: Final = "off"
SPEEDS: Final = (FULL, GENTLE, OFF)
SEND: Final = "send"
WAIT: Final = "wait"
_DAY: Final = timedelta(days=1)


class Kind(StrEnum):
    """Which rule holds."""

    PAUSE = "pause"
    NETWORK = "network"
    METERED = "metered"
    RECORDING = "recording"
    BUDGET = "budget"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Hours:
    """Every day from `start` until before `end`, local time; over midnight where end <= start."""

    start: time
    end: time

    def end_after(self, local: datetime) -> datetime | None:
        """When the stretch that `local` (naive) is in ends; None outside of it."""
        for day in (local.date() - _DAY, local.date()):
            begins = datetime.combine(day, self.start)
            ends = datetime.combine(day, self.end)
            if ends <= begins:
                ends += _DAY
            if begins <= local < ends:
                return ends
        return None


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """What somebody wants. Rates in bytes a second and budgets in bytes; 0 is no limit."""

    quiet_hours: tuple[Hours, ...] = ()
    daily_budget_bytes: int = 0
    while_recording: str = GENTLE
    on_metered: str = SEND
    wait_on: tuple[str, ...] = ()
    """Names of connections, as the system calls them, on which nothing is sent."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rules are judged by; `zone` None is the system's local time."""

    now: datetime
    pause: Pause | None = None
    recording: bool = False
    metered: bool = False
    connection: str | None = None
    sent_today_bytes: int = 0
    zone: tzinfo | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What a rule keeps from being sent; `until` None is not known."""

    kind: Kind
    until: datetime | None
    sentence: str

    @property
    def only_segments(self) -> bool:
        """Whether announcements, manifests and receipts, a few kB each, may still pass."""
        return self.kind is Kind.BUDGET

    @property
    def ends_by_itself(self) -> bool:
        """Whether whoever sends until the queue is empty had to wait anyway."""
        return self.kind is Kind.RECORDING


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be sent now; `gentle` is by one sender, which rests as long as it sent."""

    held: Held | None = None
    gentle: bool = False


def judge(situation: Situation, settings: RuleSettings) -> Verdict:
    """All rules at once. Of several that hold, the one that holds more, then longest, is told."""
    found = [held for rule in _RULES if (held := rule(situation, settings)) is not None]
    gentle = situation.recording and settings.while_recording == GENTLE
    return Verdict(min(found, key=_rank, default=None), gentle)


def _rank(held: Held) -> tuple[bool, bool, float]:
    until = 0.0 if held.until is None else -held.until.timestamp()
    return held.only_segments, held.until is not None, until


def _pause(situation: Situation, _settings: RuleSettings) -> Held | None:
    pause = situation.pause
    if pause is None or pause.is_over(situation.now):
        return None
    said = pauses.sentence(pause, situation.now, situation.zone)
    return Held(Kind.PAUSE, pause.until, said)


def _network(situation: Situation, settings: RuleSettings) -> Held | None:
    if situation.connection is None or situation.connection not in settings.wait_on:
        return None
    return Held(
        Kind.NETWORK,
        None,
        f"Sending waits for another network: {situation.connection} is not to be used. "
        "Recordings are safe on this computer.",
    )


def _metered(situation: Situation, settings: RuleSettings) -> Held | None:
    if not situation.metered or settings.on_metered != WAIT:
        return None
    return Held(
        Kind.METERED,
        None,
        "Sending waits for another network: this one is metered. "
        "Recordings are safe on this computer.",
    )


def _recording(situation: Situation, settings: RuleSettings) -> Held | None:
    if not situation.recording or settings.while_recording != OFF:
        return None
    return Held(Kind.RECORDING, None, "Sending waits until the recording has ended.")


def _hours(situation: Situation, settings: RuleSettings) -> Held | None:
    local = situation.now.astimezone(situation.zone).replace(tzinfo=None)
    ends = _quiet_until(local, settings.quiet_hours)
    if ends is None:
        return None
    until = ends.replace(tzinfo=situation.zone) if situation.zone else ends.astimezone()
    said = pauses.moment(until, situation.now, situation.zone)
    return Held(
        Kind.HOURS, until, f"Quiet hours until {said}. Recordings are safe on this computer."
    )


def _quiet_until(local: datetime, hours: Sequence[Hours]) -> datetime | None:
    # Stretches that touch are one; with all of the day covered, it is said up to tomorrow.
    end: datetime | None = None
    at = local
    while at < local + _DAY:
        later = max((found for each in hours if (found := each.end_after(at))), default=None)
        if later is None:
            break
        end = at = later
    return end


def _budget(situation: Situation, settings: RuleSettings) -> Held | None:
    budget = settings.daily_budget_bytes
    if not budget or situation.sent_today_bytes < budget:
        return None
    return Held(
        Kind.BUDGET,
        _tomorrow(situation),
        f"Today's {_megabytes(budget)} are used up; sending goes on after midnight. "
        "Recordings are safe on this computer.",
    )


def _tomorrow(situation: Situation) -> datetime:
    local = situation.now.astimezone(situation.zone)
    midnight = datetime.combine(local.date() + _DAY, time())
    return midnight.replace(tzinfo=situation.zone) if situation.zone else midnight.astimezone()


def _megabytes(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:g} MB"


_RULES: Final[tuple[Callable[[Situation, RuleSettings], Held | None], ...]] = (
    _pause,
    _network,
    _metered,
    _recording,
    _hours,
    _budget,
)
"""In the order in which they are told where they hold equally long."""


def parse_hours(text: str) -> tuple[Hours, ...]:
    """`08:00-18:00, 22:00-06:00`; an end of 24:00 is midnight. Raises ValueError."""
    return tuple(_stretch(each.strip()) for each in text.split(",") if each.strip())


def _stretch(text: str) -> Hours:
    start, dash, end = text.partition("-")
    if not dash:
        raise ValueError(f"{text!r} is no stretch of time")
    hours = Hours(_time_of_day(start.strip()), _time_of_day(end.strip().replace("24:00", "00:00")))
    if hours.start == hours.end and start.strip() == end.strip():
        raise ValueError(f"{text!r} has no length")
    return hours


def _time_of_day(text: str) -> time:
    return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007  # a time of every day
