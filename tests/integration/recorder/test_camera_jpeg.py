"""Recordings that keep the pictures of a camera on the network as it sent them."""

from collections.abc import Iterator

import av
import cv2
import pytest

from desktop.recording.encoding import CAMERA_JPEG
from desktop.recording.scene_picture import ScenePainter
from desktop.supervisor import RecorderBack
from holdfast import salvage
from holdfast.journal import PartStarted
from tests.integration.recorder.conftest import Bench, Open
from tests.mjpeg_server import FPS, MjpegServer, mjpeg_server

SIZE = (640, 360)


@pytest.fixture
def camera() -> Iterator[MjpegServer]:
    with mjpeg_server(*SIZE) as server:
        yield server


def as_sent(number: int) -> bytes:
    """What the server sends for this frame: it paints and compresses the same each time."""
    return cv2.imencode(".jpg", ScenePainter(*SIZE, FPS).paint(number))[1].tobytes()


def assert_kept_untouched(bench: Bench) -> None:
    codes = iter(bench.pictures())
    for sidecar in bench.sidecars():
        with av.open(str(bench.folder.segment(sidecar.segment))) as container:
            packets = [bytes(each) for each in container.demux(video=0) if each.pts is not None]
        assert packets == [as_sent(next(codes).code) for _ in packets]
    assert next(codes, None) is None


def test_a_cameras_own_pictures_are_kept_to_the_byte(open_bench: Open, camera: MjpegServer) -> None:
    bench = open_bench(camera.url)
    bench.record(5.0, CAMERA_JPEG)

    manifest = bench.end()

    assert_kept_untouched(bench)
    video = manifest.announcement.video
    assert video is not None
    assert (video.codec, video.encoder) == ("mjpeg", "camera")
    assert manifest.frames + manifest.lost_frames >= 100
    numbers = [each.code for each in bench.pictures()]
    assert numbers == sorted(set(numbers))


def test_a_recorder_that_is_killed_leaves_whole_pictures(
    open_bench: Open, camera: MjpegServer
) -> None:
    bench = open_bench(camera.url)
    bench.record(encoding=CAMERA_JPEG)
    bench.wait_until_recorded(5.5)

    bench.recorder.kill()
    bench.wait_for(RecorderBack)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert any(each.salvaged for each in bench.sidecars())
    assert_kept_untouched(bench)
    before, after = manifest.parts
    journal = salvage.read_journal(bench.folder)
    codecs = [each.video and each.video.codec for each in journal if isinstance(each, PartStarted)]
    assert (before.part, after.part, codecs) == (0, 1, ["mjpeg", "mjpeg"])


def test_a_source_without_jpegs_is_encoded_instead(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record(2.0, CAMERA_JPEG)

    manifest = bench.end()

    assert manifest.frames == 60
    assert manifest.announcement.video is not None
    assert manifest.announcement.video.codec == "h264"
