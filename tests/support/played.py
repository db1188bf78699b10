"""What a media file really shows and sounds like, read back from its decoded frames and samples."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from desktop.recording.scene_code import SceneCode, read_code
from desktop.recording.scene_picture import ScenePainter

RATE_HZ = 48_000


@dataclass(frozen=True, slots=True)
class Shown:
    """One frame: when the file shows it, and what the scene's code in it says."""

    t_s: float
    code: SceneCode

    @property
    def scene_s(self) -> float:
        """The scene's own time of this frame, in seconds."""
        return self.code.time_us / 1e6


def shown_by(file: Path) -> list[Shown]:
    """Every frame of a file, in its order. Fails where a frame carries no code."""
    frames: list[Shown] = []
    with av.open(str(file)) as container:
        for frame in container.decode(video=0):
            code = read_code(frame.to_ndarray(format="gray").astype(np.uint8))
            assert code is not None, f"frame {len(frames)} of {file} shows no code"
            assert frame.time is not None
            frames.append(Shown(frame.time, code))
    return frames


def sound_of(file: Path) -> npt.NDArray[np.float64]:
    """All samples of a file's first channel, at RATE_HZ, between -1 and 1."""
    with av.open(str(file)) as container:
        assert container.streams.audio[0].rate == RATE_HZ
        pieces = [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
    return np.concatenate(pieces).astype(np.float64)


def loudest_hz(sound: npt.NDArray[np.float64]) -> float:
    """The frequency that stands out in a sound."""
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return float(np.fft.rfftfreq(len(sound), 1 / RATE_HZ)[np.argmax(spectrum)])


def make_video(file: Path, frames: int, rate: Fraction, size: tuple[int, int]) -> None:
    """A lossless video (.mov) of the scene's frames 0, 1, ... at any rate and of any size."""
    width, height = size
    painter = ScenePainter(width, height, 30)
    with av.open(str(file), "w") as container:
        stream = container.add_stream("qtrle", rate=rate)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = width, height, "rgb24"
        for number in range(frames):
            picture = av.VideoFrame.from_ndarray(painter.paint(number), format="bgr24")
            picture.pts, picture.time_base = number, 1 / rate
            container.mux(stream.encode(picture.reformat(format="rgb24")))
        container.mux(stream.encode(None))


def numbers(frames: Sequence[Shown]) -> list[int]:
    """The frames' numbers, in the order in which they are shown."""
    return [each.code.frame for each in frames]
