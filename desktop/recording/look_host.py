"""The process that looks at the live picture for the kiosk: twice a second, with the lowest claim.

It touches no device and no file, and is nobody's condition. It ends when the pipe to its parent
does.
"""

import logging
import os
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from desktop.recording.preview_memory import PreviewReader
    from desktop.recording.quality_picture import Examiner

LOOK_EVERY_S: Final = 0.5
NICENESS: Final = 10


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look brought; `place` is left, top, width, height of a face as shares."""

    brightness: float
    place: tuple[float, float, float, float] | None
    change: float | None


def main(connection: "Connection[Any, Any]", block: str) -> None:
    """Look into this preview block, and tell, until the parent is gone."""
    # Ctrl-C and a closed terminal reach the whole group; the parent decides what they mean.
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    os.nice(NICENESS)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    logging.basicConfig(level=logging.WARNING, format="holdfast live looks: %(message)s")
    import cv2

    from desktop.recording.preview_memory import PreviewReader
    from desktop.recording.quality_picture import Examiner, FaceFinder

    cv2.setNumThreads(1)
    try:
        watch(connection, PreviewReader.attach(block), Examiner(FaceFinder()))
    except (EOFError, OSError):
        # The parent is gone, or has closed the source.
        return


def watch(
    connection: "Connection[Any, Any]", preview: "PreviewReader", examiner: "Examiner"
) -> None:
    """Look, or rest while told to. Raises EOFError or OSError when the parent is gone."""
    rests = False
    while True:
        # At rest it waits for the word to go on, for as long as that takes.
        if connection.poll(None if rests else LOOK_EVERY_S):
            rests = bool(connection.recv())
            continue
        picture = preview.read()
        if picture is not None:
            look = examiner.look(picture)
            connection.send(Seen(look.brightness, examiner.place, look.change))
