"""The app: station, window and tray put together; starts them in order and ends them in order.

The window is there first; the station opens on a thread. OpenCV, PyAV and sounddevice are never
imported here: they live in the recorder's own process.
"""

import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.errors import RecordingError
from desktop.recording.model import CaptureRequest
from desktop.station_events import FromCamera, RecordingSaved
from desktop.ui import faults, icons, instance, texts, theme
from desktop.ui.bridge import Bridge
from desktop.ui.collector import Collector
from desktop.ui.controller import Controller
from desktop.ui.main_window import MainWindow
from desktop.ui.ports import OpenStation, StationPort
from desktop.ui.recorder_state import RecordingKept
from desktop.ui.signals import QuitSignals
from desktop.ui.theme import SchemeChoice
from desktop.ui.tray import Tray
from holdfast.clock import Clock, SystemClock
from holdfast.command import EXIT_DONE, Failure
from holdfast.layout import Home

_log = logging.getLogger(__name__)


def run(
    home: Home,
    captures: Sequence[CaptureRequest],
    scheme: SchemeChoice = "system",
    open_station: OpenStation | None = None,
) -> int:
    """Open the window on this home, with one camera or several, until it is closed for good.

    Returns the exit code.

    Where a window is open already it is asked to come up, and that is all. Raises Failure where it
    does not answer.
    """
    lock = instance.take(home)
    if lock is None:
        if not instance.ask_to_raise(home):
            raise Failure(texts.RUNNING_BUT_SILENT.format(safe=texts.SAFE))
        return EXIT_DONE
    with lock:
        clock = SystemClock()
        opened = open_station or _station_of(home, clock)
        return _run_window(home, captures, scheme, opened, clock)


def _station_of(home: Home, clock: Clock) -> OpenStation:
    def opened(on_event: Callable[[object], None]) -> StationPort:
        # On the opening thread: the queue's database and the network client take their time.
        from desktop.station import StationEvent, open_station

        def heard(event: StationEvent) -> None:
            on_event(_as_shown(event))

        return open_station(home, clock, heard, uploads=True)

    return opened


def _as_shown(event: object) -> object:
    """The event as the window knows it, which needs no manifest."""
    if isinstance(event, RecordingSaved):
        return RecordingKept(event.recording)
    if isinstance(event, FromCamera):
        return replace(event, event=_as_shown(event.event))
    return event


def _run_window(
    home: Home,
    captures: Sequence[CaptureRequest],
    scheme: SchemeChoice,
    open_station: OpenStation,
    clock: Clock,
) -> int:
    bridge = Bridge()
    handler = faults.log_to(home.logs, clock)
    faults.Hooks(bridge.on_fault).install()
    app = _application()
    collector = Collector()
    collector.start()
    tokens = theme.apply(app, theme.scheme_for(scheme))
    controller = Controller(open_station, captures, bridge, clock)
    window = MainWindow(
        tokens, controller.preview, mirrored=[is_mirrored(each.source) for each in captures]
    )
    tray = Tray()
    server = instance.RaiseServer(home, bridge.raise_asked.emit)
    signals = QuitSignals(controller.end)

    def follow_system() -> None:
        if scheme == "system":
            window.set_tokens(theme.apply(app, theme.scheme_for(scheme)))

    QGuiApplication.styleHints().colorSchemeChanged.connect(follow_system)
    controller.attach(window, tray)
    controller.ended.connect(app.quit)
    signals.install()
    if not server.listen():
        _log.warning("no socket for second starts; they will say that this one does not answer")
    window.show()
    tray.start()
    QTimer.singleShot(0, controller.start)
    try:
        return app.exec()
    finally:
        server.close()
        signals.close()
        collector.stop()
        logging.getLogger().removeHandler(handler)
        handler.close()


def is_mirrored(source: str) -> bool:
    """Whether the preview is mirrored: people expect a mirror of a camera, and of nothing else."""
    try:
        return kind_of(source) is SourceKind.CAMERA
    except RecordingError:
        return False


def _application() -> QApplication:
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(texts.APP)
    app.setDesktopFileName("holdfast")
    app.setWindowIcon(icons.app_icon())
    # Hiding into the tray must not end the app.
    app.setQuitOnLastWindowClosed(False)
    theme.load_fonts()
    return app
