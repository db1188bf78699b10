"""Frames lost from the live scene while somebody scrolls through 100,000 recordings.

The real window records; the queue's window, in the same process, is scrolled at the pace of a
screen. In the second run the recorder shares the window's process and interpreter: what that costs
is what its own process is for.
"""

from pathlib import Path

from benchmarks.frames_lost import FPS, Run, recorded
from benchmarks.report import Goal, heading, say, table
from benchmarks.scroller import ROWS, STEP_MS


def measure(folder: Path, seconds: float) -> list[Goal]:
    """Record twice while somebody scrolls; print everything; returns what was shown."""
    heading("Frames lost while a long queue is scrolled")
    say(
        f"Scene: test:live, 1280 x 720, {FPS} a second, {seconds:g} s each. Meanwhile the queue's"
        f" window with {ROWS:,} recordings is scrolled every {STEP_MS} ms, up and down."
    )
    own = recorded(folder / "own", seconds, 0, "own", "scroll")
    hosted = recorded(folder / "hosted", seconds, 0, "hosted", "scroll")
    head = ["recorder", "recorded s", "frames", "lost", "steps", "rows passed", "load"]
    rows = [_row("in its own process", own), _row("in the window's process", hosted)]
    table(head, rows)
    return [
        Goal("every frame is recorded or counted as lost", own.counted and hosted.counted, True),
        Goal(
            f"all rows were passed at least once: {own.seen.scrolled_rows:,}",
            own.seen.scrolled_rows >= ROWS,
            vital=seconds >= _ENOUGH_S,
        ),
        Goal(f"no frame lost in a process of its own: {own.lost}", own.lost == 0),
    ]


_ENOUGH_S = 20.0
"""Shorter runs show only that it works."""


def _row(name: str, run: Run) -> list[str]:
    manifest, seen = run.manifest, run.seen
    return [
        name,
        f"{manifest.duration_s:.1f}",
        str(manifest.frames),
        str(run.lost),
        str(seen.scroll_steps),
        f"{seen.scrolled_rows:,}",
        run.load,
    ]
