"""A real camera, /dev/video0: recorded, shared, unplugged, hanging. Run with `-m hardware`.

Unplugging and hanging need the kernel's own test camera (vivid), which does both on command.
"""

import itertools
from collections.abc import Callable

import pytest

from desktop.recording.devices import list_cameras
from desktop.recording.model import Failed, PartBegan, Progress, Ready
from desktop.supervisor import RecorderBack, RecorderLost
from tests.hardware.vivid import CAMERA, control, needs_vivid, plug
from tests.integration.recorder.conftest import CLOCK, Bench, Open, decode

pytestmark = [pytest.mark.hardware, pytest.mark.timeout(180)]

NATIVE = {"width": None, "height": None, "audio": "none"}


@pytest.fixture(autouse=True)
def _camera() -> None:
    if not CAMERA.exists():
        pytest.skip("there is no camera /dev/video0")


Note = Callable[[str, object], None]


def assert_media_matches_sidecars(bench: Bench) -> None:
    times_us: list[int] = []
    for sidecar in bench.sidecars():
        assert len(decode(bench.folder.segment(sidecar.segment))) == sidecar.frames
        times_us += [sidecar.base_monotonic_ns // 1000 + each for each in sidecar.frame_times_us]
    assert all(before < after for before, after in itertools.pairwise(times_us))


def test_it_is_recorded_at_the_rate_it_really_gives(
    open_bench: Open, record_property: Note
) -> None:
    bench = open_bench("0", **NATIVE)
    ready = bench.wait_for(Ready)
    bench.record(seconds=5.0)

    manifest = bench.end()

    camera = list_cameras()[0]
    assert (ready.video.camera_id, ready.video.camera_name) == (camera.id, camera.name)
    assert manifest.announcement.video == ready.video
    assert manifest.duration_s == pytest.approx(5.0, abs=0.3)
    measured = manifest.frames / manifest.duration_s
    record_property("said_fps", ready.video.nominal_fps)
    record_property("measured_fps", round(measured, 2))
    assert measured == pytest.approx(ready.video.nominal_fps, rel=0.35)
    assert_media_matches_sidecars(bench)
    # The driver's own stamps: taken before the picture arrived here, and not long before.
    newest = [each.last_frame_ns for each in bench.of(Progress) if each.last_frame_ns]
    assert newest[-1] < CLOCK.monotonic_ns()


@pytest.mark.parametrize(("width", "height"), [(640, 480), (640, 360)])
def test_it_gives_the_size_that_was_asked_for(open_bench: Open, width: int, height: int) -> None:
    bench = open_bench("/dev/video0", width=width, height=height, audio="none")

    video = bench.wait_for(Ready).video

    assert (video.width, video.height) == (width, height)


def test_a_second_program_is_told_that_it_is_in_use(open_bench: Open) -> None:
    first = open_bench("0", **NATIVE)
    first.wait_for(Ready)

    second = open_bench("0", **NATIVE)
    failed = second.wait_for(Failed)

    assert failed.code == "device_busy"
    assert first.recorder.is_running()


def test_a_camera_that_is_not_there_is_answered_with_those_that_are(open_bench: Open) -> None:
    failed = open_bench("77", **NATIVE).wait_for(Failed)

    assert failed.code == "device_absent"
    assert str(CAMERA) in failed.sentence


@needs_vivid
@pytest.mark.usefixtures("plugged_in_afterwards")
def test_unplugged_and_plugged_in_again_the_recording_goes_on(
    open_bench: Open, record_property: Note
) -> None:
    bench = open_bench("0", **NATIVE)
    bench.record()
    bench.wait_until_recorded(2.5)

    unplugged_ns = CLOCK.monotonic_ns()
    plug("unbind")
    lost = bench.wait_for(RecorderLost)
    lost_after_s = (bench.heard_at_ns(RecorderLost) - unplugged_ns) / 1e9
    plug("bind")
    bench.wait_for(RecorderBack)
    back_s = bench.of(PartBegan)[-1].offset_s
    bench.wait_until_recorded(back_s + 1.5)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    record_property("noticed_after_s", round(lost_after_s, 3))
    record_property("gap_s", round(manifest.gaps[0].to_s - manifest.gaps[0].from_s, 3))
    assert lost_after_s < 3.0
    assert "unplugged" in lost.sentence
    assert [each.part for each in manifest.parts] == [0, 1]
    assert len(manifest.gaps) == 1
    assert manifest.state == "complete"
    assert_media_matches_sidecars(bench)


@needs_vivid
def test_a_camera_that_hangs_is_given_up_and_taken_up_again(
    open_bench: Open, record_property: Note
) -> None:
    bench = open_bench("0", **NATIVE)
    bench.record()
    bench.wait_until_recorded(2.5)

    hung_ns = CLOCK.monotonic_ns()
    control("percentage_of_dropped_buffers=100")
    try:
        bench.wait_for(RecorderLost)
        lost_after_s = (bench.heard_at_ns(RecorderLost) - hung_ns) / 1e9
    finally:
        control("percentage_of_dropped_buffers=0")
    bench.wait_for(RecorderBack)
    back_s = bench.of(PartBegan)[-1].offset_s
    bench.wait_until_recorded(back_s + 1.0)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    record_property("noticed_after_s", round(lost_after_s, 3))
    record_property("gap_s", round(manifest.gaps[0].to_s - manifest.gaps[0].from_s, 3))
    assert lost_after_s < 4.5
    assert len(manifest.gaps) == 1
    assert_media_matches_sidecars(bench)


@needs_vivid
def test_a_camera_that_opens_and_gives_nothing_is_not_ready(open_bench: Open) -> None:
    control("inject_vidioc_streamon_error=1")

    failed = open_bench("0", **NATIVE).wait_for(Failed)

    assert failed.code in ("device_lost", "device_busy")
