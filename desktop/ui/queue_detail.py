"""One recording of the queue from near: its sentence, and every try at sending it.

It shows a `DetailView` and emits wishes. It fetches nothing.
"""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from desktop.ui import amounts, icons
from desktop.ui import queue_texts as texts
from desktop.ui.cards import Elided, label
from desktop.ui.queue_rows import Cells, cells_of, details_of, left_text
from desktop.ui.retelling import retell
from desktop.ui.theme import Tokens
from desktop.ui.words import isolated, tr
from uploader.items import AttemptSnapshot, History, QueueSnapshot, RecordingSnapshot

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TRY_ROW_H: Final = 26
_WIDTHS: Final = (140, 140, 90, 98)


@dataclass(frozen=True, slots=True)
class Try:
    """One try as it is shown."""

    when: str
    what: str
    took: str
    sent: str
    answer: str

    @property
    def words(self) -> tuple[str, ...]:
        """In the order of `texts.TRIES_COLUMNS`."""
        return self.when, self.what, self.took, self.sent, self.answer


@dataclass(frozen=True, slots=True)
class DetailView:
    """What stands under the table. `tries` is None while they are fetched, or of nothing."""

    title: str
    sentence: str
    ids: str = ""
    tries: tuple[Try, ...] | None = None
    heading: str = ""
    can_show: bool = False
    can_copy: bool = False
    can_try: bool = False
    can_more: bool = False


def detail_of(
    recording: RecordingSnapshot,
    queue: QueueSnapshot,
    history: History | None,
    now: datetime,
    zone: tzinfo | None = None,
) -> DetailView:
    """One recording from near; `history` is None until it was fetched."""
    cells = cells_of(recording, queue, None, now, zone)
    ids = tr(texts.ID_LINE).format(
        id=recording.id,
        segments=amounts.number(recording.segments),
        frames=amounts.number(recording.frames),
        lost=amounts.number(recording.lost_frames),
        folder=recording.folder,
    )
    tries = None if history is None else tries_of(history, now, zone)
    return DetailView(
        title=f"{cells.title} · {cells.subtitle}",
        sentence=details_of(recording, queue),
        ids=ids,
        tries=tries,
        heading=_heading(history),
    )


def _heading(history: History | None) -> str:
    if history is None:
        return ""
    if not history.attempts:
        return tr(texts.TRIES_NONE)
    if history.attempts_in_all > len(history.attempts):
        return tr(texts.TRIES_MORE).format(shown=len(history.attempts), all=history.attempts_in_all)
    return tr(texts.TRIES)


def tries_of(history: History, now: datetime, zone: tzinfo | None = None) -> tuple[Try, ...]:
    """The tries, the newest first."""
    return tuple(_try(each, now, zone) for each in history.attempts)


def _try(attempt: AttemptSnapshot, now: datetime, zone: tzinfo | None) -> Try:
    started, here = attempt.started_at.astimezone(zone), now.astimezone(zone)
    when = f"{started:%H:%M:%S}"
    if started.date() != here.date():
        when = amounts.day_and_time(started.day, started.month, when)
    if attempt.segment is not None and attempt.action == "segment":
        what = tr(texts.TRY_SEGMENT).format(segment=attempt.segment)
    else:
        what = tr(texts.TRY_ACTIONS.get(attempt.action, attempt.action))
    return Try(
        when=when,
        what=what,
        took=_took(attempt.duration_s),
        sent=amounts.size(attempt.sent_bytes) if attempt.sent_bytes else "",
        answer=_answer(attempt),
    )


def _took(duration_s: float) -> str:
    if duration_s < 10:
        return isolated(f"{amounts.number(duration_s, 1)}\N{NO-BREAK SPACE}s")
    return left_text(duration_s)


def _answer(attempt: AttemptSnapshot) -> str:
    answer = tr(texts.TRY_OUTCOMES.get(attempt.outcome, attempt.outcome))
    if attempt.reason:
        answer = tr(texts.TRY_ANSWER).format(outcome=answer, reason=retell(attempt.reason))
    if attempt.status is not None and not 200 <= attempt.status < 300:
        answer = tr(texts.TRY_CODE).format(answer=answer, status=attempt.status)
    return answer


def as_text(cells: Cells, recording: RecordingSnapshot, tries: tuple[Try, ...]) -> str:
    """All of it, to be pasted into a message to whoever helps."""
    head = tr(texts.COPY_HEAD).format(
        title=f"{cells.title} · {cells.subtitle}",
        id=recording.id,
        state=cells.state,
        details=cells.details,
        folder=recording.folder,
    )
    line = tr(texts.COPY_TRY)
    rows = [
        line.format(
            when=each.when, what=each.what, took=each.took, sent=each.sent, answer=each.answer
        )
        for each in tries
    ]
    return "\n".join([head, *rows])


