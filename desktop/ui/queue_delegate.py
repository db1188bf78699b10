"""Paints the rows of the queue's table: title over take, state as glyph, word and colour, a bar.

It owns looks only; what a cell says comes from the model.
"""

from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui import icons, theme
from desktop.ui.lights_delegate import two_lines
from desktop.ui.queue_model import NUMBERS, QueueModel
from desktop.ui.queue_rows import LOOKS, Cells, Column, Kind
from desktop.ui.theme import Tokens
from desktop.ui.views import Tone
from desktop.ui.words import tr

PADDING = 12.0
_GLYPH = 16.0
_BAR_H = 8.0
_SHARE_W = 52.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
"""As from left to right: the painter of a mirrored table mirrors words, but nothing else."""


class QueueDelegate(QStyledItemDelegate):
    """One delegate for the whole table; a row is made once and painted cell by cell."""

    def __init__(self, tokens: Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._row = -1
        self._cells: Cells | None = None
        self._title = theme.figures_font(14, QFont.Weight.Medium)
        self._small = theme.figures_font(12)
        self._words = theme.figures_font(13)
        self._strong = theme.figures_font(13, QFont.Weight.Medium)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def forget(self) -> None:
        """What was made of a row is no longer true: a new picture begins."""
        self._row = -1

    def state_px(self) -> int:
        """The width of the longest state in the language that is shown, glyph and air with it."""
        metrics = QFontMetricsF(self._strong)
        longest = max(metrics.horizontalAdvance(tr(word)) for _icon, _tone, word in LOOKS.values())
        return ceil(longest + _GLYPH + 8 + 2 * PADDING)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, theme.ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cells = self._cells_of(index)
        if cells is None:
            return
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, option)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        inner = area.adjusted(PADDING, 0, -PADDING, 0)
        column = Column(index.column())
        if column is Column.RECORDING:
            self._paint_title(painter, inner, cells)
        elif column is Column.STATE:
            self._paint_state(painter, inner, cells, rtl)
        elif column is Column.PROGRESS:
            self._paint_progress(painter, inner, cells, rtl)
        elif column is Column.DETAILS:
            self._paint_details(painter, inner, cells)
        else:
            flags = _RIGHT if column in NUMBERS else _LEFT
            self._line(painter, inner, cells.text(column), self._words, self._tokens.text, flags)
        painter.restore()

    def _cells_of(self, index: QModelIndex | QPersistentModelIndex) -> Cells | None:
        model = index.model()
        if not isinstance(model, QueueModel):
            return None
        if index.row() != self._row:
            self._row, self._cells = index.row(), model.cells_at(index.row())
        return self._cells

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, QColor(self._tokens.selected if selected else self._tokens.surface))
        # A filled line: a smoothed one costs more than all the words of a row.
        bottom = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(bottom, QColor(self._tokens.border))
        if option.state & QStyle.StateFlag.State_HasFocus:
            # The row that the keys move: a bar at its beginning, as the ground shows the rest.
            bar = QRectF(area.left(), area.top(), 3, area.height() - 1)
            if option.direction == Qt.LayoutDirection.RightToLeft:
                bar.moveRight(area.right())
            painter.fillRect(bar, QColor(self._tokens.focus))

    def _paint_title(self, painter: QPainter, area: QRectF, cells: Cells) -> None:
        upper = QRectF(area.left(), area.top() + 5, area.width(), 18)
        lower = QRectF(area.left(), area.top() + 23, area.width(), 16)
        self._line(painter, upper, cells.title, self._title, self._tokens.text)
        self._line(painter, lower, cells.subtitle, self._small, self._tokens.muted)

    def _paint_state(self, painter: QPainter, area: QRectF, cells: Cells, rtl: bool) -> None:
        icon, tone, _ = LOOKS[cells.kind]
        colour = theme.tone_colours(self._tokens, tone)[0]
        left = area.right() - _GLYPH if rtl else area.left()
        icons.paint(
            painter, icon, colour, QRectF(left, area.center().y() - _GLYPH / 2, _GLYPH, _GLYPH)
        )
        gap = _GLYPH + 8
        words = area.adjusted(0, 0, -gap, 0) if rtl else area.adjusted(gap, 0, 0, 0)
        self._line(painter, words, cells.state, self._strong, colour)

    def _paint_progress(self, painter: QPainter, area: QRectF, cells: Cells, rtl: bool) -> None:
        bar = QRectF(area.left(), area.center().y() - _BAR_H / 2, area.width() - _SHARE_W, _BAR_H)
        share = QRectF(bar.right(), area.top(), _SHARE_W, area.height())
        if rtl:
            bar.moveLeft(area.left() + _SHARE_W)
            share.moveLeft(area.left())
        self._line(
            painter,
            share,
            cells.text(Column.PROGRESS),
            self._words,
            self._tokens.text,
            _RIGHT,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.track))
        painter.drawRoundedRect(bar, _BAR_H / 2, _BAR_H / 2)
        done = QRectF(bar)
        done.setWidth(max(_BAR_H, bar.width() * cells.share / 100))
        if rtl:
            done.moveRight(bar.right())
        if cells.share > 0:
            painter.setBrush(QColor(theme.tone_colours(self._tokens, _bar_tone(cells.kind))[0]))
            painter.drawRoundedRect(done, _BAR_H / 2, _BAR_H / 2)

    def _paint_details(self, painter: QPainter, area: QRectF, cells: Cells) -> None:
        needs = cells.kind is Kind.NEEDS
        colour = self._tokens.danger if needs else self._tokens.muted
        lines = two_lines(cells.details, self._words, area.width())
        top = area.center().y() - 17.0 * len(lines) / 2
        for number, text in enumerate(lines):
            line = QRectF(area.left(), top + number * 17.0, area.width(), 17.0)
            self._line(painter, line, text, self._words, colour)

    def _line(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        font: QFont,
        colour: str,
        flags: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        if not text:
            return
        painter.setFont(font)
        painter.setPen(QColor(colour))
        fitting = QFontMetricsF(font).elidedText(
            text, Qt.TextElideMode.ElideRight, area.width() + 0.5
        )
        painter.drawText(area, flags, fitting)


def _bar_tone(kind: Kind) -> Tone:
    """A bar is of its state's colour, but that waiting has not to look broken."""
    tone = LOOKS[kind][1]
    return "info" if kind is Kind.RECORDING else tone
