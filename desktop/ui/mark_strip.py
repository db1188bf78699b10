"""The line under the picture while a recording runs: marks with words, and the last ones set.

The moment that counts is the one at which somebody began to type, not the one of Enter: it tells
of both and keeps neither.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from desktop.ui import field_texts, icons
from desktop.ui.cards import Elided
from desktop.ui.theme import Tokens
from desktop.ui.views import MarksView
from desktop.ui.words import tr

MARK_LENGTH = 120


class MarkStrip(QWidget):
    """A field and the last marks. Hidden where nothing can be marked."""

    begun = Signal()
    """Somebody began to type a mark's words."""
    marked = Signal(str)
    """The words, once they are all there."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._is_typing = False
        self._view: MarksView | None = None
        self._icon = QLabel()
        self.field = QLineEdit()
        self.field.setMaxLength(MARK_LENGTH)
        self.field.setAccessibleName(tr(field_texts.MARK_WORDS))
        self.field.setPlaceholderText(tr(field_texts.MARK_WORDS_EMPTY))
        self.field.textEdited.connect(self._note_moment)
        self.field.returnPressed.connect(self._mark)
        self.last = Elided("muted")
        self.last.setAccessibleDescription(tr(field_texts.LAST_MARKS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.field, 3)
        row.addWidget(self._icon)
        row.addWidget(self.last, 4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_tokens(tokens)
        self.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        self._icon.setPixmap(icons.pixmap("flag", tokens.muted, 16, self.devicePixelRatioF()))

    def show_view(self, view: MarksView) -> None:
        if view == self._view:
            return
        self._view = view
        self.last.show_text(" · ".join(view.last))
        # Until there is a mark the field has the room: German needs it.
        for part in (self._icon, self.last):
            part.setVisible(bool(view.last))
        self.setVisible(view.can_mark)
        if not view.can_mark:
            self.field.clear()
            self._is_typing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the field is the strip's own; the window has no use for it.
        event.accept()

    def _note_moment(self, words: str) -> None:
        if words and not self._is_typing:
            self.begun.emit()
        self._is_typing = bool(words)

    def _mark(self) -> None:
        words = self.field.text().strip()
        self.field.clear()
        self._is_typing = False
        if words:
            self.marked.emit(words)
