"""The window of an errand: what will happen, a list, a button that begins it, and what came of it.

It shows an `ErrandView` and emits wishes; it knows no errand.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import queue_texts as texts
from desktop.ui.cards import label, set_property
from desktop.ui.words import tr

_SIZE = (680, 460)


@dataclass(frozen=True, slots=True)
class ErrandView:
    """An errand at one moment. `rows` are a name and what is said of it."""

    title: str
    intro: str
    rows: tuple[tuple[str, str], ...] = ()
    option: str = ""
    action: str = ""
    """The label of the button that begins it; empty where there is nothing to begin."""
    is_danger: bool = False
    is_working: bool = False
    progress: tuple[int, int] = (0, 0)
    """How many of how many; of none where nobody knows."""
    doing: str = ""
    report: str = ""
    trouble: str = ""


class ErrandDialog(QDialog):
    """One errand. Closing it while it works asks it to stop."""

    begun = Signal(bool)
    """The button was pressed; whether the option is ticked."""
    left = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._view = ErrandView("", "")
        self.setModal(False)
        self.resize(*_SIZE)
        self._heading = label(role="heading")
        self._intro = label(wrap=True)
        self._report = label(role="strong", wrap=True)
        self._trouble = label(role="trouble", wrap=True)
        self._doing = label(role="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.rows = _table()
        self.option = QCheckBox()
        self.option.setChecked(True)
        self.action_button = QPushButton()
        self.close_button = QPushButton(tr(texts.CLOSE))
        self.action_button.clicked.connect(lambda: self.begun.emit(self.option.isChecked()))
        self.close_button.clicked.connect(self.close)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._doing, 1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.action_button)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(12)
        for widget in (self._heading, self._intro, self._report, self._trouble):
            body.addWidget(widget)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(4, 6, 4, 6)
        inside.addWidget(self.rows)
        body.addWidget(self._card, 100)
        # Without a list the words stay on top.
        body.addStretch(1)
        body.addWidget(self.option)
        body.addWidget(self._bar)
        body.addLayout(buttons)

    def show_view(self, view: ErrandView) -> None:
        """Show this, and nothing else."""
        before, self._view = self._view, view
        self.setWindowTitle(view.title)
        self._heading.setText(view.title)
        for widget, words in (
            (self._intro, view.intro),
            (self._report, view.report),
            (self._trouble, view.trouble),
        ):
            widget.setText(words)
            widget.setVisible(bool(words))
        self._doing.setText(view.doing)
        self.option.setText(view.option)
        self.option.setVisible(bool(view.option))
        self._bar.setVisible(view.is_working)
        self._bar.setRange(0, view.progress[1])
        self._bar.setValue(view.progress[0])
        self._bar.setAccessibleName(view.doing or view.title)
        self._show_buttons(view)
        if view.rows != before.rows:
            self._show_rows(view.rows)
        self._card.setVisible(bool(view.rows))

    def _show_buttons(self, view: ErrandView) -> None:
        self.action_button.setText(view.action)
        self.action_button.setAccessibleName(view.action.replace("&", ""))
        self.action_button.setVisible(bool(view.action))
        set_property(self.action_button, "role", "danger" if view.is_danger else "primary")
        self.close_button.setText(tr(texts.STOP if view.is_working else texts.CLOSE))
        # What cannot be taken back is never what Enter does.
        self.action_button.setDefault(bool(view.action) and not view.is_danger)
        self.close_button.setDefault(not view.action or view.is_danger)

    def _show_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        self.rows.setRowCount(len(rows))
        for number, (name, said) in enumerate(rows):
            self.rows.setItem(number, 0, QTableWidgetItem(name))
            item = QTableWidgetItem(said)
            item.setToolTip(said)
            self.rows.setItem(number, 1, item)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()

    def reject(self) -> None:
        # Escape is the cross: one way out.
        self.close()


def _table() -> QTableWidget:
    table = QTableWidget(0, 2)
    table.setProperty("role", "tries")
    table.setAccessibleName(tr(texts.TABLE))
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(30)
    table.horizontalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
    table.setColumnWidth(0, 240)
    table.horizontalHeader().setStretchLastSection(True)
    return table
