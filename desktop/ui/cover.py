"""What covers the window while something must not be overlooked: geometry, focus and shared looks.

It lies over its parent and is always as large; what stands on it is its children's business.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui import icons
from desktop.ui.hold_button import HoldButton
from desktop.ui.theme import Tokens

_COVER = 236
"""How much of the window shows through: enough to see that the picture is live."""


class Cover(QWidget):
    """A screen over the window. The window behind is out of reach while it is shown."""

    def __init__(self, tokens: Tokens, parent: QWidget, buttons: Sequence[QPushButton]) -> None:
        """`buttons` are what can be reached by Tab, the first one at once."""
        super().__init__(parent)
        self._tokens = tokens
        self._covered = parent
        self._buttons = tuple(buttons)
        self.setAutoFillBackground(False)
        self.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self._tokens = tokens
        if not self.isHidden():
            self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._covered:
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab goes to and fro between the buttons."""
        focused = [button.hasFocus() for button in self._buttons]
        following = (focused.index(True) + 1) % len(focused) if any(focused) else 0
        self._buttons[following].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        cover = QColor(self._tokens.bg)
        cover.setAlpha(_COVER)
        painter = QPainter(self)
        painter.fillRect(self.rect(), cover)
        painter.end()

    def _appear(self, *, shown: bool) -> None:
        """Cover the window, with the focus on the first button, or uncover it."""
        appears = shown and self.isHidden()
        if shown:
            self._draw()
        if appears:
            self._covered.installEventFilter(self)
            self.setGeometry(self._covered.rect())
            self.raise_()
        elif not shown:
            self._covered.removeEventFilter(self)
        self.setVisible(shown)
        if appears:
            self._buttons[0].setFocus()

    def _lay_out(self, parts: Sequence[QWidget]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        for part in parts:
            column.addWidget(part)
        column.addSpacing(16)
        column.addLayout(row)
        column.addStretch(1)

    def _draw(self) -> None:
        """Paint glyphs and words in the scheme's colours.

        It is called whenever they come to be seen: before, it would delay the window for nobody.
        """
        raise NotImplementedError


def centred(font: QFont | None = None) -> QLabel:
    """A label of plain text in the middle."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if font is not None:
        made.setFont(font)
    return made


def large_button(words: str, spoken: str, hint: str) -> HoldButton:
    """A button for a cover; none of them has to be held until somebody says so."""
    made = HoldButton(words)
    made.setProperty("target", "lg")
    made.setIconSize(icons.BUTTON_ICON)
    made.setAccessibleName(spoken)
    made.setToolTip(hint)
    return made
