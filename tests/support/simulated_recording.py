"""Records simulated devices with the real recorder, from its state machine to its segment files.

Only the devices and the clock are simulated. `recorded_truth.py` judges what comes of it.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from desktop.recording.capture import Capture, Notice
from desktop.recording.devices import Microphone
from desktop.recording.microphone import MicrophoneSource
from desktop.recording.model import (
    Event,
    PartBegan,
    Ready,
    RecordingRequest,
    SegmentClosed,
    StartRecording,
)
from desktop.recording.recorder import Recorder
from holdfast.ids import new_id
from holdfast.layout import RecordingFolder
from tests.support.manual_clock import EPOCH
from tests.support.simulated_devices import (
    CameraTraits,
    Delivered,
    MicrophoneTraits,
    SimulatedCamera,
    SimulatedClock,
    World,
)
from tests.support.simulated_sound import SimulatedPortAudio


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is recorded: one camera after another, each a part; with the same microphone or none."""

    cameras: tuple[CameraTraits, ...]
    microphone: MicrophoneTraits | None
    seconds: float = 6.0
    hurry: bool = False
    seed: int = 1
    switches: tuple[int, ...] = ()
    """Before these pictures of each camera the recorder is told to go on in a new part."""


@dataclass
class Recorded:
    """What the devices gave, part by part, and the folder that came of it."""

    scenario: Scenario
    folder: RecordingFolder
    clock: SimulatedClock
    given: list[list[Delivered]] = field(default_factory=list)
    seams: set[int] = field(default_factory=set)
    """Parts that follow the one before without a gap."""
    events: list[Event] = field(default_factory=list)
    blocks: set[int] = field(default_factory=set)
    numbers: list[int] = field(default_factory=list)
    """The pictures that `assert_true` found, in order."""
    joined: list[Path] = field(default_factory=list)
    """The files that it joined, the first format's first."""
    click_errors_s: list[float] = field(default_factory=list)
    """How late it heard each click."""

    @property
    def zero_ns(self) -> int:
        """The recording's zero on the monotonic clock."""
        return next(each.zero_ns for each in self.events if isinstance(each, PartBegan))


def record(scenario: Scenario, path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorded:
    """Record the scenario below this path."""
    rng = np.random.default_rng(scenario.seed)
    portaudio = SimulatedPortAudio(rng)
    monkeypatch.setitem(sys.modules, "sounddevice", portaudio)
    clock = SimulatedClock()
    folder = RecordingFolder(path / new_id(EPOCH) / new_id(EPOCH))
    folder.path.mkdir(parents=True)
    recorded = Recorded(scenario, folder, clock)
    for number in range(len(scenario.cameras)):
        portaudio.world = World(clock, scenario.microphone)
        _record_camera(recorded, number, portaudio.world, rng)
    recorded.blocks = portaudio.blocks
    return recorded


def _record_camera(recorded: Recorded, number: int, world: World, rng: np.random.Generator) -> None:
    scenario = recorded.scenario
    is_last = number == len(scenario.cameras) - 1

    def taken() -> int | None:
        progress = recorder.progress()
        return progress.frames if progress.recording else None

    def switch(number: int) -> None:
        if number in scenario.switches:
            recorder._go_on_in_new_part(f"before {number}")

    camera = SimulatedCamera(
        world,
        scenario.cameras[number],
        scenario.seconds,
        rng,
        taken=taken,
        unplugged=not is_last,
        hurry=scenario.hurry,
        before=switch,
    )

    def open_sound() -> MicrophoneSource | None:
        own = scenario.microphone
        if own is None:
            return None
        device = Microphone(0, "Simulated", own.channels, own.rate_hz, is_default=True)
        return MicrophoneSource(device, world.clock)

    def make_capture(notify: Callable[[Notice], None]) -> Capture:
        # It stands at its first picture until the recording starts, so that every run is alike.
        return Capture(camera, open_sound, world.clock, notify, holds=True, resumes=True)

    def report(event: Event) -> None:
        recorded.events.append(event)
        if isinstance(event, Ready):
            recorder.post(StartRecording(request))

    request = _request(recorded, len(recorded.given))
    recorder = Recorder(make_capture, world.clock, report, live=True, once=True)
    recorder.run()
    runs = _runs(camera.deliveries, scenario.switches)
    first = len(recorded.given)
    recorded.seams |= set(range(first + 1, first + len(runs)))
    recorded.given += runs


def _runs(given: list[Delivered], switches: tuple[int, ...]) -> list[list[Delivered]]:
    """What belongs to each part: a part never begins with a picture that cannot be read."""
    runs: list[list[Delivered]] = [[]]
    is_due = False
    for number, each in enumerate(given):
        is_due = is_due or number in switches
        if is_due and not each.torn:
            runs.append([])
            is_due = False
        runs[-1].append(each)
    return runs


def _request(recorded: Recorded, part: int) -> RecordingRequest:
    closed = [each.segment for each in recorded.events if isinstance(each, SegmentClosed)]
    return RecordingRequest(
        folder=recorded.folder.path,
        recording=recorded.folder.recording,
        session=recorded.folder.path.parent.name,
        participant="P-001",
        study=None,
        prompt=None,
        take=1,
        device=new_id(EPOCH),
        app_version="test",
        part=part,
        first_segment=max(closed, default=-1) + 1,
        zero_ns=recorded.zero_ns if part else None,
        reason="start" if part == 0 else "camera lost",
    )
