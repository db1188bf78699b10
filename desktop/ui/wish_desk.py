"""What a person wants besides recording: of recordings that are there, of the queue, of an alarm.

One press each, from window, tray and queue to the station, or to a dialog that shows more.
"""

from typing import Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.ui.main_window import MainWindow
from desktop.ui.memory import Memory
from desktop.ui.note_desk import NoteDesk
from desktop.ui.presenter import present
from desktop.ui.queue_desk import QueueDesk
from desktop.ui.review_desk import ReviewDesk
from desktop.ui.station_desk import Command, StationDesk
from desktop.ui.tray import Tray

DECIDES: Final = "window"
"""Who keeps and discards here, as the decision says."""


class WishDesk(QObject):
    """Lives on the thread of Qt."""

    def __init__(self, station: StationDesk, memory: Memory) -> None:
        super().__init__()
        self._station = station
        self._memory = memory
        self._window: MainWindow | None = None
        self._reviews = ReviewDesk()
        self._notes = NoteDesk(station.run)

    def attach(self, window: MainWindow, tray: Tray, queue: QueueDesk) -> None:
        """Hear the window, the tray and the queue's window."""
        self._window = window
        window.keep_pressed.connect(self._keep)
        window.discard_pressed.connect(self._discard)
        window.dismiss_pressed.connect(self._dismiss)
        window.try_now_pressed.connect(self._try_now)
        window.quiet_pressed.connect(self._acknowledge_alarm)
        window.alarm_hidden.connect(self._hide_alarm)
        for place in (window, tray):
            place.retry_pressed.connect(self._retry)
            place.open_folder_pressed.connect(self.open_folder)
        window.play_pressed.connect(self._play)
        queue.play_wanted.connect(self._play)
        window.note_pressed.connect(self._note)
        queue.note_wanted.connect(self._note)

    def open_folder(self) -> None:
        """Show the recordings in the system's file manager."""
        if self._station.port is not None:
            folder = self._station.port.recordings_folder
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def close(self) -> None:
        """Take the dialogs away."""
        self._reviews.close()
        self._notes.close()

    def _keep(self, recording: str) -> None:
        """Keep a recording, also one that was discarded a moment ago."""
        self._station.command(Command.DECIDE, lambda station: station.keep(recording, DECIDES))

    def _discard(self, recording: str) -> None:
        """Discard a recording; for a while that can be undone."""
        self._station.command(Command.DECIDE, lambda station: station.discard(recording, DECIDES))

    def _dismiss(self) -> None:
        """What was found, or else what was recovered, has been read."""
        if self._memory.facts.checked:
            self._memory.know(checked=())
        else:
            self._memory.know(recovered=None)

    def _retry(self) -> None:
        failed = present(self._memory.facts).failed
        self._station.command(Command.RETRY, lambda station: station.retry(failed))

    def _try_now(self) -> None:
        self._station.command(Command.TRY_NOW, lambda station: station.try_now())

    def _acknowledge_alarm(self) -> None:
        """Staff have come: no sound any more for what is wrong now."""
        self._station.command(Command.QUIET, lambda station: station.acknowledge_alarm())

    def _hide_alarm(self) -> None:
        """Staff have seen that nothing is written, and want the recording to go on."""
        self._memory.know(alarm_hidden=True)
        self._acknowledge_alarm()

    def _play(self, recording: str) -> None:
        """Show a recording, as far as it is on this computer."""
        found, window = self._memory.facts.recording(recording), self._window
        if found is not None and window is not None:
            self._reviews.ask(window, window.tokens, found)

    def _note(self, recording: str) -> None:
        """Show a recording's note, to be changed."""
        found = self._memory.facts.recording(recording)
        if found is not None and self._window is not None:
            self._notes.ask(self._window, found)
