"""Tells that something went wrong and that recordings are safe. Never blocks, never asks twice.

It shows words that it is given and emits what somebody wants.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.cards import label
from desktop.ui.help import texts
from desktop.ui.theme import Tokens
from desktop.ui.wizard.parts import button
from desktop.ui.words import tr

_W = 560
_DETAILS_H = 150
_ICON_PX = 40


class FaultDialog(QDialog):
    """Title, sentence, what was noted, and three ways on."""

    restart_pressed = Signal()
    report_pressed = Signal()

    def __init__(self, parent: QWidget | None, tokens: Tokens) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setFixedWidth(_W)
        self.setWindowTitle(tr(texts.FAULT_TITLE).partition(".")[0])
        icon = QLabel()
        icon.setPixmap(icons.pixmap("shield", tokens.ok, _ICON_PX, self.devicePixelRatioF()))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title = label(role="heading", wrap=True)
        self.sentence = label(wrap=True)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setProperty("role", "mono")
        self.details.setAccessibleName(tr(texts.DETAILS))
        self.details.setFixedHeight(_DETAILS_H)
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.continue_button = button(texts.CONTINUE_MNEMONIC, role="primary")
        self.continue_button.setDefault(True)
        self.restart_button = button(texts.RESTART_MNEMONIC)
        self.report_button = button(texts.SAVE_REPORT_MNEMONIC, texts.SAVE_REPORT)
        self.continue_button.clicked.connect(self.accept)
        self.restart_button.clicked.connect(self.restart_pressed)
        self.report_button.clicked.connect(self.report_pressed)
        words = QVBoxLayout()
        words.setSpacing(theme.S)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        top = QHBoxLayout()
        top.setSpacing(theme.L)
        top.addWidget(icon)
        top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addWidget(self.report_button)
        buttons.addStretch(1)
        buttons.addWidget(self.restart_button)
        buttons.addWidget(self.continue_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        column.setSpacing(theme.L)
        column.addLayout(top)
        column.addWidget(self.details)
        column.addLayout(buttons)

    def tell(self, title: str, sentence: str, details: str = "", *, restarts: bool = True) -> None:
        """Come up with these words, without taking the keyboard from what somebody does."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.details.setPlainText(details)
        self.details.setVisible(bool(details))
        self.restart_button.setVisible(restarts)
        self.setAccessibleDescription(f"{title} {sentence}")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.adjustSize()
        self.show()
        self.raise_()
        self.continue_button.setFocus()
