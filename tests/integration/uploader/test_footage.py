"""Files of other cameras on their whole way: taken in, sent in chunks, made into a film, played."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import av
import pytest
from click.testing import CliRunner, Result

from tests.integration.uploader.conftest import Device
from tests.support.chain import wait_for
from tests.support.footage import grow, make_footage
from tests.support.live_receiver import LiveReceiver
from tests.support.troubled_proxy import TroubledProxy
from uploader import cli
from uploader.items import Step
from uploader.worker import Outcome

TIMEOUT_S = 120.0


@pytest.fixture
def device(new_device: Callable[[str], Device], proxy: TroubledProxy) -> Device:
    return new_device(proxy.url)


def add(device: Device, *words: str | Path) -> Result:
    said = [*map(str, words), "--home", str(device.home.root)]
    return CliRunner().invoke(cli.queue, ["add", *said])


def added(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return list(json.loads(result.stdout)["added"])


def send(device: Device) -> Outcome:
    worker = device.installation.worker(device.events.append)
    return worker.run_until_empty(TIMEOUT_S)


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveReceiver]:
    """A receiver that makes films."""
    live = LiveReceiver.start(tmp_path_factory.mktemp("receiver"))
    yield live
    live.stop()


def probed(device: Device, receiver: LiveReceiver, recording: str) -> dict[str, Any]:
    folder = device.installation.queue.recording(recording).folder
    found = receiver.data / "sessions" / Path(folder).parent.name / recording
    probe = found / "derived" / "probe.json"
    wait_for(probe.exists, "the probe", TIMEOUT_S)
    return dict(json.loads(probe.read_text()))


def test_footage_comes_home_unaltered_and_its_film_plays(
    device: Device, receiver: LiveReceiver, proxy: TroubledProxy, tmp_path: Path
) -> None:
    matroska = make_footage(tmp_path / "holiday.mkv")
    broadcast = make_footage(tmp_path / "00001.ts")
    large = make_footage(tmp_path / "GOPR0001.MP4")
    grow(large, 9_000_000)
    given = (matroska, broadcast, large)
    before = {each: (each.read_bytes(), each.stat().st_mtime_ns) for each in given}
    proxy.forget()

    taken = added(add(device, *given, "--participant", "P-017", "--json"))
    assert send(device) is Outcome.EMPTY

    for path, each in zip(given, taken, strict=True):
        recording = device.installation.queue.recording(each["recording"])
        assert (recording.participant, recording.frames, recording.segments) == ("P-017", 50, 1)
        session = Path(recording.folder).parent.name
        assert receiver.stored(session, recording.id) == [before[path][0]]
        assert (path.read_bytes(), path.stat().st_mtime_ns) == before[path]
        assert path.stat().st_nlink == 2
        probe = probed(device, receiver, recording.id)
        assert probe["ok"], probe["reason"]
        assert probe["video"]["frames"] == 50
        assert probe["video"]["audio"] is not None
    assert len(proxy.segment_puts()) > 2
    film = receiver.data / "sessions" / session / recording.id / "recording.mp4"
    assert film.read_bytes() == before[large][0]


def test_what_no_mp4_can_hold_is_received_and_plays_as_it_is(
    device: Device, receiver: LiveReceiver, tmp_path: Path
) -> None:
    if "libvpx" not in av.codecs_available:
        pytest.skip("this PyAV cannot make VP8")
    path = make_footage(tmp_path / "browser.webm", codec="libvpx", sound=None)
    recording = added(add(device, path, "--json"))[0]["recording"]

    assert send(device) is Outcome.EMPTY

    queue = device.installation.queue
    worker = device.installation.worker(device.events.append)

    def is_playable() -> bool:
        queue.make_due()
        worker.run_once()
        return queue.recording(recording).custody.playable

    wait_for(is_playable, "the light", TIMEOUT_S)
    assert queue.recording(recording).custody.verified


def test_the_same_bytes_are_taken_in_once_and_it_is_said(device: Device, tmp_path: Path) -> None:
    path = make_footage(tmp_path / "one.mp4")
    again = tmp_path / "the same.mp4"
    again.write_bytes(path.read_bytes())
    first = added(add(device, path, "--json"))[0]

    second = added(add(device, again, path, "--json"))

    assert [each["way"] for each in second] == ["duplicate", "duplicate"]
    assert {each["recording"] for each in second} == {first["recording"]}
    assert len(device.installation.queue.snapshot().recordings) == 1
    assert f"is in the queue already, as {first['recording']}" in add(device, path).stdout


def test_what_is_no_video_or_is_torn_is_refused_and_the_rest_is_taken(
    device: Device, tmp_path: Path
) -> None:
    text = tmp_path / "notes.mp4"
    text.write_text("no video at all")
    playlist = tmp_path / "list.mp4"
    playlist.write_text("#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n")
    torn = tmp_path / "torn.mp4"
    whole = make_footage(tmp_path / "whole.mp4")
    torn.write_bytes(whole.read_bytes()[:3000])

    result = add(device, text, playlist, torn, tmp_path / "none.mp4", whole, "--copy", "--json")

    assert result.exit_code == 1
    value = json.loads(result.stdout)
    assert [Path(each["file"]).name for each in value["refused"]] == [
        "notes.mp4",
        "list.mp4",
        "torn.mp4",
        "none.mp4",
    ]
    assert all("othing was added" in each["why"] for each in value["refused"])
    assert [each["way"] for each in value["added"]] == ["copied"]
    assert whole.stat().st_nlink == 1
    assert len(list(device.home.recording_folders())) == 1
    assert device.installation.queue.snapshot().recordings[0].step is Step.ANNOUNCE
