"""What is lost of a recording that is killed, and of one whose machine loses its power.

A kill is a real `kill -9` of everything at a random instant, ours and the ffmpeg command line's at
the same time. A power cut is a model: a real recording notes which bytes of which file were forced
to the disk when, and at each instant only those count.
"""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

import av

from benchmarks.clip import FPS, Clip, make_clip
from benchmarks.recorder_cpu import their_command
from benchmarks.recorder_limits import inside
from benchmarks.report import Goal, heading, say
from holdfast import fragments, salvage
from holdfast.fragments import VIDEO_TICKS
from holdfast.layout import Home
from tests.support.nothing_lost import lost_s

KILL_S: Final = 1.0
CUT_S: Final = 1.5
SEED: Final = 5
_EARLIEST_S, _LATEST_S = 3.0, 9.0
_PATIENCE_S: Final = 60.0


def measure_kills(folder: Path, kills: int) -> list[Goal]:
    """Kill both recorders so many times; returns what was shown."""
    heading("Lost to kill -9")
    rng = random.Random(SEED)
    clip = make_clip(folder, round(_LATEST_S) + 4)
    pairs = [
        _killed(folder / f"kill-{number}", clip, rng.uniform(_EARLIEST_S, _LATEST_S))
        for number in range(kills)
    ]
    ours = [one for one, _ in pairs]
    theirs = [other for _, other in pairs]
    say(f"Seconds lost in {kills} kills between {_EARLIEST_S:g} and {_LATEST_S:g} s:")
    for name, lost in (("holdfast", ours), ("ffmpeg", theirs)):
        say(f"{name}: median {median(lost):.2f}, most {max(lost):.2f}")
    text = f"at most {KILL_S:g} s lost to a kill: {max(ours):.2f} s"
    return [Goal(text, max(ours) <= KILL_S)]


def _killed(folder: Path, clip: Clip, after_s: float) -> tuple[float, float]:
    """Seconds of picture that each lost."""
    theirs_folder = folder / "ffmpeg"
    theirs_folder.mkdir(parents=True)
    environment = {key: value for key, value in os.environ.items() if "HOLDFAST" not in key}
    ours_words = ["record", "--home", str(folder), "--source", "test:live", "--seconds", "60"]
    ours = _start([sys.executable, "-m", "holdfast", *ours_words], environment)
    theirs = _start(their_command(clip, theirs_folder), environment)
    try:
        _wait(lambda: list(theirs_folder.glob("*.mp4")))
        # Its first file is made as its first picture comes.
        began_ns = time.monotonic_ns()
        home = Home(folder)
        _wait(lambda: [each for each in home.recording_folders() if each.announce.exists()])
        threading.Event().wait(after_s)
    finally:
        killed_ns = time.monotonic_ns()
        for each in (ours, theirs):
            os.killpg(each.pid, signal.SIGKILL)
            each.wait()
    (recording,) = home.recording_folders()
    salvage.salvage_open_segments(recording)
    shown_s = sum(map(_pictures, sorted(theirs_folder.glob("*.mp4")))) / FPS
    return lost_s(recording, killed_ns), (killed_ns - began_ns) / 1e9 - shown_s


def _start(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _wait(found: Callable[[], object]) -> None:
    pause = threading.Event()
    until_s = time.monotonic() + _PATIENCE_S
    while not found():
        if time.monotonic() > until_s:
            raise RuntimeError("A recorder did not begin in time.")
        pause.wait(0.005)


def _pictures(segment: Path) -> int:
    try:
        with av.open(segment) as container:
            return sum(1 for packet in container.demux(video=0) if packet.size)
    except av.error.FFmpegError:
        # Cut before its first fragment.
        return 0


def measure_cuts(folder: Path, seconds: float) -> list[Goal]:
    """Record once and lose the power at every instant of it; returns what was shown."""
    heading("Lost to a power cut")
    place = folder / "cut"
    seen = inside("synced", place, f"{seconds:g}")
    ends = _fragment_ends(place)
    lost = []
    at_ns = seen["zero_ns"] + 2_000_000_000
    while at_ns < seen["zero_ns"] + round(seconds * 1e9):
        kept_s = 0.0
        for synced_ns, inode, size_bytes in seen["syncs"]:
            if synced_ns <= at_ns:
                kept = [end_s for until, end_s in ends.get(inode, []) if until <= size_bytes]
                kept_s = max([kept_s, *kept])
        lost.append((at_ns - seen["zero_ns"]) / 1e9 - kept_s)
        at_ns += 20_000_000
    say(
        f"{len(lost)} instants of a recording of {seconds:g} s: median {median(lost):.2f} s lost,"
        f" most {max(lost):.2f} s"
    )
    return [Goal(f"at most {CUT_S:g} s lost to a power cut: {max(lost):.2f} s", max(lost) <= CUT_S)]


def _fragment_ends(folder: Path) -> dict[int, list[tuple[int, float]]]:
    """By inode of a segment: where each of its fragments ends, in bytes and in seconds."""
    found: dict[int, list[tuple[int, float]]] = {}
    for path in folder.glob("*.mp4"):
        init, pieces = fragments.read(path)
        end_bytes = len(init.data)
        ends = found.setdefault(path.stat().st_ino, [])
        for piece in pieces:
            end_bytes += len(piece.data)
            held = fragments.content(init, [piece])
            if held.video_pts:
                ends.append((end_bytes, (held.video_pts[0] + held.video_duration) / VIDEO_TICKS))
    return found
