"""The app: station, window and tray put together; starts them in order and ends them in order.

The window is there first; the station opens on a thread. OpenCV and sounddevice are never imported
here: they live in processes of their own. PyAV is imported when somebody plays a recording.
"""

import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.sync_mark import OFF, flashes_by_itself
from desktop.ui import faults, icons, instance, sentences, texts, theme, words
from desktop.ui.behind import Behind, Look, Wishes, show_first
from desktop.ui.collector import Collector
from desktop.ui.first_paint import FirstPaint
from desktop.ui.first_view import first_view
from desktop.ui.main_window import MainWindow
from desktop.ui.ports import OpenStation, StationPort
from desktop.ui.signals import QuitSignals
from desktop.ui.theme import SchemeChoice
from desktop.ui.words import tr
from holdfast.clock import Clock, SystemClock
from holdfast.layout import Home

if TYPE_CHECKING:
    from desktop.control import ControlServer
    from desktop.control_lines import Start
    from desktop.own_receiver import OwnReceiver
    from desktop.recording.model import CaptureRequest
    from desktop.station import Station

_log = logging.getLogger(__name__)
_DONE = 0
"""`holdfast.command.EXIT_DONE`, without the command line that it stands in."""


def run(
    home: Home,
    captures: Sequence["CaptureRequest"],
    scheme: SchemeChoice = "system",
    open_station: OpenStation | None = None,
    *,
    reminder_minutes: float = 0.0,
    stop_guard: bool = False,
    sync_mark: str = OFF,
    language: str = words.SYSTEM,
    with_control: bool = False,
    keeps_devices: bool = False,
    own_receiver_port: int | None = None,
    in_tray: bool = False,
) -> int:
    """Open the window on this home, with one camera or several, until it is closed for good.

    `sync_mark` names the ends of a recording that are marked by flashes and beeps; `language` is
    one of words.WISHES;
    `keeps_devices`: what a person chooses is opened at the next start too; `own_receiver_port`:
    where this computer's own receiver listens, if there is one; `in_tray`: nobody wants to see the
    window yet. Returns the exit code.

    Where a window is open already it is asked to come up, and that is all. Raises Failure where it
    does not answer.
    """
    lock = instance.take(home)
    if lock is None:
        _raise_running(home)
        return _DONE
    with lock:
        clock = SystemClock()
        control = _Control(home, clock, wanted=with_control)
        own = _OwnReceiver(home, clock, own_receiver_port)
        opened = open_station or _station_of(home, clock, control, own)
        if flashes_by_itself(captures[0].source):
            sync_mark = OFF
        try:
            wishes = Wishes(
                captures,
                scheme,
                language,
                reminder_minutes,
                stop_guard,
                sync_mark,
                keeps_devices,
                in_tray,
            )
            wants_restart = _run_window(home, opened, clock, wishes, own.receiver)
        finally:
            control.close()
            own.close()
    if wants_restart:
        from desktop.restarting import start_anew

        start_anew()
    return _DONE


def set_up(
    home: Home,
    capture: "CaptureRequest",
    scheme: SchemeChoice = "system",
    language: str = words.SYSTEM,
) -> Home | None:
    """Go through the first start with somebody; returns the home they chose, None if they left.

    Raises Failure where a window that does not answer is open already.
    """
    from desktop.own_receiver import OwnReceiver
    from desktop.ui.wizard.desk import Joined
    from desktop.ui.wizard.run import run_wizard
    from desktop.window_settings import load_window_settings

    lock = instance.take(home)
    if lock is None:
        _raise_running(home)
        return None
    clock = SystemClock()

    def own_receiver(chosen: Home) -> OwnReceiver:
        port = load_window_settings(chosen.config, os.environ).own_receiver_port
        return OwnReceiver(chosen, clock, port)

    def open_on(chosen: Home) -> OpenStation:
        return _plain_station_of(chosen, clock)

    with lock:
        app = _application()
        words.install(app, language)
        tokens = theme.apply(app, theme.scheme_for(scheme))
        return run_wizard(app, home, capture, Joined(open_on, own_receiver, clock), tokens)


def _raise_running(home: Home) -> None:
    """Have the window come up that is open already. Raises Failure where it does not answer."""
    from holdfast.command import Failure

    if not instance.ask_to_raise(home):
        raise Failure(tr(texts.RUNNING_BUT_SILENT).format(safe=tr(texts.SAFE)))


def _plain_station_of(home: Home, clock: Clock) -> OpenStation:
    """A station whose events are told as they are."""

    def opened(on_event: Callable[[object], None]) -> StationPort:
        from desktop.station import open_station

        return open_station(home, clock, on_event, uploads=True)

    return opened


