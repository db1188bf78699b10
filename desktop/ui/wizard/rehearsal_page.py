"""The page of the rehearsal: a picture, what happens now, and four lights that come on.

It shows a `RehearsalView`; starting is a wish.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.cards import label, set_property
from desktop.ui.meter import LevelMeter
from desktop.ui.ports import PreviewReader
from desktop.ui.preview import Preview
from desktop.ui.theme import Tokens
from desktop.ui.views import Tone
from desktop.ui.wizard import texts
from desktop.ui.wizard.parts import Result, button, card, page_column
from desktop.ui.wizard.views import LightRow, LightState, RehearsalView
from desktop.ui.words import tr

_GLYPH_PX = 22
_LIGHTS_W = 320
_PICTURE_H = 224
_GLYPHS: dict[LightState, tuple[str, Tone]] = {
    "on": ("check-circle", "ok"),
    "works": ("clock", "info"),
    "waits": ("circle", "muted"),
    "later": ("circle", "muted"),
}


class LightLine(QFrame):
    """One light: glyph, name, what it means, and its state in a word."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._row: LightRow | None = None
        self._glyph = QLabel()
        self._glyph.setFixedWidth(_GLYPH_PX + theme.XS)
        self._name = label(role="strong")
        self._meaning = label(role="muted", wrap=True)
        self._word = label(role="status")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._meaning)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        row.addWidget(self._glyph)
        row.addLayout(words, 1)
        row.addWidget(self._word)

    @property
    def state(self) -> LightState | None:
        """Whether it is on; None before anything was shown."""
        return self._row.state if self._row is not None else None

    def show_row(self, row: LightRow) -> None:
        if row == self._row:
            return
        self._row = row
        self._name.setText(row.name)
        self._meaning.setText(row.meaning)
        self._word.setText(row.word)
        set_property(self._word, "tone", _GLYPHS[row.state][1])
        self.setAccessibleName(
            tr(texts.LIGHT_SPOKEN).format(name=row.name, state=row.word, meaning=row.meaning)
        )
        self._draw()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._draw()

    def _draw(self) -> None:
        if self._row is None:
            return
        glyph, tone = _GLYPHS[self._row.state]
        colour = theme.tone_colours(self._tokens, tone)[0]
        self._glyph.setPixmap(icons.pixmap(glyph, colour, _GLYPH_PX, self.devicePixelRatioF()))


class RehearsalPage(QWidget):
    """Ten seconds on their whole way."""

    start_pressed = Signal()

    def __init__(self, tokens: Tokens, reader: Callable[[], PreviewReader | None]) -> None:
        super().__init__()
        self.preview = Preview(tokens, reader, mirrored=True)
        self.preview.setMaximumHeight(_PICTURE_H)
        self.meter = LevelMeter(tokens)
        self.start_button = button(texts.START_MNEMONIC, texts.START)
        self.start_button.clicked.connect(self.start_pressed)
        self.lights = tuple(LightLine(tokens) for _ in texts.LIGHTS)
        self.result = Result(tokens)
        self._detail = label(role="muted", wrap=True)
        column = page_column(self, texts.REHEARSAL_TITLE, texts.REHEARSAL_INTRO)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.L)
        grid.addLayout(self._left(), 0, 0)
        grid.addWidget(self._card(), 0, 1)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid, 1)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.S)
        column.addWidget(self.preview, 2)
        column.addWidget(self.meter)
        column.addWidget(self.result)
        column.addStretch(1)
        return column

    def _card(self) -> QWidget:
        box, body = card()
        box.setFixedWidth(_LIGHTS_W)
        for light in self.lights:
            body.addWidget(light)
        body.addStretch(1)
        body.addWidget(self._detail)
        body.addWidget(self.start_button)
        return box

    def show_view(self, view: RehearsalView) -> None:
        """Show these lights."""
        for line, row in zip(self.lights, view.lights, strict=True):
            line.show_row(row)
        words = texts.START_AGAIN_MNEMONIC if view.was_run else texts.START_MNEMONIC
        self.start_button.setText(tr(words))
        set_property(self.start_button, "role", "" if view.was_run else "primary")
        self.start_button.setEnabled(view.can_start)
        self._detail.setText(view.detail)
        self.preview.show_view(view.preview)
        self.meter.show_view(view.meter)
        self.result.say("", view.sentence, view.tone)

    def set_tokens(self, tokens: Tokens) -> None:
        self.preview.set_tokens(tokens)
        self.meter.set_tokens(tokens)
        self.result.set_tokens(tokens)
        for light in self.lights:
            light.set_tokens(tokens)
