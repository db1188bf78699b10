"""Cameras as bad as real ones, on a clock of their own: time passes when somebody reads.

A `World` is one stretch of simulated time. Its camera is a `VideoSource`, whose pictures carry
their number and true time (`scene_code`); its microphone (`simulated_sound.py`) is heard on the
way. What a device does wrong follows from its traits and a seed.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

import cv2
import numpy as np

from desktop.recording.errors import DeviceLost
from desktop.recording.scene_code import draw_code
from desktop.recording.sources import Frame, Pixels
from holdfast.announcement import Video
from tests.support.manual_clock import ManualClock

PRE_ROLL_S = 3.2
"""Sound before the first picture: what the sound system needs to become steady, and more."""
AFTER_ROLL_S = 0.4
BURST_MOST_S = 0.25
"""No driver holds a picture for longer; nor does the recorder remember the sound of before."""
_SECOND_NS = 1_000_000_000
_AHEAD_FRAMES = 20
_GIVE_UP_S = 20.0
_WAIT_S = 1.0
"""So long one picture waits: at a seam the encoder holds pictures back until their sound has come,
which needs time to pass, and time is these pictures'."""

Trouble = Literal["none", "told drops", "untold drops", "stall", "dark", "bursts", "torn pictures"]
SoundTrouble = Literal["none", "wireless pause", "overflow"]


@dataclass(frozen=True, slots=True)
class CameraTraits:
    """A camera: what it promises, what it does, and what goes wrong. `jitter` is part of a frame.

    `stamped_by` the driver: each picture has its own capture time. Else it has its arrival's.
    """

    nominal_fps: float = 30.0
    delivered_fps: float = 30.0
    width: int = 320
    height: int = 180
    jpeg: bool = False
    stamped_by: Literal["driver", "arrival"] = "driver"
    jitter: float = 0.0
    trouble: Trouble = "none"


@dataclass(frozen=True, slots=True)
class MicrophoneTraits:
    """A microphone and what its sound system offers. Its clock is `ppm` too fast."""

    rate_hz: int = 48_000
    channels: int = 1
    ppm: float = 0.0
    jitter_s: float = 0.0
    trouble: SoundTrouble = "none"


@dataclass(frozen=True, slots=True)
class Delivered:
    """One picture that a camera gave: its number, and times in seconds of the world."""

    number: int
    captured_s: float
    arrives_s: float
    stamp_s: float
    lost_before: int = 0
    torn: bool = False
    """Its JPEG cannot be read: it counts as lost."""


def deliveries(
    traits: CameraTraits, begins_s: float, seconds: float, rng: np.random.Generator
) -> list[Delivered]:
    """What the camera gives within so many seconds, in order of arrival."""
    shown: list[Delivered] = []
    arrived_s = begins_s
    lost = 0
    for number, captured_s in enumerate(_captures(traits, begins_s, seconds, rng)):
        if traits.trouble in ("told drops", "untold drops") and number and rng.random() < 0.06:
            lost += 1
            continue
        arrives_s = captured_s + 0.004
        if traits.trouble == "bursts":
            # The bus holds pictures back and hands over up to five at a time.
            arrives_s += min((4 - number % 5) / traits.delivered_fps, BURST_MOST_S)
        arrives_s = arrived_s = max(arrived_s + 0.0001, arrives_s)
        shown.append(
            Delivered(
                number,
                captured_s,
                arrives_s,
                captured_s if traits.stamped_by == "driver" else arrives_s,
                lost if traits.trouble == "told drops" else 0,
                traits.trouble == "torn pictures" and rng.random() < 0.05,
            )
        )
        lost = 0
    return shown


def _captures(
    traits: CameraTraits, begins_s: float, seconds: float, rng: np.random.Generator
) -> Iterator[float]:
    at_s = 0.0
    interval_s = 1 / traits.delivered_fps
    while at_s < seconds - 1e-6:
        yield begins_s + at_s + interval_s * min(max(rng.normal(0, traits.jitter), -0.4), 0.4)
        share = at_s / seconds
        # In the dark a camera exposes for longer than a frame of its nominal rate lasts.
        at_s += interval_s * (2.5 if traits.trouble == "dark" and 0.3 < share < 0.7 else 1)
        if traits.trouble == "stall" and share < 0.5 <= at_s / seconds:
            at_s += 1.3


