"""The whole chain as real processes: `holdfast serve`, `record`, `upload`, `queue`, and their end.

Every process is started in a process group of its own and ended by it, so that nothing outlives a
test however it fails. Nothing here repairs anything: only the ordinary commands do.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self, TypeVar

import psutil
import requests

from holdfast import crash
from holdfast.layout import Home, RecordingFolder
from holdfast.receiver_layout import ReceiverData
from tests.support.ports import free_port
from tests.support.troubled_proxy import TroubledProxy

PATIENCE_S = 90.0
"""For what takes a second or three on an idle computer."""
SMALL = "[capture]\nwidth = 640\nheight = 360\n[disk]\nballast_mib = 0\n"
_READY = "Holdfast receiver on "
_POLL_S = 0.02

T = TypeVar("T")


def wait_for(found: Callable[[], T | None], what: str, limit_s: float = PATIENCE_S) -> T:
    """Ask again and again until there is something; returns it."""
    pause = threading.Event()
    deadline = time.monotonic() + limit_s
    while True:
        value = found()
        if value:
            return value
        assert time.monotonic() < deadline, f"not within {limit_s:g} s: {what}"
        pause.wait(_POLL_S)


@dataclass(frozen=True, slots=True)
class Crash:
    """Points to be killed at, once each, and the file that proves which kills happened."""

    mark: Path
    names: tuple[str, ...]

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to be killed."""
        return {crash.ENVIRONMENT: ",".join(self.names), crash.MARK: str(self.mark)}

    @property
    def passed(self) -> list[str]:
        """The points that were reached so far, in their order."""
        return self.mark.read_text().split() if self.mark.exists() else []

    def has_happened(self) -> bool:
        """Whether every one of the kills has."""
        return sorted(self.passed) == sorted(
            name for each in self.names for name in _passes_of(each)
        )


def _passes_of(name: str) -> list[str]:
    plain, _, times = name.partition(":")
    return [plain] * int(times or "1")


@dataclass
class Process:
    """One running command. Its children belong to its process group."""

    words: tuple[str, ...]
    popen: subprocess.Popen[str]
    log: Path
    home: Home

    @property
    def pid(self) -> int:
        return self.popen.pid

    @property
    def is_running(self) -> bool:
        return self.popen.poll() is None

    def said(self) -> str:
        """Everything it wrote on standard output and standard error."""
        return self.log.read_text()

    def wait(self, limit_s: float = PATIENCE_S) -> int:
        """Wait for its end; the exit code, negative for a signal."""
        try:
            return self.popen.wait(limit_s)
        except subprocess.TimeoutExpired as error:
            words = " ".join(self.words)
            raise AssertionError(f"{words} has not ended; it said: {self.said()}") from error

    def kill(self) -> None:
        """kill -9 for this process alone; its children live on."""
        self.popen.kill()
        self.popen.wait()

    def stop(self) -> int:
        """End it in good order."""
        self.popen.send_signal(signal.SIGTERM)
        return self.wait()

    def children(self) -> list[psutil.Process]:
        """Its living children, without multiprocessing's resource tracker."""
        try:
            found = psutil.Process(self.pid).children()
            return [each for each in found if "spawn_main" in " ".join(each.cmdline())]
        except psutil.Error:
            return []

    def kill_group(self) -> None:
        """kill -9 for all of them at the same time."""
        if self.is_running:
            os.killpg(self.pid, signal.SIGKILL)
        for each in self.group():
            with contextlib.suppress(psutil.NoSuchProcess):
                each.kill()
        self.popen.wait()

    def group(self) -> list[psutil.Process]:
        """Who lives of it and its children.

        Once it has ended its number may be another process's: tests use up all numbers in minutes.
        Home and group together tell.
        """
        return [each for each in psutil.process_iter() if self._is_of_this(each)]

    def _is_of_this(self, process: psutil.Process) -> bool:
        try:
            return (
                os.getpgid(process.pid) == self.pid
                and process.status() != psutil.STATUS_ZOMBIE
                and process.environ().get("HOLDFAST_HOME") == str(self.home.root)
            )
        except (psutil.Error, ProcessLookupError):
            return False


@dataclass
class Chain:
    """One home and one receiver under a folder. Use as a context manager."""

    root: Path
    port: int = field(default_factory=free_port)
    """Where the home finds its receiver; always the same, as in earnest."""
    receiver: Process | None = None
    proxy: TroubledProxy | None = None
    """What stands at that port in the receiver's place, where something does."""
    _processes: list[Process] = field(default_factory=list)

    @classmethod
    def copied(cls, other: "Chain", root: Path) -> Self:
        """The same home and receiver's data in another folder: every process of it is dead."""
        shutil.copytree(other.root, root)
        return cls(root, other.port)

    @property
    def home(self) -> Home:
        return Home(self.root / "home")

    @property
    def data(self) -> ReceiverData:
        return ReceiverData(self.root / "data")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    # Processes -------------------------------------------------------------------------------

    def start(
        self, *words: str, crash: Crash | None = None, wrapper: tuple[str, ...] = ()
    ) -> Process:
        """Start a command in this home."""
        self.root.mkdir(parents=True, exist_ok=True)
        log = self.root / f"{len(self._processes):03d}-{words[0]}.log"
        with log.open("w") as output:
            popen = subprocess.Popen(
                [*wrapper, sys.executable, "-m", "holdfast", *words],
                env=self._environment(crash),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                text=True,
                start_new_session=True,
            )
        process = Process(words, popen, log, self.home)
        self._processes.append(process)
        return process

    def _environment(self, crash: Crash | None) -> Mapping[str, str]:
        inherited = {key: value for key, value in os.environ.items() if "HOLDFAST_" not in key}
        own = {
            "HOLDFAST_HOME": str(self.home.root),
            "PYTHONUNBUFFERED": "1",
            # So that the recorder is the only child of who records.
            "HOLDFAST_QUALITY__ENABLED": "false",
            # Films are assembled. What else is made of them has tests of its own.
            "HOLDFAST_JOBS__BY_THEMSELVES": "none",
        }
        return {**inherited, **own, **(crash.environment if crash is not None else {})}

    def run(self, *words: str, code: int = 0) -> str:
        """Run a command to its end; what it said."""
        process = self.start(*words)
        assert process.wait() == code, process.said()
        return process.said()

    def run_json(self, *words: str) -> Any:
        """Run a command with `--json`; what it printed."""
        return json.loads(self.run(*words, "--json").strip().splitlines()[-1])

    @property
    def receiver_url(self) -> str:
        """Where the receiver itself is."""
        port = self.proxy.upstream.port if self.proxy is not None else self.port
        return f"http://127.0.0.1:{port}"

    def put_proxy_between(self) -> TroubledProxy:
        """Have a proxy stand between home and receiver. Before the receiver is started."""
        self.proxy = TroubledProxy(f"http://127.0.0.1:{free_port()}", self.port).start()
        return self.proxy

    def serve(self, crash: Crash | None = None) -> Process:
        """Start the receiver and wait until it answers."""
        port = self.receiver_url.rpartition(":")[2]
        words = ("serve", "--data", str(self.data.root), "--port", port)
        process = self.start(*words, crash=crash)
        self.receiver = process

        def is_ready() -> bool:
            assert process.is_running, f"the receiver ended: {process.said()}"
            return _READY in process.said()

        wait_for(is_ready, "the receiver answers")
        return process

    def serve_again(self) -> Process:
        """Start the receiver as ever, once it is dead."""
        assert self.receiver is not None
        self.receiver.wait()
        return self.serve()

    def enrol(self, url: str | None = None) -> None:
        """Get the home its token; pictures are small from now on, so that tests are quick."""
        self.home.root.mkdir(parents=True, exist_ok=True)
        self.home.config.write_text(SMALL)
        added = self.run_json("admin", "--data", str(self.data.root), "device", "add", "kiosk")
        self.run("enrol", url or self.url, added["code"])

    def record(
        self, seconds: float, *words: str, crash: Crash | None = None, source: str = "test"
    ) -> Process:
        """Start a recording of the built-in scene."""
        given = ("record", "--source", source, "--seconds", f"{seconds:g}", *words, "--json")
        return self.start(*given, crash=crash)

    def upload(self, crash: Crash | None = None, timeout_s: float = PATIENCE_S) -> Process:
        """Start sending until all is verified."""
        return self.start(
            "upload", "--until-empty", "--timeout", f"{timeout_s:g}", "--json", crash=crash
        )

    # What can be seen ------------------------------------------------------------------------

    def queue(self) -> list[dict[str, Any]]:
        """The recordings as `holdfast queue list --json` says; adopts what it finds, as it does."""
        recordings: list[dict[str, Any]] = self.run_json("queue", "list")["recordings"]
        return recordings

    def health(self) -> dict[str, Any]:
        """What the receiver says about itself."""
        answer: dict[str, Any] = requests.get(f"{self.receiver_url}/health", timeout=30).json()
        return answer

    def folders(self) -> list[RecordingFolder]:
        """Every recording on the device, oldest first."""
        return list(self.home.recording_folders())

    # The end ---------------------------------------------------------------------------------

    def stop_receiver(self) -> None:
        """End the receiver in good order."""
        assert self.receiver is not None
        self.receiver.stop()

    def assert_nothing_left(self) -> None:
        """No child outlives its command for long, however that ended."""
        ended = [each for each in self._processes if not each.is_running]
        wait_for(lambda: not any(each.group() for each in ended), "the end of all children")

    def close(self) -> None:
        """End everything that was started here."""
        for process in self._processes:
            process.kill_group()
        if self.proxy is not None:
            self.proxy.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def ready_chain(root: Path) -> Iterator[Chain]:
    """A chain with a running receiver at which its home is enrolled."""
    with Chain(root) as chain:
        chain.serve()
        chain.enrol()
        yield chain
