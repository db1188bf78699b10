"""What one picture costs beside its encoding: tiny pictures and their sound through the whole path.

Measured is a whole part: sound brought into step, pictures converted, encoders and muxer, cutting,
hashing, writing and syncing; without the queue before it, which a camera's pace keeps empty. The
peer is the same pair of encoders in a bare PyAV loop that writes into memory. Both take pictures
of 16 x 16, which cost an encoder next to nothing.
"""

import io
import time
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
import cv2
import numpy as np

from benchmarks.report import Goal, heading, say
from desktop.recording.model import RecordingRequest
from desktop.recording.part import Medium, Part
from desktop.recording.segmenter import Place
from desktop.recording.sources import RATE_HZ, Block, Frame
from holdfast.announcement import Audio, Video
from holdfast.clock import SystemClock
from holdfast.ids import new_id

GOAL_MS: Final = 0.1
FPS: Final = 30
_SIDE: Final = 16
_BLOCK: Final = 960
_SECOND_NS: Final = 1_000_000_000
_VIDEO: Final = Video("h264", _SIDE, _SIDE, float(FPS), "bench", "Bench")
_AUDIO: Final = Audio("aac", RATE_HZ, 1, "Bench")
_PIXELS: Final = np.full((_SIDE, _SIDE, 3), 128, np.uint8)
_SAMPLES: Final = np.zeros(_BLOCK, np.int16)


def measure(folder: Path, frames: int) -> list[Goal]:
    """Send so many pictures through both; returns what was shown."""
    heading("Processor time of one picture beside its encoding")
    say(f"{frames} pictures of {_SIDE} x {_SIDE}, {FPS} a second, with sound in blocks of 20 ms.")
    ours_ms = 1000 * _ours_s(folder, frames) / frames
    bare_ms = 1000 * _bare_s(frames) / frames
    say(f"Whole path {ours_ms:.3f} ms a picture; the encoders alone {bare_ms:.3f} ms.")
    more_ms = ours_ms - bare_ms
    text = f"at most {GOAL_MS} ms a picture beside its encoding: {more_ms:.3f} ms"
    return [Goal(text, more_ms <= GOAL_MS)]


def _ours_s(folder: Path, frames: int) -> float:
    # As the recorder itself does: for a picture so small OpenCV's threads are the whole cost.
    cv2.setNumThreads(1)
    clock = SystemClock()
    place = folder / "cost"
    place.mkdir()
    request = RecordingRequest(
        folder=place,
        recording=new_id(clock.now()),
        session=new_id(clock.now()),
        participant="bench",
        study=None,
        prompt=None,
        take=1,
        device=new_id(clock.now()),
        app_version="bench",
    )
    given = _input(frames)
    before_s = time.process_time()
    part = Part(
        request,
        Medium(_VIDEO, _AUDIO, live=True),
        Place(request.recording, 0, 0.0),
        given[0][0],
        clock,
        note_losses=lambda losses: None,
        on_closed=lambda sidecar: None,
        on_failed=lambda error: None,
    )
    for frame, blocks in given:
        for block in blocks:
            part.audio(block)
        part.video(frame)
    part.finish(None)
    part.close()
    part.raise_writer_failure()
    return time.process_time() - before_s


def _bare_s(frames: int) -> float:
    before_s = time.process_time()
    with av.open(io.BytesIO(), "w", format="mp4") as container:
        video = container.add_stream("libx264", rate=FPS, options=_H264)
        video.width = video.height = _SIDE
        video.pix_fmt = "yuv420p"
        video.codec_context.thread_count = 2
        audio = container.add_stream("aac", rate=RATE_HZ, layout="mono")
        audio.bit_rate = 96_000
        sound = np.zeros((1, RATE_HZ // FPS), np.int16)
        picture = av.VideoFrame(_SIDE, _SIDE, "yuv420p")
        for number in range(frames):
            picture.pts, picture.time_base = number, Fraction(1, FPS)
            container.mux(video.encode(picture))
            heard = av.AudioFrame.from_ndarray(sound, format="s16", layout="mono")
            heard.sample_rate, heard.pts = RATE_HZ, number * RATE_HZ // FPS
            heard.time_base = Fraction(1, RATE_HZ)
            container.mux(audio.encode(heard))
        container.mux(video.encode(None))
        container.mux(audio.encode(None))
    return time.process_time() - before_s


_H264: Final = {"preset": "veryfast", "tune": "zerolatency", "crf": "23", "bf": "0"}


def _input(frames: int) -> "list[tuple[Frame, list[Block]]]":
    """Each picture with the sound before it; made beforehand, so that it costs nothing."""
    start_ns = time.monotonic_ns()
    made = []
    heard = 0
    for number in range(frames):
        until = number * RATE_HZ // FPS
        blocks = []
        while heard + _BLOCK <= until:
            blocks.append(Block(start_ns + heard * _SECOND_NS // RATE_HZ, _SAMPLES))
            heard += _BLOCK
        made.append((Frame(start_ns + number * _SECOND_NS // FPS, pixels=_PIXELS), blocks))
    return made
