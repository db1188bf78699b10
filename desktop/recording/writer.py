"""The writer thread of one part: bytes of the muxer in, closed segments on disk out.

The encoder's thread cuts the bytes into segments here and goes on; writing, syncing, hashing and
renaming happen on a thread of its own, behind a queue bounded in bytes. A slow disk holds the
encoder back once that queue is full; it never loses what was given.
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

    `note_losses`, `on_closed` and `on_failed` are called from the writer thread. After a failure
    what is given is dropped: the part is over, and its closed segments are safe.
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
        self._failure: RecordingError | None = None
        self._synced_ns = clock.monotonic_ns()
        name = f"writer-{place.part}"
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

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
        """End the open segment and the thread; False if the disk did not let it in time.

        `lost_at_end` counts the pictures that were lost after the last one.
        """
        self._put(self._segmenter.end(lost_at_end))
        with self._changed:
            self._is_ending = True
            self._changed.notify_all()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _put(self, steps: list[Step]) -> None:
        with self._changed:
            for step in steps:
                self._changed.wait_for(self._has_room)
                if self._failure is None:
                    self._steps.append(step)
                    self._queued_bytes += _size_bytes(step)
            self._changed.notify_all()

    def _has_room(self) -> bool:
        return self._queued_bytes < QUEUE_BYTES

    def _run(self) -> None:
        try:
            self._write_until_the_end()
        except RecordingError as error:
            self._fail(error)
        except BaseException:
            # A fault of ours: nobody may wait for a thread that is gone.
            self._fail(RecordingError(_FAULT))
            raise

    def _write_until_the_end(self) -> None:
        while True:
            step, is_over = self._next()
            if is_over:
                break
            self._work(step)
        # Whoever holds a segment's file even now will have let go by the next scan of the folder.
        self._store.retry_held(at_once=True)

    def _next(self) -> tuple[Step | None, bool]:
        """The next step, or None when something else is due; and whether everything is done."""
        with self._changed:
            if not self._steps and not self._is_ending:
                self._changed.wait(self._until_due_s())
            if self._steps:
                step = self._steps.popleft()
                self._queued_bytes -= _size_bytes(step)
                self._changed.notify_all()
                return step, False
            return None, self._is_ending

    def _until_due_s(self) -> float | None:
        due_ns = self._store.next_retry_ns
        if self._store.is_dirty:
            sync_ns = self._synced_ns + round(_SYNC_PAUSE_S * _SECOND_NS)
            due_ns = sync_ns if due_ns is None else min(due_ns, sync_ns)
        if due_ns is None:
            return None
        return max(0.0, (due_ns - self._clock.monotonic_ns()) / _SECOND_NS)

    def _work(self, step: Step | None) -> None:
        if step is not None:
            self._store.take(step)
        now_ns = self._clock.monotonic_ns()
        if now_ns - self._synced_ns >= round(_SYNC_PAUSE_S * _SECOND_NS):
            self._store.sync()
            self._synced_ns = now_ns
        if (retry_ns := self._store.next_retry_ns) is not None and retry_ns <= now_ns:
            self._store.retry_held()

    def _fail(self, error: RecordingError) -> None:
        with self._changed:
            self._failure = error
            self._steps.clear()
            self._queued_bytes = 0
            self._changed.notify_all()
        self._on_failed(error)


def _size_bytes(step: Step) -> int:
    return len(step.fragment.data) if isinstance(step, Append) else 0
