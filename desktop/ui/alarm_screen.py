"""The screen that covers the window while nothing reaches the disk: staff must see it from afar.

It shows an `AlarmView` and emits what people want; it decides nothing. The recording goes on.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desktop.ui import icons, texts, theme
from desktop.ui.cover import Cover, centred, large_button
from desktop.ui.theme import Tokens
from desktop.ui.views import AlarmView
from desktop.ui.words import tr

_GLYPH_PX = 88
_TITLE_PX = 40
_SENTENCE_PX = 20


class AlarmScreen(Cover):
    """Says what is wrong, what is safe, and what to do."""

    stop_pressed = Signal()
    hide_pressed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        self.stop_button = large_button(
            tr(texts.STOP_ALARM_MNEMONIC), tr(texts.STOP), tr(texts.STOP_HINT)
        )
        self.stop_button.setProperty("role", "primary")
        self.hide_button = large_button(
            tr(texts.HIDE_ALARM_MNEMONIC), tr(texts.HIDE_ALARM), tr(texts.HIDE_ALARM_HINT)
        )
        super().__init__(tokens, parent, [self.stop_button, self.hide_button])
        self._view: AlarmView | None = None
        self._glyph = centred()
        self._title = centred(theme.figures_font(_TITLE_PX, QFont.Weight.DemiBold))
        self._sentence = centred(theme.figures_font(_SENTENCE_PX))
        for part in (self._title, self._sentence):
            part.setWordWrap(True)
        self.stop_button.clicked.connect(self.stop_pressed)
        self.hide_button.clicked.connect(self.hide_pressed)
        self._lay_out([self._glyph, self._title, self._sentence])

    def show_view(self, view: AlarmView | None) -> None:
        """Cover the window with this, or uncover it."""
        if view == self._view:
            return
        self._view = view
        if view is not None:
            self._title.setText(view.title)
            self._sentence.setText(view.sentence)
            self.setAccessibleName(view.title)
            self.setAccessibleDescription(view.sentence)
        self._appear(shown=view is not None)

    def _draw(self) -> None:
        tokens = self._tokens
        self._glyph.setPixmap(
            icons.pixmap("disk", tokens.danger, _GLYPH_PX, self.devicePixelRatioF())
        )
        self._title.setStyleSheet(f"color: {tokens.danger};")
        self._sentence.setStyleSheet(f"color: {tokens.text};")
        self.stop_button.setIcon(icons.button_icon("stop", tokens.on_accent, tokens.muted))
        self.update()
