"""Pausing, speed and the sending rules: from the menus to the station and back.

Everything it asks of the station runs off the thread of Qt, through the function it is given.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.ui.ports import StationPort
from desktop.ui.sending_menu import SendingMenu

Run = Callable[[str, Callable[[StationPort], object]], None]
"""Runs a call on the station, under a name."""

MORNING: Final = time(7)
PAUSE, RESUME, READ, CHANGE = "pause sending", "resume sending", "read rules", "change rules"


class SendingDesk(QObject):
    """Lives on the thread of Qt. `changed` says that the queue should be looked at again."""

    rules_read = Signal(object)
    changed = Signal()
    settings_pressed = Signal()
    bundle_pressed = Signal()

    def __init__(self, run: Run, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._run = run
        self._now = now

    def attach(self, *menus: SendingMenu) -> None:
        """Hear these menus."""
        for menu in menus:
            menu.pause_pressed.connect(self.pause)
            menu.resume_pressed.connect(self.resume)
            menu.speed_pressed.connect(self.set_speed)
            menu.settings_pressed.connect(self.settings_pressed)
            menu.bundle_pressed.connect(self.bundle_pressed)

    def pause(self, how_long: float | str | None) -> None:
        """Send nothing for so many seconds, or until TOMORROW; None: until somebody resumes."""
        seconds = until_morning_s(self._now()) if isinstance(how_long, str) else how_long
        self._run(PAUSE, lambda station: station.pause_sending(seconds, "window"))

    def resume(self) -> None:
        """Send what waits."""
        self._run(RESUME, lambda station: station.resume_sending())

    def set_speed(self, speed: str) -> None:
        """How fast to send while anything is recorded."""
        self._change({"while_recording": speed})

    def read(self) -> None:
        """Look at the rules as they stand now; `rules_read` follows."""
        self._run(READ, lambda station: self.rules_read.emit(station.sending_rules()))

    def follow(self) -> None:
        """The settings were written by somebody else: send by them from now on."""
        self._change({})

    def hear(self, command: str) -> None:
        """A command is done, or failed."""
        if command in (PAUSE, RESUME):
            self.changed.emit()
        if command == CHANGE:
            self.read()

    def _change(self, values: Mapping[str, object]) -> None:
        self._run(CHANGE, lambda station: station.change_sending(values))


def until_morning_s(now: datetime) -> float:
    """Seconds until the morning of the next day, by the computer's own clock and zone."""
    here = now.astimezone()
    morning = datetime.combine(here.date() + timedelta(days=1), MORNING)
    # Made of local time without a zone: a night in which summer begins is an hour shorter.
    return (morning.astimezone() - here).total_seconds()
