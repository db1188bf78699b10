"""Opening parts and files with PyAV: the MP4 demuxer and no other, and what makes two alike."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
from av.container import InputContainer

from holdfast import fragments


class JoinedPart(io.RawIOBase):
    """A part's segments as one stream of bytes; the segments stay as they are."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._pieces: Iterator[bytes] = fragments.join(paths)
        self._rest = memoryview(b"")
        self.read_bytes = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes; none at the end. Raises fragments.Damaged."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = memoryview(piece)
        taken = bytes(self._rest[:size] if size >= 0 else self._rest)
        self._rest = self._rest[len(taken) :]
        self.read_bytes += len(taken)
        return taken


def open_input(file: Any) -> InputContainer:
    """A demuxer for an MP4 file or stream. Whatever the content claims to be, no other is tried."""
    container = av.open(file, mode="r", format="mp4")
    assert isinstance(container, InputContainer)
    return container


@dataclass(frozen=True, slots=True)
class VideoFormat:
    """What pictures must share to lie in one track."""

    codec: str
    width: int
    height: int
    extradata: bytes | None


@dataclass(frozen=True, slots=True)
class AudioFormat:
    """What sound must share to lie in one track."""

    codec: str
    rate_hz: int
    layout: str
    extradata: bytes | None


@dataclass(frozen=True, slots=True)
class Formats:
    """A part's tracks."""

    video: VideoFormat | None
    audio: AudioFormat | None


def formats_of(container: InputContainer) -> Formats:
    """The tracks of an open part, at most one of each kind."""
    video = audio = None
    for picture in container.streams.video[:1]:
        context = picture.codec_context
        video = VideoFormat(context.name, context.width, context.height, context.extradata)
    for sound in container.streams.audio[:1]:
        heard = sound.codec_context
        audio = AudioFormat(heard.name, heard.sample_rate, heard.layout.name, heard.extradata)
    return Formats(video, audio)
