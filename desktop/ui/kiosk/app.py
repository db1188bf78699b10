"""The kiosk put together: station, conductor, looks and window; started in order, ended in order.

The window is there first; the station opens on a thread. OpenCV and PyAV are not imported here
before somebody looks at a recording: the camera's pictures come from the recorder's own process.
"""

import importlib
import logging
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop.alarm_sound import Speaker
from desktop.kiosk.conductor import Conductor
from desktop.playback.media_files import playable_files
from desktop.recording.model import CaptureRequest
from desktop.station import Station, StationEvent, open_station
from desktop.station_events import FromCamera, RecordingSaved
from desktop.study_values import Study
from desktop.ui import faults, icons, instance, texts, theme, words
from desktop.ui.asked import RecordingKept
from desktop.ui.collector import Collector
from desktop.ui.device_desk import is_mirrored
from desktop.ui.kiosk.bridge import KioskBridge
from desktop.ui.kiosk.controller import KioskController
from desktop.ui.kiosk.ports import OnEvent, OnState, Opened, OpenKiosk
from desktop.ui.kiosk.screen import fitting_application
from desktop.ui.kiosk.staff_desk import KeepHash, StaffDesk
from desktop.ui.kiosk.window import KioskWindow
from desktop.ui.review_player import ReviewPlayer
from desktop.ui.signals import QuitSignals
from desktop.ui.theme import SchemeChoice, Tokens
from holdfast.clock import Clock, SystemClock
from holdfast.command import EXIT_DONE, Failure
from holdfast.ids import new_id
from holdfast.layout import Home

_log = logging.getLogger(__name__)


def run(
    home: Home,
    study: Study,
    capture: CaptureRequest,
    pin_hash: str,
    keep_pin: KeepHash,
    *,
    scheme: SchemeChoice = "system",
    language: str = words.SYSTEM,
) -> int:
    """Guide participants through this study until staff leave; returns the exit code.

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
        opens = partial(open_kiosk, home, study, capture, clock)
        desk = StaffDesk(pin_hash, keep_pin, clock)
        return _run_window(home, study, capture, opens, desk, scheme, language)


def open_kiosk(
    home: Home,
    study: Study,
    capture: CaptureRequest,
    clock: Clock,
    on_event: OnEvent,
    on_state: OnState,
) -> Opened:
    """Open the station, finish what an earlier run left, and have a conductor ready.

    Raises as desktop.station.open_station.
    """
    # Heard before there is a conductor is only what an earlier run left.
    conductors: list[Conductor] = []

    def heard(event: StationEvent) -> None:
        for conductor in conductors:
            conductor.hear(event)
        on_event(_as_shown(event))

    station = open_station(home, clock, heard, uploads=True)
    station.watch_picture(wanted=True)
    station.start()
    conductor = Conductor(
        station,
        study,
        capture,
        clock,
        on_state,
        new_number=lambda: generated_number(clock),
        shuffle=random.shuffle,
    )
    conductors.append(conductor)
    # What plays a recording takes a while to load, and the first review is not to wait for it.
    importlib.import_module("desktop.playback.player")
    return Opened(station, conductor, partial(_files, station))


def generated_number(clock: Clock) -> str:
    """What a participant is called whom nobody asks for a number: `P-` and six characters."""
    return f"P-{new_id(clock.now())[-6:].upper()}"


def _files(station: Station, recording: str) -> tuple[Path, ...]:
    return playable_files(station.folder_of(recording))


def _as_shown(event: object) -> object:
    """The event as the screen knows it, which needs no manifest."""
    if isinstance(event, RecordingSaved):
        return RecordingKept(event.recording)
    return None if isinstance(event, FromCamera) else event


def _run_window(
    home: Home,
    study: Study,
    capture: CaptureRequest,
    opens: OpenKiosk,
    desk: StaffDesk,
    scheme: SchemeChoice,
    language: str,
) -> int:
    # First: where it is made twice, the end of the first takes along what Qt has by then.
    app = _application()
    clock = SystemClock()
    bridge = KioskBridge()
    log = faults.LogFile(home.logs, clock)
    log.keep_short()
    faults.Hooks(bridge.on_fault).install()
    _speak(app, study.language, language)
    collector = Collector()
    collector.start()
    tokens = theme.apply(app, theme.scheme_for(scheme))
    speaker = Speaker()
    controller = KioskController(opens, study, bridge, clock, desk, speaker.play)
    window = KioskWindow(
        tokens, controller.preview, _player_of(tokens), mirrored=is_mirrored(capture.source)
    )
    window.watch_input(app)

    def follow_system() -> None:
        if scheme == "system":
            window.set_tokens(theme.apply(app, theme.scheme_for(scheme)))

    QGuiApplication.styleHints().colorSchemeChanged.connect(follow_system)
    server = instance.RaiseServer(home, bridge.raise_asked.emit)
    bridge.raise_asked.connect(window.activateWindow)
    signals = QuitSignals(controller.end)
    signals.install()
    if not server.listen():
        _log.warning("no socket for second starts; they will say that this one does not answer")

    controller.language_chosen.connect(lambda chosen: _speak(app, chosen, language))
    controller.attach(window)
    controller.ended.connect(app.quit)
    window.fill_screen()
    QTimer.singleShot(0, controller.start)
    try:
        return app.exec()
    finally:
        app.removeEventFilter(window)
        server.close()
        signals.close()
        speaker.close()
        collector.stop()
        log.close()


def _speak(app: QApplication, study_language: str, otherwise: str) -> None:
    """Say everything in the language of the study's texts, as far as the kiosk speaks it."""
    words.install(app, study_language if study_language in words.LANGUAGES else otherwise)


def _player_of(tokens: Tokens) -> Callable[[], QWidget]:
    return lambda: ReviewPlayer(tokens)


def _application() -> QApplication:
    app = fitting_application()
    app.setApplicationName(texts.APP)
    app.setDesktopFileName("holdfast")
    app.setWindowIcon(icons.app_icon())
    app.setQuitOnLastWindowClosed(False)
    theme.load_fonts()
    return app
