"""The card under the picture: the last recordings, and whether the newest one is kept.

It is as high as its rows, so many as the window has room for. What a row says is the view's.
"""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.ui import theme
from desktop.ui.decision_bar import DecisionBar
from desktop.ui.list_table import HEADER_HEIGHT
from desktop.ui.recordings_table import RecordingsTable
from desktop.ui.theme import Tokens
from desktop.ui.views import WindowView

LOW_BELOW = 700
"""A window lower than this gives up some air."""
_LIST_ROWS = ((1000, 6), (860, 4), (LOW_BELOW, 3), (0, 2))
"""From which window height on the list shows how many recordings at once."""


class ListCard(QFrame):
    """The list, and the line about a decision below it."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.table = RecordingsTable(tokens)
        self.decision = DecisionBar()
        body = QVBoxLayout(self)
        body.setContentsMargins(4, 3, 4, 3)
        body.addWidget(self.table, 1)
        body.addWidget(self.decision)

    def show_view(self, view: WindowView) -> None:
        """Show these recordings. The line may have come or gone: `fit` the card afterwards."""
        self.table.show_rows(view.rows, view.empty_title, view.empty_sentence)
        self.decision.show_view(view.decision)

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self.table.set_tokens(tokens)

    def fit(self, window_height: int) -> None:
        """Have as many rows as a window of this height has room for."""
        # The line about a decision takes no row away.
        line = 0 if self.decision.isHidden() else self.decision.sizeHint().height()
        rows = next(count for least, count in _LIST_ROWS if window_height >= least)
        self.setFixedHeight(HEADER_HEIGHT + rows * theme.ROW_PX + 8 + line)
