"""What the menus lead to, made when somebody first wants it: settings, log, bundle, About, faults.

Loading those windows takes longer than the main window may; so this only waits for the first wish.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.ports import PreviewReader
from desktop.ui.theme import Tokens
from holdfast.clock import Clock
from holdfast.layout import Home

if TYPE_CHECKING:
    from desktop.last_run import Crash
    from desktop.own_receiver import OwnReceiver
    from desktop.ui.staff_desk import StaffDesk


class Staff(QObject):
    """Lives on the thread of Qt. Its methods are what the menus of window and tray ask for."""

    scheme_changed = Signal(str)
    sending_changed = Signal()
    folder_pressed = Signal()
    devices_pressed = Signal()
    restart_pressed = Signal()

    def __init__(
        self,
        home: Home,
        clock: Clock,
        parent: QWidget,
        tokens: Tokens,
        reader: Callable[[], PreviewReader | None],
        own: "Callable[[], OwnReceiver | None]",
    ) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._parent = parent
        self._tokens = tokens
        self._reader = reader
        self._own = own
        self.desk: StaffDesk | None = None
        """The windows, once somebody has asked for one."""

    def show_settings(self) -> None:
        self._made().settings.ask()

    def show_log(self) -> None:
        self._made().help.show_log()

    def show_bundle(self) -> None:
        self._made().help.show_bundle()

    def show_about(self) -> None:
        self._made().help.show_about()

    def tell_fault(self, trace: str) -> None:
        """Say that something went wrong, and that recordings are safe."""
        self._made().help.tell_fault(trace)

    def tell_crash(self, crash: "Crash") -> None:
        """Say that the run before ended without a word."""
        self._made().help.tell_crash(crash)

    def hear(self, event: object) -> None:
        """An event of the station."""
        if self.desk is not None:
            self.desk.help.hear(event)

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self._tokens = tokens
        if self.desk is not None:
            self.desk.set_tokens(tokens)

    def close(self) -> None:
        """Take all windows away."""
        if self.desk is not None:
            self.desk.close()

    def _made(self) -> "StaffDesk":
        from desktop.ui.staff_desk import StaffDesk

        if self.desk is None:
            desk = StaffDesk(self._home, self._clock, self._reader, self._own())
            desk.attach(self._parent, self._tokens)
            desk.settings.scheme_changed.connect(self.scheme_changed)
            desk.settings.sending_changed.connect(self.sending_changed)
            desk.settings.folder_pressed.connect(self.folder_pressed)
            desk.settings.devices_pressed.connect(self.devices_pressed)
            desk.help.restart_pressed.connect(self.restart_pressed)
            self.desk = desk
        return self.desk
