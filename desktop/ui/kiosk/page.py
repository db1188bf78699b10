"""What every page of the kiosk is: one view in, wishes out, a column in the middle, buttons below.

It lays pages out alike. It must not know what any of them shows.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.ui.kiosk.parts import COLUMN_PX, GAP_PX, KioskButton
from desktop.ui.theme import Tokens


class Page(QWidget):
    """One page. `asked` carries a value of `wishes.py`."""

    asked = Signal(object)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme; each part that paints is told."""
        self.tokens = tokens
        for each in self.findChildren(QWidget):
            change = getattr(each, "set_tokens", None)
            if callable(change):
                change(tokens)

    def appear(self) -> None:
        """The page is shown now: the focus goes to where a person begins."""

    def wish_on(self, button: KioskButton, wish: object) -> None:
        """Have this button ask for this."""
        button.clicked.connect(lambda: self.asked.emit(wish))

    def in_column(self, content: QLayout, width: int = COLUMN_PX, *, fills: bool = False) -> None:
        """Put the content into a column in the middle; one that `fills` takes the whole height."""
        held = QWidget()
        held.setMaximumWidth(width)
        held.setLayout(content)
        content.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(held, 1000)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        if not fills:
            outer.addStretch(2)
        outer.addLayout(row, 1000 if fills else 0)
        if not fills:
            outer.addStretch(3)


def footer(*left: QWidget, right: tuple[QWidget, ...]) -> QHBoxLayout:
    """Quiet buttons at the beginning, the main one at the end."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 8, 0, 0)
    row.setSpacing(GAP_PX)
    for each in left:
        row.addWidget(each)
    row.addStretch(1)
    for each in right:
        row.addWidget(each)
    return row


def column(spacing: int = 18) -> QVBoxLayout:
    """A column of things to read and to press."""
    made = QVBoxLayout()
    made.setSpacing(spacing)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    return made
