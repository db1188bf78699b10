"""Segments of one part become files, durably: write, fsync, sidecar, rename, fsync of the folder.

The order is the promise; every step left out loses data in a power cut. Writing and syncing are
apart, so that a disk which takes its time to sync never keeps a whole fragment in our memory, where
a kill would take it. No thread here: `writer.py` has one for each and says when time has passed.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NoReturn

from desktop.recording.errors import DiskFull, FolderUnwritable, RecordingError
from desktop.recording.open_segment import OpenSegment, Written
from desktop.recording.segmenter import Append, Begin, Place, Step, describe, losses_in
from holdfast import crash, durable
from holdfast.clock import Clock
from holdfast.journal import Losses
from holdfast.jsonform import canonical
from holdfast.layout import RecordingFolder
from holdfast.sidecar import Sidecar

HELD_RETRY_S: Final = 0.5
HELD_PATIENCE_S: Final = 60.0

_log = logging.getLogger(__name__)

_SECOND_NS: Final = 1_000_000_000
_FULL: Final = (
    "The disk is full, so the recording ended here. Everything recorded until now is safe. Free"
    " some space before recording again."
)
_UNWRITABLE: Final = (
    "The recordings folder cannot be written to ({reason}). All closed segments are safe. Check the"
    " disk before recording again."
)


@dataclass(frozen=True, slots=True)
class _Held:
    """A complete segment that another program keeps from getting its final name."""

    sidecar: Sidecar
    next_try_ns: int
    given_up_ns: int


class SegmentStore:
    """Carries out the segmenter's steps in one recording's folder.

    `take` writes and does not wait for the device; `sync` and `retry_held` do. One thread may call
    `take` while another calls those. `note_losses` writes a line into the journal. `on_closed` is
    told of each segment once it has its final name, durably. Methods raise DiskFull
    and FolderUnwritable; what could be kept is then already closed, and nothing more is accepted.
    """

    def __init__(
        self,
        folder: RecordingFolder,
        place: Place,
        clock: Clock,
        note_losses: Callable[[Losses], None],
        on_closed: Callable[[Sidecar], None],
    ) -> None:
        self._note_losses = note_losses
        self._folder = folder
        self._place = place
        self._clock = clock
        self._on_closed = on_closed
        self._open: OpenSegment | None = None
        self._ended: deque[tuple[OpenSegment, int]] = deque()
        """Segments that are written and wait to be closed, with what was lost at their ends."""
        self._held: list[_Held] = []
        self._failure: RecordingError | None = None
        """Why nothing more is taken."""
        self._writing = threading.RLock()
        """Held while the open segment's file is written or exchanged."""
        self._syncing = threading.RLock()
        """Held by whoever waits for the device; taken before `_writing`, never after it."""
        self.bytes_written = 0
        """All bytes of media that are safely on the device."""
        self.unclosed_bytes = 0
        """Bytes of the segments that wait to be closed; they are in memory too."""

    @property
    def is_dirty(self) -> bool:
        """Whether there is anything to be synced."""
        segment = self._open
        return segment is not None and segment.is_dirty

    @property
    def has_ended(self) -> bool:
        """Whether a segment waits to be closed."""
        return bool(self._ended)

    @property
    def next_retry_ns(self) -> int | None:
        """When `retry_held` should be called next, or None."""
        return min((held.next_try_ns for held in self._held), default=None)

    def take(self, step: Step) -> None:
        """Write one step, or note that the open segment is complete; `sync` then closes it."""
        if isinstance(step, Begin):
            self._begin(step)
        elif isinstance(step, Append):
            self._append(step)
        else:
            self._end(step.lost)

    def sync(self) -> None:
        """Close what has ended, and force what was written of the open segment to the device."""
        with self._syncing:
            self._close_ended()
            with self._writing:
                segment = self._open
                if segment is None or not segment.is_dirty:
                    return
                written = segment.written()
            self._sync(segment, written)

    def _sync(self, segment: OpenSegment, written: Written) -> None:
        failure: OSError | None = None
        try:
            written.sync_file()
        except OSError as error:
            failure = error
        with self._writing:
            if not segment.is_same_file(written):
                # It was written to another file meanwhile, and synced there.
                return
            if failure is not None:
                self._after_failed_write(segment, failure, to_synced=True)
                return
            self.bytes_written += segment.synced(written.steps)
        if written.steps:
            crash.point("recorder.segment-open")

    def retry_held(self, *, at_once: bool = False) -> None:
        """Try again to name the segments that another program held, where a try is due.

        One that is held for `HELD_PATIENCE_S` is left to the next scan of the folder: it is
        complete and has its sidecar.
        """
        now_ns = self._clock.monotonic_ns()
        with self._syncing:
            for held in [each for each in self._held if at_once or each.next_try_ns <= now_ns]:
                self._held.remove(held)
                self._publish(held.sidecar, held.given_up_ns)

    def abandon(self) -> None:
        """Let go of what was not closed, as it is: the next scan of the folder completes it."""
        with self._writing:
            following = [segment for segment, _ in self._ended]
            self._ended.clear()
            segment, self._open = self._open, None
            for each in [*following, *([] if segment is None else [segment])]:
                each.abandon()

    def _begin(self, step: Begin) -> None:
        if self._failure is not None:
            raise self._failure
        segment = OpenSegment(self._folder, step)
        try:
            segment.open()
        except OSError as error:
            with self._syncing:
                self._close_ended()
                if durable.is_no_space(error):
                    self._after_failed_write(segment, error)
            segment.abandon()
            raise FolderUnwritable(_UNWRITABLE.format(reason=error.strerror)) from error
        self._open = segment

    def _append(self, step: Append) -> None:
        segment = self._required()
        self._count_losses(segment, step)
        try:
            with self._writing:
                segment = self._required()
                segment.append(step)
        except OSError as error:
            with self._syncing, self._writing:
                self._close_ended()
                self._after_failed_write(segment, error)
                self._append_again(segment, step)

    def _count_losses(self, segment: OpenSegment, step: Append) -> None:
        # Before the fragment, so that whoever finds it in a dead recording finds the count too.
        losses = losses_in(self._place, segment.begin.number, step)
        if losses is None:
            return
        try:
            self._note_losses(losses)
        except RecordingError as error:
            _log.warning("losses stand in the sidecar only, once it is written: %s", error)

    def _end(self, lost: int) -> None:
        with self._writing:
            segment = self._required()
            self._open = None
            self.unclosed_bytes += segment.size_bytes
            self._ended.append((segment, lost))

    def _close_ended(self) -> None:
        """Give every segment that is written its sidecar and its name, in their order."""
        while self._ended:
            segment, lost = self._ended.popleft()
            size_bytes = segment.size_bytes
            try:
                segment.close()
            except OSError as error:
                self._after_failed_write(segment, error, to_synced=True)
                segment.abandon()
            self.bytes_written += segment.synced(len(segment.appended))
            self._keep(segment, lost)
            self.unclosed_bytes -= size_bytes

    def _append_again(self, segment: OpenSegment, step: Append) -> None:
        """The second and last try, in a new file; if it fails, the next scan has the rest."""
        try:
            segment.append(step)
        except OSError as error:
            self._open = None
            segment.abandon()
            self._fail(error)

    def _required(self) -> OpenSegment:
        if self._failure is not None:
            raise self._failure
        if self._open is None:
            raise ValueError("no segment is open")
        return self._open

    def _keep(self, segment: OpenSegment, lost: int = 0) -> None:
        """Give a complete segment its sidecar and its name; one without a picture is nothing."""
        if not segment.has_pictures:
            try:
                durable.remove(segment.path)
            except OSError as error:
                self._fail(error)
            return
        sidecar = describe(
            self._place,
            segment.begin,
            segment.appended,
            segment.size_bytes,
            segment.sha256,
            lost,
        )
        crash.point("recorder.before-sidecar")
        try:
            sidecar_json = canonical(sidecar.to_json())
            durable.write_replacing(self._folder.sidecar(sidecar.segment), sidecar_json)
        except OSError as error:
            self._fail(error)
        crash.point("recorder.between-sidecar-and-rename")
        patience_ns = round(HELD_PATIENCE_S * _SECOND_NS)
        self._publish(sidecar, self._clock.monotonic_ns() + patience_ns)

    def _publish(self, sidecar: Sidecar, given_up_ns: int) -> None:
        number = sidecar.segment
        try:
            durable.publish(self._folder.part(number), self._folder.segment(number))
        except durable.HeldByAnotherProgram:
            next_try_ns = self._clock.monotonic_ns() + round(HELD_RETRY_S * _SECOND_NS)
            if next_try_ns <= given_up_ns:
                self._held.append(_Held(sidecar, next_try_ns, given_up_ns))
            return
        except OSError as error:
            self._fail(error)
        crash.point("recorder.after-rename")
        self._on_closed(sidecar)

    def _after_failed_write(
        self, segment: OpenSegment, error: OSError, *, to_synced: bool = False
    ) -> None:
        """Save what there is: end the segment on a full disk, else write it to a new file."""
        if durable.is_no_space(error):
            self._failure = DiskFull(_FULL)
            self.abandon()
            self._end_shorter(segment, to_synced=to_synced)
            raise self._failure from error
        try:
            segment.rewrite()
        except FolderUnwritable as unwritable:
            self._failure = unwritable
            self.abandon()
            raise
        self.bytes_written += segment.synced(len(segment.appended))

    def _end_shorter(self, segment: OpenSegment, *, to_synced: bool) -> None:
        try:
            segment.shorten(to_synced=to_synced)
        except OSError as error:
            # It stays as it is; the next scan cuts it after its last whole fragment.
            raise DiskFull(_FULL) from error
        self.bytes_written += segment.synced(len(segment.appended))
        self._keep(segment)

    def _fail(self, error: OSError) -> NoReturn:
        if durable.is_no_space(error):
            raise DiskFull(_FULL) from error
        raise FolderUnwritable(_UNWRITABLE.format(reason=error.strerror)) from error
