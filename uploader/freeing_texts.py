"""What the commands that free and give up print. Values in, text and JSON out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from holdfast.jsonform import Json
from uploader.items import RecordingSnapshot

if TYPE_CHECKING:
    from uploader.freeing import Outcome
    from uploader.freeing_plan import Candidate, Plan
    from uploader.giving_up import Loss

ASK_FREE: Final = "Delete these copies on this computer?"
ASK_GIVE_UP: Final = "Give this segment up?"
GIVEN_UP: Final = "The segment is given up; the rest of the recording is sent without it."
_NOTHING: Final = "Nothing can be freed now."
_EACH_IS_ASKED: Final = (
    "Before each one goes, the receiver is asked to read its own copy again; what it does not "
    "confirm stays. Manifests, sidecars and receipts stay in any case."
)
_MOST_KEPT: Final = 10


def preview(plan: "Plan") -> str:
    """What would go, how much that is, and what stays and why."""
    lines = [_line(each) for each in plan.candidates]
    if plan.candidates:
        lines.append(f"{_count(len(plan.candidates))}, {size(plan.size_bytes)} to free here.")
        lines.append(_EACH_IS_ASKED)
    else:
        lines.append(_NOTHING)
    lines += [f"Stays: {each.recording}: {each.why}" for each in plan.kept[:_MOST_KEPT]]
    if len(plan.kept) > _MOST_KEPT:
        lines.append(f"{_count(len(plan.kept) - _MOST_KEPT)} more stay; --json lists all.")
    return "\n".join(lines)


def _line(each: "Candidate") -> str:
    known = each.at_home
    name = f"{known.participant} {known.prompt or 'free'} #{known.take}"
    received = f"received {each.received_at.astimezone():%Y-%m-%d}"
    return f"{known.recording}  {size(each.size_bytes):>9}  {received}  {name}"


def outcome(each: "Candidate", found: "Outcome") -> str:
    """What came of one recording."""
    if found.is_freed:
        return f"Freed {size(found.freed_bytes)}: {each.at_home.recording}"
    return f"Stays: {each.at_home.recording}: {found.why}"


def freed(outcomes: Sequence["Outcome"]) -> str:
    """How much was freed altogether."""
    gone = [each for each in outcomes if each.is_freed]
    stay = len(outcomes) - len(gone)
    total = f"{_count(len(gone))}, {size(sum(each.freed_bytes for each in gone))} freed."
    return f"{total} {_count(stay)} had to stay." if stay else total


def preview_json(plan: "Plan") -> Json:
    """The preview for programs."""
    return {
        "preview": True,
        "would_free": [each.to_json() for each in plan.candidates],
        "bytes": plan.size_bytes,
        "kept": [each.to_json() for each in plan.kept],
    }


def freed_json(plan: "Plan", outcomes: Sequence["Outcome"]) -> Json:
    """What was done, for programs."""
    gone = [each for each in outcomes if each.is_freed]
    stay = [{"id": each.recording, "why": each.why} for each in outcomes if not each.is_freed]
    return {
        "preview": False,
        "freed": [{"id": each.recording, "bytes": each.freed_bytes} for each in gone],
        "bytes": sum(each.freed_bytes for each in gone),
        "kept": [*stay, *(each.to_json() for each in plan.kept)],
    }


def loss(recording: RecordingSnapshot, found: "Loss") -> str:
    """What is about to be given up."""
    name = f"{recording.participant} {recording.prompt or 'free'} #{recording.take}"
    what = "is gone" if found.changed is None else "was changed after it was recorded"
    return (
        f"Segment {found.segment} of {name}, {found.duration_s:.1f} s from {found.start_s:.1f} s "
        f"on, {what}, and the receiver does not have it. Given up, those seconds are missing for "
        "good; everything else of the recording is sent."
    )


def size(size_bytes: int) -> str:
    """A size for people: decimal units, as disks are sold."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size_bytes >= factor:
            return f"{size_bytes / factor:.1f} {unit}"
    return f"{size_bytes} bytes"


def _count(number: int) -> str:
    return f"{number} recording" if number == 1 else f"{number} recordings"
