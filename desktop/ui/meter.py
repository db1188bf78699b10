"""The microphone's level as a row of segments with a peak, a number and a word.

It paints a `MeterView`. It must not measure anything.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import icons, texts, theme
from desktop.ui.pictured import Pictured
from desktop.ui.theme import Tokens
from desktop.ui.views import MeterView
from desktop.ui.words import tr

FLOOR_DB = -60.0
SEGMENTS = 24
_WARM_DB = -12.0
_HOT_DB = -6.0
_SEGMENT_W, _GAP, _ICON = 6.0, 3.0, 20
_LEAST_TEXT_W = 132
_FEW = 10
"""With fewer segments than this a level cannot be read: then the words give way instead."""


class LevelMeter(Pictured):
    """Level, peak and the word for them. Without sound: a crossed-out microphone."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._view: MeterView | None = None
        self.setAccessibleName(tr(texts.METER))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        # Room for a level that can be read; its words give way first.
        return QSize(_ICON + 18 + round(_FEW * (_SEGMENT_W + _GAP)), theme.CONTROL_PX)

    def sizeHint(self) -> QSize:
        width = _ICON + 10 + SEGMENTS * (_SEGMENT_W + _GAP) + 8 + _text_width()
        return QSize(round(width), theme.CONTROL_PX)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def show_view(self, view: MeterView) -> None:
        """Show this level."""
        if view == self._view:
            return
        self._view = view
        self.setAccessibleDescription(texts.meter_spoken(view.text, view.word))
        self.setToolTip(f"{tr(texts.METER)}: {texts.meter_spoken(view.text, view.word)}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self._view
        if view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words_width = self._paint_words(painter, view)
        top = (self.height() - _ICON) / 2
        if view.available:
            icons.paint(painter, "microphone", self._tokens.text, QRectF(0, top, _ICON, _ICON))
            self._paint_segments(painter, view)
        else:
            left = self.width() - words_width - _ICON - 8
            area = QRectF(left, top, _ICON, _ICON)
            icons.paint(painter, "microphone-off", self._tokens.muted, area)
        painter.end()

    def _paint_segments(self, painter: QPainter, view: MeterView) -> None:
        segments = self._segments
        lit = lit_segments(view.level_db, segments)
        peak = lit_segments(view.peak_db, segments)
        height = 16.0
        top = (self.height() - height) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(segments):
            on = index < lit or (peak > 0 and index == peak - 1)
            colour = self._colour_of(index, segments) if on else self._tokens.track
            painter.setBrush(QColor(colour))
            left = _ICON + 10 + index * (_SEGMENT_W + _GAP)
            painter.drawRoundedRect(QRectF(left, top, _SEGMENT_W, height), 2, 2)

    @property
    def _segments(self) -> int:
        """How many there is room for, beside the words or in their place."""
        return (
            _that_fit(self.width() - round(_text_width()))
            if self._has_words
            else _that_fit(self.width())
        )

    @property
    def _has_words(self) -> bool:
        return _that_fit(self.width() - round(_text_width())) >= _FEW

    def _colour_of(self, index: int, segments: int) -> str:
        level_db = FLOOR_DB + (index + 1) * -FLOOR_DB / segments
        if level_db > _HOT_DB:
            return self._tokens.danger
        return self._tokens.warn if level_db > _WARM_DB else self._tokens.ok

    def _paint_words(self, painter: QPainter, view: MeterView) -> float:
        if view.available and not self._has_words:
            return 0.0
        left = 0.0
        if view.available:
            left = _ICON + 10 + self._segments * (_SEGMENT_W + _GAP) + 6
        words = f"{view.text} · {view.word}" if view.text else view.word
        painter.setFont(theme.figures_font(13))
        painter.setPen(QColor(theme.tone_colours(self._tokens, view.tone)[0]))
        area = QRectF(left, 0, self.width() - left, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, flags, words)
        return QFontMetricsF(painter.font()).horizontalAdvance(words)


def _that_fit(width: int) -> int:
    return max(0, min(SEGMENTS, int((width - _ICON - 18) // (_SEGMENT_W + _GAP))))


def _text_width() -> float:
    """Room for the longest that it may have to say, in the language of the app."""
    metrics = QFontMetricsF(theme.figures_font(13))
    words = (tr(each) for each in texts.LEVEL_WORDS)
    longest = max(metrics.horizontalAdvance(f"−88 dB · {word}") for word in words)
    return max(_LEAST_TEXT_W, longest + 2)


def lit_segments(level_db: float | None, segments: int = SEGMENTS) -> int:
    """How many of so many segments a level lights."""
    if level_db is None or level_db <= FLOOR_DB:
        return 0
    share = (min(0.0, level_db) - FLOOR_DB) / -FLOOR_DB
    return max(0, min(segments, round(share * segments)))
