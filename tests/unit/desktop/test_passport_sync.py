"""Offset and drift are measured from the segments around the marks, and from no others."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.passport_sync import measure_recording
from desktop.recording.segmenter import Place
from desktop.recording.writer import SegmentWriter
from desktop.sync_mark import MARKER
from holdfast import durable
from holdfast.announcement import Announcement, Video
from holdfast.clock import SystemClock, rfc3339
from holdfast.ending import build
from holdfast.ids import new_id
from holdfast.journal import Marker, PartStarted
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from holdfast.sidecar import Sidecar
from tests.support.scene_media import AUDIO, FPS, record_scene

SECONDS = 56
CLOCK = SystemClock()
CAMERA = Video("h264", 160, 120, 30.0, "/dev/video0", "Webcam")
SCENE = replace(CAMERA, camera_id="test")


@dataclass
class Recorded:
    """A minute of flashes and beeps, in segments of a part that lies somewhere on its clock."""

    folder: RecordingFolder
    sidecars: list[Sidecar]

    def manifest(self, video: Video, *marks_s: float, sound: bool = True) -> Manifest:
        announcement = Announcement(
            recording=self.folder.recording,
            session=self.folder.session,
            participant="P-1",
            study=None,
            prompt=None,
            take=1,
            device=new_id(CLOCK.now()),
            app_version="0.1.0",
            started_at=rfc3339(CLOCK.now()),
            boot_id="boot",
            started_monotonic_ns=0,
            video=video,
            audio=AUDIO if sound else None,
        )
        part = PartStarted(1, 100.0, "start", 0, 0, "boot", video, announcement.audio)
        markers = [Marker(each, MARKER, "window") for each in marks_s]
        return build(announcement, [part, *markers], self.sidecars)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recorded]:
    session, recording = new_id(CLOCK.now()), new_id(CLOCK.now())
    folder = RecordingFolder(tmp_path_factory.mktemp("sync") / session / recording)
    durable.make_folder(folder.path)
    made = Recorded(folder, [])
    writer = SegmentWriter(
        folder,
        Place(recording, 1, 100.0),
        CLOCK,
        first_segment=0,
        note_losses=lambda losses: None,
        on_closed=made.sidecars.append,
        on_failed=lambda error: None,
    )
    record_scene(
        writer.write, writer.captured, frames=SECONDS * FPS, width=160, height=120, sound=True
    )
    assert writer.close(60)
    yield made
    shutil.rmtree(folder.path)


def test_marks_at_both_ends_give_offset_and_drift(recorded: Recorded) -> None:
    found = measure_recording(recorded.folder, recorded.manifest(CAMERA, 104.0, 150.0))

    assert "reason" not in found
    assert abs(found["offset_ms"]["mean"]) < 1
    assert abs(found["drift"]["ms_per_min"]) < 2
    # On the recording's clock, and from around the marks alone.
    times_s = [time_s for time_s, _offset in found["points"]]
    assert times_s[0] == pytest.approx(100.5, abs=0.01)
    assert times_s[-1] == pytest.approx(155.5, abs=0.01)
    assert not [each for each in times_s if 113 < each < 143]
    assert found["looked_at_s"] < 30


def test_one_mark_alone_is_measured_too(recorded: Recorded) -> None:
    found = measure_recording(recorded.folder, recorded.manifest(CAMERA, 130.0))

    assert abs(found["offset_ms"]["mean"]) < 1
    assert found["pairs"] >= 7


def test_the_built_in_scene_needs_no_marks(recorded: Recorded) -> None:
    found = measure_recording(recorded.folder, recorded.manifest(SCENE))

    assert found["pairs"] >= 15
    assert abs(found["offset_ms"]["mean"]) < 1


def test_without_a_mark_nothing_is_measured(recorded: Recorded) -> None:
    found = measure_recording(recorded.folder, recorded.manifest(CAMERA))

    assert found == {"reason": "There is no sync mark in it."}


def test_without_sound_nothing_is_measured(recorded: Recorded) -> None:
    found = measure_recording(recorded.folder, recorded.manifest(CAMERA, 104.0, sound=False))

    assert found == {"reason": "There was no sound."}


def test_segments_that_are_gone_are_a_sentence(recorded: Recorded, tmp_path: Path) -> None:
    elsewhere = RecordingFolder(tmp_path)

    found = measure_recording(elsewhere, recorded.manifest(CAMERA, 104.0))

    assert "cannot be read" in found["reason"]
