"""A bar across a window with one thing that a person should know now, and a button that answers it.

It paints what it is told and emits the answer. Which banner stands there is not its business.
"""

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop.ui import icons, theme
from desktop.ui.cards import label, set_property
from desktop.ui.theme import Tokens
from desktop.ui.views import Tone

_ICON_PX = 22


class Told(Protocol):
    """What every banner says. The button has `label`, and is there where there is an `action`."""

    @property
    def tone(self) -> Tone: ...
    @property
    def icon(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def action(self) -> str | None: ...
    @property
    def label(self) -> str: ...


class ToldBar(QFrame):
    """The bar; hidden while there is nothing to tell. `row` is for further buttons."""

    pressed = Signal(str)
    """The action that the button stands for."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._told: Told | None = None
        self.setProperty("role", "banner")
        self._icon = QLabel()
        self._title = label(role="strong")
        self._sentence = label(wrap=True)
        self.button = QPushButton()
        self.button.clicked.connect(self._press)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 8, 12, 8)
        self.row.setSpacing(12)
        self.row.addWidget(self._icon)
        self.row.addLayout(words, 1)
        self.row.addWidget(self.button)
        self.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self._tokens = tokens
        self._repaint()

    def tell(self, told: Told | None) -> None:
        """Say this from now on, or nothing."""
        if told != self._told:
            self._told = told
            self._repaint()

    def _repaint(self) -> None:
        told = self._told
        if told is not None:
            set_property(self, "tone", told.tone)
            colour = theme.tone_colours(self._tokens, told.tone)[0]
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(icons.pixmap(told.icon, colour, _ICON_PX, ratio))
            self._title.setText(told.title)
            self._sentence.setText(told.sentence)
            self.button.setText(told.label)
            self.button.setAccessibleName(told.label.replace("&", ""))
            self.button.setVisible(told.action is not None)
            self.setAccessibleName(told.title)
            self.setAccessibleDescription(told.sentence)
        self.setVisible(told is not None)

    def _press(self) -> None:
        if self._told is not None and self._told.action is not None:
            self.pressed.emit(self._told.action)
