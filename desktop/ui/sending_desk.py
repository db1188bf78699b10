"""Pausing, speed and the sending rules: from menus and the settings window to the station and back.

Everything it asks of the station runs off the thread of Qt, through the function it is given.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.sending_rules import SendingRules
from desktop.ui import texts
from desktop.ui.ports import StationPort
from desktop.ui.sending_menu import SendingMenu
from desktop.ui.settings_dialog import SettingsDialog

Run = Callable[[str, Callable[[StationPort], object]], None]
"""Runs a call on the station, under a name."""

MORNING: Final = time(7)
PAUSE, RESUME, READ, CHANGE = "pause sending", "resume sending", "read rules", "change rules"


class SendingDesk(QObject):
    """Lives on the thread of Qt. `changed` says that the queue should be looked at again."""

    rules_read = Signal(object)
    changed = Signal()
    _read = Signal(object)

    def __init__(self, run: Run, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._run = run
        self._now = now
        self._parent: QWidget | None = None
        self._dialog: SettingsDialog | None = None
        self._dialog_waits = False
        self._read.connect(self._have_read)

    def attach(self, parent: QWidget, *menus: SendingMenu) -> None:
        """Hear these menus; the settings window belongs to `parent`."""
        self._parent = parent
        for menu in menus:
            menu.pause_pressed.connect(self.pause)
            menu.resume_pressed.connect(self.resume)
            menu.speed_pressed.connect(self.set_speed)
            menu.settings_pressed.connect(self.ask)

    @property
    def dialog(self) -> SettingsDialog | None:
        """The settings window, once somebody has asked for it."""
        return self._dialog

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
        self._run(READ, lambda station: self._read.emit(station.sending_rules()))

    def ask(self) -> None:
        """Show the settings window, with the rules as they stand now."""
        self._dialog_waits = True
        self.read()

    def hear(self, command: str, trouble: str | None = None) -> bool:
        """A command is done, or failed with `trouble`; whether that is all that is to be told."""
        if command in (PAUSE, RESUME) and trouble is None:
            self.changed.emit()
        if command == READ and trouble is not None:
            self._dialog_waits = False
        if command != CHANGE:
            return False
        self.read()
        if self._dialog is None or not self._dialog.isVisible():
            return False
        if trouble is None:
            self._dialog.accept()
        else:
            self._dialog.show_trouble(texts.command_failed(trouble))
        return True

    def close(self) -> None:
        """Take the settings window away."""
        if self._dialog is not None:
            self._dialog.close()

    def _change(self, values: Mapping[str, object]) -> None:
        self._run(CHANGE, lambda station: station.change_sending(values))

    def _have_read(self, rules: SendingRules) -> None:
        self.rules_read.emit(rules)
        if not self._dialog_waits:
            return
        self._dialog_waits = False
        if self._dialog is None:
            self._dialog = SettingsDialog(self._parent)
            self._dialog.saved.connect(self._change)
        self._dialog.ask(rules)


def until_morning_s(now: datetime) -> float:
    """Seconds until the morning of the next day, by the computer's own clock and zone."""
    here = now.astimezone()
    morning = datetime.combine(here.date() + timedelta(days=1), MORNING)
    # Made of local time without a zone: a night in which summer begins is an hour shorter.
    return (morning.astimezone() - here).total_seconds()
