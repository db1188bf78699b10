"""The line under the list about a recording to keep or to discard. It decides nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.ui import texts
from desktop.ui.cards import label
from desktop.ui.views import DecisionView
from desktop.ui.words import tr


class DecisionBar(QFrame):
    """One sentence and its buttons; hidden while there is nothing to decide."""

    keep_pressed = Signal(str)
    discard_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view: DecisionView | None = None
        self._sentence = label(wrap=True)
        self.keep_button = QPushButton()
        self.keep_button.clicked.connect(self._keep)
        self.discard_button = QPushButton(tr(texts.DISCARD_MNEMONIC))
        self.discard_button.setAccessibleName(tr(texts.DISCARD))
        self.discard_button.setToolTip(tr(texts.DISCARD_HINT))
        self.discard_button.clicked.connect(self._discard)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.keep_button)
        row.addWidget(self.discard_button)
        self.hide()

    def show_view(self, view: DecisionView | None) -> None:
        """Show this, or nothing."""
        if view == self._view:
            return
        self._view = view
        if view is not None:
            self._sentence.setText(view.sentence)
            self.keep_button.setText(view.keep_label)
            self.keep_button.setAccessibleName(view.keep_label.replace("&", ""))
            self.discard_button.setVisible(view.can_discard)
            self.setAccessibleName(view.sentence)
        self.setVisible(view is not None)

    def _keep(self) -> None:
        if self._view is not None:
            self.keep_pressed.emit(self._view.recording)

    def _discard(self) -> None:
        if self._view is not None:
            self.discard_pressed.emit(self._view.recording)
