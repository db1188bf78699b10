"""A recording by real processes for as long as one likes, and what it must leave behind.

Recorder, uploader and receiver run as people run them; their memory is looked at while they do.
What they leave is judged picture by picture and beep by beep.
"""

import itertools
import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import psutil
import pytest

from desktop.recording.sync import Sync
from desktop.recording.sync_file import measure_file
from holdfast.manifest import Manifest
from holdfast.receiver_layout import ReceivedRecording
from tests.support.chain import Process
from tests.support.nothing_lost import FRAME_S, Picture, pictures_of

MEAN_MOST_MS = 10.0
FRAME_MOST_MS = 1000 * FRAME_S
DRIFT_MOST_MS = 5.0
NEAR_S = 0.3
"""A flash so near to lost pictures may have lost its first one."""
GROWTH = 1.10
GROWTH_BYTES = 12 << 20
_EXACT_S = 0.003


@dataclass
class Memory:
    """How much memory each process of some commands holds, looked at again and again."""

    commands: list[Process]
    seen: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    """Resident bytes by what a process is and its id, oldest first."""

    def look(self) -> None:
        """Note how much each process holds now."""
        for command in self.commands:
            for process in command.group():
                try:
                    name = _name_of(command, process)
                    size_bytes = process.memory_info().rss
                except psutil.Error:
                    continue
                self.seen.setdefault((name, process.pid), []).append(size_bytes)

    def of_long_lives(self) -> dict[str, list[int]]:
        """The processes that were there for half of the time at least."""
        longest = max(map(len, self.seen.values()))
        return {
            f"{name} ({pid})": sizes
            for (name, pid), sizes in self.seen.items()
            if len(sizes) * 2 >= longest
        }


def _name_of(command: Process, process: psutil.Process) -> str:
    if process.pid == command.pid:
        return command.words[0]
    return f"child of {command.words[0]}"


def growth(sizes: list[int]) -> tuple[int, int]:
    """Typical bytes in the second quarter of the time, and in the last."""
    quarter = max(1, len(sizes) // 4)
    return round(statistics.median(sizes[quarter : 2 * quarter])), round(
        statistics.median(sizes[-quarter:])
    )


def described(memory: Memory) -> list[str]:
    """How much each process held."""
    found = {name: growth(sizes) for name, sizes in memory.of_long_lives().items()}
    return [
        f"{name}: {early / 2**20:.0f} MiB early, {late / 2**20:.0f} MiB at the end"
        for name, (early, late) in found.items()
    ]


def assert_flat(memory: Memory) -> None:
    """No process holds more and more."""
    for name, sizes in memory.of_long_lives().items():
        early, late = growth(sizes)
        assert late <= early * GROWTH + GROWTH_BYTES, (name, sizes)


def assert_every_frame_accounted_for(there: ReceivedRecording, manifest: Manifest) -> list[Picture]:
    """No picture twice; each that is missing is counted as lost where it is missing."""
    pictures = pictures_of(there, manifest)
    assert len(pictures) == manifest.frames
    assert manifest.gaps == ()
    zero_s = pictures[0].t_s - pictures[0].code * FRAME_S
    holes: dict[float, int] = {}
    for before, after in itertools.pairwise(pictures):
        assert after.code > before.code, f"a picture came twice: {before}, {after}"
        assert after.t_s - after.code * FRAME_S == pytest.approx(zero_s, abs=_EXACT_S), after
        if after.code > before.code + 1:
            holes[round(after.t_s, 2)] = after.code - before.code - 1
    assert holes == {round(at_s, 2): count for at_s, count in _losses(manifest)}
    assert sum(holes.values()) == manifest.lost_frames
    return pictures


def _losses(manifest: Manifest) -> Iterable[tuple[float, int]]:
    return [loss for segment in manifest.segments for loss in segment.losses]


def assert_in_step(file: Path, manifest: Manifest) -> str:
    """Every flash and its beep are together from the beginning to the end; says how far apart."""
    measured = measure_file(file)
    lost_s = [at_s for at_s, _ in _losses(manifest)]
    offsets = np.array(
        [
            pair.offset_ms
            for pair in measured.pairs
            if all(abs(pair.flash_s - at_s) > NEAR_S for at_s in lost_s)
        ]
    )
    _assert_all_flashed(measured, manifest, len(lost_s))
    tenth = max(1, len(offsets) // 10)
    drift_ms = float(np.mean(offsets[-tenth:]) - np.mean(offsets[:tenth]))
    mean_ms, most_ms = float(np.mean(offsets)), float(np.max(np.abs(offsets)))
    said = (
        f"{len(offsets)} flashes and beeps: {mean_ms:+.1f} ms apart on average,"
        f" {most_ms:.1f} ms at most, {drift_ms:+.1f} ms from the first tenth to the last"
    )
    assert abs(mean_ms) <= MEAN_MOST_MS, said
    assert most_ms <= FRAME_MOST_MS, said
    assert abs(drift_ms) <= DRIFT_MOST_MS, said
    return said


def _assert_all_flashed(measured: Sync, manifest: Manifest, holes: int) -> None:
    # One a second; the first and the last may be cut, and a hole may swallow one.
    assert len(measured.pairs) >= int(manifest.duration_s) - 2 - holes
