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
from desktop.recording.quality_looks import Answer, Ask, Begin, Pause, Resume, Watch, Watching
from holdfast.clock import Clock
from holdfast.quality import PictureCounts

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
STARTING: Final = (
    "The pictures were not checked: the check was still starting. The recording is not affected."
)

Main = Callable[["Connection[Any, Any]", str, bool], None]


class NotAnswered(Exception):
    """The check has nothing to say; `args[0]` is the sentence that says why."""


class QualityProcess:
    """One process that looks at one preview. Used by the supervisor's thread and one that waits."""

    def __init__(
        self,
        block: str,
        looks_for_faces: bool,
        clock: Clock,
        main: Main = quality_host.main,
    ) -> None:
        self._clock = clock
        self._block = block
        self._looks_for_faces = looks_for_faces
        self._main = main
        self._lock = threading.Lock()
        self._asked = 0
        self._picture_is_watched = False
        self._starts_for_long = False
        self._is_watching = False
        self._process, self._connection = self._spawn()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def begin(self, from_ns: int) -> None:
        """A recording began at this monotonic time."""
        self._send(Begin(from_ns))

    def pause(self, from_ns: int) -> None:
        """The recording paused then."""
        self._send(Pause(from_ns))

    def resume(self, from_ns: int) -> None:
        """The recording went on then."""
        self._send(Resume(from_ns))

    def watch_picture(self, *, wanted: bool) -> None:
        """Whether to look also while nothing is recorded."""
        self._picture_is_watched = wanted
        self._send(Watch(wanted))

    def ask(self, until_ns: int) -> int:
        """The recording ended then; `answer` brings what was seen, by the number returned."""
        self._asked += 1
        self._send(Ask(self._asked, until_ns))
        return self._asked

    def answer(self, number: int) -> PictureCounts:
        """What was asked for. Raises NotAnswered; another process is then at hand, if need be."""
        try:
            counts = self._listen_for(number)
        except (EOFError, OSError):
            self._replace()
            raise NotAnswered(DIED) from None
        if counts is not None:
            return counts
        if not self._is_watching and not self._starts_for_long:
            self._starts_for_long = True
            raise NotAnswered(STARTING)
        self._replace()
        raise NotAnswered(LATE)

    def _listen_for(self, number: int) -> PictureCounts | None:
        connection = self._connection
        deadline_ns = self._clock.monotonic_ns() + round(ANSWER_S * 1e9)
        while connection.poll(max(0.0, (deadline_ns - self._clock.monotonic_ns()) / 1e9)):
            word = connection.recv()
            if isinstance(word, Watching):
                self._is_watching = True
            elif isinstance(word, Answer) and word.number == number:
                return word.counts
        return None

    def close(self) -> None:
        """Leave no process behind."""
        with self._lock:
            self._connection.close()
            self._process.join(_REAP_S)
            self._process.kill()
            self._process.join(_REAP_S)

    def _send(self, message: Begin | Pause | Resume | Watch | Ask) -> None:
        try:
            with self._lock:
                self._connection.send(message)
        except OSError:
            # `answer` says so, and replaces it.
            _log.error("the quality check does not listen any more")

    def _replace(self) -> None:
        _log.error("the quality check is replaced")
        self._is_watching = self._starts_for_long = False
        with self._lock:
            self._process.kill()
            self._process.join(_REAP_S)
            self._connection.close()
            self._process, self._connection = self._spawn()
        if self._picture_is_watched:
            self._send(Watch(wanted=True))

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
