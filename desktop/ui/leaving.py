"""The end of the app: asked for, a recording that runs ended first, station and window closed.

Nothing may hold it up for good: each step has a limit.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.main_window import MainWindow
from desktop.ui.memory import Memory
from desktop.ui.questions import may_stop_and_quit
from desktop.ui.record_desk import RecordDesk
from desktop.ui.station_desk import StationDesk
from desktop.ui.tray import Tray

END_LIMIT_MS: Final = 8_000
"""A recording ends within 5 s of a stop; after this the station is closed whatever it says."""
CLOSE_LIMIT_MS: Final = 20_000


class Leaving(QObject):
    """Lives on the thread of Qt. `ended` is its last signal."""

    ended = Signal()

    def __init__(
        self,
        station: StationDesk,
        memory: Memory,
        recording: RecordDesk,
        let_go: Callable[[], None],
    ) -> None:
        """`let_go` ends what is shown besides window and tray."""
        super().__init__()
        self._station = station
        self._memory = memory
        self._recording = recording
        self._let_go = let_go
        self._window: MainWindow | None = None
        self._tray: Tray | None = None
        self._is_ending = False
        self._is_over = False
        self._end_limit = self._once(END_LIMIT_MS, self.close)
        self._close_limit = self._once(CLOSE_LIMIT_MS, self.finish)

    def _once(self, after_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(slot)
        return timer

    @property
    def is_ending(self) -> bool:
        """Whether the app is on its way out."""
        return self._is_ending

    @property
    def is_over(self) -> bool:
        """Whether everything is closed."""
        return self._is_over

    def attach(self, window: MainWindow, tray: Tray) -> None:
        """Hear window and tray, and close them in the end."""
        self._window, self._tray = window, tray
        window.close_pressed.connect(self._window_closed)
        for place in (window, tray):
            place.quit_pressed.connect(self.quit)

    def _window_closed(self) -> None:
        """The window's cross: what is sent goes on being sent, from the tray or minimised."""
        if self._is_ending or self._window is None or self._tray is None:
            return
        if self._memory.facts.is_active:
            self.quit()
        elif self._tray.is_shown:
            self._window.hide()
        else:
            self._window.showMinimized()

    def quit(self) -> None:
        """End the app. A running recording is asked about, kept and closed first."""
        if self._is_ending or self._window is None:
            return
        if self._memory.facts.is_active:
            self._window.come_up()
            if not may_stop_and_quit(self._window):
                return
        self.end()

    def end(self) -> None:
        """End without a question: somebody said so, or the system asks us to."""
        if self._is_ending:
            return
        self._is_ending = True
        self._recording.take_no_more()
        if self._station.port is not None and self._memory.facts.is_active:
            self._recording.stop()
            self._end_limit.start()
        else:
            self.close()

    def recording_kept(self) -> None:
        """The last recording that ran has ended, and its manifest is written."""
        if self._is_ending:
            self.close()

    def close(self) -> None:
        """Close the station; `finish` follows."""
        if not self._station.is_closing:
            self._close_limit.start()
            self._station.close()

    def finish(self) -> None:
        """The station is closed, or takes too long: close everything else."""
        if self._is_over:
            return
        self._is_over = True
        self._end_limit.stop()
        self._close_limit.stop()
        self._station.end()
        self._let_go()
        if self._tray is not None:
            self._tray.hide()
        if self._window is not None:
            self._window.let_close()
            self._window.close()
        self.ended.emit()
