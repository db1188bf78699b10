"""A recording of the scene, by a real recorder process, from the first frame to the manifest."""

import subprocess
import sys

import av
import numpy as np
import pytest

from desktop.recording.model import MarkerSet, PartBegan, Progress, Ready, RecordingEnded
from desktop.recording.states import State
from holdfast import salvage
from holdfast.journal import Ended as JournalEnded
from holdfast.journal import PartStarted
from holdfast.locks import is_held
from tests.integration.recorder.conftest import CLOCK, Open


def consecutive(numbers: list[int]) -> bool:
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_ten_seconds_are_exactly_three_hundred_frames_and_their_sound(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record(seconds=10.0)

    manifest = bench.end()

    assert manifest.state == "complete"
    assert manifest.frames == 300
    assert manifest.lost_frames == 0
    assert manifest.gaps == ()
    assert manifest.duration_s == pytest.approx(10.0, abs=1e-5)
    assert sum(each.samples for each in bench.sidecars()) == 480_000
    assert [each.segment for each in manifest.segments] == [0, 1, 2]
    pictures = bench.pictures()
    assert consecutive([each.code for each in pictures])
    assert [each.t_s for each in pictures] == pytest.approx([n / 30 for n in range(300)], abs=2e-5)


def test_what_is_written_down_at_the_first_frame(open_bench: Open) -> None:
    before = CLOCK.now()
    bench = open_bench("test")
    bench.record(seconds=1.0)
    bench.end()

    announcement = salvage.read_announcement(bench.folder)
    began = bench.of(PartBegan)[0]
    assert announcement is not None
    assert announcement.recording == bench.recording
    assert announcement.started_monotonic_ns == began.zero_ns
    assert abs((CLOCK.now() - before).total_seconds()) < 60
    started, ended = salvage.read_journal(bench.folder)
    assert isinstance(started, PartStarted)
    assert (started.part, started.offset_s, started.first_segment) == (0, 0.0, 0)
    assert isinstance(ended, JournalEnded)
    assert (ended.state, ended.reason, ended.end_s) == ("complete", "time limit", 1.0)


def test_a_person_stops_it_and_the_recorder_stays_ready(open_bench: Open) -> None:
    bench = open_bench("test:live")
    ready = bench.wait_for(Ready)
    assert ready.audio is not None
    bench.record()
    bench.wait_until_recorded(1.0)
    assert bench.state() is State.RECORDING
    assert is_held(bench.folder.lock)

    asked_ns = CLOCK.monotonic_ns()
    bench.supervisor.stop_recording()
    ended = bench.wait_for(RecordingEnded)

    assert (bench.heard_at_ns(RecordingEnded) - asked_ns) / 1e9 < 5.0
    assert ended.state == "complete"
    assert bench.end().duration_s == pytest.approx(ended.end_s, abs=0.05)
    assert not is_held(bench.folder.lock)
    assert bench.state() is State.IDLE
    assert bench.recorder.is_running()


def test_markers_keep_their_own_time(open_bench: Open) -> None:
    # One that goes on with the clock; where a source waits, test_behind.py says what is right.
    bench = open_bench("test:live")
    bench.wait_for(Ready)
    bench.record()
    bench.supervisor.mark("before the first frame", "test")
    began = bench.wait_for(PartBegan)
    bench.wait_until_recorded(0.5)
    earliest_s = (CLOCK.monotonic_ns() - began.zero_ns) / 1e9
    bench.supervisor.mark("baby looks away", "keyboard")
    latest_s = (CLOCK.monotonic_ns() - began.zero_ns) / 1e9
    bench.wait_for(MarkerSet, count=2)
    bench.supervisor.stop_recording()

    first, second = bench.end().markers

    assert first.name == "before the first frame"
    assert 0.0 <= first.t_s < earliest_s
    assert (second.name, second.source) == ("baby looks away", "keyboard")
    assert earliest_s - 1e-6 <= second.t_s <= latest_s + 1e-6


def test_flash_and_beep_are_recorded_together(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record(seconds=3.0)
    bench.end()

    with av.open(bench.folder.segment(0)) as container:
        flashes = [
            frame.time
            for frame in container.decode(video=0)
            if float(np.mean(frame.to_ndarray(format="gray")[:200])) > 200
        ]
    with av.open(bench.folder.segment(0)) as container:
        frames = list(container.decode(audio=0))
        first_s = frames[0].time
        sound = np.concatenate([frame.to_ndarray()[0] for frame in frames])
    loud = np.flatnonzero(np.abs(sound) > 0.2)
    assert flashes
    assert first_s is not None
    assert loud[0] / 48_000 + first_s == pytest.approx(flashes[0], abs=1 / 30)


def test_progress_comes_at_least_four_times_a_second(open_bench: Open) -> None:
    bench = open_bench("test")
    bench.record(seconds=3.0)
    bench.end()

    whole = [each for each in bench.of(Progress) if each.recording is not None]
    times_ns = [at_ns for at_ns, each in bench.events if isinstance(each, Progress)]
    assert np.median(np.diff(times_ns)) <= 0.25e9
    loud = [each.level_db for each in whole if each.level_db is not None]
    assert loud
    assert all(-60 < each < -5 for each in loud)
    assert max(each.peak_db or -100.0 for each in whole) == pytest.approx(-6, abs=2)
    assert whole[-1].bytes_on_disk > 0


def test_the_preview_shows_the_newest_picture(open_bench: Open) -> None:
    bench = open_bench("test", width=1280, height=720)
    bench.wait_for(Ready)
    bench.record(seconds=2.0)
    bench.end()

    reader = bench.supervisor.preview
    assert reader is not None
    picture = reader.read()
    assert picture is not None
    assert (picture.width, picture.height, picture.stride) == (960, 540, 3840)
    pixels = np.frombuffer(picture.bgra, np.uint8).reshape(540, 960, 4)
    assert int(pixels[..., :3].max()) > 100


def test_an_unknown_source_says_what_is_allowed(open_bench: Open) -> None:
    from desktop.recording.model import Failed

    bench = open_bench("nonsense")

    failed = bench.wait_for(Failed)

    assert failed.wrong_usage
    assert "/dev/video0" in failed.sentence
    assert bench.supervisor.state is State.FAILED
    assert bench.processes == []


def test_the_parent_loads_no_media_library() -> None:
    code = (
        "import sys, desktop.supervisor;"
        "print({'cv2', 'av', 'numpy', 'sounddevice'} & set(sys.modules))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert out.stdout.strip() == "set()"
