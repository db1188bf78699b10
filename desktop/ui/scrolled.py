"""Scrolls what needs more room than the window has, as on a small screen at 200 %.

In a window that is large enough nothing of it is seen.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

SMALLEST_SIZE = (640, 400)
"""What a screen of 1280 x 800 has room for at 200 %; every window can be as small."""
_FLOWING_LEAST_H = 120


class _Held(QWidget):
    """Holds a page without a layout of its own.

    A scroll area gives a layout with sentences that wrap the height it would like, not the one it
    needs.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        page.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._page.setGeometry(self.rect())
        super().resizeEvent(event)


class Scrolled(QScrollArea):
    """A page that is never smaller than `least`, width and height in pixels."""

    def __init__(self, page: QWidget, least: tuple[int, int]) -> None:
        super().__init__()
        held = _Held(page)
        held.setMinimumSize(*least)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(held)


class Flowing(QScrollArea):
    """A page of sentences that wrap: never lower than they need at the width that it has."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self._held = _Held(page)
        page.installEventFilter(self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._held)

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._page.minimumSizeHint().width() + bar, _FLOWING_LEAST_H)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self._page.layout()
        if layout is not None:
            needed = layout.totalMinimumHeightForWidth(self.viewport().width())
            self._held.setMinimumHeight(needed)
