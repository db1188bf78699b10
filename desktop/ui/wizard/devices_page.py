"""The page about camera and microphone, with live picture and level.

It shows a `DevicesView`; what a person picks is a wish. It opens no device.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.cards import label
from desktop.ui.choices import Choices
from desktop.ui.device_choice import Entry
from desktop.ui.meter import LevelMeter
from desktop.ui.ports import PreviewReader
from desktop.ui.preview import Preview
from desktop.ui.theme import Tokens
from desktop.ui.wizard import texts
from desktop.ui.wizard.parts import button, card, page_column
from desktop.ui.wizard.views import DevicesView
from desktop.ui.words import tr

_PICTURE_LEAST_H = 220


class DevicesPage(QWidget):
    """A picture, a level, and two lists to choose from."""

    camera_chosen = Signal(str)
    microphone_chosen = Signal(str)
    look_pressed = Signal()
    retry_pressed = Signal()

    def __init__(self, tokens: Tokens, reader: Callable[[], PreviewReader | None]) -> None:
        super().__init__()
        self.preview = Preview(tokens, reader, mirrored=True)
        self.preview.setMinimumHeight(_PICTURE_LEAST_H)
        self.preview.retry.connect(self.retry_pressed)
        self.preview.choose.connect(self._to_list)
        self.meter = LevelMeter(tokens)
        self.camera = Choices(tr(texts.CAMERA))
        self.camera.activated.connect(lambda row: self.camera_chosen.emit(_wish(self.camera, row)))
        self.microphone = Choices(tr(texts.MICROPHONE))
        self.microphone.activated.connect(
            lambda row: self.microphone_chosen.emit(_wish(self.microphone, row))
        )
        self.look_button = button(texts.LOOK_AGAIN_MNEMONIC)
        self.look_button.clicked.connect(self.look_pressed)
        self._really = label(role="muted", wrap=True)
        self._note = label(role="muted", wrap=True)
        column = page_column(self, texts.DEVICES_TITLE, texts.DEVICES_INTRO)
        column.addWidget(self.preview, 1)
        column.addWidget(self._card())

    def _card(self) -> QWidget:
        box, body = card(spacing=theme.S)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.L)
        grid.setVerticalSpacing(theme.S)
        grid.setColumnStretch(1, 1)
        rows = (
            (texts.CAMERA_MNEMONIC, self.camera),
            (texts.MICROPHONE_MNEMONIC, self.microphone),
        )
        for row, (words, field) in enumerate(rows):
            caption = label(tr(words))
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
            # A microphone's name is long, and nothing stands beside it.
            grid.addWidget(field, row, 1, 1, 1 + row)
        grid.addWidget(self.look_button, 0, 2)
        grid.addWidget(label(tr(texts.LEVEL)), 2, 0)
        level = QHBoxLayout()
        level.addWidget(self.meter)
        level.addStretch(1)
        grid.addLayout(level, 2, 1, 1, 2)
        body.addLayout(grid)
        notes = QVBoxLayout()
        notes.addWidget(self._really)
        notes.addWidget(self._note)
        body.addLayout(notes)
        return box

    def show_view(self, view: DevicesView) -> None:
        """Show these devices, and what they give."""
        _fill(self.camera, view.cameras)
        _fill(self.microphone, view.microphones)
        self.look_button.setEnabled(not view.is_looking)
        self.preview.show_view(view.preview)
        self.meter.show_view(view.meter)
        self._really.setText(view.really)
        self._really.setVisible(bool(view.really))
        self._note.setText(view.note)
        self._note.setVisible(bool(view.note))

    def set_tokens(self, tokens: Tokens) -> None:
        self.preview.set_tokens(tokens)
        self.meter.set_tokens(tokens)

    def _to_list(self) -> None:
        self.camera.setFocus()
        self.camera.showPopup()


def _wish(box: Choices, row: int) -> str:
    entry = box.itemData(row)
    return entry.wish if isinstance(entry, Entry) else ""


def _fill(box: Choices, entries: Sequence[Entry]) -> None:
    """Show these lines; the one in use is chosen. An open list is left alone."""
    before = [box.itemData(row) for row in range(box.count())]
    if before == list(entries) or box.view().isVisible():
        return
    box.blockSignals(True)
    box.clear()
    for entry in entries:
        box.addItem(entry.label, entry)
        if entry.is_current:
            box.setCurrentIndex(box.count() - 1)
    box.blockSignals(False)
