"""A bench for real recorder processes: a supervisor, what it said, and what stands on disk."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import av
import numpy as np
import psutil
import pytest

from desktop.recorder_process import RecorderProcess, spawn_recorder
from desktop.recording.encoding import DEFAULT, Encoding
from desktop.recording.host import PROGRESS_EVERY_S
from desktop.recording.model import CaptureRequest, Progress, RecordingRequest
from desktop.recording.scene_code import read_code
from desktop.recording.states import State
from desktop.supervisor import Ended, Supervisor, SupervisorEvent
from holdfast import salvage
from holdfast.clock import SystemClock
from holdfast.ids import new_id
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Manifest
from holdfast.sidecar import Sidecar
from tests.pulse import pulse

__all__ = ["pulse"]

CLOCK = SystemClock()
SMALL = {"width": 640, "height": 360}
PATIENCE_S = 40.0
"""How long a test waits for something that should take a second or two on a busy computer."""

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Seen:
    """One picture read back from a recording: its place on the recording's clock, and its code."""

    t_s: float
    code: int
    part: int


class Bench:
    """One supervisor and one recording. Events are kept with the monotonic time they came at."""

    def __init__(self, folder: Path, request: CaptureRequest) -> None:
        home = Home(folder)
        self.session, self.recording = new_id(CLOCK.now()), new_id(CLOCK.now())
        self.folder: RecordingFolder = home.recording(self.session, self.recording)
        self.folder.path.mkdir(parents=True)
        self.events: list[tuple[int, SupervisorEvent]] = []
        self.processes: list[int] = []
        self._changed = threading.Condition()
        self.supervisor = Supervisor(request, self._hear, CLOCK, self._spawn)

    def start(self) -> None:
        self.supervisor.start()

    def record(self, seconds: float | None = None, encoding: Encoding = DEFAULT) -> None:
        self.supervisor.start_recording(
            RecordingRequest(
                folder=self.folder.path,
                recording=self.recording,
                session=self.session,
                participant="P-001",
                study=None,
                prompt=None,
                take=1,
                device=new_id(CLOCK.now()),
                app_version="0",
                seconds=seconds,
                encoding=encoding,
            )
        )

    def state(self) -> State:
        """A method: what a property said a moment ago, mypy holds to be true for ever."""
        return self.supervisor.state

    @property
    def recorder(self) -> psutil.Process:
        """The newest recorder process."""
        return psutil.Process(self.processes[-1])

    def of(self, kind: type[E]) -> list[E]:
        """Every event of a kind that was heard so far."""
        return [event for _, event in list(self.events) if isinstance(event, kind)]

    def wait_for(
        self, kind: type[E], that: Callable[[E], bool] = lambda _: True, count: int = 1
    ) -> E:
        """Wait until `count` such events were heard; returns the last of them."""

        def found() -> list[E]:
            return [event for event in self.of(kind) if that(event)]

        with self._changed:
            heard = self._changed.wait_for(lambda: len(found()) >= count, PATIENCE_S)
        if not heard:
            told = [event for _, event in self.events if not isinstance(event, Progress)]
            raise AssertionError(f"no {kind.__name__} came; heard {told}")
        return found()[count - 1]

    def wait_for_process(self, count: int) -> None:
        """Wait until so many recorders were started, one after the other."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.processes) >= count, PATIENCE_S)

    def heard_at_ns(self, kind: type[E]) -> int:
        """When the last event of a kind was heard."""
        return max(at_ns for at_ns, event in self.events if isinstance(event, kind))

    def waited_s(self, at_ns: int) -> float:
        """How much waited for the encoder at an instant, as the recorder said last before it.

        Nothing where it keeps up; a sign that is late says that it does not.
        """
        signs = [each for each in list(self.events) if isinstance(each[1], Progress)]
        told_ns, sign = [each for each in signs if each[0] <= at_ns][-1]
        assert isinstance(sign, Progress)
        late_s = (at_ns - told_ns) / 1e9 - PROGRESS_EVERY_S
        return sign.behind_s + max(0.0, late_s)

    def wait_until_recorded(self, seconds: float) -> None:
        """Wait until so much is encoded."""
        self.wait_for(Progress, lambda each: each.encoded_s >= seconds)

    def end(self) -> Manifest:
        """Wait for the end, close the recording as the station does; returns the manifest."""
        self.wait_for(Ended)
        closed = salvage.close_recording(self.folder, lambda data: "unsigned")
        assert closed is not None
        return closed.manifest

    def sidecars(self) -> list[Sidecar]:
        found = [salvage.read_sidecar(self.folder, each) for each in self.folder.segments()]
        return [each for each in found if each is not None]

    def pictures(self) -> list[Seen]:
        """Every picture of every segment, read back by its code."""
        return [seen for sidecar in self.sidecars() for seen in self._pictures_of(sidecar)]

    def _pictures_of(self, sidecar: Sidecar) -> Iterator[Seen]:
        path = self.folder.segment(sidecar.segment)
        frames = decode(path)
        assert len(frames) == sidecar.frames, path
        for pixels, time_us in zip(frames, sidecar.frame_times_us, strict=True):
            code = read_code(pixels)
            assert code is not None, f"a picture in {path} has no readable code"
            yield Seen(sidecar.start_s + time_us / 1e6, code.frame, sidecar.part)

    def _spawn(self, request: CaptureRequest) -> RecorderProcess:
        process = spawn_recorder(request)
        with self._changed:
            self.processes.append(process.pid)
            self._changed.notify_all()
        return process

    def _hear(self, event: SupervisorEvent) -> None:
        with self._changed:
            self.events.append((CLOCK.monotonic_ns(), event))
            self._changed.notify_all()


def decode(path: Path) -> list[np.ndarray]:
    """Every picture of a media file, in grey."""
    with av.open(path) as container:
        return [
            np.asarray(frame.to_ndarray(format="gray"), np.uint8)
            for frame in container.decode(video=0)
        ]


Open = Callable[..., Bench]


def _lives(pid: int) -> bool:
    """Whether a process is there. One that was killed while strace held it is collected late."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.fixture
def open_bench(tmp_path: Path) -> Iterator[Open]:
    """Make benches; every recorder process is gone afterwards."""
    benches: list[Bench] = []

    def make(source: str = "test", **options: object) -> Bench:
        bench = Bench(tmp_path / "home", CaptureRequest(source, **{**SMALL, **options}))  # type: ignore[arg-type]  # the tests' own options
        benches.append(bench)
        bench.start()
        return bench

    yield make
    for bench in benches:
        bench.supervisor.close()
        assert not [pid for pid in bench.processes if _lives(pid)]
