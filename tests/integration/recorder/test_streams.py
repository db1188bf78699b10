"""Recordings of a camera on the network that stalls, hangs up, comes back or never answers."""

import itertools
from collections.abc import Iterator

import pytest

from desktop.recording.model import Failed, MarkerSet, PartBegan, PictureAlarm, Ready
from desktop.recording.states import State
from desktop.supervisor import Ended, RecorderBack, RecorderLost
from desktop.supervisor_events import DeviceAsExpected, DeviceChanged
from tests.integration.recorder.conftest import CLOCK, Bench, Open, decode
from tests.integration.recorder.test_files import recorded_times
from tests.mjpeg_server import FPS, MjpegServer, mjpeg_server


@pytest.fixture
def camera() -> Iterator[MjpegServer]:
    with mjpeg_server() as server:
        yield server


def assert_what_was_sent_is_recorded(bench: Bench, camera: MjpegServer) -> None:
    """Each picture once, in order, near the time it was sent; what is missing was counted."""
    sent_ns = dict(camera.sent)
    zero_ns = bench.of(PartBegan)[0].zero_ns
    pictures = bench.pictures()
    for part in {each.part for each in pictures}:
        numbers = [each.code for each in pictures if each.part == part]
        sent = {number for number in sent_ns if numbers[0] <= number <= numbers[-1]}
        assert numbers == sorted(set(numbers))
        lost = sum(each.lost_frames for each in bench.sidecars() if each.part == part)
        assert len(sent - set(numbers)) == lost
    for picture in pictures:
        late_s = picture.t_s - (sent_ns[picture.code] - zero_ns) / 1e9
        assert -0.001 < late_s < 1.0


def test_a_stream_is_recorded_frame_by_frame(open_bench: Open, camera: MjpegServer) -> None:
    bench = open_bench(camera.url)
    ready = bench.wait_for(Ready)
    bench.record(seconds=5.0)

    manifest = bench.end()

    assert (ready.video.width, ready.video.height) == (640, 360)
    assert ready.audio is None
    assert_what_was_sent_is_recorded(bench, camera)
    assert manifest.frames + manifest.lost_frames >= 100
    assert manifest.gaps == ()


@pytest.mark.parametrize("source", ["the stream", "test:live"])
def test_capture_times_stand_in_the_media_to_better_than_a_millisecond(
    open_bench: Open, camera: MjpegServer, source: str
) -> None:
    bench = open_bench(camera.url if source == "the stream" else source, audio="none")
    bench.record(seconds=5.0)
    bench.end()

    zero_ns = bench.of(PartBegan)[0].zero_ns
    captured_s = [
        (sidecar.base_monotonic_ns - zero_ns) / 1e9 + time_us / 1e6
        for sidecar in bench.sidecars()
        for time_us in sidecar.frame_times_us
    ]
    in_media_s = recorded_times(bench)
    assert len(captured_s) > 60
    errors = [abs(a - b) for a, b in zip(in_media_s, captured_s, strict=True)]
    assert max(errors) < 0.0001


def test_a_camera_that_slows_down_in_the_dark_makes_no_short_film(
    open_bench: Open, camera: MjpegServer
) -> None:
    bench = open_bench(camera.url)
    bench.record()
    bench.wait_until_recorded(3.0)
    camera.slow_down(4)
    bench.wait_until_recorded(9.0)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    pictures = bench.pictures()
    waits_s = [after.t_s - before.t_s for before, after in itertools.pairwise(pictures)]
    slow = [wait_s for wait_s in waits_s[-20:] if wait_s > 0.1]
    assert len(slow) >= 15
    frame_s = 4 / FPS
    # The camera's own clock is the number that every picture carries.
    by_the_camera_s = (pictures[-1].code - pictures[0].code) / FPS
    assert pictures[-1].t_s - pictures[0].t_s == pytest.approx(by_the_camera_s, abs=frame_s)
    assert manifest.duration_s == pytest.approx(by_the_camera_s + frame_s, abs=frame_s)
    assert sum(each.duration_s for each in manifest.segments) == pytest.approx(
        manifest.duration_s, abs=0.001
    )


@pytest.mark.parametrize("fault", ["stalls", "hangs up", "refuses"])
def test_a_lost_stream_is_picked_up_again(
    open_bench: Open, camera: MjpegServer, fault: str
) -> None:
    bench = open_bench(camera.url)
    bench.record()
    bench.wait_until_recorded(2.5)

    lost_ns = CLOCK.monotonic_ns()
    if fault == "stalls":
        camera.stall()
    else:
        camera.close_connections(refuse=fault == "refuses")
    lost = bench.wait_for(RecorderLost)
    noticed_s = (bench.heard_at_ns(RecorderLost) - lost_ns) / 1e9
    if fault != "hangs up":
        # The first successor finds nobody either.
        bench.wait_for_process(3)
    camera.resume()
    bench.wait_for(RecorderBack)
    assert bench.state() is State.RECORDING
    back_s = bench.of(PartBegan)[-1].offset_s
    bench.wait_until_recorded(back_s + 1.5)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert noticed_s < 6.0
    assert "safe" in lost.sentence
    assert len(bench.of(RecorderLost)) == len(bench.of(RecorderBack)) == 1
    assert_what_was_sent_is_recorded(bench, camera)
    (gap,) = manifest.gaps
    jumps = [b.t_s - a.t_s for a, b in itertools.pairwise(bench.pictures())]
    assert gap.to_s - gap.from_s == pytest.approx(max(jumps), abs=0.1)
    assert manifest.state == "complete"


