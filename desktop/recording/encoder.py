"""One part's encoders and muxer: pictures and sound in, fragmented MP4 as bytes out.

One continuous H.264 and AAC encoder for the whole part, so that nothing is lost where a segment
ends. Times are the capture times; nothing is numbered by a frame rate. It owns no thread and no
file: the bytes go to a callback as soon as a fragment of 0.5 s is whole.
"""

import io
from collections.abc import Callable
from fractions import Fraction
from typing import Final

import av
import av.error
from av.video.frame import PictureType

from desktop.recording.errors import EncoderFailed
from desktop.recording.model import FRAGMENT_S, KEY_FRAME_S
from desktop.recording.pictures import BT601, LIMITED_RANGE, PictureConverter, PictureUnreadable
from desktop.recording.segmenter import Captured
from desktop.recording.soundtrack import Soundtrack
from desktop.recording.sources import RATE_HZ, Block, Frame
from holdfast.announcement import Audio, Video
from holdfast.fragments import VIDEO_TICKS

_BT709: Final = 1  # Primaries and transfer of sRGB cameras; the matrix is BT.601, as in JPEG.
_KEY_FRAME_TICKS: Final = round(KEY_FRAME_S * VIDEO_TICKS)
_SECOND_NS: Final = 1_000_000_000
_TIME_BASE: Final = Fraction(1, VIDEO_TICKS)
_USUAL_FPS: Final = 30.0
_MUXER: Final = {
    # delay_moov: only so is the encoder's priming in an edit list, and sound in its place.
    "movflags": "+frag_keyframe+delay_moov+default_base_moof+negative_cts_offsets+skip_trailer",
    "frag_duration": str(round(FRAGMENT_S * 1_000_000)),
}
_H264: Final = {
    "preset": "veryfast",
    "tune": "zerolatency",
    "crf": "23",
    "bf": "0",
    "forced-idr": "1",
    "x264-params": "keyint=infinite:scenecut=0",
}


class _ByteSink(io.RawIOBase):
    """The file that FFmpeg believes it writes: it cannot seek, so what is written is final."""

    def __init__(self, sink: Callable[[bytes], None]) -> None:
        self._sink = sink

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]  # FFmpeg gives a buffer it reuses.
        self._sink(piece)
        return len(piece)


