"""Recordings of video files: every frame at its own time, whatever happens to the recorder."""

import itertools
import random
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from desktop.recording.model import Failed, PartBegan, Progress, RecordingEnded
from desktop.recording.scene_picture import ScenePainter
from desktop.recording.states import State
from desktop.supervisor import Ended, RecorderLost
from tests.integration.recorder.conftest import Bench, Open

TICK_S = 1 / 90_000


def make_video(
    path: Path, times: list[int], width: int = 640, height: int = 360, codec: str = "libx264"
) -> list[int]:
    """A video whose frames carry the scene's code and these times in 1/90000 s; returns them."""
    painter = ScenePainter(width, height, 30)
    with av.open(str(path), "w") as container:
        options = {"preset": "ultrafast"} if codec == "libx264" else {}
        stream = container.add_stream(codec, rate=30, options=options)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height = width, height
        stream.pix_fmt = "yuv420p" if codec == "libx264" else "yuvj444p"
        stream.time_base = stream.codec_context.time_base = Fraction(1, 90_000)
        for number, time in enumerate(times):
            frame = av.VideoFrame.from_ndarray(painter.paint(number), format="bgr24")
            frame.pts, frame.time_base = time, Fraction(1, 90_000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return times


def uneven(count: int) -> list[int]:
    """Times as of a camera that is sometimes slow: from half a frame to four frames apart."""
    rng = random.Random(7)
    return list(itertools.accumulate(rng.randrange(1500, 12_000) for _ in range(count)))


def recorded_times(bench: Bench) -> list[float]:
    """The frames' times on the recording's clock as the media files themselves say them."""
    times = []
    for sidecar in bench.sidecars():
        part = next(each for each in bench.of(PartBegan) if each.part == sidecar.part)
        with av.open(bench.folder.segment(sidecar.segment)) as container:
            times += [
                part.offset_s + float(frame.pts * frame.time_base)
                for frame in container.decode(video=0)
                if frame.pts is not None and frame.time_base is not None
            ]
    return times


def test_every_frame_keeps_its_own_time_to_the_tick(open_bench: Open, tmp_path: Path) -> None:
    times = make_video(tmp_path / "uneven.mp4", uneven(150))
    bench = open_bench(str(tmp_path / "uneven.mp4"), as_fast=True)
    bench.record()

    manifest = bench.end()

    assert [each.code for each in bench.pictures()] == list(range(150))
    wanted = [(time - times[0]) * TICK_S for time in times]
    worst = max(abs(a - b) for a, b in zip(recorded_times(bench), wanted, strict=True))
    assert worst <= TICK_S
    assert manifest.state == "complete"
    assert manifest.gaps == ()
    assert manifest.lost_frames == 0
    assert manifest.announcement.audio is None
    assert bench.of(RecordingEnded)[0].reason == "the source ended"


def test_a_file_runs_at_its_own_speed_from_its_first_frame(
    open_bench: Open, tmp_path: Path
) -> None:
    make_video(tmp_path / "clip.mp4", [n * 3000 for n in range(90)])
    bench = open_bench(str(tmp_path / "clip.mp4"))
    bench.wait_for(Progress, lambda each: each.last_frame_ns is not None, count=5)
    bench.record()
    bench.wait_for(Ended)

    began_ns, ended_ns = bench.heard_at_ns(PartBegan), bench.heard_at_ns(RecordingEnded)
    assert (ended_ns - began_ns) / 1e9 > 2.5
    assert [each.code for each in bench.pictures()] == list(range(90))


def test_a_limit_in_seconds_ends_a_longer_file(open_bench: Open, tmp_path: Path) -> None:
    make_video(tmp_path / "clip.mp4", [n * 3000 for n in range(90)])
    bench = open_bench(str(tmp_path / "clip.mp4"), as_fast=True)
    bench.record(seconds=2.0)

    manifest = bench.end()

    assert manifest.frames == 60
    assert manifest.duration_s == pytest.approx(2.0, abs=1e-4)


@pytest.mark.parametrize("as_fast", [pytest.param(True, marks=pytest.mark.slow), False])
def test_a_file_goes_on_exactly_where_the_killed_recorder_was(
    open_bench: Open, tmp_path: Path, as_fast: bool
) -> None:
    count = 600 if as_fast else 180
    times = make_video(tmp_path / "clip.mp4", [n * 3000 for n in range(count)])
    bench = open_bench(str(tmp_path / "clip.mp4"), as_fast=as_fast)
    bench.record()
    bench.wait_for(Progress, lambda each: each.bytes_on_disk > 200_000)
    bench.recorder.kill()

    manifest = bench.end()

    assert bench.of(RecorderLost)
    pictures = bench.pictures()
    assert [each.code for each in pictures] == list(range(count))
    assert {each.part for each in pictures} == {0, 1}
    assert manifest.gaps == ()
    wanted = [(time - times[0]) * TICK_S for time in times]
    assert [each.t_s for each in pictures] == pytest.approx(wanted, abs=2e-5)


def test_an_odd_size_is_padded_and_noted(open_bench: Open, tmp_path: Path) -> None:
    make_video(tmp_path / "odd.avi", [n * 3000 for n in range(30)], 641, 361, codec="mjpeg")
    bench = open_bench(str(tmp_path / "odd.avi"), as_fast=True)
    bench.record()

    video = bench.end().announcement.video

    assert video is not None
    assert (video.width, video.height, video.padded) == (642, 362, True)
    assert len(bench.pictures()) == 30


def test_a_torn_file_is_recorded_as_far_as_it_goes(open_bench: Open, tmp_path: Path) -> None:
    make_video(tmp_path / "whole.mkv", [n * 3000 for n in range(90)])
    data = (tmp_path / "whole.mkv").read_bytes()
    (tmp_path / "torn.mkv").write_bytes(data[: len(data) // 2])
    bench = open_bench(str(tmp_path / "torn.mkv"), as_fast=True)
    bench.record()

    manifest = bench.end()

    numbers = [each.code for each in bench.pictures()]
    assert 10 < len(numbers) < 80
    assert numbers == list(range(len(numbers)))
    assert manifest.state == "complete"


@pytest.mark.parametrize("content", [b"no picture here\n" * 100, b"", bytes(range(256)) * 50])
def test_a_file_that_is_no_video_is_refused_in_a_sentence(
    open_bench: Open, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "notes.txt").write_bytes(content)
    bench = open_bench(str(tmp_path / "notes.txt"))
    bench.record()
    failed = bench.wait_for(Failed)
    bench.wait_for(Ended)

    assert failed.code == "source_unreadable"
    assert "notes.txt" in failed.sentence
    assert bench.state() is State.FAILED
    assert not bench.folder.announce.exists()


def test_colours_survive(open_bench: Open, tmp_path: Path) -> None:
    make_video(tmp_path / "clip.mp4", [n * 3000 for n in range(15)])
    bench = open_bench(str(tmp_path / "clip.mp4"), as_fast=True)
    bench.record()
    bench.end()

    def mean_colour(path: Path) -> np.ndarray:
        with av.open(str(path)) as container:
            frame = next(container.decode(video=0))
            return np.asarray(frame.to_ndarray(format="bgr24").mean(axis=(0, 1)))

    recorded = mean_colour(bench.folder.segment(0))
    assert recorded == pytest.approx(mean_colour(tmp_path / "clip.mp4"), abs=2.0)
