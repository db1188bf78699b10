"""The settings window: its page says when and how fast recordings are sent.

It shows the `SendingRules` of the settings and emits what was changed. What is wrong is said where
it was typed; it writes nothing itself.
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.sending_rules import KEYS, SendingRules
from desktop.ui import texts
from desktop.ui.cards import label
from desktop.ui.choices import Choices
from desktop.ui.words import tr

_SIZE = (580, 430)
_RATE_MOST, _BUDGET_MOST = 10_000_000, 100_000_000


class SettingsDialog(QDialog):
    """Six rules and two buttons."""

    saved = Signal(object)
    """The values that were changed, by `sending_rules.KEYS`."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._rules = SendingRules()
        self.setWindowTitle(tr(texts.SETTINGS_TITLE))
        self.setModal(False)
        self.resize(*_SIZE)
        self.rate = _number(tr(texts.RATE_LIMIT), _RATE_MOST, " kB/s")
        self.speed = _combo(tr(texts.WHILE_RECORDING), texts.SPEEDS)
        self.hours = _line(tr(texts.QUIET_HOURS), tr(texts.QUIET_HOURS_EMPTY))
        self.budget = _number(tr(texts.DAILY_BUDGET), _BUDGET_MOST, " MB")
        self.metered = _combo(tr(texts.ON_METERED), texts.ON_METERED_CHOICES)
        self.wait_on = _line(tr(texts.WAIT_ON), tr(texts.WAIT_ON_EMPTY))
        self._fields: dict[str, QWidget] = dict(
            zip(
                KEYS,
                (self.rate, self.speed, self.hours, self.budget, self.metered, self.wait_on),
                strict=True,
            )
        )
        self._trouble = label(role="trouble", wrap=True)
        self._trouble.hide()
        self.cancel_button = QPushButton(tr(texts.CANCEL))
        self.save_button = QPushButton(tr(texts.SAVE_MNEMONIC))
        self.save_button.setProperty("role", "primary")
        self.save_button.setDefault(True)
        self.save_button.setAccessibleName(tr(texts.SAVE))
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out()

    def _lay_out(self) -> None:
        captions = (
            tr(texts.RATE_LIMIT_MNEMONIC),
            tr(texts.WHILE_RECORDING_MNEMONIC),
            tr(texts.QUIET_HOURS_MNEMONIC),
            tr(texts.DAILY_BUDGET_MNEMONIC),
            tr(texts.ON_METERED_MNEMONIC),
            tr(texts.WAIT_ON_MNEMONIC),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (words, field) in enumerate(zip(captions, self._fields.values(), strict=True)):
            caption = label(words)
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(tr(texts.SENDING_PAGE), "title"))
        column.addWidget(label(tr(texts.SENDING_PAGE_HINT), "muted", wrap=True))
        column.addLayout(grid)
        column.addWidget(self._trouble)
        column.addStretch(1)
        column.addLayout(buttons)

    def ask(self, rules: SendingRules) -> None:
        """Come up with these values."""
        self._rules = rules
        self._trouble.hide()
        self.rate.setValue(rules.limit_rate_kb_s)
        self.speed.setCurrentIndex(self.speed.findData(rules.while_recording))
        self.hours.setText(rules.quiet_hours)
        self.budget.setValue(round(rules.daily_budget_mb))
        self.metered.setCurrentIndex(self.metered.findData(rules.on_metered))
        self.wait_on.setText(rules.wait_on)
        for key, field in self._fields.items():
            fixed = (rules.fixed or {}).get(key)
            field.setEnabled(fixed is None)
            field.setToolTip("" if fixed is None else texts.fixed_by(fixed))
        self.save_button.setEnabled(True)
        self.show()
        self.raise_()
        self.activateWindow()
        self.rate.setFocus()

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing was saved; what was typed stays."""
        self._trouble.setText(sentence)
        self._trouble.show()
        self.save_button.setEnabled(True)

    def changes(self) -> Mapping[str, object]:
        """What differs from what was shown first."""
        entered = {
            "limit_rate_kb_s": self.rate.value(),
            "while_recording": self.speed.currentData(),
            "quiet_hours": self.hours.text().strip(),
            "daily_budget_mb": self.budget.value(),
            "on_metered": self.metered.currentData(),
            "wait_on": self.wait_on.text().strip(),
        }
        shown = {key: self._rules.value(key) for key in KEYS}
        shown["daily_budget_mb"] = round(self._rules.daily_budget_mb)
        return {
            key: entered[key]
            for key in KEYS
            if entered[key] != shown[key] and not self._rules.is_fixed(key)
        }

    def _save(self) -> None:
        changes = self.changes()
        if not changes:
            self.accept()
            return
        self.save_button.setEnabled(False)
        self.saved.emit(changes)


def _number(name: str, most: int, unit: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, most)
    made.setSuffix(unit)
    made.setSpecialValueText(tr(texts.NO_LIMIT))
    made.setGroupSeparatorShown(True)
    made.setAccessibleName(name)
    return made


def _combo(name: str, choices: Mapping[str, str]) -> Choices:
    made = Choices(name)
    for value, words in choices.items():
        made.addItem(tr(words), value)
    return made


def _line(name: str, placeholder: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    made.setAccessibleName(name)
    return made
