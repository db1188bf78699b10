"""The field window's live picture with, where somebody wants it, an oval, the face and advice.

It paints a `GuideView` over the picture and finds nothing in it by itself.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from desktop.ui import icons, theme
from desktop.ui.preview import Preview
from desktop.ui.views import NO_GUIDE, GuideView

if TYPE_CHECKING:
    from desktop.recording.sighting import Face

_CHIP_H = 34.0
_ICON = 18.0
# On any picture, in both schemes: light lines on a dark edge.
_INKS = {"ok": "#7ff0ae", "warn": "#ffd27a", "muted": "#ffffff"}
_GLYPHS = {"ok": "check", "warn": "info", "muted": "info"}
_EDGE = QColor(12, 17, 23, 150)


class FieldPicture(Preview):
    """`Preview` with a guide on top."""

    _guide: GuideView = NO_GUIDE
    _drawn: tuple[tuple[GuideView, QRectF, bool, float], QPointF, QPixmap] | None = None
    """The guide as it was drawn last, for what, and where it goes."""

    @property
    def guide(self) -> GuideView:
        """What is shown on the picture."""
        return self._guide

    def show_guide(self, guide: GuideView) -> None:
        """Show this guide, or none."""
        if guide != self._guide:
            self._guide = guide
            self.update()

    def _paint_over(self, painter: QPainter, stage: QRectF) -> None:
        if not self._guide.shown or not self.has_picture:
            return
        # Wide smooth lines cost more than the picture; they are drawn when they change.
        wanted = (self._guide, self.picture_area(), self._mirrored, self.devicePixelRatioF())
        if self._drawn is None or self._drawn[0] != wanted:
            self._drawn = (wanted, *self._draw(*wanted))
        _wanted, place, overlay = self._drawn
        painter.drawPixmap(place, overlay)

    def _draw(
        self, guide: GuideView, area: QRectF, mirrored: bool, ratio: float
    ) -> tuple[QPointF, QPixmap]:
        """The guide as a picture of its own, and where it goes."""
        ink = QColor(_INKS.get(guide.tone, _INKS["muted"]))
        oval = oval_in(area, mirrored=mirrored)
        box = None if guide.face is None else box_in(area, guide.face, mirrored=mirrored)
        chip = self._chip(area, guide) if guide.words else QRectF()
        bounds = oval.united(chip).united(box or oval).adjusted(-4, -4, 4, 4).toAlignedRect()
        overlay = QPixmap(bounds.size() * ratio)
        overlay.setDevicePixelRatio(ratio)
        overlay.fill(Qt.GlobalColor.transparent)
        painter = QPainter(overlay)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-bounds.topLeft())
        self._outline(painter, ink, lambda: painter.drawEllipse(oval), dashed=guide.tone != "ok")
        if box is not None:
            self._outline(painter, ink, lambda: painter.drawRoundedRect(box, 8, 8), dashed=False)
        if guide.words:
            self._paint_words(painter, chip, guide, ink)
        painter.end()
        return QPointF(bounds.topLeft()), overlay

    def _outline(self, painter: QPainter, ink: QColor, draw: object, *, dashed: bool) -> None:
        assert callable(draw)
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((_EDGE, 5.0), (ink, 2.5)):
            painter.setPen(QPen(colour, width, style))
            draw()

    def _chip(self, area: QRectF, guide: GuideView) -> QRectF:
        width = QFontMetricsF(_words_font()).horizontalAdvance(guide.words) + _ICON + 40
        width = min(width, area.width() - 24)
        return QRectF(area.center().x() - width / 2, area.bottom() - 16 - _CHIP_H, width, _CHIP_H)

    def _paint_words(self, painter: QPainter, chip: QRectF, guide: GuideView, ink: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(12, 17, 23, 218))
        painter.drawRoundedRect(chip, _CHIP_H / 2, _CHIP_H / 2)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = chip.right() - 14 - _ICON if rtl else chip.left() + 14
        glyph = QRectF(left, chip.center().y() - _ICON / 2, _ICON, _ICON)
        icons.paint(painter, _GLYPHS.get(guide.tone, "info"), ink.name(), glyph)
        painter.setPen(ink)
        painter.setFont(_words_font())
        words = (
            chip.adjusted(14, 0, -22 - _ICON, 0) if rtl else chip.adjusted(22 + _ICON, 0, -14, 0)
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, guide.words)


def _words_font() -> QFont:
    return theme.figures_font(15, QFont.Weight.DemiBold)


def oval_in(area: QRectF, *, mirrored: bool) -> QRectF:
    """Where the oval stands on a picture that fills `area`."""
    # Here, for there is no picture yet when the window is painted first.
    from desktop import framing

    across, down = framing.OVAL_CENTRE
    height = area.height() * framing.OVAL_HEIGHT
    width = height * framing.OVAL_WIDTH_TO_HEIGHT
    centre = QPointF(
        area.left() + area.width() * (1 - across if mirrored else across),
        area.top() + area.height() * down,
    )
    return QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)


def box_in(area: QRectF, face: "Face", *, mirrored: bool) -> QRectF:
    """Where a face stands on a picture that fills `area`."""
    left = 1 - face.left - face.width if mirrored else face.left
    return QRectF(
        area.left() + area.width() * left,
        area.top() + area.height() * face.top,
        area.width() * face.width,
        area.height() * face.height,
    )
