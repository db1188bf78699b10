"""What the kiosk paints by itself: the level, the oval on the live picture, bars, large glyphs.

Each takes a value and paints it, from right to left where people read so. None knows a state.
"""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.framing import OVAL_CENTRE, OVAL_HEIGHT, OVAL_WIDTH_TO_HEIGHT
from desktop.ui import icons, theme
from desktop.ui.kiosk.views import Figure, GuideView, LevelView
from desktop.ui.meter import lit_segments
from desktop.ui.pictured import Pictured
from desktop.ui.ports import PreviewReader
from desktop.ui.preview import Preview
from desktop.ui.theme import Tokens
from desktop.ui.views import Tone

_GUIDE_COLOURS: dict[Figure, str] = {
    "none": "#ffffff",
    "good": "#7bf1a8",
    "almost": "#ffd166",
    "bad": "#ffd166",
}
"""On a live picture, in both schemes: bright, with a dark rim."""
BarTone = Literal["accent", "ok", "warn", "danger"]


class LevelBar(Pictured):
    """The microphone's level as a row of large segments; the words stand under it."""

    SEGMENTS = 24

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._view: LevelView | None = None
        self.setFixedHeight(28)
        self.setMinimumWidth(200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(360, 28)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def show_view(self, view: LevelView, name: str) -> None:
        """Show this level; `name` is what the bar is called."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleName(name)
        self.setAccessibleDescription(view.words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_icon(painter, self._view)
        if self._view.available:
            self._paint_segments(painter, self._view)
        painter.end()

    def _paint_icon(self, painter: QPainter, view: LevelView) -> None:
        name = "microphone" if view.available else "microphone-off"
        colour = self._tokens.text if view.available else self._tokens.muted
        icons.paint(painter, name, colour, QRectF(self._at(0, 26), 1, 26, 26))

    def _paint_segments(self, painter: QPainter, view: LevelView) -> None:
        lit, peak = lit_segments(view.level_db), lit_segments(view.peak_db)
        room = self.width() - 38
        step = room / self.SEGMENTS
        for index in range(self.SEGMENTS):
            on = index < lit or (peak > 0 and index == peak - 1)
            painter.setBrush(QColor(self._colour(index) if on else self._tokens.track))
            left = self._at(38 + index * step, step - 3)
            painter.drawRoundedRect(QRectF(left, 4, step - 3, 20), 3, 3)

    def _at(self, left: float, width: float) -> float:
        """Where something begins that is `left` from the side where reading begins."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return self.width() - left - width
        return left

    def _colour(self, index: int) -> str:
        level_db = -60.0 + (index + 1) * 60.0 / self.SEGMENTS
        if level_db > -6:
            return self._tokens.danger
        return self._tokens.warn if level_db > -12 else self._tokens.ok


class GuidedPicture(Preview):
    """The live picture, as in a mirror, with an oval for the face and words that guide it."""

    def __init__(
        self, tokens: Tokens, reader: Callable[[], PreviewReader | None], mirrored: bool
    ) -> None:
        super().__init__(tokens, reader, mirrored)
        self._guide = GuideView()

    def show_guide(self, guide: GuideView) -> None:
        """Show this guide on the picture."""
        if guide != self._guide:
            self._guide = guide
            self.update()

    def _paint_over(self, painter: QPainter, stage: QRectF) -> None:
        if not self.has_picture:
            return
        if self._guide.has_oval:
            self._paint_oval(painter)
        if self._guide.words:
            self._paint_words(painter, stage)

    def _paint_oval(self, painter: QPainter) -> None:
        area = self.picture_area()
        height = area.height() * OVAL_HEIGHT
        width = height * OVAL_WIDTH_TO_HEIGHT
        across, down = OVAL_CENTRE
        centre = QPointF(area.left() + area.width() * across, area.top() + area.height() * down)
        oval = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 120), 7))
        painter.drawEllipse(oval)
        dashed = Qt.PenStyle.SolidLine
        if self._guide.figure in ("almost", "bad"):
            dashed = Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(_GUIDE_COLOURS[self._guide.figure]), 4, dashed))
        painter.drawEllipse(oval)

    def _paint_words(self, painter: QPainter, stage: QRectF) -> None:
        font = theme.figures_font(18, QFont.Weight.DemiBold)
        room = QRectF(0, 0, stage.width() - 72, 120)
        wrapped = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignCenter)
        needed = QFontMetricsF(font).boundingRect(room, wrapped, self._guide.words)
        width, height = needed.width() + 40, needed.height() + 16
        chip = QRectF(stage.center().x() - width / 2, stage.bottom() - height - 16, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(12, 17, 23, 225))
        painter.drawRoundedRect(chip, 18, 18)
        painter.setPen(QColor(_GUIDE_COLOURS[self._guide.figure]))
        painter.setFont(font)
        painter.drawText(chip, wrapped, self._guide.words)


class Bar(QWidget):
    """How far something has come: a rounded bar, and a knob where it can be dragged."""

    dragged = Signal(float)
    """To where, 0 to 1."""

    def __init__(
        self, tokens: Tokens, tone: BarTone = "accent", *, draggable: bool = False
    ) -> None:
        super().__init__()
        self._tokens = tokens
        self._tone = tone
        self._draggable = draggable
        self._share = 0.0
        self.setFixedHeight(44 if draggable else 12)
        self.setMinimumWidth(120)
        if draggable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def show_share(self, share: float, tone: BarTone | None = None) -> None:
        """Fill it so far, 0 to 1, perhaps in another colour of the scheme."""
        self._share = max(0.0, min(1.0, share))
        self._tone = tone or self._tone
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def _drag(self, event: QMouseEvent) -> None:
        if self._draggable and self.width() > 0:
            share = event.position().x() / self.width()
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                share = 1 - share
            self.dragged.emit(max(0.0, min(1.0, share)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = QRectF(0, self.height() / 2 - 6, self.width(), 12)
        painter.setBrush(QColor(self._tokens.track))
        painter.drawRoundedRect(groove, 6, 6)
        done = groove.width() * self._share
        filled = QRectF(groove.left(), groove.top(), done, 12)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            filled.moveRight(groove.right())
        if self._share > 0:
            painter.setBrush(QColor(getattr(self._tokens, self._tone)))
            painter.drawRoundedRect(filled, 6, 6)
        if self._draggable:
            knob = filled.left() if self.isRightToLeft() else filled.right()
            painter.setBrush(QColor(self._tokens.accent))
            painter.drawEllipse(QPointF(max(11.0, min(self.width() - 11.0, knob)), 22), 11, 11)
        painter.end()


def glyph(tokens: Tokens, icon: str, tone: Tone, size: int, ratio: float) -> QPixmap:
    """An icon on a disc of its tone's ground: what a message or a question begins with."""
    ink, ground = theme.tone_colours(tokens, tone)
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(QRect(0, 0, made.width(), made.height()))
    inner = made.width() * 0.5
    offset = (made.width() - inner) / 2
    icons.paint(painter, icon, ink, QRectF(offset, offset, inner, inner))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
