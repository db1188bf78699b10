"""The live picture with its recording frame and badge, or a calm message where there is none.

It paints what a reader of the preview memory gives, at most `PER_SECOND` times a second, and only
while it can be seen. It must not open, decode or scale files or devices.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHideEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.ui import device_texts, icons, texts, theme
from desktop.ui.pictured import Pictured
from desktop.ui.ports import PreviewFrame, PreviewReader
from desktop.ui.theme import Tokens
from desktop.ui.views import PreviewView
from desktop.ui.words import tr

PER_SECOND = 20
STALE_AFTER_TICKS = 3 * PER_SECOND
"""A picture that has not changed for so long is no longer shown as if it were live."""
RADIUS = 12.0
FRAME = 5.0
_BETWEEN = 12


class Preview(Pictured):
    """The picture. `retry` and `choose` are emitted by the buttons that stand where it is not."""

    retry = Signal()
    choose = Signal()

    def __init__(
        self,
        tokens: Tokens,
        reader: Callable[[], PreviewReader | None],
        mirrored: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._reader = reader
        self._mirrored = mirrored
        self._view: PreviewView | None = None
        self._frame: PreviewFrame | None = None
        self._image: QImage | None = None
        self._unchanged = 0
        self.button = QPushButton(tr(texts.TRY_AGAIN_MNEMONIC), self)
        self.button.setAccessibleName(tr(texts.TRY_AGAIN))
        self.button.clicked.connect(self.retry)
        self.button.hide()
        self.choose_button = QPushButton(tr(device_texts.CHOOSE_ANOTHER_MNEMONIC), self)
        self.choose_button.setAccessibleName(tr(device_texts.CHOOSE_ANOTHER))
        self.choose_button.clicked.connect(self.choose)
        self.choose_button.hide()
        self.setAccessibleName(tr(texts.PREVIEW))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // PER_SECOND)
        self._timer.timeout.connect(self.refresh)

    def sizeHint(self) -> QSize:
        return QSize(864, 486)

    @property
    def has_picture(self) -> bool:
        """Whether a live picture is shown."""
        return self._image is not None

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def show_view(self, view: PreviewView) -> None:
        """Show this badge, and this message where there is no picture."""
        if view == self._view:
            return
        self._view = view
        if not view.wants_picture:
            self._drop_picture()
        spoken = (view.badge, view.title, view.sentence)
        self.setAccessibleDescription(" ".join(words for words in spoken if words))
        self._place_button()
        self.update()

    def refresh(self) -> None:
        """Take the newest picture, if there is one that has not been shown."""
        if self._view is None or not self._view.wants_picture:
            return
        frame = self._newest()
        if frame is None:
            self._count_unchanged()
            return
        self._unchanged = 0
        self._frame = frame
        # The image borrows the bytes; the frame is kept as long as the image is.
        self._image = QImage(
            frame.bgra, frame.width, frame.height, frame.stride, QImage.Format.Format_RGB32
        )
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_button()
        super().resizeEvent(event)

    def _newest(self) -> PreviewFrame | None:
        reader = self._reader()
        return None if reader is None else reader.read()

    def _count_unchanged(self) -> None:
        self._unchanged += 1
        if self._unchanged == STALE_AFTER_TICKS:
            self._drop_picture()

    def _drop_picture(self) -> None:
        self._image = None
        self._frame = None
        self.update()

    def picture_area(self) -> QRectF:
        """Where the picture stands: as large as fits, centred, in the picture's own proportions."""
        width, height = 16.0, 9.0
        if self._frame is not None:
            width, height = float(self._frame.width), float(self._frame.height)
        scale = min(self.width() / width, self.height() / height)
        size_w, size_h = width * scale, height * scale
        left, top = (self.width() - size_w) / 2, (self.height() - size_h) / 2
        return QRectF(left, top, size_w, size_h)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stage = QRectF(self.rect())
        self._paint_picture(painter, stage, self.picture_area())
        view = self._view
        if view is not None:
            if self._image is None:
                self._paint_message(painter, view)
            if view.recording:
                self._paint_frame(painter, stage, view)
            if view.badge:
                self._paint_badge(painter, stage, view)
        self._paint_over(painter, stage)
        painter.end()

    def _paint_over(self, painter: QPainter, stage: QRectF) -> None:
        """What else stands on the picture."""

    def _paint_picture(self, painter: QPainter, stage: QRectF, area: QRectF) -> None:
        painter.save()
        # Nothing here needs smooth edges, and an image without them costs half.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._image is None or area != stage:
            # Not `fillRect`: it also takes gradients, and PySide would load all of Qt's.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._tokens.preview))
            painter.drawRect(stage)
        if self._image is not None:
            is_scaled = self._image.width() != round(area.width() * self.devicePixelRatioF())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_scaled)
            if self._mirrored:
                painter.translate(area.center().x() * 2, 0)
                painter.scale(-1, 1)
            painter.drawImage(area, self._image)
        painter.restore()
        painter.fillPath(self._corners(stage), QColor(self._tokens.bg))

    def _corners(self, stage: QRectF) -> QPainterPath:
        """What is around the rounded stage. A clip would cost a third of the picture's time."""
        corners, shape = QPainterPath(), QPainterPath()
        corners.addRect(stage)
        shape.addRoundedRect(stage, RADIUS, RADIUS)
        return corners.subtracted(shape)

    def _paint_frame(self, painter: QPainter, area: QRectF, view: PreviewView) -> None:
        colour = self._tokens.warn if view.badge_waiting else self._tokens.rec
        painter.setPen(QPen(QColor(colour), FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = FRAME / 2
        inner = area.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inner, RADIUS - half, RADIUS - half)

    def _paint_badge(self, painter: QPainter, area: QRectF, view: PreviewView) -> None:
        font = theme.figures_font(17, QFont.Weight.DemiBold)
        small = theme.figures_font(13)
        width = QFontMetricsF(font).horizontalAdvance(view.badge)
        extra = QFontMetricsF(small).horizontalAdvance(view.footer) + 12 if view.footer else 0.0
        size_w = width + extra + 48
        badge = QRectF(area.right() - 18 - size_w, area.top() + 18, size_w, 36)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(12, 17, 23, 218))
        painter.drawRoundedRect(badge, 18, 18)
        # The tone of a lit lamp: brighter than the button's red, which carries white text.
        painter.setBrush(QColor("#f2b955" if view.badge_waiting else "#ff5a5f"))
        painter.drawEllipse(QPointF(badge.left() + 19, badge.center().y()), 7, 7)
        painter.setPen(QColor("#ffffff"))
        painter.setFont(font)
        # The lamp stands left of the words in every language, as on a camera.
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        flags = Qt.AlignmentFlag.AlignVCenter | left
        painter.drawText(badge.adjusted(34, 0, 0, 0), flags, view.badge)
        if view.footer:
            painter.setPen(QColor("#c9d2dd"))
            painter.setFont(small)
            painter.drawText(badge.adjusted(34 + width + 12, 0, 0, 0), flags, view.footer)

    def _paint_message(self, painter: QPainter, view: PreviewView) -> None:
        layout = self._message_layout(view)
        if view.icon:
            icon_area = QRectF(self.width() / 2 - 22, layout.top(), 44, 44)
            icons.paint(painter, view.icon, self._tokens.preview_muted, icon_area)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        wrapped = int(centre) | int(Qt.TextFlag.TextWordWrap)
        painter.setPen(QColor(self._tokens.preview_text))
        painter.setFont(theme.figures_font(18, QFont.Weight.DemiBold))
        painter.drawText(layout.adjusted(0, 56, 0, 0), wrapped, view.title)
        painter.setPen(QColor(self._tokens.preview_muted))
        painter.setFont(theme.figures_font(14))
        painter.drawText(layout.adjusted(0, 86, 0, 0), wrapped, view.sentence)

    def _message_layout(self, view: PreviewView) -> QRectF:
        width = min(520.0, self.width() - 48.0)
        height = 190.0 if view.can_retry else 140.0
        return QRectF(
            (self.width() - width) / 2, max(4.0, (self.height() - height) / 2), width, height
        )

    def _place_button(self) -> None:
        view = self._view
        shown = view is not None and view.can_retry and not view.wants_picture
        buttons = (self.button, self.choose_button)
        for button in buttons:
            button.setVisible(shown)
        if view is None or not shown:
            return
        bottom = round(self._message_layout(view).bottom())
        sizes = [button.sizeHint() for button in buttons]
        left = (self.width() - sum(size.width() for size in sizes) - _BETWEEN) // 2
        for button, size in zip(buttons, sizes, strict=True):
            button.setGeometry(left, bottom - size.height(), size.width(), size.height())
            left += size.width() + _BETWEEN

    def set_mirrored(self, mirrored: bool) -> None:
        """Whether the picture is shown as in a mirror."""
        self._mirrored = mirrored
        self.update()
