"""Frames lost from the live scene while window, upload and network have the machine busy.

The live scene behaves like a camera whose driver keeps four pictures. The real window records it,
holds the interpreter for long, and sends what waits to a real receiver at full speed. The second
run puts the same recorder into the window's process: it must lose frames, or the load was none.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import busy_window
from benchmarks.busy_window import HOLD_S, Seen
from benchmarks.machine import load
from benchmarks.report import Goal, heading, say, table
from benchmarks.traffic import busy_home
from desktop.recording.test_scene import RING_FRAMES
from holdfast import salvage
from holdfast.layout import Home
from holdfast.manifest import Manifest

FPS: Final = 30
_LIMIT_S: Final = 120
"""Beside the recording itself: for start, end and a machine with other work."""


@dataclass(frozen=True, slots=True)
class Run:
    """One recording: its manifest, and what the window's process saw."""

    manifest: Manifest
    seen: Seen
    load: str

    @property
    def lost(self) -> int:
        return self.manifest.lost_frames

    @property
    def counted(self) -> bool:
        """Whether every frame of the scene is either in the recording or counted as lost.

        The sound may end up to a frame after the last one.
        """
        last = self.manifest.segments[-1]
        end = (last.start_s + last.duration_s) * FPS
        told = self.manifest.frames + self.lost
        return abs(end - told) <= 1 and len(self.manifest.parts) == 1


def measure(folder: Path, seconds: float, waiting_mib: int) -> list[Goal]:
    """Record twice, print everything; returns what was shown."""
    heading("Frames lost from the live scene")
    say(
        f"Scene: test:live, 1280 x 720, {FPS} a second, a ring of {RING_FRAMES} frames;"
        f" {seconds:g} s each. The window's process holds the interpreter {HOLD_S * 1000:.0f} ms"
        f" of every second and sends {waiting_mib} MiB that wait."
    )
    say(f"Command: {' '.join(_command(Path('HOME'), seconds, 'own'))} (then: hosted)")
    own = recorded(folder / "own", seconds, waiting_mib, "own")
    hosted = recorded(folder / "hosted", seconds, waiting_mib, "hosted")
    _show(own, hosted)
    return [
        Goal("every frame is recorded or counted as lost", own.counted and hosted.counted, True),
        Goal(f"no frame lost in a process of its own: {own.lost}", own.lost == 0),
        Goal(
            f"the same recorder in the window's process loses some: {hosted.lost}",
            hosted.lost > 0,
            vital=True,
        ),
    ]


def _command(home: Path, seconds: float, *words: str) -> list[str]:
    return [sys.executable, "-m", busy_window.__name__, str(home), f"{seconds:g}", *words]


def recorded(
    folder: Path, seconds: float, waiting_mib: int, where: str, burden: str = "hold"
) -> Run:
    """One recording under a burden; `where`: the recorder's `own` process, or `hosted`."""
    with busy_home(folder, waiting_mib) as home:
        # Without a screen of its own the window draws the same pixels into memory.
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        done = subprocess.run(
            _command(home.root, seconds, where, burden),
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds + _LIMIT_S,
        )
        if done.returncode != 0:
            raise RuntimeError(f"The window ended with {done.returncode}:\n{done.stderr[-3000:]}")
        seen = Seen(**json.loads(done.stdout.splitlines()[-1]))
        return Run(_manifest(home, seen.recording), seen, load())


def _manifest(home: Home, recording: str) -> Manifest:
    for folder in home.recording_folders():
        if folder.recording == recording:
            manifest = salvage.read_manifest(folder)
            if manifest is not None:
                return manifest
    raise RuntimeError(f"The recording {recording} has no manifest.")


def _show(own: Run, hosted: Run) -> None:
    head = [
        "recorder",
        "recorded s",
        "frames",
        "lost",
        "lost %",
        "holds",
        "sent MB/s",
        "MB still waiting",
        "load",
    ]
    table(head, [_row("in its own process", own), _row("in the window's process", hosted)])


def _row(name: str, run: Run) -> list[str]:
    manifest, seen = run.manifest, run.seen
    return [
        name,
        f"{manifest.duration_s:.1f}",
        str(manifest.frames),
        str(run.lost),
        f"{100 * run.lost / max(1, manifest.frames + run.lost):.1f}",
        f"{seen.holds} of up to {seen.longest_hold_s * 1000:.0f} ms",
        f"{seen.sent_bytes / manifest.duration_s / 1e6:.0f}",
        f"{seen.unsent_bytes / 1e6:.0f}",
        run.load,
    ]
