"""`holdfast record` in a terminal: how it ends, what it keeps, what it prints."""

import json
import signal
from fractions import Fraction
from pathlib import Path

import pytest

from holdfast.jsonform import Json
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest
from tests.mjpeg_server import mjpeg_server
from tests.support.chain import wait_for
from tests.support.command_line import RECORDING_SHAPE, Running, Said, holdfast
from tests.support.played import make_video, shown_by

NOT_SENT = {
    "saved": True,
    "received": {"segments": 0, "bytes": 0},
    "verified": False,
    "playable": False,
    "freed": False,
}


@pytest.fixture(autouse=True)
def _small_pictures(home: Path) -> None:
    (home / "config.toml").write_text("[capture]\nwidth = 320\nheight = 240\n")


def manifest_of(home: Path) -> Manifest:
    (folder,) = Home(home).recording_folders()
    return Manifest.from_json(json.loads(folder.manifest.read_bytes()))


def wait_for_first_bytes(home: Path) -> None:
    wait_for(
        lambda: any(path.stat().st_size > 0 for path in home.rglob("000000.part")),
        "the first segment grows",
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_who_stops_it_keeps_the_recording(home: Path, number: signal.Signals) -> None:
    with Running(home, "record", "--source", "test", "--json") as recording:
        recording.wait_until_it_says("Ctrl+C stops and keeps it")
        wait_for_first_bytes(home)
        said = recording.end(number)

    assert said.exit_code == 0
    assert said.err == ""
    assert set(said.json) == RECORDING_SHAPE
    assert (said.json["state"], said.json["custody"]) == ("complete", NOT_SENT)
    manifest = manifest_of(home)
    assert (manifest.state, manifest.frames) == ("complete", said.json["frames"])
    assert manifest.frames > 0
    shown = [each for path in sorted(home.rglob("*.mp4")) for each in shown_by(path)]
    assert len(shown) == manifest.frames
    assert list(home.rglob("*.part")) == []


def test_who_stops_it_before_the_first_picture_is_told_so(home: Path) -> None:
    with mjpeg_server() as camera:
        camera.stall()
        with Running(home, "record", "--source", camera.url) as recording:
            wait_for(lambda: camera.connections, "the camera is asked for pictures")
            said = recording.end(signal.SIGTERM)

    assert said.exit_code == 1
    assert "Nothing was recorded: it was stopped before the first picture" in said.sentence
    assert list(home.rglob("*.mp4")) == []


def test_markers_from_standard_input_are_kept_at_their_time(home: Path) -> None:
    words = ("--source", "test", "--marker-stdin", "--participant", "P-017", "--json")
    with Running(home, "record", *words) as recording:
        recording.wait_until_it_says("Recording P-017")
        wait_for_first_bytes(home)
        recording.type_line("baby looks away")
        recording.type_line("")
        recording.type_line("  näher  ")
        first = recording.next_line()
        second = recording.next_line()
        said = recording.end(signal.SIGINT)

    assert said.exit_code == 0
    printed = [json.loads(first)["marker"], json.loads(second)["marker"]]
    assert [each["name"] for each in printed] == ["baby looks away", "näher"]
    manifest = manifest_of(home)
    kept = [(each.name, each.source, each.t_s) for each in manifest.markers]
    assert kept == [(each["name"], "stdin", each["t_s"]) for each in printed]
    assert 0 < printed[0]["t_s"] <= printed[1]["t_s"] <= manifest.duration_s
    assert said.json["participant"] == "P-017"


@pytest.mark.parametrize("as_fast", [True, False])
def test_a_file_ends_by_itself_before_the_time_is_up(
    home: Path, tmp_path: Path, as_fast: bool
) -> None:
    film = tmp_path / "film.mov"
    make_video(film, 15, Fraction(25, 2), (320, 240))
    words = ("--source", str(film), "--seconds", "60", "--json")

    said = holdfast(home, "record", *words, *(["--as-fast"] if as_fast else []))

    assert said.exit_code == 0
    assert said.json["frames"] == 15
    assert said.json["state"] == "complete"
    # 15 frames, 0.08 s apart; the last one lasts as long as the others.
    assert said.json["duration_s"] == pytest.approx(1.2, abs=0.001)


def test_a_second_recording_joins_a_session_as_the_next_take(home: Path) -> None:
    words = ("record", "--source", "test", "--seconds", "0.5", "--prompt", "smile", "--json")
    first = holdfast(home, *words).json

    second = holdfast(home, *words, "--session", first["session"]).json

    assert (first["take"], second["take"]) == (1, 2)
    assert second["session"] == first["session"]
    assert second["id"] != first["id"]
    assert first["prompt"] == second["prompt"] == "smile"
    listed = holdfast(home, "queue", "list", "--json")
    assert {each["id"] for each in listed.json["recordings"]} == {first["id"], second["id"]}


def test_people_are_told_what_was_saved_and_where(home: Path) -> None:
    said: Said = holdfast(home, "record", "--source", "test", "--seconds", "0.5")

    summary, where = said.out.splitlines()
    (folder,) = Home(home).recording_folders()
    assert summary.startswith("Saved P-")
    assert summary.endswith(": 0.5 s, 15 frames, 1 segment.")
    assert where == f"It is safe in {folder.path} and waits to be sent."
    assert "Ctrl+C stops and keeps it." in said.sentence
    recorded: Json = json.loads(RecordingFolder(folder.path).session_file.read_bytes())
    assert recorded["participant"] in summary


@pytest.mark.audio
@pytest.mark.usefixtures("pulse")
def test_a_microphone_that_is_switched_off_is_said_while_it_records(tmp_path: Path) -> None:
    said = holdfast(
        tmp_path, "record", "--source", "test:live", "--audio", "default", "--seconds", "5"
    )

    assert said.exit_code == 0, said
    assert "We cannot hear anything. Is the microphone switched on?" in said.err.splitlines()


def test_two_cameras_are_recorded_at_once(home: Path) -> None:
    said = holdfast(
        home, "record", "--source", "test", "--source", "test:live", "--seconds", "1", "--json"
    )

    assert said.exit_code == 0
    recordings = [json.loads(line) for line in said.out.splitlines()]
    assert [each["frames"] for each in recordings] == [30, 30]
    assert len({each["session"] for each in recordings}) == 1
    assert len({each["id"] for each in recordings}) == 2


def test_a_second_camera_that_is_not_there_is_said_at_once(home: Path) -> None:
    said = holdfast(
        home, "record", "--source", "test", "--source", "/dev/video97", "--seconds", "1"
    )

    assert said.exit_code == 1
    assert "There is no camera /dev/video97; nothing is recorded." in said.err
    assert list(home.rglob("*.mp4")) == []


def test_a_camera_that_is_named_twice_is_refused(home: Path) -> None:
    said = holdfast(home, "record", "--source", "0", "--source", "0")

    assert said.exit_code == 1
    assert "The camera 0 is named twice; name each once." in said.err
