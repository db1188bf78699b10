"""Kills at random instants while recordings are made and sent. The seed is printed.

`HOLDFAST_KILL_SEED=123` runs one again; `make soak SECONDS=3600` runs it for long.
"""

import os
import random
from pathlib import Path

import click
import pytest

from tests.support.chain import ready_chain
from tests.support.random_kills import RandomKills

# Read here: every test begins without settings from outside.
SEED = int(os.environ.get("HOLDFAST_KILL_SEED") or random.SystemRandom().randrange(10**6))
SOAK_S = float(os.environ.get("HOLDFAST_SOAK_SECONDS") or 120)


def _run(root: Path, kills: int | None, seconds: float, recording_s: float) -> None:
    click.echo(f"\nHOLDFAST_KILL_SEED={SEED}")
    with ready_chain(root) as chain:
        RandomKills(chain, SEED, recording_s).run(kills, seconds)


def test_three_random_instants(tmp_path: Path) -> None:
    _run(tmp_path / "chain", kills=3, seconds=12.0, recording_s=8.0)


@pytest.mark.slow
@pytest.mark.timeout(SOAK_S * 4 + 600)
def test_random_instants_for_long(tmp_path: Path) -> None:
    _run(tmp_path / "chain", kills=None, seconds=SOAK_S, recording_s=20.0)
