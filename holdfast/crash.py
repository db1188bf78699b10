"""Named instants at which a test may have this very process killed, as a power cut would.

A point does nothing unless `HOLDFAST_CRASH_AT` names it. The names stand in one table, so that a
test can walk all of them and a misspelt one fails at once. Nothing else may depend on this module.
"""

import fcntl
import os
import signal
from pathlib import Path

ENVIRONMENT = "HOLDFAST_CRASH_AT"
MARK = "HOLDFAST_CRASH_MARK"

POINTS = frozenset(
    {
        "recorder.segment-open",
        "recorder.before-fsync",
        "recorder.before-sidecar",
        "recorder.between-sidecar-and-rename",
        "recorder.after-rename",
        "station.before-queue-row",
        "station.before-manifest",
        "uploader.mid-chunk",
        "uploader.before-answer-stored",
        "uploader.before-receipt-stored",
        "uploader.before-verified-row",
        "uploader.before-freeing",
        "uploader.mid-freeing",
        "uploader.before-freed-row",
        "receiver.mid-chunk",
        "receiver.before-chunk-row",
        "receiver.before-import-row",
        "receiver.before-imported-row",
        "receiver.before-created",
        "receiver.before-receipt",
        "receiver.before-stored-row",
        "receiver.mid-assembly",
        "receiver.before-assembled-rename",
        "uploader.before-withdrawn-files",
        "receiver.after-tombstone",
        "receiver.before-withdrawn-files",
    }
)


def point(name: str) -> None:
    """Die here by SIGKILL when the environment asks for it: `NAME`, or `NAME:3` for the third time.

    Several are named with commas between them. Each pass through a point that was asked for is a
    line with its name in the file `HOLDFAST_CRASH_MARK`; once a point's kill has happened it is
    spent, so that a process started later with the same environment lives.
    """
    if name not in POINTS:
        raise ValueError(f"{name!r} is not a crash point")
    due = _due(name)
    if due is None:
        return
    with Path(os.environ[MARK]).open("a+") as passes:
        # Two threads may be at the same point; the second must not pass before the kill. The lock
        # belongs to the open file, so that it holds between threads as between processes.
        fcntl.flock(passes, fcntl.LOCK_EX)
        passes.seek(0)
        passed = passes.read().split().count(name)
        if passed >= due:
            return
        passes.write(f"{name}\n")
        passes.flush()
        os.fsync(passes.fileno())
        if passed + 1 == due:
            os.kill(os.getpid(), signal.SIGKILL)


def _due(name: str) -> int | None:
    for each in os.environ.get(ENVIRONMENT, "").split(","):
        wanted, _, times = each.partition(":")
        if wanted == name:
            return int(times or "1")
    return None
