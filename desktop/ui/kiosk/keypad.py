"""A keypad for fingers: as many keys as there are characters, and one that takes the last away.

Its order is the same wherever people read from. It must not know what is typed with it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.ui.kiosk import texts
from desktop.ui.kiosk.parts import KioskButton
from desktop.ui.theme import Tokens
from desktop.ui.words import tr

DIGITS = tuple("123456789")
_PHONE_COLUMNS = 3
_TWO_ROWS_MOST = 14
_LONG_COLUMNS = 10


class Keypad(QWidget):
    """Emits the character of a key, or that the last one shall go."""

    typed = Signal(str)
    erased = Signal()

    def __init__(self, tokens: Tokens, *, like_a_phone: bool = False) -> None:
        """`like_a_phone`: three columns, as people know them from PINs."""
        super().__init__()
        self._tokens = tokens
        self._like_a_phone = like_a_phone
        self._keys: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.buttons: dict[str, KioskButton] = {}
        self.erase = self._button("", "backspace")
        self.erase.setAccessibleName(tr(texts.ERASE))
        self.erase.setToolTip(tr(texts.ERASE))
        self.erase.clicked.connect(self.erased)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Have these keys, in this order."""
        if keys == self._keys:
            return
        self._keys = keys
        for button in self.buttons.values():
            button.setParent(None)
            button.deleteLater()
        self.buttons = {key: self._key(key) for key in keys}
        columns = self._columns()
        places = list(range(len(keys) + 1))
        if self._like_a_phone:
            # The last row has its zero in the middle.
            places[-2:] = [len(keys), len(keys) + 1]
        for place, button in zip(places, (*self.buttons.values(), self.erase), strict=True):
            self._grid.addWidget(button, place // columns, place % columns)

    def _columns(self) -> int:
        if self._like_a_phone:
            return _PHONE_COLUMNS
        count = len(self._keys) + 1
        return -(-count // 2) if count <= _TWO_ROWS_MOST else _LONG_COLUMNS

    def _key(self, key: str) -> KioskButton:
        button = self._button(key)
        button.clicked.connect(lambda: self.typed.emit(key))
        return button

    def _button(self, words: str, icon: str = "") -> KioskButton:
        button = KioskButton(self._tokens, "key", icon)
        button.at_least(64)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setAutoDefault(False)
        # The line that is typed into keeps the focus, and with it the keys of a keyboard.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if words:
            button.say(words)
        return button
