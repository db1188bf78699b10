"""One setting in the window: its words, what it is entered with, a way back, and what is wrong.

It emits what was entered; whether that is allowed is not its business.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons, theme
from desktop.ui.cards import label
from desktop.ui.choices import Choices
from desktop.ui.settings import texts
from desktop.ui.settings.fields import Field
from desktop.ui.theme import Tokens
from desktop.ui.words import LANGUAGES, tr

_LABEL_W = 200
_EDITOR_W = 160


class SettingRow(QWidget):
    """A line of a page."""

    entered = Signal(str, object)
    """The setting's name and what was entered."""
    put_back = Signal(str)

    def __init__(self, tokens: Tokens, field: Field, default: Any) -> None:
        super().__init__()
        self.field = field
        self._default = default
        self._shown: Any = None
        self._known: Any = None
        name = tr(texts.LABELS[field.name])
        self.editor = self._make_editor(name)
        self.editor.setAccessibleName(name)
        self.undo = QToolButton()
        self.undo.setProperty("role", "quiet")
        if field.kind != "flag":
            self.undo.setToolTip(self._put_back_words())
            self.undo.setAccessibleName(f"{name}: {self._put_back_words()}")
        self.undo.clicked.connect(lambda: self.put_back.emit(field.name))
        self._keep_place(self.undo)
        self._hint = label(self._hint_text(), "muted", wrap=True)
        self._hint.setVisible(bool(self._hint.text()))
        self._trouble = label(role="trouble", wrap=True)
        self._trouble.hide()
        self._lay_out(name)
        self.set_tokens(tokens)

    @staticmethod
    def _keep_place(widget: QWidget) -> None:
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(policy)

    def _lay_out(self, name: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        if self.field.kind == "flag":
            row.addWidget(self.editor, 1)
        else:
            caption = label(name, wrap=True)
            caption.setBuddy(self.editor)
            caption.setFixedWidth(_LABEL_W)
            row.addWidget(caption)
            self.editor.setMinimumWidth(_EDITOR_W)
            row.addWidget(self.editor, 1)
        if self.field.kind in ("folder", "file"):
            row.addWidget(self._choose_button())
        row.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.XS)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(self._trouble)

    def _make_editor(self, name: str) -> QWidget:
        makers: dict[str, Callable[[], QWidget]] = {
            "choice": lambda: self._make_choice(name),
            "flag": lambda: self._make_flag(name),
            "number": self._make_number,
        }
        return makers.get(self.field.kind, self._make_text)()

    def _make_choice(self, name: str) -> QWidget:
        made = Choices(name)
        for value, words in self._choices().items():
            made.addItem(words, value)
        made.activated.connect(lambda row: self._enter(made.itemData(row)))
        return made

    def _choices(self) -> dict[str, str]:
        if self.field.name == "appearance.language":
            return {"system": tr(texts.LANGUAGE_SYSTEM), **LANGUAGES}
        return {value: tr(words) for value, words in self.field.choices.items()}

    def _make_flag(self, name: str) -> QWidget:
        made = QCheckBox(name)
        made.clicked.connect(self._enter)
        return made

    def _make_number(self) -> QWidget:
        made = QSpinBox()
        made.setRange(0, self.field.most)
        made.setSuffix(self.field.unit)
        made.setGroupSeparatorShown(True)
        made.setKeyboardTracking(False)
        if self.field.zero:
            made.setSpecialValueText(tr(self.field.zero))
        made.editingFinished.connect(lambda: self._enter(made.value()))
        return made

    def _make_text(self) -> QWidget:
        made = QLineEdit()
        made.setPlaceholderText(tr(texts.NONE))
        made.editingFinished.connect(lambda: self._enter(made.text().strip()))
        return made

    def _choose_button(self) -> QPushButton:
        made = QPushButton(tr(texts.CHOOSE_MNEMONIC))
        made.setAccessibleName(
            f"{tr(texts.LABELS[self.field.name])}: {tr(texts.CHOOSE_MNEMONIC).replace('&', '')}"
        )
        made.setAutoDefault(False)
        made.clicked.connect(self._choose)
        return made

    def _choose(self) -> None:
        title = tr(texts.LABELS[self.field.name])
        if self.field.kind == "folder":
            chosen = QFileDialog.getExistingDirectory(self, title)
        else:
            chosen = QFileDialog.getOpenFileName(self, title)[0]
        if chosen:
            self._enter(str(Path(chosen)))

    def _enter(self, value: Any) -> None:
        if value != self._shown:
            self.entered.emit(self.field.name, value)

    def _hint_text(self) -> str:
        hint = tr(texts.HINTS[self.field.name]) if self.field.name in texts.HINTS else ""
        when = tr(texts.NEXT_START) if self.field.says_when else ""
        return " ".join(each for each in (hint, when) if each)

    def _put_back_words(self) -> str:
        if self._default in (None, ""):
            return tr(texts.PUT_BACK_EMPTY)
        value: Any = self._default
        if self.field.kind == "choice":
            value = self._choices()[str(value)]
        elif self.field.kind == "number":
            value = tr(self.field.zero) if not value and self.field.zero else f"{value:g}"
            value = f"{value}{self.field.unit}" if self._default else value
        return tr(texts.PUT_BACK).format(value=value)

    def offer(self, choices: Mapping[str, str]) -> None:
        """Let these be chosen too, by their values; what is chosen stays."""
        box = self.editor
        if not isinstance(box, Choices):
            return
        chosen = box.currentData()
        box.clear()
        for value, words in {**self._choices(), **choices}.items():
            box.addItem(words, value)
        self._show_in_editor(chosen)

    def show_value(self, value: Any, *, is_default: bool, fixed: str) -> None:
        """Show what it is; `fixed` says why it cannot be changed here, where it cannot."""
        # What somebody is typing at the moment stays.
        if value != self._known or not self.editor.hasFocus():
            self._known = self._shown = value
            self._show_in_editor(value)
        self.editor.setEnabled(not fixed)
        self.editor.setToolTip(fixed)
        self.undo.setVisible(not is_default and not fixed and self.field.kind != "flag")
        self.show_trouble("")

    def _show_in_editor(self, value: Any) -> None:
        match self.editor:
            case Choices() as box:
                row = box.findData(value)
                if row < 0:
                    box.addItem(str(value), value)
                    row = box.count() - 1
                box.setCurrentIndex(row)
            case QCheckBox() as flag:
                flag.setChecked(bool(value))
            case QSpinBox() as number:
                self._shown = round(value)
                number.setValue(round(value))
            case QLineEdit() as line:
                self._shown = value or ""
                line.setText(value or "")

    def show_trouble(self, sentence: str) -> None:
        """Say why what was entered was not kept; it stays as it was entered."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    @property
    def trouble(self) -> str:
        """What is said to be wrong."""
        return self._trouble.text()

    def set_tokens(self, tokens: Tokens) -> None:
        self.undo.setIcon(icons.icon("retry", tokens.text, tokens.disabled))
