"""Memory while a month of recordings drains: thousands of segments from a real home to a receiver.

`holdfast serve` and `holdfast upload` run as they do in earnest. Idle is what the uploader takes
once it has sent its first recording; from then on it should stay there, however much follows.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import psutil

from benchmarks.report import Goal, heading, say
from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.recordings import DeviceOnPaper, make_recording
from tests.support.live_receiver import LiveReceiver
from tests.support.many_recordings import make_many
from uploader.enrol import enrol_device
from uploader.installation import Installation
from uploader.items import AT_HOME

SEGMENT_BYTES: Final = 200 * 1024
SEGMENTS_EACH: Final = 50
MORE_MB: Final = 20.0
_LOOK_S: Final = 0.25
_TIMEOUT_S: Final = 3600.0


def measure(folder: Path, waiting_mib: int) -> list[Goal]:
    """Drain so many MiB in segments of 200 KiB; what was shown."""
    recordings = max(2, waiting_mib * 1024 * 1024 // (SEGMENT_BYTES * SEGMENTS_EACH))
    heading(f"Memory while {recordings * SEGMENTS_EACH} segments drain")
    live = LiveReceiver.start(folder / "drained")
    home = Home(folder / "drains")
    try:
        with Installation.open(home, SystemClock()) as installation:
            enrol_device(installation, live.url, live.enrolment_code(), "kiosk")
            return _drained(installation, recordings)
    finally:
        live.stop()


def _drained(installation: Installation, recordings: int) -> list[Goal]:
    identity = installation.identity
    device = DeviceOnPaper(identity.device, identity.key)
    make_recording(installation.home, device, sizes=[SEGMENT_BYTES] * SEGMENTS_EACH)
    log = installation.home.root.with_name("upload.log")
    with log.open("w") as output:
        uploading = subprocess.Popen(
            [sys.executable, "-m", "holdfast", "upload", "--home", str(installation.home.root)],
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=output,
        )
    try:
        process = psutil.Process(uploading.pid)
        _watch(installation, process, 1)
        idle_mb = _memory_mb(process)
        make_many(
            installation.home,
            device,
            recordings,
            SEGMENTS_EACH,
            SEGMENT_BYTES,
            with_sidecars=True,
        )
        installation.adopt()
        started_s = time.monotonic()
        seen_mb = _watch(installation, process, 1 + recordings)
        took_s = time.monotonic() - started_s
    finally:
        uploading.terminate()
        uploading.wait()
    return _shown(idle_mb, seen_mb, recordings, took_s)


def _watch(installation: Installation, process: psutil.Process, recordings: int) -> list[float]:
    """Look at the uploader's memory until so many recordings are at home; what was seen, MB."""
    seen_mb = []
    deadline_s = time.monotonic() + _TIMEOUT_S
    while True:
        seen_mb.append(_memory_mb(process))
        progress = installation.queue.progress().values()
        if any(each.has_failed for each in progress):
            raise RuntimeError("a segment failed; nothing was measured")
        steps = [each.step for each in progress]
        if sum(step in AT_HOME for step in steps) >= recordings:
            return seen_mb
        if time.monotonic() > deadline_s:
            raise RuntimeError(f"after {_TIMEOUT_S:g} s only {len(steps)} recordings were sent")
        time.sleep(_LOOK_S)


def _memory_mb(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 1e6


def _shown(idle_mb: float, seen_mb: Sequence[float], recordings: int, took_s: float) -> list[Goal]:
    mib = recordings * SEGMENTS_EACH * SEGMENT_BYTES / 2**20
    middle = len(seen_mb) // 2
    first_mb, second_mb = max(seen_mb[: middle + 1]), max(seen_mb[middle:])
    say(f"{mib:.0f} MiB in {took_s:.0f} s; the uploader took {idle_mb:.1f} MB when idle,")
    say(f"at most {first_mb:.1f} MB in the first half and {second_mb:.1f} MB in the second.")
    more_mb = max(seen_mb) - idle_mb
    return [
        Goal(
            f"at most {MORE_MB:g} MB above idle while it drains: {more_mb:.1f} MB",
            more_mb <= MORE_MB,
        ),
    ]
