"""What is behind the window: controller, tray, station and help, loaded once it has been painted.

It joins them, and ends what has to be ended. It must not paint, nor decide what is shown.
"""

import logging
import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from desktop.ui import faults, theme
from desktop.ui.main_window import MainWindow
from desktop.ui.ports import OpenStation, PreviewReader
from desktop.ui.theme import SchemeChoice, Tokens
from holdfast.clock import Clock
from holdfast.layout import Home

if TYPE_CHECKING:
    from desktop.last_run import Crash, LastRun
    from desktop.own_receiver import OwnReceiver
    from desktop.recording.model import CaptureRequest
    from desktop.ui.bridge import Bridge
    from desktop.ui.capture_desk import KeepChoice
    from desktop.ui.controller import Controller
    from desktop.ui.drill_desk import DrillDesk
    from desktop.ui.morning_desk import MorningDesk
    from desktop.ui.staff import Staff
    from desktop.ui.tray import Tray

_log = logging.getLogger(__name__)


class Wishes(NamedTuple):
    """What the window begins with, from the command line and the settings."""

    captures: "Sequence[CaptureRequest]"
    scheme: SchemeChoice
    language: str
    reminder_minutes: float
    stop_guard: bool
    sync_mark: str
    keeps_devices: bool
    in_tray: bool


class Look:
    """Which scheme is shown: what somebody chose, or the system's. `dress` comes before a show."""

    def __init__(self, app: QApplication, scheme: SchemeChoice) -> None:
        self._app = app
        self._scheme = scheme
        self._following: list[Callable[[Tokens], None]] = []
        self.tokens = theme.begin(app, theme.scheme_for(scheme))

    def dress(self) -> None:
        """What is built so far gets its style, all at once."""
        theme.dress(self._app, self.tokens)

    def follows(self, follow: Callable[[Tokens], None]) -> None:
        """Tell of every change from now on."""
        self._following.append(follow)

    def choose(self, scheme: str) -> None:
        """Show this scheme everywhere."""
        self._scheme = cast(SchemeChoice, scheme)
        self.tokens = theme.apply(self._app, theme.scheme_for(self._scheme))
        for follow in self._following:
            follow(self.tokens)

    def follow_system(self) -> None:
        """The system looks otherwise now."""
        if self._scheme == "system":
            self.choose(self._scheme)


