"""The writer thread: the scene through encoder, segmenter and writer is on disk, frame by frame."""

import errno
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from desktop.recording import writer as writer_module
from desktop.recording.errors import DiskFull, RecordingError
from desktop.recording.scene_code import SceneCode, read_code
from desktop.recording.segmenter import Place
from desktop.recording.writer import SegmentWriter
from holdfast import durable, fragments
from holdfast.clock import SystemClock
from holdfast.journal import Losses
from holdfast.layout import RecordingFolder
from holdfast.sidecar import Sidecar
from tests.support.chain import wait_for
from tests.support.scene_media import (
    Encoded,
    encoded_scene,
    frame_time_ns,
    record_scene,
)

RECORDING = "0192f0c1-2345-7abc-8def-0123456789ab"
CODES = [SceneCode(number, number * 1_000_000 // 30) for number in range(300)]


class Recorded:
    """A folder, what was closed in it and what failed."""

    def __init__(self, path: Path) -> None:
        self.folder = RecordingFolder(path / RECORDING)
        durable.make_folder(self.folder.path)
        self.noted: list[Losses] = []
        self.closed: list[Sidecar] = []
        self.failures: list[RecordingError] = []

    def writer(self, part: int = 0, offset_s: float = 0.0, first_segment: int = 0) -> SegmentWriter:
        return SegmentWriter(
            self.folder,
            Place(RECORDING, part, offset_s),
            SystemClock(),
            first_segment=first_segment,
            note_losses=self.noted.append,
            on_closed=self.closed.append,
            on_failed=self.failures.append,
        )


@pytest.fixture
def recorded(tmp_path: Path) -> Recorded:
    return Recorded(tmp_path)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recorded]:
    """Ten seconds of the scene, recorded."""
    recorded = Recorded(tmp_path_factory.mktemp("scene"))
    writer = recorded.writer()
    record_scene(
        writer.write, writer.captured, frames=300, width=640, height=360, sound=True, jpeg=True
    )
    assert writer.close(60)
    yield recorded
    shutil.rmtree(recorded.folder.path)


def packets(path: Path) -> list[tuple[int, int | None, bytes]]:
    with av.open(str(path), "r") as container:
        return [
            (packet.stream_index, packet.pts, bytes(packet))
            for packet in container.demux()
            if packet.size
        ]


def codes(path: Path) -> list[SceneCode | None]:
    with av.open(str(path), "r") as container:
        return [
            read_code(np.asarray(frame.to_ndarray(format="bgr24"), np.uint8))
            for frame in container.decode(video=0)
        ]


def joined(recorded: Recorded) -> Path:
    path = recorded.folder.path.parent / "joined.mp4"
    path.write_bytes(b"".join(fragments.join(recorded.folder.segments().values())))
    return path


def test_all_frames_are_there_in_order(scene: Recorded) -> None:
    assert codes(joined(scene)) == CODES


def test_joined_segments_are_the_packets_that_were_encoded(scene: Recorded, tmp_path: Path) -> None:
    whole = tmp_path / "whole.mp4"
    whole.write_bytes(encoded_scene(300, 640, 360, jpeg=True).data)

    assert packets(joined(scene)) == packets(whole)


def test_a_late_segment_plays_alone(scene: Recorded) -> None:
    assert codes(scene.folder.segment(2)) == CODES[240:]


def test_sidecars_tell_every_capture_time(scene: Recorded) -> None:
    times_ns = [
        sidecar.base_monotonic_ns + delta_us * 1000
        for sidecar in scene.closed
        for delta_us in sidecar.frame_times_us
    ]
    in_file = [
        pts
        for path in scene.folder.segments().values()
        for pts in fragments.content(*fragments.read(path)).video_pts
    ]

    assert [abs(time_ns - frame_time_ns(n)) < 1000 for n, time_ns in enumerate(times_ns)] == (
        [True] * 300
    )
    assert in_file == [n * 3000 for n in range(300)]
    assert [(each.start_s, each.duration_s) for each in scene.closed] == [(0, 4), (4, 4), (8, 2)]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_every_segment_is_a_file_that_other_programs_read(scene: Recorded, number: int) -> None:
    if shutil.which("ffprobe") is None:
        pytest.skip("ffprobe not installed")
    command = ["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-of", "json"]

    probed = subprocess.run(
        [*command, str(scene.folder.segment(number))], capture_output=True, check=True, timeout=60
    )

    streams = json.loads(probed.stdout)["streams"]
    assert probed.stderr == b""
    assert [stream["codec_name"] for stream in streams] == ["h264", "aac"]
    assert int(streams[0]["nb_read_frames"]) == scene.closed[number].frames
    assert float(streams[0]["start_time"]) == scene.closed[number].start_s


def give(writer: SegmentWriter, part: Encoded, piece_bytes: int = 700) -> None:
    """Write a part's bytes in pieces that respect no boundary."""
    for picture in part.captured:
        writer.captured(picture)
    for first in range(0, len(part.data), piece_bytes):
        writer.write(part.data[first : first + piece_bytes])


def test_a_later_part_has_its_own_place(recorded: Recorded) -> None:
    writer = recorded.writer(part=3, offset_s=61.5, first_segment=17)
    give(writer, encoded_scene(300, 64, 48))
    assert writer.close(60)

    assert [(each.segment, each.part, each.start_s) for each in recorded.closed] == [
        (17, 3, 61.5),
        (18, 3, 65.5),
        (19, 3, 69.5),
    ]
    assert writer.bytes_written == sum(each.size_bytes for each in recorded.closed)


def test_what_is_not_whole_at_the_end_is_not_kept(recorded: Recorded) -> None:
    part = encoded_scene(300, 64, 48)
    writer = recorded.writer()
    give(writer, Encoded(part.data[:-1], part.captured))
    assert writer.close(60)

    assert sum(each.frames for each in recorded.closed) == 300 - 15
    assert recorded.folder.open_parts() == {}


def test_nothing_given_is_nothing_written(recorded: Recorded) -> None:
    assert recorded.writer().close(60)

    assert list(recorded.folder.path.iterdir()) == []
    assert recorded.failures == []


def test_a_segment_that_was_held_gets_its_name_at_the_end(
    recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.link
    refusals = iter([OSError(errno.EBUSY, "on purpose")])

    def link(source: Path, final: Path) -> None:
        for refusal in refusals:
            raise refusal
        real(source, final)

    monkeypatch.setattr(os, "link", link)
    writer = recorded.writer()
    give(writer, encoded_scene(30, 64, 48))
    assert writer.close(60)

    assert [each.segment for each in recorded.closed] == [0]
    assert list(recorded.folder.segments()) == [0]


def test_a_full_disk_is_reported_once_and_holds_nobody_up(
    recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "on purpose")

    monkeypatch.setattr(os, "fdatasync", full)
    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.setattr(writer_module, "QUEUE_BYTES", 1)
    monkeypatch.setattr(writer_module, "_SYNC_PAUSE_S", 0.0)
    writer = recorded.writer()

    give(writer, encoded_scene(300, 64, 48))
    assert writer.close(60)

    assert [type(each) for each in recorded.failures] == [DiskFull]
    assert writer.failure is recorded.failures[0]
    assert recorded.closed == []


def test_a_slow_disk_holds_the_encoder_back_and_loses_nothing(
    recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = threading.Event()
    real = durable.write_all

    def write_all(file: object, data: bytes) -> None:
        assert disk.wait(60)
        real(file, data)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(durable, "write_all", write_all)
    monkeypatch.setattr(writer_module, "QUEUE_BYTES", 20_000)
    writer = recorded.writer()
    part = encoded_scene(300, 64, 48)
    given = threading.Event()

    def encode() -> None:
        give(writer, part)
        given.set()

    encoder = threading.Thread(target=encode)
    encoder.start()
    assert not given.wait(0.2)
    disk.set()
    assert given.wait(60)
    encoder.join()
    assert writer.close(60)

    assert sum(each.frames for each in recorded.closed) == 300


class SlowDisk:
    """Writes at once, as the page cache does, but every sync takes until `free` is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.free = threading.Event()
        self.asked = threading.Event()
        for name in ("fdatasync", "fsync"):
            monkeypatch.setattr(os, name, self._held(getattr(os, name)))

    def _held(self, real: Callable[[int], None]) -> Callable[[int], None]:
        def sync(descriptor: int) -> None:
            self.asked.set()
            assert self.free.wait(60)
            real(descriptor)

        return sync


def frames_in_files(folder: RecordingFolder) -> int:
    """What a kill at this instant would leave."""
    torn = [fragments.read_torn(path) for path in folder.open_parts().values()]
    return sum(
        fragments.content(each.init, each.fragments).frames
        for each in torn
        if each.init is not None
    )


def test_a_disk_that_takes_its_time_to_sync_keeps_no_fragment_from_its_file(
    recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = SlowDisk(monkeypatch)
    writer = recorded.writer()
    part = encoded_scene(300, 64, 48)
    give(writer, Encoded(part.data[:-20_000], part.captured))
    assert disk.asked.wait(60)
    writer.write(part.data[-20_000:])

    wait_for(lambda: frames_in_files(recorded.folder) == 300, "every fragment in its file")
    assert recorded.closed == []
    assert writer.bytes_written == 0
    disk.free.set()
    assert writer.close(60)

    assert [each.segment for each in recorded.closed] == [0, 1, 2]
    assert writer.bytes_written == sum(each.size_bytes for each in recorded.closed)
    for sidecar in recorded.closed:
        path = recorded.folder.segment(sidecar.segment)
        assert durable.sha256_file(path) == sidecar.sha256


def test_segments_that_a_slow_disk_does_not_close_are_bounded_in_memory(
    recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = SlowDisk(monkeypatch)
    monkeypatch.setattr(writer_module, "QUEUE_BYTES", 1)
    writer = recorded.writer()
    encoder = threading.Thread(target=give, args=(writer, encoded_scene(300, 64, 48)))
    encoder.start()

    wait_for(lambda: frames_in_files(recorded.folder) >= 120, "one whole segment")
    encoder.join(0.2)
    assert encoder.is_alive()
    assert len(recorded.folder.open_parts()) <= 2
    disk.free.set()
    encoder.join()
    assert writer.close(60)

    assert sum(each.frames for each in recorded.closed) == 300


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC])
def test_what_followed_a_segment_that_fails_to_close_is_kept(
    recorded: Recorded, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    disk = SlowDisk(monkeypatch)
    slow = os.fsync
    failures = iter([OSError(error, "on purpose")])

    def fsync(descriptor: int) -> None:
        for failure in failures:
            assert disk.free.wait(60)
            raise failure
        slow(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    writer = recorded.writer()
    give(writer, encoded_scene(300, 64, 48))
    wait_for(lambda: frames_in_files(recorded.folder) == 300, "every fragment in its file")
    disk.free.set()
    assert writer.close(60)

    if error == errno.EIO:
        assert [each.frames for each in recorded.closed] == [120, 120, 60]
        assert recorded.failures == []
    else:
        # The next scan of the folder completes them.
        assert [type(each) for each in recorded.failures] == [DiskFull]
        assert list(recorded.folder.open_parts()) == [1, 2]
        assert frames_in_files(recorded.folder) == 180


def test_a_fault_of_ours_ends_the_part_and_is_not_hidden(
    recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(sidecar: Sidecar) -> None:
        raise ZeroDivisionError

    seen: list[type[BaseException] | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda hook: seen.append(hook.exc_type))
    recorded.closed = BrokenList()
    writer = recorded.writer()

    give(writer, encoded_scene(300, 64, 48))
    assert writer.close(60)

    assert seen == [ZeroDivisionError]
    assert "fault of its own" in recorded.failures[0].sentence


class BrokenList(list[Sidecar]):
    """Refuses what it is given, as a callback with a fault would."""

    def append(self, sidecar: Sidecar) -> None:
        raise ZeroDivisionError
