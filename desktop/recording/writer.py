"""The writer threads of one part: bytes of the muxer in, closed segments on disk out.

The encoder's thread cuts the bytes into segments here and goes on. One thread writes them, behind
a queue bounded in bytes; another syncs, renames and describes, as that may take a disk seconds in
which a kill must not find whole fragments in our memory. A slow disk holds the encoder back once
too much waits; it never loses what was given.
"""

import threading
from collections import deque
from collections.abc import Callable
from typing import Final

from desktop.recording.errors import RecordingError
from desktop.recording.model import SYNC_S
from desktop.recording.segment_store import SegmentStore
from desktop.recording.segmenter import Append, Captured, Place, Segmenter, Step
from holdfast.clock import Clock
from holdfast.fragments import Splitter
from holdfast.journal import Losses
from holdfast.layout import RecordingFolder
from holdfast.sidecar import Sidecar

QUEUE_BYTES: Final = 32 << 20
"""About a minute of ordinary video."""

_SYNC_PAUSE_S: Final = SYNC_S / 5
"""Least time between two syncs: a fragment waits at most this long, a fast source syncs less."""
_SECOND_NS: Final = 1_000_000_000
_FAULT: Final = (
    "The writer of the recording failed by a fault of its own. All closed segments are safe; the"
    " open one is completed when this recording is next opened."
)


class SegmentWriter:
    """Writes one part's segments. `write` is the encoder's sink, `captured` its other callback.

    `note_losses` is called from the thread that writes, `on_closed` from the one that syncs,
    `on_failed` once, from the one that failed. After a failure what is given is dropped: the part
    is over, and its closed segments are safe.
    """

    def __init__(
        self,
        folder: RecordingFolder,
        place: Place,
        clock: Clock,
        *,
        first_segment: int,
        note_losses: Callable[[Losses], None],
        on_closed: Callable[[Sidecar], None],
        on_failed: Callable[[RecordingError], None],
    ) -> None:
        self._clock = clock
        self._store = SegmentStore(folder, place, clock, note_losses, on_closed)
        self._segmenter = Segmenter(first_segment)
        self._splitter = Splitter()
        self._on_failed = on_failed
        self._changed = threading.Condition()
        self._steps: deque[Step] = deque()
        self._queued_bytes = 0
        self._is_ending = False
        self._all_written = False
        self._failure: RecordingError | None = None
        self._synced_ns = clock.monotonic_ns()
        self._threads = [
            self._thread(f"writer-{place.part}", self._write_until_the_end),
            self._thread(f"syncer-{place.part}", self._sync_until_the_end),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def failure(self) -> RecordingError | None:
        """Why nothing more is written, or None."""
        return self._failure

    @property
    def bytes_written(self) -> int:
        """All bytes of media that this part has put on disk."""
        return self._store.bytes_written

    @property
    def next_segment(self) -> int:
        """The number of the segment that would be opened next."""
        return self._segmenter.next_number

    def captured(self, picture: Captured) -> None:
        """Note a picture's capture time before its bytes are written."""
        self._segmenter.captured(picture)

    def write(self, data: bytes) -> None:
        """Take the muxer's next bytes; waits while the queue is full."""
        for item in self._splitter.iterate(data):
            self._put(self._segmenter.add(item))

    def close(self, timeout_s: float | None = None, lost_at_end: int = 0) -> bool:
        """End the open segment and the threads; False if the disk did not let it in time.

        `lost_at_end` counts the pictures that were lost after the last one.
        """
        self._put(self._segmenter.end(lost_at_end))
        with self._changed:
            self._is_ending = True
            self._changed.notify_all()
        is_over = self._join(timeout_s)
        if is_over:
            self._store.abandon()
        return is_over

    def _join(self, timeout_s: float | None) -> bool:
        began_ns = self._clock.monotonic_ns()
        for thread in self._threads:
            passed_s = (self._clock.monotonic_ns() - began_ns) / _SECOND_NS
            thread.join(None if timeout_s is None else max(0.0, timeout_s - passed_s))
        return not any(thread.is_alive() for thread in self._threads)

    def _put(self, steps: list[Step]) -> None:
        with self._changed:
            for step in steps:
                self._changed.wait_for(self._has_room)
                if self._failure is None:
                    self._steps.append(step)
                    self._queued_bytes += _size_bytes(step)
            self._changed.notify_all()

    def _has_room(self) -> bool:
        waiting = self._queued_bytes + self._store.unclosed_bytes
        return self._failure is not None or waiting < QUEUE_BYTES

    def _thread(self, name: str, work: Callable[[], None]) -> threading.Thread:
        return threading.Thread(target=self._run, args=(work,), name=name, daemon=True)

    def _run(self, work: Callable[[], None]) -> None:
        try:
            work()
        except RecordingError as error:
            self._fail(error)
        except BaseException:
            # A fault of ours: nobody may wait for a thread that is gone.
            self._fail(RecordingError(_FAULT))
            raise

    def _write_until_the_end(self) -> None:
        while (step := self._next_step()) is not None:
            self._store.take(step)
            with self._changed:
                self._changed.notify_all()
        with self._changed:
            self._all_written = True
            self._changed.notify_all()

    def _next_step(self) -> Step | None:
        """The next step; None once all are taken, or none will be."""
        with self._changed:
            self._changed.wait_for(lambda: self._steps or self._is_ending or self._failure)
            if not self._steps:
                return None
            step = self._steps.popleft()
            self._queued_bytes -= _size_bytes(step)
            self._changed.notify_all()
            return step

    def _sync_until_the_end(self) -> None:
        while not self._waits_for_nothing():
            self._store.sync()
            self._store.retry_held()
            with self._changed:
                self._changed.notify_all()
        if self._failure is None:
            self._store.sync()
            # Whoever holds a segment's file even now will have let go by the folder's next scan.
            self._store.retry_held(at_once=True)

    def _waits_for_nothing(self) -> bool:
        """Wait until something is due to be synced; true where nothing more will be."""
        with self._changed:
            while not self._all_written and self._failure is None:
                due_s = self._until_due_s()
                if due_s is not None and due_s <= 0:
                    self._synced_ns = self._clock.monotonic_ns()
                    return False
                self._changed.wait(due_s)
            return True

    def _until_due_s(self) -> float | None:
        """Seconds until the next sync, closing or naming is due; None while nothing is to be."""
        if self._store.has_ended:
            return 0.0
        due_ns = self._store.next_retry_ns
        if self._store.is_dirty:
            sync_ns = self._synced_ns + round(_SYNC_PAUSE_S * _SECOND_NS)
            due_ns = sync_ns if due_ns is None else min(due_ns, sync_ns)
        if due_ns is None:
            return None
        return (due_ns - self._clock.monotonic_ns()) / _SECOND_NS

    def _fail(self, error: RecordingError) -> None:
        with self._changed:
            is_first = self._failure is None
            self._failure = self._failure or error
            self._steps.clear()
            self._queued_bytes = 0
            self._changed.notify_all()
        if is_first:
            self._on_failed(error)


def _size_bytes(step: Step) -> int:
    return len(step.fragment.data) if isinstance(step, Append) else 0
