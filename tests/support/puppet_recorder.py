"""A supervision with a clock set by hand and recorders that do as the test says."""

import multiprocessing
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from desktop.last_devices import NOTHING_REMEMBERED, DeviceMemory
from desktop.recorder_process import RecorderProcess
from desktop.recording.model import (
    CaptureRequest,
    Command,
    Event,
    Failed,
    PartBegan,
    Progress,
    Ready,
    RecordingRequest,
)
from desktop.recording.states import State
from desktop.supervision import Supervision
from desktop.supervisor_events import (
    SupervisorEvent,
)
from holdfast.announcement import Audio, Video

CAMERA = Video("h264", 640, 480, 30.0, "/dev/v4l/by-id/usb-Webcam", "Webcam")


Told = TypeVar("Told")


READY = Ready(CAMERA, None)


SOUND = Audio("aac", 48_000, 1, "Headset")


GONE = Failed("device_absent", "The device is not there", "There is no camera.")


class HandClock:
    """Time stands still until somebody moves it."""

    def __init__(self) -> None:
        self.ns = 1_000_000_000_000
        self.slept_ns = 0

    def now(self) -> datetime:
        return datetime(2026, 11, 21, tzinfo=UTC)

    def monotonic_ns(self) -> int:
        return self.ns

    def asleep_ns(self) -> int:
        return self.slept_ns

    def boot_id(self) -> str:
        return "boot"


class PuppetRecorder(RecorderProcess):
    """A recorder process without a process: speaks, listens and dies on command."""

    def __init__(self) -> None:
        self.connection, self._theirs = multiprocessing.Pipe()
        self._life, self._end_of_life = multiprocessing.Pipe(duplex=False)
        self._ending = threading.Lock()
        self.alive = True
        self.killed = False
        self.told = False

    @property
    def sentinel(self) -> int:
        return self._life.fileno()

    def is_alive(self) -> bool:
        return self.alive

    def kill(self) -> None:
        self.alive = False
        self.killed = True
        self.connection.close()
        self._theirs.close()
        self._end()

    def _end(self) -> None:
        # A supervisor in a thread of its own may kill what is dying.
        with self._ending:
            self._end_of_life.close()

    def say(self, *events: Event) -> None:
        for event in events:
            self._theirs.send(event)

    def wait_for(self, kind: type[Told]) -> Told:
        """The next command of this kind; it may still be on its way."""
        while self._theirs.poll(30):
            command = self._theirs.recv()
            if isinstance(command, kind):
                return command
        raise AssertionError(f"no {kind.__name__} came")

    def heard(self) -> list[Command]:
        commands = []
        while self._theirs.poll():
            commands.append(self._theirs.recv())
        return commands

    def die(self) -> None:
        self.alive = False
        self._end()


class Stage:
    """A supervision with its puppets."""

    def __init__(self, source: str = "0", memory: DeviceMemory = NOTHING_REMEMBERED) -> None:
        self.clock = HandClock()
        self.events: list[SupervisorEvent] = []
        self.recorders: list[PuppetRecorder] = []
        self.requests: list[CaptureRequest] = []
        self.supervision = Supervision(
            CaptureRequest(source), self.events.append, self.clock, self._spawn, memory
        )
        self.supervision.begin(None)

    def _spawn(self, request: CaptureRequest) -> PuppetRecorder:
        assert not any(each.alive for each in self.recorders), "two recorders at once"
        self.requests.append(request)
        self.recorders.append(PuppetRecorder())
        return self.recorders[-1]

    @property
    def recorder(self) -> PuppetRecorder:
        return self.recorders[-1]

    def pass_time(self, seconds: float, *, alive: bool = False) -> None:
        """Let time pass, looking four times a second; `alive`: with signs of life and frames."""
        for _ in range(round(seconds * 4)):
            self.clock.ns += 250_000_000
            if alive and self.recorder.alive:
                self.recorder.say(progress(self.clock.ns))
            self.supervision.step()

    def of(self, kind: type[SupervisorEvent]) -> list[SupervisorEvent]:
        return [each for each in self.events if isinstance(each, kind)]

    def record(self, folder: Path) -> None:
        self.supervision.grant(request(folder))
        self.recorder.say(READY)
        self.supervision.step()
        self.recorder.say(PartBegan("r", 0, 0.0, self.clock.ns))
        self.supervision.step()
        assert self.state() is State.RECORDING

    def state(self) -> State:
        return self.supervision.state


def progress(frame_ns: int | None) -> Progress:
    return Progress("r", 1.0, 30, 0, 30.0, 1000, None, None, frame_ns)


def request(folder: Path) -> RecordingRequest:
    return RecordingRequest(folder, "r", "s", "P-001", None, None, 1, "d", "0")
