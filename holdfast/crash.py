"""Named instants at which a test may have this very process killed, as a power cut would.

A point does nothing unless `HOLDFAST_CRASH_AT` names it. The names stand in one table, so that a
test can walk all of them and a misspelt one fails at once. Nothing else may depend on this module.
"""

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
        "uploader.mid-chunk",
        "uploader.before-answer-stored",
        "uploader.before-receipt-stored",
        "receiver.mid-chunk",
        "receiver.before-chunk-row",
        "receiver.before-created",
        "receiver.before-receipt",
        "receiver.mid-assembly",
        "receiver.before-assembled-rename",
    }
)


def point(name: str) -> None:
    """Die here by SIGKILL when the environment asks for it: `NAME`, or `NAME:3` for the third time.

    Where `HOLDFAST_CRASH_MARK` names a file, the passes are counted in it, and once the kill has
    happened the point is spent: a process started later with the same environment lives.
    """
    if name not in POINTS:
        raise ValueError(f"{name!r} is not a crash point")
    wanted = os.environ.get(ENVIRONMENT, "")
    if wanted.partition(":")[0] != name:
        return
    mark = Path(os.environ[MARK])
    passed = mark.stat().st_size if mark.exists() else 0
    due = int(wanted.partition(":")[2] or "1")
    if passed >= due:
        return
    with mark.open("ab") as counter:
        counter.write(b".")
        counter.flush()
        os.fsync(counter.fileno())
    if passed + 1 == due:
        os.kill(os.getpid(), signal.SIGKILL)