class SimulatedClock(ManualClock):
    """Moved by its world; after the world's end every look at it takes 50 ms."""

    def __init__(self) -> None:
        super().__init__()
        self.zero_ns = self._monotonic_ns
        self.is_over = False

    def move_to(self, at_s: float) -> None:
        """Go to this second of the world, never back."""
        self._monotonic_ns = max(self._monotonic_ns, self.ns(at_s))

    def ns(self, at_s: float) -> int:
        """The monotonic time of a second of the world."""
        return self.zero_ns + round(at_s * _SECOND_NS)

    @property
    def now_s(self) -> float:
        return (self._monotonic_ns - self.zero_ns) / _SECOND_NS

    def monotonic_ns(self) -> int:
        if self.is_over:
            self.advance(0.05)
        return self._monotonic_ns


class Stream(Protocol):
    """What a sound system has opened."""

    def play_until(self, at_s: float) -> None:
        """Let time pass up to this second of the world."""
        ...


class World:
    """One camera and perhaps a microphone, in step on one clock. The camera's reader drives it."""

    def __init__(self, clock: SimulatedClock, microphone: MicrophoneTraits | None) -> None:
        self.clock = clock
        self.begins_s = clock.now_s
        self.microphone = microphone
        self.stream: Stream | None = None
        self.opened = threading.Event()
        clock.is_over = False

    def reach(self, at_s: float) -> None:
        """Let time pass; what the microphone says meanwhile is heard first."""
        if self.microphone is not None:
            assert self.opened.wait(_GIVE_UP_S), "nobody opened the microphone"
            assert self.stream is not None
            self.stream.play_until(at_s)
        self.clock.move_to(at_s)


class SimulatedCamera:
    """A `VideoSource` that gives these pictures, then ends or is unplugged.

    `taken` says how many pictures were encoded; None when nobody records any more. A reader that is
    too far ahead waits for it, as simulated time has no mercy with an encoder. With `hurry` it
    does not. `before` is told which picture comes next, counted from 0.
    """

    live = True

    def __init__(
        self,
        world: World,
        traits: CameraTraits,
        seconds: float,
        rng: np.random.Generator,
        *,
        taken: Callable[[], int | None],
        unplugged: bool = False,
        hurry: bool = False,
        before: Callable[[int], None] = lambda number: None,
    ) -> None:
        self.traits = traits
        first_s = world.begins_s + PRE_ROLL_S
        self.deliveries = deliveries(traits, first_s, seconds, rng)
        self._world = world
        self._taken = taken
        self._unplugged = unplugged
        self._hurry = hurry
        self._before = before
        self._next = 0
        self._readable = 0
        self._picture = _room(traits.width, traits.height, rng)

    def open(self) -> Video:
        width, height = self.traits.width, self.traits.height
        even = (width + width % 2, height + height % 2)
        padded = even != (width, height)
        return Video("h264", *even, self.traits.nominal_fps, "sim-1", "Simulated camera", padded)

    def read(self, stop: threading.Event) -> Frame | None:
        if self._next == len(self.deliveries):
            self._world.reach(self.deliveries[-1].arrives_s + AFTER_ROLL_S)
            self._world.clock.is_over = True
            if self._unplugged:
                raise DeviceLost("The simulated camera was unplugged. What was recorded is safe.")
            return None
        given = self.deliveries[self._next]
        self._before(self._next)
        self._next += 1
        self._readable += not given.torn
        if not self._hurry:
            self._wait(stop)
        self._world.reach(given.arrives_s)
        return self._frame(given)

    def close(self) -> None:
        return

    def _wait(self, stop: threading.Event) -> None:
        for _ in range(round(_WAIT_S / 0.002)):
            taken = self._taken()
            if taken is None or self._readable - taken <= _AHEAD_FRAMES or stop.wait(0.002):
                return

    def _frame(self, given: Delivered) -> Frame:
        stamp_ns = self._world.clock.ns(given.stamp_s)
        draw_code(self._picture, given.number, round(given.captured_s * 1e6))
        if not self.traits.jpeg:
            return Frame(stamp_ns, pixels=self._picture.copy(), lost_before=given.lost_before)
        how = [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_422]
        jpeg = cv2.imencode(".jpg", self._picture, how)[1].tobytes()
        jpeg = b"\xff\xd8 the bus tore this one" if given.torn else jpeg
        return Frame(stamp_ns, jpeg=jpeg, lost_before=given.lost_before)


def _room(width: int, height: int, rng: np.random.Generator) -> Pixels:
    """A soft background: cheap to encode, and unlike the code's black and white."""
    small = rng.integers(60, 180, (6, 8, 3)).astype(np.uint8)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)
