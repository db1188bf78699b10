"""The sentences that say why something is not further: what happened, is it safe, what next.

Pure: from facts and the time to English. The window's own texts are elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from uploader.items import (
    AT_HOME,
    LEFT_ALONE,
    ItemState,
    Network,
    NetworkStatus,
    RecordingSnapshot,
    Step,
    Totals,
)

FARTHEST_S: Final = 3600.0
"""The longest wait that there is."""
MONTHS: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
"""English whatever the process's locale: whoever shows a sentence knows them again."""
NOT_ENROLLED: Final = (
    "This computer is not enrolled at a receiver yet. Recordings are safe here; enrol it in the "
    "settings, or with holdfast enrol URL CODE."
)
TOKEN_REFUSED: Final = (
    "This computer is not allowed to upload any more. Recordings are safe here. "
    "Ask your administrator for a new enrolment code."
)


TO_DECIDE: Final = (
    "Waiting for Keep or Redo. What was recorded is safe here; the receiver counts it once it is "
    "kept."
)
TO_ACCEPT: Final = (
    "Waiting for somebody to keep or discard it. Until then it is safe here, and nothing of it "
    "leaves this computer."
)
TO_ACCEPT_LATER: Final = (
    "It is still being recorded. Nothing of it leaves this computer before somebody keeps it."
)
DISCARDED_HERE: Final = (
    "It was discarded, and its files here are deleted. The receiver is told as soon as it can be "
    "reached."
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is known to be in the way; `segment` is None for the recording as a whole."""

    segment: int | None
    failed: bool
    reason: str
    next_try_at: datetime | None
    attempts: int
    calls: bool = False
    """Whether a person should look, although it is tried again."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a recording's sentence is made from."""

    step: Step
    state: str
    segments: int
    counts: Mapping[ItemState, int]
    own: Trouble
    trouble: Trouble | None
    away: str | None = None
    """The sentence about the disk that the recording is on, where that is not connected."""
    decision: str | None = None
    """The sentence about a decision that it waits for, or that was made against it."""
    packed_at: datetime | None = None
    """When a copy of it was packed to travel on a disk."""
    hold: str = ""
    """How a person keeps it from being sent, a `Hold`."""


HELD: Final = {
    "paused": "Paused by hand. It is safe here and is sent once somebody resumes it.",
    "aside": "Set aside. It is safe here and is not sent until somebody tries it again.",
}


def of_itself(facts: Facts) -> tuple[str, bool]:
    """What is in this recording's own way, without any time; and whether the queue's is, too.

    For whoever shows thousands of them and says the queue's sentence once.
    """
    said = _before_the_queue(facts)
    if said is not None:
        return _with_suitcase(said, facts), False
    said = facts.own.reason if facts.step is Step.VERIFIED else _of_waiting(facts, None)
    # What travels on a disk goes its own way, whatever the network does.
    return _with_suitcase(said, facts), facts.packed_at is None


def of_recording(facts: Facts, status: NetworkStatus, enrolled: bool, now: datetime) -> str:
    """Why this recording is not further, in a few sentences; empty when nothing is."""
    return _with_suitcase(_what_is_in_the_way(facts, status, enrolled, now), facts)


def _with_suitcase(said: str, facts: Facts) -> str:
    if facts.packed_at is None or facts.step in AT_HOME | LEFT_ALONE:
        return said
    return f"{said} {travels(facts.packed_at)}".strip()


def travels(packed_at: datetime) -> str:
    """A copy of it is on a disk."""
    here = packed_at.astimezone()
    at = f"{here.day} {MONTHS[here.month - 1]} at {here:%H:%M}"
    return f"A copy was packed into a suitcase on {at}; its receipt comes back with it."


def _before_the_queue(facts: Facts) -> str | None:
    """What is in the way whatever the network does; None where nothing is."""
    if facts.step is Step.PLAYABLE:
        # Empty, unless it is at a receiver that this computer does not send to any more.
        return facts.own.reason
    if facts.hold and facts.step not in AT_HOME | LEFT_ALONE and facts.decision is None:
        return f"{HELD[facts.hold]} {_failure(facts)}".strip()
    if facts.step in (Step.WITHDRAWN, Step.DISCARDED, Step.FAILED):
        return facts.own.reason
    if facts.decision is not None and facts.step is not Step.VERIFIED:
        return facts.decision
    # Before what failed: there is nothing to put back while the disk is away.
    if facts.away is not None and facts.step is not Step.VERIFIED:
        return facts.away
    return _failure(facts) or None


def _failure(facts: Facts) -> str:
    if facts.own.failed:
        return facts.own.reason
    return facts.trouble.reason if facts.trouble is not None and facts.trouble.failed else ""


def _what_is_in_the_way(facts: Facts, status: NetworkStatus, enrolled: bool, now: datetime) -> str:
    said = _before_the_queue(facts)
    if said is not None:
        return said
    if not enrolled:
        return NOT_ENROLLED
    if status.state is not Network.ONLINE:
        return of_network(status, now)
    if facts.step is Step.VERIFIED:
        return facts.own.reason
    return _of_waiting(facts, now)


def _of_waiting(facts: Facts, now: datetime | None) -> str:
    for trouble in (facts.own, facts.trouble):
        if trouble is not None and trouble.reason:
            said = "" if now is None else next_try(trouble.next_try_at, now)
            return f"{trouble.reason} {said}".strip()
    if facts.counts[ItemState.UPLOADING]:
        return ""
    if facts.state == "recording":
        return "It is still being recorded."
    if facts.counts[ItemState.PENDING]:
        sent, all_of_them = facts.counts[ItemState.COMPLETED], facts.segments
        return f"Waiting for its turn: {sent} of {all_of_them} segments are sent."
    return ""


AWAITS_CONSENT: Final = (
    "It waits for the participant's consent and does not leave this computer before. It is safe "
    "here; holdfast queue consent writes it down."
)
RECEIVER_AWAITS_CONSENT: Final = (
    "The study takes nothing before the participant's consent is there. It is safe here, and sent "
    "after holdfast queue consent."
)


def of_decision(
    decision: str, after_accept: bool, discard: str, until: datetime | None, *, has_ended: bool
) -> str | None:
    """What is decided or has to be; None where a recording may simply be sent."""
    if decision == "discarded":
        if discard == "tell":
            return DISCARDED_HERE
        at = "soon" if until is None else f"after {until.astimezone():%H:%M}"
        return (
            f"It was discarded and is deleted {at}, here and at the receiver, unless you keep it."
        )
    if decision == "pending" and after_accept:
        return TO_ACCEPT if has_ended else TO_ACCEPT_LATER
    return TO_DECIDE if decision == "pending" and has_ended else None


def of_undecided(recordings: Sequence[RecordingSnapshot]) -> str | None:
    """What the queue waits for, where all that is unsent waits for a person."""
    unsent = [each for each in recordings if each.step not in AT_HOME and not each.is_left_alone]
    if not unsent or any(each.decision != "pending" for each in unsent):
        return None
    return next((each.why for each in unsent if each.why), None)


def of_network(status: NetworkStatus, now: datetime) -> str:
    """The one sentence about a network that is not there; empty while it is."""
    if status.state is Network.ONLINE:
        return ""
    if status.state is Network.OFFLINE and status.since is not None:
        return (
            f"Offline since {status.since.astimezone():%H:%M}. Recordings are safe on this "
            "computer and will be sent when the network is back."
        )
    if status.state is Network.PAUSED:
        return status.sentence
    return f"{status.sentence} {next_try(status.next_try_at, now)}".strip()


def of_queue(
    totals: Totals,
    status: NetworkStatus,
    enrolled: bool,
    now: datetime,
    away: str | None = None,
) -> str:
    """The one sentence about the whole queue; empty when nothing is in the way."""
    if totals.oldest_unsent_at is None:
        return ""
    if not enrolled:
        return NOT_ENROLLED
    if status.state is not Network.ONLINE:
        return of_network(status, now)
    if totals.failed:
        return "Something needs attention; holdfast queue why ID says what."
    return away or ""


def next_try(at: datetime | None, now: datetime) -> str:
    """`Next try in 3:12.`, or nothing where a try is due; never `in 0:00`.

    No wait is longer than FARTHEST_S: what is further away was noted before the clock was set back,
    and is due.
    """
    if at is None or at <= now:
        return ""
    seconds = round((at - now).total_seconds())
    if not 0 < seconds <= FARTHEST_S:
        return ""
    hours, minutes = seconds // 3600, seconds % 3600 // 60
    if hours:
        return f"Next try in {hours}:{minutes:02d}:{seconds % 60:02d}."
    return f"Next try in {minutes}:{seconds % 60:02d}."
