"""`holdfast doctor` as a person calls it: on a well computer, a sick one, and with a receiver."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import holdfast
from tests.support.flash_and_beep import offset_onsets, write_media
from tests.support.live_receiver import LiveReceiver

SCENE = {"HOLDFAST_CAPTURE__SOURCE": "test"}
NO_CAMERA = {"HOLDFAST_CAPTURE__SOURCE": "/dev/video63"}


def checks(value: Any) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in value["checks"]}


def test_a_computer_that_can_record_passes(tmp_path: Path) -> None:
    said = holdfast(tmp_path, "doctor", "--json", **SCENE)

    found = checks(said.json)
    assert said.exit_code == 0
    assert list(found) == [
        "camera",
        "microphone",
        "disk",
        "SQLite",
        "encoder",
        "receiver",
        "clock",
        "ffmpeg",
    ]
    assert all(set(each) == {"name", "ok", "detail", "do", "essential"} for each in found.values())
    # Not being enrolled is worth a cross, but one can record without.
    assert not found["receiver"]["ok"]
    assert "holdfast enrol" in found["receiver"]["do"]
    assert list(tmp_path.iterdir()) == []


def test_a_computer_without_its_camera_fails_and_says_what_to_do(tmp_path: Path) -> None:
    said = holdfast(tmp_path, "doctor", **NO_CAMERA)

    assert said.exit_code == 1
    assert said.err == ""
    camera, *others = said.out.splitlines()
    assert camera.startswith("✗ camera")
    assert "Plug" in camera
    assert any(each.startswith("✓ disk") for each in others)


def test_it_tells_whether_the_receiver_knows_this_computer(tmp_path: Path) -> None:
    home = tmp_path / "home"
    receiver = LiveReceiver.start(tmp_path / "data")
    try:
        enrolled = holdfast(home, "enrol", receiver.url, receiver.enrolment_code())
        assert enrolled.exit_code == 0, enrolled.err

        well = checks(holdfast(home, "doctor", "--json", **SCENE).json)
        assert well["receiver"]["ok"], well
        assert well["clock"]["ok"]
        assert "±" in well["clock"]["detail"]
    finally:
        receiver.stop()

    away = holdfast(home, "doctor", "--json", **SCENE)
    assert away.exit_code == 0
    assert not checks(away.json)["receiver"]["ok"]
    assert checks(away.json)["clock"]["ok"]


@pytest.mark.timeout(90)
def test_a_rehearsal_measures_sound_and_picture_and_leaves_nothing(tmp_path: Path) -> None:
    said = holdfast(tmp_path, "doctor", "--record", "--json", **SCENE)

    found = checks(said.json)
    assert said.exit_code == 0, said
    assert found["rehearsal"]["ok"]
    assert "300 pictures" in found["rehearsal"]["detail"]
    assert found["sync"]["ok"]
    # One may be cut by the beginning or the end, wherever in its second the scene is then.
    assert re.search(r"in (9|10) flashes", found["sync"]["detail"]), found["sync"]
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_measured(tmp_path: Path) -> None:
    file = write_media(tmp_path / "late.mp4", 6, offset_onsets(6, 0.04))

    said = holdfast(tmp_path, "doctor", "--sync", str(file), "--json")
    people = holdfast(tmp_path, "doctor", "--sync", str(file))

    assert said.exit_code == 0, said.err
    assert said.json["pairs"] == 6
    assert said.json["offset_ms"]["mean"] == pytest.approx(40, abs=1)
    assert "the sound comes late" in people.out


def test_a_file_without_sound_says_so_in_one_sentence(tmp_path: Path) -> None:
    file = write_media(tmp_path / "silent.mp4", 2, None)

    said = holdfast(tmp_path, "doctor", "--sync", str(file))

    assert said.exit_code == 1
    assert "no sound" in said.sentence


def test_it_says_which_encoder_is_used_and_why_no_other(tmp_path: Path) -> None:
    said = holdfast(tmp_path, "devices", "--json", HOLDFAST_CAPTURE__ENCODER="h264_videotoolbox")
    wished = {**SCENE, "HOLDFAST_CAPTURE__ENCODER": "h264_videotoolbox"}
    encoder = checks(holdfast(tmp_path, "doctor", "--json", **wished).json)["encoder"]
    x264 = {**SCENE, "HOLDFAST_CAPTURE__ENCODER": "x264"}
    asked_for = checks(holdfast(tmp_path, "doctor", "--json", **x264).json)["encoder"]
    wrong = holdfast(tmp_path, "devices", HOLDFAST_CAPTURE__ENCODER="magic")

    found = said.json["encoder"]
    assert (found["wanted"], found["used"]) == ("h264_videotoolbox", "libx264")
    assert "no encoder “h264_videotoolbox”" in found["refused"][0]["reason"]
    assert not encoder["ok"]
    assert "libx264" in encoder["detail"]
    assert (asked_for["ok"], asked_for["detail"]) == (True, "Recordings use libx264.")
    assert wrong.exit_code != 0
    assert "auto or x264 or camera" in wrong.err
