"""Which kind of source a text names."""

from pathlib import Path

import pytest

from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.errors import UnknownSource


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("test", SourceKind.SCENE),
        ("test:live", SourceKind.LIVE_SCENE),
        ("0", SourceKind.CAMERA),
        ("12", SourceKind.CAMERA),
        ("/dev/video3", SourceKind.CAMERA),
        ("/dev/v4l/by-id/usb-HD_Webcam-video-index0", SourceKind.CAMERA),
        ("http://127.0.0.1:8080/video", SourceKind.STREAM),
        ("https://camera.example/stream", SourceKind.STREAM),
    ],
)
def test_what_a_text_names(text: str, kind: SourceKind) -> None:
    assert kind_of(text) is kind


def test_a_file_is_a_source_if_it_exists(tmp_path: Path) -> None:
    clip = tmp_path / "0.mp4"
    clip.touch()

    assert kind_of(str(clip)) is SourceKind.FILE
    with pytest.raises(UnknownSource):
        kind_of(str(tmp_path / "1.mp4"))


@pytest.mark.parametrize("text", ["", "tset", "-1", "1.5", "٣", "ftp://x/y", "rtsp://x/y", "/tmp"])
def test_anything_else_is_answered_with_what_is_allowed(text: str) -> None:
    with pytest.raises(UnknownSource) as refused:
        kind_of(text)

    assert refused.value.wrong_usage
    for allowed in ("/dev/video0", "file", "http://", "test"):
        assert allowed in refused.value.sentence


def test_only_what_waits_for_us_is_not_live() -> None:
    assert {kind for kind in SourceKind if not kind.live} == {SourceKind.FILE, SourceKind.SCENE}
