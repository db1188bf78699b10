"""The page about the receiver: an invitation, a receiver on this computer, or later.

It shows a `ReceiverView` and emits what somebody wants; it asks nobody itself.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import theme
from desktop.ui.cards import label
from desktop.ui.theme import Tokens
from desktop.ui.wizard import texts
from desktop.ui.wizard.parts import Result, button, card, page_column
from desktop.ui.wizard.views import ReceiverView, Way
from desktop.ui.words import tr

_INDENT = 30
_LONGEST = 400


class ReceiverPage(QWidget):
    """Three ways, and how the chosen one went."""

    way_chosen = Signal(str)
    connect_pressed = Signal(str, str, str)
    """Address, code, and the name of this computer."""
    scan_pressed = Signal()
    file_pressed = Signal()
    start_here_pressed = Signal()
    open_page_pressed = Signal()

    def __init__(self, tokens: Tokens, own_name: str, *, with_later: bool = True) -> None:
        super().__init__()
        self.elsewhere = QRadioButton(tr(texts.ELSEWHERE_MNEMONIC))
        self.here = QRadioButton(tr(texts.HERE_MNEMONIC))
        self.later = QRadioButton(tr(texts.LATER_MNEMONIC))
        self.address = _line(texts.ADDRESS, texts.ADDRESS_EMPTY)
        self.code = _line(texts.CODE, texts.CODE_EMPTY)
        self.name = _line(texts.NAME, "")
        self.name.setText(own_name)
        self.connect_button = button(texts.CONNECT_MNEMONIC, texts.CONNECT)
        self.scan_button = button(texts.SCAN_MNEMONIC, texts.SCAN)
        self.file_button = button(texts.FROM_FILE_MNEMONIC, texts.FROM_FILE)
        self.start_button = button(texts.START_HERE_MNEMONIC, texts.START_HERE)
        self.open_button = button(texts.OPEN_PAGE_MNEMONIC, texts.OPEN_PAGE)
        self.result = Result(tokens)
        self._ways: dict[Way, QRadioButton] = {
            "elsewhere": self.elsewhere,
            "here": self.here,
            "later": self.later,
        }
        column = page_column(self, texts.RECEIVER_TITLE, texts.RECEIVER_INTRO)
        column.addWidget(self._ways_card(with_later=with_later))
        column.addWidget(self.result)
        column.addStretch(1)
        self._connect()

    def _ways_card(self, *, with_later: bool) -> QWidget:
        box, body = card(spacing=theme.S)
        box.setAccessibleName(tr(texts.WAYS))
        self._group = QButtonGroup(self)
        for each in self._ways.values():
            self._group.addButton(each)
        self._form = self._make_form()
        self._here_row = self._make_here_row()
        for radio, hint, more in (
            (self.elsewhere, texts.ELSEWHERE_HINT, self._form),
            (self.here, texts.HERE_HINT, self._here_row),
            (self.later, texts.LATER_HINT, None),
        ):
            body.addWidget(radio)
            radio.setAccessibleName(radio.text().replace("&", ""))
            radio.setAccessibleDescription(tr(hint))
            words = label(tr(hint), "muted", wrap=True)
            body.addLayout(_indented(words))
            if more is not None:
                body.addLayout(_indented(more))
            body.addSpacing(theme.XS)
            if radio is self.later and not with_later:
                radio.hide()
                words.hide()
        return box

    def _make_form(self) -> QWidget:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setContentsMargins(0, theme.XS, 0, theme.XS)
        grid.setHorizontalSpacing(theme.L)
        grid.setVerticalSpacing(theme.S)
        grid.setColumnStretch(1, 1)
        fields = (
            (texts.ADDRESS_MNEMONIC, self.address),
            (texts.CODE_MNEMONIC, self.code),
            (texts.NAME_MNEMONIC, self.name),
        )
        for row, (words, field) in enumerate(fields):
            caption = label(tr(words))
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
            field.returnPressed.connect(self._wish_connect)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addWidget(self.connect_button)
        buttons.addStretch(1)
        buttons.addWidget(self.scan_button)
        buttons.addWidget(self.file_button)
        grid.addLayout(buttons, len(fields), 1)
        return form

    def _make_here_row(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, theme.XS, 0, theme.XS)
        row.setSpacing(theme.S)
        row.addWidget(self.start_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        return made

    def _connect(self) -> None:
        for way, radio in self._ways.items():
            radio.clicked.connect(lambda _on, way=way: self.way_chosen.emit(way))
        self.connect_button.clicked.connect(self._wish_connect)
        self.scan_button.clicked.connect(self.scan_pressed)
        self.file_button.clicked.connect(self.file_pressed)
        self.start_button.clicked.connect(self.start_here_pressed)
        self.open_button.clicked.connect(self.open_page_pressed)

    def _wish_connect(self) -> None:
        self.connect_pressed.emit(self.address.text(), self.code.text(), self.name.text().strip())

    def show_view(self, view: ReceiverView) -> None:
        """Show this way and how it went."""
        radio = self._ways[view.way]
        if not radio.isChecked():
            radio.blockSignals(True)
            radio.setChecked(True)
            radio.blockSignals(False)
        self._form.setVisible(view.way == "elsewhere")
        self._here_row.setVisible(view.way == "here")
        for each in (*self._ways.values(), self._form, self.start_button):
            each.setEnabled(not view.is_busy)
        self.start_button.setVisible(not view.can_open_page)
        self.open_button.setVisible(view.can_open_page)
        self.result.say(view.title, view.sentence, view.tone)

    def set_tokens(self, tokens: Tokens) -> None:
        self.result.set_tokens(tokens)


def _line(name: str, empty: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(tr(name))
    made.setPlaceholderText(tr(empty) if empty else "")
    made.setMaxLength(_LONGEST)
    return made


def _indented(widget: QWidget) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setContentsMargins(_INDENT, 0, 0, 0)
    box.addWidget(widget)
    return box
