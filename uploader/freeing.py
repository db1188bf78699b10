"""Deletes a recording's media here, after the receiver read its own copy again and signed for it.

The order is the promise: receipt, local bytes, fresh check, `freed.json`, files, `freed.json`, row.
Cut short before the first `freed.json`, nothing happened; after it, the next run goes on, with a
fresh check of its own. Manifest, sidecars, receipt and all other notes stay.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from holdfast import crash, durable, salvage
from holdfast.clock import parse_rfc3339, rfc3339
from holdfast.confirmation import Confirmation, Piece
from holdfast.disks import place_of
from holdfast.jsonform import FormatError
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from uploader import receipts
from uploader.confirm import (
    Asker,
    Forgotten,
    NotAnswered,
    NotConfirmed,
    as_evidence,
    listed_pieces,
    read_pieces,
)
from uploader.errors import Stopped, UploaderError
from uploader.freed import FREED, FREEING, Freed, read_freed, write_freed
from uploader.line import Stopwatch
from uploader.outcome import Result
from uploader.policy import DONE
from uploader.queue import Queue

_log = logging.getLogger(__name__)
NO_AGE: Final = timedelta()


class NotFreed(UploaderError):
    """A recording's media stay here; the message says why."""


class Busy(NotFreed):
    """Somebody is at work on the recording now."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one recording: bytes that are free now, or why it stays."""

    recording: str
    freed_bytes: int = 0
    why: str = ""

    @property
    def is_freed(self) -> bool:
        return not self.why


class Freer:
    """Frees recordings, one at a time, each on the receiver's fresh word."""

    def __init__(self, queue: Queue, asker: Asker) -> None:
        self._queue = queue
        self._asker = asker

    def free(self, recording: str, folder: RecordingFolder, by: str, age: timedelta) -> Outcome:
        """Delete the media of one recording, if its receipt is at least `age` old there and here.

        Raises NotAnswered where the receiver cannot be asked at all, Stopped, QueueError.
        """
        try:
            with self._queue.freeing.claimed(recording) as is_ours:
                if not is_ours:
                    raise Busy("It is in use just now. Nothing was deleted; try again later.")
                return Outcome(recording, self._free_claimed(folder, by, age))
        except Forgotten as error:
            # Only now: a claimed row is nobody's to move.
            self._queue.freeing.forgotten(recording, str(error))
            return Outcome(recording, why=str(error))
        except NotAnswered:
            raise
        except (NotFreed, NotConfirmed) as error:
            return Outcome(recording, why=str(error))
        except (OSError, FormatError) as error:
            said = error.strerror if isinstance(error, OSError) else str(error)
            return Outcome(recording, why=f"Its files cannot be read or written now ({said}).")

    def _free_claimed(self, folder: RecordingFolder, by: str, age: timedelta) -> int:
        with salvage.abandoned(folder) as nobody_is_left:
            if not nobody_is_left:
                raise Busy("It is in use just now. Nothing was deleted; try again later.")
            manifest = self._proven(folder)
            before = read_freed(folder)
            here = _media(folder, manifest, before)
            pieces = self._pieces(manifest, here)
            found = self._asker.confirm(folder.recording, manifest, pieces)
            self._require_elsewhere(folder, found)
            # By the receiver's clock alone: this computer's may have leapt.
            _require_age(found[0], age)
            return self._delete(folder, here, self._plan(manifest, found, by))

    def _proven(self, folder: RecordingFolder) -> Manifest:
        manifest = salvage.read_manifest(folder)
        enrolment = self._asker.enrolment
        receipt = receipts.stored_any(folder, enrolment.keys)
        if manifest is None or receipt is None or receipt.receiver != enrolment.receiver:
            raise NotFreed(
                "There is no receipt here of the receiver that this computer sends to. Nothing was "
                "deleted."
            )
        return manifest

    def _pieces(self, manifest: Manifest, here: Sequence[tuple[int, Path]]) -> list[Piece]:
        paths = dict(here)
        pieces: list[Piece] = []
        for listed in manifest.segments:
            if listed.lost is not None:
                continue
            if listed.segment in paths:
                pieces += read_pieces(paths[listed.segment], listed, self._go_on)
            else:
                # Deleted by a run that was cut short: the receiver must hold it all the more.
                pieces += listed_pieces([listed])
        return pieces

    def _go_on(self) -> None:
        if self._asker.stop.is_set():
            raise Stopped("Freeing was stopped; what was not deleted yet stays.")

    def _require_elsewhere(self, folder: RecordingFolder, found: Iterable[Confirmation]) -> None:
        own = place_of(folder.path, self._asker.clock)
        if any(own.may_share_a_disk(each.place) for each in found):
            raise NotFreed(SAME_DISK)

    def _plan(self, manifest: Manifest, found: Sequence[Confirmation], by: str) -> Freed:
        listed = [each for each in manifest.segments if each.lost is None]
        return Freed(
            stage=FREEING,
            at=rfc3339(self._asker.clock.now()),
            by=by,
            receiver=self._asker.enrolment.receiver,
            manifest_sha256=manifest.digest(),
            segments=tuple(each.segment for each in listed),
            size_bytes=sum(each.size_bytes for each in listed),
            confirmations=as_evidence(found),
        )

    def _delete(
        self, folder: RecordingFolder, here: Sequence[tuple[int, Path]], plan: Freed
    ) -> int:
        freed_bytes = sum(path.stat().st_size for _, path in here)
        stopwatch = Stopwatch("free", self._asker.clock)
        crash.point("uploader.before-freeing")
        write_freed(folder, plan)
        self._queue.freeing.note(folder.recording, FREEING)
        durable.remove_all(folder.path, _one_by_one(here))
        durable.remove_all(folder.path, folder.previews().values())
        write_freed(folder, replace(plan, stage=FREED))
        crash.point("uploader.before-freed-row")
        record = stopwatch.record("done", Result(DONE), plan.by)
        self._queue.freeing.note(folder.recording, FREED, record)
        _log.info("the copy of %s here was deleted (%s)", folder.recording, plan.by)
        return freed_bytes


