"""`make soak KIND=kiosks`: two hundred kiosks, each sending 2 MB every 4 s, lose nothing."""

import os
import shutil
from pathlib import Path

import click
import pytest

from tests.support.kiosks import BUSY_BYTES, BUSY_EVERY_S, send_all_the_time
from tests.support.serving import Serving

KIOSKS = 200
SECONDS = min(float(os.environ.get("HOLDFAST_SOAK_SECONDS") or 16), 120.0)
ROOM_BYTES = 2**30


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_two_hundred_kiosks_lose_nothing(tmp_path: Path) -> None:
    """What the disk cannot keep up with comes later, and is all there."""
    rounds = max(1, int(SECONDS / BUSY_EVERY_S))
    needed_bytes = KIOSKS * rounds * BUSY_BYTES + ROOM_BYTES
    if shutil.disk_usage(tmp_path).free < needed_bytes:
        pytest.skip(f"{tmp_path} has less room than {needed_bytes / 1e9:.1f} GB")
    with Serving(tmp_path / "data") as serving:
        seen, stored = send_all_the_time(serving, KIOSKS, rounds)
    shutil.rmtree(tmp_path / "data")

    click.echo(
        f"\n{KIOSKS} kiosks, {rounds} segments each: answers p50 {seen.at(0.5):.2f} s, "
        f"p99 {seen.at(0.99):.2f} s, longest {max(seen.took_s):.2f} s"
    )
    assert seen.refused == []
    assert (len(seen.took_s), stored) == (KIOSKS * rounds, KIOSKS * rounds)