def test_a_frozen_camera_is_said_noted_and_opened_anew(
    open_bench: Open, camera: MjpegServer
) -> None:
    bench = open_bench(camera.url)
    bench.record()
    bench.wait_until_recorded(4.0)

    frozen_ns = CLOCK.monotonic_ns()
    camera.freeze(until_reconnected=True)
    alarm = bench.wait_for(PictureAlarm)
    noticed_s = (bench.heard_at_ns(PictureAlarm) - frozen_ns) / 1e9
    lost = bench.wait_for(RecorderLost)
    bench.wait_for(RecorderBack)
    back_s = bench.of(PartBegan)[-1].offset_s
    bench.wait_until_recorded(back_s + 4.0)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert alarm.kind == "frozen"
    assert noticed_s < 4.0
    assert "opened anew" in lost.sentence
    assert [each.reason for each in manifest.parts] == ["start", "picture frozen"]
    (gap,) = manifest.gaps
    assert gap.reason == "picture frozen"
    (marker,) = manifest.markers
    assert (marker.name, marker.source) == ("picture frozen", "recorder")
    # What the frozen camera sent was recorded as well, and what followed moves again.
    assert gap.from_s - marker.t_s > 8.0
    codes = [each.code for each in bench.pictures() if each.part == 1]
    assert codes == sorted(set(codes))
    assert manifest.state == "complete"


def test_a_covered_lens_is_said_and_noted_and_nothing_is_interrupted(
    open_bench: Open, camera: MjpegServer
) -> None:
    bench = open_bench(camera.url)
    bench.record()
    bench.wait_until_recorded(2.0)

    covered_ns = CLOCK.monotonic_ns()
    camera.cover()
    alarm = bench.wait_for(PictureAlarm)
    noticed_s = (bench.heard_at_ns(PictureAlarm) - covered_ns) / 1e9
    camera.resume()
    bench.wait_for(MarkerSet, count=2)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert alarm.kind == "black"
    assert noticed_s < 4.0
    assert [each.name for each in manifest.markers] == ["picture black", "picture well again"]
    assert len(manifest.parts) == 1


def test_a_camera_that_came_back_different_is_recorded_noted_and_asked_about(
    open_bench: Open, camera: MjpegServer
) -> None:
    bench = open_bench(camera.url)
    bench.record()
    bench.wait_until_recorded(1.5)

    camera.close_connections(refuse=True)
    bench.wait_for(RecorderLost)
    camera.change_size(320, 180)
    camera.resume()
    changed = bench.wait_for(DeviceChanged)
    bench.wait_for(RecorderBack)
    bench.wait_until_recorded(bench.of(PartBegan)[-1].offset_s + 1.5)
    bench.supervisor.confirm_devices()
    bench.wait_for(DeviceAsExpected)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert "320 × 180 at 30 instead of 640 × 360 at 30" in changed.sentence
    assert [each.reason for each in manifest.parts] == ["start", "another picture size or rate"]
    (marker,) = manifest.markers
    assert (marker.name, marker.source) == (changed.marker, "recorder")
    assert marker.t_s == pytest.approx(manifest.parts[1].offset_s, abs=2.0)
    heights = {decode(path)[0].shape[0] for path in bench.folder.segments().values()}
    assert heights == {360, 180}
    assert manifest.state == "complete"


def test_a_stop_while_the_camera_is_gone_ends_the_recording_at_once(
    open_bench: Open, camera: MjpegServer
) -> None:
    bench = open_bench(camera.url)
    bench.record()
    bench.wait_until_recorded(1.5)
    camera.close_connections(refuse=True)
    bench.wait_for(RecorderLost)

    asked_ns = CLOCK.monotonic_ns()
    bench.supervisor.stop_recording()
    bench.wait_for(Ended)

    assert (bench.heard_at_ns(Ended) - asked_ns) / 1e9 < 5.0
    manifest = bench.end()
    assert manifest.state == "complete"
    assert manifest.frames >= 40


def test_a_limit_passes_although_the_camera_does_not_come_back(
    open_bench: Open, camera: MjpegServer
) -> None:
    bench = open_bench(camera.url)
    bench.record(seconds=4.0)
    bench.wait_until_recorded(1.5)
    camera.close_connections(refuse=True)

    manifest = bench.end()

    assert manifest.state == "complete"
    assert manifest.gaps[-1].to_s == pytest.approx(4.0, abs=0.01)


def test_an_address_where_nobody_answers_is_told_in_a_sentence(open_bench: Open) -> None:
    with mjpeg_server() as server:
        nobody = server.url.replace("http://", "http://user:secret@")
    bench = open_bench(nobody)
    bench.record()
    failed = bench.wait_for(Failed)
    bench.wait_for(Ended)

    assert failed.code == "device_absent"
    assert "127.0.0.1" in failed.sentence
    assert "secret" not in failed.sentence
    assert bench.state() is State.FAILED


def test_a_camera_that_answers_and_sends_nothing_does_not_hold_anybody(
    open_bench: Open, camera: MjpegServer
) -> None:
    camera.stall()
    bench = open_bench(camera.url)
    bench.record()
    failed = bench.wait_for(Failed)
    bench.wait_for(Ended)

    assert failed.code in ("device_absent", "device_lost")
    assert len(bench.processes) == 1
