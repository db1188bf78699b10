"""A person chooses another camera or microphone; a running recording goes on with it."""

from collections.abc import Iterator

import pytest

from desktop.choosing import Choose
from desktop.recording.errors import UnknownSource
from desktop.recording.model import Failed, PartBegan, Paused, Progress, Ready
from desktop.recording.states import State
from desktop.supervisor import RecorderBack, RecorderLost
from desktop.supervisor_events import DeviceAsExpected, DeviceChanged, DeviceChosen
from holdfast import salvage
from holdfast.journal import PartLost, PartStarted
from tests.integration.recorder.conftest import Bench, Open, decode
from tests.mjpeg_server import MjpegServer


@pytest.fixture
def camera() -> Iterator[MjpegServer]:
    server = MjpegServer(320, 180)
    yield server
    server.stop()


def wait_for_part(bench: Bench, count: int) -> None:
    """Wait until a second of this part stands in the recording."""
    began = bench.wait_for(PartBegan, count=count)
    bench.wait_for(Progress, lambda each: each.elapsed_s >= began.offset_s + 1.0)


def test_a_recording_goes_on_with_the_camera_that_was_chosen(
    open_bench: Open, camera: MjpegServer
) -> None:
    bench = open_bench("test:live")
    bench.record()
    bench.wait_until_recorded(1.5)

    bench.supervisor.choose(Choose(source=camera.url))
    chosen = bench.wait_for(DeviceChosen)
    wait_for_part(bench, 2)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    (lost,) = bench.of(RecorderLost)
    assert lost.by_choice
    assert lost.sentence.startswith("Changing to the camera that you chose.")
    assert bench.of(RecorderBack)
    assert not bench.of(DeviceChanged)
    assert manifest.state == "complete"
    assert [each.reason for each in manifest.parts] == ["start", "another camera chosen"]
    own = manifest.parts[1].video
    assert own is not None
    assert (own.width, own.camera_name) == (320, chosen.now)
    (gap,) = manifest.gaps
    assert gap.reason == "another camera chosen"
    (marker,) = manifest.markers
    assert marker.name == f"camera chosen: Built-in scene -> {chosen.now}"
    assert gap.from_s < marker.t_s <= manifest.parts[1].offset_s
    journal = salvage.read_journal(bench.folder)
    assert PartLost(0, "another camera chosen") in journal
    assert [each.reason for each in journal if isinstance(each, PartStarted)] == [
        "start",
        "another camera chosen",
    ]
    # What was recorded before was closed in good order: nothing had to be salvaged.
    assert not any(each.salvaged for each in bench.sidecars())
    heights = [decode(path)[0].shape[0] for path in bench.folder.segments().values()]
    assert set(heights) == {360, 180}


def test_sound_is_left_out_and_taken_up_again(open_bench: Open) -> None:
    bench = open_bench("test:live")
    bench.record()
    bench.wait_until_recorded(1.0)
    bench.supervisor.choose(Choose(audio="none"))
    wait_for_part(bench, 2)
    bench.supervisor.choose(Choose(audio="test"))
    wait_for_part(bench, 3)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    first, without, again = bench.of(Ready)
    assert first.audio is not None
    assert without.audio is None
    assert again.audio == first.audio
    assert [each.reason for each in manifest.parts[1:]] == ["another microphone chosen"] * 2
    tone = first.audio.microphone
    assert [each.name for each in manifest.markers] == [
        f"microphone chosen: {tone} -> no microphone",
        f"microphone chosen: no microphone -> {tone}",
    ]
    with_sound = {each.part: each.samples > 0 for each in bench.sidecars()}
    assert with_sound == {0: True, 1: False, 2: True}


def test_a_camera_that_is_gone_is_replaced_by_the_one_that_is_chosen(
    open_bench: Open, camera: MjpegServer
) -> None:
    bench = open_bench(camera.url)
    bench.record()
    bench.wait_until_recorded(1.0)
    camera.close_connections(refuse=True)
    bench.wait_for(RecorderLost)

    bench.supervisor.choose(Choose(source="test:live"))
    wait_for_part(bench, 2)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert [each.by_choice for each in bench.of(RecorderLost)] == [False, True]
    assert manifest.parts[1].reason == "another camera chosen"
    assert manifest.gaps[0].reason != "another camera chosen", "the loss came first"
    assert manifest.state == "complete"


def test_a_chosen_camera_that_does_not_open_is_told_and_another_can_be_chosen(
    open_bench: Open, camera: MjpegServer
) -> None:
    bench = open_bench("test:live")
    bench.record()
    bench.wait_until_recorded(1.0)
    camera.close_connections(refuse=True)
    bench.supervisor.choose(Choose(source=camera.url))
    failed = bench.wait_for(RecorderLost, lambda each: not each.by_choice)
    assert bench.state() is State.RECORDING

    bench.supervisor.choose(Choose(source="test:live"))
    wait_for_part(bench, 2)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert failed.sentence
    assert len(manifest.parts) == 2
    assert manifest.state == "complete"
    assert not manifest.markers, "it went on with the camera that it had before"


def test_what_is_paused_stays_paused_with_the_chosen_camera(
    open_bench: Open, camera: MjpegServer
) -> None:
    bench = open_bench("test:live")
    bench.record()
    bench.wait_until_recorded(1.0)
    bench.supervisor.pause_recording()
    bench.wait_for(Paused)
    bench.supervisor.choose(Choose(source=camera.url))
    bench.wait_for(DeviceChosen)
    assert bench.state() is State.PAUSED

    bench.supervisor.resume_recording()
    wait_for_part(bench, 2)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert [each.reason for each in manifest.parts] == ["start", "resumed"]
    assert {each.reason for each in manifest.gaps} == {"paused"}
    assert manifest.markers[0].name.startswith("camera chosen: ")


def test_a_source_that_never_opened_is_replaced_before_anything_is_recorded(
    open_bench: Open, camera: MjpegServer
) -> None:
    bench = open_bench("/dev/video99")
    bench.wait_for(Failed)
    assert bench.state() is State.FAILED

    bench.supervisor.choose(Choose(source=camera.url))
    bench.wait_for(Ready)
    bench.record(seconds=1.0)
    manifest = bench.end()

    assert manifest.announcement.video is not None
    assert manifest.announcement.video.width == 320
    assert not bench.of(DeviceAsExpected)


def test_a_source_that_is_none_changes_nothing(open_bench: Open) -> None:
    bench = open_bench("test:live")
    bench.wait_for(Ready)

    with pytest.raises(UnknownSource, match="There is no source"):
        bench.supervisor.choose(Choose(source="/nowhere/at/all"))

    assert len(bench.processes) == 1
