"""The field window's banner: what concerns the recording, the disk or a device.

It shows a `Banner` and emits what people want; it decides nothing.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.ui import device_texts
from desktop.ui.theme import Tokens
from desktop.ui.told_bar import ToldBar
from desktop.ui.views import Banner, ChooseWhat
from desktop.ui.words import tr


class BannerBar(ToldBar):
    """The banner, with one more button where another device may help."""

    choose_pressed = Signal(object)
    """A `ChooseWhat`."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self._what: ChooseWhat | None = None
        self.choose_button = QPushButton(tr(device_texts.CHOOSE_ANOTHER_MNEMONIC))
        self.choose_button.setAccessibleName(tr(device_texts.CHOOSE_ANOTHER))
        self.choose_button.clicked.connect(self._choose)
        self.row.addWidget(self.choose_button)

    def show_view(self, view: Banner | None) -> None:
        """Show this banner, or none."""
        self._what = None if view is None else view.choose
        self.choose_button.setVisible(self._what is not None)
        self.tell(view)

    def _choose(self) -> None:
        if self._what is not None:
            self.choose_pressed.emit(self._what)
