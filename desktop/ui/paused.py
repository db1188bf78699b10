"""The screen that covers the window while a recording is paused, so that nobody forgets it.

It shows a `PausedView` and emits what people want; it decides nothing. What is behind it goes on.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui import icons, texts, theme
from desktop.ui.theme import Tokens
from desktop.ui.views import PausedView

_GLYPH_PX = 72
_WORD_PX = 52
_CLOCK_PX = 64
_LINE_PX = 17
_COVER = 236
"""How much of the window shows through: enough to see that the picture is live."""


class PausedScreen(QWidget):
    """Lies over its parent, always as large as it is."""

    resume_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._covered = parent
        self._view: PausedView | None = None
        self._glyph = _centred()
        self._word = _centred(theme.figures_font(_WORD_PX, QFont.Weight.DemiBold))
        self._clock = _centred(theme.figures_font(_CLOCK_PX, QFont.Weight.DemiBold))
        self._line = _centred(theme.figures_font(_LINE_PX))
        self._sentence = _centred(theme.figures_font(_LINE_PX))
        self.resume_button = _button(texts.RESUME_MNEMONIC, texts.RESUME, texts.RESUME_HINT)
        self.resume_button.setProperty("role", "primary")
        self.stop_button = _button(texts.STOP_PAUSED_MNEMONIC, texts.STOP, texts.STOP_HINT)
        self.resume_button.clicked.connect(self.resume_pressed)
        self.stop_button.clicked.connect(self.stop_pressed)
        self._lay_out()
        self._draw()
        self.setAutoFillBackground(False)
        self.hide()
        parent.installEventFilter(self)

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self._tokens = tokens
        self._draw()

    def show_view(self, view: PausedView | None) -> None:
        """Cover the window with this, or uncover it."""
        if view == self._view:
            return
        appears = self._view is None and view is not None
        self._view = view
        if view is not None:
            self._clock.setText(view.clock)
            self._line.setText(view.line)
            self._sentence.setText(view.sentence)
            self.setAccessibleName(f"{texts.PAUSED}. {view.line}")
            self.setAccessibleDescription(view.sentence)
            self._draw()
        if appears:
            self.setGeometry(self._covered.rect())
            self.raise_()
        self.setVisible(view is not None)
        if appears:
            self.resume_button.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._covered:
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """The window behind is out of reach: Tab goes to and fro between the two buttons."""
        goes_to_stop = self.resume_button.hasFocus()
        button = self.stop_button if goes_to_stop else self.resume_button
        button.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        cover = QColor(self._tokens.bg)
        cover.setAlpha(_COVER)
        painter = QPainter(self)
        painter.fillRect(self.rect(), cover)
        painter.end()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self.resume_button)
        buttons.addWidget(self.stop_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        for part in (self._glyph, self._word, self._clock, self._line, self._sentence):
            column.addWidget(part)
        column.addSpacing(16)
        column.addLayout(buttons)
        column.addStretch(1)
        self._word.setText(texts.PAUSED_WORD)
        self._sentence.setWordWrap(True)

    def _draw(self) -> None:
        tokens = self._tokens
        long = self._view is not None and self._view.is_long
        colour = tokens.danger if long else tokens.warn
        self._glyph.setPixmap(icons.pixmap("pause", colour, _GLYPH_PX, self.devicePixelRatioF()))
        for part, ink in (
            (self._word, colour),
            (self._clock, tokens.text),
            (self._line, tokens.muted),
            (self._sentence, colour if long else tokens.text),
        ):
            part.setStyleSheet(f"color: {ink};")
        self.resume_button.setIcon(icons.button_icon("record", tokens.on_accent, tokens.muted))
        self.stop_button.setIcon(icons.button_icon("stop", tokens.text, tokens.muted))
        self.update()


def _centred(font: QFont | None = None) -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    if font is not None:
        made.setFont(font)
    return made


def _button(words: str, spoken: str, hint: str) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("size", "lg")
    made.setIconSize(icons.BUTTON_ICON)
    made.setAccessibleName(spoken)
    made.setToolTip(hint)
    return made
