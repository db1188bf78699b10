"""What staff see over the page: the keypad for their PIN, and behind it the session.

They show their view and emit wishes. Whether a PIN is right is not decided here.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.kiosk import texts, wishes
from desktop.ui.kiosk.keypad import DIGITS, Keypad
from desktop.ui.kiosk.page import Page, column, footer
from desktop.ui.kiosk.parts import Card, KioskButton, body, heading, note, set_property, status
from desktop.ui.kiosk.views import PinView, StaffAction, StaffRow, StaffView
from desktop.ui.theme import Tokens
from desktop.ui.words import tr

PIN_LEAST, PIN_MOST = 4, 12
_FILLED, _EMPTY = "\N{BLACK CIRCLE}", "\N{WHITE CIRCLE}"


class PinPanel(Page):
    """A phone's keypad and a dot for each digit. The digits themselves are never shown."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self._pin = ""
        self._can_enter = True
        self._title = heading(centred=True)
        self._sentence = note(centred=True)
        self._dots = QLabel()
        self._dots.setProperty("role", "kiosk-dots")
        self._dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message = status(centred=True)
        self.keypad = Keypad(tokens, like_a_phone=True)
        self.keypad.show_keys((*DIGITS, "0"))
        self.keypad.typed.connect(self.type_digit)
        self.keypad.erased.connect(self._erase)
        self.cancel = KioskButton(tokens)
        self.cancel.say(tr(texts.CANCEL))
        self.wish_on(self.cancel, wishes.CloseOverlay())
        self.enter = KioskButton(tokens, "primary")
        self.enter.say(tr(texts.ENTER))
        self.enter.clicked.connect(self._enter)
        content = column(10)
        for each in (self._title, self._sentence, self._dots, self._message, self.keypad):
            content.addWidget(each)
        content.addLayout(footer(self.cancel, right=(self.enter,)))
        card = Card()
        card.column.addLayout(content)
        outer = QVBoxLayout()
        outer.addWidget(card)
        self.in_column(outer, 520)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_view(self, view: PinView) -> None:
        self.setAccessibleName(view.title)
        self._title.setText(view.title)
        self._sentence.setText(view.sentence)
        self._message.setText(view.message or " ")
        set_property(self._message, "tone", "danger" if view.message else "muted")
        self.keypad.setEnabled(view.can_enter)
        self.cancel.setVisible(view.can_cancel)
        self.enter.setEnabled(view.can_enter and len(self._pin) >= PIN_LEAST)
        self._can_enter = view.can_enter
        self._show_dots()

    def appear(self) -> None:
        self._pin = ""
        self._show_dots()
        self.enter.setEnabled(False)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Backspace:
            self._erase()
        elif event.text().isdecimal():
            self.type_digit(event.text())
        else:
            super().keyPressEvent(event)

    def type_digit(self, digit: str) -> None:
        """One digit more."""
        if len(self._pin) < PIN_MOST and self._can_enter:
            self._pin += digit
            self._show_dots()

    def _erase(self) -> None:
        self._pin = self._pin[:-1]
        self._show_dots()

    def _enter(self) -> None:
        if self._can_enter and len(self._pin) >= PIN_LEAST:
            pin, self._pin = self._pin, ""
            self._show_dots()
            self.asked.emit(wishes.EnterPin(pin))

    def _show_dots(self) -> None:
        typed = len(self._pin)
        self._dots.setText(" ".join(_FILLED * typed + _EMPTY * max(0, PIN_LEAST - typed)))
        self._dots.setAccessibleName(tr(texts.DIGITS_TYPED, typed))
        self.enter.setEnabled(self._can_enter and typed >= PIN_LEAST)


class StaffPanel(Page):
    """The session as staff see it, its takes, and what can be done."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self._shown: StaffView | None = None
        self._title = heading()
        self._lines = note()
        self._takes = QVBoxLayout()
        self._takes.setSpacing(8)
        self._actions = QVBoxLayout()
        self._actions.setSpacing(12)
        self.close_button = KioskButton(tokens, "primary")
        self.close_button.say(tr(texts.BACK_TO_PARTICIPANT))
        self.wish_on(self.close_button, wishes.CloseOverlay())
        held = QWidget()
        held.setObjectName("column")
        takes = QVBoxLayout(held)
        takes.setContentsMargins(0, 0, 12, 0)
        takes.addLayout(self._takes)
        takes.addSpacing(8)
        takes.addWidget(self._lines)
        takes.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(held)
        middle = QHBoxLayout()
        middle.setSpacing(32)
        middle.addWidget(self._scroll, 1)
        right = QVBoxLayout()
        right.addLayout(self._actions)
        right.addStretch(1)
        middle.addLayout(right, 1)
        content = column(14)
        content.setAlignment(Qt.AlignmentFlag(0))
        content.addWidget(self._title)
        content.addLayout(middle, 1)
        content.addLayout(footer(right=(self.close_button,)))
        card = Card()
        card.column.addLayout(content)
        outer = QVBoxLayout()
        outer.addWidget(card)
        self.in_column(outer, 1120, fills=True)

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        shown, self._shown = self._shown, None
        if shown is not None:
            self.show_view(shown)

    def show_view(self, view: StaffView) -> None:
        if view == self._shown:
            return
        self._shown = view
        self._title.setText(view.title)
        self._lines.setText("\n".join(view.lines))
        _empty(self._takes)
        _empty(self._actions)
        for row in view.rows:
            self._takes.addWidget(self._take(row))
        for action in view.actions:
            self._actions.addWidget(self._button(action))

    def appear(self) -> None:
        self.close_button.setFocus()

    def _take(self, row: StaffRow) -> QWidget:
        made = Card()
        made.column.setContentsMargins(16, 10, 12, 10)
        line = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        name, state = body(), note()
        name.setText(row.text)
        state.setText(row.words)
        words.addWidget(name)
        words.addWidget(state)
        line.addLayout(words, 1)
        if row.action is not None:
            line.addWidget(self._button(row.action, shortens=False))
        made.column.addLayout(line)
        return made

    def _button(self, action: StaffAction, *, shortens: bool = True) -> KioskButton:
        button = KioskButton(self.tokens, "danger" if action.danger else "", action.icon)
        button.say(action.text)
        if shortens:
            button.shorten()
        wish = action.wish
        button.clicked.connect(lambda: self.asked.emit(wish))
        return button


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        gone = item.widget() if item is not None else None
        if gone is not None:
            gone.setParent(None)
            gone.deleteLater()
