"""A real `holdfast serve` on a free port of loopback, and its `holdfast admin`."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from holdfast.clock import SystemClock
from holdfast.receiver_layout import ReceiverData
from server.auth.policy import Role
from server.engines import Engines
from server.receiver import Receiver, open_receiver
from tests.support.receiver_client import Client, EnrolledDevice

START_TIMEOUT_S = 60
STOP_TIMEOUT_S = 60
COMMAND = (sys.executable, "-m", "holdfast")


def admin(data: Path, *words: str) -> Any:
    """What `holdfast admin --data DATA WORDS --json` prints."""
    done = subprocess.run(
        [*COMMAND, "admin", "--data", str(data), *words, "--json"],
        capture_output=True,
        text=True,
        timeout=START_TIMEOUT_S,
        check=True,
    )
    return json.loads(done.stdout)


class Serving:
    """`serve` as a process of its own. Use as a context manager; `kill` is a power cut."""

    def __init__(
        self,
        data: Path,
        environment: Mapping[str, str] | None = None,
        before: Callable[[], None] | None = None,
        prefix: Sequence[str] = (),
        log: Path | None = None,
        words: Sequence[str] = (),
    ) -> None:
        """`prefix` are words before the command, such as those of strace, and `words` more of its
        own; `log` takes its log.
        """
        self.data = data
        self._prefix = prefix
        self._log = log
        self._words = words
        self._before = before
        # What it remembers of folders on other disks is not this user's.
        home = str(data.with_name(f"{data.name}-home"))
        # What is made of films has tests of its own, which say so.
        own = {"HOLDFAST_HOME": home, "HOLDFAST_JOBS__BY_THEMSELVES": "none"}
        self._environment = {**own, **os.environ, **(environment or {})}
        self.process = self._start()
        assert self.process.stdout is not None
        self.line = self.process.stdout.readline()
        assert self.line.startswith("Holdfast receiver on "), self.line
        self.url = self.line.split()[3]

    def _start(self) -> subprocess.Popen[str]:
        with ExitStack() as files:
            log = None if self._log is None else files.enter_context(self._log.open("ab"))
            words = [*COMMAND, "serve", "--data", str(self.data), "--port", "0", *self._words]
            return subprocess.Popen(
                [*self._prefix, *words],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=self._environment,
                preexec_fn=self._before,  # noqa: PLW1509 - sets a limit and nothing else
            )

    def enrolled(self, device: str | None = None) -> EnrolledDevice:
        """A new device, its code made as `holdfast admin` makes it, while the server runs."""
        with self._opened() as receiver:
            code = receiver.devices.add("kiosk").code
        return EnrolledDevice.enrol(self.url, code, device)

    def user(self, role: Role = Role.OPERATOR) -> Client:
        """A user's client; the token made as `holdfast admin` makes it."""
        with self._opened() as receiver:
            return Client(self.url, receiver.users.add_token(f"the {role.value}", role))

    @contextmanager
    def _opened(self) -> Iterator[Receiver]:
        engines = Engines.from_environment(self._environment)
        receiver = open_receiver(ReceiverData(self.data), SystemClock(), engines)
        yield receiver
        receiver.close()

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self._wait()

    def stop(self) -> int:
        """End it as a service manager would; returns the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self._wait()

    def _wait(self) -> int:
        try:
            return self.process.wait(STOP_TIMEOUT_S)
        finally:
            self.process.kill()
            self.process.wait()
            assert self.process.stdout is not None
            self.process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
