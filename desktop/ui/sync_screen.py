"""Run as a process of its own: a dark screen that flashes white three times, with beeps.

It plays the sync marks of a recording. A word a line on standard input (`play`) shows one series;
`mark N` answers with the monotonic nanoseconds of the first flash, `trouble ...` with a sentence,
and `over` when the screen is as it was. It ends with its input. It knows no recording.
"""

import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.recording.beeper import Beeper
from desktop.sync_mark import BEEP_HZ, FLASH_S, LEAD_S, Moments
from holdfast.clock import Clock, SystemClock

_DARK, _BRIGHT = QColor("black"), QColor("white")


class SyncScreen(QWidget):
    """Covers the screen: dark, or white for a flash. It takes no focus and no clicks' place."""

    def __init__(self) -> None:
        super().__init__(
            None,
            Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.X11BypassWindowManagerHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.is_bright = False

    def cover(self, area: QRect) -> None:
        """Cover this part of the desktop, dark."""
        self.is_bright = False
        self.setGeometry(area)
        self.show()
        self.raise_()

    def brighten(self, *, is_bright: bool) -> None:
        """Be white or dark at once: when this returns, it is painted."""
        self.is_bright = is_bright
        self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), _BRIGHT if self.is_bright else _DARK)
        painter.end()


class Series(QObject):
    """One series after the other: the screen's flashes and the beeps at the same instants."""

    asked = Signal()
    said = Signal(str)

    def __init__(self, screen: SyncScreen, beeper: Beeper, clock: Clock) -> None:
        super().__init__()
        self._screen = screen
        self._beeper = beeper
        self._clock = clock
        self._is_playing = False
        self.asked.connect(self.play)

    def play(self) -> None:
        """Begin a series, unless one is running."""
        if self._is_playing:
            return
        self._is_playing = True
        self._screen.cover(QGuiApplication.primaryScreen().geometry())
        moments = Moments.after(self._clock.monotonic_ns() + round(LEAD_S * 1e9))
        try:
            self._beeper.play(moments.flashes_ns)
        except OSError as error:
            self.said.emit(f"trouble There is no beep: {error}.")
        for number, flash_ns in enumerate(moments.flashes_ns):
            self._at(flash_ns, self._first_flash if number == 0 else self._flash)
            self._at(flash_ns + round(FLASH_S * 1e9), self._dark)
        self._at(moments.over_ns, self._end)

    def _at(self, instant_ns: int, do: Callable[[], None]) -> None:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setSingleShot(True)
        timer.timeout.connect(do)
        timer.timeout.connect(timer.deleteLater)
        timer.start(max(0, round((instant_ns - self._clock.monotonic_ns()) / 1e6)))

    def _first_flash(self) -> None:
        self._flash()
        self.said.emit(f"mark {self._clock.monotonic_ns()}")

    def _flash(self) -> None:
        self._screen.brighten(is_bright=True)

    def _dark(self) -> None:
        self._screen.brighten(is_bright=False)

    def _end(self) -> None:
        self._is_playing = False
        self._screen.hide()
        self._beeper.close()
        self.said.emit("over")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Play a series for each line on standard input, until that ends."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    clock = SystemClock()
    series = Series(SyncScreen(), Beeper(clock, BEEP_HZ, FLASH_S), clock)
    series.said.connect(_say)

    def listen() -> None:
        for line in sys.stdin:
            if line.strip() == "play":
                series.asked.emit()
        # As an event of the window's own thread, from a thread that has nothing more to say.
        QTimer.singleShot(0, app, app.quit)

    threading.Thread(target=listen, name="listen", daemon=True).start()
    _say("ready")
    app.exec()


if __name__ == "__main__":
    main()