class TriesModel(QAbstractTableModel):
    """Tries as a Qt table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tries: tuple[Try, ...] = ()

    def show_tries(self, tries: tuple[Try, ...]) -> None:
        """Show these. Where only new ones were added on top, what is seen stays where it is."""
        if tries == self._tries:
            return
        added = len(tries) - len(self._tries)
        if added > 0 and self._tries and tries[added:] == self._tries:
            self.beginInsertRows(QModelIndex(), 0, added - 1)
            self._tries = tries
            self.endInsertRows()
            return
        self.beginResetModel()
        self._tries = tries
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._tries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(texts.TRIES_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(texts.TRIES_COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._tries[index.row()].words[index.column()]
        return None


class DetailCard(QFrame):
    """The card under the table."""

    try_pressed = QtSignal()
    show_pressed = QtSignal()
    copy_pressed = QtSignal()
    more_pressed = QtSignal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title = Elided("title")
        self._nothing = label(role="muted")
        self._sentence = label(wrap=True)
        self._ids = Elided("mono")
        self._heading = label(role="field")
        self._model = TriesModel(self)
        self.tries = _tries_table(self._model)
        self.copy_button = _button(texts.DO_COPY_MNEMONIC, texts.DO_COPY, "quiet")
        self.show_button = _button(texts.DO_SHOW_MNEMONIC, texts.DO_SHOW)
        self.try_button = _button(texts.DO_TRY_NOW_MNEMONIC, texts.DO_TRY_NOW)
        self.more_button = _button(texts.DO_MORE, texts.DO_MORE_HINT)
        pairs = (
            (self.copy_button, self.copy_pressed),
            (self.show_button, self.show_pressed),
            (self.try_button, self.try_pressed),
            (self.more_button, self.more_pressed),
        )
        for button, signal in pairs:
            button.clicked.connect(signal)
        self._lay_out()
        self.set_tokens(tokens)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for button in (self.copy_button, self.show_button, self.try_button, self.more_button):
            head.addWidget(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 12, 16, 10)
        body.setSpacing(6)
        body.addLayout(head)
        body.addWidget(self._nothing, 100, Qt.AlignmentFlag.AlignCenter)
        body.addWidget(self._sentence)
        body.addWidget(self._ids)
        body.addWidget(self._heading)
        body.addWidget(self.tries, 100)
        # Without tries the words stay on top.
        body.addStretch(1)

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        for button, icon in ((self.show_button, "folder"), (self.try_button, "retry")):
            button.setIcon(icons.button_icon(icon, tokens.text, tokens.disabled))

    def show_view(self, view: DetailView) -> None:
        """Show this, and nothing else."""
        is_something = bool(view.ids or view.sentence)
        self._title.show_text(view.title if is_something else "")
        self._title.setVisible(is_something)
        self._nothing.setText(view.title)
        self._nothing.setVisible(not is_something)
        self._sentence.setText(view.sentence)
        self._sentence.setVisible(bool(view.sentence))
        self._ids.show_text(view.ids)
        self._ids.setVisible(bool(view.ids))
        self._heading.setText(view.heading)
        self._heading.setVisible(bool(view.heading))
        self._model.show_tries(view.tries or ())
        self.tries.setVisible(bool(view.tries))
        self.copy_button.setVisible(view.can_copy)
        self.show_button.setVisible(view.can_show)
        self.try_button.setVisible(view.can_try)
        self.more_button.setVisible(view.can_more)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.sentence)


class _TriesTable(QTableView):
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.setColumnWidth(len(_WIDTHS), max(120, self.viewport().width() - sum(_WIDTHS)))


def _tries_table(model: TriesModel) -> QTableView:
    table = _TriesTable()
    table.setModel(model)
    table.setAccessibleName(tr(texts.TRIES))
    table.setProperty("role", "tries")
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(_TRY_ROW_H)
    table.horizontalHeader().setFixedHeight(26)
    table.horizontalHeader().setSectionsClickable(False)
    table.horizontalHeader().setHighlightSections(False)
    table.setMinimumHeight(26 + 2 * _TRY_ROW_H)
    return table


def _button(words: str, name: str, role: str = "") -> QPushButton:
    button = QPushButton(tr(words))
    button.setAccessibleName(tr(name))
    button.setIconSize(icons.BUTTON_ICON)
    if role:
        button.setProperty("role", role)
    return button
