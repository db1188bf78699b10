"""Which devices are recorded with: choosing others, opening them again, confirming them.

It tells station, window and memory. Which devices there are is `device_desk.py`'s.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from desktop.choosing import Choose
from desktop.recording.model import CaptureRequest
from desktop.ui.asked import PrepareAsked
from desktop.ui.device_desk import DeviceDesk, is_mirrored
from desktop.ui.facts import Facts
from desktop.ui.learning import after_choice
from desktop.ui.main_window import MainWindow
from desktop.ui.memory import Memory
from desktop.ui.ports import StationPort
from desktop.ui.station_desk import Command, StationDesk
from desktop.ui.views import ChooseWhat

KeepChoice = Callable[[Choose, int], None]
"""Keeps what a person chose for a camera, 0 the first, for the next start."""


def keep_nothing(_choice: Choose, _camera: int) -> None:
    """Forget what was chosen."""


class CaptureDesk(QObject):
    """Lives on the thread of Qt."""

    def __init__(
        self,
        captures: Sequence[CaptureRequest],
        station: StationDesk,
        memory: Memory,
        asked: Callable[[object], None],
        keep_choice: KeepChoice,
    ) -> None:
        """`asked` hears what a person asks of every camera."""
        super().__init__()
        self._station = station
        self._memory = memory
        self._asked = asked
        self._keep_choice = keep_choice
        self._window: MainWindow | None = None
        self._devices = DeviceDesk(captures)
        self._devices.chosen.connect(self._chosen)

    @property
    def captures(self) -> tuple[CaptureRequest, ...]:
        """What is asked for of each camera now, the first one's first."""
        return self._devices.captures

    def first(self) -> CaptureRequest:
        """What the first camera was asked for."""
        return self._devices.captures[0]

    def attach(self, window: MainWindow) -> None:
        """Hear this window."""
        self._window = window
        window.prepare_pressed.connect(self.prepare)
        window.confirm_pressed.connect(self._confirm)
        window.choose_pressed.connect(self.choose)

    def show_facts(self, facts: Facts) -> None:
        """Show what is in use now."""
        self._devices.show_facts(facts)

    def prepare(self) -> None:
        """Open the devices again."""
        self._asked(PrepareAsked())
        captures = self.captures
        self._station.command(Command.PREPARE, lambda station: station.prepare(*captures))

    def choose(self, what: ChooseWhat) -> None:
        """Show which devices there are, so that somebody may choose others."""
        station = self._station.port
        if station is not None and self._window is not None and not self._station.is_closing:
            self._devices.ask(self._window, what, station.devices)

    def close(self) -> None:
        """Take the dialog away."""
        self._devices.close()

    def _confirm(self) -> None:
        """The camera and microphone of now are the right ones."""
        self._station.command(Command.CONFIRM, lambda station: station.confirm_devices())

    def _chosen(self, camera: int, choice: Choose) -> None:
        def choose(station: StationPort) -> None:
            station.choose(choice, camera)
            self._keep_choice(choice, camera)

        self._station.command(Command.CHOOSE, choose)
        if choice.source is None:
            return
        if self._window is not None:
            self._window.mirror(camera, is_mirrored(choice.source))
        self._memory.learn(after_choice(self._memory.facts, camera, choice.source))
