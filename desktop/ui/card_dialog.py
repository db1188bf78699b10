"""The window of the state card: a QR code to scan, and the same line to copy.

It shows a line that it is given and emits the wish for a newer one; it signs nothing.
"""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import amounts, sending_texts
from desktop.ui import card_texts as texts
from desktop.ui.cards import label
from desktop.ui.qr_picture import qr_picture
from desktop.ui.scrolled import Flowing
from desktop.ui.words import tr
from holdfast.clock import rfc3339

CODE_PX = 380
_SIZE = (560, 720)


class CardDialog(QDialog):
    """Shows one card; `again_pressed` asks for a newer one."""

    again_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = ""
        self._picture: QImage | None = None
        self.setWindowTitle(tr(texts.TITLE))
        self.setModal(False)
        self.resize(*_SIZE)
        self.code = QLabel()
        self.code.setAccessibleName(tr(texts.CODE))
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setMinimumSize(QSize(CODE_PX, CODE_PX))
        self.note = label(role="muted", wrap=True)
        self.copy_button = _button(texts.COPY_MNEMONIC, texts.COPY)
        self.save_button = _button(sending_texts.SAVE_MNEMONIC, sending_texts.SAVE)
        self.again_button = _button(texts.AGAIN_MNEMONIC, texts.AGAIN)
        self.close_button = _button(texts.CLOSE_MNEMONIC, texts.CLOSE)
        self.close_button.setProperty("role", "primary")
        self._lay_out()
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._ask_where)
        self.again_button.clicked.connect(self.again_pressed)
        self.close_button.clicked.connect(self.close)

    def _lay_out(self) -> None:
        stage = QFrame()
        stage.setProperty("role", "card")
        inside = QVBoxLayout(stage)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(self.code, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for each in (self.copy_button, self.save_button, self.again_button):
            buttons.addWidget(each)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        page = QWidget()
        shown = QVBoxLayout(page)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(12)
        shown.addWidget(label(tr(texts.HEADING), "heading", wrap=True))
        shown.addWidget(label(tr(texts.SENTENCE), wrap=True))
        shown.addWidget(stage, 1)
        shown.addWidget(self.note)
        shown.addWidget(label(tr(texts.CHECK), "muted", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(Flowing(page), 1)
        column.addLayout(buttons)

    @property
    def line(self) -> str:
        """What the code says; empty while there is none."""
        return self._line

    def show_making(self) -> None:
        """A card is being written."""
        self._show("", None, tr(texts.MAKING))

    def show_card(self, line: str, at: datetime) -> None:
        """Show the code of this line."""
        when = amounts.moment(rfc3339(at), at)
        self._show(line, qr_picture(line, CODE_PX), tr(texts.AT).format(time=when))

    def show_trouble(self, why: str) -> None:
        """There is no card, for this reason."""
        self._show("", None, why or tr(texts.FAILED))

    def save_to(self, file: Path) -> None:
        """Write the picture there, and say whether that went well."""
        assert self._picture is not None
        well = self._picture.save(str(file))
        self.note.setText(tr(texts.SAVED if well else texts.NOT_SAVED).format(file=file))

    def _show(self, line: str, picture: QImage | None, note: str) -> None:
        self._line, self._picture = line, picture
        self.code.setPixmap(QPixmap() if picture is None else QPixmap.fromImage(picture))
        if picture is not None:
            # A code that is cut cannot be read.
            self.code.setMinimumSize(picture.size())
        self.note.setText(note)
        for each in (self.copy_button, self.save_button):
            each.setEnabled(picture is not None)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._line)
        self.note.setText(tr(texts.COPIED))

    def _ask_where(self) -> None:
        named, _ = QFileDialog.getSaveFileName(
            self, tr(sending_texts.SAVE), texts.FILE_NAME, tr(texts.PICTURES)
        )
        if named:
            self.save_to(Path(named))


def _button(words: str, name: str) -> QPushButton:
    made = QPushButton(tr(words))
    made.setAccessibleName(tr(name))
    made.setAutoDefault(False)
    return made
