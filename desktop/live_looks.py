"""Looks at the live picture while nothing is recorded: is a face there, is there light, who moves?

A process of its own looks into the preview's memory, so that no OpenCV is loaded here and a check
that dies takes nothing with it. While a recording runs it rests: the quality check looks then.
"""

import logging
import multiprocessing
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, Final

from desktop.recording import look_host

_log = logging.getLogger(__name__)
_REAP_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class Face:
    """Where a face stands in the picture: shares of its width and height, from the top left."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LiveLook:
    """One look: light (95th percentile of grey, 0 to 255), a face, mean change since the last."""

    brightness: float
    face: Face | None
    change: float | None


OnLook = Callable[[LiveLook], None]
Main = Callable[["Connection[Any, Any]", str], None]


class LiveLooks:
    """Looks at one preview at a time. `on_look` is called from a thread of its own."""

    def __init__(self, on_look: OnLook, main: Main = look_host.main) -> None:
        self._on_look = on_look
        self._main = main
        self._block: str | None = None
        self._process: SpawnProcess | None = None
        self._connection: Connection[Any, Any] | None = None

    @property
    def pid(self) -> int | None:
        """The process that looks, if there is one."""
        return None if self._process is None else self._process.pid

    def watch(self, block: str | None) -> None:
        """Look into the preview's memory of this name; None: look at nothing.

        A process that has died is not started again for the same block: without it there are no
        hints, and everything else works.
        """
        if block == self._block:
            return
        self._end()
        self._block = block
        if block is not None:
            self._begin(block)

    def rest(self, *, rests: bool) -> None:
        """Look no more, or look again."""
        if self._connection is None:
            return
        try:
            self._connection.send(rests)
        except OSError:
            _log.warning("nobody looks at the live picture any more; recording is not affected")
            self._connection = None

    def close(self) -> None:
        """Leave no process behind."""
        self.watch(None)

    def _begin(self, block: str) -> None:
        # Spawned, never forked: it inherits no thread and no lock.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=self._main, args=(theirs, block), name="holdfast-looks", daemon=True
        )
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        threading.Thread(target=self._listen, args=(ours,), name="looks", daemon=True).start()

    def _listen(self, connection: "Connection[Any, Any]") -> None:
        try:
            while True:
                seen = connection.recv()
                place = None if seen.place is None else Face(*seen.place)
                self._on_look(LiveLook(seen.brightness, place, seen.change))
        except (EOFError, OSError):
            # The process has ended, or we closed the pipe.
            return

    def _end(self) -> None:
        process, self._process = self._process, None
        connection, self._connection = self._connection, None
        if process is not None:
            process.kill()
            process.join(_REAP_S)
        if connection is not None:
            connection.close()
