"""The column beside the picture: who is recorded, what waits to be sent, how much space is left.

It places the cards, and scrolls them where the window is low. What they show is theirs.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.capture_card import CaptureCard
from desktop.ui.cards import ToSendCard
from desktop.ui.space_card import SpaceCard
from desktop.ui.theme import Tokens

_WIDTH, _NARROW_WIDTH = 392, 312


class SideColumn(QScrollArea):
    """The cards, one above the other. A long sentence in a low window is scrolled to, not cut."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.capture = CaptureCard(tokens)
        self.space = SpaceCard(tokens)
        self.to_send = ToSendCard(tokens)
        column = QWidget()
        column.setObjectName("column")
        self._cards = QVBoxLayout(column)
        self._cards.setContentsMargins(0, 0, 0, 0)
        # What has buttons goes before what is only read: a banner takes the lowest card's place.
        for card in (self.capture, self.to_send, self.space):
            self._cards.addWidget(card)
        self._cards.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(column)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in here, in order."""
        return (
            self.capture.participant,
            self.capture.random_button,
            self.capture.prompt,
            self.capture.agreed,
            self.capture.note,
            self.capture.change_button,
            self.to_send.button,
            self.to_send.pause_button,
            self.to_send.resume_button,
        )

    def fit(self, *, narrow: bool, low: bool) -> None:
        """Take less room in a window that is narrow or low."""
        self.setFixedWidth(_NARROW_WIDTH if narrow else _WIDTH)
        self._cards.setSpacing(8 if low else 10)
        for card in (self.capture, self.to_send, self.space):
            card.set_low(low)
        # Where the column has to be scrolled, its bar takes some of its width.
        self.to_send.fit(self.width() - self.verticalScrollBar().sizeHint().width())

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        for card in (self.capture, self.to_send, self.space):
            card.set_tokens(tokens)
