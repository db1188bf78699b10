"""`make bench`: run the measurements and print what they show.

It fails only where a measurement proves nothing, not where a goal is missed: other machines, and
this one on another day, give other figures.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks import (
    drain,
    frame_cost,
    frames_lost,
    losses,
    machine,
    queue_size,
    receiver_cost,
    receiver_load,
    recorder_cpu,
    recorder_limits,
    scroll,
    tracking,
    upload_link,
    upload_peers,
    window_cost,
)
from benchmarks.clip import HD, SIZES
from benchmarks.cost import adopt_orphans
from benchmarks.report import Goal, goals, heading, say


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    pairs: int
    starts: int
    clip_seconds: int
    live_seconds: float
    waiting_mib: int
    kills: int
    sizes: tuple[tuple[int, int], ...] = SIZES
    pictures: int = 6000
    links: tuple[upload_link.Case, ...] = tuple(upload_link.cases(96))
    link_tries: int = 20
    queued: int = 100_000
    sent_mib: int = 1024
    slow_chunks: int = 4
    busy_s: float = 120.0
    tracked_s: int = 60


def _recorder_cpu(folder: Path, plan: Plan) -> list[Goal]:
    return [
        goal
        for size in plan.sizes
        for goal in recorder_cpu.measure(folder, plan.clip_seconds, plan.pairs, plan.starts, size)
    ]


BENCHES: dict[str, Callable[[Path, Plan], list[Goal]]] = {
    "frame_cost": lambda folder, plan: frame_cost.measure(folder, plan.pictures),
    "memory": lambda folder, _: recorder_limits.measure_memory(folder),
    "lateness": lambda folder, plan: recorder_limits.measure_lateness(folder, plan.live_seconds),
    "power_cuts": lambda folder, plan: losses.measure_cuts(folder, plan.live_seconds + 4),
    "kills": lambda folder, plan: losses.measure_kills(folder, plan.kills),
    "recorder_cpu": _recorder_cpu,
    "drain": lambda folder, plan: drain.measure(folder, plan.waiting_mib),
    "queue_size": lambda folder, plan: queue_size.measure(folder, plan.queued),
    "frames_lost": lambda folder, plan: frames_lost.measure(
        folder, plan.live_seconds, plan.waiting_mib
    ),
    "scroll": lambda folder, plan: scroll.measure(folder, plan.live_seconds),
    "upload_link": lambda folder, plan: upload_link.measure(
        folder / "upload_link", plan.links, plan.link_tries
    ),
    "upload_peers": lambda folder, plan: upload_peers.measure(
        folder, plan.sent_mib, max(1, plan.starts)
    ),
    "receiver_cost": lambda folder, plan: receiver_cost.measure(
        folder, plan.sent_mib, max(1, plan.starts)
    ),
    "tracking": lambda folder, plan: tracking.measure(folder, plan.tracked_s),
    "window_cost": lambda folder, plan: window_cost.measure(
        folder, max(1, 4 * plan.starts), plan.pictures // 10
    ),
    "receiver_load": lambda folder, plan: receiver_load.measure(
        folder, plan.slow_chunks, plan.busy_s
    ),
}
NAMES = tuple(BENCHES)


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(NAMES))
@click.option("--pairs", default=5, show_default=True, help="Interleaved pairs of recorders.")
@click.option("--clip-seconds", default=60, show_default=True, help="Length of the clip.")
@click.option("--live-seconds", default=30.0, show_default=True, help="Length of a live run.")
@click.option("--waiting-mib", default=2048, show_default=True, help="What the uploader has to do.")
@click.option("--kills", default=20, show_default=True, help="How often to kill both recorders.")
@click.option("--quick", is_flag=True, help="Seconds instead of minutes; the figures say little.")
def main(
    names: tuple[str, ...],
    pairs: int,
    clip_seconds: int,
    live_seconds: float,
    waiting_mib: int,
    kills: int,
    quick: bool,
) -> None:
    """Measure recorder, uploader and receiver. Without NAMES: everything."""
    plan = Plan(pairs, 3, clip_seconds, live_seconds, waiting_mib, kills)
    if quick:
        plan = Plan(
            1,
            0,
            2,
            2.0,
            64,
            1,
            sizes=(HD,),
            pictures=600,
            links=tuple(upload_link.quick_cases()),
            link_tries=2,
            queued=2000,
            sent_mib=32,
            slow_chunks=1,
            busy_s=8.0,
            tracked_s=12,
        )
    adopt_orphans()
    heading("Machine")
    for name, value in machine.facts():
        say(f"{name + ':':<11} {value}")
    say(f"{'load:':<11} {machine.load()}")
    shown: list[Goal] = []
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as text:
        for name in names or NAMES:
            shown += BENCHES[name](Path(text), plan)
    heading("What was shown")
    sys.exit(0 if goals(shown) else 1)


if __name__ == "__main__":
    main()
