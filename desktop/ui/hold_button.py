"""A button that can ask to be meant: held for a second by mouse or finger, or its key hit twice.

It owns how a press is told from a slip. It must not know what is stopped by it.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton

from desktop.ui import texts
from desktop.ui.announcer import to_screen_reader
from desktop.ui.words import tr

HOLD_MS: Final = 1_000
"""How long a mouse or a finger has to stay on it."""
AGAIN_MS: Final = 2_000
"""Within how long a second press of a key has to follow; as long stands what to do instead."""
_LINE_H, _LINE_INSET = 4, 8


class HoldButton(QPushButton):
    """A button that does at once what it says, or, while it is `guarded`, only what is meant.

    Whoever presses it without hands, by a screen reader for example, presses it twice like a key.
    """

    meant = Signal()
    """Somebody pressed it, and meant it."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self._words = words
        self._guarded = False
        self._held = QVariantAnimation(self)
        self._held.setStartValue(0.0)
        self._held.setEndValue(1.0)
        self._held.setDuration(HOLD_MS)
        self._held.valueChanged.connect(self.update)
        self._held.finished.connect(self._held_long_enough)
        self.again_limit = QTimer(self)
        self.again_limit.setSingleShot(True)
        self.again_limit.setInterval(AGAIN_MS)
        self.again_limit.timeout.connect(self._say_words)
        self._once_by_key = False
        self._say = to_screen_reader(self)
        self.clicked.connect(self._pressed)

    def set_words(self, words: str) -> None:
        """What it says, whenever it does not say how to press it."""
        self._words = words
        if not self.again_limit.isActive():
            self.setText(words)

    def set_guarded(self, guarded: bool) -> None:
        """Whether it has to be held, or pressed twice, from now on."""
        if guarded == self._guarded:
            return
        self._guarded = guarded
        if guarded:
            self.installEventFilter(self)
        else:
            self.removeEventFilter(self)
        self._held.stop()
        self.again_limit.stop()
        self._say_words()
        self.setMinimumWidth(self._widest() if guarded else 0)

    @property
    def is_guarded(self) -> bool:
        """Whether a press alone does nothing."""
        return self._guarded

    @property
    def is_held(self) -> bool:
        """Whether a mouse or a finger is on it, not yet for long enough."""
        return self._held.state() is QVariantAnimation.State.Running

    def _widest(self) -> int:
        """So wide that it does not jump when it says how to press it."""
        before = self.text()
        widths = []
        for words in (self._words, tr(texts.STOP_HOLD), tr(texts.STOP_AGAIN)):
            self.setText(words)
            widths.append(self.sizeHint().width())
        self.setText(before)
        return max(widths)

    def _pressed(self) -> None:
        """A click: of a key, of a screen reader, or of a mouse that needs not be held."""
        if not self._guarded:
            self.meant.emit()
        elif self._once_by_key:
            self._mean_it()
        else:
            self._once_by_key = True
            self._tell(tr(texts.STOP_AGAIN))

    def _held_long_enough(self) -> None:
        if self.is_guarded and self.isDown():
            self.setDown(False)
            self._mean_it()

    def _mean_it(self) -> None:
        self.again_limit.stop()
        self._say_words()
        self.meant.emit()

    def _tell(self, how: str) -> None:
        self.setText(how)
        self._say(how.replace("&", ""), True)
        self.again_limit.start()

    def _say_words(self) -> None:
        self._once_by_key = False
        self.setText(self._words)

    # Qt's own.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._guarded and self.isDown():
            self.again_limit.stop()
            self._say_words()
            self._held.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._guarded and event.button() is Qt.MouseButton.LeftButton:
            if self.is_held:
                self._held.stop()
                self._tell(tr(texts.STOP_HOLD))
            # A mouse that lets go clicks nothing here: it was held for long enough, or it slipped.
            self.setDown(False)
            self.update()
        super().mouseReleaseEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self._held.stop()
            self.again_limit.stop()
            self._say_words()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_held:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette().color(QPalette.ColorRole.ButtonText)))
        whole = self.width() - 2 * _LINE_INSET
        done = whole * float(self._held.currentValue())
        begins = self.width() - _LINE_INSET - done if self._is_mirrored() else float(_LINE_INSET)
        line = QRectF(begins, self.height() - _LINE_H - 4, done, _LINE_H)
        painter.drawRoundedRect(line, _LINE_H / 2, _LINE_H / 2)
        painter.end()

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft
