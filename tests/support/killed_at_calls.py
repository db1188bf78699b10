"""One piece of work in a process of its own, killed by the kernel at the nth call of one kind.

The process is forked from a clean one with everything imported, so that a kill costs little; strace
counts its calls from the moment at which the work begins, and kills before the chosen one is done.
"""

import ctypes
import multiprocessing
import re
import signal
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Self

CALLS = (
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "pwrite64",
    "write",
    "ftruncate",
    "mkdir",
    "mkdirat",
)
"""Every call by which something becomes durable, gets a name or loses one."""
LIMIT_S = 120.0
_ANYBODY = 2**64 - 1
_PR_SET_PTRACER = 0x59616D61
_CALL = re.compile(r"^(\d+) +(\w+)\(", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Point:
    """The nth call of this kind of one thread, counted from 1."""

    call: str
    nth: int

    def __str__(self) -> str:
        return f"{self.call} {self.nth}"


Tell = Callable[[str], None]
Work = Callable[..., None]
"""Called with `tell` first: what is told is a promise that was made to somebody."""


@dataclass
class Killable:
    """A process that does one piece of work once it may. Use `start`, `go`, `wait`."""

    process: Any
    connection: Connection
    told: list[str] = field(default_factory=list)

    @classmethod
    def start(cls, work: Work, *given: Any) -> "Killable":
        """Fork a process that is about to begin."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.support.killed_work"])
        ours, theirs = context.Pipe()
        process = context.Process(target=_child, args=(theirs, work, *given), daemon=True)
        process.start()
        theirs.close()
        started = cls(process, ours)
        assert ours.poll(LIMIT_S), "the process did not begin"
        assert ours.recv() == "ready"
        return started

    def go(self) -> None:
        """Let it begin."""
        self.connection.send("go")

    def wait(self) -> int:
        """Wait for its end; its exit code, negative for a signal."""
        self.listen()
        self.process.join(LIMIT_S)
        code = self.process.exitcode
        if code is None:
            self.kill()
            raise AssertionError(f"it does not end; it told {self.told}")
        return int(code)

    def listen(self) -> None:
        """Hear what it tells until it ends."""
        while self.connection.poll(LIMIT_S):
            try:
                self.told.append(self.connection.recv())
            except (EOFError, ConnectionError):
                return

    def hear(self) -> str:
        """The next thing that it tells."""
        assert self.connection.poll(LIMIT_S), "it says nothing"
        self.told.append(self.connection.recv())
        return self.told[-1]

    def kill(self) -> None:
        self.process.kill()
        self.process.join()


def end_the_fork_server() -> None:
    """Let go of the clean process; the next `Killable.start` begins another."""
    # Python has no public name for it, and would keep it until its own end.
    forkserver._forkserver._stop()  # type: ignore[attr-defined]  # it is there since 3.8


def _child(connection: Connection, work: Work, *given: Any) -> None:
    # Where only ancestors may trace, strace is none.
    ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(_ANYBODY), 0, 0, 0)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    connection.send("ready")
    connection.recv()
    work(connection.send, *given)


@dataclass
class Traced:
    """strace on a process that is about to begin. Use as a context manager."""

    process: Killable
    log: Path
    point: Point | None = None
    _strace: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        calls = ",".join(CALLS)
        words = ["strace", "-f", "-p", str(self.process.process.pid), "-o", str(self.log)]
        words += ["-e", f"trace={calls}", "-e", "signal=none"]
        if self.point is not None:
            words += ["-e", f"inject={self.point.call}:signal=KILL:when={self.point.nth}"]
        self._strace = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
        assert self._strace.stderr is not None
        said = self._strace.stderr.readline()
        assert "attached" in said, said
        return self

    def __exit__(self, *_: object) -> None:
        assert self._strace is not None
        assert self._strace.stderr is not None
        if self.process.process.is_alive():
            self._strace.terminate()
        self._strace.wait(LIMIT_S)
        self._strace.stderr.close()

    def points(self) -> list[Point]:
        """Every call that was made, as points to be killed at."""
        counts = Counter(_CALL.findall(self.log.read_text()))
        most: dict[str, int] = {}
        for (_, call), count in counts.items():
            most[call] = max(most.get(call, 0), count)
        return [Point(call, nth + 1) for call in CALLS for nth in range(most.get(call, 0))]
