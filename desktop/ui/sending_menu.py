"""What a person can do about sending, as menu entries: for the tray and for the window's menu.

It shows a `SendingView` and emits wishes; it decides nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.ui import card_texts, drill_texts, morning_texts, sending_texts
from desktop.ui.views import SendingView
from desktop.ui.words import tr

HOUR_S = 3600.0
TOMORROW = "tomorrow"
"""Until the next morning."""


class SendingMenu(QObject):
    """Pause, resume, speed, state card, drill and settings. One for each menu that shows them."""

    pause_pressed = Signal(object)
    """Seconds, TOMORROW, or None for until somebody resumes."""
    resume_pressed = Signal()
    speed_pressed = Signal(str)
    settings_pressed = Signal()
    card_pressed = Signal()
    drill_pressed = Signal()
    rehearsal_pressed = Signal()
    bundle_pressed = Signal()

    def __init__(self, menu: QMenu, *, with_drill: bool = False) -> None:
        """Add the entries to `menu`; rehearsal and drill only where they are asked for."""
        super().__init__(menu)
        self._resume = menu.addAction(tr(sending_texts.RESUME_SENDING))
        self._resume.triggered.connect(self.resume_pressed)
        self.pause_menu = pause_menu(menu, self)
        menu.addMenu(self.pause_menu)
        self._speeds = menu.addMenu(tr(sending_texts.SPEED))
        self._group = QActionGroup(self)
        self._by_speed = {speed: self._add_speed(speed) for speed in sending_texts.SPEEDS}
        menu.addSeparator()
        menu.addAction(tr(card_texts.MENU)).triggered.connect(self.card_pressed)
        if with_drill:
            rehearsal = menu.addAction(tr(morning_texts.MENU))
            rehearsal.triggered.connect(self.rehearsal_pressed)
            menu.addAction(tr(drill_texts.MENU)).triggered.connect(self.drill_pressed)
        menu.addSeparator()
        self.settings_action = menu.addAction(tr(sending_texts.SETTINGS_MENU))
        self.settings_action.triggered.connect(self.settings_pressed)
        self.bundle_action = menu.addAction(tr(sending_texts.BUNDLE_MENU))
        self.bundle_action.triggered.connect(self.bundle_pressed)
        self._resume.setVisible(False)

    def _add_speed(self, speed: str) -> QAction:
        action = self._speeds.addAction(tr(sending_texts.SPEEDS[speed]))
        action.setCheckable(True)
        self._group.addAction(action)
        action.triggered.connect(lambda: self.speed_pressed.emit(speed))
        return action

    def show_view(self, view: SendingView) -> None:
        """Show whether it is paused, and which speed is set."""
        self._resume.setVisible(view.is_paused)
        self._speeds.setEnabled(view.speed is not None and not view.speed_is_fixed)
        for speed, action in self._by_speed.items():
            action.setChecked(speed == view.speed)


def pause_menu(parent: QMenu, wishes: SendingMenu) -> QMenu:
    """The ways to pause; what is chosen is emitted by `wishes`."""
    made = QMenu(tr(sending_texts.PAUSE_SENDING), parent)
    made.setAccessibleName(tr(sending_texts.PAUSE_SENDING))
    fill_pause_menu(made, wishes.pause_pressed.emit)
    return made


def fill_pause_menu(menu: QMenu, pause: Callable[[object], object]) -> None:
    """Add the ways to pause; `pause` gets seconds, TOMORROW, or None for until somebody resumes."""
    for words, length in (
        (sending_texts.PAUSE_HOUR, HOUR_S),
        (sending_texts.PAUSE_TOMORROW, TOMORROW),
        (sending_texts.PAUSE_OPEN, None),
    ):
        action = menu.addAction(tr(words))
        action.triggered.connect(lambda _checked=False, how_long=length: pause(how_long))
