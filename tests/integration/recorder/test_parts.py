"""New parts inside a running recorder: nothing is lost at the seams, and everything adds up."""

import shutil
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from desktop.recording import feed
from desktop.recording.assembly import make_recorder
from desktop.recording.model import (
    CaptureRequest,
    Close,
    Event,
    PartBegan,
    Ready,
    RecordingEnded,
    SegmentClosed,
    StartRecording,
    StopRecording,
)
from desktop.recording.part import Medium, Totals
from desktop.recording.parts import PartsRecorder
from desktop.recording.scene_picture import ScenePainter
from desktop.recording.sources import RATE_HZ, Frame
from desktop.recording.test_scene import SceneTone
from holdfast import salvage
from holdfast.journal import Ended, PartStarted
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from holdfast.receiver_layout import ReceivedRecording, ReceiverData
from holdfast.sidecar import Sidecar
from server.jobs.assemble import assemble
from tests.integration.recorder.conftest import decode
from tests.integration.recorder.test_overload import request_in
from tests.support.chain import wait_for
from tests.support.manual_clock import ManualClock
from tests.support.played import numbers, shown_by
from tests.support.scene_media import AUDIO, FPS, START_NS, frame_time_ns, scene_frame, scene_video

WIDTH, HEIGHT = 320, 180
SAMPLES = RATE_HZ // FPS


class Feeder:
    """Gives the scene to a recorder, picture by picture, the sound as late as it is told."""

    def __init__(
        self,
        folder: Path,
        *,
        sound_late: int = 0,
        before: Totals | None = None,
        live: bool = False,
        seconds: float | None = None,
    ) -> None:
        self.events: list[Event] = []
        self.clock = ManualClock(START_NS)
        medium = Medium(scene_video(WIDTH, HEIGHT), AUDIO, live, exact_sound=True)
        self.recorder = PartsRecorder(
            replace(request_in(folder), seconds=seconds),
            medium,
            self.clock,
            self.events.append,
            lambda: None,
            before,
        )
        self._tone = SceneTone(self.clock)
        self._painter = ScenePainter(WIDTH, HEIGHT, FPS)
        self._sound_late = sound_late
        self._sounded = 0
        self.recorder.start()

    def give(self, first: int, end: int, switches: Sequence[int] = ()) -> None:
        for number in range(first, end):
            if number in switches:
                self.recorder.switch(f"before {number}")
            self.sound_until(number + 1 - self._sound_late)
            self.recorder.offer_frame(scene_frame(self._painter, number))

    def sound_until(self, frame: int) -> None:
        while self._sounded < frame:
            first = self._sounded * SAMPLES
            self.recorder.offer_block(self._tone.block(first, first + SAMPLES, START_NS))
            self._sounded += 1

    def finish(self, end_s: float) -> Manifest:
        self.recorder.finish()
        assert self.recorder.failure is None
        self.recorder.journal.append(Ended("complete", "stopped", end_s))
        closed = salvage.close_recording(self.recorder.folder, lambda data: "unsigned")
        assert closed is not None
        return closed.manifest


def sidecars_of(folder: RecordingFolder) -> list[Sidecar]:
    found = [salvage.read_sidecar(folder, each) for each in folder.segments()]
    return [each for each in found if each is not None]


def received(root: Path, folder: RecordingFolder, manifest: Manifest) -> ReceivedRecording:
    """The recording as the receiver has stored and joined it."""
    stored = ReceiverData(root).recording(manifest.announcement.session, folder.recording)
    stored.segments.mkdir(parents=True)
    for number, path in folder.segments().items():
        shutil.copy(path, stored.segment(number))
    shutil.copy(folder.manifest, stored.manifest)
    for each in assemble(stored, "attempt.1", lambda _share: None):
        each.temporary.rename(each.final)
    return stored


def sound_in(file: Path) -> np.ndarray:
    with av.open(file) as container:
        return np.concatenate([each.to_ndarray()[0] for each in container.decode(audio=0)])


