"""The preview: what a person's wish to free would delete, and what has to stay and why.

It reads the disk and asks nobody; the receiver is asked when it comes to deleting.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from holdfast.clock import parse_rfc3339, rfc3339
from holdfast.jsonform import FormatError, Json
from holdfast.layout import RecordingFolder
from uploader import receipts
from uploader.freeing import too_young
from uploader.freeing_rows import AtHome
from uploader.installation import Installation

_NO_RECEIPT: Final = "There is no receipt here of the receiver that this computer sends to now."


@dataclass(frozen=True, slots=True)
class Candidate:
    """A recording whose media here may go; bytes are those on the disk now."""

    at_home: AtHome
    size_bytes: int
    received_at: datetime

    def to_json(self) -> Json:
        return {
            "id": self.at_home.recording,
            "participant": self.at_home.participant,
            "prompt": self.at_home.prompt,
            "take": self.at_home.take,
            "started_at": self.at_home.started_at,
            "received_at": rfc3339(self.received_at),
            "bytes": self.size_bytes,
            "folder": self.at_home.folder,
        }


@dataclass(frozen=True, slots=True)
class Kept:
    """A recording whose media stay, and the sentence why."""

    recording: str
    why: str

    def to_json(self) -> Json:
        return {"id": self.recording, "why": self.why}


@dataclass(frozen=True, slots=True)
class Plan:
    """What would go and what would stay; `age` is how old a receipt has to be."""

    candidates: tuple[Candidate, ...]
    kept: tuple[Kept, ...]
    age: timedelta

    @property
    def size_bytes(self) -> int:
        return sum(each.size_bytes for each in self.candidates)


def plan(installation: Installation, named: Collection[str], age: timedelta) -> Plan:
    """What may go of the named recordings, or of all where none is named; the oldest first.

    Raises QueueError, SecretsUnreadable, FormatError.
    """
    enrolment = installation.enrolment()
    keys = () if enrolment is None else enrolment.keys
    now = installation.clock.now()
    candidates: list[Candidate] = []
    kept: list[Kept] = []
    at_home = {each.recording: each for each in installation.queue.freeing.at_home()}
    for each in at_home.values():
        if named and each.recording not in named:
            continue
        found = _judged(each, keys, now, age)
        if isinstance(found, Kept):
            kept.append(found)
        else:
            candidates.append(found)
    kept += [
        Kept(each, _why_not_at_home(installation, each)) for each in named if each not in at_home
    ]
    return Plan(tuple(candidates), tuple(kept), age)


def _why_not_at_home(installation: Installation, recording: str) -> str:
    found = installation.queue.recording(recording)
    if found.custody.freed:
        return "Its copy here was deleted before; the receiver has it."
    if found.custody.verified:
        return "The disk with this recording is not connected."
    return "The receiver has not confirmed all of it yet, so the copy here stays."


def _judged(each: AtHome, keys: Sequence[str], now: datetime, age: timedelta) -> Candidate | Kept:
    folder = RecordingFolder(Path(each.folder))
    try:
        receipt = receipts.stored_any(folder, keys)
        if receipt is None:
            return Kept(each.recording, _NO_RECEIPT)
        received_at = parse_rfc3339(receipt.stored_at)
        if not each.is_calm:
            return Kept(each.recording, "Its session is still being recorded.")
        if age and now - received_at < age:
            return Kept(each.recording, too_young(age, age - (now - received_at)))
        sizes = [path.stat().st_size for path in folder.segments().values()]
    except (OSError, ValueError, FormatError) as error:
        return Kept(each.recording, f"Its files cannot be read now ({error}).")
    return Candidate(each, sum(sizes), received_at)
