"""The recorder's own code on threads of this process, as if nobody had given it one of its own.

It exists to be worse: `frames_lost` shows with it that its load would cost frames if the recorder
shared the window's interpreter.
"""

import os
import threading
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

from desktop.recorder_process import RecorderProcess
from desktop.recording.assembly import make_recorder
from desktop.recording.host import Outbox
from desktop.recording.model import CaptureRequest, Command
from desktop.recording.recorder import AppGone

_END_S = 5.0


class HostedRecorder(RecorderProcess):
    """A recorder that a supervisor takes for a process."""

    def __init__(self, request: CaptureRequest) -> None:
        self.connection, theirs = Pipe()
        self._ended, self._end = os.pipe()
        self._outbox = Outbox(theirs)
        self._recorder = make_recorder(request, self._outbox.report)
        self._thread = threading.Thread(target=self._run, args=(theirs,), name="recorder")
        self._thread.start()

    @property
    def pid(self) -> int:
        return os.getpid()

    @property
    def sentinel(self) -> int:
        return self._ended

    def send(self, command: Command) -> bool:
        self._recorder.post(command)
        return True

    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def kill(self) -> None:
        """A thread cannot be killed: it is asked to end."""
        self._recorder.post(AppGone())
        self._thread.join(_END_S)
        self.connection.close()

    def _run(self, theirs: "Connection[Any, Any]") -> None:
        self._outbox.progress = self._recorder.progress
        self._outbox.start()
        self._recorder.run()
        self._outbox.close()
        theirs.close()
        os.close(self._end)


def host_recorder(request: CaptureRequest) -> RecorderProcess:
    """Start a recorder here instead of spawning one."""
    return HostedRecorder(request)
