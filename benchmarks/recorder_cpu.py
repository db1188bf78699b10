"""Processor time of a recorded second: the recorder against the `ffmpeg` command line.

Both take the same camera JPEGs and the same tone at the pace of a camera, and make H.264 of the
same preset, rate factor and key frames, AAC, and segments of 4 s. Only ours also hashes, syncs
every half second, notes capture times and reports to its parent. The runs are interleaved, for
the machine may have other work.

The quality check, which `ffmpeg` has nothing like, is switched off in the pairs; what it costs is
measured by itself.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

import av

from benchmarks.clip import FPS, Clip, make_clip
from benchmarks.cost import Cost, run
from benchmarks.machine import load
from benchmarks.report import Goal, heading, say, table
from desktop.recording.model import FRAGMENT_S, KEY_FRAME_S, SEGMENT_S
from holdfast.layout import Home

GOAL_RATIO: Final = 0.95
CHECK: Final = "HOLDFAST_QUALITY__ENABLED"
START_S: Final = 2
"""Length of the clip that shows what starting and ending cost."""


@dataclass(frozen=True, slots=True)
class Result:
    """One run: what it took, and what is in its files."""

    cost: Cost
    frames: int
    segments: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Both recorders on the same clip, one right after the other."""

    seconds: int
    ours: Result
    theirs: Result
    load: str

    @property
    def ratio(self) -> float:
        return self.ours.cost.cpu_s / self.theirs.cost.cpu_s


def our_command(clip: Clip, home: Path) -> list[str]:
    """The recorder as anybody would start it."""
    words = ["record", "--home", str(home), "--source", str(clip.video), "--audio", "test"]
    return [sys.executable, "-m", "holdfast", *words]


def their_command(clip: Clip, folder: Path) -> list[str]:
    """`ffmpeg` with the recorder's own settings; `-re` reads at the pace of a camera."""
    key_frames = round(KEY_FRAME_S * FPS)
    words = f"""
        ffmpeg -nostdin -hide_banner -v error -re -i {clip.video} -re -i {clip.sound}
        -map 0:v -map 1:a
        -c:v libx264 -preset veryfast -tune zerolatency -crf 23 -bf 0 -threads 2 -pix_fmt yuv420p
        -x264-params keyint={key_frames}:min-keyint={key_frames}:scenecut=0
        -c:a aac -b:a 96k -ac 1
        -f segment -segment_time {SEGMENT_S:g} -segment_format mp4 -segment_format_options
        movflags=+frag_keyframe+delay_moov+default_base_moof:frag_duration={FRAGMENT_S * 1e6:.0f}
        {folder}/%06d.mp4
    """
    return words.split()


def measure(
    folder: Path, seconds: int, pairs: int, starts: int, size: tuple[int, int]
) -> list[Goal]:
    """Make the clips, run the pairs, print everything; returns what was shown."""
    heading(f"Processor time at {size[1]}p: the recorder against the ffmpeg command line")
    clip = make_clip(folder, seconds, size)
    say(f"Clip: {clip}.")
    say(f"Ours:   {CHECK}=false {' '.join(our_command(clip, Path('HOME')))}")
    say(f"Theirs: {' '.join(their_command(clip, Path('FOLDER')))}")
    long = _pairs(clip, folder, pairs)
    _show(long)
    _show_check(clip, folder, long)
    goals = [_counts_agree(clip, long), _ratio_goal(clip, "in all", [pair.ratio for pair in long])]
    if starts:
        short_clip = make_clip(folder, START_S, size)
        short = _pairs(short_clip, folder, starts)
        goals += [_counts_agree(short_clip, short), _net_goal(clip, long, short)]
    return goals


def _pairs(clip: Clip, folder: Path, count: int) -> list[Pair]:
    """Run both, `count` times, taking turns in who goes first."""
    found = []
    for number in range(count):
        results: dict[Record, Result] = {}
        order = (
            (_record_ours, _record_theirs) if number % 2 == 0 else (_record_theirs, _record_ours)
        )
        for record in order:
            results[record] = _in_new_folder(record, clip, folder)
        found.append(Pair(clip.seconds, results[_record_ours], results[_record_theirs], load()))
    return found


Record = Callable[[Clip, Path], Result]


def _in_new_folder(record: Record, clip: Clip, folder: Path) -> Result:
    run_folder = folder / "run"
    run_folder.mkdir()
    try:
        return record(clip, run_folder)
    finally:
        shutil.rmtree(run_folder)


