"""Keys of the window: what presses a button, and what a field would keep for itself.

What a key does is the button's. On Linux a line edit empties itself with Ctrl+U, and claims the key
before any shortcut is looked for: with the cursor in a field it would not open the queue.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

OPEN_QUEUE = "Ctrl+U"


def press_by_key(key: str, press: Callable[[], None], window: QWidget) -> None:
    """Call `press` for this key anywhere in the window, once for each time it is pressed."""
    shortcut = QShortcut(QKeySequence(key), window)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(press)


class LetThrough(QObject):
    """Keeps fields from claiming `OPEN_QUEUE`. Belongs to `parent`."""

    def __init__(self, fields: Iterable[QLineEdit], parent: QObject) -> None:
        super().__init__(parent)
        self._keys = QKeySequence(OPEN_QUEUE)
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if QKeySequence(event.keyCombination()) != self._keys:
            return False
        event.ignore()
        return True
