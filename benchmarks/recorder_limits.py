"""How late pictures are taken on a busy machine, and how much memory a full queue takes."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks import recorder_inside
from benchmarks.machine import load
from benchmarks.report import Goal, heading, say, table

LATE_MS: Final = 20.0
MEMORY_BYTES: Final = 180 << 20
_BUSY: Final = 2
_LIMIT_S: Final = 300


def inside(what: str, folder: Path, value: str) -> dict[str, Any]:
    """What a recorder in a process of its own saw. Raises RuntimeError where it fails."""
    command = [sys.executable, "-m", recorder_inside.__name__, what, str(folder), value]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_LIMIT_S)
    if done.returncode != 0:
        raise RuntimeError(f"The recorder ended with {done.returncode}:\n{done.stderr[-3000:]}")
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return seen


@contextmanager
def busy(count: int) -> Iterator[None]:
    """So many processes that only count."""
    command = [sys.executable, "-c", "while True: pass"]
    running = [subprocess.Popen(command) for _ in range(count)]
    try:
        yield
    finally:
        for each in running:
            each.kill()
            each.wait()


def measure_lateness(folder: Path, seconds: float) -> list[Goal]:
    """Record the live scene, alone and with busy neighbours; returns what was shown."""
    heading("How late pictures are taken")
    say(f"test:live, 1280 x 720, 30 a second with sound, {seconds:g} s each; load {load()}.")
    rows = []
    p99_ms = 0.0
    for count in (0, _BUSY):
        with busy(count):
            seen = np.array(inside("late", folder / f"late-{count}", f"{seconds:g}")["late_ms"])
        p50_ms, p99_ms = (float(each) for each in np.percentile(seen, (50, 99)))
        rows.append([str(count), str(len(seen)), f"{p50_ms:.2f}", f"{p99_ms:.1f}"])
        rows[-1].append(f"{seen.max():.1f}")
    table(["busy neighbours", "pictures", "p50 ms", "p99 ms", "most ms"], rows)
    text = f"with {_BUSY} busy neighbours 99 % within {LATE_MS:g} ms: {p99_ms:.1f} ms"
    return [Goal(text, p99_ms <= LATE_MS)]


def measure_memory(folder: Path) -> list[Goal]:
    """Fill the queue with pictures of a slow moment; returns what was shown."""
    heading("Memory of a recorder whose queue is full, at 1920 x 1080")
    goals = []
    inside("paint", folder, "")
    for kind in ("jpeg", "pixels"):
        seen = inside("full", folder / f"full-{kind}", kind)
        most = seen["most_bytes"]
        say(
            f"{kind}: {most / 2**20:.0f} MiB at most, {seen['dropped']} pictures of"
            f" {seen['picture_bytes'] / 1e6:.2f} MB found no room"
        )
        goals.append(Goal(f"the queue was full of {kind}", seen["dropped"] > 0, vital=True))
        text = f"at most {MEMORY_BYTES >> 20} MiB with {kind}: {most / 2**20:.0f} MiB"
        goals.append(Goal(text, most <= MEMORY_BYTES))
    return goals