def _record_ours(clip: Clip, folder: Path) -> Result:
    return _ours(clip, folder, checks=False)


def _record_checked(clip: Clip, folder: Path) -> Result:
    return _ours(clip, folder, checks=True)


def _ours(clip: Clip, folder: Path, *, checks: bool) -> Result:
    environment = {key: value for key, value in os.environ.items() if "HOLDFAST" not in key}
    # An installed program is compiled once, not at every start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment[CHECK] = str(checks).lower()
    cost = run(our_command(clip, folder), environment, folder / "said.txt")
    (recording,) = Home(folder).recording_folders()
    return _counted(cost, recording.segments().values())


def _record_theirs(clip: Clip, folder: Path) -> Result:
    cost = run(their_command(clip, folder), os.environ, folder / "said.txt")
    return _counted(cost, folder.glob("*.mp4"))


def _counted(cost: Cost, files: Iterable[Path]) -> Result:
    segments = sorted(files)
    return Result(
        cost=cost,
        frames=sum(map(_pictures, segments)),
        segments=len(segments),
        size_bytes=sum(each.stat().st_size for each in segments),
    )


def _pictures(segment: Path) -> int:
    with av.open(segment) as container:
        return sum(1 for packet in container.demux(video=0) if packet.size)


def _show(pairs: list[Pair]) -> None:
    def cells(name: str, pick: Callable[[Pair], Result]) -> list[str]:
        results = [pick(pair) for pair in pairs]
        per_second = [each.cost.cpu_s / pairs[0].seconds for each in results]
        return [
            name,
            f"{median(per_second):.3f}",
            " ".join(f"{each:.3f}" for each in per_second),
            " ".join(str(each.frames) for each in results),
            str(results[0].segments),
            f"{median(each.size_bytes for each in results) / 1e6:.2f}",
        ]

    head = ["", "CPU s per recorded s", "each run", "frames", "segments", "MB"]
    ours, theirs = (
        cells("holdfast", lambda pair: pair.ours),
        cells("ffmpeg", lambda pair: pair.theirs),
    )
    table(head, [ours, theirs])
    say(f"Ratio of each pair: {' '.join(f'{pair.ratio:.3f}' for pair in pairs)}")
    say(f"Load after each pair: {'; '.join(pair.load for pair in pairs)}")


def _show_check(clip: Clip, folder: Path, pairs: list[Pair]) -> None:
    checked = _in_new_folder(_record_checked, clip, folder)
    more_s = checked.cost.cpu_s - median(pair.ours.cost.cpu_s for pair in pairs)
    say(
        f"The quality check took {more_s / clip.seconds:.3f} CPU s more per recorded s, its start"
        " with it, and makes way for everything else."
    )


def _counts_agree(clip: Clip, pairs: list[Pair]) -> Goal:
    counts = {each.frames for pair in pairs for each in (pair.ours, pair.theirs)}
    agree = counts == {clip.frames}
    return Goal(
        f"each run of the {clip.seconds} s clip holds {clip.frames} frames", agree, vital=True
    )


def _ratio_goal(clip: Clip, what: str, ratios: list[float]) -> Goal:
    ratio = median(ratios)
    text = (
        f"{clip.size[1]}p: ratio {what} at most {GOAL_RATIO:.2f}x: median of {len(ratios)} pairs is"
        f" {ratio:.3f}x"
    )
    return Goal(text, ratio <= GOAL_RATIO)


def _net_goal(clip: Clip, long: list[Pair], short: list[Pair]) -> Goal:
    """Without starting and ending: what one more recorded second costs."""
    our_start = median(pair.ours.cost.cpu_s for pair in short)
    their_start = median(pair.theirs.cost.cpu_s for pair in short)
    more_s = long[0].seconds - short[0].seconds
    ours = [(pair.ours.cost.cpu_s - our_start) / more_s for pair in long]
    theirs = [(pair.theirs.cost.cpu_s - their_start) / more_s for pair in long]
    say(
        f"One more recorded second (start and end taken out by clips of {short[0].seconds} s, which"
        f" took {our_start:.2f} and {their_start:.2f} CPU s):"
        f" holdfast {median(ours):.3f}, ffmpeg {median(theirs):.3f} CPU s"
    )
    ratios = [one / other for one, other in zip(ours, theirs, strict=True)]
    say(f"Ratio of each pair: {' '.join(f'{each:.3f}' for each in ratios)}")
    return _ratio_goal(clip, "of one more second", ratios)
