"""Cuts the power of a machine that records, again and again, and counts what is left.

    make power-cuts ARGS="--cuts 20"

`HOLDFAST_RIG` names a program that has a machine and a disk for this, called as
`RIG cut -s CHECKOUT -a SECONDS -n 1 WRITER VERIFIER`: it makes a new disk, starts the machine with
the checkout at /share and the disk at /data, runs WRITER in /data, waits until that prints READY
and SECONDS more, takes the power away, starts again with the same disk, and runs VERIFIER in /data
with what WRITER printed as /rig/prev.out. It ends with the verifier's exit code and prints what it
printed. The machine's Python must be the one of the checkout's .venv.
"""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import click

from holdfast.command import Failure

RIG = "HOLDFAST_RIG"
CHECKOUT = Path(__file__).parents[2]
LIMIT_S = 400
AFTER_MOST_S = 9.0
"""Two segments and some more, so that every phase of a segment is met."""
SAID = "/rig/prev.out"
_PYTHON = (
    "PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/share:$(echo /share/.venv/lib/python3*/site-packages)"
    " python -u /share/tests/hardware"
)
KINDS = {
    "long": ("power_cut_writer.py /data/home long", "power_cut_verifier.py /data/home"),
    "short": ("power_cut_writer.py /data/home short", "power_cut_verifier.py /data/home"),
    "chain": ("power_cut_chain_writer.py /data/chain", "power_cut_chain_verifier.py /data/chain"),
}
"""One long recording; short ones; short ones that are sent to a receiver on the same disk."""


def cut(rig: str, checkout: Path, kind: str, after_s: float) -> dict[str, Any]:
    """Cut the power once; what the verifier says."""
    writer, verifier = KINDS[kind]
    done = subprocess.run(
        [
            *(rig, "cut", "-s", str(checkout), "-a", f"{after_s:.2f}", "-n", "1"),
            f"{_PYTHON}/{writer}",
            f"{_PYTHON}/{verifier} {SAID}",
        ],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    for line in done.stdout.splitlines():
        if line.startswith('{"cut"'):
            verdict: dict[str, Any] = json.loads(line)["cut"]
            if done.returncode != 0 and not verdict["troubles"]:
                verdict["troubles"] = [f"the rig says: {done.stderr.strip()[-400:]}"]
            return verdict
    return {"troubles": [f"no verdict: {done.stdout[-800:]} {done.stderr[-800:]}"]}


@click.command()
@click.option("--cuts", default=20, show_default=True, type=click.IntRange(1))
@click.option("--kind", "kinds", multiple=True, type=click.Choice(list(KINDS)))
@click.option("--seed", type=int, help="The same instants again.")
@click.option("--checkout", default=CHECKOUT, type=click.Path(path_type=Path, exists=True))
def main(cuts: int, kinds: tuple[str, ...], seed: int | None, checkout: Path) -> None:
    """Cut the power so many times; exit code 1 if anything acknowledged was lost."""
    rig = os.environ.get(RIG)
    if not rig:
        raise Failure(
            f"{RIG} is not set. Nothing was cut. It names the program that starts a machine, takes"
            " its power away and starts it again; the head of tests/hardware/power_cuts.py says how"
            " it is called."
        )
    chosen = kinds or ("long", "short")
    seed = random.randrange(10**6) if seed is None else seed
    instants = random.Random(seed)
    click.echo(f"seed {seed}")
    bad = 0
    for number in range(1, cuts + 1):
        kind, after_s = chosen[number % len(chosen)], instants.uniform(0.1, AFTER_MOST_S)
        verdict = cut(rig, checkout, kind, after_s)
        bad += bool(verdict["troubles"])
        row = {"cut": number, "kind": kind, "after_s": round(after_s, 2), **verdict}
        click.echo(json.dumps(row))
    click.echo(f"{cuts} cuts, {bad} of them lost or changed something that was acknowledged")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
