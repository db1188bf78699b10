"""Encoded silence in a track's own format, to fill the time between two parts or lost segments.

Players count sound by what they decode, so a hole in the sound would pull all that follows ahead
of its picture. Only holes are filled; the packets of the segments stay as they are.
"""

import io
from fractions import Fraction

import av

from server.jobs.media import AudioFormat

_SAMPLE_BYTES = 4
_FRAMES = 8
"""So many frames after the start an encoder has settled."""


def silent_packet(wanted: AudioFormat) -> tuple[bytes, int] | None:
    """One packet of silence and its length in samples; None where it cannot be made to fit."""
    if wanted.codec != "aac":
        return None
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=wanted.rate_hz, layout=wanted.layout)
        stream.codec_context.open()
        size = stream.codec_context.frame_size
        packets = []
        for number in range(_FRAMES):
            frame = av.AudioFrame(format="fltp", layout=wanted.layout, samples=size)
            for plane in frame.planes:
                plane.update(bytes(_SAMPLE_BYTES * size))
            frame.sample_rate = wanted.rate_hz
            frame.pts = number * size
            frame.time_base = Fraction(1, wanted.rate_hz)
            packets += [bytes(packet) for packet in stream.encode(frame)]
        if stream.codec_context.extradata != wanted.extradata:
            return None
    return packets[-1], size
