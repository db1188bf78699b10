"""What the uploader's commands print for people. Values in, text out."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from holdfast.decision import DecisionNote
from uploader import pace_texts
from uploader.items import (
    AT_HOME,
    LEFT_ALONE,
    AttemptSnapshot,
    QueueSnapshot,
    RecordingSnapshot,
    SegmentSnapshot,
    Step,
    UploadEvent,
)

if TYPE_CHECKING:
    from uploader.footage import Taken
    from uploader.verify import Verification

UNTOUCHED = "What was recorded is untouched."
_ON, _PART, _OFF = "●", "◐", "○"


def put_aside(folder: Path) -> str:
    """A damaged database was found."""
    return (
        f"The queue database was damaged; it was put aside in {folder} and built anew from the "
        "recordings. Nothing was lost and nothing is sent twice."
    )


COMPUTER_BUSY = "Sending waits: the computer is busy recording."

RECOVERED_MORE = (
    "Holdfast or this computer stopped without warning while it recorded. What was recorded until "
    "then is safe and will be sent."
)


def recovered(count: int, length_s: float) -> str:
    """Recordings that an earlier run left unfinished, and how long they are together."""
    return f"{_count(count, 'recording')} recovered, {_in_words(length_s)}"


def _in_words(length_s: float) -> str:
    whole = max(0, int(length_s))
    hours, minutes, seconds = whole // 3600, whole // 60 % 60, whole % 60
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"


def enrolled(url: str, at_former: int) -> str:
    """What follows from an enrolment; `at_former` recordings are at a receiver of before."""
    said = f"This computer is enrolled at {url}. Recordings will be sent there."
    if not at_former:
        return said
    return (
        f"{said} {_count(at_former, 'recording')} of before stay at the former receiver; "
        "holdfast receiver send-again sends them to this one too."
    )


def event(happened: UploadEvent) -> str:
    """One line about something that happened while sending."""
    what = f" {happened.recording}" if happened.recording else ""
    which = "" if happened.segment is None else f" segment {happened.segment}"
    size = "" if happened.size_bytes is None else f" ({happened.size_bytes} bytes)"
    why = f": {happened.why}" if happened.why else ""
    return f"{happened.at.astimezone():%H:%M:%S} {happened.event}{what}{which}{size}{why}"


def kept(recording: RecordingSnapshot) -> str:
    """A recording is kept."""
    return f"Recording {recording.id} is kept and will be sent."


def discarded(recording: RecordingSnapshot, note: DecisionNote) -> str:
    """A recording is discarded, and until when that can be undone."""
    until = note.undo_until
    at = "" if until is None else f" at {until.astimezone():%H:%M}"
    return (
        f"Recording {recording.id} is discarded and not sent any further. It is deleted{at}, here "
        f"and at the receiver; until then holdfast queue keep {recording.id} undoes that."
    )


def remains(snapshot: QueueSnapshot) -> str:
    """Not everything was sent in time."""
    left = [each for each in snapshot.recordings if not each.custody.verified]
    why = snapshot.why or next((each.why for each in left if each.why), "")
    return (
        f"{_count(len(left), 'recording')} still to be sent; safe on this computer. {why}".strip()
    )


def listing(snapshot: QueueSnapshot) -> str:
    """The table of all recordings, and what is in the way."""
    lines = [
        f"{'Recording':36}  {'Length':>8}  {'Saved':5}  {'Received':8}  {'Verified':8}  Playable"
    ]
    lines += [_row(each, left) for each, left in _with_left(snapshot)]
    if not snapshot.recordings:
        lines = ["No recordings yet."]
    if snapshot.why:
        lines.append(snapshot.why)
    elif snapshot.pace:
        lines.append(f"Sending: {snapshot.pace}.")
    return "\n".join(lines)


def _with_left(snapshot: QueueSnapshot) -> Iterator[tuple[RecordingSnapshot, str]]:
    """Each recording with when it will have been sent: the older ones go before it."""
    before_bytes = 0
    for each in snapshot.recordings:
        if each.step in AT_HOME | LEFT_ALONE or each.is_failed:
            yield each, ""
            continue
        before_bytes += each.size_bytes - each.custody.received_bytes
        left_s = snapshot.sending.left_s_of(before_bytes)
        yield each, "" if left_s is None else pace_texts.left(left_s)


def _row(recording: RecordingSnapshot, left: str = "") -> str:
    custody = recording.custody
    lights = (
        f"{_light(custody.saved):5}  {_received(recording):8}  "
        f"{_light(custody.verified):8}  {_light(custody.playable):8}"
    )
    name = f"{recording.participant} {recording.prompt or 'free'} #{recording.take}"
    if custody.freed:
        name += " (freed here)"
    return f"{recording.id}  {_length(recording.duration_s):>8}  {lights}  {name}" + (
        f"\n    {recording.why or left}" if recording.why or left else ""
    )


def _light(is_on: bool) -> str:
    return _ON if is_on else _OFF


def _received(recording: RecordingSnapshot) -> str:
    if recording.is_received:
        return _ON
    if not recording.custody.received_bytes or not recording.size_bytes:
        return _OFF
    return f"{_PART} {100 * recording.custody.received_bytes // recording.size_bytes}%"


def _length(duration_s: float) -> str:
    seconds = int(duration_s)
    hours, minutes = seconds // 3600, seconds % 3600 // 60
    if hours:
        return f"{hours}:{minutes:02d}:{seconds % 60:02d}"
    return f"{minutes}:{seconds % 60:02d}"


def details(
    recording: RecordingSnapshot,
    segments: Sequence[SegmentSnapshot],
    attempts: Sequence[AttemptSnapshot],
) -> str:
    """One recording with its segments and attempts."""
    lines = [_row(recording), f"    {recording.folder}", ""]
    lines += [
        f"segment {each.segment:6d}  {each.state.value:9}  {each.size_bytes:10d} bytes"
        + (f"  {each.reason}" if each.reason else "")
        for each in segments
    ]
    lines.append("")
    lines += [
        f"{each.started_at.astimezone():%Y-%m-%d %H:%M:%S}  {each.action}"
        + ("" if each.segment is None else f" {each.segment}")
        + f"  {each.outcome}  {each.duration_s:.1f} s  {each.sent_bytes} bytes"
        + ("" if each.status is None else f"  {each.status}")
        + (f"  {each.reason}" if each.reason else "")
        for each in attempts
    ]
    return "\n".join(lines).rstrip()


def reading(path: Path) -> str:
    """A file of another camera is looked at, which may take a while."""
    return f"Reading {path.name} …"


def taken_in(taken: "Taken") -> str:
    """What became of a file of another camera."""
    if taken.way.value == "duplicate":
        where = _WHERE_IT_IS.get(taken.step, "it will be sent")
        return (
            f"{taken.path.name} is in the queue already, as {taken.recording}: {where}. "
            "Nothing was added."
        )
    return (
        f"{taken.path.name}: {taken.recording}, {taken.size_bytes / 1e6:.1f} MB, "
        f"{taken.way.value}. The file itself stays as it is."
    )


_WHERE_IT_IS = {
    Step.VERIFIED: "the receiver has it",
    Step.PLAYABLE: "the receiver has it",
    Step.FAILED: "it needs attention",
    Step.WITHDRAWN: "it was withdrawn, and is not sent",
}


def nothing_in_the_way(recording: RecordingSnapshot) -> str:
    """Nothing keeps a recording from being further."""
    if recording.custody.playable and recording.custody.freed:
        return "Received, verified and playable; the copy here was deleted to free space."
    if recording.custody.playable:
        return "Received, verified and playable; there is nothing left to do."
    return "Nothing is in the way; it is being sent."


TRYING_NOW = "No wait goes on; what waits is tried now, by whatever program sends."


def retried(count: int) -> str:
    """Recordings were started afresh."""
    return (
        "Nothing had failed."
        if count == 0
        else f"{_count(count, 'recording')} will be tried again."
    )


def resumed(was_paused: bool) -> str:
    """Somebody ended the pause."""
    return "Sending goes on." if was_paused else "Sending was not paused."


def rebuilt(count: int, old: Path | None) -> str:
    """The queue was built anew."""
    where = "" if old is None else f" The old one is in {old}."
    return f"The queue was built anew from {_count(count, 'recording')} on disk.{where}"


def verification(report: "Verification") -> str:
    """What a check of all files found."""
    lines = [f"{_count(report.checked_files, 'file')} checked."]
    lines += [f"Gone: {each}" for each in report.missing]
    lines += [f"Changed after it was recorded: {each}" for each in report.changed]
    lines += [f"No receipt yet: {each}" for each in report.without_receipt]
    lines += [f"Not checked, its disk is not connected: {each}" for each in report.away]
    lines += [
        f"A recording of the same session before this one is gone: {each}"
        for each in report.unchained
    ]
    lines += [
        f"Given up: segment {each['segment']} of {each['recording']} ({each['why']})"
        for each in report.lost
    ]
    if report.freed:
        freed = _count(len(report.freed), "recording")
        lines.append(f"{freed} deleted here, and proven by their receipts.")
    if report.unconfirmed is not None:
        lines.append(f"The receiver read {_count(report.confirmed, 'recording')} of its own again.")
    lines += [
        f"Not confirmed by the receiver: {each['id']}: {each['why']}"
        for each in report.unconfirmed or []
    ]
    if report.is_ok:
        lines.append(
            "Everything is here unchanged, and the receiver has all of it."
            if not report.freed
            else "Everything else is here unchanged, and the receiver has all of it."
        )
    return "\n".join(lines)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
