"""What is on disk gets its rows in the queue. Pure bytes and SQL; also the whole of the rebuild.

Salvage first, then a row for every recording and every closed segment without one. It is the normal
start of every command that touches the queue, so that a lost database is nothing special. It sends
nothing: what the receiver has already is found out when a recording is announced.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

from holdfast import salvage
from holdfast.decision import DecisionNote, read_decision
from holdfast.jsonform import FormatError
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest, Sign
from uploader import receipts
from uploader.annotate import Annotator
from uploader.decisions import Decisions
from uploader.entries import SegmentEntry
from uploader.errors import QueueFull, SegmentChanged
from uploader.freed import FREED, read_freed
from uploader.identity import enrolled_receiver, known_keys
from uploader.items import AT_HOME, LEFT_ALONE
from uploader.looks import due_again
from uploader.queue import Queue
from uploader.snapshots import Known

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Adoption:
    """What a scan found: ids of recordings, except `troubles`, which are sentences."""

    recordings: list[str] = field(default_factory=list)
    """New in the queue."""
    segments: int = 0
    """How many segments are new in the queue."""
    recovered: list[str] = field(default_factory=list)
    """Cut short, and closed now from what is on disk."""
    recovered_s: float = 0.0
    """How long those are together, seconds, as their manifests say."""
    verified: list[str] = field(default_factory=list)
    """Known to be at the receiver from the receipt beside them."""
    troubles: list[str] = field(default_factory=list)
    """What could not be read; everything is left as it was found."""


def adopt(home: Home, queue: Queue, sign: Sign) -> Adoption:
    """Scan the recordings folders that are here. A recording that cannot be read stops no other.

    What was discarded, and can be undone no more, is deleted.

    `sign` signs the manifests of recordings that are closed here. Raises QueueError.
    """
    decisions = Decisions(queue, queue.clock)
    scan = _Scan(home, queue, sign, known_keys(home), queue.known(), decisions)
    for folder in home.recording_folders():
        try:
            scan.look_at(folder)
        except SegmentChanged as error:
            scan.found.troubles.append(str(error))
        except (OSError, FormatError) as error:
            scan.found.troubles.append(
                f"The recording in {folder.path} cannot be read ({error}). Nothing was changed."
            )
    scan.finish()
    decisions.close_due()
    receiver = enrolled_receiver(home)
    if receiver is not None:
        # A queue that was built anew, or another process that enrolled this computer elsewhere.
        queue.holdings.send_to(receiver)
    for trouble in scan.found.troubles:
        _log.warning("%s", trouble)
    return scan.found


class _Scan:
    def __init__(
        self,
        home: Home,
        queue: Queue,
        sign: Sign,
        receiver_keys: tuple[str, ...],
        known: dict[str, Known],
        decisions: Decisions,
    ) -> None:
        self.found = Adoption()
        self._home = home
        self._queue = queue
        self._sign = sign
        self._receiver_keys = receiver_keys
        self._known = known
        self._annotator = Annotator(queue)
        self._decisions = decisions
        self._looks = queue.looks.all()
        self._due_again = due_again(
            self._looks, {recording: each.segments for recording, each in known.items()}
        )
        self._circumstances = queue.receiver.clock_circumstances()
        self._seen: set[str] = set()
        self._whole: dict[str, str] = {}

    def look_at(self, folder: RecordingFolder) -> None:
        """Bring the queue up to date with one recording's folder, unless nothing changed in it."""
        recording = folder.recording
        self._seen.add(recording)
        # Before anything is read: what changes meanwhile is looked at the next time.
        stamp = self._queue.looks.stamp(folder, self._circumstances)
        if stamp is not None and self._is_as_it_was(folder, stamp):
            return
        if self._take_in(folder) and stamp is not None:
            self._whole[recording] = stamp

    def _is_as_it_was(self, folder: RecordingFolder, stamp: str) -> bool:
        look, known = self._looks.get(folder.recording), self._known.get(folder.recording)
        return (
            look is not None
            and known is not None
            and look.stamp == stamp
            and folder.recording not in self._due_again
            and known.overflow == self._home.overflow_of(folder)
        )

    def finish(self) -> None:
        """After the last folder: what is not there any more, and what need not be read anew."""
        here = self._home.folders_here()
        for recording, known in self._known.items():
            if recording not in self._seen and known.saved and known.overflow in here:
                self._queue.entries.note_saved(recording, False)
        looked_at_in_vain = (self._due_again | (self._looks.keys() - self._seen)) - set(self._whole)
        try:
            self._queue.looks.note(self._whole, looked_at_in_vain)
        except QueueFull as error:
            _log.debug("the next look reads the same again: %s", error)

    def _take_in(self, folder: RecordingFolder) -> bool:
        """Whether all of the recording is in the queue, and here or at the receiver."""
        known = self._known.get(folder.recording)
        if known is not None and known.step in LEFT_ALONE:
            return True
        if known is not None and known.step in AT_HOME:
            has_receipt = folder.receipt.exists()
            # Its disk may have been taken away while it was looked at.
            if not has_receipt and self._home.is_here(folder):
                self._queue.entries.receipt_gone(folder.recording)
            elif not known.receiver:
                self._queue.holdings.note_receiver(folder.recording, receipts.receiver_of(folder))
            self._note_freed(folder, known)
            self._note_whether_saved(folder, known)
            self._annotator.look_at(folder)
            return has_receipt
        note = read_decision(folder)
        if note is not None and note.is_final:
            # What is left of it is deleted, not closed.
            self._ensure_recording(folder, known, note)
            return False
        self._close_if_abandoned(folder)
        if folder.manifest.exists():
            note = self._decisions.settle_review(folder, note)
        if not self._ensure_recording(folder, known, note):
            return False
        manifest = salvage.read_manifest(folder)
        has_rows = self._queue.segment_numbers(folder.recording) if known is not None else set()
        entries = [
            each for each in _entries(folder, manifest, has_rows) if each.segment not in has_rows
        ]
        if entries:
            self._queue.entries.enqueue_segments(folder, entries)
            self.found.segments += len(entries)
        self._note_previews(folder)
        if manifest is None:
            return False
        self._follow_given_up(folder, manifest, has_rows)
        saved = self._note_manifest(folder, manifest, known)
        self._note_freed(folder, known)
        self._annotator.look_at(folder)
        # Who looks at it may die without a trace in the folder.
        return saved and (note is None or note.decision != "pending" or note.after_accept)

    def _note_previews(self, folder: RecordingFolder) -> None:
        found = folder.previews()
        if not found:
            return
        for number in self._queue.previews.segments(folder.recording):
            found.pop(number, None)
        sizes = {number: path.stat().st_size for number, path in found.items()}
        self._queue.previews.add(folder.recording, sizes)

    def _follow_given_up(
        self, folder: RecordingFolder, manifest: Manifest, has_rows: set[int]
    ) -> None:
        lost = {each.segment for each in manifest.segments if each.lost is not None} & has_rows
        if lost:
            self._queue.entries.manifest_ready(folder, manifest, is_saved(folder, manifest))
            self._queue.entries.forget_given_up(folder.recording, lost)

    def _note_whether_saved(self, folder: RecordingFolder, known: Known) -> None:
        """The light *saved* of a recording at home, whose copies here a person may have moved."""
        manifest = None if known.freed else salvage.read_manifest(folder)
        if manifest is None:
            return
        saved = is_saved(folder, manifest)
        if saved != known.saved and (saved or self._home.is_here(folder)):
            self._queue.entries.note_saved(folder.recording, saved)

    def _note_freed(self, folder: RecordingFolder, known: Known | None) -> None:
        if known is not None and known.freed == FREED:
            return
        freed = read_freed(folder)
        if freed is not None and (known is None or known.freed != freed.stage):
            self._queue.freeing.note(folder.recording, freed.stage)

    def _close_if_abandoned(self, folder: RecordingFolder) -> None:
        # Without an announcement there is nothing to close yet, and its recorder may be about to
        # take the lock that is tried here.
        if folder.manifest.exists() or not folder.announce.exists():
            return
        salvaged = salvage.close_abandoned(
            folder,
            self._sign,
            self._queue.receiver.clock_offset,
            self._home.session_folders(folder.session),
        )
        if salvaged is not None:
            self.found.recovered.append(folder.recording)
            self.found.recovered_s += salvaged.manifest.duration_s

    def _ensure_recording(
        self, folder: RecordingFolder, known: Known | None, note: DecisionNote | None
    ) -> bool:
        if known is not None and known.decision != ("kept" if note is None else note.decision):
            self._queue.decisions.note(folder.recording, note)
        if known is not None and known.overflow == self._home.overflow_of(folder):
            return True
        announcement = salvage.read_announcement(folder)
        if announcement is None:
            return False
        self._queue.entries.enqueue_recording(folder, announcement, note)
        if known is None:
            self.found.recordings.append(folder.recording)
        return True

    def _note_manifest(
        self, folder: RecordingFolder, manifest: Manifest, known: Known | None
    ) -> bool:
        saved = is_saved(folder, manifest)
        if known is None or not known.has_manifest:
            self._queue.entries.manifest_ready(folder, manifest, saved)
        elif self._queue.entries.note_saved(folder.recording, saved) and saved:
            # What failed meanwhile did so for want of its files, and nobody needs to say Retry.
            self._queue.retry(folder.recording)
        # Only a recording that is new here: one that the queue knows may be on its way to a
        # receiver that forgot it, and an old receipt must not stop that.
        receipt = receipts.stored_any(folder, self._receiver_keys) if known is None else None
        if receipt is not None:
            self._queue.entries.receipt_found(folder.recording, receipt.receiver)
            self.found.verified.append(folder.recording)
        return saved


def _entries(
    folder: RecordingFolder, manifest: Manifest | None, has_rows: set[int]
) -> Iterator[SegmentEntry]:
    if manifest is not None:
        yield from (
            SegmentEntry.of_manifest(each) for each in manifest.segments if each.lost is None
        )
        return
    for number in folder.segments():
        if number in has_rows:
            continue
        sidecar = salvage.read_sidecar(folder, number)
        if sidecar is not None:
            yield SegmentEntry.of_sidecar(sidecar)


def is_saved(folder: RecordingFolder, manifest: Manifest) -> bool:
    """Whether every segment that the manifest lists is on disk with the size that it lists."""
    for each in manifest.segments:
        if each.lost is not None:
            continue
        try:
            size_bytes = folder.segment(each.segment, each.container).stat().st_size
        except FileNotFoundError:
            return False
        if size_bytes != each.size_bytes:
            return False
    return True
