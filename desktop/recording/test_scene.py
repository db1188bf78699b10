"""The built-in scene: a picture source and a sound source that need no device.

Its clock runs with the monotonic clock from an origin: frame n is taken at `origin + n / fps` and
sample k at `origin + k / 48000`, exactly. The paced scene waits for its consumer and never drops;
the live one behaves like a camera whose driver has a ring of four pictures. No encoder and no file.
"""

import threading
from collections.abc import Callable
from typing import Final

import numpy as np

from desktop.recording.errors import RecordingError
from desktop.recording.scene_code import SceneCode, draw_code, read_code
from desktop.recording.scene_picture import FLASH_AT_S, FLASH_S, ScenePainter, is_flash
from desktop.recording.sources import RATE_HZ, Block, Frame, Samples
from holdfast.announcement import Video
from holdfast.clock import Clock

__all__ = [
    "FLASH_AT_S",
    "FLASH_S",
    "SceneCode",
    "SceneTone",
    "TestScene",
    "draw_code",
    "is_flash",
    "read_code",
]

RING_FRAMES: Final = 4
"""Pictures that a live scene keeps for a reader who is late, as a camera's driver does."""

_SECOND_NS: Final = 1_000_000_000
_LIVE_BLOCK_SAMPLES: Final = 960
_BEEP_HZ: Final = 1000
_HUM_HZ: Final = 440
_BEEP_LEVEL: Final = 0.5
_HUM_LEVEL: Final = 0.02


class TestScene:
    """The scene as a `VideoSource`. `origin_ns` is frame 0's instant; None: the first read's.

    With an origin in the past it goes on where the scene is now, without counting what it missed.
    """

    __test__ = False  # The name is the product's, not a test's.

    def __init__(
        self,
        live: bool,
        clock: Clock,
        *,
        width: int = 1280,
        height: int = 720,
        fps: int = 30,
        origin_ns: int | None = None,
    ) -> None:
        self.live = live
        self.fps = fps
        self._size = (width, height)
        self._clock = clock
        self._origin_lock = threading.Lock()
        self._origin_ns = origin_ns
        self._next: int | None = None
        self._painter: ScenePainter | None = None
        self._closed = threading.Event()
        self._sound: Callable[[int, int], None] | None = None

    def open(self) -> Video:
        width, height = self._size
        self._painter = ScenePainter(width, height, self.fps)
        return Video("h264", width, height, float(self.fps), "test", "Built-in scene")

    def start_clock(self) -> int:
        """The monotonic instant of frame 0, which is now if it was not fixed before."""
        with self._origin_lock:
            if self._origin_ns is None:
                self._origin_ns = self._clock.monotonic_ns()
            return self._origin_ns

    def frame_time_ns(self, number: int) -> int:
        """The monotonic instant at which a frame is taken."""
        return self.start_clock() + number * _SECOND_NS // self.fps

    def follow_with_sound(self, sound: Callable[[int, int], None] | None) -> None:
        """Have a paced scene's tone called before each frame, with its samples [first, end)."""
        self._sound = sound

    def read(self, stop: threading.Event) -> Frame | None:
        painter = self._painter
        if painter is None:
            raise RecordingError("The scene was read before it was opened: nothing is recorded.")
        if self._next is None:
            self._next = self._frame_now()
        if not self._wait_for(self._next, stop):
            return None
        lost = self._lost_in_ring(self._next)
        number = self._next + lost
        self._next = number + 1
        if self._sound is not None:
            self._sound(number * RATE_HZ // self.fps, (number + 1) * RATE_HZ // self.fps)
        return Frame(self.frame_time_ns(number), pixels=painter.paint(number), lost_before=lost)

    def close(self) -> None:
        self._closed.set()

    def _frame_now(self) -> int:
        """The first frame that is not over yet."""
        since_ns = self._clock.monotonic_ns() - self.start_clock()
        return max(0, -(-since_ns * self.fps // _SECOND_NS))

    def _wait_for(self, number: int, stop: threading.Event) -> bool:
        """Wait until the frame is taken; False if the source is stopped before."""
        due_ns = self.frame_time_ns(number)
        while not self._closed.is_set() and not stop.is_set():
            left_ns = due_ns - self._clock.monotonic_ns()
            if left_ns <= 0:
                return True
            stop.wait(left_ns / _SECOND_NS)
        return False

    def _lost_in_ring(self, number: int) -> int:
        """How many frames from this one on were overwritten before they were read."""
        if not self.live:
            return 0
        since_ns = self._clock.monotonic_ns() - self.start_clock()
        newest = since_ns * self.fps // _SECOND_NS
        return max(0, newest - (RING_FRAMES - 1) - number)


class SceneTone:
    """The scene's sound as an `AudioSource`: a soft hum, and a beep on every white flash.

    With a paced scene it keeps step with the pictures that are read, to the sample. Otherwise it
    runs by the clock on a thread of its own, like a microphone.
    """

    name = "Built-in tone"
    exact = True
    """Its blocks follow each other to the sample: there is no drift to correct."""

    def __init__(self, clock: Clock, scene: TestScene | None = None) -> None:
        self._clock = clock
        self._scene = scene
        second = _one_second()
        self._two_seconds: Samples = np.concatenate([second, second])
        self._two_seconds.setflags(write=False)
        self._deliver: Callable[[Block], None] | None = None
        self._origin_ns = 0
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def open(self, deliver: Callable[[Block], None]) -> None:
        self._deliver = deliver
        if self._scene is not None and not self._scene.live:
            self._scene.follow_with_sound(self._give)
            return
        self._thread = threading.Thread(target=self._run, name="scene-tone", daemon=True)
        self._thread.start()

    def close(self) -> None:
        if self._scene is not None:
            self._scene.follow_with_sound(None)
        self._stop.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def block(self, first: int, end: int, origin_ns: int) -> Block:
        """Samples [first, end) of the scene, at most one second of them."""
        start = first % RATE_HZ
        samples = self._two_seconds[start : start + end - first]
        return Block(origin_ns + first * _SECOND_NS // RATE_HZ, samples)

    def _give(self, first: int, end: int) -> None:
        if self._deliver is not None and self._scene is not None:
            self._deliver(self.block(first, end, self._scene.start_clock()))

    def _run(self) -> None:
        now_ns = self._clock.monotonic_ns()
        origin_ns = now_ns if self._scene is None else self._scene.start_clock()
        first = max(0, (now_ns - origin_ns) * RATE_HZ // _SECOND_NS)
        while not self._stop.is_set():
            end = first + _LIVE_BLOCK_SAMPLES
            left_ns = origin_ns + end * _SECOND_NS // RATE_HZ - self._clock.monotonic_ns()
            if left_ns > 0:
                self._stop.wait(left_ns / _SECOND_NS)
                continue
            if self._deliver is not None:
                self._deliver(self.block(first, end, origin_ns))
            first = end


def _one_second() -> Samples:
    """Hum and beep have whole numbers of waves in a second, so that one second repeats for ever."""
    t_s = np.arange(RATE_HZ) / RATE_HZ
    sound = _HUM_LEVEL * np.sin(2 * np.pi * _HUM_HZ * t_s)
    beep = slice(round(FLASH_AT_S * RATE_HZ), round((FLASH_AT_S + FLASH_S) * RATE_HZ))
    sound[beep] += _BEEP_LEVEL * np.sin(2 * np.pi * _BEEP_HZ * t_s[: beep.stop - beep.start])
    return np.round(sound * 32767).astype(np.int16)
