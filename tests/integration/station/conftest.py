"""A station on the built-in scene, with what it told so far."""

import os
import queue
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from desktop.recording.model import CaptureRequest, Ready
from desktop.settings import QualitySettings, load_settings
from desktop.station import THIS_COMPUTER, Computer, RecordingSaved, StationEvent, open_station
from holdfast.clock import SystemClock
from holdfast.layout import Home, RecordingFolder

PATIENCE_S = 30.0
Told = TypeVar("Told")


class Running:
    """A station on the built-in scene, with what it told so far."""

    def __init__(
        self,
        home: Path,
        *,
        listener_fails: bool = False,
        uploads: bool = False,
        computer: Computer = THIS_COMPUTER,
        quality: QualitySettings | None = None,
    ) -> None:
        self.home = Home(home)
        settings = load_settings(self.home.config, os.environ)
        settings = replace(settings, quality=quality or settings.quality)
        self.told: list[StationEvent] = []
        self.on_event: Callable[[StationEvent], None] = lambda _event: None
        self._inbox: queue.SimpleQueue[StationEvent] = queue.SimpleQueue()
        self._listener_fails = listener_fails
        self.station = open_station(
            self.home,
            SystemClock(),
            self._listen,
            uploads=uploads,
            settings=settings,
            computer=computer,
        )
        self.adoption = self.station.start()

    def _listen(self, event: StationEvent) -> None:
        self.told.append(event)
        self.on_event(event)
        self._inbox.put(event)
        if self._listener_fails:
            raise RuntimeError("the window has a fault")

    def wait_for(
        self, kind: type[Told], holds: Callable[[Told], bool] = lambda _event: True
    ) -> Told:
        """The next event of this kind for which that holds."""
        while True:
            event = self._inbox.get(timeout=PATIENCE_S)
            if isinstance(event, kind) and holds(event):
                return event

    def of(self, kind: type[Told]) -> list[Told]:
        """All events of this kind that it told so far."""
        return [each for each in self.told if isinstance(each, kind)]

    def prepare(self, width: int | None = None, height: int | None = None) -> None:
        self.station.prepare(
            CaptureRequest(source="test", with_preview=False, width=width, height=height)
        )
        self.wait_for(Ready)

    def record(self, participant: str, prompt: str | None = None) -> RecordingFolder:
        self.station.start_recording(participant, prompt, seconds=0.5)
        saved = self.wait_for(RecordingSaved)
        assert saved.manifest is not None
        return RecordingFolder(saved.folder)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    opened = Running(tmp_path)
    yield opened
    opened.station.close()
