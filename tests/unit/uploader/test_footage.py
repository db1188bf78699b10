"""Taking files in, step by step: what an interruption leaves, and what is never touched."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast import durable
from holdfast.announcement import Video
from holdfast.clock import SystemClock
from holdfast.layout import Home, RecordingFolder
from holdfast.salvage import read_manifest
from uploader import footage as footage_module
from uploader.footage import Footage, FootageRefused, Intake, Way, Whose, remove_leftovers
from uploader.installation import Installation

VIDEO = Video("h264", 640, 480, 25.0, "footage", "another camera")


class Killed(BaseException):
    """Nothing runs after it, as after a power cut."""


def look(_path: Path) -> Footage:
    return Footage("mov", 12.5, 312, VIDEO, None, None)


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    opened = Installation.open(Home(tmp_path / "home"), SystemClock(), with_overflow=False)
    yield opened
    opened.close()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "clip.mov"
    path.write_bytes(os.urandom(50_000))
    return path


def intake(installation: Installation, *, copy: bool = False) -> Intake:
    return Intake(installation, look, Whose("P-001", "smile", copy=copy))


def only_folder(installation: Installation) -> RecordingFolder:
    (folder,) = installation.home.recording_folders()
    return folder


def test_one_file_is_one_recording_of_one_segment(installation: Installation, clip: Path) -> None:
    taken = intake(installation).take(clip)

    manifest = read_manifest(only_folder(installation))
    assert manifest is not None
    assert (manifest.state, manifest.duration_s, manifest.frames) == ("complete", 12.5, 312)
    assert manifest.gaps == ()
    assert [(each.segment, each.container) for each in manifest.segments] == [(0, "mov")]
    assert manifest.announcement.extra["footage"]["name"] == "clip.mov"
    assert only_folder(installation).segment(0, "mov").samefile(clip)
    found = installation.queue.recording(taken.recording)
    assert (found.prompt, found.segments, found.size_bytes) == ("smile", 1, 50_000)
    assert found.custody.saved
    # What is on disk is all there is: the queue may be lost.
    assert installation.adopt().recordings == []


@pytest.mark.parametrize("step", ["_sidecar", "_part", "decided", "session_json"])
def test_killed_before_it_is_announced_it_was_never_there(
    installation: Installation, clip: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What takes back is not run either.
    monkeypatch.setattr(durable, "remove_folder", lambda _folder: None)
    monkeypatch.setattr(footage_module, step, _kill)
    with pytest.raises(Killed):
        intake(installation, copy=True).take(clip)
    monkeypatch.undo()

    found = installation.adopt()

    assert (found.recordings, found.recovered, found.troubles) == ([], [], [])
    assert remove_leftovers(installation) == 1
    assert list(installation.home.recording_folders()) == []
    assert clip.stat().st_size == 50_000


def test_killed_after_it_is_announced_it_is_finished_by_the_next_scan(
    installation: Installation, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Intake, "_close", _kill)
    with pytest.raises(Killed):
        intake(installation).take(clip)

    assert remove_leftovers(installation) == 0
    installation.adopt()

    manifest = read_manifest(only_folder(installation))
    assert manifest is not None
    assert (manifest.state, manifest.duration_s) == ("complete", 12.5)
    assert len(manifest.parts) == 1
    assert installation.queue.snapshot().recordings[0].custody.saved


def test_leftovers_whose_source_is_gone_are_kept(
    installation: Installation, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "remove_folder", lambda _folder: None)
    monkeypatch.setattr(footage_module, "session_json", _kill)
    with pytest.raises(Killed):
        intake(installation).take(clip)
    monkeypatch.undo()
    clip.unlink()

    assert remove_leftovers(installation) == 0
    assert only_folder(installation).segment(0, "mov").stat().st_size == 50_000


def test_a_file_that_grows_while_it_is_read_is_refused(
    installation: Installation, clip: Path
) -> None:
    def look_and_write(path: Path) -> Footage:
        with path.open("ab") as file:
            file.write(b"more")
        return look(path)

    with pytest.raises(FootageRefused, match="changed while"):
        Intake(installation, look_and_write, Whose("P-001", None)).take(clip)

    assert list(installation.home.recording_folders()) == []


def test_where_no_second_name_can_be_made_it_is_copied(
    installation: Installation, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(footage_module, "_linked", lambda _path, _final: False)

    assert intake(installation).take(clip).way is Way.COPIED
    assert only_folder(installation).segment(0, "mov").read_bytes() == clip.read_bytes()
    assert clip.stat().st_nlink == 1


def test_without_room_nothing_is_begun(
    installation: Installation, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(footage_module, "_KEPT_FREE_BYTES", 1 << 60)

    with pytest.raises(FootageRefused, match="no room"):
        intake(installation, copy=True).take(clip)

    assert list(installation.home.recording_folders()) == []


def _kill(*_arguments: object, **_named: object) -> None:
    raise Killed
