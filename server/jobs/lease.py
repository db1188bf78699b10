"""Keeps a claim alive while its worker itself is busy: fetching a recording, sending what was made.

While the job's process works, the one who attends to it does that, and looks whether it gets on.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from server.jobs.queue import Claim, JobQueue

KEEP_EVERY_S: Final = 2.0


@contextmanager
def kept(queue: JobQueue, claim: Claim) -> Iterator[None]:
    """Renew the lease until the block ends, or the claim is lost; whoever asks then finds out."""
    done = threading.Event()

    def keep() -> None:
        while not done.wait(KEEP_EVERY_S) and queue.keep(claim):
            pass

    thread = threading.Thread(target=keep, name="lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
