"""A film's sound as blocks of samples, decoded in bounded work."""

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import InvalidDataError

from server.jobs.film_source import LENGTH_MOST_S
from server.jobs.parts import CannotSucceed

Sound = npt.NDArray[np.float32]
"""Channels x samples, 1 is full scale; a decoder may go beyond it."""
CHANNELS_MOST: Final = 16
RATE_MOST_HZ: Final = 192_000


def sound_track(container: InputContainer) -> AudioStream | None:
    """The first sound track, or None. Raises CannotSucceed where it claims to be no real one."""
    if not container.streams.audio:
        return None
    stream = container.streams.audio[0]
    context = stream.codec_context
    if not 0 < context.sample_rate <= RATE_MOST_HZ or context.layout.nb_channels > CHANNELS_MOST:
        raise CannotSucceed(
            f"Its sound claims {context.layout.nb_channels} channels at {context.sample_rate} Hz, "
            "which is not decoded here. The file is kept as it is."
        )
    return stream


def blocks(container: InputContainer, stream: AudioStream) -> Iterator[tuple[float, Sound]]:
    """Each block with its time from the film's start, in seconds. Damaged packets are left out."""
    # The same rate and channels: only the way numbers are written differs between codecs.
    planar = AudioResampler(format="fltp")
    heard_s = 0.0
    for packet in container.demux(stream):
        try:
            decoded = packet.decode()
        except InvalidDataError:
            continue
        for frame in decoded:
            assert isinstance(frame, AudioFrame)
            for each in planar.resample(frame):
                heard_s += each.samples / each.sample_rate
                if heard_s > LENGTH_MOST_S:
                    raise CannotSucceed("The film has more than a week of sound.")
                yield float(each.time or 0.0), np.asarray(each.to_ndarray(), np.float32)
