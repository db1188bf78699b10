"""The doctor says of each thing on this computer whether it is well, and what to do if not."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.check import Check
from desktop.computer_checks import (
    check_camera,
    check_disk,
    check_ffmpeg,
    check_microphone,
    check_overflow,
    check_sqlite,
)
from desktop.recording.devices import Camera, Devices, Microphone
from desktop.settings import DesktopSettings
from holdfast.clock import SystemClock
from holdfast.ids import new_id
from holdfast.layout import Home
from tests.recordings import make_recording, some_device
from tests.support.manual_clock import ManualClock
from tests.support.other_disk import other_disk

SETTINGS = DesktopSettings(source="0", audio=None, width=1280, height=720, fps=30.0)
NOTHING = Devices((), ())
CAMERA = Devices((Camera("usb-1", "HD Webcam", "/dev/video0", ()),), ())


def with_microphone(name: str, *, is_default: bool = True) -> Devices:
    return Devices((), (Microphone(3, name, 1, 48_000.0, is_default),))


def test_the_camera_of_the_settings_has_to_be_there() -> None:
    assert check_camera(SETTINGS, CAMERA) == Check("camera", True, "HD Webcam (/dev/video0)")

    for settings, devices, words in (
        (SETTINGS, NOTHING, "No camera was found"),
        (replace(SETTINGS, source="7"), CAMERA, "not /dev/video7"),
        (replace(SETTINGS, source="/nowhere.mp4"), CAMERA, "not there"),
    ):
        check = check_camera(settings, devices)
        assert not check.ok
        assert check.essential
        assert words in check.detail


def test_the_scene_needs_neither_camera_nor_microphone() -> None:
    scene = replace(SETTINGS, source="test")

    assert check_camera(scene, NOTHING).ok
    assert check_microphone(scene, NOTHING).ok


def test_a_microphone_that_nobody_named_is_not_essential() -> None:
    check = check_microphone(SETTINGS, NOTHING)

    assert not check.ok
    assert not check.essential
    assert check_microphone(SETTINGS, with_microphone("Headset")).ok


def test_a_microphone_that_was_named_is_essential() -> None:
    named = replace(SETTINGS, audio="Røde")

    absent = check_microphone(named, with_microphone("Headset"))

    assert not absent.ok
    assert absent.essential
    assert "Headset" in absent.detail
    assert check_microphone(named, with_microphone("Røde NT-USB", is_default=False)).ok


def test_the_disk_is_measured_and_left_as_it_was(tmp_path: Path) -> None:
    home = Home(tmp_path / "new")

    check = check_disk(home, SystemClock(), trial_bytes=1024 * 1024)

    assert check.ok
    assert "GB free" in check.detail
    assert list(home.root.iterdir()) == []


def test_what_recordings_take_is_told_apart_from_other_files(tmp_path: Path) -> None:
    home = Home(tmp_path)
    recording = make_recording(home, some_device(), sizes=[1])
    with recording.folder.segment(7).open("wb") as file:
        file.truncate(3_000_000_000)

    detail = check_disk(home, SystemClock(), trial_bytes=1024 * 1024).detail

    # The file is sparse: it takes nothing of the disk, but it is ours.
    assert "recordings 3.0 GB, other files " in detail


def test_the_overflow_folder_is_looked_at_and_left_as_it_was(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.recordings.mkdir(parents=True)
    with other_disk(tmp_path) as disk:
        named = disk / "overflow"

        fine = check_overflow(home, named)
        assert fine.ok
        assert "GB free" in fine.detail
        assert list(disk.iterdir()) == []

        stranger = disk / "overflow" / f"holdfast-overflow-{new_id(datetime.now(UTC))}.json"
        stranger.parent.mkdir()
        stranger.touch()
        foreign = check_overflow(home, named)
        assert not foreign.ok
        assert not foreign.essential
        assert "another Holdfast" in foreign.detail

    assert "is not connected" in check_overflow(home, named).detail


class SlowClock(ManualClock):
    """A clock on which everything takes ten seconds."""

    def monotonic_ns(self) -> int:
        self.advance(10)
        return super().monotonic_ns()


def test_a_slow_disk_is_no_place_for_recordings(tmp_path: Path) -> None:
    check = check_disk(Home(tmp_path), SlowClock(), trial_bytes=1024 * 1024)

    assert not check.ok
    assert "faster disk" in check.do


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    check = check_disk(Home(tmp_path / "file" / "home"), SystemClock())

    assert not check.ok
    assert str(tmp_path) in check.detail


def test_the_database_is_tried_on_the_homes_own_disk(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.queue_database.write_bytes(b"not a database")

    check = check_sqlite(home)

    assert check.ok, check
    # The doctor looks; putting a damaged queue aside is for whoever uses it.
    assert [each.name for each in tmp_path.iterdir()] == [home.queue_database.name]


def test_a_disk_without_room_for_a_database_is_said(tmp_path: Path) -> None:
    check = check_sqlite(Home(tmp_path / "absent"))

    assert not check.ok
    assert "does not work" in check.detail


def test_ffmpeg_is_a_bonus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert check_ffmpeg() == Check(
        "ffmpeg", True, "Not installed. Nothing needs it: Holdfast brings its own."
    )

    command = tmp_path / "ffmpeg"
    command.write_text("#!/bin/sh\necho ffmpeg version 9.9 Copyright somebody\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin")
    assert check_ffmpeg().detail == "ffmpeg version 9.9; nothing needs it."

    command.write_text("broken")
    broken = check_ffmpeg()
    assert not broken.ok
    assert not broken.essential


def test_a_line_for_people_says_what_to_do() -> None:
    check = Check("camera", False, "No camera was found.", "Plug one in.")

    assert check.line() == "✗ camera      No camera was found. Plug one in."
    assert check.to_json() == {
        "name": "camera",
        "ok": False,
        "detail": "No camera was found.",
        "do": "Plug one in.",
        "essential": True,
    }
