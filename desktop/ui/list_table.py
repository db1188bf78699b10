"""What the tables of recordings share: whole rows without a grid, and their middle while empty.

It must not know what stands in a row, nor why there are none.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui import theme
from desktop.ui.theme import Tokens

HEADER_HEIGHT = 34
_EDGE = 16
_TITLE_PX, _TITLE_H = 15, 22
_SENTENCE_PX, _SENTENCE_H = 13, 36


def make_list(table: QTableView, spoken: str) -> None:
    """Have a table show whole rows that are read, not edited; a screen reader calls it `spoken`."""
    table.setAccessibleName(spoken)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(theme.ROW_PX)
    header = table.horizontalHeader()
    header.setFixedHeight(HEADER_HEIGHT)
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setAccessibleName(spoken)


def paint_empty(inside: QWidget, tokens: Tokens, words: tuple[str, str]) -> None:
    """Paint a title and a sentence in the middle of a table's `inside`."""
    title, sentence = words
    painter = QPainter(inside)
    area = inside.rect()
    middle, room = area.center().y(), area.width() - 2 * _EDGE
    centre = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
    painter.setPen(QColor(tokens.text))
    painter.setFont(theme.figures_font(_TITLE_PX, QFont.Weight.DemiBold))
    painter.drawText(QRect(_EDGE, middle - _TITLE_H - 2, room, _TITLE_H), centre, title)
    painter.setPen(QColor(tokens.muted))
    painter.setFont(theme.figures_font(_SENTENCE_PX))
    wrapped = centre | int(Qt.TextFlag.TextWordWrap)
    painter.drawText(QRect(_EDGE, middle, room, _SENTENCE_H), wrapped, sentence)
    painter.end()
