"""The real receiver in a process of its own, as `holdfast serve` starts it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from holdfast.clock import SystemClock
from holdfast.receiver_layout import ReceiverData
from server.auth.policy import Role
from server.receiver import Receiver, open_receiver

READY = "Holdfast receiver on "
# Films are assembled. What else is made of them, for many times as long, has tests of its own.
_WITHOUT_EXTRAS = {"HOLDFAST_JOBS__BY_THEMSELVES": "none"}


@dataclass
class LiveReceiver:
    """A receiver that runs until `stop` or `kill`."""

    data: Path
    url: str
    process: subprocess.Popen[str]

    @classmethod
    def start(cls, data: Path, port: int = 0, workers: int = 1) -> "LiveReceiver":
        """Start it and wait until it is ready. Raises AssertionError with what it said instead."""
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "holdfast",
                "serve",
                "--data",
                str(data),
                "--port",
                str(port),
                "--workers",
                str(workers),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**_WITHOUT_EXTRAS, **os.environ, "PYTHONUNBUFFERED": "1"},
        )
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith(READY), f"the receiver said {line!r}"
        return cls(data, line.removeprefix(READY).split(" ")[0], process)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.url.rpartition(":")[2])

    def enrolment_code(self, name: str = "kiosk") -> str:
        """A code that enrols one device."""
        opened = open_receiver(ReceiverData(self.data), SystemClock())
        try:
            return opened.devices.add(name).code
        finally:
            opened.close()

    def user_token(self, role: Role) -> str:
        """An API token of a user with this role."""
        with self.opened() as opened:
            return opened.users.add_token(f"the {role.value}", role)

    @contextmanager
    def opened(self) -> Iterator[Receiver]:
        """Its data, opened beside it as `holdfast admin` does."""
        receiver = open_receiver(ReceiverData(self.data), SystemClock())
        try:
            yield receiver
        finally:
            receiver.close()

    def stored(self, session: str, recording: str) -> list[bytes]:
        """The segments that it stored, in order."""
        folder = self.data / "sessions" / session / recording / "segments"
        return [path.read_bytes() for path in sorted(folder.glob("*.mp4"))]

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self._reap()

    def stop(self) -> None:
        """End it in good order."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self._reap()

    def _reap(self) -> None:
        self.process.wait(timeout=20)
        if self.process.stdout is not None:
            self.process.stdout.close()