def _one_by_one(here: Sequence[tuple[int, Path]]) -> Iterator[Path]:
    for _, path in here:
        yield path
        crash.point("uploader.mid-freeing")


SAME_DISK: Final = (
    "The receiver keeps its copy on a disk of this same computer that may be the very same disk. "
    "The copy here is the second one; nothing was deleted."
)


def _require_age(found: Confirmation, age: timedelta) -> None:
    try:
        since = parse_rfc3339(found.checked_at) - parse_rfc3339(found.stored_at)
    except ValueError as error:
        raise NotFreed("The receiver's confirmation has no time that can be read.") from error
    if age and since < age:
        raise NotFreed(too_young(age, age - since))


def too_young(age: timedelta, rest: timedelta) -> str:
    """A receipt has not the age yet that the policy wants."""
    days = f"{age / timedelta(days=1):g}"
    left_h = max(1, round(rest / timedelta(hours=1)))
    left = f"{left_h} h" if left_h < 48 else f"{left_h // 24} days"
    return f"Its receipt is not {days} days old yet; {left} to go."


def _media(
    folder: RecordingFolder, manifest: Manifest, before: Freed | None
) -> list[tuple[int, Path]]:
    """Number and file of each segment that is here. Raises NotFreed where one is missing."""
    found, gone = [], []
    for listed in manifest.segments:
        path = folder.segment(listed.segment, listed.container)
        if listed.lost is not None:
            continue
        if path.is_file():
            found.append((listed.segment, path))
        else:
            gone.append(listed.segment)
    begun = before is not None and before.manifest_sha256 == manifest.digest()
    if gone and not begun:
        raise NotFreed(
            f"A recorded file is gone from this computer ({folder.segment(gone[0]).name}), and not "
            "by freeing. Nothing was deleted; holdfast queue verify says more."
        )
    return found


def receipt_age(
    folder: RecordingFolder, receiver_keys: Sequence[str], now: datetime
) -> timedelta | None:
    """How long ago the receiver stored a recording, by its receipt; None without a good one."""
    receipt = receipts.stored_any(folder, receiver_keys)
    if receipt is None:
        return None
    try:
        return now - parse_rfc3339(receipt.stored_at)
    except ValueError:
        return None
