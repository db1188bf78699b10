"""Processor time of a command and of every process that it starts, counted by the kernel."""

import ctypes
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
_TIMEOUT_S = 900


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: processor time of user and system, and time on the wall."""

    cpu_s: float
    wall_s: float


def adopt_orphans() -> None:
    """Have grandchildren whose parent has ended become ours, so that their time is counted too.

    See prctl(2), PR_SET_CHILD_SUBREAPER. Elsewhere than on Linux the time of such helpers is lost.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def run(
    command: Sequence[str], environment: Mapping[str, str], log: Path, *, alone: bool = True
) -> Cost:
    """Run a command to its end. No other child of ours may end meanwhile.

    `alone`: no other runs at all, so that helpers which outlive the command are waited for.
    Raises RuntimeError with the end of its output where it fails.
    """
    before_s = _children_cpu_s()
    started_s = time.monotonic()
    with log.open("ab") as output:
        done = subprocess.run(
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            check=False,
            timeout=_TIMEOUT_S,
        )
    wall_s = time.monotonic() - started_s
    if alone:
        _reap()
    if done.returncode != 0:
        said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}:\n{said}")
    return Cost(_children_cpu_s() - before_s, wall_s)


def _children_cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _reap() -> None:
    """Wait for helpers that outlived the command, such as Python's resource tracker."""
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return
