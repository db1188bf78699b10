"""What people get wrong when they record: one sentence, the right exit code, nothing lost."""

import sqlite3
from pathlib import Path

import pytest

from tests.integration.conftest import HomeWithRecording
from tests.support.command_line import Said, holdfast

SECOND = ("--seconds", "1")


def record(home: Path, *words: str, **more: str) -> Said:
    return holdfast(home, "record", *words, **more)


def assert_nothing_recorded(home: Path) -> None:
    assert list((home / "recordings").rglob("*.mp4")) == []
    assert list((home / "recordings").rglob("manifest.json")) == []


@pytest.mark.parametrize(
    ("source", "exit_code", "what", "next_step"),
    [
        ("nonsense", 2, "no source 'nonsense'", "Name a camera"),
        ("ftp://camera/1", 2, "no source 'ftp://camera/1'", "http://"),
        ("/", 2, "no source '/'", "a video file that exists"),
        ("63", 1, "no camera /dev/video63", "try again"),
        ("/dev/video62", 1, "no camera /dev/video62", "try again"),
        ("http://127.0.0.1:9/video", 1, "No stream came from", "Check the address"),
    ],
)
def test_a_source_that_is_not_there(
    home: Path, source: str, exit_code: int, what: str, next_step: str
) -> None:
    said = record(home, "--source", source, *SECOND)

    assert said.exit_code == exit_code
    assert what in said.sentence
    assert "nothing" in said.sentence
    assert next_step in said.sentence
    assert_nothing_recorded(home)


def test_a_file_that_is_no_video(home: Path, tmp_path: Path) -> None:
    text = tmp_path / "notes.mp4"
    text.write_text("no video at all\n" * 100)

    said = record(home, "--source", str(text))

    assert said.exit_code == 1
    assert f"{text} cannot be read as a video (Invalid data" in said.sentence
    assert "nothing was recorded" in said.sentence
    assert "Choose another file" in said.sentence
    assert_nothing_recorded(home)


def test_a_microphone_that_was_named_and_is_not_there(home: Path) -> None:
    said = record(home, "--source", "test", "--audio", "Nobody's microphone", *SECOND)

    assert said.exit_code == 1
    assert "no microphone “Nobody's microphone”" in said.sentence
    assert "nothing is recorded" in said.sentence
    assert_nothing_recorded(home)


@pytest.mark.parametrize(
    ("words", "said_of_it"),
    [
        (("--seconds", "0"), "--seconds"),
        (("--seconds", "ten"), "--seconds"),
        (("--session", "yesterday", *SECOND), "not the id of a session"),
        (("--wrong",), "--wrong"),
    ],
)
def test_a_command_line_that_is_wrong(home: Path, words: tuple[str, ...], said_of_it: str) -> None:
    said = record(home, "--source", "test", *words)

    assert said.exit_code == 2
    assert said_of_it in said.err
    assert "Traceback" not in said.err
    assert_nothing_recorded(home)


@pytest.mark.parametrize(
    ("command", "place"),
    [
        ("record", "under a file"),
        ("queue", "in /proc"),
        ("serve", "under a file"),
        ("demo", "in /proc"),
    ],
)
def test_a_folder_that_cannot_be_used(tmp_path: Path, command: str, place: str) -> None:
    file = tmp_path / "file"
    file.write_text("a file where a folder should be")
    folder = file / "home" if place == "under a file" else Path("/proc/holdfast")
    words = {
        "record": ("record", "--home", str(folder), "--source", "test", *SECOND),
        "queue": ("queue", "list", "--home", str(folder)),
        "serve": ("serve", "--data", str(folder), "--port", "0"),
        "demo": ("demo", "--home", str(folder)),
    }

    said = holdfast(None, *words[command])

    assert said.exit_code == 1
    assert f"The folder {folder} cannot be used (" in said.sentence
    assert "Nothing was recorded" in said.sentence or "touched" in said.sentence
    assert "choose another" in said.sentence
    assert file.read_text() == "a file where a folder should be"


def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "home"
    file.write_text("a file where a folder should be")

    said = record(file, "--source", "test", *SECOND)

    assert said.exit_code == 2
    assert "is a file" in said.err
    assert file.read_text() == "a file where a folder should be"


def test_a_recordings_folder_in_whose_place_is_a_file(home: Path) -> None:
    (home / "recordings").write_text("not a folder")

    said = record(home, "--source", "test", *SECOND)

    assert said.exit_code == 1
    assert "cannot be used" in said.sentence
    assert "Nothing was recorded" in said.sentence
    assert (home / "recordings").read_text() == "not a folder"


@pytest.mark.parametrize(
    ("toml", "command", "said_of_it"),
    [
        ('[capture]\nfps = "fast"\n', "record", "capture.fps is 'fast'; allowed is a number"),
        ("[capture]\nfps = 30\n[capture]\n", "record", "is not valid TOML"),
        ("[uploader]\nmax_parallel = 9\n", "queue", "uploader.max_parallel is 9; allowed is"),
        ('[capture]\nsauce = "0"\n', "app", "[capture] has no 'sauce'; it has audio"),
    ],
)
def test_settings_that_are_wrong(home: Path, toml: str, command: str, said_of_it: str) -> None:
    (home / "config.toml").write_text(toml)
    words = {"record": ("record", "--source", "test"), "queue": ("queue", "list"), "app": ("app",)}

    said = holdfast(home, *words[command])

    assert said.exit_code == 1
    assert said_of_it in said.sentence
    assert str(home / "config.toml") in said.sentence
    assert "Nothing was recorded" in said.sentence or "untouched" in said.sentence
    assert (home / "config.toml").read_text() == toml


def test_a_setting_in_the_environment_that_is_wrong(home: Path) -> None:
    said = record(home, "--source", "test", HOLDFAST_CAPTURE__WIDTH="wide")

    assert said.exit_code == 1
    assert "capture.width is 'wide'; allowed is a whole number" in said.sentence
    assert "HOLDFAST_CAPTURE__WIDTH" in said.sentence


@pytest.mark.parametrize("command", ["record", "queue"])
def test_a_queue_that_a_newer_version_wrote(recorded: HomeWithRecording, command: str) -> None:
    assert holdfast(recorded.root, "queue", "list").exit_code == 0
    with sqlite3.connect(recorded.root / "queue.db") as database:
        database.execute("PRAGMA user_version = 9999")
    before = (recorded.root / "queue.db").read_bytes()
    words = {"record": ("record", "--source", "test", *SECOND), "queue": ("queue", "list")}

    said = holdfast(recorded.root, *words[command])

    assert said.exit_code == 1
    assert "written by a newer Holdfast (version 9999" in said.sentence
    assert "Recordings are safe; update Holdfast" in said.sentence
    assert (recorded.root / "queue.db").read_bytes() == before
    (recorded.root / "queue.db").unlink()
    recorded.assert_nothing_is_lost()


@pytest.mark.parametrize("command", ["why", "show", "retry"])
def test_an_id_that_no_recording_has(recorded: HomeWithRecording, command: str) -> None:
    said = holdfast(recorded.root, "queue", command, "ffff")

    assert said.exit_code == 1
    assert "No recording's id begins with ffff" in said.sentence
    assert "Nothing was changed; holdfast queue list" in said.sentence
    recorded.assert_nothing_is_lost()
