"""The screen that covers the window while a recording is paused, so that nobody forgets it.

It shows a `PausedView` and emits what people want; it decides nothing. What is behind it goes on.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desktop.ui import icons, texts, theme
from desktop.ui.cover import Cover, centred, large_button
from desktop.ui.theme import Tokens
from desktop.ui.views import PausedView
from desktop.ui.words import tr

_GLYPH_PX = 72
_WORD_PX = 52
_CLOCK_PX = 64
_LINE_PX = 17


class PausedScreen(Cover):
    """Says for how long, and that nothing is being recorded."""

    resume_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        self.resume_button = large_button(
            tr(texts.RESUME_MNEMONIC), tr(texts.RESUME), tr(texts.RESUME_HINT)
        )
        self.resume_button.setProperty("role", "primary")
        self.stop_button = large_button(
            tr(texts.STOP_PAUSED_MNEMONIC), tr(texts.STOP), tr(texts.STOP_HINT)
        )
        super().__init__(tokens, parent, [self.resume_button, self.stop_button])
        self._view: PausedView | None = None
        self._glyph = centred()
        self._word = centred(theme.figures_font(_WORD_PX, QFont.Weight.DemiBold))
        self._word.setText(tr(texts.PAUSED_WORD))
        self._clock = centred(theme.figures_font(_CLOCK_PX, QFont.Weight.DemiBold))
        self._line = centred(theme.figures_font(_LINE_PX))
        self._sentence = centred(theme.figures_font(_LINE_PX))
        self._sentence.setWordWrap(True)
        self.resume_button.clicked.connect(self.resume_pressed)
        self.stop_button.meant.connect(self.stop_pressed)
        self._lay_out([self._glyph, self._word, self._clock, self._line, self._sentence])

    def show_view(self, view: PausedView | None) -> None:
        """Cover the window with this, or uncover it."""
        if view == self._view:
            return
        self._view = view
        if view is not None:
            self._clock.setText(view.clock)
            self._line.setText(view.line)
            self._sentence.setText(view.sentence)
            self.stop_button.set_guarded(view.stop_guarded)
            hint = texts.STOP_GUARDED_HINT if view.stop_guarded else texts.STOP_HINT
            self.stop_button.setToolTip(tr(hint))
            self.setAccessibleName(f"{tr(texts.PAUSED)}. {view.line}")
            self.setAccessibleDescription(view.sentence)
        self._appear(shown=view is not None)

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