@pytest.mark.parametrize("sound_late", [0, 6])
def test_no_picture_and_no_sample_is_lost_where_parts_meet(tmp_path: Path, sound_late: int) -> None:
    feeder = Feeder(tmp_path / "home", sound_late=sound_late)
    switches = (45, 46, 120, 200)
    feeder.give(0, 240, switches)
    feeder.sound_until(240)
    wait_for(lambda: feeder.recorder.totals.frames == 240, "all is encoded")
    manifest = feeder.finish(8.0)
    recorder, sidecars = feeder.recorder, sidecars_of(feeder.recorder.folder)

    assert manifest.gaps == ()
    assert [each.reason for each in manifest.parts] == [
        "start", "before 45", "before 46", "before 120", "before 200",
    ]  # fmt: skip
    assert [each.offset_s for each in manifest.parts] == pytest.approx(
        [0, *(each / FPS for each in switches)], abs=1e-6
    )
    assert [each.segment for each in manifest.segments] == list(range(len(sidecars)))
    assert [each.samples for each in sidecars] == [each.frames * SAMPLES for each in sidecars]
    assert recorder.totals == Totals(240, 0, 0.0, 0.0, manifest.size_bytes)
    joined = received(tmp_path / "receiver", recorder.folder, manifest)
    shown = shown_by(joined.assembled)
    assert numbers(shown) == list(range(240))
    assert [each.t_s for each in shown] == pytest.approx([n / FPS for n in range(240)], abs=2e-5)


def test_each_part_has_the_sound_of_its_own_pictures(tmp_path: Path) -> None:
    feeder = Feeder(tmp_path / "home", sound_late=6)
    feeder.give(0, 90, switches=(45,))
    feeder.sound_until(90)
    wait_for(lambda: feeder.recorder.totals.frames == 90, "all is encoded")
    feeder.finish(3.0)

    tone = SceneTone(feeder.clock)
    for segment, first in zip(sidecars_of(feeder.recorder.folder), (0, 45), strict=True):
        found = sound_in(feeder.recorder.folder.segment(segment.segment))
        wanted = np.concatenate(
            [
                tone.block(number * SAMPLES, (number + 1) * SAMPLES, START_NS).samples / 32768
                for number in range(first, first + 45)
            ]
        )
        off = np.abs(found[: len(wanted)] - wanted)
        # Beeps begin and end hard, which AAC cannot follow; the hum it can, to the very end.
        assert np.median(off) < 0.003
        assert np.median(off[-SAMPLES:]) < 0.01


def test_counts_and_numbers_go_on_and_every_segment_is_told(tmp_path: Path) -> None:
    before = Totals(1000, 3, 0.5, 0.25, 70_000)
    feeder = Feeder(tmp_path / "home", before=before)
    feeder.give(0, 30)
    feeder.recorder.switch("first wish")
    feeder.recorder.switch("second wish")
    feeder.give(30, 60)
    wait_for(lambda: feeder.recorder.totals.frames == 1060, "all is encoded")
    manifest = feeder.finish(2.0)

    began = [each for each in feeder.events if isinstance(each, PartBegan)]
    closed = [each.segment for each in feeder.events if isinstance(each, SegmentClosed)]
    started = [
        (each.part, each.reason, each.first_segment)
        for each in salvage.read_journal(feeder.recorder.folder)
        if isinstance(each, PartStarted)
    ]
    assert [each.part for each in began] == [0, 1]
    assert {each.zero_ns for each in began} == {START_NS}
    assert started == [(0, "start", 0), (1, "second wish", 1)]
    assert closed == [0, 1]
    assert feeder.recorder.totals == before + Totals(60, 0, 0, 0, manifest.size_bytes)
    assert feeder.recorder.request.part == 1


def test_pictures_lost_before_a_seam_belong_to_the_next_part(tmp_path: Path) -> None:
    feeder = Feeder(tmp_path / "home")
    feeder.give(0, 30)
    feeder.recorder.switch("faster")
    feeder.sound_until(34)
    pixels = ScenePainter(WIDTH, HEIGHT, FPS).paint(33)
    feeder.recorder.offer_frame(Frame(frame_time_ns(33), pixels=pixels, lost_before=3))
    wait_for(lambda: feeder.recorder.totals.frames == 31, "all is encoded")
    manifest = feeder.finish(34 / 30)

    assert [len(each.losses) for each in manifest.segments] == [0, 1]
    ((at_s, count),) = manifest.segments[1].losses
    assert (round(at_s, 5), count) == (1.1, 3)
    assert manifest.gaps == ()
    assert feeder.recorder.totals.lost_frames == 3


