"""What stands on the window, and says when a person has first seen it.

The window itself cannot say: what is wholly covered by what stands on it is never painted.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget


class PaintedPage(QWidget):
    """A page with the style sheet's ground."""

    painted = Signal()
    """It, and what stands on it, was painted for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False
        # Qt gives it by itself to none but its own class.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # Behind this paint, and the paints of what stands on it.
            QTimer.singleShot(0, self, self.painted.emit)
