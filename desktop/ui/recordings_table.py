"""The list of recordings in its card: heading, table, and what stands there before the first one.

It owns the view of the table. Rows come from the presenter through the model.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from desktop.ui import note_texts, review_texts, texts
from desktop.ui.list_table import make_list, paint_empty
from desktop.ui.recordings_model import FIRST_LIGHT, LAST_LIGHT, Column, RecordingsModel
from desktop.ui.theme import Tokens
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.ui.lights_delegate import LightsDelegate
    from desktop.ui.row_views import Row

_WIDTHS = {Column.LENGTH: 78, Column.SIZE: 92}
_LIGHT_W, _LIGHT_NARROW_W = 104, 92
_NARROW_BELOW = 1100


class RecordingsTable(QTableView):
    """The table; it says so itself when it is empty."""

    play_pressed = Signal(str)
    """A recording's id: somebody wants to see it."""
    note_pressed = Signal(str)
    """A recording's id: somebody wants to read or change its note."""
    keep_pressed = Signal(str)
    discard_pressed = Signal(str)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._empty = ("", "")
        self._model = RecordingsModel(self)
        self._delegate: LightsDelegate | None = None
        self._inside = self._made_inside()
        self.setModel(self._model)
        make_list(self, tr(texts.RECORDINGS))
        self.horizontalHeader().setSectionsClickable(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        # A double click, or Enter.
        self.activated.connect(self._play)

    def _made_inside(self) -> QWidget:
        # The one that Qt makes is unknown to Python: to find out what it is, every kind of widget
        # that there is would be loaded, before the window is painted.
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        inside.setAutoFillBackground(True)
        self.setViewport(inside)
        return inside

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self._delegate is not None:
            self._delegate.set_tokens(tokens)
        self._inside.update()

    def show_rows(self, rows: "tuple[Row, ...]", empty_title: str, empty_sentence: str) -> None:
        """Show these recordings, or these words where there are none."""
        self._empty = (empty_title, empty_sentence)
        if rows and self._delegate is None:
            self._begin_rows()
        self._model.show_rows(rows)
        self.horizontalHeader().setVisible(bool(rows))
        if not rows:
            self.setAccessibleDescription(f"{empty_title} {empty_sentence}".strip())
            self._inside.update()

    def _begin_rows(self) -> None:
        # Here, for the window is painted before the first recording is known.
        from desktop.ui.lights_delegate import LightsDelegate

        self._delegate = LightsDelegate(self._tokens, self)
        self.setItemDelegate(self._delegate)
        self._share_width()

    @property
    def recordings(self) -> RecordingsModel:
        return self._model

    def selected(self) -> "Row | None":
        """The recording that is selected, or None."""
        chosen: list[QModelIndex] = self.selectionModel().selectedRows()
        return self._model.row_at(chosen[0].row()) if chosen else None

    def _play(self, index: QModelIndex) -> None:
        self.play_pressed.emit(self._model.row_at(index.row()).recording)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.selected()
        if row is not None:
            self.menu_of(row).popup(event.globalPos())

    def menu_of(self, row: "Row") -> QMenu:
        """What can be done with a recording."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        play = menu.addAction(tr(review_texts.PLAY_RECORDING))
        play.triggered.connect(lambda: self.play_pressed.emit(row.recording))
        note = menu.addAction(tr(note_texts.MENU))
        note.setEnabled(row.has_ended)
        note.triggered.connect(lambda: self.note_pressed.emit(row.recording))
        menu.addSeparator()
        keep = menu.addAction(tr(texts.KEEP))
        keep.setEnabled(row.can_keep)
        keep.triggered.connect(lambda: self.keep_pressed.emit(row.recording))
        discard = menu.addAction(tr(texts.DISCARD))
        discard.setEnabled(row.can_discard)
        discard.triggered.connect(lambda: self.discard_pressed.emit(row.recording))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        if self._delegate is None:
            return
        width = self._inside.width()
        least = _LIGHT_NARROW_W if width < _NARROW_BELOW else _LIGHT_W
        widths = dict(_WIDTHS)
        for number in range(FIRST_LIGHT, LAST_LIGHT + 1):
            heading = self.horizontalHeader().sectionSizeHint(number)
            words = self._delegate.light_px(number - FIRST_LIGHT)
            widths[Column(number)] = max(least, heading, words)
        rest = max(0, width - sum(widths.values()))
        widths[Column.RECORDING] = max(150, min(280, rest * 4 // 10))
        widths[Column.WHY] = max(80, rest - widths[Column.RECORDING])
        for column, size in widths.items():
            self.setColumnWidth(column, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.rowCount() == 0:
            paint_empty(self._inside, self._tokens, self._empty)
