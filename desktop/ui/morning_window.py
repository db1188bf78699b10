"""The window of the morning rehearsal: what was looked at, the four lights, and the card.

It shows a `MorningView` and emits wishes; what rehearses is elsewhere.
"""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons, theme
from desktop.ui import morning_texts as texts
from desktop.ui.cards import label, set_property
from desktop.ui.morning_view import NOTHING_YET, MorningRow, MorningView, rows, verdict
from desktop.ui.theme import Tokens
from desktop.ui.words import tr

_SIZE = (740, 740)
_ICON_PX = 20
_NAME_W = 132


class RowLine(QFrame):
    """One line: glyph, name, what was seen."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._icon.setFixedSize(QSize(_ICON_PX, _ICON_PX))
        self.name = label(role="strong")
        self.name.setMinimumWidth(_NAME_W)
        self.detail = label(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 16, 5)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self.name)
        row.addWidget(self.detail, 1)

    def show_row(self, tokens: Tokens, row: MorningRow) -> None:
        """Show this."""
        colour = theme.tone_colours(tokens, row.tone)[0]
        self._icon.setPixmap(icons.pixmap(row.icon, colour, _ICON_PX, self.devicePixelRatioF()))
        self.name.setText(row.name)
        self.detail.setText(row.detail)
        self.setAccessibleName(row.name)
        self.setAccessibleDescription(row.detail)


class MorningWindow(QDialog):
    """Shows the rehearsal."""

    start_pressed = Signal()
    card_pressed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._view = NOTHING_YET
        self._lines: list[RowLine] = []
        self.setWindowTitle(tr(texts.TITLE))
        self.setModal(False)
        self.resize(*_SIZE)
        self.verdict = label(role="headline", wrap=True)
        self._verdict_box = QFrame()
        self._verdict_box.setProperty("role", "banner")
        self.start_button = _button(texts.START_MNEMONIC, texts.START)
        self.start_button.setProperty("role", "primary")
        self.card_button = _button(texts.CARD_MNEMONIC, texts.CARD)
        self.close_button = _button(texts.CLOSE_MNEMONIC, texts.CLOSE)
        self._lay_out()
        self.start_button.clicked.connect(self.start_pressed)
        self.card_button.clicked.connect(self.card_pressed)
        self.close_button.clicked.connect(self.close)
        self.show_view(NOTHING_YET)
        self.start_button.setFocus()

    def _lay_out(self) -> None:
        inside = QHBoxLayout(self._verdict_box)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self.verdict)
        card = QFrame()
        card.setProperty("role", "card")
        self._rows = QVBoxLayout(card)
        self._rows.setContentsMargins(0, 8, 0, 8)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(tr(texts.ROWS))
        area.setWidget(card)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.card_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(tr(texts.HEADING), "heading", wrap=True))
        column.addWidget(label(tr(texts.SENTENCE), wrap=True))
        column.addWidget(self._verdict_box)
        column.addWidget(area, 1)
        column.addLayout(buttons)

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self._tokens = tokens
        self.show_view(self._view)

    def show_view(self, view: MorningView) -> None:
        """Show the rehearsal as it stands."""
        self._view = view
        self._show_rows(rows(view))
        tone, words = verdict(view)
        self.verdict.setText(words)
        set_property(self._verdict_box, "tone", tone)
        self._verdict_box.setAccessibleName(words)
        again = view.phase == "over"
        self.start_button.setText(tr(texts.AGAIN_MNEMONIC if again else texts.START_MNEMONIC))
        self.start_button.setAccessibleName(tr(texts.AGAIN if again else texts.START))
        self.start_button.setEnabled(not view.is_running)
        self.card_button.setVisible(bool(view.card))

    def _show_rows(self, shown: tuple[MorningRow, ...]) -> None:
        while len(self._lines) < len(shown):
            line = RowLine()
            self._rows.insertWidget(len(self._lines), line)
            self._lines.append(line)
        for line, row in zip(self._lines, shown, strict=False):
            line.show_row(self._tokens, row)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(shown))


def _button(words: str, name: str) -> QPushButton:
    made = QPushButton(tr(words))
    made.setAccessibleName(tr(name))
    made.setAutoDefault(False)
    return made
