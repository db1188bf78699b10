"""Computers that are too slow, and encoders that fail: what gives way, and what is kept."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import av
import av.error
import cv2
import numpy as np
import pytest

from desktop.recording.encoding import DEFAULT, Encoding
from desktop.recording.inbox import Inbox, Switch
from desktop.recording.model import Overload, PartBegan, Progress
from desktop.recording.part import Medium
from desktop.recording.parts import PartsRecorder
from desktop.recording.picture_track import EncodedPictures, Packets
from desktop.recording.scene_code import read_code
from desktop.recording.scene_picture import ScenePainter
from desktop.recording.sources import Frame
from holdfast import salvage
from holdfast.journal import Ended as JournalEnded
from holdfast.journal import PartStarted
from tests.integration.recorder.conftest import CLOCK, Open, decode
from tests.integration.recorder.test_overload import request_in
from tests.mjpeg_server import mjpeg_server
from tests.support.chain import wait_for
from tests.support.scene_media import START_NS, scene_frame, scene_video

SIZE = (2560, 1440)
FPS = 60
LADDER = ("preview slowed", "uploads paused")


def heavy_pictures(count: int) -> list[bytes]:
    """Pictures with fine noise, which cost an encoder much and a JPEG decoder little."""
    width, height = SIZE
    noise = np.random.default_rng(7).integers(0, 48, (height, width, 3), np.uint8)
    painter = ScenePainter(width, height, FPS)
    pictures = []
    for number in range(count):
        picture = painter.paint(number)
        above = picture[: height * 9 // 10]
        above[:] = cv2.add(above, np.roll(noise[: len(above)], number * 31, axis=1))
        coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 50])[1]
        pictures.append(coded.tobytes())
    return pictures


def test_a_computer_that_is_too_slow_goes_down_to_the_cameras_own_pictures(
    open_bench: Open,
) -> None:
    pictures = heavy_pictures(12)
    with mjpeg_server(*SIZE, FPS, pictures) as camera:
        bench = open_bench(camera.url)
        bench.record()
        bench.wait_for(PartBegan, lambda each: each.encoding.copies)
        copied_at_s = bench.of(PartBegan)[-1].offset_s
        bench.wait_for(Progress, lambda each: each.elapsed_s > copied_at_s + 4.0)
        bench.supervisor.stop_recording()
        manifest = bench.end()

    names = [each.name for each in manifest.markers if each.source == "recorder"]
    steps = [name for name in names if name in LADDER or "encoding" in name or "own" in name]
    assert tuple(steps[:2]) == LADDER
    assert steps[-1] == manifest.parts[-1].reason == "camera's own pictures"
    assert [part.reason for part in manifest.parts[1:]] == steps[2:]
    assert manifest.parts[-1].video is not None
    assert manifest.parts[-1].video.codec == "mjpeg"
    assert manifest.gaps == ()
    told = bench.of(Overload)
    assert (told[0].sentence or "").startswith("The computer is too slow")
    assert any(each.holds_uploads for each in told)
    assert (told[-1].sentence, told[-1].holds_uploads) == (None, False)
    last = [each for each in bench.sidecars() if each.part == manifest.parts[-1].part]
    with av.open(str(bench.folder.segment(last[-1].segment))) as container:
        packets = [bytes(each) for each in container.demux(video=0) if each.pts is not None]
    assert set(packets) <= set(pictures)
    # Once the camera's own pictures are kept, the queue is empty and nothing is lost any more.
    assert sum(each.lost_frames for each in last[1:]) == 0


class Recording:
    """Pictures given to a recorder's parts one after the other, in this process."""

    def __init__(self, folder: Path, encoding: Encoding) -> None:
        self._painter = ScenePainter(320, 240, 30)
        self.events: list[object] = []
        self.recorder = PartsRecorder(
            replace(request_in(folder), encoding=encoding),
            Medium(scene_video(320, 240), None, live=False),
            CLOCK,
            self.events.append,
            lambda: None,
        )
        self.recorder.start()

    def give(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self.recorder.offer_frame(scene_frame(self._painter, number))

    def codes(self) -> list[int]:
        """The numbers of the pictures in the segments, in order."""
        folder = self.recorder.folder
        pictures = [each for path in folder.segments().values() for each in decode(path)]
        return [code.frame for code in map(read_code, pictures) if code is not None]


@pytest.mark.parametrize("keeps", [0, 5])
def test_hardware_that_fails_is_replaced_within_the_recording(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keeps: int
) -> None:
    """`keeps`: so many pictures stay in the encoder when it fails."""
    hardware = Encoding("libx264", "veryfast")
    monkeypatch.setattr(Encoding, "is_hardware", property(lambda each: each is hardware))
    encode = EncodedPictures.encode
    asked = itertools.count()

    def fails_at_the_40th(self: EncodedPictures, pts: int, *, is_key: bool) -> Packets:
        number = next(asked)
        if number == 40:
            raise av.error.ExternalError(5, "the driver is gone")
        packets = encode(self, pts, is_key=is_key)
        return [] if 40 - keeps <= number < 40 else packets

    monkeypatch.setattr(EncodedPictures, "encode", fails_at_the_40th)
    recording = Recording(tmp_path, hardware)
    recorder = recording.recorder

    recording.give(range(90))
    recorder.finish()
    recorder.journal.append(JournalEnded("complete", "stopped", 3.0))
    closed = salvage.close_recording(recorder.folder, lambda _data: "unsigned")

    assert recorder.failure is None
    assert closed is not None
    assert recording.codes() == [*range(40 - keeps), *range(40, 90)]
    assert closed.manifest.lost_frames == keeps
    assert [each.reason for each in closed.manifest.parts] == ["start", "libx264 failed"]
    assert closed.manifest.gaps == ()
    began = [each for each in recording.events if isinstance(each, PartBegan)]
    assert began[-1].encoding is DEFAULT
    journal = salvage.read_journal(recorder.folder)
    assert [each.part for each in journal if isinstance(each, PartStarted)] == [0, 1]


def test_a_switch_at_once_does_not_wait_for_those_that_wait() -> None:
    inbox = Inbox()
    for number in range(3):
        inbox.offer_frame(Frame(START_NS + number, jpeg=b"picture"), wait=False)

    inbox.switch(Switch("first"), at_once=True)
    inbox.switch(Switch("second"), at_once=True)

    taken = [inbox.take() for _ in range(4)]
    assert taken[0] == Switch("second")
    assert all(isinstance(each, Frame) for each in taken[1:])


def test_a_new_encoding_is_taken_at_the_very_next_picture(tmp_path: Path) -> None:
    recording = Recording(tmp_path, DEFAULT)

    recording.give(range(30))
    wait_for(lambda: recording.recorder.totals.frames == 30, "all are encoded")
    recording.recorder.switch("faster", Encoding("libx264", "ultrafast"), at_once=True)
    recording.give(range(30, 60))
    recording.recorder.finish()

    began = [each for each in recording.events if isinstance(each, PartBegan)]
    assert [round(each.offset_s, 6) for each in began] == [0.0, 1.0]
    assert began[1].encoding.preset == "ultrafast"
    assert recording.codes() == list(range(60))
