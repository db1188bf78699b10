"""`holdfast record --sync-mark` on a camera: the markers stand where the screen flashed."""

import json
from pathlib import Path

import pytest

from desktop.sync_mark import LEAD_S, MARKER, SERIES_S
from holdfast import salvage
from holdfast.layout import Home
from tests.mjpeg_server import mjpeg_server
from tests.support.command_line import holdfast

# A screen that nobody sees, as good as any for the times.
UNSEEN = {"QT_QPA_PLATFORM": "offscreen", "HOLDFAST_CAPTURE__WIDTH": "640"}


def marks_of(home: Home) -> tuple[list[float], float]:
    """When the sync marks are, and how long the recording is, seconds."""
    (folder,) = home.recording_folders()
    manifest = salvage.read_manifest(folder)
    assert manifest is not None
    assert {each.source for each in manifest.markers} <= {"window"}
    return [each.t_s for each in manifest.markers if each.name == MARKER], manifest.duration_s


def test_both_ends_of_a_recording_are_marked(tmp_path: Path) -> None:
    seconds = 2 * SERIES_S + 3.0
    with mjpeg_server(320, 240) as camera:
        words = ("--source", camera.url, "--seconds", str(seconds), "--sync-mark", "both")
        said = holdfast(tmp_path, "record", *words, **UNSEEN)

    assert said.exit_code == 0, said.err
    (first_s, last_s), duration_s = marks_of(Home(tmp_path))
    assert first_s > LEAD_S - 0.05
    assert first_s + SERIES_S < last_s
    assert last_s < duration_s
    assert duration_s == pytest.approx(seconds, abs=0.05)


def test_the_built_in_scene_needs_none_and_none_is_the_default(tmp_path: Path) -> None:
    for name, words in (("scene", ("--sync-mark", "both")), ("plain", ())):
        home = Home(tmp_path / name)
        said = holdfast(home.root, "record", "--source", "test", "--seconds", "3", *words, **UNSEEN)
        assert said.exit_code == 0, said.err
        assert marks_of(home)[0] == []

    session = next(Home(tmp_path / "scene").recording_folders()).session
    told = holdfast(tmp_path / "scene", "passport", session, "--json").json
    (recording,) = told["recordings"]
    # The scene has one in every second; those at an end may be cut.
    assert 2 <= recording["sync"]["pairs"] <= 3
    assert abs(recording["sync"]["offset_ms"]["mean"]) < 1
    assert recording["versions"]["ffmpeg"]
    assert json.dumps(recording["encoder"]).startswith('"x264 - core')
