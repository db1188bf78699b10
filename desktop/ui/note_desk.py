"""Changing a recording's note later: reads it through the station, shows it, and keeps it.

Lives on the thread of Qt; what it asks of the station runs elsewhere.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.notes import LETTERS_MOST
from desktop.ui.note_dialog import NoteDialog
from desktop.ui.ports import StationPort
from desktop.ui.sentences import recording_title
from uploader.items import RecordingSnapshot

Run = Callable[[str, Callable[[StationPort], object]], None]
"""Runs a call on the station, under a name."""
READ, NOTE = "read note", "note"
NOTED_BY: Final = "window"


class NoteDesk(QObject):
    """One dialog, for whichever recording somebody asks."""

    _found = Signal(object, str)

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._run = run
        self._parent: QWidget | None = None
        self.dialog: NoteDialog | None = None
        self._found.connect(self._show)

    def ask(self, parent: QWidget, recording: RecordingSnapshot) -> None:
        """Show the note of this recording, to be changed."""
        self._parent = parent
        self._run(READ, lambda station: self._read(station, recording))

    def _read(self, station: StationPort, recording: RecordingSnapshot) -> None:
        self._found.emit(recording, station.read_note(recording.id))

    def close(self) -> None:
        """Take the dialog away; what was not saved is as it was before."""
        if self.dialog is not None:
            self.dialog.close()

    def _show(self, recording: RecordingSnapshot, text: str) -> None:
        if self.dialog is None:
            self.dialog = NoteDialog(self._parent, LETTERS_MOST)
            self.dialog.saved.connect(self._save)
        title = recording_title(recording.participant, recording.prompt)
        self.dialog.ask(recording.id, title, text)

    def _save(self, recording: str, text: str) -> None:
        self._run(NOTE, lambda station: station.note(recording, text, NOTED_BY))
