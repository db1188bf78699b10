"""A box that drops down a few choices, with an arrow that the style sheet cannot draw."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox

_FROM_RIGHT = 18.0
_HALF_W, _HALF_H = 4.5, 2.5


class Choices(QComboBox):
    """Like any other; its arrow has the colour of its words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().color(group, QPalette.ColorRole.Text), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        tip = QPointF(self.width() - _FROM_RIGHT, self.height() / 2 + _HALF_H)
        painter.drawLine(tip - QPointF(_HALF_W, 2 * _HALF_H), tip)
        painter.drawLine(tip, tip + QPointF(_HALF_W, -2 * _HALF_H))
        painter.end()
