"""A real camera that fails in its ways, recorded by the real command. Run with `-m hardware`."""

import itertools
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.recording.model import Failed, PartBegan
from desktop.supervisor import RecorderBack, RecorderLost
from holdfast import salvage
from holdfast.layout import Home
from holdfast.manifest import Manifest
from tests.hardware import vivid
from tests.hardware.vivid import CAMERA, control, held_by_another_program, needs_vivid, plug
from tests.integration.recorder.conftest import CLOCK, Bench, Open
from tests.support.command_line import Running, Said, holdfast

pytestmark = [pytest.mark.hardware, pytest.mark.timeout(180), needs_vivid]

NATIVE = {"width": 640, "height": 480, "audio": "none"}
OTHER_NODE = Path("/dev/video1")
CONFIG = "[capture]\nwidth = 640\nheight = 480\n"


@pytest.fixture(autouse=True)
def _small_pictures(home: Path) -> None:
    (home / "config.toml").write_text(CONFIG)


def record(home: Path, seconds: float, *words: str) -> tuple[str, ...]:
    return ("record", "--source", "0", "--audio", "none", "--seconds", f"{seconds:g}", *words)


def manifest_of(home: Path, said: Said) -> Manifest:
    printed: dict[str, Any] = said.json_lines[-1]
    folder = Home(home).recording(printed["session"], printed["id"])
    manifest = salvage.read_manifest(folder)
    assert manifest is not None
    return manifest


def test_a_stream_that_fails_to_start_is_said_in_a_sentence(home: Path) -> None:
    control("inject_vidioc_streamon_error=1")

    said = holdfast(home, *record(home, 2))

    assert said.exit_code == 1
    assert "nothing is recorded" in said.sentence
    assert list(Home(home).recording_folders()) == []
    assert holdfast(home, *record(home, 1)).exit_code == 0, "the next try finds it well"


def test_a_camera_in_another_programs_hands_is_said_in_a_sentence(home: Path) -> None:
    with held_by_another_program():
        said = holdfast(home, *record(home, 2))

    assert said.exit_code == 1
    assert "Another program uses camera" in said.sentence
    assert list(Home(home).recording_folders()) == []
    assert holdfast(home, *record(home, 1)).exit_code == 0


Note = Callable[[str, object], None]


def go_on(bench: Bench) -> Manifest:
    bench.wait_for(RecorderBack)
    bench.wait_until_recorded(bench.of(PartBegan)[-1].offset_s + 1.5)
    bench.supervisor.stop_recording()
    return bench.end()


def test_a_fatal_error_of_the_stream_costs_a_gap(open_bench: Open, record_property: Note) -> None:
    bench = open_bench("0", **NATIVE)
    bench.record()
    bench.wait_until_recorded(2.5)

    broken_ns = CLOCK.monotonic_ns()
    control("inject_fatal_streaming_error=1")
    bench.wait_for(RecorderLost)
    lost_after_s = (bench.heard_at_ns(RecorderLost) - broken_ns) / 1e9
    manifest = go_on(bench)

    (gap,) = manifest.gaps
    record_property("noticed_after_s", round(lost_after_s, 3))
    record_property("gap_s", round(gap.to_s - gap.from_s, 3))
    assert lost_after_s < 3.0
    assert [each.part for each in manifest.parts] == [0, 1]
    assert gap.from_s > 2.0
    assert gap.to_s == pytest.approx(manifest.parts[1].offset_s, abs=0.001)
    assert manifest.state == "complete"


def test_a_camera_that_fails_again_when_it_is_opened_again_is_tried_on(
    open_bench: Open, record_property: Note
) -> None:
    bench = open_bench("0", **NATIVE)
    bench.record()
    bench.wait_until_recorded(2.5)

    # The second is for whoever opens it next.
    control("inject_vidioc_streamon_error=1")
    control("inject_fatal_streaming_error=1")
    bench.wait_for(RecorderLost)
    manifest = go_on(bench)

    record_property("gap_s", round(manifest.gaps[0].to_s - manifest.gaps[0].from_s, 3))
    assert len(bench.processes) >= 3, "the first new one found a camera that does not start"
    assert bench.of(Failed) == []
    assert len(manifest.gaps) == 1
    assert manifest.state == "complete"


def test_a_camera_that_says_no_to_everything_for_a_while_is_waited_for(open_bench: Open) -> None:
    bench = open_bench("0", **NATIVE)
    bench.record()
    bench.wait_until_recorded(2.5)

    control("disconnect=1")
    bench.wait_for(RecorderLost)
    manifest = go_on(bench)

    assert len(manifest.gaps) == 1
    assert manifest.state == "complete"


@vivid.needs_stable_names
@pytest.mark.skipif(OTHER_NODE.exists(), reason="two of these test cameras have one name")
@pytest.mark.usefixtures("plugged_in_afterwards")
def test_plugged_in_again_as_another_node_it_is_found_by_its_name(
    home: Path, record_property: Note
) -> None:
    words = record(home, 9, "--json")
    # Somebody else keeps the old node open, so that the number stays taken.
    held = os.open(CAMERA, os.O_RDWR)
    try:
        with Running(home, *words) as running:
            running.wait_until_it_says("Recording ")
            vivid.wait_a_moment(2.0)
            plug("unbind")
            plug("bind")
            vivid.wait_until_there(OTHER_NODE)
            assert not CAMERA.exists()
            said = running.ended()
    finally:
        os.close(held)

    assert said.exit_code == 0, said.err
    manifest = manifest_of(home, said)
    assert [each.part for each in manifest.parts] == [0, 1]
    assert len(manifest.gaps) == 1
    record_property("gap_s", round(manifest.gaps[0].to_s - manifest.gaps[0].from_s, 3))
    assert manifest.state == "complete"
    assert manifest.duration_s == pytest.approx(9.0, abs=0.3)
    assert manifest.announcement.video is not None
    assert manifest.announcement.video.camera_id.startswith("/dev/v4l/")
    assert json.loads(said.out.splitlines()[0])["gap"]["to_s"] == manifest.gaps[0].to_s
    starts = [each.start_s for each in manifest.segments]
    assert all(before < after for before, after in itertools.pairwise(starts))
