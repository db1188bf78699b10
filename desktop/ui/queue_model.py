"""The queue as a Qt table: rows are made when they are painted, and only what changed is signalled.

It owns the rows' order between Qt and `QueueOrder`. It must not word or decide anything.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui import queue_texts as texts
from desktop.ui.queue_order import QueueOrder, Wish, changes
from desktop.ui.queue_rows import KEYS, Cells, Column, cells_of
from desktop.ui.queue_speeds import Speeds, is_on_its_way
from desktop.ui.words import tr
from uploader.items import Network, QueueSnapshot, RecordingSnapshot, Totals

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
MANY: Final = 500
"""More changes at once than this are not moved one by one: all rows are sorted anew."""
NUMBERS: Final = frozenset({Column.SIZE, Column.SPEED, Column.LEFT, Column.TRIES})
NO_QUEUE: Final = QueueSnapshot((), Totals(), Network.ONLINE, "")


class QueueModel(QAbstractTableModel):
    """All recordings of the queue, filtered and sorted as somebody wishes."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._queue = NO_QUEUE
        self._order = QueueOrder()
        self._speeds = Speeds()
        self._on_their_way: dict[str, RecordingSnapshot] = {}

    @property
    def queue(self) -> QueueSnapshot:
        """What was shown last."""
        return self._queue

    @property
    def wish(self) -> Wish:
        """What is shown, in which order."""
        return self._order.wish

    def show_queue(self, queue: QueueSnapshot, now_s: float) -> None:
        """Show the queue as it is now; `now_s` is of a clock that only goes forward."""
        before, self._queue = self._queue, queue
        found, gone = changes(before.recordings, queue.recordings)
        self._note_speeds(found, gone, now_s)
        if len(found) + len(gone) > MANY:
            self._show_anew(lambda: self._order.show(queue.recordings, self._order.wish))
            return
        for recording in gone:
            self._drop(recording)
        for each in found:
            self._place(each)
        if (before.network, before.stopped) != (queue.network, queue.stopped):
            self.repaint_rows()

    def _note_speeds(
        self, found: Iterable[RecordingSnapshot], gone: Iterable[str], now_s: float
    ) -> None:
        for each in found:
            if is_on_its_way(each):
                self._on_their_way[each.id] = each
            else:
                self._on_their_way.pop(each.id, None)
        for recording in gone:
            self._on_their_way.pop(recording, None)
        self._speeds.note(now_s, self._on_their_way.values())

    def show_as(self, wish: Wish) -> None:
        """Filter and sort as somebody wishes."""
        if wish != self._order.wish:
            self._show_anew(lambda: self._order.sort(wish))

    def repaint_rows(self) -> None:
        """Say that what is written in the rows may have changed, as with every second."""
        if len(self._order):
            last = self.index(len(self._order) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def recording_at(self, row: int) -> RecordingSnapshot:
        """The recording in a row."""
        return self._order.at(row)

    def find(self, recording: str) -> RecordingSnapshot | None:
        """A recording by its id, shown or not."""
        return self._order.find(recording)

    def row_of(self, recording: str) -> int | None:
        """Where a recording is shown, or None."""
        return self._order.row_of(recording)

    def cells_at(self, row: int) -> Cells:
        """A row as it is painted now."""
        recording = self._order.at(row)
        return cells_of(recording, self._queue, self._speeds.of(recording), self._now())

    def _show_anew(self, change: Callable[[], None]) -> None:
        self.beginResetModel()
        change()
        self.endResetModel()

    def _drop(self, recording: str) -> None:
        row = self._order.row_of(recording)
        if row is not None:
            self._remove(row)
        self._order.forget(recording)

    def _place(self, recording: RecordingSnapshot) -> None:
        row, stays = self._order.where(recording)
        if row is not None and not stays:
            self._remove(row)
        self._order.keep(recording)
        if stays and row is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
            return
        row = self._order.row_for(recording)
        if row is not None:
            self.beginInsertRows(QModelIndex(), row, row)
            self._order.insert(recording)
            self.endInsertRows()

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        self._order.remove(row)
        self.endRemoveRows()

    # Qt's own.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(texts.COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._order):
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells_at(index.row()).text(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.cells_at(index.row()).spoken(column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.DETAILS:
            return self.cells_at(index.row()).details or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by speed and time left, which change too fast, as before."""
        wanted = Column(column) if column >= 0 else None
        if wanted is not None and wanted not in KEYS:
            return
        wish = self._order.wish
        descending = order == Qt.SortOrder.DescendingOrder
        self.show_as(Wish(wish.shown, wish.find, wanted, descending))


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Numbers at the right, words at the left."""
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
