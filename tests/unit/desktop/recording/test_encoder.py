"""One part's encoder: capture times to a tick, true colours, picture and sound of one length."""

import io
import random
from collections.abc import Callable, Iterable, Sequence

import av
import cv2
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.recording.encoder import PartEncoder
from desktop.recording.errors import EncoderFailed
from desktop.recording.scene_code import SceneCode, read_code
from desktop.recording.scene_picture import FLASH_AT_S, ScenePainter, is_flash
from desktop.recording.segmenter import Captured
from desktop.recording.sources import RATE_HZ, Block, Frame, Pixels
from holdfast import fragments
from holdfast.fragments import Fragment, Init, Splitter
from tests.support.scene_media import AUDIO, START_NS, encoded_scene, scene_frame, scene_video


def pixels_of(frame: av.VideoFrame) -> Pixels:
    return np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)


def pictures(data: bytes) -> list[Pixels]:
    with av.open(io.BytesIO(data), "r") as container:
        return [pixels_of(frame) for frame in container.decode(video=0)]


def sound(data: bytes) -> npt.NDArray[np.float32]:
    with av.open(io.BytesIO(data), "r") as container:
        pieces = [np.asarray(frame.to_ndarray()) for frame in container.decode(audio=0)]
    return np.asarray(np.concatenate(pieces, axis=1).reshape(-1), np.float32)


def told_apart(items: list[Init | Fragment]) -> tuple[Init, list[Fragment]]:
    init, *rest = items
    assert isinstance(init, Init)
    return init, [each for each in rest if isinstance(each, Fragment)]


def split(data: bytes) -> tuple[Init, list[Fragment]]:
    return told_apart(Splitter().feed(data))


def encode(
    frames: Iterable[Frame],
    size: tuple[int, int] = (64, 48),
    end_ns: int | None = None,
    captured: Callable[[Captured], None] | None = None,
) -> bytes:
    pieces: list[bytes] = []
    encoder = PartEncoder(scene_video(*size), None, pieces.append, START_NS, captured=captured)
    for frame in frames:
        encoder.video(frame)
    encoder.finish(end_ns)
    return b"".join(pieces)


def small_frames(times_ns: Sequence[int]) -> list[Frame]:
    shades = random.Random(3)
    return [
        Frame(START_NS + time_ns, pixels=np.full((48, 64, 3), shades.randrange(256), np.uint8))
        for time_ns in times_ns
    ]


