"""The page about the folder for recordings. It shows a `StorageView`; choosing is a wish."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.cards import label, set_property
from desktop.ui.theme import Tokens
from desktop.ui.wizard import texts
from desktop.ui.wizard.parts import Result, button, card, page_column
from desktop.ui.wizard.views import StorageView
from desktop.ui.words import tr


class StoragePage(QWidget):
    """Folder, room, and what that means."""

    choose_pressed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(tr(texts.FOLDER))
        self.choose_button = button(texts.CHOOSE_FOLDER_MNEMONIC, texts.CHOOSE_FOLDER)
        self.choose_button.clicked.connect(self.choose_pressed)
        self._room = label(role="headline")
        self._room_line = label(role="muted", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr(texts.ROOM))
        self.result = Result(tokens)
        column = page_column(self, texts.STORAGE_TITLE, texts.STORAGE_INTRO)
        column.addWidget(self._folder_card())
        column.addWidget(self._room_card())
        column.addWidget(self.result)
        column.addStretch(1)

    def _folder_card(self) -> QWidget:
        box, body = card(spacing=theme.S)
        body.addWidget(label(tr(texts.FOLDER), "title"))
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose_button)
        body.addLayout(row)
        return box

    def _room_card(self) -> QWidget:
        box, body = card(spacing=theme.S)
        body.addWidget(label(tr(texts.ROOM), "title"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._room)
        words.addWidget(self._room_line)
        body.addLayout(words)
        body.addWidget(self._bar)
        return box

    def show_view(self, view: StorageView) -> None:
        """Show this folder."""
        self.folder.setText(view.folder)
        self.folder.setToolTip(view.folder)
        self.folder.setCursorPosition(0)
        self.choose_button.setEnabled(view.can_choose)
        self._room.setText(view.room)
        self._room_line.setText(view.room_line)
        self._bar.setValue(view.used_share)
        set_property(self._bar, "tone", view.tone)
        self.result.say("", view.sentence, view.tone)

    def set_tokens(self, tokens: Tokens) -> None:
        self.result.set_tokens(tokens)
