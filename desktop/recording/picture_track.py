"""The picture track of a part: pictures in, packets for the muxer out, encoded or as they came.

Either an encoder of ours makes H.264 of them, or the camera's own JPEGs go in untouched. Times and
key frames are decided by whoever calls; no thread, no file and no clock.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final, Protocol

import av
from av.container import OutputContainer
from av.video.frame import PictureType

from desktop.recording import encoding as encodings
from desktop.recording.encoding import DEFAULT, Encoding
from desktop.recording.errors import EncoderFailed
from desktop.recording.jpeg import is_jpeg, jpeg_size
from desktop.recording.pictures import (
    BT601,
    LIMITED_RANGE,
    PictureConverter,
    PictureUnreadable,
    changed_size,
)
from desktop.recording.sources import Frame
from holdfast.announcement import Video
from holdfast.fragments import VIDEO_TICKS

TIME_BASE: Final = Fraction(1, VIDEO_TICKS)
_BT709: Final = 1  # Primaries and transfer of sRGB cameras; the matrix is BT.601, as in JPEG.

Packets = Sequence["av.Packet[Any]"]


class PictureTrack(Protocol):
    """`prepare` a picture, then `encode` it; at the end what is still in the encoder is `rest`."""

    def prepare(self, frame: Frame) -> None:
        """Make the picture ready. Raises PictureUnreadable, and EncoderFailed for another size."""
        ...

    def encode(self, pts: int, *, is_key: bool) -> Packets:
        """Packets that are ready once the prepared picture is in. Raises FFmpegError."""
        ...

    def rest(self) -> Packets:
        """Every packet that is still to come; nothing may follow. Raises FFmpegError."""
        ...


def can_copy(frame: Frame, video: Video) -> bool:
    """Whether this picture could go into the file as the camera gave it.

    One that would have to be padded cannot: the picture's size in the manifest would not be true.
    """
    return frame.jpeg is not None and is_jpeg(frame.jpeg) and not video.padded


def encoding_for(wanted: Encoding, frame: Frame, video: Video) -> Encoding:
    """What is wanted, or the default where the camera's pictures cannot be kept as they are."""
    return DEFAULT if wanted.copies and not can_copy(frame, video) else wanted


def picture_track(
    container: OutputContainer, video: Video, encoding: Encoding, fps: Fraction
) -> PictureTrack:
    """A new picture track in the container. Raises FFmpegError and EncoderFailed."""
    if encoding.copies:
        return CopiedPictures(container, video, fps)
    return EncodedPictures(container, video, encoding, fps)


class EncodedPictures:
    """H.264 by one of FFmpeg's encoders, without B-frames: packets come in the pictures' order."""

    def __init__(
        self, container: OutputContainer, video: Video, encoding: Encoding, fps: Fraction
    ) -> None:
        self._pictures = PictureConverter(video.width, video.height)
        try:
            stream = container.add_stream(
                encoding.encoder, rate=fps, options=encodings.options(encoding)
            )
        except (ValueError, TypeError) as error:
            # PyAV's answers to a name that this FFmpeg does not know, and to one of sound.
            raise EncoderFailed(
                f"There is no encoder “{encoding.encoder}” here. Nothing of this part was recorded."
            ) from error
        if not isinstance(stream, av.VideoStream):
            raise EncoderFailed(
                f"“{encoding.encoder}” encodes no pictures. Nothing of this part was recorded."
            )
        stream.width, stream.height = self._pictures.width, self._pictures.height
        stream.pix_fmt = encodings.pixel_format(encoding)
        stream.time_base = TIME_BASE
        context = stream.codec_context
        context.time_base = TIME_BASE
        context.thread_count = encodings.threads(stream.width, stream.height, float(fps))
        context.color_range, context.colorspace = LIMITED_RANGE, BT601
        context.color_primaries = context.color_trc = _BT709
        wanted = encodings.bit_rate(encoding, stream.width, stream.height, float(fps))
        if wanted is not None:
            stream.bit_rate = wanted
        self._stream = stream
        self._picture: av.VideoFrame | None = None

    def prepare(self, frame: Frame) -> None:
        self._picture = self._pictures.convert(frame)

    def encode(self, pts: int, *, is_key: bool) -> Packets:
        picture = self._picture
        assert picture is not None
        picture.pts = pts
        picture.time_base = TIME_BASE
        # Left as the JPEG decoder sets it, every picture would become a key frame.
        picture.pict_type = PictureType.I if is_key else PictureType.NONE
        return self._in_order(self._stream.encode(picture))

    def rest(self) -> Packets:
        return self._in_order(self._stream.encode(None))

    def _in_order(self, packets: Packets) -> Packets:
        for packet in packets:
            # Some encoders for hardware number the order of decoding in a way of their own.
            packet.dts = packet.pts
        return packets


class CopiedPictures:
    """The camera's own JPEGs: every picture is a key frame, and costs a hundredth of encoding."""

    def __init__(self, container: OutputContainer, video: Video, fps: Fraction) -> None:
        self._size = (video.width, video.height)
        self._stream = container.add_mux_stream(
            "mjpeg",
            rate=fps,
            width=video.width,
            height=video.height,
            time_base=TIME_BASE,
        )
        self._jpeg = b""

    def prepare(self, frame: Frame) -> None:
        jpeg = frame.jpeg
        size = jpeg_size(jpeg) if jpeg is not None and is_jpeg(jpeg) else None
        if jpeg is None or size is None:
            raise PictureUnreadable
        if size != self._size:
            raise changed_size(*size)
        self._jpeg = jpeg

    def encode(self, pts: int, *, is_key: bool) -> Packets:
        packet = av.Packet(self._jpeg)
        packet.pts = packet.dts = pts
        packet.time_base = TIME_BASE
        packet.is_keyframe = True
        packet.stream = self._stream
        return [packet]

    def rest(self) -> Packets:
        return []
