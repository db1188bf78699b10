"""The quality check's process as its parent sees it: started, told, asked, replaced.

Nothing here waits for it but `answer`, and that only so long. It loads no media library.
"""

import logging
import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, Final

from desktop.recording import quality_host
from desktop.recording.quality import PictureCounts
from desktop.recording.quality_looks import Ask, Begin

_log = logging.getLogger(__name__)

ANSWER_S: Final = 1.5
"""So long an answer is waited for: with the rest it is there within 2 s of the recording's end."""
_REAP_S: Final = 1.0
DIED: Final = (
    "The pictures were not checked: the check stopped unexpectedly. The recording is not affected."
)
LATE: Final = (
    "The pictures were not checked: the check did not answer in time. The recording is not"
    " affected."
)

Main = Callable[["Connection[Any, Any]", str, bool], None]


class NotAnswered(Exception):
    """The check has nothing to say; `args[0]` is the sentence that says why."""


class QualityProcess:
    """One process that looks at one preview. Used by the supervisor's thread and one that waits."""

    def __init__(self, block: str, looks_for_faces: bool, main: Main = quality_host.main) -> None:
        self._block = block
        self._looks_for_faces = looks_for_faces
        self._main = main
        self._lock = threading.Lock()
        self._process, self._connection = self._spawn()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def begin(self, from_ns: int) -> None:
        """A recording began at this monotonic time."""
        self._send(Begin(from_ns))

    def ask(self, until_ns: int) -> None:
        """The recording ended then; `answer` brings what was seen."""
        self._send(Ask(until_ns))

    def answer(self) -> PictureCounts:
        """What was asked for. Raises NotAnswered; another process is then at hand."""
        connection = self._connection
        try:
            if connection.poll(ANSWER_S):
                counts = connection.recv()
                assert isinstance(counts, PictureCounts)
                return counts
            sentence = LATE
        except (EOFError, OSError):
            sentence = DIED
        _log.error("the quality check is replaced: %s", sentence)
        self._replace()
        raise NotAnswered(sentence)

    def close(self) -> None:
        """Leave no process behind."""
        with self._lock:
            self._connection.close()
            self._process.join(_REAP_S)
            self._process.kill()
            self._process.join(_REAP_S)

    def _send(self, message: Begin | Ask) -> None:
        try:
            with self._lock:
                self._connection.send(message)
        except OSError:
            # `answer` says so, and replaces it.
            _log.error("the quality check does not listen any more")

    def _replace(self) -> None:
        with self._lock:
            self._process.kill()
            self._process.join(_REAP_S)
            self._connection.close()
            self._process, self._connection = self._spawn()

    def _spawn(self) -> "tuple[SpawnProcess, Connection[Any, Any]]":
        # Spawned, never forked: it inherits no thread and no lock.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=self._main,
            args=(theirs, self._block, self._looks_for_faces),
            name="holdfast-quality",
            daemon=True,
        )
        process.start()
        theirs.close()
        return process, ours
