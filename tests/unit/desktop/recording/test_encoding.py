"""The ways to encode: parts of the x264 rungs share a file, and what is written down is true."""

import pickle

import pytest

from desktop.recording.encoder import PartEncoder
from desktop.recording.encoding import (
    CAMERA_JPEG,
    DEFAULT,
    PLAIN_ULTRAFAST,
    RUNGS,
    SUPERFAST,
    ULTRAFAST,
    Encoding,
    cheaper_than,
    made_by,
    options,
    rungs,
)
from desktop.recording.errors import EncoderFailed
from desktop.recording.scene_picture import ScenePainter
from holdfast.announcement import Video
from holdfast.fragments import Init, Splitter
from tests.support.scene_media import START_NS, scene_frame, scene_video


def init_of(encoding: Encoding, size: tuple[int, int]) -> bytes:
    pieces: list[bytes] = []
    encoder = PartEncoder(scene_video(*size), None, pieces.append, START_NS, encoding=encoding)
    painter = ScenePainter(*size, 30)
    for number in range(3):
        encoder.video(scene_frame(painter, number))
    encoder.finish()
    init = Splitter().feed(b"".join(pieces))[0]
    assert isinstance(init, Init)
    return init.data


@pytest.mark.parametrize("size", [(320, 240), (854, 480), (1280, 720), (1920, 1080)])
def test_parts_of_every_rung_could_lie_in_one_track(size: tuple[int, int]) -> None:
    inits = {init_of(encoding, size) for encoding in RUNGS}

    assert len(inits) == 1
    assert init_of(PLAIN_ULTRAFAST, size) not in inits


def test_the_last_rung_is_the_cameras_own_pictures_where_it_gives_them() -> None:
    assert rungs(camera_gives_jpeg=True)[-1] is CAMERA_JPEG
    assert rungs(camera_gives_jpeg=False)[-1] is PLAIN_ULTRAFAST
    assert rungs(camera_gives_jpeg=True)[0] is DEFAULT


def test_no_encoder_is_left_to_reorder_pictures() -> None:
    for name in ("libx264", "h264_nvenc", "h264_qsv", "h264_v4l2m2m", "h264_mf", "unheard_of"):
        assert options(Encoding(name))["bf"] == "0"


def test_an_encoding_crosses_the_pipe_to_the_recorder() -> None:
    assert pickle.loads(pickle.dumps(CAMERA_JPEG)) == CAMERA_JPEG


def test_what_is_written_down_names_encoder_and_preset() -> None:
    video = made_by(scene_video(640, 360), DEFAULT)

    written = video.to_json()

    assert (written["codec"], written["encoder"], written["preset"]) == (
        "h264",
        "libx264",
        "veryfast",
    )
    assert Video.from_json(written) == video
    assert made_by(video, CAMERA_JPEG).to_json().get("preset") is None
    assert made_by(video, CAMERA_JPEG).codec == "mjpeg"


def test_what_was_signed_without_an_encoder_stays_the_same_bytes() -> None:
    old = scene_video(640, 360).to_json()

    assert "encoder" not in old
    assert Video.from_json(old).to_json() == old


def test_an_encoder_that_is_not_there_is_told_in_a_sentence() -> None:
    with pytest.raises(EncoderFailed, match="no encoder “h264_of_nobody”"):
        init_of(Encoding("h264_of_nobody"), (64, 48))


@pytest.mark.parametrize(
    ("encoding", "jpeg", "left"),
    [
        (DEFAULT, True, (SUPERFAST, ULTRAFAST, CAMERA_JPEG)),
        (DEFAULT, False, (SUPERFAST, ULTRAFAST, PLAIN_ULTRAFAST)),
        (ULTRAFAST, True, (CAMERA_JPEG,)),
        (PLAIN_ULTRAFAST, True, (CAMERA_JPEG,)),
        (Encoding("h264_nvenc"), True, (SUPERFAST, ULTRAFAST, CAMERA_JPEG)),
        (CAMERA_JPEG, True, ()),
    ],
)
def test_what_is_cheaper_is_what_is_left(
    encoding: Encoding, jpeg: bool, left: tuple[Encoding, ...]
) -> None:
    assert cheaper_than(encoding, camera_gives_jpeg=jpeg) == left
