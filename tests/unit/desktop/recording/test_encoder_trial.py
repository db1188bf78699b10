"""The trial of an encoder: a good one passes, and each way of being bad is found out."""

import pytest

from desktop.recording import encoder as encoder_module
from desktop.recording.encoder_trial import Refused, examine
from desktop.recording.encoding import DEFAULT, Encoding
from desktop.recording.picture_track import EncodedPictures, Packets


def test_an_encoder_that_does_what_is_asked_passes() -> None:
    examine(DEFAULT)


@pytest.mark.parametrize(
    ("encoding", "reason"),
    [
        (Encoding("h264_of_nobody"), "no encoder “h264_of_nobody”"),
        (Encoding("aac"), "no encoder “aac”"),
        (Encoding("libx264", "veryfast", extra=(("bf", "2"),)), "could not be used"),
        (Encoding("libx264", "veryfast", extra=(("crf", "51"),)), "far from the original"),
        (Encoding("libx265", "ultrafast"), "no H.264 parameter sets"),
    ],
)
def test_an_encoder_that_does_not_is_refused_with_the_reason(
    encoding: Encoding, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        examine(encoding)

    assert reason in str(refused.value)


def test_an_encoder_that_makes_no_key_frames_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder_module, "_KEY_FRAME_TICKS", 10**9)

    with pytest.raises(Refused, match="no key frame where one is asked for"):
        examine(DEFAULT)


def test_an_encoder_that_invents_times_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    encode = EncodedPictures.encode

    def by_number(self: EncodedPictures, pts: int, *, is_key: bool) -> Packets:
        return encode(self, round(pts / 4500) * 4500, is_key=is_key)

    monkeypatch.setattr(EncodedPictures, "encode", by_number)

    with pytest.raises(Refused, match="changed the pictures' times"):
        examine(DEFAULT)


def test_an_encoder_that_swallows_pictures_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    encode = EncodedPictures.encode
    count = 0

    def some(self: EncodedPictures, pts: int, *, is_key: bool) -> Packets:
        nonlocal count
        count += 1
        return [] if count % 20 == 0 else encode(self, pts, is_key=is_key)

    monkeypatch.setattr(EncodedPictures, "encode", some)

    with pytest.raises(Refused, match="gave 57 pictures instead of 60"):
        examine(DEFAULT)
