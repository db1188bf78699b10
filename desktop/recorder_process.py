"""One recorder process as its parent sees it: started, spoken to, killed.

It knows nothing of recordings; what to send and when to kill is the supervisor's.
"""

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from desktop.recording import host
from desktop.recording.model import CaptureRequest, Command

REAP_S = 1.0
"""A process in the middle of a driver's call may stay for longer; it runs no code of ours."""


class RecorderProcess:
    """A running recorder. Used by one thread."""

    def __init__(self, process: SpawnProcess, connection: "Connection[Any, Any]") -> None:
        self._process = process
        self.connection = connection

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def sentinel(self) -> int:
        """Becomes readable when the process ends."""
        return self._process.sentinel

    def send(self, command: Command) -> bool:
        """Send a command; false where the process does not listen any more."""
        try:
            self.connection.send(command)
        except OSError:
            return False
        return True

    def is_alive(self) -> bool:
        return self._process.is_alive()

    def kill(self) -> None:
        """End the process, whatever it does; it may have ended already."""
        self._process.kill()
        self._process.join(REAP_S)
        self.connection.close()


Spawn = Callable[[CaptureRequest], RecorderProcess]


def spawn_recorder(request: CaptureRequest) -> RecorderProcess:
    """Start a recorder for this source. Spawned, never forked: it inherits no thread and no lock.

    Daemonic, so that Python ends it when the app ends without a word; the recorder then closes
    what is open before it goes.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(
        target=host.main, args=(theirs, request), name="holdfast-recorder", daemon=True
    )
    process.start()
    # The recorder must hold the only other end: how else would we see it close?
    theirs.close()
    return RecorderProcess(process, ours)
