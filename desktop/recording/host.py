"""The recorder process's main: commands in, events out, and always a sign of life.

It joins a recorder with the pipe to its parent. It decides nothing: when the parent is gone it
tells the recorder, which closes what is open. Nothing heavy is imported until the process shows
that it lives.
"""

import ctypes
import logging
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import FrameType
from typing import TYPE_CHECKING, Any

from desktop.recording.model import CaptureRequest, Event, Failed, Progress
from holdfast.loading import loading

if TYPE_CHECKING:
    from desktop.recording.recorder import Recorder

_log = logging.getLogger(__name__)

PROGRESS_EVERY_S = 0.2
_M_ARENA_MAX = -8  # From glibc's malloc.h.
_FLUSH_S = 2.0
_NOTHING_YET = Progress(None, 0.0, 0, 0, 0.0, 0, None, None, None)
_ENVIRONMENT = {
    # Seconds that a camera may give nothing until its read fails; OpenCV's own default is 10.
    "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT": "2",
    # OpenCV and its FFmpeg print what we report in sentences of our own.
    "OPENCV_LOG_LEVEL": "ERROR",
    "OPENCV_FFMPEG_LOGLEVEL": "-8",
    # No matrix is ever multiplied here; NumPy would start threads for it, which takes a while.
    "OPENBLAS_NUM_THREADS": "1",
}


class Outbox:
    """Sends events from a thread of its own, and progress in between, whatever else hangs.

    Nobody who reports ever waits for a parent that does not read.
    """

    def __init__(self, connection: "Connection[Any, Any]") -> None:
        self._connection = connection
        self._events: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)
        self.progress: Callable[[], Progress] = lambda: _NOTHING_YET

    def start(self) -> None:
        self._thread.start()

    def report(self, event: Event) -> None:
        """Have an event sent, in order."""
        self._events.put(event)

    def close(self) -> None:
        """Send what waits, for a moment."""
        self._events.put(None)
        self._thread.join(_FLUSH_S)

    def _run(self) -> None:
        try:
            while True:
                try:
                    event = self._events.get(timeout=PROGRESS_EVERY_S)
                except queue.Empty:
                    event = self.progress()
                if event is None:
                    return
                self._connection.send(event)
        except OSError:
            # The parent is gone; whoever reads its commands finds out by itself.
            return


def main(connection: "Connection[Any, Any]", request: CaptureRequest) -> None:
    """Run a recorder for this source until it is told to close or its parent is gone."""
    # Ctrl-C and a closed terminal reach the whole group; the parent decides what they mean.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    os.environ.update(_ENVIRONMENT)
    share_memory_among_threads()
    logging.basicConfig(level=logging.WARNING, format="holdfast recorder: %(message)s")
    outbox = Outbox(connection)
    outbox.start()
    code = 0
    try:
        _work(connection, request, outbox)
    except Exception as error:  # noqa: BLE001  # Told to the parent, whatever it is.
        _log.exception("the recorder has a fault")
        outbox.report(
            Failed(
                "recorder_fault",
                "The recorder has a fault",
                f"The recorder has a fault ({type(error).__name__}: {error}). What was recorded so"
                " far is safe; the details are in the log.",
            )
        )
        code = 1
    outbox.close()
    sys.stdout.flush()
    sys.stderr.flush()
    # Threads may still be inside a driver; there is nothing left to wait for.
    os._exit(code)


def share_memory_among_threads() -> None:
    """Have glibc keep two pools of free memory instead of one for each thread that ever asked.

    Pictures are large and many threads touch them: what each pool holds back adds up to tens of
    megabytes. Other C libraries have no such pools.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, 2)


def _work(connection: "Connection[Any, Any]", request: CaptureRequest, outbox: Outbox) -> None:
    # Loading OpenCV and FFmpeg takes a second, in which the process must already answer.
    with loading():
        from desktop.recording.assembly import make_recorder
        from desktop.recording.recorder import AppGone

    recorder = make_recorder(request, outbox.report)

    def terminated(number: int, frame: FrameType | None) -> None:
        recorder.post(AppGone())

    signal.signal(signal.SIGTERM, terminated)
    outbox.progress = recorder.progress
    threading.Thread(target=_listen, args=(connection, recorder), daemon=True).start()
    recorder.run()


def _listen(connection: "Connection[Any, Any]", recorder: "Recorder") -> None:
    from desktop.recording.recorder import AppGone

    try:
        while True:
            recorder.post(connection.recv())
    except (EOFError, OSError):
        recorder.post(AppGone())
