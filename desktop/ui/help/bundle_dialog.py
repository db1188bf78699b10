"""The diagnostics bundle before it is saved: everything that would go in, by name and size.

It shows a list and emits where to save it; it gathers and writes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import amounts, theme
from desktop.ui.cards import carded, label
from desktop.ui.help import texts
from desktop.ui.theme import Tokens
from desktop.ui.wizard.parts import Result, button
from desktop.ui.words import tr

_SIZE = QSize(760, 560)


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the bundle."""

    name: str
    size_bytes: int


def ask_file(parent: QWidget, name: str) -> Path | None:
    """Where to save it; None where nobody wants to."""
    chosen, _filter = QFileDialog.getSaveFileName(
        parent, tr(texts.SAVE_NAME), str(Path.home() / name), tr(texts.ZIP_FILES)
    )
    return Path(chosen) if chosen else None


class BundleDialog(QDialog):
    """A list, a choice about participants, and where to."""

    gather_pressed = Signal(bool)
    """Gather it (again), with participants' ids or without."""
    save_pressed = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        tokens: Tokens,
        ask: Callable[[QWidget, str], Path | None] = ask_file,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._name = ""
        self.setWindowTitle(tr(texts.BUNDLE_TITLE))
        self.setModal(False)
        self.resize(_SIZE)
        self.table = self._make_table()
        self.participants = QCheckBox(tr(texts.PARTICIPANTS_MNEMONIC))
        self.participants.setAccessibleName(tr(texts.PARTICIPANTS_MNEMONIC).replace("&", ""))
        self.participants.clicked.connect(self.gather_pressed)
        self.outcome = Result(tokens)
        self.close_button = button(texts.CLOSE_MNEMONIC)
        self.close_button.clicked.connect(self.close)
        self.save_button = button(texts.SAVE_MNEMONIC, texts.SAVE_NAME, role="primary")
        self.save_button.clicked.connect(self._save)
        self._lay_out()

    def _make_table(self) -> QTableWidget:
        made = QTableWidget(0, len(texts.BUNDLE_COLUMNS))
        made.setHorizontalHeaderLabels([tr(each) for each in texts.BUNDLE_COLUMNS])
        made.setAccessibleName(tr(texts.BUNDLE_LIST))
        made.setProperty("role", "lines")
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setProperty("role", "lines")
        made.setShowGrid(False)
        made.verticalHeader().hide()
        header = made.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return made

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(label(tr(texts.BUNDLE_TITLE), "page"))
        column.addWidget(label(tr(texts.BUNDLE_INTRO), "muted", wrap=True))
        column.addWidget(carded(self.table), 1)
        column.addWidget(self.participants)
        column.addWidget(label(tr(texts.PARTICIPANTS_HINT), "muted", wrap=True))
        column.addWidget(self.outcome)
        column.addLayout(buttons)

    def show_gathering(self) -> None:
        """It is being gathered."""
        self.save_button.setEnabled(False)
        self.participants.setEnabled(False)
        self.outcome.say("", tr(texts.GATHERING), "info")

    def show_items(self, items: tuple[Item, ...], name: str) -> None:
        """This would go in; `name` is what the file is called unless somebody says otherwise."""
        self._name = name
        self.table.setRowCount(len(items))
        for row, item in enumerate(items):
            meaning = tr(texts.BUNDLE_MEANINGS.get(item.name, texts.BUNDLE_LOG))
            for column, words in enumerate((item.name, amounts.size(item.size_bytes), meaning)):
                cell = QTableWidgetItem(words)
                if column == 1:
                    cell.setTextAlignment(
                        Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, cell)
        self.save_button.setEnabled(bool(items))
        self.participants.setEnabled(True)
        self.outcome.say("", "", "muted")

    def show_result(self, sentence: str, *, ok: bool) -> None:
        """How gathering or saving went."""
        self.save_button.setEnabled(True)
        self.participants.setEnabled(True)
        self.outcome.say("", sentence, "ok" if ok else "danger")

    def _save(self) -> None:
        file = self._ask(self, self._name)
        if file is not None:
            self.save_pressed.emit(file)

    def set_tokens(self, tokens: Tokens) -> None:
        self.outcome.set_tokens(tokens)