@pytest.mark.parametrize("jpeg", [False, True])
def test_ten_seconds_of_the_scene_are_300_frames_and_480000_samples(jpeg: bool) -> None:
    part = encoded_scene(300, 640, 360, jpeg=jpeg)

    content = fragments.content(*part.split())
    codes = [read_code(each) for each in pictures(part.data)]

    assert (content.frames, content.samples) == (300, 480_000)
    assert content.video_end == 900_000
    assert codes == [SceneCode(number, number * 1_000_000 // 30) for number in range(300)]


def test_decoded_sound_is_as_long_as_the_picture_and_beeps_with_the_flash() -> None:
    heard = sound(encoded_scene(300, 640, 360).data)
    loud = np.abs(heard) > 0.2
    onsets = [second * RATE_HZ + int(np.argmax(loud[second * RATE_HZ :])) for second in range(10)]

    # AAC ends with a whole frame of 1024 samples.
    assert 480_000 <= len(heard) < 480_000 + 1024
    assert [each / RATE_HZ - second for second, each in enumerate(onsets)] == pytest.approx(
        [FLASH_AT_S] * 10, abs=0.002
    )


@given(
    st.lists(st.integers(20_000, 200_000_000), min_size=1, max_size=60),
    st.integers(0, 100_000_000),
)
@settings(max_examples=25)
def test_every_frame_keeps_its_capture_time_to_a_tick(
    intervals_ns: list[int], last_ns: int
) -> None:
    times_ns = [0]
    for interval_ns in intervals_ns:
        times_ns.append(times_ns[-1] + interval_ns)
    captured: list[Captured] = []

    data = encode(
        small_frames(times_ns), end_ns=START_NS + times_ns[-1] + last_ns, captured=captured.append
    )
    content = fragments.content(*split(data))

    assert len(content.video_pts) == len(times_ns)
    for pts, time_ns in zip(content.video_pts, times_ns, strict=True):
        assert abs(pts - time_ns * 9 / 100_000) <= 1
    assert tuple(each.pts for each in captured) == content.video_pts
    assert [each.time_ns - START_NS for each in captured] == times_ns
    assert content.video_end == max(
        round((times_ns[-1] + last_ns) * 9 / 100_000), content.video_pts[-1] + 1
    )


def test_durations_in_the_file_are_the_true_intervals() -> None:
    times_ns = [0, 33_000_000, 70_000_000, 900_000_000, 901_000_000, 1_500_000_000]

    init, parts = split(encode(small_frames(times_ns)))
    runs = [part.run(init.track("video")) for part in parts]
    ends = [run.decode_time + run.duration for run in runs if run is not None]
    starts = [run.decode_time for run in runs if run is not None]

    assert ends[:-1] == starts[1:]
    assert ends[-1] == 1.5 * 90_000 + 3000


def test_two_frames_of_one_time_stay_two_frames() -> None:
    content = fragments.content(*split(encode(small_frames([0, 50_000_000, 50_000_000]))))

    assert content.video_pts == (0, 4500, 4501)


@pytest.mark.parametrize("fps", [5, 12, 30, 100])
def test_key_frames_come_every_two_seconds_by_time(fps: int) -> None:
    data = encode(small_frames([n * 1_000_000_000 // fps for n in range(5 * fps)]))

    with av.open(io.BytesIO(data), "r") as container:
        keys = [
            float(packet.pts * packet.time_base)
            for packet in container.demux(video=0)
            if packet.is_keyframe and packet.pts is not None and packet.time_base is not None
        ]

    assert keys == [0.0, 2.0, 4.0]


def test_jpeg_pictures_do_not_all_become_key_frames() -> None:
    init, parts = encoded_scene(300, 640, 360, jpeg=True).split()
    keys = [part for part in parts if (run := part.runs[0]).starts_with_key and run.track == 1]

    assert len(keys) == 5
    assert init.track("video") is not None


def test_fragments_of_half_a_second_leave_while_it_records() -> None:
    splitter = Splitter()
    behind_s: list[float] = []
    fragment_ends_s = [0.0]

    def sink(data: bytes) -> None:
        for item in splitter.feed(data):
            if isinstance(item, Fragment):
                last = item.runs[0]
                fragment_ends_s.append((last.decode_time + last.duration) / 90_000)

    encoder = PartEncoder(scene_video(64, 48), AUDIO, sink, START_NS)
    silence = np.zeros(1600, np.int16)
    for number, frame in enumerate(small_frames([n * 1_000_000_000 // 30 for n in range(150)])):
        encoder.audio(Block(frame.time_ns, silence))
        encoder.video(frame)
        behind_s.append(number / 30 - fragment_ends_s[-1])

    assert max(behind_s) < 0.75
    assert encoder.finish() == START_NS + 5_000_000_000


def test_a_silent_microphone_does_not_hold_the_pictures_back() -> None:
    splitter = Splitter()
    whole: list[Init | Fragment] = []
    encoder = PartEncoder(
        scene_video(64, 48), AUDIO, lambda data: whole.extend(splitter.feed(data)), START_NS
    )
    for frame in small_frames([n * 1_000_000_000 // 30 for n in range(150)]):
        encoder.video(frame)
    before_the_end = fragments.content(*told_apart(whole))
    encoder.finish()

    assert before_the_end.frames >= 150 - 1.6 * 30
    assert fragments.content(*told_apart(whole)).samples == 5 * RATE_HZ


def psnr_db(one: Pixels, other: Pixels) -> float:
    return float(10 * np.log10(255**2 / np.mean((one.astype(float) - other) ** 2)))


def test_colours_are_those_of_the_camera() -> None:
    painter = ScenePainter(1280, 720, 30)
    numbers = [number for number in range(8) if not is_flash(painter.time_us(number))]
    sources = [painter.paint(number) for number in numbers]
    jpegs = [scene_frame(painter, number, jpeg=True) for number in numbers]
    from_jpeg = [
        np.asarray(cv2.imdecode(np.frombuffer(each.jpeg or b"", np.uint8), 1), np.uint8)
        for each in jpegs
    ]

    by_pixels = pictures(encoded_scene(len(numbers), 1280, 720, sound=False).data)
    by_jpeg = pictures(encoded_scene(len(numbers), 1280, 720, sound=False, jpeg=True).data)

    # A wrong range or matrix gives less than 30 dB.
    assert min(map(psnr_db, sources, by_pixels)) > 35
    assert min(map(psnr_db, from_jpeg, by_jpeg)) > 35
    for source, decoded in zip(sources, by_pixels, strict=True):
        assert source.mean(axis=(0, 1)) == pytest.approx(decoded.mean(axis=(0, 1)), abs=2)


@pytest.mark.parametrize("jpeg", [False, True])
@pytest.mark.parametrize(
    "colour", [(0, 0, 0), (255, 255, 255), (0, 0, 255), (255, 0, 0), (30, 200, 90)]
)
def test_plain_colours_keep_their_levels(colour: tuple[int, int, int], jpeg: bool) -> None:
    picture = np.full((48, 64, 3), colour, np.uint8)
    coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 95])[1].tobytes()

    [decoded] = pictures(
        encode([Frame(START_NS, jpeg=coded) if jpeg else Frame(START_NS, pixels=picture)])
    )

    assert decoded.mean(axis=(0, 1)) == pytest.approx(colour, abs=4)


def test_the_stream_says_how_its_colours_are_meant() -> None:
    with av.open(io.BytesIO(encode(small_frames([0]))), "r") as container:
        context = container.streams.video[0].codec_context

        assert context.name == "h264"
        assert context.pix_fmt == "yuv420p"
        assert (context.color_range, context.colorspace) == (1, 5)
        assert not context.has_b_frames


@pytest.mark.parametrize("jpeg", [False, True])
@pytest.mark.parametrize("size", [(321, 241), (321, 240), (320, 241), (320, 239)])
def test_odd_sizes_are_padded_by_their_edges(size: tuple[int, int], jpeg: bool) -> None:
    painter = ScenePainter(*size, 30)
    source = painter.paint(0)

    [decoded] = pictures(encode([scene_frame(painter, 0, jpeg=jpeg)], size))

    height, width = decoded.shape[:2]
    assert (width, height) == (size[0] + size[0] % 2, size[1] + size[1] % 2)
    assert read_code(decoded) == SceneCode(0, 0)
    assert psnr_db(decoded[: size[1], : size[0]], source) > 28
    last_column = decoded[:, -1].astype(int) - decoded[:, size[0] - 1]
    assert np.abs(last_column).mean() < 12


def test_an_unreadable_jpeg_costs_one_picture_and_is_counted() -> None:
    painter = ScenePainter(320, 240, 30)
    frames = [scene_frame(painter, number, jpeg=True) for number in range(5)]
    frames[2] = Frame(frames[2].time_ns, jpeg=b"\xff\xd8 this is no picture", lost_before=3)
    pieces: list[bytes] = []
    captured: list[Captured] = []
    encoder = PartEncoder(
        scene_video(320, 240), None, pieces.append, START_NS, captured=captured.append
    )

    for frame in frames:
        encoder.video(frame)
    encoder.finish()

    assert encoder.unreadable_frames == 1
    assert [each.lost_before for each in captured] == [0, 0, 4, 0]
    codes = [read_code(each) for each in pictures(b"".join(pieces))]
    assert [code.frame for code in codes if code] == [0, 1, 3, 4]


def test_a_picture_of_another_size_ends_the_part_and_costs_nothing() -> None:
    pieces: list[bytes] = []
    encoder = PartEncoder(scene_video(64, 48), None, pieces.append, START_NS)
    for frame in small_frames([n * 33_000_000 for n in range(40)]):
        encoder.video(frame)

    with pytest.raises(EncoderFailed, match="changed its size to 32 x 24"):
        encoder.video(Frame(START_NS + 2**31, pixels=np.zeros((24, 32, 3), np.uint8)))

    assert fragments.content(*split(b"".join(pieces))).frames == 40


def test_an_impossible_size_is_told_in_a_sentence() -> None:
    with pytest.raises(EncoderFailed, match="could not be started"):
        encode(small_frames([0]), size=(40_000, 40_000))


def test_sound_that_is_missing_at_the_end_is_told_of_the_last_picture() -> None:
    captured: list[Captured] = []
    encoder = PartEncoder(
        scene_video(64, 48),
        AUDIO,
        lambda data: None,
        START_NS,
        captured=captured.append,
        exact_sound=True,
    )
    for frame in small_frames([each * 1_000_000_000 // 30 for each in range(30)]):
        if frame.time_ns < START_NS + 500_000_000:
            encoder.audio(Block(frame.time_ns, np.ones(1600, np.int16)))
        encoder.video(frame)
    late = Block(START_NS + 2_000_000_000, np.ones(1600, np.int16), lost_samples=96_000)
    encoder.audio(late)

    encoder.finish()

    assert len(captured) == 31
    assert captured[-1].pts == captured[-2].pts
    news = captured[-1].sound
    assert news is not None
    assert news.lost == ((0, 48_000),)
    assert news.silent == ((24_000, 24_000),)
