"""One part's encoders and muxer: pictures and sound in, fragmented MP4 as bytes out.

One continuous track of pictures and one AAC encoder for the whole part, so that nothing is lost
where a segment ends. Times are the capture times; nothing is numbered by a frame rate. It owns no
thread and no file: the bytes go to a callback as soon as a fragment of 0.5 s is whole.
"""

import io
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Final

import av
import av.error

from desktop.recording.encoding import DEFAULT, Encoding
from desktop.recording.errors import EncoderFailed
from desktop.recording.model import FRAGMENT_S, KEY_FRAME_S
from desktop.recording.picture_track import Packets, picture_track
from desktop.recording.pictures import PictureUnreadable
from desktop.recording.segmenter import Captured
from desktop.recording.sound_ledger import NOTHING_NEW
from desktop.recording.soundtrack import Soundtrack
from desktop.recording.sources import RATE_HZ, Block, Frame
from holdfast.announcement import Audio, Video
from holdfast.fragments import VIDEO_TICKS

_KEY_FRAME_TICKS: Final = round(KEY_FRAME_S * VIDEO_TICKS)
_SECOND_NS: Final = 1_000_000_000
_USUAL_FPS: Final = 30.0
# delay_moov: only so is the encoder's priming in an edit list, and sound in its place.
_FLAGS: Final = "+delay_moov+default_base_moof+negative_cts_offsets+skip_trailer"
_FRAGMENT_US: Final = str(round(FRAGMENT_S * 1_000_000))


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
    that was encoded, before its bytes reach `sink`; of the last one again where sound was lost
    after it. Both are called from within `video`, `audio`
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
        encoding: Encoding = DEFAULT,
    ) -> None:
        self._start_ns = start_ns
        self._captured = captured
        fps = video.nominal_fps if video.nominal_fps > 0 else _USUAL_FPS
        self._frame_ticks = max(1, round(VIDEO_TICKS / fps))
        self._last_pts = -1
        self._last_ns = start_ns
        self._last_key_pts: int | None = None
        self._lost = 0
        self._given = self._muxed = 0
        self._held: av.Packet[Any] | None = None
        self._sound: Soundtrack | None = None
        try:
            self._container = av.open(
                _ByteSink(sink), "w", format="mp4", options=_muxer_options(encoding)
            )
            rate = Fraction(fps).limit_denominator(1001)
            self._pictures = picture_track(self._container, video, encoding, rate)
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
            self._pictures.prepare(frame)
        except PictureUnreadable:
            self.unreadable_frames += 1
            self._lost += 1 + frame.lost_before
            return
        except EncoderFailed:
            self.finish()
            raise
        pts = self._pts(frame.time_ns)
        is_key = self._last_key_pts is None or pts - self._last_key_pts >= _KEY_FRAME_TICKS
        if is_key:
            self._last_key_pts = pts
        with _ENCODER_ERRORS:
            heard = [] if self._sound is None else self._sound.frames_until(frame.time_ns)
        if self._captured is not None:
            news = None if self._sound is None else self._sound.news()
            self._captured(Captured(pts, frame.time_ns, frame.lost_before + self._lost, news))
        self._lost = 0
        with _ENCODER_ERRORS:
            self._mux_video(self._pictures.encode(pts, is_key=is_key))
            self._mux_sound(heard)
        self._given += 1
        self._last_pts = pts
        self._last_ns = frame.time_ns

    def audio(self, block: Block) -> None:
        """Take one block of sound; it is encoded when the picture has come as far."""
        if self._sound is not None:
            with _ENCODER_ERRORS:
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
        with _ENCODER_ERRORS:
            self._mux_video(self._pictures.rest())
        return self._close(end_ns)

    def give_up(self, end_ns: int) -> int:
        """Flush what the picture encoder gave before it broke; nothing may follow.

        Returns how many pictures it kept. Raises EncoderFailed.
        """
        held = 1 if self._held is not None else 0
        missing = self._given - self._muxed - held
        if self._muxed or held:
            self._close(end_ns)
        return missing

    def _close(self, end_ns: int | None) -> int:
        least = self._last_pts + 1
        wanted = self._last_pts + self._frame_ticks
        if end_ns is not None:
            wanted = self._ticks(end_ns)
        end_pts = max(least, wanted)
        end_ns = self._start_ns + end_pts * _SECOND_NS // VIDEO_TICKS
        with _ENCODER_ERRORS:
            sound = [] if self._sound is None else self._sound.end(end_ns)
        self._tell_the_rest()
        with _ENCODER_ERRORS:
            if self._held is not None:
                self._release(end_pts)
            if self._sound is not None:
                self._mux_sound(sound)
                self._container.mux(self._audio.encode(None))
            self._container.close()
        return end_ns

    def _tell_the_rest(self) -> None:
        """Add what was lost after the last picture to what was told of it."""
        news = NOTHING_NEW if self._sound is None else self._sound.news()
        if self._captured is None or self._last_pts < 0 or not (news.lost or news.silent):
            return
        self._captured(Captured(self._last_pts, self._last_ns, 0, news))

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

    def _mux_video(self, packets: Packets) -> None:
        # Each packet waits for the next one, which says how long it lasts: so the durations in
        # the file are true at the end of a fragment too.
        for packet in packets:
            if self._held is not None and packet.pts is not None:
                self._release(packet.pts)
            self._held = packet

    def _release(self, next_pts: int) -> None:
        packet, self._held = self._held, None
        if packet is not None and packet.pts is not None:
            packet.duration = next_pts - packet.pts
            self._container.mux(packet)
            self._muxed += 1

    def _mux_sound(self, frames: list[av.AudioFrame]) -> None:
        for frame in frames:
            self._container.mux(self._audio.encode(frame))


def _muxer_options(encoding: Encoding) -> dict[str, str]:
    # Where every picture is a key frame, each would become a fragment and be written by itself.
    keys = "" if encoding.copies else "+frag_keyframe"
    return {"movflags": _FLAGS + keys, "frag_duration": _FRAGMENT_US}


class _EncoderErrors:
    """Turns FFmpeg's errors into ours."""

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, av.error.FFmpegError):
            raise EncoderFailed(
                f"The encoder stopped ({error}). Every segment that was closed is safe."
            ) from error


_ENCODER_ERRORS: Final = _EncoderErrors()
