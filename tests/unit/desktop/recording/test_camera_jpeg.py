"""The camera's own JPEGs as a part: untouched, at their times, cut and salvaged like any other."""

import io

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.recording.encoder import PartEncoder
from desktop.recording.encoding import CAMERA_JPEG
from desktop.recording.errors import EncoderFailed
from desktop.recording.picture_track import can_copy
from desktop.recording.scene_code import read_code
from desktop.recording.scene_picture import ScenePainter
from desktop.recording.segmenter import Append, Begin, Captured, Segmenter
from desktop.recording.sources import Frame
from holdfast.fragments import Damaged, Fragment, Init, Splitter, content, whole_prefix
from tests.support.scene_media import START_NS, encoded_scene, scene_frame, scene_video

PAINTER = ScenePainter(64, 48, 30)


def jpegs(count: int, width: int = 320, height: int = 240) -> list[bytes]:
    painter = ScenePainter(width, height, 30)
    frames = [scene_frame(painter, number, jpeg=True) for number in range(count)]
    return [frame.jpeg for frame in frames if frame.jpeg is not None]


def copied(frames: list[Frame], captured: list[Captured] | None = None) -> bytes:
    pieces: list[bytes] = []
    encoder = PartEncoder(
        scene_video(64, 48),
        None,
        pieces.append,
        START_NS,
        captured=None if captured is None else captured.append,
        encoding=CAMERA_JPEG,
    )
    for frame in frames:
        encoder.video(frame)
    encoder.finish()
    return b"".join(pieces)


def payloads(data: bytes) -> list[bytes]:
    with av.open(io.BytesIO(data), "r") as container:
        return [bytes(each) for each in container.demux(video=0) if each.pts is not None]


def test_every_picture_is_the_cameras_to_the_byte_and_sound_goes_along() -> None:
    part = encoded_scene(300, jpeg=True, encoding=CAMERA_JPEG)

    held = content(*part.split())
    with av.open(io.BytesIO(part.data), "r") as container:
        codes = [
            read_code(np.asarray(frame.to_ndarray(format="gray"), np.uint8))
            for frame in container.decode(video=0)
        ]

    assert payloads(part.data) == jpegs(300)
    assert (held.frames, held.samples) == (300, 480_000)
    assert held.video_pts == tuple(number * 3000 for number in range(300))
    assert [code.frame for code in codes if code] == list(range(300))


def test_pictures_are_written_together_half_a_second_at_a_time() -> None:
    _, parts = encoded_scene(300, jpeg=True, encoding=CAMERA_JPEG).split()

    assert 18 <= len(parts) <= 22


@given(st.lists(st.integers(1, 3_000_000_000), min_size=1, max_size=40))
@settings(max_examples=25)
def test_every_picture_keeps_its_capture_time_to_a_tick(intervals_ns: list[int]) -> None:
    (jpeg,) = jpegs(1, 64, 48)
    times_ns = [sum(intervals_ns[:count]) for count in range(len(intervals_ns) + 1)]

    data = copied([Frame(START_NS + each, jpeg=jpeg) for each in times_ns])

    init, *parts = Splitter().feed(data)
    assert isinstance(init, Init)
    held = content(init, [each for each in parts if isinstance(each, Fragment)])
    wanted: list[int] = []
    for time_ns in times_ns:
        pts = (time_ns * 9 + 50_000) // 100_000
        wanted.append(max(pts, wanted[-1] + 1) if wanted else pts)
    assert held.video_pts == tuple(wanted)


def test_each_segment_plays_alone_and_none_repeats_a_picture() -> None:
    part = encoded_scene(300, jpeg=True, encoding=CAMERA_JPEG)
    segmenter = Segmenter(0)
    for picture in part.captured:
        segmenter.captured(picture)
    segments: list[bytes] = []

    for item in Splitter().feed(part.data):
        for step in segmenter.add(item):
            if isinstance(step, Begin):
                segments.append(step.init.data)
            elif isinstance(step, Append):
                segments[-1] += step.fragment.data

    assert len(segments) == 3
    assert [each for segment in segments for each in payloads(segment)] == jpegs(300)
    for segment in segments:
        with av.open(io.BytesIO(segment), "r") as container:
            assert len(list(container.decode(video=0))) == len(payloads(segment))


def test_what_is_no_jpeg_costs_one_picture_and_is_counted() -> None:
    frames = [scene_frame(PAINTER, number, jpeg=True) for number in range(5)]
    frames[2] = Frame(frames[2].time_ns, jpeg=b"no picture at all", lost_before=3)
    captured: list[Captured] = []

    data = copied(frames, captured)

    assert [each.lost_before for each in captured] == [0, 0, 4, 0]
    assert payloads(data) == [frames[number].jpeg for number in (0, 1, 3, 4)]


def test_a_picture_of_another_size_ends_the_part_and_costs_nothing() -> None:
    pieces: list[bytes] = []
    encoder = PartEncoder(scene_video(64, 48), None, pieces.append, START_NS, encoding=CAMERA_JPEG)
    for number in range(40):
        encoder.video(scene_frame(PAINTER, number, jpeg=True))

    (other,) = jpegs(1, 32, 24)
    with pytest.raises(EncoderFailed, match="changed its size to 32 x 24"):
        encoder.video(Frame(START_NS + 2**31, jpeg=other))

    assert len(payloads(b"".join(pieces))) == 40


def test_pictures_that_must_be_padded_are_not_copied() -> None:
    frame = scene_frame(ScenePainter(63, 48, 30), 0, jpeg=True)

    assert not can_copy(frame, scene_video(63, 48))
    assert can_copy(scene_frame(PAINTER, 0, jpeg=True), scene_video(64, 48))
    assert not can_copy(scene_frame(PAINTER, 0), scene_video(64, 48))


@given(st.data())
@settings(max_examples=60)
def test_a_torn_part_keeps_every_whole_fragment(data: st.DataObject) -> None:
    whole = encoded_scene(60, 64, 48, jpeg=True, encoding=CAMERA_JPEG).data
    cut = data.draw(st.integers(0, len(whole)))

    kept = whole_prefix(whole[:cut])

    assert kept <= cut
    assert kept == 0 or whole_prefix(whole[:kept]) == kept
    ends = [0]
    splitter = Splitter()
    for place in range(0, len(whole), 512):
        splitter.feed(whole[place : place + 512])
        ends.append(splitter.consumed_bytes)
    assert kept == 0 or kept >= max(end for end in ends if end <= cut)


def test_zeros_where_a_power_cut_lost_a_picture_are_noticed() -> None:
    whole = bytearray(encoded_scene(60, 64, 48, jpeg=True, encoding=CAMERA_JPEG).data)
    lost = jpegs(60, 64, 48)[40]
    place = bytes(whole).index(lost)
    whole[place : place + 16] = bytes(16)

    kept = whole_prefix(bytes(whole))

    assert 0 < kept < place
    with pytest.raises(Damaged, match="no JPEG"):
        Splitter().feed(bytes(whole))
