"""One encoder tried with pictures whose numbers can be read back. Runs in a process of its own.

A driver may abort, hang or give pictures that look right and are in the wrong order. What is
examined is what a recording would hold: the bytes of a whole part. It writes no file.
"""

import io
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Any, Final

import av
import av.error
import cv2
import numpy as np
from av.container import InputContainer

from desktop.recording.encoder import PartEncoder
from desktop.recording.encoding import Encoding
from desktop.recording.errors import EncoderFailed
from desktop.recording.model import KEY_FRAME_S
from desktop.recording.scene_code import read_code
from desktop.recording.scene_picture import ScenePainter
from desktop.recording.sources import Frame, Pixels
from holdfast.announcement import Video
from holdfast.fragments import VIDEO_TICKS, Damaged, Fragment, Init, Splitter, content

WIDTH, HEIGHT, FPS = 640, 360, 20
PICTURES: Final = 60
LEAST_PSNR_DB: Final = 27.0
"""x264 at crf 23 reaches more than 35 dB with this scene; below 27 a face is not to be judged."""
_INTERVALS_MS: Final = (50, 47, 61, 33, 59)
"""Never the nominal rate: an encoder that invents its own times is found out."""


class Refused(Exception):
    """Why the encoder cannot be trusted; one sentence."""


def main(connection: "Connection[Any, Any]", encoding: Encoding) -> None:
    """Send back None where the encoder passed, else the reason."""
    # Only one thread, so that a recording that runs beside it hardly notices.
    cv2.setNumThreads(1)
    try:
        examine(encoding)
    except Refused as refusal:
        connection.send(str(refusal))
    else:
        connection.send(None)


def examine(encoding: Encoding) -> None:
    """Encode the scene as a recording does, and read it back. Raises Refused."""
    sources = [Frame(time_ns, pixels=_painted(number)) for number, time_ns in _times()]
    data = _encoded(encoding, sources)
    init, fragments = _whole(data)
    times = tuple(round(frame.time_ns * VIDEO_TICKS / 1e9) for frame in sources)
    found = content(init, fragments).video_pts
    if len(found) != len(times):
        raise Refused(f"It gave {len(found)} pictures instead of {len(times)}.")
    if any(abs(one - other) > 1 for one, other in zip(found, times, strict=True)):
        raise Refused("It changed the pictures' times or their order.")
    _check_pictures(data, sources)
    _check_second_key_frame(init, fragments, times)


def _times() -> Iterator[tuple[int, int]]:
    time_ns = 0
    for number in range(PICTURES):
        yield number, time_ns
        time_ns += _INTERVALS_MS[number % len(_INTERVALS_MS)] * 1_000_000


def _painted(number: int) -> Pixels:
    return ScenePainter(WIDTH, HEIGHT, FPS).paint(number)


def _encoded(encoding: Encoding, frames: list[Frame]) -> bytes:
    pieces: list[bytes] = []
    video = Video("h264", WIDTH, HEIGHT, float(FPS), "test", "Built-in scene")
    try:
        encoder = PartEncoder(video, None, pieces.append, 0, encoding=encoding)
        for frame in frames:
            encoder.video(frame)
        encoder.finish()
    except EncoderFailed as error:
        cause = error.__cause__
        told = str(error)
        if isinstance(cause, av.error.FFmpegError):
            told = f"It could not be used ({cause.strerror})."
        raise Refused(told) from error
    return b"".join(pieces)


def _whole(data: bytes) -> tuple[Init, list[Fragment]]:
    try:
        items = Splitter().feed(data)
    except Damaged as error:
        raise Refused(f"What it wrote is damaged: {error}.") from error
    init = next((each for each in items if isinstance(each, Init)), None)
    track = init.track("video") if init is not None else None
    if init is None or track is None:
        raise Refused("It wrote nothing that a player could begin with.")
    if track.nal_length_bytes is None:
        raise Refused("It gives no H.264 parameter sets for the beginning of the file.")
    return init, [each for each in items if isinstance(each, Fragment)]


def _check_pictures(data: bytes, sources: list[Frame]) -> None:
    pictures = _decoded(data)
    numbers = [code.frame if (code := read_code(each)) else None for each in pictures]
    if numbers != list(range(len(sources))):
        raise Refused("Its pictures cannot be read back in their order.")
    for number, (picture, source) in enumerate(zip(pictures, sources, strict=True)):
        assert source.pixels is not None
        psnr_db = cv2.PSNR(picture, source.pixels)
        if psnr_db < LEAST_PSNR_DB:
            raise Refused(
                f"Picture {number} is too far from the original"
                f" ({psnr_db:.0f} dB; {LEAST_PSNR_DB:.0f} are needed)."
            )


def _check_second_key_frame(init: Init, fragments: list[Fragment], times: tuple[int, ...]) -> None:
    """A segment may begin there: it must decode without anything that came before it."""
    due = next(at for at, time in enumerate(times) if time >= KEY_FRAME_S * VIDEO_TICKS)
    video = init.track("video")
    before = 0
    for at, fragment in enumerate(fragments):
        run = fragment.run(video)
        if run is not None and before == due and run.starts_with_key:
            alone = init.data + b"".join(each.data for each in fragments[at:])
            codes = [read_code(each) for each in _decoded(alone)]
            if [code.frame for code in codes if code] == list(range(due, len(times))):
                return
        before += run.count if run is not None else 0
    raise Refused("It makes no key frame where one is asked for.")


def _decoded(data: bytes) -> list[Pixels]:
    try:
        with av.open(io.BytesIO(data), "r", format="mp4") as container:
            assert isinstance(container, InputContainer)
            return [
                np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
                for frame in container.decode(video=0)
            ]
    except av.error.FFmpegError as error:
        raise Refused(f"What it wrote cannot be decoded ({error}).") from error
