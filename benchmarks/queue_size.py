"""A queue that nobody emptied for a month: what a start, a claim and a picture of it cost.

The recordings are real files in a real home, a hundred segments each; what is measured runs in a
process of its own, as an app would begin with them. Run as a program, it is that process.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, Final

import psutil

from benchmarks.report import Goal, heading, say, table
from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.recordings import DeviceOnPaper
from tests.support.many_recordings import make_many
from uploader.installation import Installation
from uploader.transitions import Record

SEGMENTS_EACH: Final = 100
CLAIM_S: Final = 0.002
SNAPSHOT_S: Final = 0.020
START_S: Final = 0.5
MEMORY_MB: Final = 20.0
_CLAIMS: Final = 500
_SNAPSHOTS: Final = 20
_STARTS: Final = 5
_TIMEOUT_S: Final = 900


def measure(folder: Path, segments: int) -> list[Goal]:
    """Fill a queue with so many segments, look at it from new processes; what was shown."""
    heading(f"A queue of {segments} segments")
    home = Home(folder / f"queue-{segments}")
    filled_s = _fill(home, max(1, segments // SEGMENTS_EACH))
    _one_process(home)
    found = [_one_process(home) for _ in range(_STARTS)]
    numbers = {name: median(each[name] for each in found) for name in found[0]}
    say(f"{_STARTS} processes, medians; building it from the files alone took {filled_s:.1f} s.")
    table(
        ("", "median", "worst"),
        [
            (name, _shown(name, value), _shown(name, max(each[name] for each in found)))
            for name, value in numbers.items()
        ],
    )
    return [
        _goal("claims", numbers["claim_s"], CLAIM_S),
        _goal("pictures of the queue", numbers["snapshot_s"], SNAPSHOT_S),
        _goal("starts", numbers["start_s"], START_S),
        Goal(
            f"{_CLAIMS} segments taken and settled within {MEMORY_MB:g} MB more memory: "
            f"{numbers['memory_mb']:.1f} MB",
            numbers["memory_mb"] <= MEMORY_MB,
        ),
    ]


def _goal(what: str, seconds: float, most_s: float) -> Goal:
    text = f"{what} within {1000 * most_s:g} ms: {1000 * seconds:.2f} ms"
    return Goal(text, seconds <= most_s)


def _shown(name: str, value: float) -> str:
    return f"{value:.1f} MB" if name.endswith("_mb") else f"{1000 * value:.2f} ms"


def _fill(home: Home, recordings: int) -> float:
    with Installation.open(home, SystemClock()) as installation:
        identity = installation.identity
        device = DeviceOnPaper(identity.device, identity.key)
        make_many(installation.home, device, recordings, SEGMENTS_EACH)
        started_s = time.perf_counter()
        installation.adopt()
        filled_s = time.perf_counter() - started_s
        with installation.database.write() as database:
            # As it is once a receiver was met: each of them may be claimed.
            database.execute("UPDATE recordings SET step = 'segments'")
    return filled_s


def _one_process(home: Home) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.queue_size", str(home.root)],
        capture_output=True,
        text=True,
        timeout=_TIMEOUT_S,
        check=True,
    )
    numbers: dict[str, float] = json.loads(done.stdout)
    return numbers


def _inside(root: Path) -> dict[str, float]:
    """What is measured, in the process that has just begun."""
    installation, open_s = _timed(lambda: Installation.open(Home(root), SystemClock()))
    _, adopt_s = _timed(installation.adopt)
    queue = installation.queue
    before_mb = _memory_mb()
    snapshots_s = [_timed(queue.snapshot)[1] for _ in range(_SNAPSHOTS)]
    claims_s = []
    for _ in range(_CLAIMS):
        claim, claim_s = _timed(queue.claims.claim_segment)
        claims_s.append(claim_s)
        record = Record("segment", installation.clock.now(), 0.1, "done")
        queue.settling.release(claim, record)
    recording_s = _timed(queue.claims.claim_recording)[1]
    memory_mb = _memory_mb() - before_mb
    installation.close()
    return {
        "start_s": open_s + adopt_s,
        "claim_s": median(claims_s),
        "claim_recording_s": recording_s,
        "snapshot_s": median(snapshots_s),
        "memory_mb": memory_mb,
    }


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    started_s = time.perf_counter()
    value = work()
    return value, time.perf_counter() - started_s


def _memory_mb() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


if __name__ == "__main__":
    print(json.dumps(_inside(Path(sys.argv[1]))))
