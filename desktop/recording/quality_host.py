"""The quality check's own process: looks at the preview twice a second while something is recorded,
and while somebody wants to see what is seen.

It has the lowest claim on the processor, touches no device and no file, and is nobody's condition:
when it dies or hangs, the recording goes on and its pictures are "not checked". It ends when the
pipe to its parent does.
"""

import logging
import os
import signal
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Final

from desktop.recording.quality_looks import (
    Answer,
    Ask,
    Begin,
    LookCounter,
    Pause,
    Resume,
    Watch,
    Watching,
)
from holdfast.clock import Clock, SystemClock

if TYPE_CHECKING:
    from desktop.recording.preview_memory import PreviewReader, SightingWriter
    from desktop.recording.quality_picture import Examiner

LOOK_EVERY_S: Final = 0.5
NICENESS: Final = 10


def main(connection: "Connection[Any, Any]", block: str, looks_for_faces: bool) -> None:
    """Look into this preview block, and answer what is asked, until the parent is gone."""
    # Ctrl-C and a closed terminal reach the whole group; the parent decides what they mean.
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    os.nice(NICENESS)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    logging.basicConfig(level=logging.WARNING, format="holdfast quality check: %(message)s")
    # Loading OpenCV takes half a second of a processor: not before the claim on it is low.
    import cv2

    from desktop.recording.preview_memory import PreviewReader, SightingWriter
    from desktop.recording.quality_picture import Examiner, FaceFinder

    cv2.setNumThreads(1)
    try:
        preview = PreviewReader.attach(block)
        examiner = Examiner(FaceFinder() if looks_for_faces else None)
        Watcher(connection, preview, examiner, SightingWriter(block), SystemClock()).run()
    except (EOFError, OSError):
        # The parent is gone, or has closed the source.
        return


class Watcher:
    """Looks while a recording runs, waits while none does. `run` ends when the parent is gone."""

    def __init__(
        self,
        connection: "Connection[Any, Any]",
        preview: "PreviewReader",
        examiner: "Examiner",
        sightings: "SightingWriter",
        clock: Clock,
    ) -> None:
        self._connection = connection
        self._preview = preview
        self._examiner = examiner
        self._sightings = sightings
        self._clock = clock
        self._is_watched = False
        self._counter = LookCounter()
        self._look_ns = 0

    def run(self) -> None:
        """Raises EOFError or OSError when the parent is gone."""
        self._connection.send(Watching())
        while True:
            if self._connection.poll(self._patience_s()):
                self._hear(self._connection.recv())
            else:
                self._look()

    def _patience_s(self) -> float | None:
        """Until the next look is due; for ever where nothing is recorded and nobody watches."""
        if not (self._counter.is_counting or self._is_watched):
            return None
        return max(0.0, (self._look_ns - self._clock.monotonic_ns()) / 1e9)

    def _hear(self, message: object) -> None:
        if isinstance(message, Begin):
            self._counter.begin(message)
            self._look_ns = self._clock.monotonic_ns()
        elif isinstance(message, Pause):
            self._counter.pause(message)
        elif isinstance(message, Resume):
            self._counter.resume(message)
        elif isinstance(message, Watch):
            self._is_watched = message.wanted
        elif isinstance(message, Ask):
            self._connection.send(Answer(message.number, self._counter.end(message)))

    def _look(self) -> None:
        self._look_ns = self._clock.monotonic_ns() + round(LOOK_EVERY_S * 1e9)
        picture = self._preview.read()
        if picture is not None:
            self._counter.add(self._examiner.look(picture))
            if self._examiner.sighting is not None:
                self._sightings.write(self._examiner.sighting)
