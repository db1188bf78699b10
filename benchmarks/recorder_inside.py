"""One recorder in a process of its own, so that its lateness, memory and syncs can be looked at.

Run by the other benches: `python -m benchmarks.recorder_inside late|paint|full|synced FOLDER ...`;
it prints what it saw as one line of JSON.
"""

import json
import os
import stat
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
import psutil

from desktop.recording.capture import Capture, Notice
from desktop.recording.host import share_memory_among_threads
from desktop.recording.microphone import audio_source
from desktop.recording.model import (
    CaptureRequest,
    Close,
    Event,
    PartBegan,
    Ready,
    RecordingEnded,
    RecordingRequest,
    StartRecording,
)
from desktop.recording.part import Medium
from desktop.recording.parts import PartsRecorder
from desktop.recording.recorder import Recorder
from desktop.recording.scene_picture import ScenePainter
from desktop.recording.sources import Frame
from desktop.recording.test_scene import TestScene
from holdfast.announcement import Video
from holdfast.clock import SystemClock
from holdfast.ids import new_id

_FULL_S: Final = 6.0
_ROOM, _CODED = "room.npy", "room.jpg"


class WatchedScene(TestScene):
    """The live scene; notes how late each picture was taken."""

    def __init__(self) -> None:
        clock = SystemClock()
        super().__init__(True, clock)
        self._watch = clock
        self.late_ms: list[float] = []

    def read(self, stop: threading.Event) -> Frame | None:
        frame = super().read(stop)
        if frame is not None:
            self.late_ms.append((self._watch.monotonic_ns() - frame.time_ns) / 1e6)
        return frame


def _request(folder: Path, seconds: float | None) -> RecordingRequest:
    now = SystemClock().now()
    folder.mkdir(parents=True, exist_ok=True)
    return RecordingRequest(
        folder=folder,
        recording=new_id(now),
        session=new_id(now),
        participant="bench",
        study=None,
        prompt=None,
        take=1,
        device=new_id(now),
        app_version="bench",
        seconds=seconds,
    )


def _record(folder: Path, seconds: float) -> tuple[WatchedScene, int]:
    """Record the live scene; returns it and the recording's zero."""
    scene = WatchedScene()
    clock = SystemClock()
    zero_ns: list[int] = []

    def make_capture(notify: Callable[[Notice], None]) -> Capture:
        request = CaptureRequest("test:live")
        return Capture(scene, lambda: audio_source(request, clock, scene), clock, notify)

    def report(event: Event) -> None:
        match event:
            case Ready():
                recorder.post(StartRecording(_request(folder, seconds)))
            case PartBegan():
                zero_ns.append(event.zero_ns)
                scene.late_ms.clear()
            case RecordingEnded():
                recorder.post(Close())

    recorder = Recorder(make_capture, clock, report, live=True, once=False)
    recorder.run()
    return scene, zero_ns[0]


def late(folder: Path, seconds: float) -> dict[str, Any]:
    """How late each picture was taken, in milliseconds."""
    scene, _ = _record(folder, seconds)
    return {"late_ms": [round(each, 3) for each in scene.late_ms]}


def synced(folder: Path, seconds: float) -> dict[str, Any]:
    """When which file was forced to the disk up to which size, and the recording's zero."""
    seen: list[tuple[int, int, int]] = []

    def noting(sync: Callable[[int], None]) -> Callable[[int], None]:
        def noted(descriptor: int) -> None:
            before = os.fstat(descriptor)
            sync(descriptor)
            if stat.S_ISREG(before.st_mode):
                # What was written while it synced may or may not be there: it does not count.
                seen.append((time.monotonic_ns(), before.st_ino, before.st_size))

        return noted

    os.fsync, os.fdatasync = noting(os.fsync), noting(os.fdatasync)  # type: ignore[assignment]
    _, zero_ns = _record(folder, seconds)
    return {"zero_ns": zero_ns, "syncs": seen}


def paint(folder: Path, _: str) -> dict[str, Any]:
    """Leave the picture that `full` is given there: what paints it is no part of a recorder."""
    import cv2

    width, height = 1920, 1080
    room = ScenePainter(width, height, 30).paint(0)
    noise = np.zeros((height, width, 3), np.int8)
    cv2.randn(noise, np.zeros(3), np.full(3, 3.0))
    room = np.asarray(cv2.add(room, noise, dtype=cv2.CV_8U), np.uint8)
    np.save(folder / _ROOM, room)
    coded = cv2.imencode(".jpg", room, [cv2.IMWRITE_JPEG_QUALITY, 80])[1]
    (folder / _CODED).write_bytes(coded.tobytes())
    return {}


def full(folder: Path, kind: str) -> dict[str, Any]:
    """The most memory with the queue full of pictures of 1920 x 1080."""
    import cv2

    # As the recorder itself does: OpenCV's threads would only be in the encoder's way.
    cv2.setNumThreads(1)
    share_memory_among_threads()
    room, coded = np.load(folder.parent / _ROOM), (folder.parent / _CODED).read_bytes()
    video = Video("h264", room.shape[1], room.shape[0], 30.0, "bench", "Bench")
    parts = PartsRecorder(
        _request(folder, None),
        Medium(video, None, live=True),
        SystemClock(),
        lambda event: None,
        lambda: None,
    )
    parts.start()
    until_s = time.monotonic() + _FULL_S
    given = most = 0
    process = psutil.Process()
    pause = threading.Event()
    while time.monotonic() < until_s:
        now_ns = time.monotonic_ns()
        if kind == "jpeg":
            frame = Frame(now_ns, jpeg=coded[:-2] + b"\xff\xd9")
        else:
            frame = Frame(now_ns, pixels=np.array(room, np.uint8))
        parts.offer_frame(frame)
        given += 1
        most = max(most, process.memory_info().rss)
        pause.wait(0.004)
    parts.finish()
    dropped = given - parts.totals.frames
    return {"most_bytes": most, "dropped": dropped, "picture_bytes": frame.size_bytes}


if __name__ == "__main__":
    _, what, where, value = sys.argv
    answers: dict[str, Callable[[], dict[str, Any]]] = {
        "late": lambda: late(Path(where), float(value)),
        "synced": lambda: synced(Path(where), float(value)),
        "paint": lambda: paint(Path(where), value),
        "full": lambda: full(Path(where), value),
    }
    print(json.dumps(answers[what]()), flush=True)