def test_sound_that_never_comes_holds_the_next_part_back_only_so_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "HELD_MAX_BYTES", 5 * WIDTH * HEIGHT * 3)
    feeder = Feeder(tmp_path / "home", sound_late=1000)
    feeder.give(0, 60, switches=(30,))
    # Its clock stands still: only the bytes held back can end the wait.
    wait_for(lambda: feeder.recorder.totals.frames == 60, "all is encoded")
    feeder.sound_until(60)
    manifest = feeder.finish(2.0)

    assert [each.frames for each in manifest.segments] == [30, 30]
    codes = [len(decode(path)) for path in feeder.recorder.folder.segments().values()]
    assert codes == [30, 30]


def test_a_switch_that_no_picture_follows_begins_nothing(tmp_path: Path) -> None:
    feeder = Feeder(tmp_path / "home")
    feeder.recorder.switch("before the first picture")
    feeder.give(0, 30)
    feeder.recorder.switch("after the last")
    manifest = feeder.finish(1.0)

    assert [(each.part, each.reason) for each in manifest.parts] == [(0, "start")]
    assert manifest.frames == 30


def test_a_sleep_is_a_gap_on_the_recordings_clock(tmp_path: Path) -> None:
    feeder = Feeder(tmp_path / "home", live=True)
    feeder.give(0, 30)
    feeder.clock.sleep(100.0)
    feeder.give(30, 45)
    wait_for(lambda: feeder.recorder.totals.frames == 45, "all is encoded")
    assert feeder.recorder.elapsed_s == pytest.approx(100 + 44 / FPS, abs=1e-6)
    assert feeder.recorder.zero_ns == START_NS - 100_000_000_000
    manifest = feeder.finish(101.5)

    assert [each.reason for each in manifest.parts] == ["start", "computer slept"]
    (gap,) = manifest.gaps
    assert [gap.from_s, gap.to_s] == pytest.approx([1.0, 101.0])
    assert gap.reason == "computer slept"
    assert [each.frames for each in manifest.segments] == [30, 15]
    assert [each.samples for each in sidecars_of(feeder.recorder.folder)] == [48_000, 24_000]
    assert manifest.duration_s == pytest.approx(101.5, abs=1e-4)


def test_a_limit_that_passes_while_asleep_ends_it_where_it_fell_asleep(tmp_path: Path) -> None:
    feeder = Feeder(tmp_path / "home", live=True, seconds=60.0)
    feeder.give(0, 30)
    feeder.clock.sleep(100.0)
    feeder.give(30, 31)
    manifest = feeder.finish(60.0)

    assert manifest.frames == 30
    assert feeder.recorder.end_s == pytest.approx(1.0)
    assert [each.reason for each in manifest.parts] == ["start"]


def test_a_file_takes_no_notice_of_a_sleep(tmp_path: Path) -> None:
    feeder = Feeder(tmp_path / "home")
    feeder.give(0, 30)
    feeder.clock.sleep(100.0)
    feeder.give(30, 45)
    manifest = feeder.finish(1.5)

    assert [each.reason for each in manifest.parts] == ["start"]
    assert manifest.duration_s == pytest.approx(1.5)


def test_a_running_recorder_goes_on_in_new_parts(tmp_path: Path) -> None:
    events: list[Event] = []
    capture = CaptureRequest("test", width=WIDTH, height=HEIGHT, with_preview=False)
    recorder = make_recorder(capture, events.append)
    threading.Thread(target=recorder.run, daemon=True).start()
    wait_for(lambda: any(isinstance(each, Ready) for each in events), "the scene is ready")
    request = request_in(tmp_path)
    recorder.post(StartRecording(request))

    def reach(frames: int) -> None:
        wait_for(lambda: recorder.progress().frames >= frames, "pictures are encoded")

    reach(20)
    recorder._go_on_in_new_part("switch 1")
    reach(40)
    recorder._go_on_in_new_part("switch 2")
    reach(70)
    recorder.post(StopRecording())
    wait_for(lambda: any(isinstance(each, RecordingEnded) for each in events), "it has ended")
    recorder.post(Close())

    folder = RecordingFolder(request.folder)
    closed = salvage.close_recording(folder, lambda data: "unsigned")
    assert closed is not None
    manifest = closed.manifest
    assert [each.reason for each in manifest.parts] == ["start", "switch 1", "switch 2"]
    assert manifest.gaps == ()
    assert [each.samples for each in sidecars_of(folder)] == [
        each.frames * SAMPLES for each in manifest.segments
    ]
    joined = received(tmp_path / "receiver", folder, manifest)
    codes = numbers(shown_by(joined.assembled))
    assert codes == list(range(codes[0], codes[0] + manifest.frames))
