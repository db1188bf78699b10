"""Who is recorded, in answer to what, with which camera and microphone, and a note about it.

It paints a `CaptureView` and holds what is typed. It decides nothing.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
)

from desktop.ui import device_texts, field_texts, icons, texts
from desktop.ui.cards import Card, Elided, label
from desktop.ui.theme import Tokens
from desktop.ui.views import CaptureView
from desktop.ui.words import tr

FIELD_LENGTH = 120
NOTE_LENGTH = 2_000


class CaptureCard(Card):
    """The fields about the next recording; while one runs, only its note may change."""

    change_pressed = Signal()
    random_pressed = Signal()
    participant_changed = Signal(str)
    agreed_changed = Signal(bool)
    note_changed = Signal(str)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tr(texts.NEXT_RECORDING), "user", tokens)
        self._view: CaptureView | None = None
        self._make_fields()
        self._make_devices()
        self.body.addSpacing(2)
        self.body.addLayout(self._fields())
        self.body.addWidget(self._trouble)
        self.body.addWidget(self.agreed)
        self.body.addSpacing(4)
        self.body.addWidget(self.note)
        self.body.addSpacing(4)
        self.body.addLayout(self._devices())
        self._draw_icon()

    @property
    def line_edits(self) -> tuple[QLineEdit, ...]:
        """Where something can be typed."""
        return self.participant, self._typed_prompt, self.note

    @property
    def prompt_id(self) -> str:
        """The id of the study's prompt, or what was typed in its place; may be empty."""
        typed = self.prompt.currentText().strip()
        row = self.prompt.findText(typed, Qt.MatchFlag.MatchFixedString)
        return str(self.prompt.itemData(row)) if row >= 0 else typed

    @prompt_id.setter
    def prompt_id(self, wanted: str) -> None:
        row = self.prompt.findData(wanted)
        if row >= 0:
            self.prompt.setCurrentIndex(row)
        else:
            self.prompt.setEditText(wanted)

    def show_view(self, view: CaptureView) -> None:
        before, self._view = self._view, view
        # A tick is the person's own until it is known: it may have changed under the same view.
        self.agreed.setChecked(view.agreed)
        if view == before:
            return
        if before is None or before.prompts != view.prompts:
            self._fill_prompts(view)
        self.title.setText(view.title)
        self._camera.show_text(view.camera)
        self._camera.setAccessibleDescription(tr(texts.CAMERA))
        self._microphone.show_text(view.microphone)
        self._microphone.setAccessibleDescription(tr(texts.MICROPHONE))
        for field in (self.participant, self.random_button, self.prompt, self.agreed):
            field.setEnabled(view.can_change)
        self._trouble.setText(view.participant_trouble)
        self._trouble.setVisible(bool(view.participant_trouble))
        self.agreed.setVisible(bool(view.consent))
        self.agreed.setText(view.consent)
        self.agreed.setAccessibleName(view.consent)

    def _fill_prompts(self, view: CaptureView) -> None:
        kept = self.prompt_id
        self.prompt.clear()
        for each in view.prompts:
            self.prompt.addItem(each.title, each.id)
        self.prompt.setCurrentIndex(-1)
        self.prompt.setEditText("")
        if kept:
            self.prompt_id = kept

    def _make_fields(self) -> None:
        self.participant = _field(tr(texts.PARTICIPANT), tr(texts.PARTICIPANT_EMPTY), FIELD_LENGTH)
        self.participant.textChanged.connect(self.participant_changed)
        self.random_button = QToolButton()
        self.random_button.setProperty("role", "icon")
        self.random_button.setAccessibleName(tr(field_texts.RANDOM))
        self.random_button.setToolTip(tr(field_texts.RANDOM_HINT))
        self.random_button.clicked.connect(self.random_pressed)
        self.prompt = QComboBox()
        self.prompt.setEditable(True)
        self.prompt.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # As wide as it has room, not as its longest title.
        self.prompt.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.prompt.setAccessibleName(tr(texts.PROMPT))
        typed = self.prompt.lineEdit()
        assert typed is not None
        self._typed_prompt = typed
        typed.setPlaceholderText(tr(texts.PROMPT_EMPTY))
        typed.setMaxLength(FIELD_LENGTH)
        typed.setAccessibleName(tr(texts.PROMPT))
        self._trouble = label(role="caption", wrap=True)
        self._trouble.hide()
        self.agreed = QCheckBox()
        self.agreed.setToolTip(tr(field_texts.AGREED_HINT))
        self.agreed.clicked.connect(self.agreed_changed)
        self.agreed.hide()
        self.note = _field(tr(field_texts.NOTE), tr(field_texts.NOTE_EMPTY), NOTE_LENGTH)
        self.note.setToolTip(tr(field_texts.NOTE_HINT))
        self.note.textChanged.connect(self.note_changed)

    def _make_devices(self) -> None:
        self._camera_icon, self._microphone_icon = QLabel(), QLabel()
        self._camera, self._microphone = Elided("muted"), Elided("muted")
        self.change_button = QPushButton(tr(device_texts.CHANGE_DEVICES_MNEMONIC))
        self.change_button.setAccessibleName(tr(device_texts.DEVICES_TITLE))
        self.change_button.setToolTip(tr(device_texts.CHANGE_DEVICES_HINT))
        self.change_button.clicked.connect(self.change_pressed)

    def _fields(self) -> QGridLayout:
        fields = QGridLayout()
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(6)
        # One below the other: in a narrow window, too, there is room for an id and a title.
        for row, words, field, columns in (
            (0, tr(texts.PARTICIPANT_MNEMONIC), self.participant, 1),
            (1, tr(texts.PROMPT_MNEMONIC), self.prompt, 2),
        ):
            caption = label(words, "field")
            caption.setBuddy(field)
            fields.addWidget(caption, row, 0)
            fields.addWidget(field, row, 1, 1, columns)
        fields.addWidget(self.random_button, 0, 2)
        fields.setColumnStretch(1, 1)
        return fields

    def _devices(self) -> QGridLayout:
        devices = QGridLayout()
        devices.setHorizontalSpacing(8)
        devices.setVerticalSpacing(4)
        devices.setColumnStretch(1, 1)
        devices.addWidget(self._camera_icon, 0, 0)
        devices.addWidget(self._camera, 0, 1)
        devices.addWidget(self._microphone_icon, 1, 0)
        devices.addWidget(self._microphone, 1, 1)
        devices.addWidget(self.change_button, 0, 2, 2, 1)
        return devices

    def _draw_icon(self) -> None:
        super()._draw_icon()
        if not hasattr(self, "_camera_icon"):
            return
        ratio, tokens = self.devicePixelRatioF(), self._tokens
        self._camera_icon.setPixmap(icons.pixmap("camera", tokens.muted, 16, ratio))
        self._microphone_icon.setPixmap(icons.pixmap("microphone", tokens.muted, 16, ratio))
        self.random_button.setIcon(icons.icon("dice", tokens.text, tokens.disabled))


def _field(name: str, placeholder: str, most: int) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    field.setMaxLength(most)
    return field
