"""The log as a table that one can filter, follow and copy from.

It is given lines and says when it wants newer ones; it opens no file.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.log_reader import LEVELS, LogLine
from desktop.ui import theme
from desktop.ui.cards import carded, label
from desktop.ui.choices import Choices
from desktop.ui.help import texts
from desktop.ui.theme import Tokens
from desktop.ui.wizard.parts import button
from desktop.ui.words import tr
from holdfast.clock import parse_rfc3339

LINES = 2_000
LOOK_EVERY_MS = 1_000
_SIZE = QSize(960, 620)
_NOWHERE = QModelIndex()
_WIDTHS = (190, 90, 190)
Index = QModelIndex | QPersistentModelIndex


class LogModel(QAbstractTableModel):
    """The lines that are shown."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens
        self.lines: Sequence[LogLine] = ()

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show these; where they are the same nothing happens."""
        if list(lines) == list(self.lines):
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(texts.LOG_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(texts.LOG_COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            level = tr(texts.LEVEL_WORDS.get(line.level, line.level))
            return (_here(line.t), level, line.logger, line.message)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.text
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1:
            colours = {"warning": self.tokens.warn, "error": self.tokens.danger}
            colour = colours.get("error" if line.level == "critical" else line.level)
            return QColor(colour) if colour else None
        return None


def _here(moment: str) -> str:
    """A moment by the clock of this computer, as whoever sat there remembers it."""
    try:
        return f"{parse_rfc3339(moment).astimezone():%Y-%m-%d %H:%M:%S}"
    except ValueError:
        return moment


class LogWindow(QDialog):
    """A table, a filter, and a button that copies."""

    wanted = Signal()
    """Newer lines, please."""

    def __init__(self, parent: QWidget | None, tokens: Tokens) -> None:
        super().__init__(parent)
        self._all: Sequence[LogLine] = ()
        self.setWindowTitle(tr(texts.LOG_TITLE))
        self.setModal(False)
        self.resize(_SIZE)
        self.model = LogModel(tokens)
        self.level = Choices(tr(texts.LEVEL_NAME))
        for level, words in texts.LEVELS.items():
            self.level.addItem(tr(words), level)
        self.level.setCurrentIndex(1)
        self.level.currentIndexChanged.connect(self._filter)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr(texts.FIND_EMPTY))
        self.search.setAccessibleName(tr(texts.FIND_NAME))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.follow = QCheckBox(tr(texts.FOLLOW_MNEMONIC))
        self.follow.setAccessibleName(tr(texts.FOLLOW_MNEMONIC).replace("&", ""))
        self.follow.setChecked(True)
        self.table = self._make_table()
        self._note = label(role="muted", wrap=True)
        self.copy_button = button(texts.COPY_MNEMONIC, texts.COPY)
        self.copy_button.clicked.connect(self.copy)
        self.close_button = button(texts.CLOSE_MNEMONIC)
        self.close_button.clicked.connect(self.close)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._tick)
        self._lay_out()

    def _make_table(self) -> QTableView:
        made = QTableView()
        made.setModel(self.model)
        made.setAccessibleName(tr(texts.LOG_NAME))
        made.setProperty("role", "lines")
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setProperty("role", "lines")
        made.setShowGrid(False)
        made.setWordWrap(False)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(30)
        header = made.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            made.setColumnWidth(column, width)
        return made

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.M)
        top.addWidget(self.level)
        top.addWidget(self.search, 1)
        top.addWidget(self.follow)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addWidget(self._note, 1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addLayout(top)
        column.addWidget(carded(self.table), 1)
        column.addLayout(buttons)

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show these, as far as the filter lets them."""
        self._all = lines
        self._note.setText(tr(texts.LOG_INTRO).format(count=len(lines)) if lines else "")
        if not lines:
            self._note.setText(tr(texts.LOG_EMPTY))
        self._filter()

    def show_trouble(self, sentence: str) -> None:
        """Say why there are no lines."""
        self._note.setText(sentence)

    def _filter(self) -> None:
        least = LEVELS.index(str(self.level.currentData()))
        words = self.search.text().casefold()
        shown = [
            each
            for each in self._all
            if (LEVELS.index(each.level) if each.level in LEVELS else 1) >= least
            if words in each.text.casefold()
        ]
        self.model.show_lines(shown)
        if self.follow.isChecked():
            self.table.scrollToBottom()

    def copy(self) -> None:
        """Put the selected lines, or all that are shown, on the clipboard."""
        chosen = sorted({each.row() for each in self.table.selectionModel().selectedRows()})
        lines = [self.model.lines[row] for row in chosen] or list(self.model.lines)
        QGuiApplication.clipboard().setText("\n".join(each.text for each in lines))

    def select(self, row: int) -> None:
        """Select one line."""
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(
            self.model.index(row, 0), flags.ClearAndSelect | flags.Rows
        )

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self.model.tokens = tokens

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _tick(self) -> None:
        if self.follow.isChecked():
            self.wanted.emit()
