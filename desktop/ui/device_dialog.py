"""The window in which a person chooses camera and microphone, also while a recording runs.

It shows a `DeviceChoiceView` and emits what is chosen. It stands beside the main window and never
in front of its buttons' reach: whoever chooses can still stop the recording.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import device_texts, texts
from desktop.ui.cards import label
from desktop.ui.choices import Choices
from desktop.ui.device_choice import DeviceChoiceView, Entry
from desktop.ui.words import tr

_SIZE = (560, 470)
_LIST_LEAST_H = 88


class DeviceDialog(QDialog):
    """Two lists, of cameras and of microphones."""

    look_pressed = Signal()
    place_chosen = Signal(int)
    chosen = Signal(int, object)
    """For which place, and a `Choose`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view: DeviceChoiceView | None = None
        self.setWindowTitle(tr(device_texts.DEVICES_TITLE))
        self.setModal(False)
        self.resize(*_SIZE)
        self.place = Choices(tr(device_texts.WHICH_CAMERA))
        self.place.activated.connect(self.place_chosen)
        self.cameras = _device_list(tr(device_texts.CAMERAS))
        self.microphones = _device_list(tr(device_texts.MICROPHONES))
        self._microphones_title = label(tr(device_texts.MICROPHONES), "title")
        self._hint = label(role="muted", wrap=True)
        self._note = label(wrap=True)
        self.look_button = _button(
            tr(device_texts.LOOK_AGAIN_MNEMONIC), tr(device_texts.LOOK_AGAIN)
        )
        self.cancel_button = _button(tr(texts.CANCEL), tr(texts.CANCEL))
        self.use_button = _button(
            tr(device_texts.USE_DEVICES_MNEMONIC), tr(device_texts.USE_DEVICES)
        )
        self.use_button.setProperty("role", "primary")
        self.use_button.setDefault(True)
        self._lay_out()
        self.look_button.clicked.connect(self.look_pressed)
        self.cancel_button.clicked.connect(self.reject)
        self.use_button.clicked.connect(self._use)
        for each in (self.cameras, self.microphones):
            each.itemSelectionChanged.connect(self._selected)
            each.itemDoubleClicked.connect(self._use)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.look_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.use_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.place)
        column.addWidget(label(tr(device_texts.CAMERAS), "title"))
        column.addWidget(self.cameras, 1)
        column.addSpacing(4)
        column.addWidget(self._microphones_title)
        column.addWidget(self.microphones, 1)
        column.addWidget(self._note)
        column.addWidget(self._hint)
        column.addSpacing(4)
        column.addLayout(buttons)

    def show_view(self, view: DeviceChoiceView) -> None:
        """Show these lists; what a person has selected stays selected while it is there."""
        if view == self._view:
            return
        picked = self._wishes() if self._view is not None and view.place == self._view.place else {}
        self._view = view
        self._show_places(view)
        _fill(self.cameras, view.cameras, picked.get(self.cameras.accessibleName()))
        _fill(self.microphones, view.microphones, picked.get(self.microphones.accessibleName()))
        for each in (self._microphones_title, self.microphones):
            each.setVisible(view.place == 0)
        self._hint.setText(view.hint)
        self._note.setText(view.note)
        self._note.setVisible(bool(view.note))
        self._selected()

    def ask(self, device: str) -> None:
        """Come up, with the focus on the list of this device."""
        self.show()
        self.raise_()
        self.activateWindow()
        (self.microphones if device == "microphone" else self.cameras).setFocus()

    def _show_places(self, view: DeviceChoiceView) -> None:
        self.place.setVisible(len(view.places) > 1)
        if [self.place.itemText(each) for each in range(self.place.count())] != list(view.places):
            self.place.clear()
            self.place.addItems(view.places)
        self.place.setCurrentIndex(view.place)

    def _wishes(self) -> dict[str, str]:
        """What is selected and not in use already, by list."""
        found = {}
        for each in (self.cameras, self.microphones):
            entry = _selected_entry(each)
            if entry is not None and not entry.is_current:
                found[each.accessibleName()] = entry.wish
        return found

    def _selected(self) -> None:
        self.use_button.setEnabled(self._choice() is not None)

    def _choice(self) -> object:
        if self._view is None:
            return None
        return self._view.choice(_selected_entry(self.cameras), _selected_entry(self.microphones))

    def _use(self) -> None:
        choice = self._choice()
        if self._view is not None and choice is not None:
            self.chosen.emit(self._view.place, choice)
            self.accept()


def _device_list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setMinimumHeight(_LIST_LEAST_H)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    return made


def _button(words: str, name: str) -> QPushButton:
    made = QPushButton(words)
    made.setAccessibleName(name)
    made.setAutoDefault(False)
    return made


def _selected_entry(shown: QListWidget) -> Entry | None:
    items = shown.selectedItems()
    entry = items[0].data(Qt.ItemDataRole.UserRole) if items else None
    return entry if isinstance(entry, Entry) else None


def _fill(shown: QListWidget, entries: Sequence[Entry], picked: str | None) -> None:
    shown.blockSignals(True)
    shown.clear()
    for entry in entries:
        item = QListWidgetItem(entry.label)
        item.setData(Qt.ItemDataRole.UserRole, entry)
        item.setToolTip(entry.label)
        if not entry.is_offered and not entry.is_current:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        shown.addItem(item)
        if entry.wish == picked or (entry.is_current and not shown.selectedItems()):
            shown.setCurrentItem(item)
    shown.blockSignals(False)
