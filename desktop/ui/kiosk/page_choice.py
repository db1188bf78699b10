"""A message or a question with one to three answers: to resume, to leave, trouble, goodbye.

The same widget is a page and what stands in the middle of an overlay. It decides nothing.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.ui.kiosk.page import Page, column
from desktop.ui.kiosk.painted import glyph
from desktop.ui.kiosk.parts import KioskButton, body, title
from desktop.ui.kiosk.views import ChoiceView
from desktop.ui.theme import Tokens

_GLYPH_PX = 88
_BUTTON_LEAST_PX = 420


class ChoicePage(Page):
    """A large glyph, a sentence, and the answers below each other: nobody presses the wrong one."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self._view: ChoiceView | None = None
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = title(centred=True)
        self._sentence = body(centred=True)
        self.main = KioskButton(tokens, "primary")
        self.other = KioskButton(tokens)
        self.third = KioskButton(tokens, "danger")
        self.main.clicked.connect(lambda: self._ask("main_wish"))
        self.other.clicked.connect(lambda: self._ask("other_wish"))
        self.third.clicked.connect(lambda: self._ask("third_wish"))
        content = column(20)
        for each in (self._icon, self._title, self._sentence):
            content.addWidget(each)
        content.addSpacing(8)
        for button in (self.main, self.other, self.third):
            content.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.in_column(content, 760)

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        self._draw()

    def show_view(self, view: ChoiceView) -> None:
        self._view = view
        self._title.setText(view.title)
        self._sentence.setText(view.sentence)
        self._sentence.setVisible(bool(view.sentence))
        for button, words in zip(
            (self.main, self.other, self.third), (view.main, view.other, view.third), strict=True
        ):
            button.say(words)
        self._make_alike()
        self._draw()

    def _make_alike(self) -> None:
        """All answers as wide as the longest one: none is to look weightier."""
        buttons = (self.main, self.other, self.third)
        for button in buttons:
            button.at_least(_BUTTON_LEAST_PX)
        widest = max(button.sizeHint().width() for button in buttons if not button.isHidden())
        for button in buttons:
            button.at_least(widest)

    def appear(self) -> None:
        self.main.setFocus()

    def _draw(self) -> None:
        if self._view is not None:
            view, ratio = self._view, self.devicePixelRatioF()
            self._icon.setPixmap(glyph(self.tokens, view.icon, view.tone, _GLYPH_PX, ratio))

    def _ask(self, which: str) -> None:
        if self._view is not None:
            self.asked.emit(getattr(self._view, which))
