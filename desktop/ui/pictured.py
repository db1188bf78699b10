"""A widget that paints itself and that a screen reader takes for a picture, not for an empty box.

It owns the role alone; its name and description are those of whoever paints.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class Pictured(QLabel):
    """Qt gives the role of a picture to a label that has one, and to nothing else of ours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Whoever paints covers it.
        invisible = QPixmap(1, 1)
        invisible.fill(Qt.GlobalColor.transparent)
        self.setPixmap(invisible)
