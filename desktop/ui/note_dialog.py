"""The dialog in which somebody writes or changes the note of a recording that has ended.

It shows a text and emits it changed; it neither reads nor keeps it.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import note_texts as texts
from desktop.ui import sending_texts
from desktop.ui.cards import label
from desktop.ui.words import tr

_SIZE = (520, 320)


class NoteDialog(QDialog):
    """One for all recordings: `ask` shows the next one in it."""

    saved = Signal(str, str)
    """The recording's id, and its note from now on."""

    def __init__(self, parent: QWidget | None, letters_most: int) -> None:
        """No note is longer than `letters_most`."""
        super().__init__(parent)
        self._letters_most = letters_most
        self._recording = ""
        self._before = ""
        self.setWindowTitle(tr(texts.TITLE))
        self.setModal(False)
        self.resize(*_SIZE)
        self.heading = label(role="heading", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr(texts.TITLE))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._changed)
        self.save_button = _button(tr(sending_texts.SAVE_MNEMONIC), tr(sending_texts.SAVE))
        self.save_button.setProperty("role", "primary")
        self.save_button.clicked.connect(self._save)
        self.cancel_button = _button(tr(texts.CANCEL), tr(texts.CANCEL))
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(label(tr(texts.SENTENCE), "muted", wrap=True))
        column.addWidget(self.text, 1)
        column.addLayout(buttons)

    def ask(self, recording: str, title: str, text: str) -> None:
        """Come up with the note that this recording has now."""
        self._recording, self._before = recording, text
        self.heading.setText(tr(texts.HEADING).format(title=title))
        self.text.setPlainText(text)
        self._changed()
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def _changed(self) -> None:
        typed = self.text.toPlainText()
        self.save_button.setEnabled(typed != self._before and len(typed) <= self._letters_most)

    def _save(self) -> None:
        self.saved.emit(self._recording, self.text.toPlainText())
        self.accept()


def _button(words: str, name: str) -> QPushButton:
    made = QPushButton(words)
    made.setAccessibleName(name)
    made.setAutoDefault(False)
    return made
