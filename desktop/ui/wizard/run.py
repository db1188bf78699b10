"""Runs the first start to its end: its window, its desk, and the loop in between."""

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop import enrolling
from desktop.recording.model import CaptureRequest
from desktop.ui import instance
from desktop.ui.bridge import Bridge
from desktop.ui.keyboard_back import KeyboardBack
from desktop.ui.theme import Tokens
from desktop.ui.wizard.desk import Joined, WizardDesk
from desktop.ui.wizard.window import WizardWindow
from holdfast.layout import Home


def run_wizard(
    app: QApplication, home: Home, capture: CaptureRequest, joined: Joined, tokens: Tokens
) -> Home | None:
    """Have somebody set up this computer; returns the home to go on with, None where they left."""
    bridge = Bridge()
    desk = WizardDesk(home, capture, joined, bridge)
    window = WizardWindow(tokens, lambda: desk.tap, enrolling.own_name())
    KeyboardBack(app, window)
    loop = QEventLoop()
    desk.finished.connect(loop.quit)
    desk.attach(window, tokens)
    server = instance.RaiseServer(home, lambda: _come_up(window))
    server.listen()
    window.show()
    QTimer.singleShot(0, lambda: _come_up(window))
    try:
        loop.exec()
    finally:
        server.close()
        window.deleteLater()
    return desk.home


def _come_up(window: WizardWindow) -> None:
    window.raise_()
    window.activateWindow()
