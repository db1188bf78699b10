"""Opening parts and files with PyAV: one demuxer and no other, within bounds; and what is alike.

What comes from elsewhere is never trusted to be small: a few bytes can claim a picture that would
fill all memory.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.stream import VideoStream

from holdfast import fragments
from server.jobs.parts import CannotSucceed

PIXELS_MOST: Final = 8192 * 8192
"""Of one picture: twice what an 8K camera makes. A decoder needs up to twelve bytes for each."""
DECODER_THREADS: Final = 2
_BOUNDS: Final = {"max_pixels": str(PIXELS_MOST)}


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
    return _bounded(av.open(file, mode="r", format="mp4", options=dict(_BOUNDS)))


def open_file(path: Path, demuxer: str) -> InputContainer:
    """A file of any container: this demuxer only, no other file and no address.

    Raises FFmpegError, OSError.
    """
    options = {"protocol_whitelist": "file", **_BOUNDS}
    return _bounded(av.open(str(path), mode="r", format=demuxer, options=options))


def _bounded(container: Any) -> InputContainer:
    """Before the first packet is decoded: how large a picture may be, and how many threads."""
    assert isinstance(container, InputContainer)
    tracks: list[VideoStream | AudioStream] = [*container.streams.video, *container.streams.audio]
    for track in tracks:
        track.codec_context.options = dict(_BOUNDS)
        track.codec_context.thread_count = DECODER_THREADS
    return container


def require_points(width: int, height: int, name: str) -> None:
    """Before a picture of this size is decoded. Raises CannotSucceed."""
    if width * height > PIXELS_MOST:
        raise CannotSucceed(
            f"The picture of {name} is {width} x {height} points large, more than is decoded here. "
            "The file is kept as it is."
        )


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
