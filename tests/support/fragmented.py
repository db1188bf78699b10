"""Small, real fragmented MP4: what a recorder's segments and torn parts are made of in tests.

Encoded here and now by libx264 and AAC, so that no test leans on bytes that somebody typed.
"""

import io
from fractions import Fraction

import av
import numpy as np

from holdfast.fragments import whole_prefix

TICK = Fraction(1, 90_000)
SIZE = 64
FPS = 30
_RATE_HZ = 48_000
_BLOCK = 1024


class _Sink(io.RawIOBase):
    """Takes what the muxer writes, and cannot seek, as a segment being written cannot."""

    def __init__(self) -> None:
        super().__init__()
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def write(self, data: object) -> int:
        block = bytes(data)  # type: ignore[call-overload]  # any buffer, as the muxer gives it
        self.written += block
        return len(block)


def fragmented_mp4(frames: int, *, sound: bool = True, first_frame: int = 0) -> bytes:
    """`frames` pictures at 30 a second in fragments of half a second, from `first_frame` on."""
    sink = _Sink()
    options = {
        "movflags": "+frag_keyframe+delay_moov+default_base_moof+negative_cts_offsets",
        "frag_duration": "500000",
    }
    with av.open(sink, "w", format="mp4", options=options) as container:
        video = container.add_stream("libx264", rate=FPS)
        video.width = video.height = SIZE
        video.pix_fmt = "yuv420p"
        video.codec_context.time_base = TICK
        video.options = {"preset": "ultrafast", "tune": "zerolatency", "g": str(FPS * 2)}
        audio = container.add_stream("aac", rate=_RATE_HZ, layout="mono") if sound else None
        samples = 0
        for number in range(first_frame, first_frame + frames):
            picture = np.full((SIZE, SIZE, 3), (number * 7) % 256, np.uint8)
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv420p")
            frame.pts = number * 3000
            frame.time_base = TICK
            container.mux(video.encode(frame))
            while audio is not None and samples * FPS < (number - first_frame + 1) * _RATE_HZ:
                block = av.AudioFrame.from_ndarray(
                    np.zeros((1, _BLOCK), np.float32), format="fltp", layout="mono"
                )
                block.sample_rate = _RATE_HZ
                block.pts = samples
                samples += _BLOCK
                container.mux(audio.encode(block))
        container.mux(video.encode(None))
        if audio is not None:
            container.mux(audio.encode(None))
    # Without the index of fragments at the very end, which no segment has.
    return bytes(sink.written[: whole_prefix(bytes(sink.written))])
