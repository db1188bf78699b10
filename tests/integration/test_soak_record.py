"""A real recording of the live scene while it is sent to a real receiver, judged frame by frame.

CI takes 15 s of it; `make soak KIND=record SECONDS=1800` half an hour.
"""

import os
import threading
from pathlib import Path

import click
import pytest

from holdfast import salvage
from tests.support.chain import Process, ready_chain, wait_for
from tests.support.nothing_lost import wait_for_lights
from tests.support.soak import (
    Memory,
    assert_every_frame_accounted_for,
    assert_flat,
    assert_in_step,
    described,
)

# Read here: every test begins without settings from outside.
SOAK_S = float(os.environ.get("HOLDFAST_SOAK_SECONDS") or 1800)
LOOKS = 200
START_AND_END_S = 120.0


def _soak(root: Path, seconds: float) -> Memory:
    with ready_chain(root) as chain:
        upload = chain.start("upload", "--json")
        recorder = chain.record(seconds, source="test:live")
        assert chain.receiver is not None
        memory = Memory([recorder, upload, chain.receiver])
        _watch(memory, recorder, seconds)
        assert recorder.wait() == 0, recorder.said()
        (folder,) = chain.folders()
        wait_for(folder.manifest.exists, "the manifest")
        wait_for_lights(chain, upload)
        manifest = salvage.read_manifest(folder)
        assert manifest is not None
        there = chain.data.recording(folder.session, folder.recording)
        pictures = assert_every_frame_accounted_for(there, manifest)
        click.echo(
            f"\n{len(pictures)} frames in {manifest.duration_s:.1f} s, each once;"
            f" {manifest.lost_frames} lost, each counted where it is missing"
        )
        assert manifest.frames + manifest.lost_frames == pytest.approx(seconds * 30, abs=2)
        click.echo(assert_in_step(there.assembled, manifest))
        click.echo("\n".join(described(memory)))
    return memory


def _watch(memory: Memory, recorder: Process, seconds: float) -> None:
    pause = threading.Event()
    for _ in range(round(LOOKS * (1 + START_AND_END_S / seconds))):
        if not recorder.is_running:
            return
        memory.look()
        pause.wait(seconds / LOOKS)


def test_a_short_recording_is_whole_and_in_step(tmp_path: Path) -> None:
    _soak(tmp_path / "chain", 15.0)


@pytest.mark.slow
@pytest.mark.timeout(SOAK_S * 2 + 900)
def test_a_long_recording_is_whole_and_in_step(tmp_path: Path) -> None:
    assert_flat(_soak(tmp_path / "chain", SOAK_S))
