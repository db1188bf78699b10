"""The page about the kiosk's PIN. It checks that both fields say the same, and keeps nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.operator_pin import LEAST_DIGITS, MOST_DIGITS
from desktop.ui import theme
from desktop.ui.cards import label
from desktop.ui.settings import texts
from desktop.ui.theme import Tokens
from desktop.ui.wizard.parts import Result, button, card, page_column
from desktop.ui.words import tr


class KioskPage(QWidget):
    """The kiosk's devices; two fields, two buttons, and whether a PIN is set."""

    pin_entered = Signal(str)

    def __init__(self, tokens: Tokens, devices: Sequence[QWidget]) -> None:
        """`devices` are the lines of its camera and its microphone."""
        super().__init__()
        self.pin = _field(texts.PIN)
        self.again = _field(texts.PIN_AGAIN)
        self.set_button = button(texts.SET_PIN_MNEMONIC, role="primary")
        self.set_button.clicked.connect(self._enter)
        self.remove_button = button(texts.REMOVE_PIN_MNEMONIC)
        self.remove_button.clicked.connect(lambda: self.pin_entered.emit(""))
        self.again.returnPressed.connect(self._enter)
        self.result = Result(tokens)
        column = page_column(self, texts.PAGES[5], texts.KIOSK_INTRO)
        column.setContentsMargins(0, 0, theme.M, 0)
        box, body = card()
        for each in devices:
            body.addWidget(each)
        body.addWidget(label(tr(texts.KIOSK_DEVICES_HINT), "muted", wrap=True))
        column.addWidget(self._card())
        column.addWidget(self.result)
        column.addWidget(box)
        column.addStretch(1)

    def _card(self) -> QWidget:
        box, body = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.L)
        grid.setVerticalSpacing(theme.S)
        grid.setColumnStretch(1, 1)
        fields = ((texts.PIN_MNEMONIC, self.pin), (texts.PIN_AGAIN_MNEMONIC, self.again))
        for row, (words, field) in enumerate(fields):
            caption = label(tr(words))
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
        body.addLayout(grid)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.set_button)
        body.addLayout(buttons)
        return box

    def show_set(self, *, is_set: bool) -> None:
        """Show whether there is a PIN; what was typed is gone."""
        self.pin.clear()
        self.again.clear()
        self.remove_button.setEnabled(is_set)
        words = texts.PIN_IS_SET if is_set else texts.PIN_IS_NOT_SET
        self.result.say("", tr(words), "ok" if is_set else "warn")

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing was changed."""
        self.result.say("", sentence, "danger")

    def _enter(self) -> None:
        typed = self.pin.text()
        if typed != self.again.text():
            self.show_trouble(tr(texts.PIN_DIFFERS))
        elif not LEAST_DIGITS <= len(typed) <= MOST_DIGITS:
            self.show_trouble(tr(texts.PIN_UNFIT))
        else:
            self.pin_entered.emit(typed)

    def set_tokens(self, tokens: Tokens) -> None:
        self.result.set_tokens(tokens)


def _field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setAccessibleName(tr(name))
    made.setPlaceholderText(tr(texts.PIN_EMPTY))
    made.setValidator(QRegularExpressionValidator(f"[0-9]{{0,{MOST_DIGITS}}}", made))
    return made
