"""The recordings as a Qt table, fed with rows; only what changed is signalled.

It owns the difference between one list of rows and the next. It must not sort, format or decide.
"""

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.ui import texts
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.ui.row_views import Light, Row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The whole `Row`, for the delegate."""
LIGHT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Light` of a cell, or None where it is not one of the four."""


class Column(IntEnum):
    """Columns, in the order of `texts.COLUMNS`."""

    RECORDING = 0
    LENGTH = 1
    SIZE = 2
    SAVED = 3
    RECEIVED = 4
    VERIFIED = 5
    PLAYABLE = 6
    WHY = 7


FIRST_LIGHT, LAST_LIGHT = Column.SAVED, Column.PLAYABLE


class RecordingsModel(QAbstractTableModel):
    """Rows of recordings; `show_rows` replaces them with as little disturbance as possible."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: "tuple[Row, ...]") -> None:
        """Show these rows, in this order. Selection and scrolling survive."""
        wanted = {row.recording for row in rows}
        for position in reversed(range(len(self._rows))):
            if self._rows[position].recording not in wanted:
                self._remove(position)
        known = {row.recording for row in self._rows}
        if [row.recording for row in rows if row.recording in known] != [
            row.recording for row in self._rows
        ]:
            self._replace_all(rows)
            return
        for position, row in enumerate(rows):
            if row.recording not in known:
                self._insert(position, row)
            elif self._rows[position] != row:
                self._change(position, row)

    def row_at(self, position: int) -> "Row":
        return self._rows[position]

    def _remove(self, position: int) -> None:
        self.beginRemoveRows(QModelIndex(), position, position)
        del self._rows[position]
        self.endRemoveRows()

    def _insert(self, position: int, row: "Row") -> None:
        self.beginInsertRows(QModelIndex(), position, position)
        self._rows.insert(position, row)
        self.endInsertRows()

    def _change(self, position: int, row: "Row") -> None:
        self._rows[position] = row
        self.dataChanged.emit(self.index(position, 0), self.index(position, len(Column) - 1))

    def _replace_all(self, rows: "tuple[Row, ...]") -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(texts.COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return text_of(row, column)
        if role == ROW_ROLE:
            return row
        if role == LIGHT_ROLE:
            return light_of(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_of(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.WHY:
            return row.why or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None


def light_of(row: "Row", column: Column) -> "Light | None":
    """The light that stands in this column, or None."""
    if FIRST_LIGHT <= column <= LAST_LIGHT:
        return row.lights[column - FIRST_LIGHT]
    return None


def text_of(row: "Row", column: Column) -> str:
    """The words of one cell."""
    light = light_of(row, column)
    if light is not None:
        return light.word
    return {
        Column.RECORDING: row.title,
        Column.LENGTH: row.length,
        Column.SIZE: row.size,
        Column.WHY: row.why,
    }[column]


def spoken_of(row: "Row", column: Column) -> str:
    """What a screen reader says for one cell: never a bare "Yes"."""
    light = light_of(row, column)
    if light is not None:
        return texts.light_spoken(light.name, light.word)
    if column is Column.RECORDING:
        return f"{row.title}, {row.subtitle}"
    return text_of(row, column)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = (
        Qt.AlignmentFlag.AlignRight
        if column in (Column.LENGTH, Column.SIZE)
        else Qt.AlignmentFlag.AlignLeft
    )
    return side | Qt.AlignmentFlag.AlignVCenter
