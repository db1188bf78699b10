"""A queue that is full: each picture that finds no room is counted, and what it knew of as well."""

from pathlib import Path

import numpy as np

from desktop.recording.inbox import FRAMES_MAX
from desktop.recording.model import RecordingRequest
from desktop.recording.part import Medium
from desktop.recording.parts import PartsRecorder
from desktop.recording.sources import Frame
from holdfast import salvage
from holdfast.announcement import Video
from holdfast.clock import SystemClock
from holdfast.ids import new_id
from holdfast.layout import Home
from tests.support.chain import wait_for

CLOCK = SystemClock()
FRAME_NS = 33_333_333
PIXELS = np.zeros((48, 64, 3), np.uint8)


def request_in(folder: Path) -> RecordingRequest:
    session, recording = new_id(CLOCK.now()), new_id(CLOCK.now())
    path = Home(folder).recording(session, recording).path
    path.mkdir(parents=True)
    return RecordingRequest(
        folder=path,
        recording=recording,
        session=session,
        participant="P-001",
        study=None,
        prompt=None,
        take=1,
        device=new_id(CLOCK.now()),
        app_version="0",
    )


def test_what_a_dropped_picture_knew_of_is_counted_too(tmp_path: Path) -> None:
    medium = Medium(Video("h264", 64, 48, 30.0, "camera", "Camera"), audio=None, live=True)
    part = PartsRecorder(request_in(tmp_path), medium, CLOCK, lambda _: None, lambda: None)

    def offer(number: int, lost_before: int = 0) -> None:
        part.offer_frame(Frame(number * FRAME_NS, pixels=PIXELS, lost_before=lost_before))

    for number in range(FRAMES_MAX):
        offer(number)
    offer(62, lost_before=2)
    offer(66, lost_before=3)
    part.start()
    wait_for(lambda: part.totals.frames == FRAMES_MAX, "the queue is empty")
    offer(68, lost_before=1)
    wait_for(lambda: part.totals.frames == FRAMES_MAX + 1, "the last picture is encoded")
    part.finish()

    (sidecar,) = [salvage.read_sidecar(part.folder, each) for each in part.folder.segments()]
    assert sidecar is not None
    assert sidecar.frames == FRAMES_MAX + 1
    assert [count for _, count in sidecar.losses] == [8]
    assert part.totals.lost_frames == 8
