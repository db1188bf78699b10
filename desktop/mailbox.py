"""A queue that can be waited for together with pipes and processes.

`multiprocessing.connection.wait` waits for descriptors; this queue has one that becomes readable
when something is put in.
"""

import os
import queue
import threading
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """Many put, one takes."""

    def __init__(self) -> None:
        self._items: queue.SimpleQueue[T] = queue.SimpleQueue()
        self._reader, self._writer = os.pipe()
        os.set_blocking(self._reader, False)
        os.set_blocking(self._writer, False)
        # Once closed, the descriptors' numbers may belong to somebody else's files.
        self._lock = threading.Lock()
        self._closed = False

    def fileno(self) -> int:
        """Readable while there is something in it."""
        return self._reader

    def put(self, item: T) -> bool:
        """Put something in and wake who waits; false where nobody takes any more."""
        with self._lock:
            if self._closed:
                return False
            self._items.put(item)
            try:
                os.write(self._writer, b".")
            except BlockingIOError:
                # The pipe is full of wake-ups that nobody has read yet: one is enough.
                return True
            return True

    def take_all(self) -> Iterator[T]:
        """Everything that is in it now, oldest first."""
        try:
            os.read(self._reader, 65_536)
        except BlockingIOError:
            return
        while not self._items.empty():
            yield self._items.get()

    def close(self) -> None:
        """Take nothing any more."""
        with self._lock:
            if not self._closed:
                self._closed = True
                os.close(self._reader)
                os.close(self._writer)