class _Control:
    """The window's control socket, opened with the station and closed with the app."""

    def __init__(self, home: Home, clock: Clock, *, wanted: bool) -> None:
        self._home = home
        self._clock = clock
        self._wanted = wanted
        self._server: ControlServer | None = None

    def open(self, station: "Station", on_event: Callable[[object], None]) -> None:
        """Listen, if that is wanted; where it cannot be, the window works without."""
        from desktop.control import ControlServer, ControlUnavailable, socket_path
        from desktop.control_desk import StationDesk

        if not self._wanted:
            return
        desk = StationDesk(station, lambda wish: _begin(station, wish, on_event))
        server = ControlServer(socket_path(self._home), desk, self._clock)
        try:
            server.start()
        except ControlUnavailable as error:
            _log.warning("%s The window works without it.", error)
            return
        self._server = server

    def close(self) -> None:
        if self._server is not None:
            self._server.close()


def _begin(station: "Station", wish: "Start", on_event: Callable[[object], None]) -> str:
    """Begin a recording that a program asked for, and have the window show whose it is."""
    from desktop.register import RecordingRunning
    from desktop.ui.asked import RecordRefused, StartedElsewhere
    from desktop.ui.record_desk import generated_participant

    if station.active_recording is not None:
        raise RecordingRunning("A recording is running already.")
    participant = wish.participant or generated_participant()
    on_event(StartedElsewhere(participant, wish.prompt))
    try:
        return station.start_recording(participant, wish.prompt, wish.seconds)
    except Exception as error:
        on_event(RecordRefused(sentences.command_failed(str(error))))
        raise


class _OwnReceiver:
    """This computer's own receiver, started beside the station and closed with the app."""

    def __init__(self, home: Home, clock: Clock, port: int | None) -> None:
        self._home = home
        self._clock = clock
        self._port = port
        self._receiver: OwnReceiver | None = None
        self._starting: threading.Thread | None = None

    def start(self) -> None:
        """Start it on a thread of its own, if there is one: what is recorded waits meanwhile."""
        from desktop.own_receiver import OwnReceiver

        if self._port is not None:
            self._receiver = OwnReceiver(self._home, self._clock, self._port)
            self._starting = threading.Thread(target=self._start, name="own-receiver-start")
            self._starting.start()

    def _start(self) -> None:
        from desktop.own_receiver import OwnReceiverFailed

        assert self._receiver is not None
        try:
            self._receiver.start()
        except (OwnReceiverFailed, OSError) as error:
            _log.warning("%s", error)

    def receiver(self) -> "OwnReceiver | None":
        """The receiver, where there is one."""
        return self._receiver

    def close(self) -> None:
        if self._receiver is not None and self._starting is not None:
            self._receiver.close()
            self._starting.join()
            # Once more: it may have been ready in between.
            self._receiver.close()


def _station_of(home: Home, clock: Clock, control: _Control, own: _OwnReceiver) -> OpenStation:
    def opened(on_event: Callable[[object], None]) -> StationPort:
        # On the opening thread: the queue's database and the network client take their time.
        from desktop.station import StationEvent, open_station

        def heard(event: StationEvent) -> None:
            on_event(_as_shown(event))

        station = open_station(home, clock, heard, uploads=True, asks_person=True)
        control.open(station, on_event)
        own.start()
        return station

    return opened


def _as_shown(event: object) -> object:
    """The event as the window knows it, which needs no manifest."""
    from dataclasses import replace

    from desktop.station_events import FromCamera, RecordingSaved
    from desktop.ui.asked import RecordingKept

    if isinstance(event, RecordingSaved):
        return RecordingKept(event.recording)
    if isinstance(event, FromCamera):
        return replace(event, event=_as_shown(event.event))
    return event


def _run_window(
    home: Home,
    open_station: OpenStation,
    clock: Clock,
    wishes: Wishes,
    own_receiver: "Callable[[], OwnReceiver | None]",
) -> bool:
    """Whether somebody wants it started anew."""
    log = faults.LogFile(home.logs, clock)
    app = _application()
    words.install(app, wishes.language)
    collector = Collector()
    collector.start()
    look = Look(app, wishes.scheme)
    behind = Behind(home, open_station, clock, wishes, own_receiver, look)
    window = MainWindow(look.tokens, behind.preview, mirrored=[True] * len(wishes.captures))
    look.follows(window.set_tokens)
    window.show_view(first_view(len(wishes.captures) - 1))
    server = instance.RaiseServer(home, behind.come_up)
    signals = QuitSignals(behind.end)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(look.follow_system)
    hints.accessibility().contrastPreferenceChanged.connect(look.follow_system)
    signals.install()
    look.dress()
    show_first(window, in_tray=wishes.in_tray)

    def painted() -> None:
        app.setWindowIcon(icons.app_icon())
        if not server.listen():
            _log.warning("no socket for second starts; they will say that this one does not answer")
        behind.load(app, window)
        log.keep_short()

    FirstPaint(window, painted)
    try:
        app.exec()
        return behind.wants_restart
    finally:
        behind.close()
        server.close()
        signals.close()
        collector.stop()
        log.close()


def _application() -> QApplication:
    running = QApplication.instance()
    app = (
        running
        if isinstance(running, QApplication)
        else QApplication([*sys.argv[:1], *theme.STYLE_WORDS])
    )
    app.setApplicationName(tr(texts.APP))
    app.setDesktopFileName("holdfast")
    # Hiding into the tray must not end the app.
    app.setQuitOnLastWindowClosed(False)
    theme.load_fonts()
    return app
