"""Paints the cells of the recordings table: title over take, lights as glyph, word and colour.

It owns looks only; what a cell says comes from the model.
"""

from math import ceil

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui import icons, texts, theme
from desktop.ui.recordings_model import LIGHT_ROLE, ROW_ROLE, Column
from desktop.ui.row_views import Light, LightState, Row
from desktop.ui.theme import Tokens
from desktop.ui.words import is_right_to_left, tr

PADDING = 12.0
_GAP = 7.0
_GLYPH = 16.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LightsDelegate(QStyledItemDelegate):
    """One delegate for the whole table, so that all cells share their lines."""

    def __init__(self, tokens: Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def light_px(self, light: int) -> int:
        """What the column of a light, 0 to 3, needs for the longest of its words, pixels."""
        metrics = QFontMetricsF(theme.figures_font(13, QFont.Weight.Medium))
        longest = max(metrics.horizontalAdvance(tr(each)) for each in texts.LIGHT_WORDS[light])
        return ceil(longest + _GLYPH + _GAP + 2 * PADDING)

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
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, bool(state & QStyle.StateFlag.State_Selected))
        inner = area.adjusted(PADDING, 0, -PADDING, 0)
        light = index.data(LIGHT_ROLE)
        column = Column(index.column())
        if isinstance(light, Light):
            self._paint_light(painter, inner, light)
        elif column is Column.RECORDING:
            self._paint_title(painter, inner, row)
        elif column is Column.WHY:
            self._paint_why(painter, inner, row)
        else:
            self._paint_number(painter, inner, str(index.data()))
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, selected: bool) -> None:
        painter.fillRect(area, QColor(self._tokens.selected if selected else self._tokens.surface))
        painter.setPen(QPen(QColor(self._tokens.border), 1))
        bottom = area.bottom() - 0.5
        painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom))

    def _paint_title(self, painter: QPainter, area: QRectF, row: Row) -> None:
        font = theme.figures_font(14, QFont.Weight.Medium)
        small = theme.figures_font(12)
        upper = QRectF(area.left(), area.top() + 5, area.width(), 18)
        lower = QRectF(area.left(), area.top() + 23, area.width(), 16)
        self._line(painter, upper, row.title, font, self._tokens.text)
        self._line(painter, lower, row.subtitle, small, self._tokens.muted)

    def _paint_number(self, painter: QPainter, area: QRectF, text: str) -> None:
        self._line(painter, area, text, theme.figures_font(14), self._tokens.text, _RIGHT)

    def _paint_why(self, painter: QPainter, area: QRectF, row: Row) -> None:
        colour = self._tokens.danger if row.needs_person else self._tokens.muted
        font = theme.figures_font(13)
        lines = two_lines(row.why, font, area.width())
        height = 17.0
        top = area.center().y() - height * len(lines) / 2
        for number, text in enumerate(lines):
            line = QRectF(area.left(), top + number * height, area.width(), height)
            self._line(painter, line, text, font, colour)

    def _paint_light(self, painter: QPainter, area: QRectF, light: Light) -> None:
        colour = colour_of(self._tokens, light.state)
        top = area.center().y() - _GLYPH / 2
        glyph = _visual(QRectF(area.left(), top, _GLYPH, _GLYPH), area)
        if light.state == "partial":
            self._paint_share(painter, glyph, light.share, colour)
        elif light.state == "on":
            self._paint_disc(painter, glyph, colour)
        else:
            icons.paint(painter, "warning" if light.state == "problem" else "circle", colour, glyph)
        room = area.width() - _GLYPH - _GAP
        words = _visual(QRectF(area.right() - room, area.top(), room, area.height()), area)
        weight = QFont.Weight.Medium if light.state != "off" else QFont.Weight.Normal
        self._line(painter, words, light.word, theme.figures_font(13, weight), colour)

    def _paint_disc(self, painter: QPainter, glyph: QRectF, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(glyph.adjusted(0.5, 0.5, -0.5, -0.5))
        icons.paint(painter, "check", self._tokens.surface, glyph.adjusted(2.5, 2.5, -2.5, -2.5))

    def _paint_share(self, painter: QPainter, glyph: QRectF, share: int, colour: str) -> None:
        ring = glyph.adjusted(2, 2, -2, -2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._tokens.track), 3))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(colour), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        # Qt counts sixteenths of a degree, from three o'clock against the clock.
        painter.drawArc(ring, 90 * 16, -max(8, share) * 360 * 16 // 100)

    def _line(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        font: QFont,
        colour: str,
        flags: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        metrics = QFontMetricsF(font)
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, flags, fitting)


def _visual(part: QRectF, area: QRectF) -> QRectF:
    """A part of an area where it belongs in the direction that is read in."""
    if not is_right_to_left():
        return part
    return QRectF(
        area.left() + area.right() - part.right(), part.top(), part.width(), part.height()
    )


def colour_of(tokens: Tokens, state: LightState) -> str:
    """The colour of a light; the glyph and the word say the same without it."""
    return {
        "on": tokens.ok,
        "partial": tokens.info,
        "off": tokens.muted,
        "problem": tokens.danger,
    }[state]


def two_lines(text: str, font: QFont, width: float) -> list[str]:
    """The text broken into at most two lines; the painter shortens the second where it is long."""
    if not text or width <= 0:
        return []
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    first = line.textLength()
    layout.endLayout()
    rest = text[first:].strip()
    return [text[:first].strip(), rest] if rest else [text]