class PartEncoder:
    """Encodes one part. `start_ns` is its first frame's capture time and becomes PTS 0.

    Give it the sound that has arrived before each picture. `captured` is told of every picture
    that was encoded, before its bytes reach `sink`. Both are called from within `video`, `audio`
    and `finish`.
    """

    def __init__(
        self,
        video: Video,
        audio: Audio | None,
        sink: Callable[[bytes], None],
        start_ns: int,
        *,
        captured: Callable[[Captured], None] | None = None,
        exact_sound: bool = False,
    ) -> None:
        self._start_ns = start_ns
        self._captured = captured
        fps = video.nominal_fps if video.nominal_fps > 0 else _USUAL_FPS
        self._frame_ticks = max(1, round(VIDEO_TICKS / fps))
        self._last_pts = -1
        self._last_key_pts: int | None = None
        self._lost = 0
        self._held: av.Packet[av.VideoStream] | None = None
        self._sound: Soundtrack | None = None
        try:
            self._pictures = PictureConverter(video.width, video.height)
            self._container = av.open(_ByteSink(sink), "w", format="mp4", options=_MUXER)
            self._video = self._video_stream(Fraction(fps).limit_denominator(1001))
            if audio is not None:
                self._audio = self._audio_stream()
                self._sound = Soundtrack(start_ns, self._audio.frame_size, exact=exact_sound)
        except av.error.FFmpegError as error:
            raise EncoderFailed(
                f"The encoder could not be started ({error}). Nothing of this part was recorded."
            ) from error
        self.unreadable_frames = 0
        """Camera pictures that could not be decoded; they are counted as lost."""

    def video(self, frame: Frame) -> None:
        """Encode one picture at its capture time.

        Raises EncoderFailed; where the picture has another size, all before it is in the sink.
        """
        try:
            picture = self._pictures.convert(frame)
        except PictureUnreadable:
            self.unreadable_frames += 1
            self._lost += 1 + frame.lost_before
            return
        except EncoderFailed:
            self.finish()
            raise
        pts = self._pts(frame.time_ns)
        is_key = self._last_key_pts is None or pts - self._last_key_pts >= _KEY_FRAME_TICKS
        picture.pts = pts
        picture.time_base = _TIME_BASE
        # Left as the JPEG decoder sets it, every picture would become a key frame.
        picture.pict_type = PictureType.I if is_key else PictureType.NONE
        if is_key:
            self._last_key_pts = pts
        if self._captured is not None:
            self._captured(Captured(pts, frame.time_ns, frame.lost_before + self._lost))
        self._lost = 0
        with _EncoderErrors():
            for packet in self._video.encode(picture):
                self._mux_video(packet)
            if self._sound is not None:
                self._mux_sound(self._sound.frames_until(frame.time_ns))
        self._last_pts = pts

    def audio(self, block: Block) -> None:
        """Take one block of sound; it is encoded when the picture has come as far."""
        if self._sound is not None:
            with _EncoderErrors():
                self._sound.add(block)

    @property
    def lost_samples(self) -> int:
        """Samples of sound that were lost before they reached us."""
        return self._sound.lost_samples if self._sound is not None else 0

    @property
    def lost_at_end(self) -> int:
        """Pictures that were lost after the last one that could be encoded."""
        return self._lost

    @property
    def silence_samples(self) -> int:
        """Samples of silence that stand where no sound arrived."""
        return self._sound.silence_samples if self._sound is not None else 0

    def finish(self, end_ns: int | None = None) -> int:
        """End picture and sound together and flush everything into the sink.

        The last picture is held until `end_ns`; None: for one nominal frame duration. Returns the
        monotonic time at which the part ends; nothing may follow. Raises EncoderFailed.
        """
        least = self._last_pts + 1
        wanted = self._last_pts + self._frame_ticks
        if end_ns is not None:
            wanted = self._ticks(end_ns)
        end_pts = max(least, wanted)
        end_ns = self._start_ns + end_pts * _SECOND_NS // VIDEO_TICKS
        with _EncoderErrors():
            for packet in self._video.encode(None):
                self._mux_video(packet)
            if self._held is not None:
                self._release(end_pts)
            if self._sound is not None:
                self._mux_sound(self._sound.end(end_ns))
                self._container.mux(self._audio.encode(None))
            self._container.close()
        return end_ns

    def _video_stream(self, fps: Fraction) -> av.VideoStream:
        stream = self._container.add_stream("libx264", rate=fps, options=_H264)
        stream.width, stream.height = self._pictures.width, self._pictures.height
        stream.pix_fmt = "yuv420p"
        stream.time_base = _TIME_BASE
        context = stream.codec_context
        context.time_base = _TIME_BASE
        context.thread_count = 2
        context.color_range, context.colorspace = LIMITED_RANGE, BT601
        context.color_primaries = context.color_trc = _BT709
        return stream

    def _audio_stream(self) -> av.AudioStream:
        stream = self._container.add_stream("aac", rate=RATE_HZ, layout="mono")
        stream.bit_rate = 96_000
        stream.codec_context.open()
        return stream

    def _ticks(self, time_ns: int) -> int:
        return ((time_ns - self._start_ns) * 9 + 50_000) // 100_000

    def _pts(self, time_ns: int) -> int:
        # Two frames of one time stamp would be one frame to a player.
        return max(self._ticks(time_ns), self._last_pts + 1)

    def _mux_video(self, packet: "av.Packet[av.VideoStream]") -> None:
        # Each packet waits for the next one, which says how long it lasts: so the durations in
        # the file are true at the end of a fragment too.
        if self._held is not None and packet.pts is not None:
            self._release(packet.pts)
        self._held = packet

    def _release(self, next_pts: int) -> None:
        packet, self._held = self._held, None
        if packet is not None and packet.pts is not None:
            packet.duration = next_pts - packet.pts
            self._container.mux(packet)

    def _mux_sound(self, frames: list[av.AudioFrame]) -> None:
        for frame in frames:
            self._container.mux(self._audio.encode(frame))


class _EncoderErrors:
    """Turns FFmpeg's errors into ours."""

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, av.error.FFmpegError):
            raise EncoderFailed(
                f"The encoder stopped ({error}). Every segment that was closed is safe."
            ) from error
