"""The queue's table in its card: scrolls a hundred thousand rows, and keeps what was selected.

It owns the view of the table. Rows come from the model, which makes them as they are painted.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

from desktop.ui import queue_texts as texts
from desktop.ui.list_table import make_list, paint_empty
from desktop.ui.queue_delegate import QueueDelegate
from desktop.ui.queue_model import QueueModel
from desktop.ui.queue_rows import Column
from desktop.ui.theme import Tokens
from desktop.ui.words import tr
from uploader.items import RecordingSnapshot

_HEADING_ROOM = 24
_WIDE = {
    Column.STATE: 172,
    Column.PROGRESS: 148,
    Column.SIZE: 80,
    Column.SPEED: 92,
    Column.LEFT: 92,
    Column.TRIES: 62,
    Column.NEXT: 112,
}
_NARROW = {
    Column.STATE: 172,
    Column.PROGRESS: 128,
    Column.SIZE: 80,
    Column.LEFT: 84,
    Column.NEXT: 108,
}
"""Without speed and tries, which the footer and the details have as well."""
_WORDS_LEAST_W = 420
"""For title and details; where there is less, some numbers go."""


class QueueTable(QTableView):
    """The table; it says so itself when it is empty."""

    menu_asked = Signal(object)
    """A point of the screen: somebody wants to see what can be done with the selected rows."""
    chosen = Signal()
    """Another selection, or none."""

    def __init__(self, model: QueueModel, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._queue = model
        self._empty = (tr(texts.READING_TITLE), "")
        self._kept: tuple[list[str], str | None] = ([], None)
        self._delegate = QueueDelegate(tokens, self)
        self.setItemDelegate(self._delegate)
        make_list(self, tr(texts.TABLE))
        self.horizontalHeader().setMinimumSectionSize(40)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(False)
        # Before the view hears of it itself and forgets: connected first, called first.
        model.modelAboutToBeReset.connect(self._keep_selection)
        self.setModel(model)
        model.modelReset.connect(self._restore_selection)
        self.selectionModel().selectionChanged.connect(self._tell_choice)
        self._set_up_sorting()

    def _set_up_sorting(self) -> None:
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        # Until somebody sorts, the newest is on top and no column says so.
        header.setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self._sort)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if column < 0:
            order = Qt.SortOrder.DescendingOrder
        self._queue.sort(column, order)

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self._tokens = tokens
        self._delegate.set_tokens(tokens)
        self.viewport().update()

    def say_when_empty(self, title: str, sentence: str) -> None:
        """What stands there while no row does."""
        self._empty = (title, sentence)
        self.setAccessibleDescription(
            f"{title} {sentence}".strip() if not self._queue.rowCount() else ""
        )
        self.viewport().update()

    # What is selected.

    def selected_rows(self) -> Iterator[int]:
        """The selected rows, without an object of Qt's for each."""
        selection = self.selectionModel().selection()
        for part in (selection.at(number) for number in range(selection.count())):
            yield from range(part.top(), part.bottom() + 1)

    def selected(self) -> list[RecordingSnapshot]:
        """The selected recordings."""
        return [self._queue.recording_at(row) for row in self.selected_rows()]

    def select_recordings(self, recordings: Iterable[str], current: str | None = None) -> None:
        """Select these, as far as they are shown."""
        rows = sorted(row for each in recordings if (row := self._queue.row_of(each)) is not None)
        selection = QItemSelection()
        last = len(Column) - 1
        for top, bottom in _stretches(rows):
            selection.select(self._queue.index(top, 0), self._queue.index(bottom, last))
        row = self._queue.row_of(current) if current is not None else None
        if row is not None:
            self.selectionModel().setCurrentIndex(
                self._queue.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _tell_choice(self, _new: QItemSelection, _old: QItemSelection) -> None:
        self.chosen.emit()

    def _keep_selection(self) -> None:
        index = self.currentIndex()
        current = self._queue.recording_at(index.row()).id if index.isValid() else None
        self._kept = [each.id for each in self.selected()], current

    def _restore_selection(self) -> None:
        chosen, current = self._kept
        self._kept = [], None
        if chosen:
            self.select_recordings(chosen, current)
        self.chosen.emit()

    # Qt's own.

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selectionModel().hasSelection():
            self.menu_asked.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        widths = self._headed(_WIDE)
        if width - sum(widths.values()) < _WORDS_LEAST_W:
            widths = self._headed(_NARROW)
        rest = max(0, width - sum(widths.values()))
        widths[Column.RECORDING] = max(150, min(300, rest * 48 // 100))
        widths[Column.DETAILS] = max(90, rest - widths[Column.RECORDING])
        for column in Column:
            self.setColumnHidden(column, column not in widths)
        for column, size in widths.items():
            self.setColumnWidth(column, size)

    def _headed(self, widths: dict[Column, int]) -> dict[Column, int]:
        """The widths, with room for the headings and the states of whatever language it is."""
        found = {column: max(least, self._heading_px(column)) for column, least in widths.items()}
        found[Column.STATE] = max(found[Column.STATE], self._delegate.state_px())
        return found

    def _heading_px(self, column: Column) -> int:
        words = self._queue.headerData(column, Qt.Orientation.Horizontal)
        return self.horizontalHeader().fontMetrics().horizontalAdvance(str(words)) + _HEADING_ROOM

    def paintEvent(self, event: QPaintEvent) -> None:
        self._delegate.forget()
        super().paintEvent(event)
        if self._queue.rowCount() == 0:
            paint_empty(self.viewport(), self._tokens, self._empty)


def _stretches(rows: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of rows without a gap; the rows are sorted."""
    first = last = -2
    for row in rows:
        if row == last + 1:
            last = row
            continue
        if first >= 0:
            yield first, last
        first = last = row
    if first >= 0:
        yield first, last