class Behind(QObject):
    """The parts behind the window. Until they are loaded, wishes are remembered or in vain."""

    def __init__(
        self,
        home: Home,
        open_station: OpenStation,
        clock: Clock,
        wishes: Wishes,
        own_receiver: "Callable[[], OwnReceiver | None]",
        look: Look,
    ) -> None:
        super().__init__()
        self._home = home
        self._open_station = open_station
        self._clock = clock
        self._wishes = wishes
        self._own_receiver = own_receiver
        self._look = look
        self._ended_before = False
        self._run: LastRun | None = None
        self._staff: Staff | None = None
        self._drills: DrillDesk | None = None
        self._mornings: MorningDesk | None = None
        self.controller: Controller | None = None
        self.bridge: Bridge | None = None
        self.tray: Tray | None = None
        self.wants_restart = False
        """Whether somebody wants the app started anew once it has ended."""

    def preview(self, camera: int) -> PreviewReader | None:
        """The reader of a camera's live picture, as soon as there is one."""
        return None if self.controller is None else self.controller.preview(camera)

    def end(self) -> None:
        """Somebody, or the system, wants the app to end."""
        if self.controller is None:
            self._ended_before = True
        else:
            self.controller.end()

    def come_up(self) -> None:
        """A second start wants to see this window."""
        if self.bridge is not None:
            self.bridge.raise_asked.emit()

    def load(self, app: QApplication, window: MainWindow) -> None:
        """Put controller, tray, station and help behind the window."""
        from desktop.ui.bridge import Bridge
        from desktop.ui.device_desk import is_mirrored
        from desktop.ui.keyboard_back import KeyboardBack
        from desktop.ui.tray import Tray

        KeyboardBack(app, window)
        self.bridge, self.tray = Bridge(), Tray()
        faults.Hooks(self.bridge.on_fault).install()
        for number, capture in enumerate(self._wishes.captures):
            window.mirror(number, is_mirrored(capture.source))
        controller = self.controller = self._made_controller(self.bridge)
        self._look.follows(lambda _tokens: controller.follow_scheme())
        controller.attach(window, self.tray)
        self._join_help(controller, window, self.bridge)
        controller.ended.connect(app.quit)
        self.tray.start()
        self._begin_run()
        controller.start()
        if self._ended_before:
            controller.end()

    def close(self) -> None:
        """End what does not end with the app."""
        for each in (self._drills, self._mornings, self._staff):
            if each is not None:
                each.close()
        if self._run is not None:
            self._run.end()

    def _made_controller(self, bridge: "Bridge") -> "Controller":
        from desktop.ui.controller import Controller

        wishes = self._wishes
        return Controller(
            self._open_station,
            wishes.captures,
            bridge,
            self._clock,
            reminder_minutes=wishes.reminder_minutes,
            stop_guard=wishes.stop_guard,
            sync_mark=wishes.sync_mark,
            chime=_chime,
            keep_choice=self._keep_choice(),
        )

    def _keep_choice(self) -> "KeepChoice":
        from desktop.chosen_devices import keep
        from desktop.ui.capture_desk import keep_nothing

        if not self._wishes.keeps_devices:
            return keep_nothing
        return partial(keep, self._home.config, os.environ)

    def _join_help(self, controller: "Controller", window: MainWindow, bridge: "Bridge") -> None:
        """Have the menus lead to settings, help, rehearsal and fire drill."""
        from desktop.ui.drill_desk import DrillDesk
        from desktop.ui.morning_desk import MorningDesk
        from desktop.ui.staff import Staff
        from desktop.ui.views import ChooseWhat

        self._drills = DrillDesk(self._home, window)
        window.header.sending.drill_pressed.connect(self._drills.ask)
        self._mornings = MorningDesk(
            self._home,
            self._clock,
            window,
            bridge,
            controller.recording.record_for,
            controller.station.run,
            controller.captures.first,
        )
        window.header.sending.rehearsal_pressed.connect(self._mornings.ask)
        staff = self._staff = Staff(
            self._home,
            self._clock,
            window,
            self._look.tokens,
            lambda: controller.preview(0),
            self._own_receiver,
        )
        self._look.follows(staff.set_tokens)
        staff.scheme_changed.connect(self._look.choose)
        controller.sending.settings_pressed.connect(staff.show_settings)
        controller.sending.bundle_pressed.connect(staff.show_bundle)
        window.header.log_pressed.connect(staff.show_log)
        window.header.about_pressed.connect(staff.show_about)
        staff.sending_changed.connect(controller.sending.follow)
        staff.folder_pressed.connect(controller.wishes.open_folder)
        staff.devices_pressed.connect(lambda: controller.captures.choose(ChooseWhat()))
        staff.restart_pressed.connect(self._restart)
        bridge.fault.connect(staff.tell_fault)
        bridge.recorder_event.connect(staff.hear)

    def _restart(self) -> None:
        if self.controller is not None:
            self.controller.leaving.quit()
            # Somebody may have thought better of it, because of a recording that runs.
            self.wants_restart = self.controller.leaving.is_ending

    def _begin_run(self) -> None:
        self._run, crash = _begun_run(self._home, self._clock)
        if crash is not None and self._staff is not None:
            QTimer.singleShot(0, partial(self._staff.tell_crash, crash))


def show_first(window: MainWindow, *, in_tray: bool) -> None:
    """Show the window, unless it begins in the tray and there is one."""
    if not in_tray:
        window.show()
        # Where nobody manages windows, and after the first start, F9 would not be heard otherwise.
        window.activateWindow()
    elif not QSystemTrayIcon.isSystemTrayAvailable():
        # The tray may come later, or never: minimised, the window can always be reached.
        window.showMinimized()


def _begun_run(home: Home, clock: Clock) -> "tuple[LastRun | None, Crash | None]":
    from desktop.last_run import LastRun

    try:
        return LastRun.begin(home, clock)
    except OSError as error:
        _log.warning("the next start will not know how this one ended: %s", error)
        return None, None


def _chime() -> None:
    """A friendly reminder; without a loudspeaker nothing is heard."""
    from desktop.alarm_sound import CHIME, Speaker

    Speaker().play(CHIME)
