"""Study, participant, note, marks with words and framing guide: from the window to the station.

Everything it asks of the station runs off the thread of Qt, through the function it is given. What
is shown is the presenter's.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.recording.sighting import Sighting
from desktop.study_shelf import Shelf
from desktop.ui import field_texts as texts
from desktop.ui import field_view
from desktop.ui.facts import Notice
from desktop.ui.main_window import MainWindow
from desktop.ui.ports import StationPort
from desktop.ui.words import tr
from holdfast.clock import Clock

Run = Callable[[str, Callable[[StationPort], object]], None]
"""Runs a call on the station, under a name."""
Know = Callable[..., None]
"""Takes in what is known now, by the fields of `Facts`."""

STUDIES, CHOOSE, NOTE, GUIDE = "read studies", "choose study", "note", "framing guide"
NOTED_BY = "window"
NOTE_AFTER_MS = 1_000
"""A note is written when nobody has typed for so long, and at the end of the recording."""
GUIDE_EVERY_MS = 250
WORDS_SOURCE = "words"
"""Source of a mark that somebody gave words."""


class FieldDesk(QObject):
    """Lives on the thread of Qt."""

    _shelf_read = Signal(object)
    _guide_read = Signal(bool)

    def __init__(
        self,
        run: Run,
        know: Know,
        sighting: Callable[[], Sighting | None],
        clock: Clock,
        new_participant: Callable[[], str],
    ) -> None:
        super().__init__()
        self._run = run
        self._know = know
        self._sighting = sighting
        self._clock = clock
        self._new_participant = new_participant
        self._window: MainWindow | None = None
        self._recording: str | None = None
        self._noted = ""
        self._mark_ns: int | None = None
        self._is_guide_chosen = False
        self._shelf_read.connect(self._show_shelf)
        self._guide_read.connect(self._show_guide_as_kept)
        self._note_soon = QTimer(self)
        self._note_soon.setSingleShot(True)
        self._note_soon.setInterval(NOTE_AFTER_MS)
        self._note_soon.timeout.connect(self._write_note)
        self._look = QTimer(self)
        self._look.setInterval(GUIDE_EVERY_MS)
        self._look.timeout.connect(self._look_at_picture)

    def attach(self, window: MainWindow) -> None:
        """Hear this window."""
        self._window = window
        capture, header = window.capture, window.header
        capture.random_pressed.connect(self._make_participant)
        capture.participant_changed.connect(self._participant_changed)
        capture.agreed_changed.connect(lambda agreed: self._know(agreed=agreed))
        capture.note_changed.connect(lambda _text: self._note_soon.start())
        header.study.chosen.connect(self.choose)
        header.study.open_pressed.connect(self._ask_for_file)
        header.guide_toggled.connect(self.set_guide)
        window.marks.begun.connect(self._mark_begun)
        window.marks.marked.connect(self._mark)

    def read(self) -> None:
        """Look which studies there are, and whether the guide is wanted."""
        self._run(STUDIES, lambda station: self._shelf_read.emit(station.studies()))
        self._run(GUIDE, lambda station: self._guide_read.emit(station.wants_guide()))

    def choose(self, key: str, language: str = "") -> None:
        """Record for this study from now on, by its id or its file's path; empty for none.

        `language` is one of the study's; empty for that of the window.
        """
        self._run(
            CHOOSE, lambda station: self._shelf_read.emit(station.choose_study(key, language))
        )

    def set_guide(self, wanted: bool) -> None:
        """Show the guide on the picture, or not."""
        self._is_guide_chosen = True
        self._show_guide(wanted)
        self._run(GUIDE, lambda station: station.show_guide(wanted=wanted))

    def follow(self, recording: str | None) -> None:
        """This recording runs now, or none does. A note belongs to one recording."""
        if recording == self._recording:
            return
        self._write_note()
        if self._recording is not None and self._window is not None:
            self._window.capture.note.clear()
        self._recording, self._noted = recording, ""
        if recording is not None:
            self._write_note()

    def hear(self, command: str, trouble: str | None) -> bool:
        """A command failed with `trouble`; whether that has been told."""
        if command != CHOOSE or trouble is None:
            return False
        sentence = tr(texts.STUDY_FAULTY).format(faults=trouble.replace("\n", " "))
        self._know(notice=Notice(tr(texts.STUDY_FAULTY_TITLE), sentence))
        return True

    def close(self) -> None:
        """Look no more."""
        self._look.stop()
        self._note_soon.stop()

    def _make_participant(self) -> None:
        if self._window is not None:
            self._window.participant = self._new_participant()

    def _participant_changed(self, typed: str) -> None:
        # Whoever comes next has agreed to nothing yet.
        self._know(participant=typed, agreed=False)

    def _mark_begun(self) -> None:
        self._mark_ns = self._clock.monotonic_ns()

    def _mark(self, words: str) -> None:
        at_ns = self._mark_ns
        self._run("mark", lambda station: station.mark(words, WORDS_SOURCE, at_ns))

    def _write_note(self) -> None:
        self._note_soon.stop()
        recording, window = self._recording, self._window
        if recording is None or window is None or window.note == self._noted:
            return
        text = self._noted = window.note
        self._run(NOTE, lambda station: station.note(recording, text, NOTED_BY))

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self._window, tr(texts.OPEN_STUDY_TITLE))
        dialog.setNameFilter(f"{tr(texts.STUDY_FILES)} (*.yaml *.yml)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_shelf(self, shelf: Shelf) -> None:
        self._know(shelf=shelf)
        if shelf.is_gone:
            sentence = tr(texts.STUDY_GONE).format(study=shelf.chosen)
            self._know(notice=Notice(tr(texts.STUDY_GONE_TITLE), sentence, "warn"))

    def _show_guide_as_kept(self, wanted: bool) -> None:
        # Whoever chose meanwhile knows better than what was read before.
        if not self._is_guide_chosen:
            self._show_guide(wanted)

    def _show_guide(self, wanted: bool) -> None:
        if self._window is None:
            return
        self._window.header.show_guide(wanted)
        if wanted:
            self._run(GUIDE, lambda station: station.watch_picture(wanted=True))
            self._look.start()
        else:
            self._look.stop()
        self._look_at_picture()

    def _look_at_picture(self) -> None:
        window = self._window
        if window is None or window.isHidden():
            return
        now_ns, wanted = self._clock.monotonic_ns(), self._look.isActive()
        window.preview.show_guide(field_view.guide_view(self._sighting(), now_ns, wanted=wanted))
