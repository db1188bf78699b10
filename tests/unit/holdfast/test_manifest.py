"""What a manifest's times say of a recording with gaps."""

from dataclasses import replace
from pathlib import Path

import pytest

from holdfast import salvage
from holdfast.layout import Home
from holdfast.manifest import PAUSED, Gap, Manifest
from tests.recordings import make_recording, some_device


@pytest.fixture
def manifest(tmp_path: Path) -> Manifest:
    """Of twelve seconds, without a gap."""
    folder = make_recording(Home(tmp_path), some_device(), sizes=[1000] * 3).folder
    found = salvage.read_manifest(folder)
    assert found is not None
    assert found.duration_s == 12.0
    return found


def test_gaps_are_not_recorded_and_only_pauses_were_wanted(manifest: Manifest) -> None:
    gaps = (Gap(2.0, 5.0, PAUSED), Gap(6.0, 7.0, "no picture"))
    with_gaps = replace(manifest, gaps=gaps)

    assert (with_gaps.paused_s, with_gaps.recorded_s) == (3.0, 8.0)


def test_a_pause_that_ended_with_the_recording_takes_nothing_from_it(manifest: Manifest) -> None:
    stopped_while_paused = replace(manifest, gaps=(Gap(12.0, 72.0, PAUSED),))

    assert (stopped_while_paused.paused_s, stopped_while_paused.recorded_s) == (0.0, 12.0)
