"""`make bench`: run the measurements and print what they show.

It fails only where a measurement proves nothing, not where a goal is missed: other machines, and
this one on another day, give other figures.
"""

import sys
import tempfile
from pathlib import Path

import click

from benchmarks import frames_lost, machine, recorder_cpu
from benchmarks.cost import adopt_orphans
from benchmarks.report import Goal, goals, heading, say

NAMES = ("recorder_cpu", "frames_lost")


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(NAMES))
@click.option("--pairs", default=5, show_default=True, help="Interleaved pairs of recorders.")
@click.option("--clip-seconds", default=60, show_default=True, help="Length of the clip.")
@click.option("--live-seconds", default=30.0, show_default=True, help="Length of a live run.")
@click.option("--waiting-mib", default=2048, show_default=True, help="What the uploader has to do.")
@click.option("--quick", is_flag=True, help="Seconds instead of minutes; the figures say little.")
def main(
    names: tuple[str, ...],
    pairs: int,
    clip_seconds: int,
    live_seconds: float,
    waiting_mib: int,
    quick: bool,
) -> None:
    """Measure the recorder. Without NAMES: everything."""
    starts = 3
    if quick:
        pairs, starts, clip_seconds, live_seconds, waiting_mib = 1, 0, 2, 2.0, 64
    adopt_orphans()
    heading("Machine")
    for name, value in machine.facts():
        say(f"{name + ':':<11} {value}")
    say(f"{'load:':<11} {machine.load()}")
    shown: list[Goal] = []
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as text:
        folder = Path(text)
        if not names or "recorder_cpu" in names:
            shown += recorder_cpu.measure(folder, clip_seconds, pairs, starts)
        if not names or "frames_lost" in names:
            shown += frames_lost.measure(folder, live_seconds, waiting_mib)
    heading("What was shown")
    sys.exit(0 if goals(shown) else 1)


if __name__ == "__main__":
    main()
