"""The cameras beside the first one: a small live picture each, with its name and its state.

It paints what it is given and asks for nothing but pictures. Where there is one camera it takes no
room.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui import icons, sentences, theme
from desktop.ui.ports import PreviewReader
from desktop.ui.preview import Preview
from desktop.ui.theme import Tokens
from desktop.ui.views import BesideView, PreviewView

WIDTH = 232
_HEIGHT = 131
_CHIP_H = 26.0
_ICON = 28.0


class CameraTile(Preview):
    """One small picture. Its messages are one line: the banner has the sentence."""

    def __init__(
        self, tokens: Tokens, reader: Callable[[], PreviewReader | None], mirrored: bool
    ) -> None:
        super().__init__(tokens, reader, mirrored)
        self._name = ""
        self.setMinimumSize(WIDTH, _HEIGHT)
        self.setMaximumHeight(_HEIGHT)

    def show_camera(self, view: BesideView) -> None:
        """Show this camera's name and state."""
        self._name = view.name
        self.setAccessibleName(sentences.preview_of(view.name))
        self.setToolTip(view.preview.sentence if not view.preview.wants_picture else view.name)
        self.show_view(view.preview)

    def _paint_badge(self, painter: QPainter, area: QRectF, view: PreviewView) -> None:
        # The first picture has the clock; here the dot says the same.
        colour = "#f2b955" if view.badge_waiting else "#ff5a5f"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(12, 17, 23, 218))
        painter.drawEllipse(QPointF(area.right() - 20, area.top() + 20), 10, 10)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(area.right() - 20, area.top() + 20), 5, 5)

    def _paint_over(self, painter: QPainter, stage: QRectF) -> None:
        font = theme.figures_font(13, QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        room = stage.width() - 40
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(name) + 20
        chip = QRectF(stage.left() + 10, stage.bottom() - 10 - _CHIP_H, width, _CHIP_H)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(12, 17, 23, 218))
        painter.drawRoundedRect(chip, _CHIP_H / 2, _CHIP_H / 2)
        painter.setPen(QColor("#ffffff"))
        painter.setFont(font)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_message(self, painter: QPainter, view: PreviewView) -> None:
        middle = self.width() / 2
        if view.icon:
            area = QRectF(middle - _ICON / 2, 16, _ICON, _ICON)
            icons.paint(painter, view.icon, self._tokens.preview_muted, area)
        painter.setPen(QColor(self._tokens.preview_text))
        painter.setFont(theme.figures_font(13))
        wrapped = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(12, 50, self.width() - 24, 40), wrapped, view.title)

    def _place_button(self) -> None:
        self.button.hide()
        self.choose_button.hide()


class BesideStrip(QWidget):
    """The tiles, one below the other."""

    def __init__(
        self,
        tokens: Tokens,
        reader: Callable[[int], PreviewReader | None],
        mirrored: Sequence[bool],
    ) -> None:
        """`mirrored` has one entry for each camera beside the first."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.tiles = [
            CameraTile(tokens, _reader_of(reader, number), each)
            for number, each in enumerate(mirrored, 1)
        ]
        for tile in self.tiles:
            column.addWidget(tile)
        column.addStretch(1)
        self.setFixedWidth(WIDTH)
        self.setVisible(bool(self.tiles))

    def set_tokens(self, tokens: Tokens) -> None:
        for tile in self.tiles:
            tile.set_tokens(tokens)

    def show_cameras(self, views: Sequence[BesideView]) -> None:
        """Show these cameras; there are as many as tiles."""
        for tile, view in zip(self.tiles, views, strict=True):
            tile.show_camera(view)


def _reader_of(
    reader: Callable[[int], PreviewReader | None], number: int
) -> Callable[[], PreviewReader | None]:
    return lambda: reader(number)
