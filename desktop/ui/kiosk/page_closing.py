"""The last page: thanks, where each recording is, and Finish, which can always be pressed.

It shows what it is given, as often as it is given. It must not count anything.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.kiosk import steps
from desktop.ui import icons, theme
from desktop.ui.kiosk import wishes
from desktop.ui.kiosk.page import Page, column, footer
from desktop.ui.kiosk.painted import Bar, BarTone
from desktop.ui.kiosk.parts import Card, KioskButton, body, note, title
from desktop.ui.kiosk.views import ClosingRow, ClosingView
from desktop.ui.theme import Tokens
from desktop.ui.views import Tone

_BAR_TONES: dict[Tone, BarTone] = {"ok": "ok", "warn": "warn", "danger": "danger"}


class ClosingPage(Page):
    """Thanks, and the way of each recording."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self._title = title()
        self._sentence = body()
        self._rows: list[_Row] = []
        self._shown: tuple[ClosingRow, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(14)
        self._grid.setColumnStretch(2, 2)
        self._grid.setColumnStretch(3, 3)
        self._card = Card()
        self._card.column.addLayout(self._grid)
        self._more = note()
        self._reference = body()
        self._lights = note()
        self.try_again = KioskButton(tokens, "", "retry")
        self.wish_on(self.try_again, wishes.SendAgain())
        self.finish = KioskButton(tokens, "primary")
        self.wish_on(self.finish, steps.Finish())
        content = column(18)
        for each in (self._title, self._sentence, self._card, self._more, self._reference):
            content.addWidget(each)
        content.addWidget(self._lights)
        content.addLayout(footer(self.try_again, right=(self.finish,)))
        self.in_column(content, 900)

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        self._show_rows()

    def show_view(self, view: ClosingView) -> None:
        self._title.setText(view.title)
        self._sentence.setText(view.sentence)
        self._say(self._more, view.more)
        self._say(self._reference, view.reference)
        self._say(self._lights, " · ".join(view.lights))
        self._shown = view.rows
        self._show_rows()
        self._card.setVisible(bool(view.rows))
        self.try_again.say(view.try_again)
        self.finish.say(view.finish)

    def appear(self) -> None:
        self.finish.setFocus()

    def _say(self, label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _show_rows(self) -> None:
        while len(self._rows) < len(self._shown):
            self._rows.append(_Row(self.tokens, self._grid, len(self._rows)))
        for number, row in enumerate(self._rows):
            row.show_row(self._shown[number] if number < len(self._shown) else None, self.tokens)


class _Row:
    def __init__(self, tokens: Tokens, grid: QGridLayout, number: int) -> None:
        self._icon = QLabel()
        self._title = body()
        self._bar = Bar(tokens)
        self._words = note()
        self._parts: tuple[QWidget, ...] = (self._icon, self._title, self._bar, self._words)
        for place, part in enumerate(self._parts):
            grid.addWidget(part, number, place, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnMinimumWidth(1, 220)

    def show_row(self, row: ClosingRow | None, tokens: Tokens) -> None:
        for part in self._parts:
            part.setVisible(row is not None)
        if row is None:
            return
        colour = theme.tone_colours(tokens, row.tone)[0]
        ratio = self._icon.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(row.icon, colour, 26, ratio))
        self._title.setText(row.title)
        self._words.setText(row.words)
        self._bar.setVisible(row.share is not None)
        self._bar.setAccessibleName(f"{row.title}: {row.words}")
        self._bar.show_share((row.share or 0) / 100, _BAR_TONES.get(row.tone, "accent"))
