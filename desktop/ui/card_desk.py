"""Showing the state card: has the station sign it off the thread of Qt, and shows what came."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui import sentences
from desktop.ui.card_dialog import CardDialog
from desktop.ui.ports import StationPort
from holdfast.clock import Clock

CARD: Final = "state card"
Run = Callable[[str, Callable[[StationPort], object]], None]
"""Runs a call on the station, under a name."""


class CardDesk(QObject):
    """Lives on the thread of Qt."""

    _signed = Signal(str, object)

    def __init__(self, run: Run, clock: Clock) -> None:
        super().__init__()
        self._run = run
        self._clock = clock
        self.dialog: CardDialog | None = None
        self._signed.connect(self._show)

    def ask(self, parent: QWidget) -> None:
        """Show the card as of now."""
        if self.dialog is None:
            self.dialog = CardDialog(parent)
            self.dialog.again_pressed.connect(self._make)
        self._make()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def hear(self, command: str, trouble: str) -> bool:
        """A command failed; whether that is all that is to be told."""
        if command != CARD:
            return False
        if self.dialog is not None:
            self.dialog.show_trouble(sentences.command_failed(trouble))
        return True

    def close(self) -> None:
        """Take the window away."""
        if self.dialog is not None:
            self.dialog.close()

    def _make(self) -> None:
        if self.dialog is not None:
            self.dialog.show_making()
        self._run(CARD, lambda station: self._signed.emit(station.state_card(), self._clock.now()))

    def _show(self, line: str, at: datetime) -> None:
        if self.dialog is not None:
            self.dialog.show_card(line, at)
