"""The window as tests have it: with its controller and a scripted station, as in the app."""

import gc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.recording.model import CaptureRequest, PartBegan
from desktop.supervisor import Ended
from desktop.ui.asked import RecordingKept
from desktop.ui.bridge import Bridge
from desktop.ui.capture_desk import KeepChoice, keep_nothing
from desktop.ui.collector import Collector
from desktop.ui.controller import Controller
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Tokens
from desktop.ui.tray import Tray
from holdfast.clock import SystemClock
from tests.ui.station_script import READY, ScriptedStation, progress

BEGAN = PartBegan("recording", 0, 0.0, 1)
OVER, KEPT = Ended("recording"), RecordingKept("recording")


class Desk:
    """A window, its controller and a scripted station, put together as the app does."""

    def __init__(
        self,
        qtbot: QtBot,
        tokens: Tokens,
        station: ScriptedStation,
        sources: Sequence[str] = ("0",),
        sync_mark: str = "off",
        keep_choice: KeepChoice = keep_nothing,
    ) -> None:
        self.qtbot = qtbot
        self.station = station
        self.bridge = Bridge()
        captures = [CaptureRequest(each) for each in sources]
        self.controller = Controller(
            station.opened_by,
            captures,
            self.bridge,
            SystemClock(),
            sync_mark=sync_mark,
            keep_choice=keep_choice,
        )
        self.window = MainWindow(tokens, self.controller.preview, mirrored=[True] * len(sources))
        self.tray = Tray()
        self.controller.attach(self.window, self.tray)
        self.window.show()

    def open(self) -> None:
        self.controller.start()
        self.until(lambda: ("start",) in self.station.calls)

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=10_000)

    def asked(self, name: str) -> list[tuple[object, ...]]:
        return [call for call in self.station.calls if call[0] == name]

    def be_recording(self) -> None:
        self.station.on_event(READY)
        self.until(self.window.record_button.isEnabled)
        self.window.record_button.click()
        self.until(lambda: bool(self.asked("start_recording")))
        self.station.on_event(BEGAN)
        self.station.on_event(progress(elapsed_s=12))
        self.until(self.window.mark_button.isEnabled)


@pytest.fixture(autouse=True)
def _garbage_is_collected_here(qapp: QApplication) -> Iterator[None]:
    """As in the app: what a test leaves behind must not die on another thread."""
    collector = Collector()
    collector.start()
    yield
    gc.collect()
    collector.stop()


@pytest.fixture
def desk(qtbot: QtBot, tokens: Tokens, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tokens, ScriptedStation(recordings_folder=tmp_path))
    yield made
    if not made.asked("close"):
        with qtbot.waitSignal(made.controller.ended, timeout=10_000):
            made.controller.end()
            made.station.on_event(KEPT)
    made.window.deleteLater()
