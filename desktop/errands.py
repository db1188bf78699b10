"""Errands that take their time: freeing space, a disk that travels, the receiver's key.

What the commands of the same names do, for a window: values in and out, progress by a callback.
Each runs on the thread that calls it. It words nothing but what the uploader said.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from holdfast.layout import RecordingFolder
from uploader.errors import Stopped, UploaderError
from uploader.why import NOT_ENROLLED

if TYPE_CHECKING:
    from uploader.identity import Enrolment
    from uploader.installation import Installation

BY: Final = "the queue window"
"""Who freed, as `freed.json` says."""


class NotPossible(UploaderError):
    """An errand cannot be run now; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A recording whose copy here may go."""

    recording: str
    title: str
    received_at: datetime
    size_bytes: int
    folder: str


@dataclass(frozen=True, slots=True)
class Stays:
    """A recording that an errand leaves alone, and the sentence why."""

    recording: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class FreePlan:
    """What would be deleted here, and what stays."""

    candidates: tuple[Candidate, ...]
    stays: tuple[Stays, ...]
    age: timedelta

    @property
    def size_bytes(self) -> int:
        """What would be free afterwards."""
        return sum(each.size_bytes for each in self.candidates)


@dataclass(frozen=True, slots=True)
class Freed:
    """What came of one recording."""

    recording: str
    freed_bytes: int
    why: str


@dataclass(frozen=True, slots=True)
class Travelling:
    """What came of packing or unpacking a disk: how many recordings, and which not."""

    done: int
    before: int
    """Packed, or at home, already."""
    size_bytes: int
    stays: tuple[Stays, ...]
    troubles: tuple[Stays, ...]
    cleared: int = 0
    is_full: bool = False


@dataclass(frozen=True, slots=True)
class KnownReceiver:
    """The receiver that this computer sends to. `other_key` answers in place of `key`."""

    url: str
    receiver: str
    key: str
    enrolled_at: str
    answers: bool
    doubt: str
    other_key: str | None


class Errands:
    """The errands of one installation. Methods may be called from any thread, one at a time."""

    def __init__(self, installation: "Installation") -> None:
        self._installation = installation

    def plan_freeing(self, named: Sequence[str]) -> FreePlan:
        """What may go of these, whatever their age, or of all that the policy is content with.

        Raises UploaderError, FormatError.
        """
        from uploader.freeing_plan import plan

        self._installation.queue.claims.release_dead()
        age = timedelta() if named else self._installation.settings.freeing.after
        found = plan(self._installation, list(named), age)
        candidates = tuple(
            Candidate(
                recording=each.at_home.recording,
                title=_title(each.at_home.participant, each.at_home.prompt, each.at_home.take),
                received_at=each.received_at,
                size_bytes=each.size_bytes,
                folder=each.at_home.folder,
            )
            for each in found.candidates
        )
        stays = tuple(self._stays(each.recording, each.why) for each in found.kept)
        return FreePlan(candidates, stays, found.age)

    def free(
        self, plan: FreePlan, on_each: Callable[[Freed], object], stop: threading.Event
    ) -> None:
        """Delete the copies of a plan, each after the receiver confirmed it anew.

        Raises UploaderError where the receiver cannot be asked at all, and Stopped.
        """
        from uploader.asking import asking
        from uploader.freeing import Freer

        with asking(self._installation, stop) as asker:
            if asker is None:
                raise NotPossible(NOT_ENROLLED)
            freer = Freer(self._installation.queue, asker)
            for each in plan.candidates:
                if stop.is_set():
                    raise Stopped("Freeing was stopped; what was not deleted yet stays.")
                folder = RecordingFolder(Path(each.folder))
                outcome = freer.free(each.recording, folder, BY, plan.age)
                on_each(Freed(each.recording, outcome.freed_bytes, outcome.why))

    def pack(
        self,
        disk: Path,
        encrypted: bool,
        on_each: Callable[[str], object],
        stop: threading.Event,
    ) -> Travelling:
        """Copy what waits onto a disk; `on_each` gets each recording's title when it is there.

        Stopped, it goes on where it was when it is run again. Raises UploaderError.
        """
        from uploader.suitcase_packing import pack

        def packed(recording: str) -> None:
            on_each(self._title_of(recording))
            if stop.is_set():
                raise Stopped("Packing was stopped; run it again to go on where it was.")

        report = pack(self._installation, self._enrolment(), disk, encrypted, packed)
        return Travelling(
            done=len(report.packed),
            before=len(report.already),
            size_bytes=report.written_bytes,
            stays=tuple(self._stays(*each) for each in report.left_out.items()),
            troubles=tuple(self._stays(*each) for each in report.damaged.items()),
            is_full=report.is_full,
        )

    def unpack(self, disk: Path, *, clear: bool) -> Travelling:
        """Take the receipts that came back on a disk. Raises UploaderError."""
        from uploader.suitcase_receipts import unpack

        report = unpack(self._installation, self._enrolment(), disk, clear=clear)
        return Travelling(
            done=len(report.verified),
            before=len(report.already),
            size_bytes=0,
            stays=tuple(self._stays(*each) for each in report.waiting.items()),
            troubles=tuple(self._stays(*each) for each in report.refused.items()),
            cleared=len(report.cleared),
        )

    def receiver(self) -> KnownReceiver:
        """Ask the receiver who it is. Raises UploaderError where this computer has none."""
        from uploader.acquaintance import key_id
        from uploader.receiver_key import ask

        enrolment = self._enrolment()
        answered = ask(self._installation, enrolment)
        key = key_id(enrolment.receiver_key)
        told = answered.told
        is_same = told is not None and told.get("receiver") == enrolment.receiver
        now = key_id(str(told.get("receiver_key"))) if told is not None and is_same else key
        return KnownReceiver(
            url=enrolment.url,
            receiver=enrolment.receiver,
            key=key,
            enrolled_at=enrolment.enrolled_at,
            answers=told is not None,
            doubt=answered.doubt,
            other_key=None if now == key else now,
        )

    def accept(self, key: str) -> None:
        """Trust the receiver's new key, named `key`. Raises UploaderError, OSError."""
        from uploader.receiver_key import accept

        accept(self._installation, self._enrolment(), key)

    def _enrolment(self) -> "Enrolment":
        enrolment = self._installation.enrolment()
        if enrolment is None:
            raise NotPossible(NOT_ENROLLED)
        return enrolment

    def _stays(self, recording: str, why: str) -> Stays:
        return Stays(recording, self._title_of(recording), why)

    def _title_of(self, recording: str) -> str:
        from uploader.errors import UnknownRecording

        try:
            found = self._installation.queue.recording(recording)
        except UnknownRecording:
            # Of another home's disk, or gone meanwhile: its id is all that is known.
            return recording
        return _title(found.participant, found.prompt, found.take)


def _title(participant: str, prompt: str | None, take: int) -> str:
    name = f"{participant} · {prompt}" if prompt else participant
    return f"{name} #{take}"
