"""Decodes a timeline's pictures and its sound, each from any moment on, over all segments.

Pictures and sound are read apart from each other, so that neither waits for the other. One decoder
goes on over the segments of a part: a new one would begin each with a click.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import av
import av.error
import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.codec.context import Flags2
from av.container import InputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from desktop.playback.timeline import Piece, Timeline, readable, unreadable

Kind = Literal["video", "audio"]

_LEAD_S = 0.1
"""Sound is decoded from a little earlier: a decoder's first samples are not right yet."""

_SAME_S = 0.001
"""Places on the recording's clock that differ by less are the same, rounded differently."""


@dataclass(frozen=True, slots=True)
class Sound:
    """How the sound of a whole timeline is given, whatever its segments hold."""

    rate_hz: int
    channels: int


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture to show: BGRA bytes, `stride` bytes a row, and its time in the recording."""

    at_s: float
    width: int
    height: int
    stride: int
    bgra: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """One decoded picture and its time in seconds on the recording's clock."""

    at_s: float
    source: VideoFrame

    def picture(self, most_width: int, most_height: int) -> Picture:
        """As large as fits into so many pixels, and no larger than it is."""
        source = self.source
        share = min(1.0, most_width / source.width, most_height / source.height)
        # Even sizes: subsampled colours cannot be halved otherwise.
        width = max(2, round(source.width * share / 2) * 2)
        height = max(2, round(source.height * share / 2) * 2)
        plane = source.reformat(width=width, height=height, format="bgra").planes[0]
        return Picture(self.at_s, width, height, plane.line_size, bytes(plane))


@dataclass(frozen=True, slots=True)
class Samples:
    """Interleaved int16 samples; the first one's time in seconds on the recording's clock."""

    at_s: float
    samples: npt.NDArray[np.int16]


def sound_of(timeline: Timeline) -> Sound | None:
    """What sound there is. Raises Unplayable."""
    # A microphone that came or went while recording is heard at one of the ends.
    for piece in dict.fromkeys((timeline.pieces[0], timeline.pieces[-1])):
        with opened(piece) as container:
            if container.streams.audio:
                stream = container.streams.audio[0]
                return Sound(stream.rate or 48_000, min(2, stream.channels or 1))
    return None


def frames(timeline: Timeline, from_s: float) -> Generator[Frame]:
    """Pictures, beginning with the one that shows at `from_s`. Raises Unplayable."""
    before: Frame | None = None
    for at_s, decoded in _decoded(timeline, "video", from_s):
        assert isinstance(decoded, VideoFrame)
        frame = Frame(at_s, decoded)
        if at_s <= from_s:
            before = frame
            continue
        if before is not None:
            yield before
            before = None
        yield frame
    if before is not None:
        yield before


def samples(timeline: Timeline, sound: Sound, from_s: float) -> Generator[Samples]:
    """Sound from `from_s` on, with holes where there is none. Raises Unplayable."""
    layout = "mono" if sound.channels == 1 else "stereo"
    resampler = av.AudioResampler(format="s16", layout=layout, rate=sound.rate_hz)
    told_until_s = from_s
    for at_s, decoded in _decoded(timeline, "audio", max(0.0, from_s - _LEAD_S)):
        assert isinstance(decoded, AudioFrame)
        # The resampler would fill holes by itself, and stop at times that go back.
        decoded.pts = None
        begin_s = at_s
        for each in resampler.resample(decoded):
            piece = np.asarray(each.to_ndarray(), np.int16).reshape(-1, sound.channels)
            end_s = begin_s + len(piece) / sound.rate_hz
            early = max(0, round((told_until_s - begin_s) * sound.rate_hz))
            if early < len(piece):
                yield Samples(begin_s + early / sound.rate_hz, piece[early:])
                told_until_s = end_s
            begin_s = end_s


def opened(piece: Piece) -> InputContainer:
    """A segment's file, opened for reading. Raises Unplayable."""
    source = readable(piece.path)
    try:
        return av.open(source, "r")
    except (av.error.FFmpegError, OSError) as error:
        raise unreadable(piece.path, error) from error


def _decoded(
    timeline: Timeline, kind: Kind, from_s: float
) -> Iterator[tuple[float, VideoFrame | AudioFrame]]:
    decoder = _Decoder()
    try:
        for piece in timeline.pieces[timeline.index_at(from_s) :]:
            try:
                yield from decoder.decode(piece, kind)
            except av.error.FFmpegError as error:
                raise unreadable(piece.path, error) from error
        yield from decoder.flush()
    finally:
        decoder.close()


class _Decoder:
    """Decodes segment after segment, and begins anew only where their form changes."""

    def __init__(self) -> None:
        self._owner: InputContainer | None = None
        self._stream: VideoStream | AudioStream | None = None
        self._offset_s = 0.0
        self._tick_s = 0.0

    def decode(self, piece: Piece, kind: Kind) -> Iterator[tuple[float, VideoFrame | AudioFrame]]:
        """Everything in one segment that comes out by now."""
        container = opened(piece)
        try:
            streams = container.streams.video if kind == "video" else container.streams.audio
            if not streams:
                return
            stream = streams[0]
            offset_s = piece.start_s - _first_s(container)
            if not self._goes_on(stream, offset_s):
                yield from self.flush()
                self.close()
                self._owner, self._stream, self._offset_s = container, stream, offset_s
                stream.codec_context.thread_type = "AUTO"
                # Each segment's init says that its first sound is to be thrown away, which is true
                # of the first segment only; what lies before the start is cut off anyway.
                stream.codec_context.flags2 |= Flags2.skip_manual
            self._tick_s = float(stream.time_base or 0)
            for packet in container.demux(stream):
                if packet.pts is not None:
                    yield from self._out(packet)
        finally:
            if container is not self._owner:
                container.close()

    def _goes_on(self, stream: VideoStream | AudioStream, offset_s: float) -> bool:
        """Whether this is the part that it decodes already."""
        if self._stream is None or _form(self._stream) != _form(stream):
            return False
        return abs(offset_s - self._offset_s) < _SAME_S

    def flush(self) -> Iterator[tuple[float, VideoFrame | AudioFrame]]:
        """What the decoder holds back still."""
        if self._stream is not None:
            yield from self._out(None)

    def close(self) -> None:
        if self._owner is not None:
            self._owner.close()
        self._owner = self._stream = None

    def _out(self, packet: "Packet[Any] | None") -> Iterator[tuple[float, VideoFrame | AudioFrame]]:
        assert self._stream is not None
        for frame in self._stream.codec_context.decode(packet):
            if frame.pts is not None:
                yield self._offset_s + frame.pts * self._tick_s, frame


def _form(stream: VideoStream | AudioStream) -> tuple[object, ...]:
    context = stream.codec_context
    size = (stream.width, stream.height) if isinstance(stream, VideoStream) else ()
    return (context.name, context.extradata, stream.time_base, *size)


def _first_s(container: InputContainer) -> float:
    """The first picture's time in the file; a segment begins with it."""
    first = (container.streams.video or container.streams.audio)[0]
    return float((first.start_time or 0) * (first.time_base or 0))
